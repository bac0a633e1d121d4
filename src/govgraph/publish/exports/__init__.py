"""The facts in the shapes of other tools, below ``exports/``: FollowTheMoney, Wikidata, GraphML.

What a shape has no place for is left out, never bent: the graph itself has all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from govgraph.model import Facts
from govgraph.publish.tables import Book

# The file of each shape; the module of that name writes it, and is loaded when it is asked for.
EXPORTS = MappingProxyType({"ftm": "entities.ftm.json", "wikidata": "wikidata.csv", "graphml": "graph.graphml"})


def write(folder: Path, facts: Facts, base: str, names: Iterable[str]) -> None:
    """Write what was asked for; no folder where nothing was."""
    for name in dict.fromkeys(names):
        folder.mkdir(exist_ok=True)
        import_module(f"{__name__}.{name}").write(folder / EXPORTS[name], Book.of(facts, base))
