"""Writes ``docs/ontology.md`` from the ontology: what each term means, in Chinese and English, with an example.

    python docs/make_ontology.py

Examples are triples of ``tests/golden/facts.ttl``, mappings stand in ``ontology/mappings.csv``, and when a term came or
changed in ``ontology/changes.csv``. A test compares the page with what this writes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

TOP = Path(__file__).parent.parent
PAGE = TOP / "docs" / "ontology.md"
GG = "https://w3id.org/govgraph/ns#"
CODE = "https://w3id.org/govgraph/code#"
DRAWN = ("Person", "Post", "Body", "Place", "Initiative", "Meeting", "Instrument")
# What the diagram joins: property, from, to. Domains and ranges alone leave out terms of other vocabularies.
JOINED = (
    ("org:holds", "Person", "Post"),
    ("org:postIn", "Post", "Body"),
    ("gg:jurisdiction", "Body", "Place"),
    ("gg:within", "Place", "Place"),
    ("gg:participant", "Initiative", "Body"),
    ("schema:attendee", "Meeting", "Person"),
    ("gg:actedOnBy", "Instrument", "Body"),
    ("gg:about", "Figure", "Initiative"),
    ("gg:reporter", "Figure", "Body"),
    ("org:member", "Tenure", "Person"),
    ("gg:post", "Tenure", "Post"),
    ("gg:fromClaim", "Tenure", "Claim"),
    ("gg:between", "Contradiction", "Figure"),
    ("rdf:subject, rdf:object", "Claim", "Thing"),
    ("gg:evidence", "Claim", "Evidence"),
    ("gg:evidence", "Figure", "Evidence"),
    ("gg:assertedIn", "Claim", "Document"),
    ("oa:hasSource", "Evidence", "Document"),
)


@dataclass(frozen=True)
class Ontology:
    """The ontology, and a graph to take examples from."""

    graph: rdflib.Graph
    sample: rdflib.Graph

    def name(self, node: object) -> str:
        """A prefixed name."""
        for graph in (self.graph, self.sample):
            for prefix, namespace in sorted(graph.namespaces(), key=lambda pair: -len(pair[1])):
                if prefix and str(node).startswith(namespace):
                    return f"{prefix}:{str(node).removeprefix(namespace)}"
        return f"<{node}>"

    def said(self, term: rdflib.term.Node, predicate: rdflib.URIRef, language: str) -> str:
        """A text about a term in one language."""
        found = [str(o) for o in self.graph.objects(term, predicate) if getattr(o, "language", "") == language]
        return min(found, default="")

    def names(self, term: rdflib.term.Node, *predicates: rdflib.URIRef) -> str:
        """The terms that predicates lead to."""
        found = {self.name(o) for p in predicates for o in self.graph.objects(term, p)}
        return ", ".join(f"`{each}`" for each in sorted(found))

    def own(self, kind: rdflib.URIRef) -> list[rdflib.term.Node]:
        """Our terms of a kind, by name."""
        return sorted((s for s in self.graph.subjects(RDF.type, kind) if str(s).startswith(GG)), key=str)

    def example(self, term: rdflib.term.Node) -> str:
        """The first triple that uses a property, or the first member of a class by name."""
        if (term, RDF.type, OWL.Class) in self.graph:
            labels = (self.sample.value(s, RDFS.label) for s in self.sample.subjects(RDF.type, term))
            return min((str(label) for label in labels if label), default="")
        triples = sorted(self.sample.subject_objects(term), key=lambda pair: (str(pair[0]), str(pair[1])))
        return f"`{self._shown(triples[0][0])}` → `{self._shown(triples[0][1])}`" if triples else ""

    def _shown(self, node: rdflib.term.Node) -> str:
        if isinstance(node, rdflib.Literal):
            return " ".join(str(node).split()).replace("|", "")
        label = self.sample.value(node, RDFS.label) or self.sample.value(node, SKOS.prefLabel)
        return str(label) if label else self.name(node)


def page(ontology: Ontology) -> str:
    """The whole page."""
    return "\n".join(_lines(ontology)) + "\n"


def _lines(ontology: Ontology) -> Iterator[str]:
    root = rdflib.URIRef(GG.rstrip("#"))
    version = ontology.graph.value(root, OWL.versionInfo)
    yield "# 本体 Ontology"
    yield ""
    yield f"{ontology.said(root, RDFS.comment, 'zh')}  "
    yield f"{ontology.said(root, RDFS.comment, 'en')}"
    yield ""
    yield f"Namespace `gg:` <{GG}>, codes `code:` <{CODE}>."
    yield f"Version {version}, `{ontology.graph.value(root, OWL.versionIRI)}`."
    yield "The files: `ontology/govgraph.ttl`, `shapes.ttl` (SHACL), `context.jsonld` (JSON-LD), `queries/*.rq`."
    yield "This page is written by `docs/make_ontology.py`."
    yield from _diagram()
    yield from _table("类 Classes", ("名称", "含义 Definition", "上位 Under", "例 Example"), _classes(ontology))
    yield from _table(
        "属性 Properties", ("名称", "含义 Definition", "主 → 宾", "上位 Under", "例 Example"), _properties(ontology)
    )
    yield from _table(
        "借用的术语 Terms used as they are", ("名称", "含义 Definition", "例 Example"), _borrowed(ontology)
    )
    yield from _codes(ontology)
    yield from _listed("对应 Mappings", TOP / "ontology" / "mappings.csv", _MAPPINGS)
    yield from _listed("变更 Changes", TOP / "ontology" / "changes.csv", _CHANGES)


_MAPPINGS = (
    "`wdt:P442` is written with spaces and without trailing zeros: 220284 is `22 02 84`, 220200 is `22 02`. "
    "Popolo shares its classes with W3C ORG and FOAF, so the superclasses are the mapping."
)
_CHANGES = "Terms are added; none changes its meaning, and none is taken away: a better term gets another name."


def _diagram() -> Iterator[str]:
    yield from ("", "## 图 Diagram", "", "```mermaid", "classDiagram")
    for name, start, end in JOINED:
        yield f"  {start} --> {end} : {name.replace(':', '_')}"
    for name in DRAWN:
        yield f"  Thing <|-- {name}"
    yield from ("```", "", "A name in the diagram such as `org_holds` is the term `org:holds`.")


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head))
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _meaning(ontology: Ontology, term: rdflib.term.Node) -> tuple[str, str]:
    labels = [ontology.said(term, RDFS.label, language) for language in ("zh", "en")]
    comments = [ontology.said(term, RDFS.comment, language) for language in ("zh", "en")]
    return f"`{ontology.name(term)}`<br>{'<br>'.join(labels)}", "<br>".join(comments)


def _classes(ontology: Ontology) -> Iterator[tuple[str, ...]]:
    for term in ontology.own(OWL.Class):
        yield (*_meaning(ontology, term), ontology.names(term, RDFS.subClassOf), ontology.example(term))


def _properties(ontology: Ontology) -> Iterator[tuple[str, ...]]:
    both = {*ontology.own(OWL.ObjectProperty), *ontology.own(OWL.DatatypeProperty)}
    for term in sorted(both, key=str):
        ends = f"{ontology.names(term, RDFS.domain)} → {ontology.names(term, RDFS.range)}"
        under = ontology.names(term, RDFS.subPropertyOf, SKOS.closeMatch)
        yield (*_meaning(ontology, term), ends, under, ontology.example(term))


def _borrowed(ontology: Ontology) -> Iterator[tuple[str, ...]]:
    named = {s for s in ontology.graph.subjects(RDFS.label, None) if not str(s).startswith((GG, CODE))}
    for term in sorted(named, key=str):
        yield (*_meaning(ontology, term), ontology.example(term))


def _codes(ontology: Ontology) -> Iterator[str]:
    yield from ("", "## 代码表 Code lists")
    for scheme in sorted(ontology.graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        yield from ("", f"### {_both(ontology, scheme)}", "")
        codes = sorted(ontology.graph.subjects(SKOS.inScheme, scheme), key=str)
        yield "; ".join(f"`{ontology.name(code)}` {_both(ontology, code)}" for code in codes)


def _both(ontology: Ontology, code: rdflib.term.Node) -> str:
    return " ".join(ontology.said(code, SKOS.prefLabel, language) for language in ("zh", "en"))


def _listed(title: str, path: Path, said: str) -> Iterator[str]:
    head, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    yield from _table(title, tuple(head), (tuple(row) for row in rows))
    yield from ("", said)


def read() -> Ontology:
    """The ontology and the sample graph."""
    ontology = rdflib.Graph().parse(TOP / "ontology" / "govgraph.ttl")
    return Ontology(ontology, rdflib.Graph().parse(TOP / "tests" / "golden" / "facts.ttl"))


if __name__ == "__main__":
    PAGE.write_text(page(read()), encoding="utf-8")
