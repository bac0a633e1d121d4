"""Columns that share their lines: read one after the other where they are columns, left alone where they are cells."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from govgraph.model import Document, Prose
from govgraph.repair import repair

LEFT = (
    "过去一年，全市上下团结一心，统筹发展和安全，各项工作取得新成效。市长李文清主持召开常务会议12次，市教育局局长骆"
    "晓东、市财政局局长王芳作了汇报，会议同意投资2亿元，用于城区道路改造和河道治理，受益群众4.58万人。"
)
MIDDLE = (
    "市人大常委会组成人员深入各县区调研，围绕营商环境、校园餐桌、养老服务等开展专题询问，提出意见建议86条，市政府及"
    "有关部门逐条研究办理，办结率达到95%，代表满意率稳步提高，一批群众反映强烈的问题得到解决。"
)
RIGHT = (
    "新的一年，我们要坚定信心、锚定目标，深化营商环境改革，加快建设重点项目，全力保障和改善民生，扎实做好巩固拓展脱贫"
    "攻坚成果同乡村振兴有效衔接，推动高质量发展迈上新台阶。副市长王芳负责统筹协调，市发展改革委具体落实。"
)


def read(text: str) -> Prose:
    prose = repair(Document(id="0" * 32, name="a.txt", text=text))
    for start, end in prose.sentences:
        spans = prose.text.to_source(start, end)
        assert "".join(prose.text.within(span) for span in spans) == prose.text.string[start:end]
    return prose


def column(text: str, width: int) -> list[str]:
    text = "\u3000\u3000" + text
    return [text[at : at + width] for at in range(0, len(text), width)]


def beside(*columns: list[str], width: int, gap: str = "   ", blank: str = "\u3000") -> str:
    rows = zip_longest(*columns, fillvalue="")
    return "\n".join(gap.join(part.ljust(width, blank) for part in row).rstrip() for row in rows)


@pytest.mark.parametrize("width", [12, 16, 22])
def test_two_columns_are_read_one_after_the_other(width: int) -> None:
    page = beside(column(LEFT, width), column(RIGHT, width), width=width)
    assert read(page).text.string == f"{LEFT}\n{RIGHT}"


def test_three_columns_are_read_from_left_to_right() -> None:
    page = beside(*(column(text, 14) for text in (LEFT, MIDDLE, RIGHT)), width=14)
    assert read(page).text.string == f"{LEFT}\n{MIDDLE}\n{RIGHT}"


def test_a_sentence_goes_on_in_the_next_column() -> None:
    lines = column(LEFT + RIGHT, 16)
    page = beside(lines[:7], lines[7:], width=16)
    assert read(page).text.string == LEFT + RIGHT


def test_a_headline_over_all_columns_ends_what_is_above() -> None:
    above = beside(column(LEFT, 16), column(MIDDLE, 16), width=16)
    below = beside(column(RIGHT, 16), column(LEFT.replace("12", "21"), 16), width=16)
    headline = "松江市召开推进全市重点项目建设和优化营商环境工作大会"
    found = read(f"{above}\n{headline}\n{below}").text.string
    assert found.split("\n") == [LEFT, MIDDLE, headline, RIGHT, LEFT.replace("12", "21")]


def test_pages_are_read_each_for_itself() -> None:
    first = beside(column(LEFT, 16), column(MIDDLE, 16), width=16)
    page = f"{first}\n{'- 3 -':>34}\n{beside(column(RIGHT, 16), column(LEFT.replace('12', '21'), 16), width=16)}"
    assert read(page).text.string.split("\n") == [LEFT, MIDDLE, RIGHT, LEFT.replace("12", "21")]


def test_heads_of_a_newspaper_and_headlines_between_columns_are_apart() -> None:
    others = ["，".join(text[:-1].split("，")[::-1]) + "。" for text in (LEFT, MIDDLE, RIGHT)]
    above = beside(*(column(text, 15) for text in (LEFT, MIDDLE, RIGHT)), width=15)
    below = beside(*(column(text, 15) for text in others), width=15)
    head = "松 江 日 报            2024年2月8日  星期四            第0{}版"
    page = f"{head.format(1)}\n\n{above}\n\n{'':>12}市人大代表审议政府工作报告\n\n{below}\n\n{head.format(2)}"
    assert read(page).text.string.split("\n") == [LEFT, MIDDLE, RIGHT, "市人大代表审议政府工作报告", *others]


@pytest.mark.parametrize(
    "rows",
    [
        ["李文清    县委副书记、县长", "王  芳    县委常委、副县长", "张大力    副县长、公安局局长", "赵  明    副县长"]
        * 2,
        ["市财政局局长李文清    市水务局局长王芳", "市教育局局长张大力    市民政局局长赵明"] * 4,
        [
            "加快推进城区道路改造工程，完成    市住房城乡建设局",
            "投资2亿元，改造道路12条",
            "实施河道治理项目，治理河道36    市水务局、各县区",
            "公里，新建拦河闸坝4座",
            "开展校园餐桌提升行动，覆盖学    市教育局、市财政局",
            "校305所，受益学生4.58万人",
        ]
        * 2,
    ],
    ids=["a roster", "offices in two columns", "a table with cells of two lines"],
)
def test_cells_stay_beside_each_other(rows: list[str]) -> None:
    found = read("\n".join(rows))
    assert "columns side by side" not in {removal.step for removal in found.removals}
