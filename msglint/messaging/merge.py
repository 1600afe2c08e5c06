"""Several messaging documents as one: a company's core document and the additions of a market or a team."""

from __future__ import annotations

from dataclasses import replace

from msglint.messaging.yaml_tree import Node, Place

_IDENTITY = {"teams": "department", "banned_claim_words": "word"}
Entries = dict[str, tuple[Place, Node]]


def merged(earlier: Node, later: Node) -> Node:
    """Join two: lists concatenate, an entry with the same id replaces the earlier, all else overrides."""
    entries: Entries = dict(earlier.entries or {})
    for key, (place, node) in (later.entries or {}).items():
        old = entries.get(key)
        both_lists = old is not None and old[1].items is not None and node.items is not None
        entries[key] = (place, _joined(key, old[1], node) if old and both_lists else node)
    return replace(earlier, entries=entries)


def _joined(section: str, earlier: Node, later: Node) -> Node:
    """One list of both; an entry of the later that replaces an earlier one takes its place in the order."""
    items = list(earlier.items or ())
    earlier_ids = [_identity(section, item) for item in items]
    for item in later.items or ():
        identity = _identity(section, item)
        if identity is not None and identity in earlier_ids:
            items[earlier_ids.index(identity)] = item
        else:
            items.append(item)
    return replace(earlier, items=items)


def _identity(section: str, item: Node) -> str | None:
    """What makes an entry the same as one of another file: its id, else the section's own key."""
    entries = item.entries or {}
    for key in ("id", _IDENTITY.get(section, "id")):
        if key in entries and isinstance(entries[key][1].value, str):
            return f"{key}={entries[key][1].value}"
    return None
