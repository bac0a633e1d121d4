"""Titles in running text: what is one, how it is named, what is none."""

from __future__ import annotations

import pytest

from govgraph import seeds as seed_reader
from govgraph.find import posts
from govgraph.model import Document, Mention, Paragraph, Prose
from govgraph.text import Span, Text

SEEDS = seed_reader.load()


def prose_of(text: str) -> Prose:
    return Prose(Document("0" * 32, "test.txt", text), Text.of(text), (Paragraph(0, len(text)),), (Span(0, len(text)),))


def found(text: str, *bodies: str) -> list[Mention]:
    earlier = tuple(
        Mention(text.index(body), text.index(body) + len(body), "body", body, body, "test") for body in bodies
    )
    return list(posts.find(prose_of(text), earlier, SEEDS))


TITLES = [
    ("县教育局党组书记、局长吴萍", ["党组书记", "局长"]),
    ("张三当选为主任，李四、王五为副主任", ["主任", "副主任"]),
    ("市委常委、常务副市长", ["常委", "常务副市长"]),
    ("任命张三为国家安全部部长", ["部长"]),
    ("石榴村党支部书记、村委会主任", ["党支部书记", "村委会主任"]),
    ("农业委员会副主任委员", ["副主任委员"]),
    ("习近平总书记", ["总书记"]),
    ("全国人大常委会委员长、副委员长", ["委员长", "副委员长"]),
    ("市公安局党委委员、一级调研员", ["党委委员", "一级调研员"]),
    ("县委常委、宣传部长", ["常委", "宣传部长"]),
    ("全国人大代表张三", ["人大代表"]),
    ("县自然资源局总规划师、二级巡视员", ["总规划师", "二级巡视员"]),
    ("法院第二庭庭长、审判员、首席专家、分局长", ["庭长", "审判员", "首席专家", "分局长"]),
    ("政治指导员张三，主治医师李四，党小组长王五", ["政治指导员", "主治医师", "党小组长"]),
    ("剧团导演张三，董事会秘书李四，县教研室教研员", ["导演", "董事会秘书", "教研员"]),
    ("师副师长，村第一书记，村支书，知县", ["副师长", "第一书记", "村支书", "知县"]),
    ("书　　记　卫振海  1949.5～1951.8\n副 书 记　佘 山\n", ["书记", "副书记"]),
    ("组  长：王五\n", ["组长"]),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles_are_named_without_their_body(text: str, expected: list[str]) -> None:
    mentions = found(text)
    assert [m.name for m in mentions] == expected
    assert all(m.form == text[m.start : m.end] for m in mentions)


NOT_TITLES = [
    "召开主任会议和局长办公会",
    "中央书记处",
    "主席团通过了议程，主席台就座",
    "代表团、代表大会、代表建议、代表议案",
    "设立委员会",
    "全市长期坚持绿色发展",
    "该局长远规划",
    "我代表市人民政府向大会报告工作",
    "他受县委委托，代表全体干部发言",
    "经济快速增长，企业茁壮成长",
    "已经理顺管理体制",
    "签署第九号主席令",
    "开通市长热线",
    "市 长 期 坚 持\n县 长 远 规 划\n",
    "开展巡检和训导",
    "李建国代表企业业主发言",
]


@pytest.mark.parametrize("text", NOT_TITLES)
def test_what_goes_on_as_another_word_is_no_title(text: str) -> None:
    assert [m.name for m in found(text)] == []


def test_deputy_head_and_grade_are_attributes() -> None:
    (post,) = found("县水利局副局长（正科级）")
    assert (post.get("head"), post.get("deputy"), post.get("rank")) == ("局长", "yes", "正科级")


STATUS = [
    ("代县长李四", (), "acting"),
    ("时任副县长孙伟", (), "former"),
    ("原县教育局局长孙伟", ("县教育局",), "former"),
    ("提名他为县长候选人", (), "proposed"),
    ("总理兼主任", (), "concurrent"),
    ("新时代主席", (), ""),
    ("李建国同志代市长王明义作报告", (), ""),
    ("副市长李建国代市长王明义作报告", (), ""),
    ("李建国代市长主持会议", (), "acting"),
    ("日前局长", (), ""),
]


@pytest.mark.parametrize(("text", "bodies", "status"), STATUS)
def test_status_stands_before_the_title_or_its_body(text: str, bodies: tuple[str, ...], status: str) -> None:
    assert found(text, *bodies)[-1].get("status") == status


STRENGTH = [
    ("代表们认真讨论，各位委员", ["weak"]),
    ("代表王建华发言", ["strong"]),
    ("李红梅委员建议", ["strong"]),
    ("任县监委委员", ["strong"]),
    ("副局长到会", ["strong"]),
]


@pytest.mark.parametrize(("text", "expected"), STRENGTH)
def test_members_count_only_beside_a_name_or_a_body(text: str, expected: list[str]) -> None:
    bodies = ("县监委",) if "县监委" in text else ()
    assert [m.strength for m in found(text, *bodies)] == expected
