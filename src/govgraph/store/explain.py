"""An entity or a fact to everything that was said of it: the characters of the source, the rule, the certainty.

A name is looked up among labels and further names; where it fits several entities, all are explained. Nothing is found
by similarity: :func:`near` offers names that contain what was asked, for the message to the user.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph

from govgraph.store.open import Graph
from govgraph.store.query import plain, spellings
from govgraph.store.words import words

_GG = "https://w3id.org/govgraph/ns#"
_OA = "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
_POST_IN = "http://www.w3.org/ns/org#postIn"
_STATEMENTS = (_GG + "Claim", _GG + "Figure")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The characters that say so, with what stands around them."""

    document: str
    start: int
    end: int
    prefix: str
    quote: str
    suffix: str


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A claim or a figure as people read it."""

    subject: str
    relation: str  # label of the predicate, or what a figure measures
    object: str  # label of the object, or the figure as a number with its unit
    asserted_on: str
    status: str
    certainty: str
    rule: str
    valid_from: str
    valid_to: str
    iri: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that a graph holds of one entity."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]  # what is known of it otherwise, as label and value
    stated: tuple[Stated, ...]
    mentions: tuple[Source, ...]  # where each document first names it


def explain(graph: Graph, name: str, language: str = "zh") -> tuple[Explanation, ...]:
    """Explain an IRI, a prefixed name, a claim or figure, or every entity of a name; empty where there is none."""
    reader = _Reader(graph, language)
    iri = graph.full(name)
    found = [iri] if iri and reader.known(iri) else reader.named(name)
    return tuple(reader.explanation(each) for each in found)


def label(graph: Graph, iri: str) -> str:
    """What a thing is called; nothing where the graph does not say."""
    return _Reader(graph, "zh").one(iri, _LABEL)


def near(graph: Graph, name: str, most: int = 5) -> tuple[str, ...]:
    """Labels that contain a name or a part of it, shortest first."""
    labels = {str(plain(quad.object)) for quad in _quads(graph, predicate=_LABEL) if _is_entity(graph, quad.subject)}
    for size in range(len(name), 1, -1):
        parts = {name[at : at + size] for at in range(len(name) - size + 1)}
        hits = sorted((label for label in labels if any(part in label for part in parts)), key=lambda x: (len(x), x))
        if hits:
            return tuple(hits[:most])
    return ()


def _quads(graph: Graph, subject: str = "", predicate: str = "", value: object = None) -> Iterator[pyoxigraph.Quad]:
    return graph.store.quads_for_pattern(
        pyoxigraph.NamedNode(subject) if subject else None,
        pyoxigraph.NamedNode(predicate) if predicate else None,
        value,  # type: ignore[arg-type]
        None,
    )


def _is_entity(graph: Graph, subject: object) -> bool:
    kinds = {str(plain(quad.object)) for quad in _quads(graph, str(plain(subject)), _RDF + "type")}
    return any(kind.startswith(_GG) for kind in kinds) and not kinds & set(_STATEMENTS)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Looks things up in one graph, in one language."""

    graph: Graph
    language: str

    def values(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject as strings, sorted."""
        return sorted(str(plain(quad.object)) for quad in _quads(self.graph, subject, predicate))

    def one(self, subject: str, predicate: str) -> str:
        """The first object, or nothing."""
        return next(iter(self.values(subject, predicate)), "")

    def known(self, iri: str) -> bool:
        """True where the graph says anything of an IRI."""
        return next(_quads(self.graph, iri), None) is not None

    def named(self, name: str) -> list[str]:
        """Entities with a label or a further name; labels go before further names."""
        for predicate in (_LABEL, _ALT):
            literals = (pyoxigraph.Literal(form, language="zh") for form in spellings(name))
            quads = (quad for literal in literals for quad in _quads(self.graph, "", predicate, literal))
            found = {str(plain(quad.subject)) for quad in quads if _is_entity(self.graph, quad.subject)}
            if found:
                return sorted(found)
        return []

    def word(self, iri: str) -> str:
        """What a term, a code or an entity is called."""
        return words(self.language).get(iri) or self.one(iri, _LABEL) or self.graph.short(iri)

    def explanation(self, iri: str) -> Explanation:
        kind = next((kind for kind in self.values(iri, _RDF + "type") if kind.startswith(_GG)), "")
        stated = [iri] if kind in _STATEMENTS else self.statements(iri)
        return Explanation(
            iri,
            self.word(kind) if kind else "",
            self.one(iri, _LABEL) or self.graph.short(iri),
            tuple(self.values(iri, _ALT)),
            tuple(self.facts(iri)) if kind not in _STATEMENTS else (),
            tuple(sorted(self.stated(each) for each in stated)),
            tuple(self.sources(iri, _GG + "firstMention")),
        )

    def statements(self, iri: str) -> list[str]:
        """Claims with the entity or a post in it at either end, and figures about it or reported by it."""
        ends = (_RDF + "subject", _RDF + "object", _GG + "about", _GG + "reporter")
        nodes = [iri, *self.pointing(iri, _POST_IN)]
        return sorted({found for node in nodes for end in ends for found in self.pointing(node, end)})

    def pointing(self, iri: str, predicate: str) -> Iterator[str]:
        """The subjects that a predicate joins to an object."""
        return (str(plain(quad.subject)) for quad in _quads(self.graph, "", predicate, pyoxigraph.NamedNode(iri)))

    def facts(self, iri: str) -> Iterator[tuple[str, str]]:
        """What the graph says directly, without names and bookkeeping."""
        skipped = {_LABEL, _ALT, _RDF + "type", _GG + "firstMention"}
        rows = {(quad.predicate.value, self.shown(quad.object)) for quad in _quads(self.graph, iri)}
        yield from ((self.word(name), value) for name, value in sorted(rows) if name not in skipped)

    def shown(self, term: object) -> str:
        return self.word(term.value) if isinstance(term, pyoxigraph.NamedNode) else str(plain(term))

    def stated(self, iri: str) -> Stated:
        subject, relation, value = self.figure(iri) if self.one(iri, _GG + "about") else self.claim(iri)
        status, certainty = self.one(iri, _GG + "status"), self.one(iri, _GG + "certainty")
        return Stated(
            subject,
            relation,
            value,
            self.one(iri, _GG + "assertedOn"),
            self.word(status) if status else "",
            self.word(certainty) if certainty else "",
            self.one(iri, _GG + "rule"),
            self.one(iri, _GG + "validFrom"),
            self.one(iri, _GG + "validTo"),
            iri,
            tuple(self.sources(iri, _GG + "evidence")),
        )

    def claim(self, iri: str) -> tuple[str, str, str]:
        subject, predicate = (self.word(self.one(iri, _RDF + name)) for name in ("subject", "predicate"))
        ends = sorted(self.shown(quad.object) for quad in _quads(self.graph, iri, _RDF + "object"))
        return subject, predicate, next(iter(ends), "")

    def figure(self, iri: str) -> tuple[str, str, str]:
        number = " ".join(self.one(iri, _GG + name) for name in ("qualifier", "value", "unit")).strip()
        return self.word(self.one(iri, _GG + "about")), self.one(iri, _GG + "measure"), number

    def sources(self, iri: str, predicate: str) -> list[Source]:
        return sorted(self.source(evidence) for evidence in self.values(iri, predicate))

    def source(self, evidence: str) -> Source:
        selectors = self.values(evidence, _OA + "hasSelector")
        said = {
            name: next(filter(None, (self.one(selector, _OA + name) for selector in selectors)), "")
            for name in ("start", "end", "prefix", "exact", "suffix")
        }
        document = self.one(evidence, _OA + "hasSource")
        name = self.one(document, _GG + "fileName") or self.graph.short(document)
        return Source(
            name, int(said["start"] or 0), int(said["end"] or 0), said["prefix"], said["exact"], said["suffix"]
        )
