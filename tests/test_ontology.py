"""The ontology declares, in two languages, whatever a graph may say."""

import json
import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from govgraph.model import KINDS
from govgraph.publish import codes, graph, nodes, terms
from govgraph.seeds import load as load_seeds
from govgraph.settings import DEFAULT_BASE, shipped
from tests.facts import facts

ONTOLOGY = shipped("ontology")
GG, CODE = rdflib.Namespace(terms.GG), rdflib.Namespace(terms.CODE)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "govgraph.ttl")


def emitted() -> set[str]:
    """Every property and class that the fixture's graph and the tables of terms use."""
    used = {iri for names in terms.PREDICATES.values() for iri in names}
    used |= {predicate for written in nodes.ATTRIBUTES.values() for predicate, _ in written.values()}
    for _, predicate, value in graph.triples(graph.blocks(facts(), DEFAULT_BASE, codes.labels(), "digest")):
        used.add(predicate)
        if predicate == terms.TYPE and isinstance(value, str):
            used.add(value)
    return used


def test_every_own_term_that_is_written_is_declared(ontology: rdflib.Graph) -> None:
    own = {iri for iri in emitted() if iri.startswith(terms.GG)}
    declared = {
        str(s) for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) for s in ontology[: RDF.type : kind]
    }
    assert own
    assert own <= declared


def test_every_term_has_label_and_comment_in_both_languages(ontology: rdflib.Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in {term for kind in kinds for term in ontology[: RDF.type : kind]}:
        for told in (RDFS.label, RDFS.comment):
            languages = sorted(getattr(value, "language", "") for value in ontology[term:told])
            assert languages == ["en", "zh"], f"{term} {told}"


def test_terms_of_the_contract_are_declared_under_public_ones(ontology: rdflib.Graph) -> None:
    for name in (*KINDS, "Figure", "Document", "Claim", "Evidence"):
        assert list(ontology[GG[name] : RDFS.subClassOf]), name
    for act in terms.ACTS:
        assert GG.actedOnBy in set(ontology[GG[act] : RDFS.subPropertyOf])
    assert GG.participant in set(ontology[GG.leadBody : RDFS.subPropertyOf])


def test_range_and_domain_are_declared_classes(ontology: rdflib.Graph) -> None:
    own = {str(c) for c in ontology[: RDF.type : OWL.Class]}
    for predicate in (RDFS.domain, RDFS.range):
        used = {str(o) for o in ontology.objects(None, predicate) if str(o).startswith(terms.GG)}
        assert used <= own


def test_every_code_has_a_scheme_a_notation_and_two_labels(ontology: rdflib.Graph) -> None:
    for code in ontology[: RDF.type : SKOS.Concept]:
        scheme, notation = ontology.value(code, SKOS.inScheme), ontology.value(code, SKOS.notation)
        assert str(code) == f"{scheme}-{notation}"
        assert sorted(getattr(v, "language", "") for v in ontology[code : SKOS.prefLabel]) == ["en", "zh"]


@pytest.mark.parametrize(
    ("scheme", "words", "column"),
    [
        ("body", "body_forms", "kind"),
        ("body", "body_national", "kind"),
        ("initiative", "initiative_heads", "kind"),
        ("instrument", "instrument_heads", "canonical"),
        ("meeting", "meeting_heads", "kind"),
        ("status", "act_verbs", "kind"),
    ],
)
def test_kinds_of_the_word_lists_are_codes(scheme: str, words: str, column: str) -> None:
    used = {str(getattr(word, column)) for word in load_seeds().words(words)} - {""}  # 现任: no status
    missing = {kind for kind in used if terms.concept(scheme, kind) not in codes.labels()}
    assert not missing


def test_genres_of_the_patterns_are_codes() -> None:
    names = [name for name in load_seeds().patterns if re.match(r"genre\.(?:title|text|count)_", name)]
    genres = {re.sub(r"^genre\.(?:title|text|count)_(?:\d+_)?", "", name) for name in names} | {"news"}
    assert not {genre for genre in genres if terms.concept("genre", genre) not in codes.labels()}


def test_certainties_and_statuses_of_the_model_are_codes() -> None:
    for scheme, values in (
        ("certainty", "stated context inferred"),
        ("status", "acting former proposed planned elected appointed removed concurrent"),
    ):
        for value in values.split():
            assert terms.concept(scheme, value) in codes.labels()


def test_a_predicate_without_a_term_is_refused() -> None:
    with pytest.raises(ValueError, match="no term"):
        terms.predicates("likes")


@pytest.mark.parametrize("name", ["govgraph.ttl", "shapes.ttl"])
def test_files_are_strict_turtle(name: str) -> None:
    path = ONTOLOGY / name
    assert sum(1 for _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)) > 100


def test_context_and_terms_agree_on_namespaces() -> None:
    context = json.loads(Path(ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    namespaces = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.endswith(("/", "#"))}
    assert namespaces == dict(terms.NAMESPACES)
    for name, said in context.items():
        iri = said["@id"] if isinstance(said, dict) else said
        prefix, _, local = str(iri).partition(":")
        assert name.startswith("@") or prefix in namespaces or local.startswith("//"), name


def test_context_terms_are_declared(ontology: rdflib.Graph) -> None:
    context = json.loads(Path(ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for said in context.values():
        iri = str(said["@id"] if isinstance(said, dict) else said)
        if iri.startswith("gg:"):
            assert (GG[iri.removeprefix("gg:")], RDF.type, None) in ontology


def test_shapes_have_messages_in_both_languages() -> None:
    text = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    messages = re.findall(r'sh:message "[^"]+"@zh , "[^"]+"@en', text)
    assert len(messages) == text.count("sh:message") > 40
