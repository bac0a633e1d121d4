"""Initiatives: in which years they are seen and what their parts are, as one document says it."""

from __future__ import annotations

import pytest

from tests.reading import read

HEAD = "吉林市政府工作报告\n\n（2024年1月10日）"
BEGINNING = "市委、市政府高度重视，市政府积极作为。\n\n"  # whose report it is
DONE, PLANNED = "一、2023年工作回顾\n\n", "二、2024年主要任务\n\n"


def said(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    """Initiative, what the claim leads to, and its status, of the claims of some predicates."""
    claims = read(BEGINNING + text, HEAD).claims
    return {(claim.subject.name, claim.object.name, claim.status) for claim in claims if claim.predicate in predicates}


YEARS = [
    ("2021年，市政府开展“暖冬守护”行动。", {("2021", "")}),
    ("2021年3月5日，市政府启动“暖冬守护”行动。", {("2021", "")}),
    ("“暖冬守护”行动于2020年启动。", {("2020", ""), ("2023", "")}),
    ("2019—2021年，市政府开展“暖冬守护”行动。", {("2019", ""), ("2021", "")}),
    ("自2021年起开展“暖冬守护”行动，惠及2万户。", {("2021", ""), ("2023", "")}),
    ("2021年以来，市政府开展“暖冬守护”行动。", {("2021", ""), ("2023", "")}),
    ("去年，市政府开展“暖冬守护”行动。", {("2023", "")}),
    ("今年，将开展“暖冬守护”行动。", {("2024", "planned")}),
    ("2025年，将开展“暖冬守护”行动。", {("2025", "planned")}),
    ("建议2023年开展“暖冬守护”行动。", {("2023", "proposed")}),
    ("较2019年，“暖冬守护”行动受益户数增长5%。", {("2023", "")}),
    ("力争到2030年，“暖冬守护”行动覆盖全市。", {("2023", "")}),
    ("2030年底前，“暖冬守护”行动覆盖全市。", {("2023", "")}),
    ("尚未开展“暖冬守护”行动。", set()),
    ("落实《2019年供热工作意见》，开展“暖冬守护”行动。", {("2023", "")}),
]


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_the_years_of_a_sentence(text: str, years: set[tuple[str, str]]) -> None:
    assert {each[1:] for each in said(DONE + text, "yearSeen")} == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (DONE + "市政府开展“暖冬守护”行动。", {("2023", "")}),
        (PLANNED + "开展“暖冬守护”行动。", {("2024", "planned")}),
        ("三、今年主要任务\n\n开展“暖冬守护”行动。", {("2024", "planned")}),
        (DONE + "开展“暖冬守护”行动。\n\n" + PLANNED + "开展“暖冬守护”行动。", {("2023", ""), ("2024", "planned")}),
        ("2022年，工作起步。开展“暖冬守护”行动。", {("2022", "")}),
        ("二、2024年主要任务今年，将开展“暖冬守护”行动，覆盖全市各个街道和社区。", {("2024", "planned")}),  # run in
    ],
)
def test_the_years_of_sections(text: str, years: set[tuple[str, str]]) -> None:
    assert {each[1:] for each in said(text, "yearSeen")} == years


def test_news_speak_of_the_year_of_their_issue() -> None:
    text = "近日，吉林市开展“暖冬守护”行动。这项工作自2022年谋划，在2022年试点，到2022年底完善。"
    claims = read(text, "吉林市启动供热保障\n\n（2023年11月2日）").claims
    assert {claim.object.name for claim in claims if claim.predicate == "yearSeen"} == {"2023"}


PARTS = [
    ("实施“三大提升”行动：道路提升、管网提升、绿化提升，完成投资3亿元。", {"道路提升", "管网提升", "绿化提升"}),
    ("开展“五心服务”活动，即热心、耐心、细心、诚心和贴心。", {"热心", "耐心", "细心", "诚心", "贴心"}),
    (
        "开展“四个一”活动，包括一次走访、一份清单、一张卡片、一名专员。",
        {"一次走访", "一份清单", "一张卡片", "一名专员"},
    ),
    ("实施产业强村、人才兴村、文化润村“三大工程”。", {"产业强村", "人才兴村", "文化润村"}),
    ("“千企联百村”行动主要包括企业结对、产业帮扶等内容。", {"企业结对", "产业帮扶"}),
    ("开展“清渠行动”专项整治：一是清理河道，二是整治垃圾，三是绿化岸线。", {"清理河道", "整治垃圾", "绿化岸线"}),
    ("实施“送福工程”：“送岗位”“送政策”，“送温暖”，惠及千人。", {"送岗位", "送政策", "送温暖"}),
    ("实施“两河三湖”工程（甲河、乙河、丙湖、丁湖、戊湖）。", {"甲河", "乙河", "丙湖", "丁湖", "戊湖"}),
    ("实施“三大提升”行动：道路提升、管网提升。", set()),  # two are not three
    ("开展“护航行动”：加强培训、改善环境。", set()),  # nothing announces parts
    ("加快交通、水利等“两新一重”建设。", set()),  # examples
    ("深入实施“三大提升”行动。道路、管网、绿化得到加强。", set()),  # another sentence
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_the_parts_beside_the_name(text: str, parts: set[str]) -> None:
    assert {each[1] for each in said(text, "partName", "hasPart")} == parts


def test_a_part_that_is_an_initiative_is_joined_to_it() -> None:
    text = "实施“两大行动”：道路畅通行动、“清河百日”行动。开展“清河百日”行动。"
    claims = [claim for claim in read(text, HEAD).claims if claim.predicate in ("hasPart", "partName")]
    assert {(claim.predicate, claim.object.kind, claim.object.name) for claim in claims} >= {
        ("hasPart", "Initiative", "清河百日")
    }


def test_every_statement_has_the_words_that_say_so() -> None:
    text = "2021年，省政府部署的“三大提升”行动：道路提升、管网提升、绿化提升。"
    claims = [c for c in read(BEGINNING + text, HEAD).claims if c.predicate in ("yearSeen", "partName")]
    quotes = {c.object.name: " … ".join(e.quote for e in c.evidence) for c in claims}
    assert quotes["2021"] == "2021年，省政府部署的“三大提升”"
    assert quotes["管网提升"] == "“三大提升” … 管网提升"
