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
GAZETTEER_CODES = [
    line.split(",")[0] for line in (shipped("seeds") / "places.csv").read_text(encoding="utf-8").splitlines()[1:]
]


def place(facts: Facts, name: str) -> set[Key]:
    return {thing.key for thing in facts.things if thing.key.kind == "Place" and thing.label == name}


def links(facts: Facts, predicate: str) -> list[tuple[str, str]]:
    return [(each.subject.name, each.object.name) for each in facts.links if each.predicate == predicate]


def heirs(facts: Facts, name: str) -> list[str]:
    """The codes that a place gave way to."""
    return [each.object.name for each in facts.links if each.predicate == "succeededBy" and each.subject.name == name]


@pytest.mark.parametrize(
    ("title", "text", "name", "codes"),
    [
        ("北京市政府工作报告", "密云县建成公园两处。", "密云县", ["110118"]),
        ("湖北省政府工作报告", "沙市市推进汽车产业。", "沙市市", ["421002"]),
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
        (("萧山市政府工作报告", "浙江省政府工作报告"), "萧山市"),
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
            read("1999年3月2日，萧山市人民政府市长林知远作报告。市政府抓好落实。", "萧山市政府工作报告"),
            read("2002年3月2日，萧山区人民政府区长林知远作报告。区政府抓好落实。", "杭州市萧山区政府工作报告"),
        ]
    )
    links = {(each.subject.name, each.object.name) for each in facts.links if each.predicate == "succeededBy"}
    assert ("萧山市人民政府", "杭州市萧山区人民政府") in links
    assert len([thing for thing in facts.things if thing.key.kind == "Person"]) == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("襄樊市", "襄阳市", "420600"), ("新海连市", "连云港市", "320700"), ("潞西市", "芒市", "533103")],
)
def test_what_was_only_renamed_is_one_place_with_both_names(old: str, new: str, code: str) -> None:
    facts = resolve([read(f"{name}人民政府召开会议。市政府抓好落实。", f"{name}政府工作报告") for name in (old, new)])
    met = [thing for thing in facts.things if thing.key.kind == "Place" and thing.documents]
    assert [(thing.key.name, thing.label, old in thing.forms) for thing in met] == [(code, new, True)]
    bodies = [thing for thing in facts.things if thing.key.kind == "Body" and "人民政府" in thing.label]
    assert [(thing.label, f"{old}人民政府" in thing.names) for thing in bodies] == [(f"{new}人民政府", True)]
    assert not links(facts, "succeededBy")


@pytest.mark.parametrize(("kind", "text"), [("Initiative", "实施“双联系”行动。"), ("Place", "高新区推进造林。")])
def test_two_documents_that_do_not_say_whose_they_are_share_no_such_names(kind: str, text: str) -> None:
    facts = resolve([read(text, ""), read(f"{text}又及。", "")])
    labels = [thing.label for thing in facts.things if thing.key.kind == kind and thing.documents]
    assert len(labels) == 2
    assert len(set(labels)) == 1


def listed(name: str) -> list[dict[str, str]]:
    with (shipped("seeds") / "words" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def undivided(code: str) -> bool:
    """True for a prefecture without counties, which grew out of one (儋州市)."""
    return not [other for other in GAZETTEER_CODES if other[:4] == code[:4] and len(other) == 6 and other != code]


LARGE = ("地区", "盟", "自治州")  # kinds of prefectures that became cities


def test_every_successor_fits_what_it_succeeds() -> None:
    for row in listed("division_successors"):
        heirs_of = [GAZETTEER.by_code(code) for code in row["canonical"].split("|")]
        assert all(heir and heir.level in ("prefecture", "county") for heir in heirs_of), row
        assert len({heir.code[:2] for heir in heirs_of if heir}) == 1, row
        if row["form"].endswith(LARGE):
            assert all(heir and heir.level == "prefecture" for heir in heirs_of), row
        elif row["form"].endswith(("县", "区")):
            assert all(heir and (heir.level == "county" or undivided(heir.code)) for heir in heirs_of), row
        if len(heirs_of) > 1 and all(heir and heir.level == "county" for heir in heirs_of):
            assert len({heir.parent for heir in heirs_of if heir}) == 1, row


def test_no_former_name_stands_twice_or_today() -> None:
    forms = [row["form"] for name in ("division_successors", "division_renamings") for row in listed(name)]
    assert len(forms) == len(set(forms)) > 450
    today = {division.name for code in GAZETTEER_CODES if (division := GAZETTEER.by_code(code))}
    assert not today & set(forms)
    years = [int(row["kind"]) for name in ("division_successors", "division_renamings") for row in listed(name)]
    assert all(1949 < year < 2025 for year in years)


def test_a_short_name_leaves_out_more_than_a_people() -> None:
    for row in listed("division_shorts"):
        division = GAZETTEER.by_code(row["canonical"])
        assert division is not None, row
        assert (row["form"][0], row["form"][-1]) == (division.name[0], division.name[-1]), row
        assert GAZETTEER.named(row["form"]) == (division,), row


def test_a_renaming_keeps_the_kind_and_has_one_successor() -> None:
    for row in listed("division_renamings"):
        division = GAZETTEER.by_code(row["canonical"])
        assert division is not None, row
        assert division.level in ("prefecture", "county"), row
        assert division.name[-1] == row["form"][-1], row
        assert short(row["form"]), row
