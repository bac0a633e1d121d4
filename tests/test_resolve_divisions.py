"""Former divisions: one place for every document, no code, linked to what stands there today."""

from __future__ import annotations

import csv

import pytest

from govgraph.gazetteer import short
from govgraph.model import Facts, Key
from govgraph.resolve import resolve
from govgraph.seeds import load
from govgraph.settings import shipped
from tests.reading import read

GAZETTEER = load().gazetteer


def place(facts: Facts, name: str) -> set[Key]:
    return {thing.key for thing in facts.things if thing.key.kind == "Place" and thing.label == name}


def heirs(facts: Facts, name: str) -> list[str]:
    """The codes that a place gave way to."""
    return [each.object.name for each in facts.links if each.predicate == "succeededBy" and each.subject.name == name]


@pytest.mark.parametrize(
    ("title", "text", "name", "codes"),
    [
        ("北京市政府工作报告", "密云县建成公园两处。", "密云县", ["110118"]),
        ("湖北省政府工作报告", "襄樊市推进汽车产业。", "襄樊市", ["420600"]),
        ("云南省政府工作报告", "思茅地区发展茶产业。", "思茅地区", ["530800"]),
        ("安徽省政府工作报告", "居巢区、铜陵县推进造林。", "居巢区", ["340181"]),
        ("河北省政府工作报告", "邯郸县新建学校两所。", "邯郸县", ["130402", "130403"]),
        ("重庆市政府工作报告", "江北县推进造林。", "江北县", ["500112"]),  # not 江北区
        ("浙江省政府工作报告", "萧山市、余杭市推进造林。", "余杭市", ["330110"]),
        ("内蒙古自治区政府工作报告", "伊克昭盟推进造林。", "伊克昭盟", ["150600"]),
        ("山东省政府工作报告", "莱芜市发展钢铁工业。", "莱芜市", ["370116", "370117"]),
        ("邯郸市政府工作报告", "峰峰县推进造林。", "峰峰县", []),  # 峰峰矿区 has another stem
        ("荆门市政府工作报告", "东宝县推进造林。", "东宝县", ["420802"]),  # by the grammar
        ("湖北省政府工作报告", "东宝县推进造林。", "东宝县", []),  # the prefecture is open
        ("吉林市政府工作报告", "永吉县推进造林。", "永吉县", []),  # stands today
        ("吉林市政府工作报告", "召开县委全会，展开县级试点。", "开县", []),
    ],
)
def test_a_division_that_is_no_more_gave_way_to_others(title: str, text: str, name: str, codes: list[str]) -> None:
    facts = resolve([read(text, title)])
    assert heirs(facts, name) == codes
    labels = {thing.key.name: thing.label for thing in facts.things if thing.key.kind == "Place"}
    assert all(labels[code] == GAZETTEER.full_name(code) for code in codes)


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("邯郸市政府工作报告", "河北省政府工作报告", "吉林市政府工作报告"), "邯郸县"),
        (("襄樊市政府工作报告", "湖北省政府工作报告"), "襄樊市"),
    ],
)
def test_it_is_one_place_whichever_document_speaks_of_it(titles: tuple[str, ...], name: str) -> None:
    facts = resolve([read(f"{name}推进造林，市政府印发通知。", title) for title in titles])
    (key,) = place(facts, name)
    assert not key.name.isdigit()
    province = Key("Place", key.scope)
    assert [c.object for c in facts.claims if c.subject == key and c.predicate == "within"] == [province] * len(
        [c for c in facts.claims if c.subject == key and c.predicate == "within"]
    )
    assert province in {thing.key for thing in facts.things}


def test_its_bodies_gave_way_to_those_of_today_and_its_people_are_known_again() -> None:
    facts = resolve(
        [
            read("2009年3月2日，襄樊市人民政府市长林知远作报告。市政府抓好落实。", "襄樊市政府工作报告"),
            read("2012年3月2日，襄阳市人民政府市长林知远作报告。市政府抓好落实。", "襄阳市政府工作报告"),
        ]
    )
    links = {(each.subject.name, each.object.name) for each in facts.links if each.predicate == "succeededBy"}
    assert ("襄樊市人民政府", "襄阳市人民政府") in links
    assert len([thing for thing in facts.things if thing.key.kind == "Person"]) == 1


@pytest.mark.parametrize(("kind", "text"), [("Initiative", "实施“双联系”行动。"), ("Place", "高新区推进造林。")])
def test_two_documents_that_do_not_say_whose_they_are_share_no_such_names(kind: str, text: str) -> None:
    facts = resolve([read(text, ""), read(f"{text}又及。", "")])
    labels = [thing.label for thing in facts.things if thing.key.kind == kind and thing.documents]
    assert len(labels) == 2
    assert len(set(labels)) == 1


def test_the_list_names_nothing_that_stands_today_and_only_what_does() -> None:
    with (shipped("seeds") / "words" / "division_successors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 450
    for row in rows:
        assert not [d for d in GAZETTEER.named(row["form"]) if len(d.code) == 6], row
        codes = row["canonical"].split("|")
        assert all(GAZETTEER.by_code(code) for code in codes), row
        assert len({code[:2] for code in codes}) == 1, row
        assert 1949 < int(row["kind"]) < 2025, row
        assert short(row["form"]) or len(row["form"]) == 2, row
