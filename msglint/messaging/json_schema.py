"""The JSON Schema of the messaging document, for editors."""

from __future__ import annotations

import json

from msglint.messaging.schema import Messaging

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> str:
    """The schema as indented JSON text with a final newline, generated from the models."""
    schema = Messaging.model_json_schema(by_alias=True)
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
