"""Changes of strength: a promise for a hope, a cause for a link, a proof for a hint, the best for a good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.judge.antonyms import synonyms
from msglint.judge.compare import same_figure
from msglint.judge.nouns import PARTIES
from msglint.judge.wording import NEAR, SAME, is_edit, listed, lost_words, nearness, new_words
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, Facts, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAY, _CAN, _HELPS, _DOES, _GUARANTEES = range(5)
# Ability is often left unsaid ("can export" is "exports"); unsaid of an effect, it promises the effect.
_EFFECTS = listed(
    """
increase decrease reduce cut lower raise improve enhance boost lift save shorten lengthen halve
double triple prevent stop block avoid eliminate remove ease relieve soothe calm cure heal treat
protect strengthen weaken accelerate speed slow delay extend prolong minimise minimize maximise
maximize optimise optimize lead cause result trigger drive deliver achieve produce yield generate
earn grow gain win lose spot detect catch identify predict find reveal last survive withstand resist
fight kill destroy beat outperform exceed reach hit meet change transform fix repair resolve solve
restore recover renew replace make keep stay become fall rise drop improves lighten brighten whiten
smooth firm hydrate fade clear even plump soften harden tighten loosen sharpen sweeten whiten darken
deepen heighten flatten straighten lessen dampen moisten freshen refresh attract repel deter purify
clarify nourish rejuvenate regenerate stabilise stabilize balance detoxify energise energize
invigorate sustain neutralise neutralize absorb sanitise sanitize disinfect sterilise sterilize
multiply quadruple outlast convert unlock make create
"""
)
# How sure the word for the evidence is; a finding stated as a proof claims more.
_EVIDENCE = {
    0: "suggest suggests suggested hint imply appear seem indicate believe think expect hope assume "
    "estimate potential possibly apparently reportedly",
    1: "show find report observe see note record document measure demonstrate confirm reveal",
    2: "prove proof proven establish conclusive conclusively undeniable undeniably",
}
_SURE = {word: level for level, line in _EVIDENCE.items() for word in line.split()}
_CAUSES = frozenset(
    {"cause", "because", "due", "trigger", "drive", "lead", "result", "produce", "owing", "thanks"}
)
_LINKS = frozenset(
    {
        "associate",
        "link",
        "correlate",
        "tie",
        "relate",
        "connect",
        "coincide",
        "association",
        "correlation",
        "accompany",
        "connection",
    }
)
_SHARES = frozenset({"contribute", "factor"})
_SAME_RANK = (
    {"number one", "no. 1", "no 1", "no.1", "#1", "leader", "market leader", "leads the market", "leading",
     "market-leading", "market leading", "industry-leading", "industry leading", "world's leading"},
    {"largest", "biggest", "greatest"}, {"fastest", "quickest", "swiftest"}, {"cheapest", "least expensive"},
    {"the best", "our best", "best", "finest", "unrivalled", "unmatched", "unbeatable", "second to none"},
    {"safest", "most secure"}, {"easiest", "simplest"}, {"newest", "the most modern"},
)  # fmt: skip


def strength_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A promise, a proof, a cause or a rank that no wording of the statement has."""
    found = [*_guarantees(claim, candidate), *_raised_words(claim, candidate)]
    found += [
        *_surer_evidence(claim, candidate),
        *_causes(claim, candidate),
        *_told_as_cause(claim, candidate),
    ]
    found += [
        *_wider_comparison(claim, candidate),
        *_more_of_it(claim, candidate),
        *_hope_dropped(claim, candidate),
    ]
    yield from found[:1]
    yield from _ranks(claim, candidate)


def _guarantees(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A word of guarantee; "Ensure that …" at the start tells a reader what to do and promises nothing."""
    rungs = [facts.strength for facts in candidate.family]
    cue = claim.facts.strength_cue
    raised = claim.facts.strength == _GUARANTEES and max(rungs, default=_GUARANTEES) < _GUARANTEES
    if cue and raised and cue.start > 0 and not _is_scope(claim, cue) and not _is_never(cue, candidate):
        yield Change(ChangeKind.STRENGTH, _hedge(candidate.facts), cue.text, cue.start, cue.end)
    for universal in claim.facts.universals:
        if promises(universal, candidate):
            yield Change(
                ChangeKind.STRENGTH, _hedge(candidate.facts), universal.text, universal.start, universal.end
            )


def _is_never(cue: Cue, candidate: Candidate) -> bool:
    """ "will never" promises no more than "can never" or "never" does."""
    return cue.text == "will never" and bool(_NEVER.search(candidate.statement.text))


def promises(cue: Cue, candidate: Candidate) -> bool:
    """ "always" for "can" or "may" raises the promise rather than the scope."""
    return cue.text == "always" and max(facts.strength for facts in candidate.family) <= _HELPS


_SUPPOSES = re.compile(r"\b(?:if|unless|provided|whenever|as long as)\b", re.IGNORECASE)


def _raised_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A word that the statement only hopes for, said as a fact or promised: "reduces" for "may reduce"."""
    if nearness(claim.facts, candidate) < NEAR or claim.facts.is_fragment or claim.facts.is_question:
        return
    if claim.facts.hedges and len(claim.facts.hedges) >= len(candidate.facts.hedges) > 0:
        return
    if len(_SUPPOSES.findall(claim.text)) > len(_SUPPOSES.findall(candidate.statement.text)):
        return
    reported = _tells_a_result(claim, candidate)
    for word in claim.facts.words:
        approved = [_rung(other) for facts in candidate.family for other in facts.words if _same(word, other)]
        if (
            not approved
            or max(approved) == _DOES
            or word.negated
            or word.lemma in PARTIES
            or word.pos == "PROPN"
            or _is_thing(word, candidate)
        ):
            continue
        if reported and not any(_same(word, other) for other in candidate.facts.words):
            continue
        if claim.text[: word.start].lower().endswith("never ") and _NEVER.search(candidate.statement.text):
            continue
        if word.start == 0 and max(approved) == _MAY:
            continue  # "Translate it" makes use of a permission
        near = nearness(claim.facts, candidate) >= SAME
        will = near and max(approved) == _CAN and word.pos == "VERB" and _is_foretold(claim, candidate, word)
        if will or _is_raised(word, max(approved), near=near):
            yield Change(
                ChangeKind.STRENGTH, _hedge_at(candidate, max(approved)), word.text, word.start, word.end
            )
            return


def _tells_a_result(claim: Claim, candidate: Candidate) -> bool:
    """Whether the wording reports as a fact what the claim gives the figure of; others may hope for more."""
    own = candidate.facts
    return own.strength >= _DOES and any(
        same_figure(quantity, other) for quantity in claim.facts.quantities for other in own.quantities
    )


def _is_thing(word: Word, candidate: Candidate) -> bool:
    """Whether a word is a noun on both sides: a thing promises nothing."""
    others = [other for facts in candidate.family for other in facts.words if other.text == word.text]
    return word.pos == "NOUN" and any(other.pos == "NOUN" for other in others)


def _is_foretold(claim: Claim, candidate: Candidate, word: Word) -> bool:
    """ "will attract" for "can attract"; under a new condition it is foretold of some only."""
    said = re.search(r"\b(?:will|going to|shall) (?:\w+ly )?$", claim.text[: word.start], re.IGNORECASE)
    return bool(said) and len(claim.facts.conditions) <= len(candidate.facts.conditions)


def _same(word: Word, other: Word) -> bool:
    return word.lemma == other.lemma and (word.pos == other.pos or other.rung is not None)


def _rung(word: Word) -> int:
    return _DOES if word.rung is None else word.rung


def _is_raised(word: Word, approved: int, *, near: bool) -> bool:
    """Whether a word is said more firmly; can is as good as does, unless an effect is spoken of."""
    said = _rung(word)
    if said <= approved or approved > _HELPS:
        return False
    if approved == _CAN:
        return said == _GUARANTEES or (said == _DOES and word.lemma in _EFFECTS)
    if approved == _MAY and word.lemma not in _EFFECTS and not near:
        return False  # a permission ("you may share it") is not a hope
    return said >= _DOES or (approved == _MAY and said == _HELPS and word.pos == "VERB")


def _hedge_at(candidate: Candidate, rung: int) -> str:
    """The words of hope in the statement: those of the wanted rung, else any."""
    hedges = candidate.facts.hedges
    return _hedge(candidate.facts) or (hedges[0].text if hedges and rung <= _HELPS else "")


def _hedge(facts: Facts) -> str:
    return facts.strength_cue.text if facts.strength_cue else ""


def _is_scope(claim: Claim, cue: Cue) -> bool:
    return any(cue.start == universal.start for universal in claim.facts.universals)


def _surer_evidence(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "was shown to" for "appeared to", "proves" for "suggests"."""
    if nearness(claim.facts, candidate) < NEAR:
        return
    approved = {_SURE[word.lemma]: word.text for facts in candidate.family for word in _evidence(facts)}
    for word in _evidence(claim.facts):
        level = _SURE[word.lemma]
        if approved and level > max(approved) and not word.negated:
            yield Change(ChangeKind.STRENGTH, approved[max(approved)], word.text, word.start, word.end)
            return


_CAUSAL = re.compile(
    r"\b(?:because(?: of)?|due to|thanks to|owing to|as a (?:direct )?(?:result|consequence) of|"
    r"on account of|"
    r"caused by|driven by|brought about by|by virtue of)\b",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"\b(?:after|since|following|when|during|once|alongside|in the (?:\w+ )?"
    r"(?:year|month|week|quarter|season|period)s?)\b",
    re.IGNORECASE,
)
_BRINGS = re.compile(
    r"\b(?:leads?|led) to|\bresult(?:s|ed)? in|\b(?:brings?|brought) about|\bg[ia]ves? rise to|\bcauses?\b|"
    r"\bcaused\b|\b(?:is|are|was|were) (?:responsible for|behind|the (?:cause|reason))|\bmakes?\b|\bmade\b"
    r"(?! (?:of|in|by|from|with)\b)|(?<!you )(?<!we )(?<!they )\bgives?\b|"
    r"\bensures?\b|\btriggers?\b|\bdrives?\b|\bdelivers?\b",
    re.IGNORECASE,
)
_REPORTERS = re.compile(
    r"\b(?:report|see|saw|note|record|register|observe|experience|enjoy|feel|felt|tend|spend|spent|have|had|"
    r"show|suffer)(?:s|ed|d)?\b",
    re.IGNORECASE,
)


_HOPES = re.compile(
    r"\b(?:designed|meant|intended|built|likely|expected|planned|scheduled|set|due|"
    r"on track|supposed|poised) to\b|"
    r"\b(?:aims?|tries|try|hopes?|hoping|plans?|strives?|seeks?|expects?|intends?|"
    r"wants?|tends?)(?: \w+)? to\b|"
    r"\b(?:aim|goal|plan|hope|ambition|target|intention) is to\b|"
    r"\b(?:normally|usually|typically|generally|mostly|often|probably|in most cases|as a rule|should)\b",
    re.IGNORECASE,
)
_HOPING = listed(
    """
design mean intend build likely expect plan schedule set due track suppose poise aim try hope strive seek want
tend goal ambition target intention normally usually typically generally mostly often probably case rule look
"""
)


def _hope_dropped(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "ships the same day" for "normally ships the same day": all the statement says, but its hope."""
    hope = _HOPES.search(candidate.statement.text)
    facts = claim.facts
    if hope is None or facts.hedges or facts.limits or facts.is_question or nearness(facts, candidate) < SAME:
        return
    softened = _HOPES.search(claim.text) or {word.lemma for word in facts.words} & _HOPING
    lost = {word.lemma for word in lost_words(facts, candidate.facts)}
    if softened or not lost <= _HOPING or len(facts.words) < len(candidate.facts.words) - 2:
        return
    if not re.search(r"[.!]$", claim.text.strip()) or any(
        _SOFT.search(f.strength_cue.text) for f in (facts,) if f.strength_cue
    ):
        return
    word = next((w for w in facts.words if w.pos == "VERB"), facts.words[-1])
    yield Change(ChangeKind.STRENGTH, hope[0], word.text, word.start, word.end)


_SOFT = re.compile(r"may|might|could|can|able|help|support", re.IGNORECASE)


# "About" is no hedge after these.
_BRINGING = ("bring ", "brings ", "brought ")


def _told_as_cause(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "because of the ban" for "after the ban"; "sensors lead to fewer losses" for "farms report fewer"."""
    if not is_edit(claim.facts, candidate) or claim.facts.denials:
        return
    text = candidate.statement.text
    if any(not claim.text[: hedge.start].lower().endswith(_BRINGING) for hedge in claim.facts.hedges):
        return
    cause, bond = _CAUSAL.search(claim.text), _MEANWHILE.search(text)
    if cause and bond and not _CAUSAL.search(text) and bond[0].lower() not in claim.text.lower().split():
        yield Change(ChangeKind.STRENGTH, bond[0], cause[0], *cause.span())
        return
    brings, reported = _BRINGS.search(claim.text), _REPORTERS.search(text)
    if brings and reported and not _BRINGS.search(text) and not _REPORTERS.search(claim.text):
        yield Change(ChangeKind.STRENGTH, reported[0], brings[0], *brings.span())


_THAN_ANY = re.compile(
    r"\bthan (?:that of |those of |with |in )?(?:(?:any|every|all|each)(?:one|body|thing)?"
    r"(?: (?:the )?other| else| rival)?|"
    r"the (?:rest|competition)|ever)\b(?: [\w-]+)?",
    re.IGNORECASE,
)


def _wider_comparison(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "more evenly than any other oven" for "more evenly than our earlier ovens"."""
    mark, text = _THAN_ANY.search(claim.text), candidate.statement.text
    approved = re.search(r"\bthan\b(?: [\w’'-]+){1,3}", text)
    close = is_edit(claim.facts, candidate) or nearness(claim.facts, candidate) >= _HALF
    denied = re.search(r"\bno(?:ne|body|thing)?\b", text)
    if mark and approved and close and not denied and not _THAN_ANY.search(text):
        yield Change(ChangeKind.STRENGTH, approved[0], mark[0], *mark.span())


_HALF = 0.5
# Weaker words and, for each, what claims more of the same thing.
_LADDERS = tuple((listed(weak), listed(strong)) for weak, strong in (
    ("reduce limit cut lower curb minimise minimize lessen decrease diminish",
     "eliminate prevent abolish eradicate end stop avoid remove banish"),
    ("slow delay", "stop halt reverse end prevent"),
    ("relieve ease soothe treat alleviate manage reduce help", "cure heal eliminate"),
    ("deter discourage hinder", "prevent stop"),
    ("improve address tackle", "solve fix perfect"),
    ("fast quick quickly rapid rapidly swift swiftly", "instant instantly immediate immediately"),
    ("good great", "perfect flawless ideal"),
    ("encourage promote favour favor foster", "ensure guarantee cause"),
    ("match equal rival approach", "beat outperform exceed surpass outdo"),
    ("effective tested trusted", "proven infallible unfailing"),
    ("minimal negligible small little", "zero"),
))  # fmt: skip
_RARELY = re.compile(
    r"\b(?:rarely|seldom|hardly ever|scarcely ever|almost never|infrequently)\b", re.IGNORECASE
)
_NEVER = re.compile(r"\b(?:never|not once|at no time)\b", re.IGNORECASE)
_ALMOST = r"(?:nearly|almost|virtually|practically|all but|as good as)"
_BARE = re.compile(
    rf"\b{_ALMOST} (?!all\b|every|each\b|half\b|no\b|a\b|an\b|the\b|\w+ of\b)([a-z]{{4,}})", re.IGNORECASE
)
_COUNTING = listed(
    "twice double triple half three four five seven eight nine twelve twenty everyone everybody never"
)


def _more_of_it(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A word from further up a ladder: "cures" for "eases", "never" for "rarely"."""
    if not is_edit(claim.facts, candidate):
        return
    added, lost = new_words(claim.facts, candidate), lost_words(claim.facts, candidate.facts)
    for word in added:
        for other in lost:
            further = any(other.lemma in weak and word.lemma in strong for weak, strong in _LADDERS)
            if further and word.negated == other.negated and not claim.facts.hedges:
                yield Change(ChangeKind.STRENGTH, other.text, word.text, word.start, word.end)
                return
    text = candidate.statement.text
    rarely, never = _RARELY.search(text), _NEVER.search(claim.text)
    if rarely and never and not _RARELY.search(claim.text):
        yield Change(ChangeKind.STRENGTH, rarely[0], never[0], *never.span())
    for almost in _BARE.finditer(text):
        plain = re.search(rf"\b{re.escape(almost[1])}\b", claim.text, re.IGNORECASE)
        if (
            plain
            and almost[1].lower() not in _COUNTING
            and not re.search(rf"\b{_ALMOST}\b", claim.text, re.IGNORECASE)
        ):
            yield Change(ChangeKind.STRENGTH, almost[0], plain[0], *plain.span())
    for kept in re.finditer(r"\b(\w+)[- ]resistant\b", text, re.IGNORECASE):
        if proof := re.search(rf"\b{re.escape(kept[1])}[- ]?proof\b", claim.text, re.IGNORECASE):
            yield Change(ChangeKind.STRENGTH, kept[0], proof[0], *proof.span())


def _evidence(facts: Facts) -> list[Word]:
    return [word for word in facts.words if word.lemma in _SURE]


def _causes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "causes" for "is linked to"."""
    if nearness(claim.facts, candidate) < NEAR - 0.1:
        return
    lost = [word for word in lost_words(claim.facts, candidate.facts) if word.lemma in _LINKS | _SHARES]
    lost = [word for word in lost if not candidate.statement.text[word.end :].startswith(" of ")]
    added = [word for word in new_words(claim.facts, candidate) if word.lemma in _CAUSES | _EFFECTS]
    kept = {word.lemma for word in claim.facts.words} & (_LINKS | _SHARES)
    if lost and added and not kept and not claim.facts.hedges and _rung(added[0]) >= _DOES:
        yield Change(ChangeKind.STRENGTH, lost[0].text, added[0].text, added[0].start, added[0].end)


# The end of a scale is no rank: "the highest load", "the best odds".
_OF_A_SCALE = re.compile(r" (?:levels?|loads?|odds|chances?|values?|amounts?|temperatures?|doses?)\b")


def _ranks(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A superlative or a claim to lead; one of the best is not the best."""
    family = [cue for facts in candidate.family for cue in facts.superlatives]
    approved = {cue.text for cue in family}
    for cue in claim.facts.superlatives:
        if _OF_A_SCALE.match(claim.text[cue.end :]):
            continue
        alike = [other for other in family if other.text == cue.text or _same_rank(cue.text, other.text)]
        shared = bool(cue.kind)
        if not alike and shared and any(not other.kind for other in family):
            continue  # "a leading" for "the largest" says less
        if alike and (shared or any(not other.kind for other in alike)):
            continue
        yield Change(ChangeKind.STRENGTH, _shown(alike, approved), cue.text, cue.start, cue.end)


def _shown(alike: list[Cue], approved: set[str]) -> str:
    if alike:
        return f"{alike[0].kind} {alike[0].text}".strip()
    return sorted(approved)[0] if approved else ""


def _same_rank(one: str, other: str) -> bool:
    one, other = one.removeprefix("the "), other.removeprefix("the ")
    return one == other or any(one in rank and other in rank for rank in _SAME_RANK) or other in synonyms(one)
