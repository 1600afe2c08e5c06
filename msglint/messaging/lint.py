"""What is wrong with a master messaging document by its own lights: the master is linted too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msglint.errors import Problem
from msglint.messaging.dates import last_day
from msglint.messaging.digest import digest
from msglint.messaging.history import is_history
from msglint.messaging.names import IN_USE, known_names
from msglint.messaging.statements import statements_of
from msglint.messaging.words import word_in
from msglint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.messaging.load import LoadedMessaging
    from msglint.messaging.schema import Messaging, ProofPoint
    from msglint.model import Statement


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem of the document and how much it matters."""

    severity: Severity
    problem: Problem


def lint_messaging(loaded: LoadedMessaging, today: date | None = None) -> tuple[Remark, ...]:
    """All remarks on a document that loads, in the order of its lines. `today` defaults to its `as_of`."""
    as_of = loaded.document.as_of
    day = today or (last_day(as_of) if as_of else date.today())
    remarks = [
        Remark(severity, Problem(loaded.file(entry_id), message, loaded.line(entry_id), hint))
        for severity, entry_id, message, hint in _remarks(loaded.document, day)
    ]
    return tuple(sorted(dict.fromkeys(remarks), key=_order))


def _order(remark: Remark) -> tuple[str, int, int, str]:
    problem = remark.problem
    return problem.file, problem.line or 0, list(Severity).index(remark.severity), problem.message


Found = tuple[Severity, str, str, str]


def _remarks(document: Messaging, today: date) -> Iterator[Found]:
    yield from _duplicates(document)
    yield from _successors(document)
    yield from _proofs(document, today)
    yield from _own_words(document)
    yield from _terms(document)
    yield from _approvals(document)


def _duplicates(document: Messaging) -> Iterator[Found]:
    first: dict[str, Statement] = {}
    for statement in statements_of(document):
        key = " ".join(statement.text.casefold().split()).rstrip(".!")
        earlier = first.setdefault(key, statement)
        if earlier.entry_id != statement.entry_id:
            message = f"{statement.entry_id} says the same as {earlier.entry_id}: '{statement.text}'"
            yield Severity.WARNING, statement.entry_id, message, "keep one of them"


def _successors(document: Messaging) -> Iterator[Found]:
    """Retired entries should name a successor, and what is named should exist and be in use."""
    entries = [entry for _, section in document.statement_sections for entry in section]
    status = {entry.id: entry.status for entry in entries}
    known = set(status) | {product.id for product in document.products}
    known |= {document.category.id} if document.category else set()
    successors = [(entry.id, entry.replaced_by, True) for entry in document.retired_statements]
    successors += [(entry.id, entry.replaced_by, entry.status == "retired") for entry in entries]
    for entry_id, target, is_retired in successors:
        if target and target not in known:
            message = f"{entry_id} is replaced by '{target}', which does not exist"
            yield Severity.ERROR, entry_id, message, "name the id of a statement"
        elif target and status.get(target) == "retired":
            message = f"{entry_id} is replaced by {target}, which is retired itself"
            yield Severity.WARNING, entry_id, message, ""
        elif is_retired and not target:
            hint = "add replaced_by, so that msglint can suggest what to say"
            yield Severity.WARNING, entry_id, f"{entry_id} is retired without a successor", hint


def _proofs(document: Messaging, today: date) -> Iterator[Found]:
    for proof in _proof_points(document):
        if proof.valid_until and last_day(proof.valid_until) < today:
            message = f"{proof.id} was valid until {proof.valid_until}"
            yield Severity.WARNING, proof.id, message, "measure again, or retire it"
        if proof.valid_until and proof.as_of and last_day(proof.valid_until) < last_day(proof.as_of):
            yield Severity.ERROR, proof.id, f"{proof.id} is valid until a day before its as_of", ""
        if not proof.source:
            yield Severity.NOTE, proof.id, f"{proof.id} has no source", "say where the evidence is kept"


def _proof_points(document: Messaging) -> Iterator[ProofPoint]:
    for _, entries in document.statement_sections:
        for entry in entries:
            yield from entry.proof_points


def _own_words(document: Messaging) -> Iterator[Found]:
    """Approved wording that the document's own rules would flag; denials and history may use the words."""
    unwanted = list(_unwanted(document))
    in_use = [name.text for name in known_names(document) if name.role in IN_USE]
    in_use += [term.use for term in document.terminology]
    for statement in statements_of(document):
        if statement.negative or statement.section == "competitors":
            continue
        for word, what in unwanted:
            text = _without(statement.text, word, in_use)
            span = word_in(text, word)
            if span and not is_history(text, *span):
                message = f"{statement.entry_id} uses {what} '{word}'"
                yield Severity.WARNING, statement.entry_id, message, "change the wording or the rule"


def _unwanted(document: Messaging) -> Iterator[tuple[str, str]]:
    """The words that assets may not use, and what each of them is."""
    for name in known_names(document):
        if name.role.startswith("retired-") and not name.still_used_as:
            yield name.text, f"the {name.role.replace('-', ' ')} name"
    for banned in document.banned_claim_words:
        yield banned.word, "the banned word"
    for term in document.terminology:
        for avoided in term.avoid:
            yield avoided, f"what {term.id} says to avoid,"


def _without(text: str, word: str, in_use: list[str]) -> str:
    """The text without longer names in use that contain the word."""
    for name in in_use:
        if len(name) > len(word) and word.casefold() in name.casefold():
            text = text.replace(name, " | ")
    return text


def _terms(document: Messaging) -> Iterator[Found]:
    used = {term.use.casefold(): term for term in document.terminology}
    for term in document.terminology:
        for avoided in term.avoid:
            if (other := used.get(avoided.casefold())) is not None:
                where = "itself" if other is term else other.id
                message = f"{term.id} avoids '{avoided}', which {where} says to use"
                yield Severity.ERROR, term.id, message, "decide on one"


def _approvals(document: Messaging) -> Iterator[Found]:
    current = digest(document) if document.approvals else ""
    for approval in document.approvals:
        if approval.digest != current:
            message = f"the document was edited since {approval.department} approved it on {approval.date}"
            yield Severity.WARNING, "", message, "have it approved again, and record the new digest"
