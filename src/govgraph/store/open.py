"""A published graph, opened for reading: strictly, in memory, with the prefixes that its file and ontology declare.

What is not valid RDF is refused with the line at fault, never repaired: a graph that only one store reads is no graph.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph

from govgraph.errors import InputError
from govgraph.settings import shipped

FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
}


@dataclass(frozen=True)
class Graph:
    """An opened graph; ``prefixes`` are those of the ontology and of the file."""

    store: pyoxigraph.Store
    prefixes: dict[str, str]
    path: Path

    def short(self, iri: str) -> str:
        """An IRI as a prefixed name where a prefix is known, for people to read."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        for name, namespace in self.prefixes.items():
            if namespace == iri[:cut]:
                return f"{name}:{iri[cut:]}"
        return iri

    def full(self, name: str) -> str | None:
        """The IRI that a user means by an IRI or a prefixed name; None where it is neither."""
        prefix, colon, local = name.strip().strip("<>").partition(":")
        if not colon:
            return None
        if local.startswith("//") or prefix == "urn":
            return f"{prefix}:{local}"
        return self.prefixes[prefix] + local if prefix in self.prefixes else None


def locate(path: Path) -> Path:
    """The graph file that a path means: itself, or the one in an output folder."""
    if path.is_dir():
        for name in ("graph.ttl", "graph.nt"):
            if (path / name).is_file():
                return path / name
        raise InputError(f"{path} holds no graph.ttl: build one with `govgraph build PATH… --output {path}`")
    if not path.exists():
        raise InputError(f"{path} does not exist: name an output folder of `govgraph build`, or a graph file")
    if path.suffix not in FORMATS:
        raise InputError(f"{path} is not a graph file: expected one of {', '.join(FORMATS)}")
    return path


def open_graph(path: Path) -> Graph:
    """Read a graph file, or that of an output folder."""
    file = locate(path)
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(file), format=FORMATS[file.suffix])
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{file} is not valid RDF: {error}") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error
    return Graph(store, {**declared(), **_prefixes(file)}, file)


@cache
def declared() -> dict[str, str]:
    """The prefixes of ``ontology/context.jsonld``, known to every query."""
    context = json.loads((shipped("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.endswith(("/", "#"))}


def _prefixes(file: Path) -> dict[str, str]:
    """The prefixes at the head of a file."""
    if file.suffix not in (".ttl", ".trig"):
        return {}
    reader = pyoxigraph.parse(path=str(file), format=FORMATS[file.suffix])
    next(iter(reader), None)
    return dict(reader.prefixes)
