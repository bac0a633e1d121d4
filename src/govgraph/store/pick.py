"""One thing or statement that a user means by an IRI, a prefixed name or a name; several are an error that lists them.

What is picked names itself by the end of its IRI (``person/e3cvwdyy4x``), which is the same under every base IRI.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pyoxigraph

from govgraph.errors import QueryError
from govgraph.store.explain import Explanation, explain, near
from govgraph.store.open import Graph

_GG = "https://w3id.org/govgraph/ns#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_MOST = 12  # documents that a decision names: enough to see that one has changed
_STATEMENTS = ("Claim", "Figure")


@dataclass(frozen=True, slots=True)
class Picked:
    """A thing of the graph."""

    id: str  # end of its IRI
    kind: str  # local name of its class
    label: str
    documents: tuple[str, ...]  # ends of the IRIs of those that mention it

    @property
    def text(self) -> str:
        """The end of the IRI, and the label for people."""
        return f"{self.id} {self.label}"


@dataclass(frozen=True, slots=True)
class PickedStatement:
    """A claim or a figure of the graph."""

    subject: Picked
    relation: str  # local name of the predicate, or "figure"
    object: Picked | None  # None of a figure, and of a claim that leads to a year or a name
    value: str
    unit: str
    quotes: tuple[str, ...]
    documents: tuple[str, ...]


def thing(graph: Graph, name: str) -> Picked:
    """The one thing of a name."""
    given_up = _given_up(graph, name)
    if given_up:
        return given_up
    iri = _one(graph, name).iri
    kind = _kind(graph, iri)
    if kind in _STATEMENTS or not kind:
        raise QueryError(f"{name!r} is {f'a {kind.lower()}' if kind else 'no thing of the graph'}: name an entity")
    return _picked(graph, iri, kind)


def _given_up(graph: Graph, name: str) -> Picked | None:
    """An identity that another thing replaces: it can still be told apart from it."""
    iri = graph.full(name)
    now = _values(graph, iri, "http://purl.org/dc/terms/isReplacedBy") if iri else []
    if not iri or not now or _kind(graph, iri):
        return None
    if len(now) > 1:
        halves = "; ".join(_picked(graph, each, "").text.replace("/", ":", 1) for each in now)
        raise QueryError(f"{name!r} was split, say which: {halves}")
    return replace(_picked(graph, now[0], _kind(graph, now[0])), id=_end(iri))


def statement(graph: Graph, name: str) -> PickedStatement:
    """The claim or figure of an IRI."""
    found = _one(graph, name)
    kind = _kind(graph, found.iri)
    if kind not in _STATEMENTS:
        raise QueryError(f"{name!r} is no claim: `govgraph explain` shows the claims of an entity, as in claim:abc…")
    quotes = tuple(source.quote for stated in found.stated for source in stated.sources)
    documents = _ends(_values(graph, found.iri, _GG + "assertedIn"))
    if kind == "Figure":
        about = _resource(graph, _first(graph, found.iri, _GG + "about"))
        value, unit = _first(graph, found.iri, _GG + "value"), _first(graph, found.iri, _GG + "unit")
        return PickedStatement(about, "figure", None, value, unit, quotes, documents)
    subject = _resource(graph, _first(graph, found.iri, _RDF + "subject"))
    relation = _first(graph, found.iri, _RDF + "predicate").replace("#", "/").rpartition("/")[2]
    said = _first(graph, found.iri, _RDF + "object")
    target = _resource(graph, said) if ":" in said else None
    return PickedStatement(subject, relation, target, "" if target else said, "", quotes, documents)


def document(graph: Graph, name: str) -> str:
    """The end of the IRI of a document by its IRI or file name; empty where it is none."""
    iri = graph.full(name) or ""
    files = [iri] if iri and _kind(graph, iri) == "Document" else _named(graph, _GG + "fileName", name)
    return _end(files[0]) if files else ""


def _named(graph: Graph, predicate: str, name: str) -> list[str]:
    value = pyoxigraph.Literal(name)
    quads = graph.store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), value, None)
    return sorted(str(getattr(quad.subject, "value", quad.subject)) for quad in quads)


def _one(graph: Graph, name: str) -> Explanation:
    found = explain(graph, name)
    if not found:
        close = "、".join(near(graph, name))
        raise QueryError(f"{name!r} is not in {graph.path}" + (f"; perhaps {close}" if close else ""))
    if len(found) > 1:
        raise QueryError(f"{name!r} names {len(found)} things, say which: {'; '.join(_shown(graph, f) for f in found)}")
    return found[0]


def _shown(graph: Graph, found: Explanation) -> str:
    known = "，".join(value for _, value in found.facts[:2])
    return f"{graph.short(found.iri)} {found.label}" + (f"（{known}）" if known else "")


def _resource(graph: Graph, iri: str) -> Picked:
    return _picked(graph, iri, _kind(graph, iri))


def _picked(graph: Graph, iri: str, kind: str) -> Picked:
    label = _first(graph, iri, "http://www.w3.org/2000/01/rdf-schema#label")
    return Picked(_end(iri), kind, label, _ends(_values(graph, iri, _GG + "mentionedIn"))[:_MOST])


def _kind(graph: Graph, iri: str) -> str:
    kinds = (kind.removeprefix(_GG) for kind in _values(graph, iri, _RDF + "type") if kind.startswith(_GG))
    return next(kinds, "")


def _first(graph: Graph, subject: str, predicate: str) -> str:
    return next(iter(_values(graph, subject, predicate)), "")


def _values(graph: Graph, subject: str, predicate: str) -> list[str]:
    quads = graph.store.quads_for_pattern(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), None, None)
    return sorted(str(getattr(quad.object, "value", quad.object)) for quad in quads)


def _ends(iris: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(_end, iris)))


def _end(iri: str) -> str:
    """The last two parts of an IRI, whatever parts the base has."""
    folder, _, name = iri.rpartition("/")
    return f"{folder.replace('#', '/').replace(':', '/').rpartition('/')[2]}/{name}"
