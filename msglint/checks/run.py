"""Running rules over the judged assets of a run, from hits to findings in reading order."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from msglint.checks import CHECKS
from msglint.checks.check import CheckContext
from msglint.checks.overlap import Raised, without_doubles
from msglint.checks.passage import view_of
from msglint.fingerprint import fingerprint, normalised
from msglint.messaging.dates import last_day
from msglint.model import Finding, Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from msglint.checks.hit import Hit
    from msglint.checks.rule import Rule
    from msglint.messaging.load import LoadedMessaging
    from msglint.model import CheckedAsset

MAX_QUOTE = 120
MAX_REASONS = 3
_ORDER = list(CHECKS)


def run_checks(
    rules: Iterable[Rule],
    messaging: LoadedMessaging,
    assets: Sequence[CheckedAsset],
    mode: Mode,
    *,
    today: date | None = None,
    audience: str = "",
    market: str = "",
) -> tuple[Finding, ...]:
    """Every finding of the rules that the mode runs, once per cause, by asset and place.

    `today` is the day that stale proofs and grace periods are measured on: the document's `as_of` by default.
    """
    views = tuple(map(view_of, assets))
    context = CheckContext(messaging, views, today or run_date(messaging), audience, market)
    raised = [
        Raised(rule, hit, (_ORDER.index(rule.check), rule.id))
        for rule in rules
        if rule.mode is Mode.CONTRADICTIONS or mode is Mode.COVERAGE
        for hit in CHECKS[rule.check].hits(rule, context)
    ]
    return _findings(sorted(without_doubles(raised), key=_reading_order(assets)))


def run_date(messaging: LoadedMessaging) -> date:
    """The day a run speaks for: the document's `as_of`, so that old runs can be repeated, else today."""
    as_of = messaging.document.as_of
    return last_day(as_of) if as_of else date.today()


def _findings(raised: Sequence[Raised]) -> tuple[Finding, ...]:
    """Findings with their identity: equal ones of one asset are told apart by their order only."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    findings = []
    for item in raised:
        rule, hit = item.rule, item.hit
        same = (rule.id, hit.statement_id or "", normalised(hit.text), hit.asset_key)
        print_ = fingerprint(rule.id, hit.statement_id, hit.text, hit.asset_key, seen[same])
        seen[same] += 1
        findings.append(_finding(item, print_))
    return tuple(findings)


def _finding(item: Raised, print_: str) -> Finding:
    rule, hit = item.rule, item.hit
    return Finding(
        rule=rule.id,
        rule_name=rule.name,
        severity=item.severity,
        confidence=hit.confidence,
        message=message_of(rule.message, hit),
        asset=hit.asset,
        location=hit.location,
        text=hit.text,
        fingerprint=print_,
        statement_id=hit.statement_id,
        statement_text=hit.statement_text,
        changes=hit.changes,
        suggestion="" if hit.suggestion == hit.text else hit.suggestion,
        start=hit.start,
        end=hit.end,
    )


def message_of(template: str, hit: Hit) -> str:
    """The rule's message filled in, once for each thing found and at most MAX_REASONS times."""
    messages = list(dict.fromkeys(_filled(template, words) for words in hit.words))
    more = f" and {len(messages) - MAX_REASONS} more" if len(messages) > MAX_REASONS else ""
    return "; ".join(messages[:MAX_REASONS]) + more


def _filled(template: str, words: Mapping[str, str]) -> str:
    """Plain replacement of {name}: a rule file cannot reach into values. Empty brackets are dropped."""
    text = re.sub(r"\{([a-z_]+)\}", lambda match: _cut(words.get(match.group(1), "")), template)
    return text.replace(" ()", "").strip()


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_QUOTE else flat[: MAX_QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _reading_order(assets: Sequence[CheckedAsset]) -> Callable[[Raised], tuple[int, int, int, int, str]]:
    """A sort key: asset, block and place in its text; what belongs to no asset comes last, by line."""
    ranks = {asset.source.key: rank for rank, asset in enumerate(assets)}
    places: dict[tuple[str, tuple[str, ...]], tuple[int, str]] = {}
    for asset in assets:
        for number, block in enumerate(asset.document.blocks):
            places.setdefault((asset.source.key, block.location.steps), (number, block.text))

    def key(item: Raised) -> tuple[int, int, int, int, str]:
        hit, steps = item.hit, item.hit.location.steps
        around = (places.get((hit.asset_key, steps[:depth])) for depth in range(len(steps), -1, -1))
        number, text = next(
            (place for place in around if place), (len(places) + (hit.location.line or 0), "")
        )
        rank = ranks.get(hit.asset_key, len(ranks))
        return rank, number, max(text.find(hit.text), 0), hit.start, item.rule.id

    return key
