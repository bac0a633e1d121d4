"""Work on a published graph alone: query, verify, check, explain."""

from __future__ import annotations

from pathlib import Path

from govgraph.store.open import Graph, open_graph


def load(path: Path | str) -> Graph:
    """Open the graph of an output folder, or a graph file; ``load(path).store`` is a pyoxigraph store."""
    return open_graph(Path(path))
