"""Blocks to N-Triples and N-Quads: one statement a line, for loads so large that a store splits them.

The order is that of the blocks. A file ends at :data:`SHARD` statements and the next begins, at the end of a block:
``graph.nt`` where one is enough, else ``graph-0001.nt``, ``graph-0002.nt`` … Every shard can be loaded by itself.

In N-Quads, as in TriG, what one document says stands in a graph that has the IRI of the document; what is known of
things from all of them, direct relations and descriptions, stands in the default graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from govgraph.publish.graph import Block
from govgraph.publish.terms import GG, OA, TYPE
from govgraph.publish.turtle import checked, literal

SHARD = 5_000_000
_SOURCES = frozenset({GG + "assertedIn", OA + "hasSource"})
_SELECTORS = frozenset({OA + "TextPositionSelector", OA + "TextQuoteSelector"})


def write(folder: Path, blocks: Iterable[Block], form: str, shard: int = SHARD) -> list[tuple[Path, int]]:
    """Write the shards of ``nt`` or ``nq`` and return each with its number of statements."""
    done: list[tuple[Path, int]] = []
    rest = homes(blocks) if form == "nq" else ((block, "") for block in blocks)
    first = next(rest, None)
    while first:
        path = folder / f"graph-{len(done) + 1:04d}.{form}"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            count = 0
            while first and (count == 0 or count + len(first[0].rows) <= shard):
                file.writelines(lines(*first))
                count += len(first[0].rows)
                first = next(rest, None)
        done.append((path, count))
    if len(done) == 1:
        done = [(done[0][0].rename(folder / f"graph.{form}"), done[0][1])]
    return done


def lines(block: Block, graph: str = "") -> Iterator[str]:
    """The statements of a block, each as a line."""
    subject, end = f"<{checked(block.subject)}>", f" <{checked(graph)}> .\n" if graph else " .\n"
    for predicate, value in block.rows:
        said = _full(value) if isinstance(value, str) else literal(value, _full)
        yield f"{subject} <{checked(predicate)}> {said}{end}"


def homes(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with the graph that it stands in: that of the one document that says it, or the default graph."""
    home = ""
    for block in blocks:
        if not _is_selector(block):  # a selector follows its evidence, and stays with it
            sources = {value for name, value in block.rows if name in _SOURCES and isinstance(value, str)}
            home = min(sources) if len(sources) == 1 else ""
        yield block, home


def _is_selector(block: Block) -> bool:
    return any(name == TYPE and value in _SELECTORS for name, value in block.rows)


def _full(iri: str) -> str:
    return f"<{checked(iri)}>"
