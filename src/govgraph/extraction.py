"""One file to all that it yields: read, repaired, found, related, and every piece of evidence proven.

Pure and the same for every file, so any engine may map it; what it leaves behind are an entry of the cache
and, where there is a cache, the patterns that it made (:mod:`govgraph.molds`).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path

from govgraph import far
from govgraph.cache import Cache
from govgraph.engine import alive
from govgraph.errors import SeedError
from govgraph.find import find
from govgraph.model import Claim, Document, Evidence, Extraction, Facts, Failure, Figure, Prose, Thing
from govgraph.publish import manifest
from govgraph.read import read_all, read_file
from govgraph.read.options import Options
from govgraph.relate import relate
from govgraph.repair import repair
from govgraph.seeds import Seeds, load
from govgraph.settings import shipped
from govgraph.start import File
from govgraph.text import Span


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


@dataclass(frozen=True)
class Reader:
    """What an engine maps over files: :func:`read_and_extract`, with the seeds found again in each process."""

    seeds: Path | None
    digest: str  # of the seeds; empty while it is not known
    options: Options
    cache: Cache[Read] | None = None

    def __call__(self, file: File) -> Read:
        """All documents of one file."""
        seeds = load(self.seeds)
        with far.near(file[0]) as path:
            read = read_and_extract((path, file[1]), seeds, self.options, self.cache)
        if self.cache:
            seeds.keep()
        return read

    def prepare(self) -> None:
        """Load the seeds, and read a sample, so that what is made once is made before workers are."""
        if warmed(self.seeds) != self.digest and self.digest:
            raise SeedError(f"{self.seeds or 'seeds/'} changed while the build began: build again")
        if self.cache:
            load(self.seeds).keep()


@functools.cache
def warmed(folder: Path | None) -> str:
    """The digest of seeds with which a sample was read."""
    seeds = load(folder)
    for sample in sorted((shipped("seeds") / "corpus").rglob("*.txt"))[:1]:
        extract(read_file(sample), seeds)
    return seeds.digest


def extract(document: Document, seeds: Seeds) -> Extraction:
    """All that one document yields; pure."""
    return _extract(repair(document), seeds)


def _extract(prose: Prose, seeds: Seeds) -> Extraction:
    return relate(prose, find(prose, seeds), seeds)


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
    failures = tuple(part for part in parts if isinstance(part, Failure))
    read = Read(sha256, tuple(_proven(part, seeds) for part in parts if isinstance(part, Document)), failures)
    if cache and not failures and manifest.sha256(file[0]) == sha256:  # else it was written to meanwhile
        cache.put(entry, read)
    return read


def _proven(document: Document, seeds: Seeds) -> Proven:
    alive()
    prose = repair(document)
    return prove(prose, _extract(prose, seeds))


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
    return inside and same and prose.quote(Span(evidence.start, evidence.end)) == evidence.quote


def _without(extraction: Extraction, untrue: set[Evidence]) -> Extraction:
    return replace(
        extraction,
        things=tuple(t._replace(evidence=tuple(e for e in t.evidence if e not in untrue)) for t in extraction.things),
        claims=tuple(claim for claim in extraction.claims if untrue.isdisjoint(claim.evidence)),
        figures=tuple(figure for figure in extraction.figures if untrue.isdisjoint(figure.evidence)),
        ambiguous=tuple(entry for entry in extraction.ambiguous if entry[1] not in untrue),
        omissions=tuple(evidence for evidence in extraction.omissions if evidence not in untrue),
    )
