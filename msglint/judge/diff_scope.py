"""Changes of scope: of how many, of whom, of what and where a statement holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.judge.antonyms import synonyms
from msglint.judge.audiences import AUDIENCE, RESTRICTIONS, are_other_sorts, are_same_sort
from msglint.judge.diff_names import in_wording, is_part_of, is_short_for
from msglint.judge.diff_strength import promises
from msglint.judge.nearness import lemmas
from msglint.judge.synonyms import are_synonyms
from msglint.judge.wording import NEAR, SAME, is_edit, lost_words, nearness, new_words
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, Facts, Name, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

# How many a quantifier speaks of; the first pattern that fits decides.
_LADDER = tuple((rung, re.compile(rf"(?:{words})\b")) for rung, words in (
    (5, r"(?:nearly|almost|virtually|practically|just about)|the (?:vast|great|overwhelming) majority|"
        r"the bulk"),
    (0, r"none|not one|no one|nobody"),
    (1, r"(?:only|just) (?:a few|some|a handful)|few|very few|hardly any|scarcely any|"
        r"a minority|not all|not every"),
    (4, r"most|(?:the|a) majority|more than half|over half"),
    (3, r"many|numerous|plenty|a (?:large|great)|lots|dozens|hundreds|thousands|"
        r"a (?:large |growing )?(?:number|range)|(?:up to )?half"),
    (2, r"several|some|a few|a handful|a couple|parts? of|certain|selected|select|a selection"),
    (6, r"all|every|each|both|the whole|(?:an?|our|its|their) entire|the entire|everyone|everybody|any|whole|"
        r"entire"),
))  # fmt: skip
_NONE, _SCARCE, _LOTS, _MOST, _ALL = 0, 1, 3, 4, 6
_WIDE = (
    (
        3,
        re.compile(r"world(?:wide)?|globe|global(?:ly)?|planet|international(?:ly)?|earth"),
    ),
    (2, re.compile(r"continent(?:al)?|europe|europe-?wide|pan-european|overseas|abroad|america|asia|africa")),
    (1, re.compile(r"country|nation|national(?:ly)?|nationwide|countrywide")),
)
_MANY = 10
# "Entire" and the new noun count as new words, so the rule of "only" asks for less than NEAR.
_HALF = 0.5
_SHARED = 2
_ONLY = frozenset({"only", "solely", "exclusively"})
_ADDED_ONLY = re.compile(
    r"(?<![\w-])(?<!not )(?<!the )(?<!if )(?:only|solely|exclusively)\b"
    r"(?! (?:\d|an? |one\b|two\b|three\b|four\b|five\b|if\b|when\b))",
    re.IGNORECASE,
)


def scope_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Of more than the statement says: of all for most, of the world for a county, of phones for laptops."""
    found = [*_universals(claim, candidate), *_quantified(claim, candidate)]
    if not found and is_edit(claim.facts, candidate):
        found += [*_widened(claim, candidate), *_audiences(claim, candidate),
                  *_other_sorts(claim, candidate),
                  *_listed_too(claim, candidate),
                  *_also(claim, candidate), *_only(claim, candidate)]  # fmt: skip
    if not found and nearness(claim.facts, candidate) >= _HALF:
        found += _no_longer_only(claim, candidate)
    yield from found
    yield from _added_names(claim, candidate)


def _universals(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A universal word ("all", "every", "worldwide") for which the statement has none to stand for."""
    if len(lemmas(claim.facts) & {word for facts in candidate.family for word in lemmas(facts)}) < _SHARED:
        return  # "Some of it always will be left" is about nothing in particular
    wordings = (candidate.facts, *candidate.family, *candidate.beside)
    totals = {noun for facts in wordings for noun in facts.totals}
    own = {cue.text for cue in candidate.facts.universals}
    spare = max((len(_total_cues(facts)) for facts in candidate.family), default=0) - len(
        _total_cues(claim.facts)
    )
    for cue in claim.facts.universals:
        known = cue.text in own or cue.kind in totals or (cue.kind and "them" in totals)
        if (known and not _is_less(cue.kind, candidate)) or promises(cue, candidate):
            continue
        if _is_told_otherwise(claim, cue, candidate):
            continue
        typical = next((c.text for c in candidate.facts.statistics if c.kind in ("median", "average")), "")
        if typical and candidate.facts.quantities and claim.facts.quantities:
            yield Change(ChangeKind.QUALIFIER, typical, cue.text, cue.start, cue.end)
            continue
        if spare >= 0 and not _is_less(cue.kind, candidate) and not _is_boundless(claim, cue):
            continue
        limit = candidate.facts.limits[0].text if candidate.facts.limits else ""
        yield Change(ChangeKind.SCOPE, limit, cue.text, cue.start, cue.end)


_EVERYONE = re.compile(
    r"\b(?:any|every)(?:one|body)\b|\b(?:the public|all|nobody|no one|shared?)\b|"
    r"\b(?:every|each|any) (?:customer|client|user|member|visitor|guest|reader|employee|subscriber|person)\b",
    re.IGNORECASE,
)
_WHATEVER = r"whatever|whichever|regardless of|irrespective of|no matter (?:what|which)"
_THAN = re.compile(
    r"\bthan (?:(?:that|those|it|they|we|you) (?:\w+ )?)?(?:of |with |in |on )?$", re.IGNORECASE
)


def _is_told_otherwise(claim: Claim, cue: Cue, candidate: Candidate) -> bool:
    """Whether the statement has as much in other words, or the cue is but the mark of a comparison."""
    text = candidate.statement.text
    if _THAN.search(claim.text[: cue.start]):
        return True
    if cue.text == "always" and _is_explained(claim, cue, candidate):
        return True
    if reach := _wide(cue.text):
        return max(map(_said_reach, candidate.family), default=0) >= reach
    if cue.text in ("everyone", "everybody"):
        return bool(_EVERYONE.search(text))
    if cue.kind and re.search(rf"\b{re.escape(cue.kind)} by {re.escape(cue.kind)}\b", text, re.IGNORECASE):
        return True
    if cue.kind and re.search(
        rf"\b(?:{_WHATEVER}) (?:the |their |your |our )?{re.escape(cue.kind)}\b", text, re.IGNORECASE
    ):
        return True
    return _is_of_all_anyway(claim, cue, candidate)


def _is_explained(claim: Claim, cue: Cue, candidate: Candidate) -> bool:
    """ "You always see why: each edit names its rule" says no more than "each edit names its rule"."""
    totals = {noun for facts in candidate.family for noun in facts.totals}
    after = re.search(r": ", claim.text[cue.end :])
    told = {word.lemma for word in claim.facts.words if after and word.start >= cue.end + after.end()}
    return bool(totals & set(claim.facts.totals) & told)


def _is_of_all_anyway(claim: Claim, cue: Cue, candidate: Candidate) -> bool:
    """ "All our ferries are electric" for "Our ferries are electric": a bare plural is said of all."""
    facts = candidate.facts
    bounded = facts.hedges or facts.limits or facts.quantifiers or nearness(claim.facts, candidate) < SAME
    noun = next((w for w in facts.words if w.lemma == cue.kind and w.text.lower() != w.lemma), None)
    if noun is None or bounded or any(word.pos == "VERB" and word.start < noun.start for word in facts.words):
        return False
    counted = any(q.noun == cue.kind for q in facts.quantities)
    return not counted and not facts.quantities and not lost_words(claim.facts, facts)


def _said_reach(facts: Facts) -> int:
    """How far a wording reaches in any of its words; so many countries are as good as the world."""
    many = any(q.noun == "country" and q.low is not None and q.low >= _MANY for q in facts.quantities)
    wide = max((_wide(cue.text) for cue in facts.universals), default=0)
    return max(wide, _reach(facts, every=True), 3 if many else 0)


def _is_boundless(claim: Claim, cue: Cue) -> bool:
    """Whether a word of place has no bound of its own, as "everywhere in the county" has."""
    bounded = re.match(r" (?:in|on|at|across|within)\b", claim.text[cue.end :])
    return not bounded and (_wide(cue.text) > 0 or cue.text in ("everywhere", "anywhere"))


def _total_cues(facts: Facts) -> set[int]:
    """Where a sentence speaks of all: universal words, quantifiers of all, and "no … lacks"."""
    found = {cue.start for cue in facts.universals if not _wide(cue.text)}
    found |= {cue.start for cue in facts.quantifiers if rung(cue.text) == _ALL}
    return found | {
        cue.start for cue in facts.denials if cue.text in ("no", "none", "nobody", "nothing", "never")
    }


def _is_less(noun: str, candidate: Candidate) -> bool:
    """Whether the statement says of a noun that it is not of all."""
    return bool(noun) and any(
        cue.kind == noun and rung(cue.text) < _ALL for cue in candidate.facts.quantifiers
    )


def rung(text: str) -> int:
    """How many a quantifier speaks of: 0 none, 1 few, 2 some, 3 many, 4 most, 5 nearly all, 6 all."""
    return next((rung for rung, pattern in _LADDER if pattern.match(text)), _ALL)


def _quantified(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "most" for "some", "none" for "few", and every hotel for the two hotels of the statement."""
    said_all = {cue.start for cue in claim.facts.universals}
    for cue in claim.facts.quantifiers:
        if not cue.kind or cue.start in said_all:
            continue
        others = [c for facts in candidate.family for c in facts.quantifiers if _same_noun(cue.kind, c.kind)]
        counts = [q for f in candidate.family for q in f.quantities if q.noun == cue.kind != q.unit]
        if others and all(_is_more(cue, other) for other in others):
            yield Change(ChangeKind.SCOPE, others[0].text, cue.text, cue.start, cue.end)
        elif counts and not others and rung(cue.text) == _ALL and not _counts(cue, claim.facts):
            yield Change(ChangeKind.SCOPE, counts[0].text, cue.text, cue.start, cue.end)
        elif not others and rung(cue.text) == _ALL and (part := _part(cue, claim, candidate)):
            yield Change(ChangeKind.SCOPE, part, cue.text, cue.start, cue.end)
    yield from _nobody_for_few(claim, candidate)
    if nearness(claim.facts, candidate) >= NEAR:
        yield from _unquantified(claim, candidate)


_NUMERAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|\d+)"


def _part(cue: Cue, claim: Claim, candidate: Candidate) -> str:
    """The words by which the statement speaks of some of what a claim speaks of all: "two year groups"."""
    if _counts(cue, claim.facts) or not is_edit(claim.facts, candidate):
        return ""
    lost = lost_words(claim.facts, candidate.facts)
    for noun in (word for word in candidate.facts.words if word.lemma == cue.kind):
        before = candidate.statement.text[: noun.start]
        counted = re.search(
            rf"\b{_NUMERAL} (?:of (?:our|the|its|their) )?(?:[\w-]+ )?$", before, re.IGNORECASE
        )
        if (
            counted
            and noun.text.lower() != noun.lemma
            and not re.search(r"\ball $", before[: counted.start()])
        ):
            return counted[0].strip()
        named = [word for word in lost if word.modifies == noun.start and word.text[0].isupper()]
        if named and noun.text.lower() == noun.lemma and re.search(r"\b(?:the|our) (?:[\w-]+ )+$", before):
            return f"{named[0].text} {noun.text}"
    return ""


def _nobody_for_few(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "No parcel gets lost" for "hardly any parcel gets lost"."""
    for cue in candidate.facts.quantifiers:
        if rung(cue.text) == _SCARCE and not cue.text.startswith("not") and cue.kind:
            match = re.search(
                rf"\b(?:no|not an?)(?: [\w-]+)? {re.escape(cue.kind)}", claim.text, re.IGNORECASE
            )
            if match and is_edit(claim.facts, candidate):
                yield Change(ChangeKind.SCOPE, cue.text, match[0].lower(), *match.span())


def _counts(cue: Cue, claim: Facts) -> bool:
    """ "both" and "all three" count as well; "each of the three" does too."""
    return cue.text in ("both", "either") or any(q.noun == cue.kind for q in claim.quantities)


def _same_noun(one: str, other: str) -> bool:
    return one.removesuffix("s") == other.removesuffix("s") or other in synonyms(one)


def _is_more(cue: Cue, other: Cue) -> bool:
    mine, theirs = rung(cue.text), rung(other.text)
    if theirs == _SCARCE or mine == _NONE:
        return mine != theirs and not (theirs == _SCARCE and other.text == "few" and "few" in cue.text)
    if other.text.startswith(("a few", "a handful", "a couple")) and mine >= _LOTS:
        return True
    return (
        mine > theirs and not (theirs >= _MOST > mine) and mine - theirs >= (2 if theirs in (2, _MOST) else 1)
    )


def _unquantified(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "Hotels pay on time" for "most hotels pay on time" says it of all."""
    counted = {cue.kind for cue in claim.facts.quantifiers} | {q.noun for q in claim.facts.quantities}
    for cue in candidate.facts.quantifiers:
        if (
            not cue.kind
            or not _SCARCE <= rung(cue.text) < _ALL
            or cue.text in ("part of", "parts of", "half of")
        ):
            continue
        if any(c.kind == cue.kind and rung(c.text) == _ALL for f in candidate.family for c in f.quantifiers):
            continue
        bare = [w for w in claim.facts.words if w.lemma == cue.kind and w.text.lower() != w.lemma]
        own = {hedge.text for hedge in candidate.facts.hedges} - {cue.text}
        hedged = claim.facts.limits or any(hedge.text not in own for hedge in claim.facts.hedges)
        if bare and cue.kind not in counted and not hedged:
            heads = {w.head for w in candidate.facts.words if w.lemma == cue.kind}
            among = any(head and head in cue.text.split() for head in heads) or cue.text.endswith(" of")
            among = among or f"{cue.text} of" in candidate.statement.text.lower()
            if (bare[0].head in heads or among) and _stands_bare(claim.text, bare[0]):
                yield Change(ChangeKind.SCOPE, cue.text, bare[0].text, bare[0].start, bare[0].end)


def _stands_bare(text: str, word: Word) -> bool:
    """Whether a plural stands without "the" or "these", which may point back to some."""
    before = text[: word.start].lower().split()
    return not before or before[-1] not in ("the", "these", "those", "such", "its")


def _wide(text: str) -> int:
    """How far a word of place reaches: 3 the world, 2 a continent, 1 a country, 0 less."""
    return next((reach for reach, pattern in _WIDE if pattern.search(text)), 0)


def _widened(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "around the world" for "in the Gulf region"."""
    reach = max((_reach(facts, every=True) for facts in candidate.family), default=0)
    own = _reach(claim.facts)
    if own > reach and not claim.facts.superlatives:
        for cue in claim.facts.prepositions:
            whole = re.match(r" (?:the |our |all |whole |entire )+\w|\W+[A-Z]", claim.text[cue.end :])
            if _wide_word(cue.kind) == own and cue.text in _PLACING and whole:
                yield Change(
                    ChangeKind.SCOPE, _place(candidate.facts), f"{cue.text} {cue.kind}", cue.start, cue.end
                )
                return
        for word in claim.facts.words:
            if _wide_word(word.lemma) == own and word.pos in ("ADV", "ADJ") and not word.negated:
                yield Change(ChangeKind.SCOPE, _place(candidate.facts), word.text, word.start, word.end)
                return


_PLACING = frozenset({"across", "around", "throughout", "over", "in", "through"})


def _wide_word(lemma: str) -> int:
    return next((reach for reach, pattern in _WIDE if pattern.fullmatch(lemma)), 0)


def _reach(facts: Facts, *, every: bool = False) -> int:
    placed = [cue.kind for cue in facts.prepositions if every or cue.text in _PLACING]
    words = [word.lemma for word in facts.words if every or word.pos in ("ADV", "ADJ")]
    return max(map(_wide_word, (*placed, *words)), default=0)


def _place(facts: Facts) -> str:
    return next((name.text for name in facts.names if name.role == "other"), "")


def _audiences(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "private customers" for "business customers", "passengers" for "members": of others than approved."""
    nouns = {word.lemma for word in claim.facts.words} & {word.lemma for word in candidate.facts.words}
    added, lost = new_words(claim.facts, candidate), lost_words(claim.facts, candidate.facts)
    for word in added:
        if word.head in nouns & AUDIENCE and word.lemma in RESTRICTIONS and word.pos != "VERB":
            for other in lost:
                if (
                    other.head == word.head
                    and other.lemma in RESTRICTIONS
                    and not are_same_sort(word.lemma, other.lemma)
                ):
                    yield Change(ChangeKind.SCOPE, other.text, word.text, word.start, word.end)
                    return
    said = {word.lemma: word for word in claim.facts.words}
    for other in lost if not added else ():
        noun = said.get(other.head)
        if noun and noun.modifies >= 0:
            continue  # "a kitchen platform" says nothing of which kitchens
        if other.modifies < 0 and other.head not in AUDIENCE:
            continue
        if noun and other.head not in AUDIENCE and (len(lost) > 1 or noun.text.lower() == noun.lemma):
            continue
        if noun and other.lemma in RESTRICTIONS and not any(word.head == noun.lemma for word in added):
            yield Change(ChangeKind.SCOPE, other.text, noun.text, noun.start, noun.end)
            return


def _listed_too(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "laptops, phones and tablets" where laptops and phones are approved."""
    added = {word.lemma: word for word in new_words(claim.facts, candidate)}
    approved = [set(items) for facts in candidate.family for items in facts.lists]
    for items in claim.facts.lists:
        extra = [item for item in items if item in added]
        kept = set(items) - set(extra)
        matched = any(len(kept & other) >= 2 for other in approved)
        if matched and extra and len(items) > max(len(o) for o in approved if len(kept & o) >= 2):
            word = added[extra[0]]
            yield Change(ChangeKind.SCOPE, "", word.text, word.start, word.end)


def _other_sorts(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "for children" for "for adults", "southern counties" for "northern counties"."""
    lost = lost_words(claim.facts, candidate.facts)
    for word in new_words(claim.facts, candidate):
        for other in lost:
            same_place = word.head == other.head or word.slot.split(":")[-1] == other.slot.split(":")[-1]
            if same_place and word.negated == other.negated and are_other_sorts(word.lemma, other.lemma):
                yield Change(ChangeKind.SCOPE, other.text, word.text, word.start, word.end)
                return


def _no_longer_only(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "Our entire range is certified" for "only our mackerel is certified"."""
    only = [cue for cue in candidate.facts.limits if cue.text in _ONLY]
    if re.search(r"\b(?:not|first|then) only\b", candidate.statement.text, re.IGNORECASE):
        return
    if any(rung(cue.text) == _ALL for f in candidate.family for cue in f.quantifiers):
        return
    if only and not any(cue.text in _ONLY for cue in claim.facts.limits) and not claim.facts.denials:
        for cue in claim.facts.quantifiers:
            if cue.kind and rung(cue.text) == _ALL and cue.text not in ("any", "both"):
                yield Change(ChangeKind.SCOPE, only[0].text, cue.text, cue.start, cue.end)
                return


def _also(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "covers parts and labour" for "covers parts": all of the statement, and more of the same place."""
    added = {word.lemma: word for word in new_words(claim.facts, candidate)}
    if not added or lost_words(claim.facts, candidate.facts) or len(candidate.facts.words) < 3:
        return
    listed = {item for items in candidate.facts.lists for item in items}
    approved = {word.lemma for facts in candidate.family for word in facts.words}
    for items in claim.facts.lists:
        kept, extra = [i for i in items if i not in added], [i for i in items if i in added]
        new = [item for item in extra if not any(are_synonyms(item, lemma) for lemma in approved)]
        if len(kept) == 1 and kept[0] not in listed and new and set(added) <= set(extra):
            word = added[new[0]]
            yield Change(ChangeKind.SCOPE, kept[0], word.text, word.start, word.end)


def _only(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "made only in Leeds" for "made in Leeds" shuts out what the statement leaves open."""
    match = _ADDED_ONLY.search(claim.text)
    known = any(cue.text in _ONLY for facts in candidate.family for cue in facts.limits)
    figures = claim.facts.quantities
    if (
        match
        and not known
        and not any(0 <= q.start - match.end() < 15 for q in figures)
        and not candidate.facts.denials
    ):
        yield Change(ChangeKind.SCOPE, "", match[0].lower(), *match.span())


def _added_names(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "English, German and French" where English and German are approved."""
    approved = [name for facts in candidate.family for name in facts.names]
    said = [name for name in claim.facts.names if name.role == "other"]
    added = [name for name in said if not in_wording(name, candidate) and not _is_known(name, approved)]
    shared = [name for name in claim.facts.names if name not in added]
    for name in added if len(said) - len(added) >= 2 else ():
        if any(_listed(claim.text, name, other) for other in shared):
            yield Change(ChangeKind.SCOPE, "", name.text, name.start, name.end)


def _is_known(name: Name, approved: list[Name]) -> bool:
    """Whether a name is among the approved, as it is or in its short form: "US" for "United States"."""
    return any(
        is_part_of(name, other) or is_short_for(name.text, other.text) or is_short_for(other.text, name.text)
        for other in approved
    )


def _listed(text: str, one: Name, other: Name) -> bool:
    """Whether two names stand side by side in a list."""
    first, second = sorted((one, other), key=lambda name: name.start)
    return bool(re.fullmatch(r"\s*(?:,|&|/|,? and|,? or)\s*", text[first.end : second.start]))
