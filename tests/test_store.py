"""A published graph: opened strictly, queried safely, checked, verified, explained."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from govgraph import store
from govgraph.errors import CheckError, InputError, QueryError
from govgraph.model import Prose
from govgraph.publish import codes, graph, manifest, turtle
from govgraph.settings import DEFAULT_BASE, Settings
from govgraph.store.check import check
from govgraph.store.explain import explain, near
from govgraph.store.query import run
from govgraph.store.verify import verify
from govgraph.text import Text
from tests.facts import JIANGCHUAN, QINGSHI, facts, prose

Build = Callable[[], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    turtle.write(tmp_path / "graph.ttl", graph.blocks(facts(), DEFAULT_BASE, codes.labels()), DEFAULT_BASE)
    manifest.write(tmp_path, {}, "digest", Settings())
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    """Alter the graph file by hand, once."""
    path = folder / "graph.ttl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_folder_and_its_file_are_the_same_graph(folder: Path) -> None:
    first, second = store.load(folder), store.load(str(folder / "graph.ttl"))
    assert len(first.store) == len(second.store) > 500
    assert first.short(DEFAULT_BASE + "place/990100") == "place:990100"
    assert first.full("place:990100") == DEFAULT_BASE + "place/990100"
    assert (first.full("林知远"), first.full("nobody:x")) == (None, None)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("none.ttl", None, "does not exist"),
        ("a.txt", "x", "is not a graph file"),
        ("a.ttl", "<http://a> <http://b> .", "is not valid RDF"),
        ("a.ttl", "\ufeff@prefix a: <http://a/> .", "is not valid RDF"),
    ],
)
def test_what_cannot_be_opened_is_named(name: str, text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        store.load(tmp_path / name)


def test_a_folder_without_a_graph_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="govgraph build"):
        store.load(tmp_path)


def test_rows_are_plain_values(folder: Path) -> None:
    opened = store.load(folder)
    answer = run(opened, "SELECT ?p ?v ?none { ?f gg:about ?i ; gg:value ?v ; gg:measure ?p } ORDER BY ?v")
    assert answer.columns == ("p", "v", "none")
    assert answer.rows == (("选派干部", 12000, None), ("投资", 458000000, None))
    assert run(opened, "ASK { ?p a gg:Person }").rows == ((True,),)
    assert run(opened, "SELECT (4.50 AS ?x) {}").rows == ((Decimal("4.50"),),)
    made = run(opened, "CONSTRUCT { ?p a gg:Person } WHERE { ?p a gg:Person }")
    assert (made.columns, len(made.rows)) == (("subject", "predicate", "object"), 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?x WHERE {\n  ?x a }", r"line 2, column 9 \(\?x a \}\)"),
        ("SELEC", "line 1"),
        ("SELECT * { ?s ex:a ?o }", "the prefix ex: is not declared; known are .*gg"),
        ("DELETE WHERE { ?s ?p ?o }", "not SPARQL"),
    ],
)
def test_a_wrong_query_names_the_place(text: str, said: str, folder: Path) -> None:
    with pytest.raises(QueryError, match=said):
        run(store.load(folder), text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 5SERVICE<http://localhost:1/> { ?s ?p ?o } }",
        'SELECT * { FILTER("""a"b""" = \'\') SERVICE <http://localhost:1/> { ?s ?p ?o } FILTER("" = "") }',
        "SELECT * { \\u0053ERVICE <http://localhost:1/> { ?s ?p ?o } }",
    ],
)
def test_no_query_calls_another_server(text: str, folder: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run(store.load(folder), text)


@pytest.mark.parametrize(
    "text",
    ['SELECT ?service { ?service rdfs:label "SERVICE"@zh } # SERVICE', "SELECT * { ?s <http://x/SERVICE> gg:service }"],
)
def test_the_word_may_stand_in_names_and_strings(text: str, folder: Path) -> None:
    assert run(store.load(folder), text).rows == ()


def test_the_graph_conforms(folder: Path) -> None:
    assert check(folder) == ()


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ('rdfs:label "林知远"@zh ;', 'rdfs:label "林知远"@zh , "林某"@zh ;', "恰有一个中文名称", "exactly one label"),
        ('rdfs:label "林知远"@zh ;', 'rdfs:label "Lin"@en ;', "恰有一个中文名称", "tagged @zh"),
        ("gg:certainty code:certainty-stated ;", "", "确定程度", "certainty"),
        ("oa:end 39 ;", "oa:end 3 ;", "在终点之前", "before its end"),
        ('gg:title "市长"@zh', 'gg:title "市长"@zh , "县长"@zh', "职务必须恰有一个名称", "exactly one title"),
        ("rdf:predicate org:holds ;", "rdf:predicate gg:likes ;", "本体中的关系", "relation of the ontology"),
        ("code:status-removed ;", "code:status-unheard ;", "状态", "status"),
        ("gg:value 12000", 'gg:value "12000"', "恰有一个数值", "exactly one number"),
        ('gg:divisionCode "990100"', 'gg:divisionCode "99"', "区划代码", "division code"),
    ],
)
def test_a_broken_rule_is_named_in_both_languages(old: str, new: str, zh: str, en: str, folder: Path) -> None:
    change(folder, old, new)
    assert any(zh in broken.message for broken in check(folder, "zh"))
    found = [broken for broken in check(folder, "en") if en in broken.message]
    assert found
    assert found[0].count >= 1
    assert found[0].cases[0].node


def test_a_claim_without_evidence_is_caught_with_its_words(folder: Path) -> None:
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    block = next(b for b in text.split("\n\n") if "gg:Claim" in b)
    line = next(row for row in block.splitlines() if "gg:evidence" in row)
    change(folder, block, block.replace(line + "\n", ""))
    broken = check(folder, "en")
    assert [b.message for b in broken] == ["A statement must have evidence"]
    assert (broken[0].path, broken[0].severity, broken[0].count) == ("gg:evidence", "Violation", 1)


def test_a_version_holds(folder: Path) -> None:
    verified = verify(folder, prose)
    assert verified.holds
    assert verified.checked == verified.evidence > 10
    assert verify(folder).checked == 0


def test_a_changed_or_missing_file_is_found(folder: Path) -> None:
    (folder / "note.csv").write_text("x", encoding="utf-8")
    manifest.write(folder, {}, "digest", Settings())
    (folder / "note.csv").write_text("y", encoding="utf-8")
    assert verify(folder).faults == ("note.csv was changed after the build",)
    (folder / "note.csv").unlink()
    assert verify(folder).faults == ("note.csv is missing",)
    change(folder, "林知远", "林知近")
    assert "graph.ttl was changed after the build" in verify(folder).faults


def test_a_quotation_that_the_source_does_not_hold_is_found(folder: Path) -> None:
    change(folder, 'oa:exact "市长林知远作报告"', 'oa:exact "市长林知近作报告"')
    manifest.write(folder, {}, "digest", Settings())
    (fault,) = verify(folder, prose).faults
    assert fault == f"{JIANGCHUAN} [31:39] reads '市长林知远作报告', not '市长林知近作报告'"


def test_a_source_that_is_gone_or_changed_is_told(folder: Path) -> None:
    verified = verify(folder, lambda name: prose(name) if name == JIANGCHUAN else None)
    assert (verified.missing, verified.holds) == ((QINGSHI,), True)

    def changed(name: str) -> Prose:
        other = prose(QINGSHI)
        return Prose(other.document, Text.of("x"), (), ())

    assert any("its hash has changed" in fault for fault in verify(folder, changed).faults)


def test_a_relation_without_a_claim_is_found(folder: Path) -> None:
    change(folder, "org:holds post:", "org:holds post:none , post:")
    manifest.write(folder, {}, "digest", Settings())
    assert any(fault.startswith("no claim backs person:") for fault in verify(folder).faults)


def test_a_folder_without_a_manifest_is_refused(folder: Path) -> None:
    (folder / "manifest.json").write_text(json.dumps({"format": 1}), encoding="utf-8")
    with pytest.raises(CheckError, match="damaged"):
        verify(folder)
    (folder / "manifest.json").unlink()
    with pytest.raises(CheckError, match="govgraph build"):
        verify(folder)


def test_an_entity_is_explained_by_its_words(folder: Path) -> None:
    (told,) = explain(store.load(folder), "林知远")
    assert (told.kind, told.label) == ("人物", "林知远")
    assert [(s.relation, s.object, s.certainty, s.rule) for s in told.stated] == [
        ("任职", "江川市人民政府市长", "凭上下文", "test.holds"),
        ("任职", "江川市人民政府市长", "明言", "test.holds"),
        ("出席者", "林知远", "明言", "test.attendee"),
    ]
    (source,) = told.stated[0].sources
    assert (source.document, source.start, source.end, source.quote) == (JIANGCHUAN, 31, 39, "市长林知远作报告")
    assert [mention.quote for mention in told.mentions] == ["林知远"]


def test_an_explanation_speaks_english_too(folder: Path) -> None:
    (told,) = explain(store.load(folder), "方既明", "en")
    (stated,) = told.stated
    assert (told.kind, stated.relation, stated.status, stated.certainty) == ("Person", "holds", "removed", "stated")
    assert stated.valid_to == "2024-05"


def test_a_body_tells_its_posts_its_initiatives_and_its_figures(folder: Path) -> None:
    (told,) = explain(store.load(folder), "江川市政府")
    assert {stated.subject for stated in told.stated} == {"林知远", "九河连通"}
    assert ("所辖地区", "江川市") in told.facts


def test_figures_are_told_with_unit_and_qualifier(folder: Path) -> None:
    (told,) = explain(store.load(folder), "九河连通")
    assert {"约 458000000 元", "12000 名"} <= {stated.object for stated in told.stated}


def test_a_claim_is_explained_by_its_iri(folder: Path) -> None:
    opened = store.load(folder)
    (told,) = explain(opened, "陶未央")
    for stated in told.stated:
        (alone,) = explain(opened, opened.short(stated.iri))
        assert alone.stated == (stated,)
        assert explain(opened, f"<{stated.iri}>") == (alone,)


def test_what_is_not_there_is_not_found(folder: Path) -> None:
    opened = store.load(folder)
    assert explain(opened, "不在此") == ()
    assert explain(opened, "person:aaaaaaaaaa") == ()
    assert near(opened, "水利局")[:2] == ("江川市水利局", "青石市水利局")
    assert near(opened, "zzz") == ()
