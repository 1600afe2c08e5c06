"""The small objects a SARIF file is made of."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msglint.report.quoting import place, visible

if TYPE_CHECKING:
    from msglint.model import Location
    from msglint.report.rule_info import RuleInfo

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def message(text: str) -> dict[str, str]:
    """A SARIF message. Braces and links mean something in one, so they are escaped as the standard asks."""
    doubled = visible(text).replace("{", "{{").replace("}", "}}")
    return {"text": _LINK.sub(r"\\[", doubled)}


def reporting_descriptor(rule: RuleInfo) -> dict[str, Any]:
    """A rule as the tool's driver lists it."""
    title = rule.name.replace("-", " ").capitalize()
    link = {"helpUri": rule.help_uri} if rule.help_uri else {}
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.why or title},
        "help": {"text": rule.why or title},
        **link,
        "defaultConfiguration": {"level": rule.severity.value},
    }


def location(asset: str, where: Location, text: str = "") -> dict[str, Any]:
    """Where a result is. Only text files have lines: a slide has a logical location alone."""
    physical: dict[str, Any] = {"artifactLocation": artifact(asset)}
    if where.line:
        column = {"startColumn": where.column} if where.column else {}
        physical["region"] = {"startLine": where.line, **column, "snippet": {"text": visible(text)}}
    named = place(where)
    logical = {"logicalLocations": [{"fullyQualifiedName": named}]} if named else {}
    return {"physicalLocation": physical, **logical}


def notification(level: str, text: str, asset: str = "") -> dict[str, Any]:
    """Something a reader of the results must know that is not a result."""
    where = {"locations": [{"physicalLocation": {"artifactLocation": artifact(asset)}}]} if asset else {}
    told = f"{asset}: {text}" if asset else text
    return {"level": level, "message": message(told), **where}


def artifact(asset: str) -> dict[str, str]:
    """A file's address: percent-encoded, relative to the repository where it can be, URLs as they are."""
    if _URL.match(asset):
        return {"uri": quote(asset, safe="/:?#[]@!$&'()*+,;=%", errors="surrogatepass")}
    path = PurePath(asset)
    uri = quote(path.as_posix(), safe="/", errors="surrogatepass")
    if path.is_absolute():
        return {"uri": f"file://{uri if uri.startswith('/') else f'/{uri}'}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}
