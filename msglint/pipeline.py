"""The whole way from files to a report on one screen; the only module that knows the order of the stages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msglint import __version__
from msglint.checks.load import load_rules
from msglint.checks.run import run_checks
from msglint.errors import Problem, UserError
from msglint.extract.sandbox import read_all
from msglint.extract.templates import with_templates
from msglint.match.encoder import model_identity
from msglint.messaging.load import LoadedMessaging, load_messaging
from msglint.messaging.statements import audiences_and_markets, statements_of
from msglint.model import (
    Block,
    BlockKind,
    CheckedAsset,
    Document,
    Judgement,
    Report,
    Skipped,
    Source,
)
from msglint.settings import DEFAULT_MODEL, Settings
from msglint.source.files import find_sources
from msglint.store.cache import JudgedCache, cache_key, file_digest

if TYPE_CHECKING:
    from msglint.claims.names import NameFinder
    from msglint.judge.verdict import Weighed
    from msglint.match.retrieve import StatementIndex
    from msglint.messaging.schema import Messaging
    from msglint.model import Candidate, Claim, Evidence, Statement

INTERNAL = frozenset({"goal", "teams", "handoffs"})

Progress = Callable[[int, int, str], None]
"""Told how many assets are done, of how many, and which one is next."""


def check(settings: Settings, progress: Progress | None = None) -> Report:
    """Read, judge and check every asset of a run. Raises UserError for what stops it before it starts."""
    messaging = load_messaging(settings.messaging)
    _check_spelling(messaging.document, settings)
    rules = load_rules(settings.rules)
    sources = find_sources(settings.paths)
    identity = model_identity(settings.model)
    assets = with_templates(tuple(_judged_assets(sources, messaging, settings, identity, progress)))
    audience, market = settings.audience, settings.market
    findings = run_checks(rules, messaging, assets, settings.mode, audience=audience, market=market)
    return Report(
        messaging.path, messaging.sha256, identity, settings.mode, assets, findings, settings.min_coverage
    )


def _check_spelling(document: Messaging, settings: Settings) -> None:
    """An audience or market spelt almost as the messaging spells one is a slip; others are taken as given."""
    audiences, markets = audiences_and_markets(document)
    for flag, value, known in (
        ("--audience", settings.audience, audiences),
        ("--market", settings.market, markets),
    ):
        taken = value.casefold() in {name.casefold() for name in known}
        near = [] if taken else get_close_matches(value, known, 1, cutoff=0.8)
        if near:
            message = f"'{value}' is not in {settings.messaging[0]}"
            raise UserError(Problem(flag, message, hint=f"did you mean '{near[0]}'?"))


class Judge:
    """Judges text against one messaging document; parser and models are loaded when the first text comes."""

    def __init__(self, document: Messaging, model: str = DEFAULT_MODEL) -> None:
        self._document = document
        self._model = model

    def asset(self, source: Source, document: Document) -> CheckedAsset:
        """Every claim of a document with its verdict, in reading order."""
        from msglint.claims.read import read_claims

        claims = read_claims(source.name, document.blocks, self._names)
        return CheckedAsset(source, document, self.judge(claims))

    def judge(self, claims: Sequence[Claim]) -> tuple[Judgement, ...]:
        """The verdict on each claim."""
        return self.verdicts(self.weigh(claims))

    def verdicts(self, weighed: Sequence[Weighed]) -> tuple[Judgement, ...]:
        """The verdict on each claim that was weighed."""
        from msglint.judge.combiner import load_combiner
        from msglint.judge.verdict import judge

        combiner = load_combiner()
        return tuple(judge(one, combiner) for one in weighed)

    def weigh(self, claims: Sequence[Claim]) -> tuple[Weighed, ...]:
        """Each claim with the statements it is held against, what changed, and how likely each verdict is."""
        from msglint.judge.combiner import load_combiner
        from msglint.judge.verdict import weigh

        combiner = load_combiner()
        found = zip(claims, self.evidence(claims), strict=True)
        return tuple(weigh(claim, evidence, combiner) for claim, evidence in found)

    def weigh_text(self, text: str, kind: BlockKind, heading: str) -> tuple[Weighed, float]:
        """One text weighed, and the probability from which what changed in it is reported."""
        from msglint.judge.combiner import load_combiner
        from msglint.judge.features import closeness

        claim = replace(self.whole_claims([(text, kind)])[0], heading=heading)
        (weighed,) = self.weigh([claim])
        combiner, near = load_combiner(), closeness(claim, weighed.candidates)
        named = [combiner.attention[near][change.kind] for change in weighed.changes]
        return weighed, min([*named, combiner.unnamed[near]])

    def search(self, claims: Sequence[Claim]) -> list[tuple[Candidate, ...]]:
        """The statements that each claim may be about, best first."""
        return self._index.search(claims, self._index.embed(claims))

    def evidence(self, claims: Sequence[Claim]) -> list[Evidence]:
        """What each claim is held against, read by the cross-encoder, with its prior."""
        from msglint.judge.entailment import load_cross_encoder, read
        from msglint.judge.prior import load_prior

        if not claims:
            return []
        vectors = self._index.embed(claims)
        found = read(claims, self._index.search(claims, vectors), load_cross_encoder())
        priors = load_prior().log_odds(vectors) if self._model == DEFAULT_MODEL else [{} for _ in claims]
        return [replace(one, prior=prior) for one, prior in zip(found, priors, strict=True)]

    def same_answer(self, root_id: str) -> str:
        """The first statement that says nearly the same as `root_id`; itself for most."""
        return self._index.answers.get(root_id, root_id)

    def whole_claims(self, texts: Iterable[tuple[str, BlockKind]]) -> tuple[Claim, ...]:
        """Each text as one claim, however many sentences it has: labelled data is judged so."""
        from msglint.claims.read import read_whole

        return read_whole(texts, self._names)

    @cached_property
    def _names(self) -> NameFinder:
        from msglint.claims.names import NameFinder
        from msglint.messaging.names import known_names

        return NameFinder(known_names(self._document), (statement.text for statement in self.statements))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What assets may say; what departments expect of each other is no message to the market."""
        return tuple(s for s in statements_of(self._document) if s.section not in INTERNAL)

    @cached_property
    def _index(self) -> StatementIndex:
        from msglint.claims.read import read_statements
        from msglint.match.encoder import load_encoder
        from msglint.match.retrieve import StatementIndex

        facts = read_statements((statement.text for statement in self.statements), self._names)
        return StatementIndex(self.statements, facts, load_encoder(self._model))


def judge_blocks(blocks: Sequence[Block], document: Messaging, asset_name: str) -> CheckedAsset:
    """Judge blocks given in memory as those of an asset called `asset_name`."""
    source = Source(Path(asset_name), asset_name, asset_name, "text/plain")
    return _judge_of(document).asset(source, Document("text/plain", tuple(blocks)))


@lru_cache(maxsize=4)
def _judge_of(document: Messaging) -> Judge:
    """The judge of a document, kept for the next texts: a rule's examples share their messaging."""
    return Judge(document)


def weigh_pairs(pairs: Sequence[tuple[str, str]], model: str = DEFAULT_MODEL) -> tuple[Weighed, ...]:
    """Each (premise, claim) weighed as if the premise were the whole messaging."""
    from msglint.claims.names import NameFinder
    from msglint.claims.read import read_statements, read_whole
    from msglint.judge.combiner import load_combiner
    from msglint.judge.entailment import load_cross_encoder, read
    from msglint.judge.verdict import weigh
    from msglint.match.encoder import load_encoder
    from msglint.match.retrieve import pair_candidates

    names = NameFinder(())
    claims = read_whole([(claim, BlockKind.BODY) for _, claim in pairs], names)
    premises = read_statements([premise for premise, _ in pairs], names)
    candidates = pair_candidates([premise for premise, _ in pairs], premises, claims, load_encoder(model))
    combiner = load_combiner()
    evidence = read(claims, [(found,) for found in candidates], load_cross_encoder())
    return tuple(weigh(claim, found, combiner) for claim, found in zip(claims, evidence, strict=True))


def _judged_assets(
    sources: Sequence[Source],
    messaging: LoadedMessaging,
    settings: Settings,
    identity: str,
    progress: Progress | None,
) -> Iterator[CheckedAsset]:
    """Assets in the order of their sources: those remembered as they were, the others read and judged."""
    cache = JudgedCache(settings.cache_dir) if settings.cache_dir else None
    keys = [_key(source, messaging, identity) if cache else "" for source in sources]
    known = {source: cache.get(key) if cache else None for source, key in zip(sources, keys, strict=True)}
    documents = read_all([source for source, asset in known.items() if asset is None], settings.jobs)
    judge = Judge(messaging.document, settings.model)
    for done, (source, key) in enumerate(zip(sources, keys, strict=True)):
        if progress:
            progress(done, len(sources), source.name)
        asset = known[source] or _judged(judge, source, next(documents))
        if cache and known[source] is None and asset.document.blocks:
            cache.put(key, asset)
        yield asset
    if progress:
        progress(len(sources), len(sources), "")


def _judged(judge: Judge, source: Source, document: Document) -> CheckedAsset:
    if not document.blocks:
        return CheckedAsset(source, document, ())
    try:
        return judge.asset(source, document)
    except UserError:
        raise
    except Exception as error:  # the last boundary: a bug in judging one asset must not lose the others
        logging.getLogger(__name__).exception("while judging %s", source.name)
        reason = f"internal error ({type(error).__name__}: {' '.join(str(error).split())}); please report it"
        skipped = (*document.skipped, Skipped(source.name, "file", reason))
        return CheckedAsset(source, Document(document.media_type, (), skipped), ())


def _key(source: Source, messaging: LoadedMessaging, model: str) -> str:
    """What a judged asset depends on. Rules are not part of it: they run over the judgements each time."""
    identity = (source.name, source.key, source.media_type, messaging.sha256, model)
    return cache_key(_code_identity(), *identity, file_digest(source.path))


@cache
def _code_identity() -> str:
    """A hash of msglint's own code and weights, so that no version of them answers for another."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".json"))
    return cache_key(__version__, *(path.read_bytes() for path in files))
