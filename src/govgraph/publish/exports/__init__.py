"""The facts in the shapes of other tools, below ``exports/``: FollowTheMoney, Wikidata, GraphML.

What a shape has no place for is left out, never bent: the graph itself has all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType

from govgraph.model import Facts
from govgraph.publish.exports import ftm, graphml, wikidata
from govgraph.publish.tables import Book

EXPORTS: MappingProxyType[str, tuple[str, Callable[[Path, Book], None]]] = MappingProxyType(
    {
        "ftm": ("entities.ftm.json", ftm.write),
        "wikidata": ("wikidata.csv", wikidata.write),
        "graphml": ("graph.graphml", graphml.write),
    }
)


def write(folder: Path, facts: Facts, base: str, names: Iterable[str]) -> None:
    """Write what was asked for; no folder where nothing was."""
    for name in dict.fromkeys(names):
        folder.mkdir(exist_ok=True)
        file, writer = EXPORTS[name]
        writer(folder / file, Book.of(facts, base))
