"""A graph into a running store: staged beside what is there, counted, then moved over it in one step.

    1. the remains of a push that was cut are dropped
    2. the file goes into a graph of its own, by the Graph Store Protocol or by SPARQL Update
    3. the store counts that graph, and the count is that of the file
    4. MOVE puts it in the place of the old graph; a store does that in one transaction

Whatever is cut, the graph that readers see is the old one or the new one. Pushing twice leaves what pushing
once leaves. Nothing else in the store is touched.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode, urlsplit

import pyoxigraph

from govgraph.errors import InputError, OutputError, SettingsError
from govgraph.store.open import FORMATS, locate
from govgraph.store.wire import NOBODY, Credentials, Wire, checked

BATCH = 500  # statements of one INSERT DATA: Virtuoso compiles no more than 10,000 lines
_MEDIA = MappingProxyType({".ttl": "text/turtle", ".nt": "application/n-triples"})

# What is behind the URL that a user knows: graph store, update and query endpoint.
FAMILIES = MappingProxyType(
    {
        "fuseki": ("/data", "/update", "/sparql"),
        "oxigraph": ("/store", "/update", "/query"),
        "rdf4j": ("/rdf-graphs/service", "/statements", ""),
        "virtuoso": ("/sparql-graph-crud-auth", "/sparql-auth", "/sparql"),
    }
)


@dataclass(frozen=True, slots=True)
class Target:
    """A graph of a store; the default graph where it has no name."""

    store: str
    update: str
    query: str
    graph: str = ""
    digest: bool = False  # it takes credentials in answer to a challenge, and no others

    @classmethod
    def of(cls, url: str, graph: str = "", family: str = "", credentials: Credentials = NOBODY) -> Target:
        """The endpoints behind the URL of a store."""
        base = checked(url, credentials).rstrip("/")
        family = family or guessed(base)
        if family not in FAMILIES:
            raise SettingsError(f"{family!r} is no kind of store: choose {', '.join(FAMILIES)}")
        if family == "virtuoso" and not graph:
            raise SettingsError("Virtuoso has no default graph: give --graph IRI")
        if graph and (not graph.isascii() or ":" not in graph or set(graph) & set('<>"{}|^`\\ \n')):
            raise SettingsError(f"{graph!r} is not an ASCII IRI")
        store, update, query = (base + path for path in FAMILIES[family])
        return cls(store, update, query, graph, digest=family == "virtuoso")

    @property
    def named(self) -> str:
        """How an update names the graph."""
        return f"GRAPH <{self.graph}>" if self.graph else "DEFAULT"

    @property
    def staged(self) -> str:
        """The graph beside it, the same for every push to it."""
        return "urn:govgraph:staged:" + hashlib.sha256(self.graph.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did."""

    triples: int
    graph: str


def guessed(url: str) -> str:
    """The kind of store that a URL looks like."""
    parts = urlsplit(url)
    if "/repositories/" in parts.path:
        return "rdf4j"
    if parts.path.strip("/"):
        return "fuseki"
    return "virtuoso" if parts.port == 8890 else "oxigraph"


def push(path: Path, target: Target, credentials: Credentials = NOBODY, *, by_update: bool = False) -> Pushed:
    """Put a graph file, or that of an output folder, in the place of a graph of a store."""
    file = locate(path)
    if file.suffix not in _MEDIA:
        raise InputError(f"{file} cannot be pushed: expected one of {', '.join(_MEDIA)}")
    triples = sum(1 for _ in _statements(file))
    line = _Line(Wire(credentials, digest=target.digest), target)
    line.update(f"DROP SILENT GRAPH <{target.staged}>")
    if by_update:
        line.insert(_statements(file))
    else:
        line.put(file)
    found = line.count(f"GRAPH <{target.staged}> {{ ?s ?p ?o }}")
    if found != triples:
        line.update(f"DROP SILENT GRAPH <{target.staged}>")
        raise OutputError(f"{target.store} took {found} of {triples} triples: its graph was left as it was")
    line.update(f"MOVE GRAPH <{target.staged}> TO {target.named}")
    line.confirm(triples)
    return Pushed(triples, target.graph)


@dataclass(frozen=True, slots=True)
class _Line:
    """One store, in the words of SPARQL."""

    wire: Wire
    target: Target

    def update(self, text: str) -> None:
        self.wire.call("POST", self.target.update, text.encode(), {"Content-Type": "application/sparql-update"})

    def put(self, file: Path) -> None:
        url = f"{self.target.store}?{urlencode({'graph': self.target.staged})}"
        with file.open("rb") as opened:
            self.wire.call("PUT", url, opened, {"Content-Type": _MEDIA[file.suffix]})

    def insert(self, statements: Iterable[pyoxigraph.Quad]) -> None:
        rest = iter(statements)
        while batch := list(islice(rest, BATCH)):
            said = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in batch)
            self.update(f"INSERT DATA {{ GRAPH <{self.target.staged}> {{\n{said}\n}} }}")

    def count(self, pattern: str) -> int:
        """How many statements the store finds."""
        body = urlencode({"query": f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"}).encode()
        headers = {"Accept": "text/csv", "Content-Type": "application/x-www-form-urlencoded"}
        text = self.wire.call("POST", self.target.query, body, headers).decode("utf-8")
        rows = list(csv.reader(io.StringIO(text)))
        if len(rows) < 2 or not rows[1][0].isdecimal():
            raise OutputError(f"{self.target.query} does not answer a count: {text[:100]!r}")
        return int(rows[1][0])

    def confirm(self, triples: int) -> None:
        """The moved graph holds what was staged; where the default graph is the sum of all, at least that."""
        pattern = f"{self.target.named} {{ ?s ?p ?o }}" if self.target.graph else "?s ?p ?o"
        found = self.count(pattern)
        if found < triples or (self.target.graph and found != triples):
            raise OutputError(f"{self.target.store} holds {found} of {triples} triples after the move: push again")


def _statements(file: Path) -> Iterator[pyoxigraph.Quad]:
    try:
        yield from pyoxigraph.parse(path=str(file), format=FORMATS[file.suffix])
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{file} is not valid RDF: {error}") from error
