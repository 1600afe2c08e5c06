"""The report as one self-contained web page that asks nothing of any other place."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from msglint.model import Mode, Severity, Verdict
from msglint.report.marking import approved_segments, found_segments
from msglint.report.quoting import place, visible
from msglint.report.reading import AssetPart, asset_parts
from msglint.report.rule_info import Rules, rule_of
from msglint.report.tally import headline, plural, severity_words, summary, sureness, tally

if TYPE_CHECKING:
    from jinja2 import Environment

    from msglint.model import Finding, Judgement, Report

# A page with more rows than this is slow to open; the JSON report holds every claim.
CLAIM_ROWS = 20_000
# What each verdict means to someone who has not read the documentation, in the order of the bar.
VERDICTS = {
    Verdict.ON_MESSAGE: "says what an approved statement says",
    Verdict.DRIFT: "is about an approved statement but changes something that matters",
    Verdict.CONTRADICTION: "cannot be true together with an approved statement",
    Verdict.UNSUPPORTED: "speaks of us, and no approved statement supports it",
    Verdict.OFF_MESSAGE: "speaks of something the messaging does not cover",
    Verdict.UNSURE: "msglint could not decide; a person should look",
}


def render_html(report: Report, rules: Rules) -> str:
    """The page, usable without JavaScript. It escapes all it quotes and its policy forbids every request."""
    css, script = _static("report.css"), _static("report.js")
    parts = asset_parts(report)
    page = _environment().get_template("report.html.j2")
    return page.render(
        report=report,
        counts=tally(report),
        parts=parts,
        claims=_claims(parts),
        rules=_named(parts, rules),
        coverage=report.mode is Mode.COVERAGE,
        verdicts=VERDICTS,
        css=css,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("msglint.report"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        approved_segments=approved_segments,
        bar=_bar,
        found_segments=found_segments,
        headline=headline,
        place=place,
        plural=plural,
        severities=_severities,
        summary=summary,
        sureness=sureness,
    )
    return environment


def _static(name: str) -> Any:
    """A style sheet or script of ours, which goes into the page as it is."""
    from markupsafe import Markup

    return Markup(files("msglint.report").joinpath("templates", name).read_text("utf-8"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _named(parts: tuple[AssetPart, ...], rules: Rules) -> dict[str, Any]:
    """The rules that the shown findings name, by id."""
    named = {finding.rule: rule_of(finding, rules) for part in parts for finding in part.open}
    return dict(sorted(named.items()))


def _claims(parts: tuple[AssetPart, ...]) -> list[list[Judgement] | None]:
    """For each part the judgements on its claims; None from where the page would grow too long."""
    left = CLAIM_ROWS
    shown: list[list[Judgement] | None] = []
    for part in parts:
        judged = part.asset.judgements if part.asset else ()
        rows = [judgement for judgement in judged if judgement.verdict is not Verdict.NOT_A_CLAIM]
        left -= len(rows)
        shown.append(rows if left >= 0 else None)
    return shown


def _severities(findings: tuple[Finding, ...]) -> str:
    return severity_words({s: sum(finding.severity is s for finding in findings) for s in Severity})


def _bar(verdicts: dict[Verdict, int]) -> list[tuple[Verdict, int, float, float]]:
    """Each verdict that occurs: its count, and the start and width of its share of a bar 1000 wide."""
    total = sum(verdicts[verdict] for verdict in VERDICTS) or 1
    shares: list[tuple[Verdict, int, float, float]] = []
    start = 0.0
    for verdict in VERDICTS:
        width = round(1000 * verdicts[verdict] / total, 1)
        if width:
            shares.append((verdict, verdicts[verdict], round(start, 1), width))
        start += width
    return shares
