"""The order of the steps, written once: paths → documents → extractions → facts → a published graph.

:func:`extract` is pure, so any map may run it; :func:`build` owns the files around it. A build either publishes a
whole, checked version or leaves the folder as it was. Nothing here knows government: the steps do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from govgraph.cache import Cache, context, open_cache
from govgraph.corrections import Ruling, apply, decide, warnings
from govgraph.corrections.journal import Journal
from govgraph.corrections.journal import read as read_corrections
from govgraph.engine import Engine, Outcome
from govgraph.engine.local import Local
from govgraph.errors import CheckError, InputError
from govgraph.find import find
from govgraph.model import Claim, Document, Evidence, Extraction, Facts, Failure, Figure, Prose, Thing
from govgraph.publish import exports, formats, graph, guard, manifest, output, report, shapes, sources, tables, view
from govgraph.publish.codes import labels
from govgraph.publish.iris import Iris
from govgraph.read import find_files, read_all
from govgraph.read.options import Options
from govgraph.relate import relate
from govgraph.repair import repair
from govgraph.resolve import resolve
from govgraph.seeds import Seeds, load
from govgraph.settings import Settings
from govgraph.text import Span

File = tuple[Path, str]  # where it is, and its name below the folder that the user gave
Progress = Callable[[int, int, str], None]  # files done, files in all, the name of the last


@dataclass(frozen=True, slots=True)
class Proven:
    """An extraction of which every piece of evidence equals what repair made of its source."""

    extraction: Extraction
    checked: int
    untrue: int
    text: str = ""  # of the source, as decoded: what evidence points into


@dataclass(frozen=True, slots=True)
class Read:
    """A file by its hash, and what its documents yield."""

    sha256: str
    documents: tuple[Proven, ...]
    failures: tuple[Failure, ...] = ()  # parts that could not be read


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the map step brought home."""

    documents: tuple[Proven, ...]  # each text once
    failures: tuple[Failure, ...]
    inputs: tuple[tuple[str, str], ...]  # name and SHA-256 of each file that was read
    notes: tuple[str, ...]  # which texts came twice


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
    published = (folder / output.STATE).resolve()  # what a build wrote is no document of the next one
    files = [file for file in find_files(Path(path) for path in paths) if not file[0].is_relative_to(published)]
    seeds = load(settings.seeds)
    journal = read_corrections(settings.corrections) if settings.corrections else Journal()
    with output.reserved(folder):
        version = output.begin(folder)
        cache = _cache(folder, settings, seeds)
        outcomes = (engine or Local()).map(
            partial(read_and_extract, seeds=seeds, options=Options(ocr=settings.ocr), cache=cache), files
        )
        gathered = _gather(_told(outcomes, len(files), progress))
        facts, rulings = _facts(gathered, journal, seeds)
        summary = _publish(facts, gathered, version, settings, seeds, journal, rulings)
        output.switch(folder, version)
        if cache:
            cache.prune(cache.name(name, sha256) for name, sha256 in gathered.inputs)
    return replace(summary, output=folder)


def extract(document: Document, seeds: Seeds) -> Extraction:
    """All that one document yields; pure."""
    return _extract(repair(document), seeds)


def _extract(prose: Prose, seeds: Seeds) -> Extraction:
    return relate(prose, find(prose, seeds), seeds)


def _cache(folder: Path, settings: Settings, seeds: Seeds) -> Cache[Read] | None:
    """What the builds before have read, unless the user wants all of it read again."""
    if not settings.incremental:
        return None
    place = settings.cache or folder / output.STATE / "cache"
    return open_cache(place, context(seeds.digest, settings.reading()), Read)


def read_and_extract(
    file: File, seeds: Seeds, options: Options | None = None, cache: Cache[Read] | None = None
) -> Read:
    """All documents of one file, read now or by a build before: what an engine maps."""
    sha256 = manifest.sha256(file[0])
    entry = cache.name(file[1], sha256) if cache else ""
    known = cache.get(entry) if cache else None
    if known:
        return known
    parts = list(read_all(*file, options))
    prose = (repair(part) for part in parts if isinstance(part, Document))
    failures = tuple(part for part in parts if isinstance(part, Failure))
    read = Read(sha256, tuple(prove(each, _extract(each, seeds)) for each in prose), failures)
    if cache and not failures and manifest.sha256(file[0]) == sha256:  # else it was written to meanwhile
        cache.put(entry, read)
    return read


def prove(prose: Prose, extraction: Extraction) -> Proven:
    """Compare every piece of evidence with the source, and drop what rests on one that differs."""
    every = evidence_of(extraction)
    untrue = {evidence for evidence in every if not _equals_source(evidence, prose)}
    if untrue:
        extraction = _without(extraction, untrue)
    return Proven(extraction, len(every), len(untrue), prose.document.text)


def evidence_of(facts: Extraction | Facts) -> set[Evidence]:
    """Every piece of evidence that something rests on."""
    values: tuple[Thing | Claim | Figure, ...] = (*facts.things, *facts.claims, *facts.figures)
    named = {evidence for value in values for evidence in value.evidence}
    return named | {evidence for _, evidence, _ in facts.ambiguous} | set(facts.omissions)


def _equals_source(evidence: Evidence, prose: Prose) -> bool:
    inside = 0 <= evidence.start < evidence.end <= len(prose.document.text)
    same = evidence.document == prose.document.id
    return inside and same and prose.text.within(Span(evidence.start, evidence.end)) == evidence.quote


def _without(extraction: Extraction, untrue: set[Evidence]) -> Extraction:
    return replace(
        extraction,
        things=tuple(replace(t, evidence=tuple(e for e in t.evidence if e not in untrue)) for t in extraction.things),
        claims=tuple(claim for claim in extraction.claims if untrue.isdisjoint(claim.evidence)),
        figures=tuple(figure for figure in extraction.figures if untrue.isdisjoint(figure.evidence)),
        ambiguous=tuple(entry for entry in extraction.ambiguous if entry[1] not in untrue),
        omissions=tuple(evidence for evidence in extraction.omissions if evidence not in untrue),
    )


def _told(
    outcomes: Iterable[Outcome[File, Read]], total: int, progress: Progress | None
) -> Iterator[Outcome[File, Read]]:
    """The outcomes as they are, each told to whoever watches."""
    for count, outcome in enumerate(outcomes, start=1):
        if progress:
            progress(count, total, outcome.item[1])
        yield outcome


def _gather(outcomes: Iterable[Outcome[File, Read]]) -> Gathered:
    """What was read, each text once, and what was not."""
    first: dict[str, Proven] = {}
    failures: list[Failure] = []
    inputs: list[tuple[str, str]] = []
    notes: list[str] = []
    for outcome in outcomes:
        name = outcome.item[1]
        if outcome.value is None:
            failures.append(Failure(name, outcome.reason))
            continue
        inputs.append((name, outcome.value.sha256))
        failures += outcome.value.failures
        for proven in outcome.value.documents:
            known = first.setdefault(proven.extraction.document.id, proven)
            if known is not proven:
                notes.append(f"{name}: the same text as {known.extraction.document.name}, read once")
    if failures and not first:
        raise InputError(
            f"nothing could be read, {len(failures)} files failed; {failures[0].name}: {failures[0].reason}"
        )
    return Gathered(tuple(first.values()), tuple(failures), tuple(inputs), tuple(notes))


def _facts(gathered: Gathered, journal: Journal, seeds: Seeds) -> tuple[Facts, tuple[Ruling, ...]]:
    """What all documents say together, proven, and then what people have decided about it."""
    extractions = [proven.extraction for proven in gathered.documents]
    facts = resolve(extractions, gathered.failures, None, seeds)
    judgements = decide(journal, facts)
    if judgements:  # on the things that are found without them
        facts = resolve(extractions, gathered.failures, judgements, seeds)
    _check(facts, gathered)
    return apply(journal, facts, seeds)


def _check(facts: Facts, gathered: Gathered) -> None:
    """What is published rests on proven evidence alone."""
    known = {evidence for proven in gathered.documents for evidence in evidence_of(proven.extraction)}
    for evidence in sorted(evidence_of(facts) - known):
        raise CheckError(f"unproven evidence {evidence.quote!r} in document {evidence.document}: please report this")


def _publish(
    facts: Facts,
    gathered: Gathered,
    version: Path,
    settings: Settings,
    seeds: Seeds,
    journal: Journal,
    rulings: tuple[Ruling, ...],
) -> BuildSummary:
    """Write every file of a version, and read back what stores will read."""
    blocks = partial(graph.blocks, facts, settings.base, labels(), seeds.digest, settings.licence)
    watch = shapes.Watch(shapes.rules())
    triples = formats.write(version, blocks, settings.base, settings.formats, watch.over)
    if not settings.force_replace:
        guard.pass_or_raise(watch, output.version_before(version))
    exports.write(version / "exports", facts, settings.base, settings.exports)
    if settings.views:
        tables.write(version / "tables", facts, settings.base)
        view.write(version, facts, settings.base)
    texts = ((proven.extraction.document.id, proven.text) for proven in gathered.documents)
    sources.write(version / "sources", texts, Iris.of(settings.base, facts.documents))
    checked = sum(proven.checked for proven in gathered.documents)
    untrue = sum(proven.untrue for proven in gathered.documents)
    notes = (*gathered.notes, *warnings(rulings, journal.name))
    decided = [asdict(each) for each in rulings]
    told = report.write(
        version, facts, report.Proof(checked, untrue), notes, decided, settings.base, page=settings.views
    )
    counts = guard.counts(watch)
    manifest.write(version, dict(gathered.inputs), seeds.digest, settings, journal.sha256, counts)
    return BuildSummary(
        output=version,
        documents=len(facts.documents),
        failures=facts.failures,
        entities=sum(1 for thing in facts.things if thing.documents),
        claims=sum(map(graph.stands, facts.claims)),
        figures=len(facts.figures),
        triples=triples,
        evidence=checked - untrue,
        warnings=told,
        rulings=rulings,
    )
