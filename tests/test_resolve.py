"""Resolve: what is joined across documents, what is kept side by side, and the laws that the order of things obeys."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.extraction import extract
from govgraph.model import (
    Contradiction,
    DocumentFacts,
    Evidence,
    Extraction,
    Facts,
    Figure,
    Key,
    Thing,
)
from govgraph.read import find_files, read_documents
from govgraph.resolve import resolve
from govgraph.resolve.clusters import Clusters
from govgraph.resolve.contradictions import verdict
from govgraph.seeds import load
from govgraph.settings import shipped
from tests.reading import read

JILIN, SANMENXIA = "吉林市政府工作报告", "三门峡市政府工作报告"


@cache
def corpus() -> tuple[Extraction, ...]:
    """The extractions of the sample corpus."""
    files = find_files([shipped("seeds") / "corpus"])
    return tuple(extract(document, load()) for file in files for document in read_documents(*file))


def things(facts: Facts, kind: str, label: str) -> list[Thing]:
    return [thing for thing in facts.things if thing.key.kind == kind and thing.label == label and thing.documents]


def links(facts: Facts, predicate: str) -> set[tuple[str, str]]:
    return {(each.subject.name, each.object.name) for each in facts.links if each.predicate == predicate}


# -- what is one ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("Person", "王吉"),
        ("Person", "胡斌"),
        ("Initiative", "九解一协调"),
        ("Body", "吉林市人民政府"),
        ("Body", "中国共产党吉林市委员会"),
        ("Body", "吉林市人民代表大会常务委员会"),
        ("Body", "中国人民政治协商会议吉林市委员会"),
        ("Meeting", "吉林市第十七届人民代表大会第四次会议"),
        ("Post", "吉林市人民政府市长"),
    ],
)
def test_a_city_in_report_and_spreads_is_one_node(kind: str, label: str) -> None:
    found = [thing for thing in things(resolve(corpus()), kind, label) if "4112" not in thing.key.scope]
    assert len(found) == 1
    assert len(found[0].documents) > 1


@pytest.mark.parametrize(
    ("kind", "one", "two", "nodes"),
    [
        ("Initiative", "实施“双联系”行动。", "实施“双联系”行动。", 2),
        ("Initiative", "融入“一带一路”建设。", "融入“一带一路”建设。", 1),
        ("Instrument", "贯彻《中华人民共和国妇女权益保障法》。", "贯彻《妇女权益保障法》。", 1),
        ("Body", "国务院印发通知。", "国务院作出部署。", 1),
        ("Body", "市财政局下达资金。", "市财政局下达资金。", 2),
        ("Instrument", "审议《政府工作报告》。", "审议《政府工作报告》。", 2),
    ],
)
def test_one_name_in_two_cities(kind: str, one: str, two: str, nodes: int) -> None:
    facts = resolve([read(one, JILIN), read(two, SANMENXIA)])
    shared = {"双联系", "一带一路", "国务院", "政府工作报告", "妇女权益保障法", "吉林市财政局", "三门峡市财政局"}
    shared -= set() if "工作报告" in one else {"政府工作报告"}  # the title of both
    found = [thing for thing in facts.things if thing.key.kind == kind and thing.documents and thing.key.name in shared]
    assert len(found) == nodes, found


def test_a_title_that_every_place_has_is_one_with_and_without_the_place() -> None:
    facts = resolve([read("审议《吉林市政府工作报告》。"), read("讨论《政府工作报告》。")])
    (report,) = [thing for thing in facts.things if thing.key.kind == "Instrument" and "工作报告" in thing.label]
    assert report.label == "吉林市政府工作报告"
    assert "政府工作报告" in report.forms


def test_the_label_is_the_fullest_name() -> None:
    facts = resolve([read("贯彻《中华人民共和国妇女权益保障法》。"), read("贯彻《妇女权益保障法》。", SANMENXIA)])
    assert things(facts, "Instrument", "中华人民共和国妇女权益保障法")[0].names == ("妇女权益保障法",)


def test_a_renamed_body_is_linked_and_not_merged() -> None:
    facts = resolve([read("市卫生和计划生育委员会组织义诊。"), read("市卫生健康委员会组织义诊，市政府支持。")])
    assert links(facts, "succeededBy") == {("吉林市卫生和计划生育委员会", "吉林市卫生健康委员会")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("市人口和计划生育委员会", "市卫生健康委员会"),  # two reforms later
        ("市扶贫开发办公室", "市乡村振兴局"),
        ("市扶贫开发办公室", "市农业农村局"),
        ("市国土资源局", "市自然资源和规划局"),
        ("市监察局", "市监察委员会"),
        ("国土资源部", "自然资源部"),
    ],
)
def test_reforms_of_many_years_are_followed(old: str, new: str) -> None:
    found = links(resolve([read(f"{old}组织义诊。"), read(f"{new}组织义诊，市政府支持。")]), "succeededBy")
    assert {(one[-len(old) + 1 :], two[-len(new) + 1 :]) for one, two in found} == {(old[1:], new[1:])}


# -- decisions of people -------------------------------------------------------------------------------------------


def pair(one: str, two: str) -> list[Extraction]:
    return [read(f"2023年3月2日，市教育局局长王伟{one}。"), read(f"2024年3月2日，市财政局局长王伟{two}。")]


def keys(facts: Facts, name: str) -> list[Key]:
    return [thing.key for thing in facts.things if thing.key.kind == "Person" and thing.key.name == name]


def test_a_judgement_joins_and_leaves_the_old_identity() -> None:
    extractions = pair("介绍情况", "介绍情况")
    one, two = keys(resolve(extractions), "王伟")
    facts = resolve(extractions, judgements={(two, one): "same"})
    assert keys(facts, "王伟") == [min(one, two)]
    assert {(each.predicate, each.object) for each in facts.links if each.subject == max(one, two)} == {
        ("replacedBy", min(one, two))
    }


def test_a_judgement_parts_what_evidence_joins() -> None:
    extractions = [
        read("2023年3月2日，市长林知远作报告。"),
        read("2024年1月9日，吉林省人民政府副省长林知远出席会议。吉林市市长林知远介绍情况。", "吉林省政府工作报告"),
    ]
    together = resolve(extractions)
    assert len(keys(together, "林知远")) == 1
    old = (each.subject for each in together.links if each.predicate == "replacedBy")
    gone = next(key for key in old if "#" not in key.scope)
    parted = resolve(extractions, judgements={(gone, keys(together, "林知远")[0]): "different"})
    assert len(keys(parted, "林知远")) == 2
    assert not links(parted, "possiblySame")


def test_different_goes_before_same() -> None:
    extractions = pair("介绍情况", "介绍情况")
    one, two = keys(resolve(extractions), "王伟")
    facts = resolve(extractions, judgements={(one, two): "same", (two, one): "different"})
    assert len(keys(facts, "王伟")) == 2


# -- contradictions and tenures ------------------------------------------------------------------------------------


def figure(value: str, document: str = "a", **more: str) -> Figure:
    evidence = (Evidence(document, 0, 2, "数据"),)
    government = Key("Body", "江川市人民政府")
    return Figure(
        Key("Place", "990100"),
        value,
        "头",
        "生猪饲养量",
        value,
        evidence,
        "clause of the place",
        reporter=government,
        period="2023",
        **more,
    )


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        (figure("1320000"), figure("1228000"), "conflict"),
        (figure("1300000"), figure("1304000"), "rounding"),
        (figure("1320000", qualifier="超过"), figure("1228000"), "scope"),
        (figure("1320000", asserted_on="2024-01-05"), figure("1228000", "b", asserted_on="2024-03-05"), "revision"),
    ],
)
def test_a_verdict_says_why_two_values_differ(one: Figure, two: Figure, wanted: str) -> None:
    assert verdict(one, two) == wanted
    assert verdict(two, one) == wanted


def contradictions(*texts: str) -> set[tuple[str, str, str]]:
    facts = resolve([read(text) for text in texts])
    return {(each.kind, each.verdict, each.what) for each in facts.contradictions if each.kind != "type"}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (
            ("2023年，生猪饲养量达到85万头。", "2023年，全市生猪饲养量达到91.5万头、增长3%。"),
            {("figure", "conflict", "生猪饲养量")},
        ),
        (("2022年，生猪饲养量达到85万头。", "2023年，生猪饲养量达到91.5万头。"), set()),
        (("2023年，生猪饲养量达到85万头。", "2023年，肉羊饲养量达到91.5万头。"), set()),
        (("2023年，项目总投资85亿元。", "2023年，项目总投资91.5亿元。"), set()),
        (
            ("（2023年3月2日）\n\n市长林知远作报告。", "（2023年3月2日）\n\n市长陶未央作报告。"),
            {("post", "conflict", "吉林市人民政府市长")},
        ),
        (("（2023年3月2日）\n\n副市长林知远作报告。", "（2023年3月2日）\n\n副市长陶未央作报告。"), set()),
        (  # before and after the other
            (
                "（2023年3月2日）\n\n市长林知远作报告。",
                "（2023年5月6日）\n\n市长陶未央作报告。",
                "（2023年9月1日）\n\n市长林知远出席会议。",
            ),
            {("post", "conflict", "吉林市人民政府市长")},
        ),
        (  # one after the other
            (
                "（2023年3月2日）\n\n市长林知远作报告。",
                "（2023年5月6日）\n\n市长林知远作报告。",
                "（2023年9月1日）\n\n市长陶未央出席会议。",
            ),
            set(),
        ),
    ],
)
def test_statements_that_do_not_agree_stand_side_by_side(
    texts: tuple[str, ...], wanted: set[tuple[str, str, str]]
) -> None:
    assert contradictions(*texts) == wanted


def test_one_name_for_two_kinds_is_reported() -> None:
    both = tuple(
        Thing(Key(kind, "镜湖", "9901"), "镜湖", documents=("a",), evidence=(Evidence("a", at, at + 2, "镜湖"),))
        for kind, at in (("Body", 0), ("Place", 9))
    )
    facts = resolve([Extraction(DocumentFacts("a", "a.txt"), both, (), ())])
    assert facts.contradictions == (Contradiction("type", "type", both[0].key, "镜湖", "", both[0].key, both[1].key),)
    assert len(facts.things) == 2


@pytest.mark.parametrize(("scope", "wanted"), [("990121", 1), ("9901", 1), ("9902", 0)])
def test_one_name_clashes_in_one_place_and_those_above_it(scope: str, wanted: int) -> None:
    both = tuple(
        Thing(Key(kind, "镜湖", where), "镜湖", documents=("a",), evidence=(Evidence("a", at, at + 2, "镜湖"),))
        for kind, where, at in (("Initiative", scope, 0), ("Place", "9901", 9))
    )
    assert len(resolve([Extraction(DocumentFacts("a", "a.txt"), both, (), ())]).contradictions) == wanted


@pytest.mark.parametrize(("start", "wanted"), [(900, 1), (20, 0)])
def test_two_figures_of_an_initiative_are_one_told_twice_where_they_stand_apart(start: int, wanted: int) -> None:
    works = Key("Initiative", "镜湖工程", "9901")
    figures = tuple(
        figure(value)._replace(about=works, rule="next to initiative", evidence=(Evidence("a", at, at + 2, "数据"),))
        for value, at in (("15", 0), ("16", start))
    )
    facts = resolve([Extraction(DocumentFacts("a", "a.txt"), (Thing(works, "镜湖工程"),), (), figures)])
    assert len(facts.contradictions) == wanted


def test_what_one_stretch_names_twice_is_no_contradiction() -> None:
    there = {"Initiative": Evidence("a", 0, 7, "“镜湖产业园”"), "Place": Evidence("a", 1, 6, "镜湖产业园")}
    both = tuple(
        Thing(Key(kind, "镜湖产业园", "9901"), "镜湖产业园", documents=("a",), evidence=(where,))
        for kind, where in there.items()
    )
    assert resolve([Extraction(DocumentFacts("a", "a.txt"), both, (), ())]).contradictions == ()


def test_tenures_are_joined_over_documents() -> None:
    facts = resolve(
        [
            read("（2022年1月5日）\n\n任命林知远为市教育局局长。"),
            read("（2023年3月2日）\n\n市教育局局长林知远介绍情况。"),
            read("（2024年6月1日）\n\n免去林知远的市教育局局长职务。"),
        ]
    )
    (tenure,) = facts.tenures
    seen = (tenure.first_seen, tenure.last_seen, tenure.appointed, tenure.removed, len(tenure.claims))
    assert seen == ("2022-01-05", "2023-03-02", "2022-01-05", "2024-06-01", 3)


def test_what_is_only_proposed_is_no_tenure() -> None:
    assert not resolve([read("提名林知远为市教育局局长人选。")]).tenures


# -- laws ----------------------------------------------------------------------------------------------------------

subsets = st.lists(st.integers(0, 13), unique=True, max_size=14)


def chosen(indexes: list[int]) -> list[Extraction]:
    return [corpus()[index] for index in indexes if index < len(corpus())]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(14)), st.lists(st.integers(0, 13), max_size=6))
def test_order_and_duplicates_change_nothing(order: list[int], again: list[int]) -> None:
    assert resolve(chosen([*order, *again])) == resolve(corpus())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=14, max_size=14), st.permutations(range(5)))
def test_partition_into_any_number_of_groups_changes_nothing(group: list[int], order: list[int]) -> None:
    groups = [[each for each, at in zip(corpus(), group, strict=True) if at == number] for number in order]
    assert resolve(chain.from_iterable(groups)) == resolve(corpus())


@settings(max_examples=40, deadline=None)
@given(subsets, st.integers(0, 13))
def test_a_document_that_is_gone_was_never_there(indexes: list[int], gone: int) -> None:
    rest = [index for index in indexes if index != gone]
    named = corpus()[gone].document.id
    facts = resolve(chosen(sorted(rest)))
    assert facts == resolve(chosen(rest))
    assert named not in {document for thing in facts.things for document in thing.documents}


@settings(max_examples=60, deadline=None)
@given(subsets)
def test_more_documents_keep_the_identity_of_what_is_there(indexes: list[int]) -> None:
    whole, part = resolve(corpus()), resolve(chosen(indexes))
    known = {thing.key for thing in whole.things} | {
        each.subject for each in whole.links if each.predicate == "replacedBy"
    }
    assert {thing.key for thing in part.things} <= known


@pytest.mark.parametrize("workers", [1, 3])
def test_the_number_of_workers_changes_nothing(workers: int) -> None:
    with ThreadPoolExecutor(workers) as pool:
        done = [future.result() for future in as_completed([pool.submit(replace, each) for each in corpus()])]
    assert resolve(done) == resolve(corpus())


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7))),
)
def test_what_is_apart_is_never_joined(pairs: list[tuple[int, int]], apart: set[tuple[int, int]]) -> None:
    kept = {(a, b) for a, b in apart if a != b}
    never: Callable[[int, int], bool] = lambda a, b: (a, b) in kept or (b, a) in kept  # noqa: E731
    clusters = Clusters(range(8), never)
    for one, two in pairs:
        clusters.join(one, two)
    clusters.join_all(pairs, never)
    assert not any(clusters.together(a, b) for a, b in kept)
    assert sorted(item for cluster in clusters.all() for item in cluster) == list(range(8))
