"""The graph in every format that was asked for: each written block by block, and read back before it is published.

``graph.ttl`` is always written: it is what every command and every store reads. The others stand beside it and say the
same; ``nq`` and ``trig`` also say which document says it, ``rdf12`` says it with triple terms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from govgraph.publish import jsonld, quads, rdf12, trig, turtle
from govgraph.publish.graph import Block, Told, apart
from govgraph.publish.reading import reread

Watch = Callable[[Iterable[Told]], Iterator[Told]]
Writer = Callable[[Path, Iterable[Block], str], list[tuple[Path, int]]]  # folder, blocks, base to files and counts


def write(
    folder: Path,
    blocks: Callable[[], Iterator[Told]],
    base: str,
    formats: Iterable[str] = (),
    watch: Watch = iter,
    second: bool = False,
) -> int:
    """Write and read back each format, Turtle before all; return the number of triples.

    ``blocks`` begins anew for each; ``watch`` sees them pass once; ``second`` asks a second reader as well.
    """
    triples = 0
    for form in dict.fromkeys(("ttl", *formats)):
        count = write_form(form, folder, watch(blocks()) if form == "ttl" else blocks(), base, second)
        triples += count if form == "ttl" else 0
    return triples


def write_form(form: str, folder: Path, blocks: Iterable[Told], base: str, second: bool = False) -> int:
    """Write and read back one format; return the number of statements."""
    written = _turtle(folder, blocks, base) if form == "ttl" else WRITERS[form](folder, apart(blocks), base)
    for path, count in written:
        reread(path, form, count, second)
    return sum(count for _, count in written)


def _turtle(folder: Path, blocks: Iterable[Told], base: str) -> list[tuple[Path, int]]:
    path = folder / "graph.ttl"
    return [(path, turtle.write(path, blocks, base))]


def _whole(name: str, write: Callable[[Path, Iterable[Block], str], int]) -> Writer:
    def written(folder: Path, blocks: Iterable[Block], base: str) -> list[tuple[Path, int]]:
        path = folder / name
        return [(path, write(path, blocks, base))]

    return written


def _sharded(form: str) -> Writer:
    def written(folder: Path, blocks: Iterable[Block], _base: str) -> list[tuple[Path, int]]:
        return quads.write(folder, blocks, form)

    return written


WRITERS: MappingProxyType[str, Writer] = MappingProxyType(
    {
        "nt": _sharded("nt"),
        "nq": _sharded("nq"),
        "trig": _whole("graph.trig", trig.write),
        "jsonld": _whole("graph.jsonld", jsonld.write),
        "rdf12": _whole("graph-rdf12.ttl", rdf12.write),
    }
)
