"""The order of the steps, written once: paths → documents → extractions → facts → a published graph.

:mod:`govgraph.extraction` is pure, so any map may run it; :func:`build` owns the files around it. A build either
publishes a whole, checked version or leaves the folder as it was. Nothing here knows government: the steps do.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from govgraph import crew, start
from govgraph.cache import Cache, context, open_cache
from govgraph.corrections import Ruling, apply, decide, warnings
from govgraph.corrections.journal import Journal
from govgraph.corrections.journal import read as read_corrections
from govgraph.elsewhere import Leaver, fetched
from govgraph.engine import Engine, Outcome, opened
from govgraph.engine.local import Local
from govgraph.errors import SettingsError
from govgraph.extraction import Read, Reader
from govgraph.harvest import Harvest, bring_home
from govgraph.model import Facts, Failure
from govgraph.publish import dataset, exports, formats, graph, guard, manifest, output, report, shapes, tables
from govgraph.publish.codes import labels
from govgraph.publish.shards import Shards
from govgraph.read.options import Options
from govgraph.resolve import resolve
from govgraph.seeds import Seeds, load
from govgraph.settings import Settings
from govgraph.shelf import Room
from govgraph.start import File

SHARED = 8_000  # claims and figures that are published sooner by one than by many
Progress = Callable[[int, int, str], None]  # files done, files in all, the name of the last


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did, in numbers."""

    output: Path
    documents: int
    failures: tuple[Failure, ...]
    entities: int
    claims: int
    figures: int
    triples: int
    evidence: int
    warnings: tuple[str, ...]
    rulings: tuple[Ruling, ...] = ()  # what became of each correction

    @property
    def exit_code(self) -> int:
        """0 when every document was read, 3 when some failed and the rest was written."""
        return 3 if self.failures else 0


def build(
    paths: Iterable[Path | str],
    folder: Path | str,
    settings: Settings | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Read files and folders and publish their graph in a folder, whole or not at all."""
    settings, folder = settings or Settings(), Path(folder)
    files = start.files(paths, folder)
    journal = read_corrections(settings.corrections) if settings.corrections else Journal()
    reader = Reader(settings.seeds and settings.seeds.resolve(), "", Options(ocr=settings.ocr))
    engine = engine or start.readers(files, settings)
    with output.reserved(folder), _few_searches_for_cycles(), opened(engine, reader) as engine:
        seeds = load(settings.seeds)
        version = output.begin(folder)
        cache = _cache(folder, settings, seeds)
        reader = replace(reader, digest=seeds.digest, cache=cache)
        with output.workroom(folder) as place:
            outcomes = _outcomes(engine, files, reader, settings, place, version)
            room = Room(place.resolve())
            harvest = bring_home(_told(outcomes, len(files), progress), version / "sources", room)
            facts, rulings = _facts(harvest, journal, seeds, room)
            summary = _publish(facts, harvest, version, settings, seeds, journal, rulings, room, engine)
        output.switch(folder, version)
        if cache:
            cache.prune(cache.name(name, sha256) for name, sha256 in harvest.inputs)
    return replace(summary, output=folder)


def _outcomes(
    engine: Engine, files: list[File], reader: Reader, settings: Settings, place: Path, version: Path
) -> Iterator[Outcome[File, Read]]:
    """What becomes of the files; from other machines only names come."""
    if not getattr(engine, "apart", False):
        return engine.map(reader, files)
    if reader.cache is None:
        raise SettingsError("a cluster leaves what it reads in the cache: build without --no-cache")
    (left := place.resolve() / "read").mkdir()
    leaver = Leaver(reader, reader.cache, tuple(settings.reading().items()), left, version.resolve() / "sources")
    return fetched(engine.map(leaver, files), left)


@contextmanager
def _few_searches_for_cycles() -> Iterator[None]:
    """What the steps make are trees, which Python frees without looking for cycles: a tenth of a build is looking."""
    before = gc.get_threshold()
    gc.set_threshold(2_000_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _cache(folder: Path, settings: Settings, seeds: Seeds) -> Cache[Read] | None:
    """What the builds before have read, unless the user wants all of it read again."""
    if not settings.incremental:
        return None
    place = settings.cache or folder / output.STATE / "cache"
    return open_cache(place.resolve(), context(seeds.digest, settings.reading()), Read)


def _told(
    outcomes: Iterable[Outcome[File, Read]], total: int, progress: Progress | None
) -> Iterator[Outcome[File, Read]]:
    """The outcomes as they are, each told to whoever watches."""
    for count, outcome in enumerate(outcomes, start=1):
        if progress:
            progress(count, total, outcome.item[1])
        yield outcome


def _facts(harvest: Harvest, journal: Journal, seeds: Seeds, room: Room) -> tuple[Facts, tuple[Ruling, ...]]:
    """What all documents say together, proven, and then what people have decided about it."""
    facts = resolve(harvest.extractions, harvest.failures, None, seeds, room)
    judgements = decide(journal, facts)
    if judgements:  # on the things that are found without them
        facts = resolve(harvest.extractions, harvest.failures, judgements, seeds, room)
    harvest.check(facts)
    return apply(journal, facts, seeds)


def _publish(
    facts: Facts,
    harvest: Harvest,
    version: Path,
    settings: Settings,
    seeds: Seeds,
    journal: Journal,
    rulings: tuple[Ruling, ...],
    room: Room,
    engine: Engine,
) -> BuildSummary:
    """Write every file of a version, and read back what stores will read."""
    watch = shapes.Watch(shapes.rules())
    notes = (*harvest.notes, *warnings(rulings, journal.name))
    proof = report.Proof(harvest.checked, harvest.untrue)
    decided = [asdict(each) for each in rulings]
    base = settings.base
    chores: list[crew.Chore] = [partial(_report, version, proof, notes, decided, base, settings.views)]
    if settings.exports:
        chores.append(partial(_exports, version, base, settings.exports))
    if settings.views:
        chores += [partial(_tables, version, base, room), partial(_view, version, base)]
    triples, told = _written(facts, version, settings, seeds, watch, room, engine, chores)
    counts = guard.counts(watch)
    manifest.write(version, dict(harvest.inputs), seeds.digest, settings, journal.sha256, counts)
    return BuildSummary(
        output=version,
        documents=len(facts.documents),
        failures=facts.failures,
        entities=sum(1 for thing in facts.things if thing.documents),
        claims=sum(map(graph.stands, facts.claims)),
        figures=len(facts.figures),
        triples=triples,
        evidence=harvest.checked - harvest.untrue,
        warnings=told[0],
        rulings=rulings,
    )


def _written(
    facts: Facts,
    version: Path,
    settings: Settings,
    seeds: Seeds,
    watch: shapes.Watch,
    room: Room,
    engine: Engine,
    chores: list[crew.Chore],
) -> tuple[int, list[Any]]:
    """The graph in its formats, judged, and the rest: of few facts one after the other, of many by all workers."""
    base, forms = settings.base, settings.formats

    def judge() -> None:
        if not settings.force_replace:
            guard.pass_or_raise(watch, output.version_before(version))

    in_memory = isinstance(facts.claims, tuple) and isinstance(facts.figures, tuple)
    small = in_memory and (isinstance(engine, Local) or len(facts.claims) + len(facts.figures) < SHARED)
    if small and not settings.shards:
        blocks = partial(graph.told, facts, base, labels(), seeds.digest, settings.licence)
        triples = formats.write(version, blocks, base, forms, watch.over, settings.second_reader)
        judge()
        return triples, [chore(facts) for chore in chores]
    about = dataset.About(seeds.digest, settings.licence, facts.documents)
    frame = crew.Frame(version, base, about, dict(labels()), forms, settings.second_reader, _shards(settings))
    done = crew.publish(engine, facts, frame, watch, room, chores)
    judge()
    return done


def _shards(settings: Settings) -> Shards | None:
    return Shards(settings.shards) if settings.shards else None


def _report(
    version: Path, proof: report.Proof, notes: tuple[str, ...], decided: list[Any], base: str, page: bool, facts: Facts
) -> tuple[str, ...]:
    return report.write(version, facts, proof, notes, decided, base, page=page)


def _exports(version: Path, base: str, names: tuple[str, ...], facts: Facts) -> None:
    exports.write(version / "exports", facts, base, names)


def _tables(version: Path, base: str, room: Room, facts: Facts) -> None:
    tables.write(version / "tables", facts, base, room)


def _view(version: Path, base: str, facts: Facts) -> None:
    from govgraph.publish import view  # noqa: PLC0415 - brings jinja2

    view.write(version, facts, base)
