"""The page of the ontology is what its script writes, and terms that were published stay."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SKOS

from govgraph.publish.terms import GG
from govgraph.settings import shipped

TOP = Path(__file__).parent.parent


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOP / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return loaded("make_ontology")


@pytest.fixture(scope="module")
def titles() -> ModuleType:
    return loaded("make_titles")


def test_the_page_is_current(script: ModuleType) -> None:
    written = (TOP / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert written == script.page(script.read()), "python docs/make_ontology.py"


def declared() -> set[str]:
    graph = rdflib.Graph().parse(shipped("ontology") / "govgraph.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {
        "gg:" + str(s).removeprefix(GG) for kind in kinds for s in graph[: RDF.type : kind] if str(s).startswith(GG)
    }


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((shipped("ontology") / name).read_text(encoding="utf-8").splitlines()))


def test_each_term_has_a_line_in_the_changes_and_none_has_gone() -> None:
    assert {row["term"] for row in rows("changes.csv") if row["change"] == "added"} == declared()


def test_the_version_is_that_of_the_last_change() -> None:
    graph = rdflib.Graph().parse(shipped("ontology") / "govgraph.ttl")
    root = rdflib.URIRef(GG.rstrip("#"))
    version = str(graph.value(root, OWL.versionInfo))
    assert str(graph.value(root, OWL.versionIRI)) == f"{root}/{version}"
    assert max(row["version"] for row in rows("changes.csv")) == version


def test_mappings_name_declared_terms_and_agree_with_the_ontology() -> None:
    graph = rdflib.Graph().parse(shipped("ontology") / "govgraph.ttl")
    for row in rows("mappings.csv"):
        assert row["term"] in declared() | {"org:holds"}
        assert None not in row
        if "close match" in row["how"]:
            prefix, _, local = row["term"].partition(":")
            term = rdflib.URIRef((GG if prefix == "gg" else "http://www.w3.org/ns/org#") + local)
            assert any(str(o).rpartition("/")[2] in row["target"] for o in graph.objects(term, SKOS.closeMatch)), row


def test_the_titles_are_those_of_the_seeds(titles: ModuleType) -> None:
    assert titles.FILE.read_text(encoding="utf-8") == titles.page()


def test_a_title_is_narrower_than_what_it_stands_for(titles: ModuleType) -> None:
    graph = rdflib.Graph().parse(titles.FILE)
    told = {str(label): node for node, label in graph.subject_objects(SKOS.prefLabel)}
    assert (told["中央委员"], SKOS.broader, told["委员"]) in graph
    assert (told["主任"], SKOS.topConceptOf, rdflib.URIRef("https://w3id.org/govgraph/code#title")) in graph
