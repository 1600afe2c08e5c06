"""Is this text a claim at all? Headings, contact lines, agendas, legal lines and stage directions are not."""

from __future__ import annotations

import re

from msglint.model import BlockKind, Facts

_REASONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("contact line", re.compile(
        r"^(?:[\w.,&/|?!–-]+[\s:]+){0,6}(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?:\+|"
        r"\b0)\d[\d\s()/-]{6,}\d)\S*(?:\s\S+){0,4}$|^\s*(?:contact|tel|phone|email|e-mail|"
        r"fax)(?: us)?\s*[:.]", re.I)),
    ("byline", re.compile(
        r"^\s*(?:[Bb]y|[Ff]rom|[Ww]ords?:|[Aa]uthor:?) [A-Z][\w'’-]+ [A-Z][\w'’-]+\s*(?:,|\||·|$)|"
        r"\b\d+[ -]?min(?:ute)?s?[ -](?:to[ -])?read\b(?! (?:the|your|our|an?)\b)|"
        r"^\s*(?:[Ll]ast )?(?:[Pp]osted|[Pp]ublished|[Uu]pdated) (?:(?:on|by)\b[^.]{0,40}|"
        r"[^.]{0,30}\b20\d\d)\s*$")),
    ("legal line", re.compile(
        r"©|\(c\) ?\d{4}|all rights reserved|registered (?:trade ?mark|office)|^\s*registered (?:in|at)\b|"
        r"trade ?marks? of|terms (?:and|&) conditions|company (?:no|number|registration)|vat (?:no|id)|"
        r"subject to change without notice|forward-looking statements|reprint (?:free|permitted)|"
        r"^\s*(?:pictures?|photos?|images?)(?: by)?\s*:|for illustration|example data|"
        r"^\W*(?:(?:strictly|company|commercial|internal|private|and|&) )*confidential\b(?!.*\b(?:is|"
        r"are)\b)[^.]{0,60}\W*$",
        re.I)),
    ("agenda or signpost", re.compile(
        r"^\s*(?:agenda|contents?|table of contents|overview|outline|summary|appendix|annex|backup|"
        r"introduction|conclusion|faq|q ?& ?a|questions\??|any questions\??|thank you.*|thanks!?|next steps|"
        r"about us|our team|references|sources?|in this (?:issue|section)|(?:part|chapter|section|step|"
        r"figure|fig\.|table|chart|slide|page|exhibit)\s+(?:\d+|[ivx]+|one|two|three|four|five|"
        r"six)(?:\s*[:.–-].*)?|screenshot.*|read more.*|learn more.*|click here.*|download.*|book a demo.*|"
        r"get started.*|sign up.*|contact sales.*|(?:hall|stand|booth) \w+(?:, (?:hall|stand|booth) \w+)?|"
        r"(?:how|why|where|when|who)(?: \S+){1,5}(?<![?.!]))\s*[.:!]?\s*$", re.I)),
    ("greeting", re.compile(
        r"^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|(?:kind|best|warm) (?:regards|wishes)|"
        r"cheers|regards|sincerely|yours|see you|looking forward)(?![\w-])[^.]{0,60}$", re.I)),
    ("stage direction", re.compile(
        r"^\s*\(?(?:pause|next slide|click|start (?:the )?(?:video|demo)|play (?:the )?(?:video|clip)|"
        r"ask (?:for|the|them|who|if|how)|show (?:of hands|the|them|slide)|skip|switch to|hand over|wait for|"
        r"hand out|go to slide|keep (?:this|it) (?:short|brief)|let them|speaker|timing|"
        r"transition)(?![\w-])", re.I)),
)  # fmt: skip
# What only hints that a text is no claim is left to the judge to weigh; these settle it.
SETTLED = frozenset(
    {"contact line", "byline", "legal line", "agenda or signpost", "greeting", "question", "no words"}
    | {f"{kind} text" for kind in ("nav", "legal", "cookie", "code", "link")}
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+")
_QUIET_KINDS = frozenset(
    {BlockKind.NAV, BlockKind.LEGAL, BlockKind.COOKIE, BlockKind.CODE, BlockKind.LINK}
)


def why_not_a_claim(text: str, kind: BlockKind, facts: Facts) -> str:
    """The reason why `text` asserts nothing that messaging governs, or "" when it may be a claim."""
    if kind in _QUIET_KINDS:
        return f"{kind.value} text"
    if not any(letter.isalpha() for letter in text):
        return "no words"
    for reason, pattern in _REASONS:
        if pattern.search(text) and not (reason == "agenda or signpost" and _measures(facts)):
            return reason
    if all(part.rstrip("\"”’'").endswith("?") for part in _SENTENCE_END.split(text.strip())):
        return "question"
    if _is_label(facts):
        return "heading"
    return ""


def _measures(facts: Facts) -> bool:
    """ "Figure 1: waste fell by half", "Get started in 3 weeks": more than a section or a button."""
    return any(quantity.dimension != "count" for quantity in facts.quantities)


def _is_label(facts: Facts) -> bool:
    """A fragment of one or two content words that names no number and no known name is a label."""
    known = [name for name in facts.names if name.role not in ("other", "company")]
    return (
        facts.is_fragment
        and len(facts.words) <= 2
        and not facts.quantities
        and not known
        and not facts.superlatives
    )
