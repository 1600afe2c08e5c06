"""The digest that approvals sign: what the document says, however its keys are ordered and formatted."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.messaging.schema import Messaging


def digest(document: Messaging) -> str:
    """The word sha256, a colon and 64 hex digits over everything but the approvals themselves.

    The order of keys and of entries with an id does not count; white space inside a text does not either.
    """
    data = document.model_dump(mode="json", by_alias=True, exclude={"approvals"}, exclude_defaults=True)
    text = json.dumps(_canonical(data), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _canonical(value: object) -> object:
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [_canonical(item) for item in value]
        return sorted(items, key=_id) if all(_id(item) for item in items) else items
    return " ".join(value.split()) if isinstance(value, str) else value


def _id(value: object) -> str:
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
