"""Is this text a claim at all? Headings, contact lines, agendas, legal lines and stage directions are not."""

from __future__ import annotations

import re

from msglint.model import BlockKind, Facts

_REASONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("contact line", re.compile(
        r"^(?:[\w.,&/|–-]+[\s:]+){0,6}(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?:\+|\b0)\d[\d\s()/-]{6,}\d)\S*(?:\s\S+){0,4}$|"
        r"^\s*(?:contact|tel|phone|email|e-mail|fax)(?: us)?\s*[:.]", re.I)),
    ("byline", re.compile(
        r"^\s*(?:by|from|words?:|author:?) [A-Z][\w'’-]+ [A-Z][\w'’-]+\s*(?:,|\||·|$)|\bmin(?:ute)?s? (?:to )?read\b|"
        r"^\s*(?:posted|published|updated|last updated) (?:on|by)?\b[^.]{0,40}$")),
    ("legal line", re.compile(
        r"©|\(c\) ?\d{4}|all rights reserved|registered (?:trade ?mark|in|office|at)|trade ?marks? of|terms (?:and|&) conditions|"
        r"company (?:no|number|registration)|vat (?:no|id)|subject to change without notice|forward-looking statements|"
        r"reprint (?:free|permitted)|^\s*(?:pictures?|photos?|images?)(?: by)?\s*:|for illustration|example data|confidential", re.I)),
    ("agenda or signpost", re.compile(
        r"^\s*(?:agenda|contents?|table of contents|overview|outline|summary|appendix|annex|backup|introduction|conclusion|faq|q ?& ?a|"
        r"questions\??|any questions\??|thank you.*|thanks!?|next steps|about us|our team|references|sources?|in this (?:issue|section)|"
        r"(?:part|chapter|section|step|figure|fig\.|table|chart|slide|page|exhibit)\s+(?:\d+|[ivx]+|one|two|three|four|five|six)(?:\s*[:.–-].*)?|"
        r"screenshot.*|read more.*|learn more.*|click here.*|download.*|book a demo.*|get started.*|sign up.*|contact sales.*|"
        r"(?:hall|stand|booth) \w+(?:, (?:hall|stand|booth) \w+)?|(?:how|why|where|when|who)(?: \S+){1,5}(?<![?.!]))\s*[.:!]?\s*$", re.I)),
    ("greeting", re.compile(
        r"^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|(?:kind|best|warm) (?:regards|wishes)|cheers|regards|sincerely|"
        r"yours|see you|looking forward)\b[^.]{0,60}$", re.I)),
    ("stage direction", re.compile(
        r"^\s*\(?(?:pause|next slide|click|start (?:the )?(?:video|demo)|play (?:the )?(?:video|clip)|ask (?:for|the|them|who|if|how)|"
        r"show (?:of hands|the|them|slide)|skip|switch to|hand over|wait for|hand out|go to slide|keep (?:this|it) (?:short|brief)|"
        r"let them|speaker|timing|transition)\b", re.I)),
)  # fmt: skip
# What only hints that a text is no claim is left to the judge to weigh; these settle it.
SETTLED = frozenset(
    {"contact line", "byline", "legal line", "agenda or signpost", "greeting", "question", "no words"}
    | {f"{kind} text" for kind in ("nav", "legal", "code")}
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+")
_QUIET_KINDS = frozenset({BlockKind.NAV, BlockKind.LEGAL, BlockKind.CODE})


def why_not_a_claim(text: str, kind: BlockKind, facts: Facts) -> str:
    """The reason why `text` asserts nothing that messaging governs, or "" when it may be a claim."""
    if kind in _QUIET_KINDS:
        return f"{kind.value} text"
    if not any(letter.isalpha() for letter in text):
        return "no words"
    for reason, pattern in _REASONS:
        if pattern.search(text):
            return reason
    if all(part.rstrip("\"”’'").endswith("?") for part in _SENTENCE_END.split(text.strip())):
        return "question"
    if _is_label(facts):
        return "heading"
    return ""


def _is_label(facts: Facts) -> bool:
    """A fragment of one or two content words that names no number and no known name is a label."""
    known = [name for name in facts.names if name.role not in ("other", "company")]
    return facts.is_fragment and len(facts.words) <= 2 and not facts.quantities and not known and not facts.superlatives
