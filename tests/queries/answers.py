"""The expected answer of each named query on the sample corpus: one CSV file a query, beside this one.

    make answers        writes them anew; read the difference before you commit it: it says what a change did

A query is asked as it stands in ``ontology/queries/``, with the examples of its parameters.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import govgraph
from govgraph.settings import Settings
from govgraph.store.open import Graph, open_graph
from govgraph.store.query import available, run

FOLDER = Path(__file__).parent
CORPUS = FOLDER.parent.parent / "seeds" / "corpus"


def path(name: str) -> Path:
    """Where the expected answer of a query stands."""
    return FOLDER / f"{name}.expected.csv"


def answer(graph: Graph, text: str) -> str:
    """The rows of a query as CSV."""
    found = run(graph, text)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows(found.rows)
    return out.getvalue()


def main() -> None:
    """Ask every query and write what it answers."""
    with TemporaryDirectory() as folder:
        govgraph.build([CORPUS], folder, Settings(incremental=False))
        graph = open_graph(Path(folder))
        for old in FOLDER.glob("*.expected.csv"):
            old.unlink()
        for query in available():
            path(query.name).write_text(answer(graph, query.text), encoding="utf-8")


if __name__ == "__main__":
    main()
