"""govgraph from Python: build a graph, load it, ask it; every answer shows itself as text and in a notebook.

    graph = govgraph.load("out")
    graph.query("who-holds", body="吉林市人民政府")    a question by name, or SPARQL
    graph.entity("九解一协调")                          all that is said of it, with the words that say so
    graph.evidence("九解一协调")                        the same as rows
    graph.view(initiative="九解一协调")                 the interactive picture
    graph.graph, graph.nx, graph.store                  rdflib, networkx, pyoxigraph

Rows come as a pandas DataFrame where pandas is installed, else as a :class:`~govgraph.api.table.Table`, which
:meth:`KnowledgeGraph.table` gives in any case. Nothing is fetched from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.api import picture
from govgraph.api.entity import Entity
from govgraph.api.table import Table
from govgraph.errors import QueryError
from govgraph.model import KINDS, Facts
from govgraph.pipeline import BuildSummary
from govgraph.pipeline import build as build_graph
from govgraph.settings import Settings
from govgraph.store import explain
from govgraph.store.facts import Iris, facts_of
from govgraph.store.open import Graph, open_graph
from govgraph.store.query import Answer, ask, run
from govgraph.store.words import words

if TYPE_CHECKING:
    import networkx as net  # noqa: ICN001 - nx is what users call the graph
    import rdflib

    from govgraph.engine import Engine
    from govgraph.pipeline import Progress

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def build(
    paths: Iterable[Path | str] | Path | str,
    out: Path | str = "out",
    settings: Settings | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Read files, folders and archives and publish their graph in the folder ``out``, whole or not at all."""
    several = [paths] if isinstance(paths, str | Path) else paths
    return build_graph(several, out, settings, engine, progress)


def load(path: Path | str) -> KnowledgeGraph:
    """Open the graph of an output folder, or a graph file."""
    opened = open_graph(Path(path))
    return KnowledgeGraph(opened.store, opened.prefixes, opened.path)


class KnowledgeGraph(Graph):
    """A published graph, opened; it is read, never written."""

    @cached_property
    def graph(self) -> rdflib.Graph:
        """The same graph for rdflib."""
        import rdflib  # noqa: PLC0415 - slow to import, and most never ask for it

        form = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".nq": "nquads"}[self.path.suffix]
        made = rdflib.Dataset(default_union=True) if form in ("trig", "nquads") else rdflib.Graph()
        return made.parse(self.path, format=form)

    @cached_property
    def nx(self) -> net.MultiDiGraph[str]:
        """Things as nodes, statements as edges, each with its quote, for networkx."""
        from govgraph.api.network import network  # noqa: PLC0415 - networkx is slow to import

        return network(*self._facts)

    @cached_property
    def _facts(self) -> tuple[Facts, Iris]:
        return facts_of(self)

    def query(self, question: str, /, **parameters: str) -> Any:
        """SPARQL, or a named query with its parameters; a DataFrame where pandas is installed, else a Table."""
        return self.table(question, **parameters).best()

    def table(self, question: str, /, **parameters: str) -> Table:
        """As ``query``, without pandas: columns and rows, beside each IRI its label."""
        if any(character.isspace() or character == "{" for character in question.strip()):
            if parameters:
                raise QueryError("parameters are for named queries; write the value into the query itself")
            return self._labelled(run(self, question))
        return self._labelled(ask(self, question, parameters))

    def _labelled(self, answer: Answer) -> Table:
        """The answer with a column of labels after each column of IRIs."""
        columns: list[str] = []
        cells: list[list[Any]] = []
        for at, name in enumerate(answer.columns):
            column = [row[at] for row in answer.rows]
            columns.append(name)
            cells.append(column)
            labels = [self._label(value) for value in column]
            if any(labels) and f"{name}Label" not in answer.columns:
                columns.append(f"{name}Label")
                cells.append(labels)
        return Table(tuple(columns), tuple(zip(*cells, strict=True)))

    def _label(self, value: object) -> str:
        """What an IRI is called; nothing where the value is no IRI."""
        if not isinstance(value, str) or ":" not in value or any(c.isspace() or c in '<>"{}|\\^`' for c in value):
            return ""
        return words("zh").get(value) or explain.label(self, value)

    def entity(self, name: str, language: str = "zh") -> Entity:
        """The one thing, statement or figure of a name or an IRI, with all that is said of it."""
        found = self.entities(name, language)
        if not found:
            close = "、".join(explain.near(self, name))
            raise QueryError(f"{name!r} is not in {self.path}" + (f"; perhaps {close}" if close else ""))
        if len(found) > 1:
            several = "; ".join(f"{self.short(each.iri)} {each.label}（{each.kind}）" for each in found)
            raise QueryError(f"{name!r} names {len(found)} things, say which: {several}")
        return found[0]

    def entities(self, name: str, language: str = "zh") -> tuple[Entity, ...]:
        """Every thing of a name; empty where there is none."""
        return tuple(Entity(each) for each in explain.explain(self, name, language))

    def evidence(self, name: str | None = None) -> Any:
        """The words that say so, one a row: of one thing, or of the whole graph."""
        from govgraph.api.evidence import evidence  # noqa: PLC0415 - beside its like

        return evidence(*self._facts, self.entity(name).iri if name else None).best()

    def view(
        self,
        *,
        person: picture.Names = None,
        body: picture.Names = None,
        place: picture.Names = None,
        initiative: picture.Names = None,
        top: int | None = None,
    ) -> picture.View:
        """The interactive picture, of all or of what surrounds some things."""
        wanted = {"Person": person, "Body": body, "Place": place, "Initiative": initiative}
        return picture.view(*self._facts, wanted, top)

    def counts(self) -> dict[str, int]:
        """How much there is of what."""
        facts, _ = self._facts
        kinds = [thing.key.kind for thing in facts.things]
        said = {"Claim": sum(1 for claim in facts.claims if claim.evidence), "Figure": len(facts.figures)}
        return {"Document": len(facts.documents), **{kind: kinds.count(kind) for kind in KINDS}, **said}

    def __repr__(self) -> str:
        told = ", ".join(f"{number} {name}" for name, number in self.counts().items())
        return f"<govgraph {self.path}: {told}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        rows = tuple((name, number) for name, number in self.counts().items())
        return f"<p><b>govgraph</b> <code>{escape(str(self.path))}</code></p>" + Table(("", "n"), rows)._repr_html_()
