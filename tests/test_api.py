"""govgraph from Python: what load returns, what it answers, and how that shows itself."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib

import govgraph
from govgraph.api import KnowledgeGraph
from govgraph.api.picture import LARGEST, View
from govgraph.api.table import SHOWN, Table
from govgraph.errors import InputError, QueryError
from tests.browser import browser, needs_chromium

ATTACK = "<script>document.title='run'</script>\x1b[31m"
INITIATIVES = "SELECT ?i WHERE { ?i a gg:Initiative } ORDER BY ?i"


@pytest.fixture(scope="module")
def graph(sample: Path) -> KnowledgeGraph:
    return govgraph.load(sample)


@pytest.fixture
def no_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)


def test_build_takes_one_path_or_several(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("任命林晓峰为吉林市财政局局长。", encoding="utf-8")
    one = govgraph.build(tmp_path / "a.txt", tmp_path / "one")
    several = govgraph.build([str(tmp_path / "a.txt")], tmp_path / "several")
    assert one.documents == several.documents == 1
    assert (tmp_path / "one" / "graph.ttl").read_bytes() == (tmp_path / "several" / "graph.ttl").read_bytes()


def test_the_same_graph_for_three_libraries(graph: KnowledgeGraph) -> None:
    assert isinstance(graph.store, pyoxigraph.Store)
    assert isinstance(graph.graph, rdflib.Graph)
    assert len(graph.graph) == len(graph.store)
    assert isinstance(graph.nx, nx.MultiDiGraph)
    assert graph.graph is graph.graph, "read once"


def test_networkx_has_the_words(graph: KnowledgeGraph) -> None:
    iri = graph.entity("九解一协调").iri
    assert graph.nx.nodes[iri]["label"] == "九解一协调"
    assert graph.nx.nodes[iri]["kind"] == "Initiative"
    edges = [data for _, _, data in graph.nx.out_edges(iri, data=True)]
    assert {data["relation"] for data in edges} == {"participant"}
    assert all("九解一协调" in data["quote"] for data in edges)
    assert "".join(nx.generate_gexf(graph.nx)).count("<edge ") == graph.nx.number_of_edges()


def test_a_named_question(graph: KnowledgeGraph, no_pandas: None) -> None:
    table = graph.query("who-holds", body="吉林市人民政府")
    assert isinstance(table, Table)
    assert "王吉" in table["person"]


def test_columns_of_iris_bring_their_labels(graph: KnowledgeGraph) -> None:
    table = graph.table(INITIATIVES)
    assert table.columns == ("i", "iLabel")
    assert "九解一协调" in table["iLabel"]
    assert table.records()[0]["i"].startswith("https://")


def test_what_is_no_iri_gets_no_label(graph: KnowledgeGraph) -> None:
    table = graph.table(
        "SELECT ?l ?n WHERE { ?i a gg:Initiative ; rdfs:label ?l } BIND(1 AS ?n)".replace("} B", "B") + "}"
    )
    assert table.columns == ("l", "n")
    assert graph.table("SELECT ?x WHERE { BIND('a: <b>' AS ?x) }").columns == ("x",)


def test_pandas_where_it_is_installed(graph: KnowledgeGraph) -> None:
    pandas = pytest.importorskip("pandas")
    frame = graph.query(INITIATIVES)
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["i", "iLabel"]
    assert len(frame) == len(graph.table(INITIATIVES))
    assert isinstance(graph.evidence(), pandas.DataFrame)


def test_an_entity(graph: KnowledgeGraph) -> None:
    entity = graph.entity("九解一协调")
    assert entity.label == "九解一协调"
    assert "吉林市人民政府" in entity.facts["参与者"]
    assert "«市政府创新开展“九解一协调”»" in str(entity)
    assert any("2658名" in quote for quote in entity.quotes()["quote"])
    assert graph.entity(entity.iri).iri == entity.iri


def test_an_entity_that_is_not_there_has_neighbours(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="perhaps 九解一协调"):
        graph.entity("九解一")
    assert graph.entities("没有这个人") == ()


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("no-such-question", {}, "there is no query named"),
        ("who-holds", {"who": "x"}, "takes body"),
        ("SELECT ?x {", {}, "not SPARQL"),
        ("ASK { ?s ?p ?o }", {"body": "x"}, "named queries"),
        ("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }", {}, "SERVICE"),
    ],
)
def test_what_cannot_be_asked(graph: KnowledgeGraph, question: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        graph.table(question, **given)


def test_evidence_is_true(graph: KnowledgeGraph, no_pandas: None) -> None:
    every = graph.evidence()
    assert len(every) > 200
    corpus = Path(__file__).parent.parent / "seeds" / "corpus"
    for row in graph.evidence("九解一协调").records():
        text = (corpus / row["document"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]].replace("\n", "") == row["quote"]
    assert {"6,466项", "2,658名", "200余个"} <= set(every["object"])


def test_evidence_of_a_body_has_the_holders_of_its_posts(graph: KnowledgeGraph, no_pandas: None) -> None:
    assert "王吉" in graph.evidence("吉林市人民政府")["subject"]


def test_a_view(graph: KnowledgeGraph, tmp_path: Path) -> None:
    view = graph.view(initiative="九解一协调")
    assert 10 < view.things < len(graph.nx)
    assert view.save(tmp_path / "view.html").read_text(encoding="utf-8") == view.html
    assert graph.view(top=5).things == 5
    with pytest.raises(QueryError, match="did you mean"):
        graph.view(initiative="九解")


def test_a_view_stands_within_a_sandboxed_frame(graph: KnowledgeGraph) -> None:
    shown = graph.view(initiative="九解一协调")._repr_html_()
    assert re.fullmatch(r'<iframe [^<>]*sandbox="allow-scripts allow-downloads allow-popups"[^<>]*></iframe>', shown)
    assert "allow-same-origin" not in shown
    assert "iframe" not in View("x" * (LARGEST + 1), 1, 1)._repr_html_()


def test_everything_shows_itself(graph: KnowledgeGraph) -> None:
    for each in (graph, graph.table("who-holds"), graph.entity("九解一协调"), graph.view(top=3)):
        assert each._repr_html_().startswith("<")
        assert len(str(each)) > 20
        assert str(each) == repr(each)
    assert "14 Document" in str(graph)


def test_a_table_shows_what_it_holds_and_runs_nothing() -> None:
    table = Table(("名", "n"), ((ATTACK, 1), ("长" * 90, None), *(("x", n) for n in range(SHOWN))))
    assert "<script" not in table._repr_html_()
    assert "\x1b" not in str(table)
    assert f"{SHOWN + 2} rows" in str(table)
    assert max(map(len, str(table).splitlines())) < 80
    assert table["名"][1] == "长" * 90, "cut when shown, never in the data"
    assert table.csv().splitlines()[0] == "名,n"
    assert str(Table((), ())) == ""


def test_a_terminal_counts_two_columns_for_a_character() -> None:
    lines = str(Table(("a", "b"), (("吉林", "1"), ("x", "2")))).splitlines()
    assert lines == ["a     b", "吉林  1", "x     2"]


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        govgraph.load(tmp_path / "nothing")


@needs_chromium
def test_in_a_page_of_another(graph: KnowledgeGraph, tmp_path: Path) -> None:
    parts = (graph, graph.entity("九解一协调"), graph.table("who-holds"), graph.view(initiative="九解一协调"))
    page = tmp_path / "notebook.html"
    shown = "".join(part._repr_html_() for part in parts)
    page.write_text(f"<!DOCTYPE html><meta charset='utf-8'><body>{shown}</body>", encoding="utf-8")
    with browser(tmp_path) as window:
        window.open(page, ready="document.querySelector('iframe')")
        assert window.run("document.querySelectorAll('mark, blockquote').length") > 5
        window.wait("document.querySelector('iframe').clientHeight > 600")
        assert window.asked() == []
        assert window.complaints() == []
