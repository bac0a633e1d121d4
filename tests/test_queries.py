"""The named queries of ontology/queries/: each runs as it stands, answers, and takes names as text."""

import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from govgraph.errors import QueryError
from govgraph.publish import codes, graph, turtle
from govgraph.settings import DEFAULT_BASE
from govgraph.store.open import Graph, declared, open_graph
from govgraph.store.query import Value, ask, available, filled, named, run
from tests.facts import facts

CONGRESS, LIST = "江川/2024-02-15.txt", "青石/2024-05.txt"
REMOVAL, APPOINTMENT = "免去方既明的青石市水利局局长职务", "任命白如练为青石市水利局局长"
SESSION = "江川市第九届人民代表大会第三次会议"
JIANGCHUAN, QINGSHI = "江川市人民政府", "青石市水利局"

EXPECTED: list[tuple[str, dict[str, str], list[tuple[Value, ...]]]] = [
    ("who-holds", {"body": "江川市政府"}, [("林知远", "市长", JIANGCHUAN, None, "2024-05", 2)]),
    (
        "who-holds",
        {"body": QINGSHI},
        [
            ("方既明", "局长", QINGSHI, "免去", "2024-05", 1),
            ("白如练", "局长", QINGSHI, "任命", "2024-05", 1),
        ],
    ),
    ("who-holds", {"person": "顾行之"}, [("顾行之", "副市长", "青石市人民政府", "提名", "2024-05", 1)]),
    (
        "holders-of-post",
        {"post": "青石市水利局局长"},
        [
            ("方既明", "免去", None, "2024-05", "2024-05", LIST),
            ("白如练", "任命", "2024-05", None, "2024-05", LIST),
        ],
    ),
    (
        "career",
        {"person": "林知远"},
        [
            ("林知远", "市长", JIANGCHUAN, None, None, None, "2024-02-15", CONGRESS),
            ("林知远", "市长", JIANGCHUAN, None, None, None, "2024-05", LIST),
        ],
    ),
    ("posts-of-body", {"body": QINGSHI}, [(QINGSHI, "局长", 2)]),
    ("posts-of-body", {"body": "青石市人民政府"}, [("青石市人民政府", "副市长", 0)]),
    (
        "initiative-participants",
        {"initiative": "“九河连通”"},
        [
            ("九河连通", JIANGCHUAN, "牵头", "明言", CONGRESS),
            ("九河连通", "江川市水利局", "参与", "明言", CONGRESS),
        ],
    ),
    ("initiatives-of-body", {"body": "江川市水利局"}, [("江川市水利局", "九河连通", "专项行动")]),
    (
        "figures-of-initiative",
        {"initiative": "九河连通"},
        [
            ("九河连通", "投资", "约", 458000000, "元", None, "计划", None, "约4.58亿元", CONGRESS),
            ("九河连通", "选派干部", None, 12000, "名", "2023", None, JIANGCHUAN, "1.2万名", CONGRESS),
        ],
    ),
    (
        "holders",
        {"post": "江川市人民政府市长", "on": "2024-03-01"},
        [("林知远", "江川市人民政府市长", JIANGCHUAN, "", "2024-02-15", "2024-05", "")],
    ),
    ("holders", {"body": "江川市政府", "on": "2023-03-01"}, []),
    ("holders", {"body": QINGSHI}, [("方既明", "青石市水利局局长", QINGSHI, "", "", "", "2024-05")]),
    ("possibly-same", {"person": "林知远"}, []),
    (
        "contradictions",
        {"about": "青石市水利局局长"},
        [("职务", "青石市水利局局长", "局长 2024-05", "后文更正", REMOVAL, LIST, 32, APPOINTMENT, LIST, 17)],
    ),
    ("targets-and-results", {}, []),
    ("attendees-of-meeting", {"meeting": SESSION}, [(SESSION, "林知远", CONGRESS), (SESSION, "陶未央", CONGRESS)]),
    ("co-attendance", {"person": "陶未央"}, [("陶未央", "林知远", 1)]),
    (
        "instruments-of-body",
        {"body": "江川市水利局"},
        [("江川市水利局", "起草", "江川市河道管理条例", "2024-02-15", CONGRESS)],
    ),
    (
        "bodies-of-place",
        {"place": "青石市"},
        [
            ("青石市", "青石市人民代表大会常务委员会", "人大"),
            ("青石市", "青石市人民政府", "政府"),
            ("青石市", QINGSHI, "部门"),
        ],
    ),
    (
        "initiatives-of-place",
        {"place": "云岭省"},
        [("江川市", JIANGCHUAN, "九河连通"), ("江川市", "江川市水利局", "九河连通")],
    ),
    ("spread", {}, []),
    (
        "evidence-of",
        {"entity": "《江川市河道管理条例》"},
        [
            (
                "江川市河道管理条例", "https://w3id.org/govgraph/ns#draftedBy", "江川市水利局", CONGRESS, 106, 126,
                "议听取了", "江川市水利局起草的《江川市河道管理条例》", "。吴江同", "test.draftedBy",
            )
        ],
    ),
    (
        "documents",
        {},
        [
            (CONGRESS, "江川市人大会议开幕", "人大专版", "2024-02-15", "江川市", JIANGCHUAN),
            (LIST, "青石市任免名单", "任免通知", "2024-05", "青石市", "青石市人民代表大会常务委员会"),
        ],
    ),
    (
        "ambiguous",
        {},
        [("吴江", "吴江区", CONGRESS, 127, 129), ("吴江", "吴江（人名）", CONGRESS, 127, 129)],
    ),
    (
        "vacant-posts",
        {},  # a post without a tenure
        [("中共江川市委员会", "书记"), ("青石市人民政府", "副市长"), (QINGSHI, "局长")],
    ),
    ("figures-over-years", {}, [("九河连通", "选派干部", "名", "2023", 12000, None, CONGRESS)]),
    ("proposals-of-deputies", {}, []),
    ("instruments-by-act", {}, [("起草", "江川市河道管理条例", "江川市水利局")]),
    ("documents-by-genre", {}, [("人大专版", 1, 11), ("任免通知", 1, 4)]),
    ("spread-over-time", {}, [("九河连通", "江川市", "2024-02-15")]),
    ("mentions-of", {"entity": "九河连通"}, [("九河连通", CONGRESS, "人大专版", "2024-02-15")]),
    ("meetings", {}, [(SESSION, "届次会议", "2024-02-15", 2)]),
    ("several-posts", {}, []),
    (
        "people-of-place",
        {"place": "江川市"},
        [("江川市", "中共江川市委员会", "书记", "陶未央"), ("江川市", JIANGCHUAN, "市长", "林知远")],
    ),
    ("statements-by-certainty", {}, [("凭上下文", 3), ("明言", 12)]),
    (
        "removed-and-appointed",
        {},
        [
            ("白如练", "局长", QINGSHI, "任命", "2024-05", LIST, "任命白如练为青石市水利局局长"),
            ("方既明", "局长", QINGSHI, "免去", "2024-05", LIST, "免去方既明的青石市水利局局长职务"),
        ],
    ),
    ("several-holders", {}, []),
    (
        "initiatives",
        {"initiative": "九河连通"},
        [("九河连通", "专项行动", "地级", "江川市", "2023", "2024", "选派干部")],
    ),
    ("initiatives", {"level": "县级"}, []),
    ("initiatives", {"year": "2025"}, []),
    ("places", {"place": "镜湖"}, [("镜湖", None, "自然地物与建筑", "江川市")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("queries") / "graph.ttl"
    turtle.write(path, graph.blocks(facts(), DEFAULT_BASE, codes.labels()), DEFAULT_BASE)
    store = pyoxigraph.Store()
    store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return Graph(store, dict(declared()), path)


@pytest.mark.parametrize(("name", "given", "rows"), EXPECTED)
def test_answers(name: str, given: dict[str, str], rows: list[tuple[Value, ...]], opened: Graph) -> None:
    assert sorted(ask(opened, name, given).rows, key=repr) == sorted(rows, key=repr)


def test_every_query_is_tested() -> None:
    assert {query.name for query in available()} == {name for name, _, _ in EXPECTED} | {"dataset"}
    assert len(available()) >= 20


@pytest.mark.parametrize("query", available(), ids=lambda query: query.name)
def test_a_query_runs_as_it_stands_without_declared_prefixes(query: object, opened: Graph) -> None:
    name = str(getattr(query, "name", ""))
    text = named(name).text
    assert isinstance(opened.store.query(text), pyoxigraph.QuerySolutions)
    examples = {parameter.name: parameter.example for parameter in named(name).parameters}
    assert run(opened, text) == ask(opened, name, examples)


@pytest.mark.parametrize("query", available(), ids=lambda query: query.name)
def test_a_query_says_what_it_answers_and_where_its_parameters_go(query: object) -> None:
    known = named(str(getattr(query, "name", "")))
    assert re.search(r"[\u4e00-\u9fff]", known.zh)
    assert known.en.isascii()
    for parameter in known.parameters:
        assert len(re.findall(rf"(?m)^  VALUES \?{parameter.name}Name \{{", known.text)) == 1
        assert re.search(r"[\u4e00-\u9fff]", parameter.zh)


@pytest.mark.parametrize("query", available(), ids=lambda query: query.name)
def test_a_query_avoids_what_stores_get_wrong(query: object) -> None:
    text = str(getattr(query, "text", ""))
    for trap in ("REGEX", "GROUP_CONCAT", "CONCAT(", "SERVICE", "within+", "\\u", "%"):
        assert trap not in text.replace("within* ?top", "")
    assert "ORDER BY" in text


def shown(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, given, _ in EXPECTED])
def test_a_second_store_gives_the_same_rows_in_the_same_order(name: str, given: dict[str, str], opened: Graph) -> None:
    text = filled(named(name), given)
    second = rdflib.Graph().parse(opened.path).query(text)
    rows = [tuple(map(shown, row)) for row in second if isinstance(row, rdflib.query.ResultRow)]
    assert rows == [tuple(map(shown, row)) for row in run(opened, text).rows]


INJECTIONS = [
    '"@zh } ?s ?p ?o #',
    "\\",
    '\\" } UNION { ?s ?p ?o } #',
    "} UNION { ?s ?p ?o",
    "甲\n乙",
    "\\1 \\g<0>",
    '""" ?x',
]


@pytest.mark.parametrize("value", INJECTIONS)
def test_a_value_is_never_text_of_the_query(value: str, opened: Graph) -> None:
    assert ask(opened, "who-holds", {"body": value}).rows == ()
    assert ask(opened, "evidence-of", {"entity": value}).rows == ()


def test_a_date_that_is_missing_hides_no_other(tmp_path: Path) -> None:
    """An error in one row of MAX would leave it unbound in some stores."""
    value = facts()
    undated = tuple(c._replace(asserted_on="" if c.certainty == "stated" else c.asserted_on) for c in value.claims)
    turtle.write(
        tmp_path / "graph.ttl",
        graph.blocks(replace(value, claims=undated), DEFAULT_BASE, codes.labels()),
        DEFAULT_BASE,
    )
    rows = ask(open_graph(tmp_path), "who-holds", {"person": "林知远"}).rows
    assert rows == (("林知远", "市长", JIANGCHUAN, None, "2024-02-15", 2),)


def test_an_optional_parameter_that_is_not_given_asks_for_all(opened: Graph) -> None:
    assert len(ask(opened, "who-holds", {}).rows) == 5
    assert "江川" not in filled(named("who-holds"), {})


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("who-hold", {}, "there is no query named 'who-hold'; there are ambiguous"),
        ("career", {}, "needs --person, for example 王吉"),
        ("who-holds", {"place": "x"}, "takes body, person, not 'place'"),
        ("documents", {"body": "x"}, "takes no parameters"),
    ],
)
def test_wrong_use_is_explained(name: str, given: dict[str, str], said: str, opened: Graph) -> None:
    with pytest.raises(QueryError, match=re.escape(said)):
        ask(opened, name, given)
