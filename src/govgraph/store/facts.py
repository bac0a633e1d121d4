"""A published graph back to the values that it was written from, as far as a view needs them.

A key holds the IRI of its thing, because a graph does not say what the IRI was made of; :class:`Iris` hands out what
the graph itself calls things. What a graph leaves out (attributes of things, what repair did) stays empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph

from govgraph.model import KINDS, Claim, Contradiction, DocumentFacts, Evidence, Facts, Figure, Key, Link, Thing
from govgraph.store.open import Graph

GG = "https://w3id.org/govgraph/ns#"
CODE = "https://w3id.org/govgraph/code#"
_DCTERMS, _OA = "http://purl.org/dc/terms/", "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL, _OTHER = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"
_LINKS = ("possiblySame", "succeededBy")
_ACTS = ("issuedBy", "adoptedBy", "draftedBy", "reviewedBy", "revisedBy", "repealedBy", "proposedBy")
_COURSE = ("yearSeen", "hasPart", "partName")  # of initiatives
_VALUES = {"yearSeen": "Year", "partName": "Name"}  # where claims lead to values and no nodes
_PREDICATES = {
    "http://www.w3.org/ns/org#holds": "holds",
    "http://www.w3.org/ns/org#postIn": "postIn",
    "https://schema.org/attendee": "attendee",
    **{
        GG + name: name
        for name in ("participant", "leadBody", "actedOnBy", "within", "jurisdiction", "partOf", *_ACTS, *_COURSE)
    },
}
_BROADER = {"leadBody": "participant", **dict.fromkeys(_ACTS, "actedOnBy")}

Node = Mapping[str, list[str]]  # predicate to objects, as text


@dataclass(frozen=True)
class Iris:
    """The IRIs of a graph that was read."""

    base: str
    said: Mapping[Claim | Figure, str]
    documents: Mapping[str, str]

    def thing(self, key: Key) -> str:
        """Of an entity."""
        return key.name

    def claim(self, claim: Claim) -> str:
        """Of a statement."""
        return self.said[claim]

    def figure(self, figure: Figure) -> str:
        """Of a number."""
        return self.said[figure]

    def document(self, id_or_name: str) -> str:
        """Of a document."""
        return self.documents[id_or_name]


class _Reader:
    """The nodes of a graph, and what each of them is as a value."""

    def __init__(self, graph: Graph) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.by_type: dict[str, list[str]] = defaultdict(list)
        for quad in graph.store:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if not isinstance(subject, pyoxigraph.NamedNode) or isinstance(
                value, pyoxigraph.BlankNode | pyoxigraph.Triple
            ):
                continue
            self.nodes[subject.value][predicate.value].append(value.value)
            if predicate.value == _RDF + "type":
                self.by_type[value.value].append(subject.value)
        self.hashes = {iri: self.one(iri, GG + "textHash") or iri for iri in self.of("Document")}
        self.keys = {iri: Key(kind, iri) for kind in KINDS for iri in self.of(kind)}

    def of(self, kind: str) -> list[str]:
        return sorted(self.by_type[GG + kind])

    def all(self, iri: str, predicate: str) -> list[str]:
        node: Node = self.nodes.get(iri, {})
        return sorted(node.get(predicate, ()))

    def one(self, iri: str, predicate: str) -> str:
        return next(iter(self.all(iri, predicate)), "")

    def key(self, iri: str, predicate: str) -> Key | None:
        return self.keys.get(self.one(iri, predicate))

    def code(self, iri: str, predicate: str) -> str:
        """A code without its scheme: ``certainty-stated`` is ``stated``."""
        return self.one(iri, predicate).removeprefix(CODE).partition("-")[2]

    def evidence(self, iri: str, predicate: str) -> tuple[Evidence, ...]:
        return tuple(sorted(self._evidence(each) for each in self.all(iri, predicate)))

    def _evidence(self, iri: str) -> Evidence:
        source = self.one(iri, _OA + "hasSource")
        place, words = f"{iri}-p", f"{iri}-q"
        start, end = (int(self.one(place, _OA + name) or 0) for name in ("start", "end"))
        quote, prefix, suffix = (self.one(words, _OA + name) for name in ("exact", "prefix", "suffix"))
        return Evidence(self.hashes.get(source, source), start, end, quote, prefix, suffix)


def facts_of(graph: Graph) -> tuple[Facts, Iris]:
    """The facts of a graph, and the IRIs of what they name."""
    read = _Reader(graph)
    said: dict[Claim | Figure, str] = {}
    by_iri: dict[str, Claim | Figure] = {}
    for iri in read.of("Claim"):
        if claim := _claim(read, iri):
            said[claim], by_iri[iri] = iri, claim
    for iri in read.of("Figure"):
        if figure := _figure(read, iri):
            said[figure], by_iri[iri] = iri, figure
    claims = [value for value in said if isinstance(value, Claim)]
    facts = Facts(
        documents=tuple(_document(read, iri) for iri in read.of("Document")),
        things=tuple(_thing(read, key) for key in read.keys.values()),
        claims=(*claims, *_plain(read, claims)),
        figures=tuple(value for value in said if isinstance(value, Figure)),
        links=tuple(_links(read)),
        contradictions=tuple(each for iri in read.of("Contradiction") if (each := _contradiction(read, iri, by_iri))),
    )
    return facts, Iris(_base(read), said, {value: iri for iri, value in read.hashes.items()})


def _base(read: _Reader) -> str:
    """What the IRIs of all things begin with."""
    dataset = next((iri for iri in read.by_type["http://www.w3.org/ns/dcat#Dataset"]), "")
    return read.one(dataset, "http://rdfs.org/ns/void#uriSpace")


def _thing(read: _Reader, key: Key) -> Thing:
    iri = key.name
    names = tuple(read.all(iri, _OTHER))
    documents = tuple(sorted(read.hashes.get(each, each) for each in read.all(iri, GG + "mentionedIn")))
    attrs = tuple(_attributes(read, iri)) if key.kind == "Initiative" else ()
    return Thing(key, read.one(iri, _LABEL), names, (), attrs, documents, read.evidence(iri, GG + "firstMention"))


def _attributes(read: _Reader, iri: str) -> Iterator[tuple[str, str]]:
    """What pages say of an initiative at its head."""
    texts = {"first_year": "firstYear", "last_year": "lastYear", "owner": "owner"}
    known = {name: read.one(iri, GG + term) for name, term in texts.items()}
    known |= {"level": read.code(iri, GG + "level"), "parts": "、".join(read.all(iri, GG + "partName"))}
    yield from ((name, value) for name, value in sorted(known.items()) if value)


def _claim(read: _Reader, iri: str) -> Claim | None:
    subject, predicate = read.key(iri, _RDF + "subject"), _PREDICATES.get(read.one(iri, _RDF + "predicate"))
    plain = _VALUES.get(predicate or "")
    target = Key(plain, read.one(iri, _RDF + "object")) if plain else read.key(iri, _RDF + "object")
    if not subject or not target or not predicate:
        return None
    dates = {name: read.one(iri, GG + term) for name, term in (("valid_from", "validFrom"), ("valid_to", "validTo"))}
    return Claim(subject, predicate, target, read.evidence(iri, GG + "evidence"), **_said(read, iri), **dates)


def _figure(read: _Reader, iri: str) -> Figure | None:
    about = read.key(iri, GG + "about")
    if not about:
        return None
    texts = ("value", "unit", "measure", "asWritten", "qualifier", "period")
    value, unit, measure, written, qualifier, period = (read.one(iri, GG + name) for name in texts)
    evidence, reporter = read.evidence(iri, GG + "evidence"), read.key(iri, GG + "reporter")
    framed = {"qualifier": qualifier, "period": period}
    return Figure(about, value, unit, measure, written, evidence, reporter=reporter, **framed, **_said(read, iri))


def _said(read: _Reader, iri: str) -> dict[str, str]:
    """How something was said."""
    return {
        "rule": read.one(iri, GG + "rule"),
        "certainty": read.code(iri, GG + "certainty"),
        "status": read.code(iri, GG + "status"),
        "asserted_on": read.one(iri, GG + "assertedOn"),
    }


def _plain(read: _Reader, claims: list[Claim]) -> list[Claim]:
    """Direct statements that no claim makes: those of the gazetteer and of names."""
    made = {(claim.subject, claim.predicate, claim.object) for claim in claims}
    made |= {(claim.subject, _BROADER.get(claim.predicate, ""), claim.object) for claim in claims}
    found: list[Claim] = []
    for key in read.keys.values():
        for iri, predicate in _PREDICATES.items():
            ends = [read.keys[each] for each in read.all(key.name, iri) if each in read.keys]
            found += [Claim(key, predicate, end, (), "") for end in ends if (key, predicate, end) not in made]
    return found


def _links(read: _Reader) -> list[Link]:
    """Both ways of a symmetric link are one."""
    pairs = {
        (min(iri, other), max(iri, other)) if name == "possiblySame" else (iri, other): name
        for name in _LINKS
        for iri in read.keys
        for other in read.all(iri, GG + name)
        if other in read.keys
    }
    return [Link(read.keys[one], name, read.keys[two]) for (one, two), name in pairs.items()]


def _contradiction(read: _Reader, iri: str, by_iri: Mapping[str, Claim | Figure]) -> Contradiction | None:
    about, between = read.key(iri, GG + "about"), read.all(iri, GG + "between")
    sides = [by_iri.get(each) or read.keys.get(each) for each in between]
    one, two = sides if len(sides) == 2 else (None, None)
    if not about or not one or not two:
        return None
    period = read.one(iri, GG + "period")
    kind, verdict = read.code(iri, GG + "contradictionKind"), read.code(iri, GG + "verdict")
    what = read.one(iri, _LABEL)
    what = what.removesuffix(period).rstrip() if period else what
    return Contradiction(kind, verdict, about, what, period, one, two)


def _document(read: _Reader, iri: str) -> DocumentFacts:
    texts = (GG + "fileName", _DCTERMS + "title", _DCTERMS + "issued", GG + "documentNumber")
    name, title, issued, number = (read.one(iri, predicate) for predicate in texts)
    issuer, place = read.key(iri, _DCTERMS + "publisher"), read.key(iri, GG + "jurisdiction")
    return DocumentFacts(read.hashes[iri], name, title, issuer=issuer, jurisdiction=place, issued=issued, number=number)
