"""The kinds of damage that offices' pages were seen to have, by number: damaged text → what it should read.

The numbers are those of the survey of damage behind this package; a class that is left as it is on purpose has its
own test at the end, which holds that nothing is guessed.
"""

from __future__ import annotations

import time

import pytest

from govgraph.model import Document, Prose
from govgraph.repair import imposition, repair, seams, spacing
from govgraph.text import Text


def read(text: str) -> Prose:
    return repair(Document(id="0" * 32, name="a.txt", text=text))


def spaced(text: str, gap: str = "\n\n") -> str:
    """A text of one column, with a blank line after every line."""
    return gap.join(text.split("\n"))


COLUMN = (
    "过去一年，全市上下团结一心，统筹发\n"
    "展和安全，各项工作取得新成效。市长\n"
    "李文清主持召开会议，市教育局局长骆\n"
    "晓东、市财政局局长王芳作了汇报，会\n"
    "议同意投资2亿元。"
)
WHOLE = COLUMN.replace("\n", "")
TWO = COLUMN + "\n一要坚持稳中求进。\n二要坚持守正创新。"
TORN = (
    " 立”，增强全局观念，做到令行禁止，推动各项部署落地见效。\n"
    "我们要依法行政，建设法治政府，自觉接受监督。\n"
    " 各位代表，我们要坚定信心，担当作为，深刻领悟“两个确\n"
)
MENDED = (
    "各位代表，我们要坚定信心，担当作为，深刻领悟“两个确立”，增强全局观念，做到令行禁止，推动各项部署落地见效。\n"
    "我们要依法行政，建设法治政府，自觉接受监督。"
)
LOANS = (
    "会议指出，全年新增就业人数稳步提高，\n继续落实各项惠企政策措施，发放贷款2\n亿元，惠及企业，持续优化营商环境，并\n"
    "加快建设重点项目，全力保障改善民生。"
)

CASES: dict[str, tuple[str, str]] = {
    "1 wraps through words and names": (COLUMN, WHOLE),
    "2 a blank line after every line": (spaced(COLUMN), WHOLE),
    "3 letter-spacing": ("齐 众 心 、汇 众 力 、聚 众 志 ，共谋发展。", "齐众心、汇众力、聚众志，共谋发展。"),
    "4 letter-spacing half way": ("发挥制 度 优 势 ，依 法 履 职。", "发挥制度优势，依法履职。"),
    "5 blanks at numbers": ("连续 7 个月位列 GDP 增速第一。", "连续7个月位列GDP增速第一。"),
    "6 one phrase spaced in two ways": (
        "1月 16日，会议召开。1 月16 日，会议结束。",
        "1月16日，会议召开。1月16日，会议结束。",
    ),
    "7 a heading drawn twice": ("局长通道局长通道\n\n他说，要抓落实。", "局长通道\n他说，要抓落实。"),
    "8 a title on two lines": ("松江省第八届人民代表大会\n第二次会议文件", "松江省第八届人民代表大会第二次会议文件"),
    "9 a heading in brackets glued to the text": (
        "【分组审议】1月16日，代表们审议了报告。",
        "【分组审议】\n1月16日，代表们审议了报告。",
    ),
    "10 a page number inside a sentence": (COLUMN.replace("骆\n", "骆\n—５—\n"), WHOLE),
    "11 two numbers and two heads on a line": (
        COLUMN.replace("发\n", "发\n- 17 -- 4 -\n松江市人民政府公报 2021·3 松江市人民政府公报 2021·3\n"),
        WHOLE,
    ),
    "12 contents": ("目 录\nCONTENTS\n政府工作报告……………4\n人事任免……………………12\n会议召开。", "会议召开。"),
    "13 a page break that only a blank marks": (spaced(COLUMN).replace("\n晓东", "\n 晓东"), WHOLE),
    "16 a quotation torn apart": (TORN, MENDED),
    "17 a page twice": (
        f"{TWO}\n- 2 -\n{TWO}",
        WHOLE + "\n一要坚持稳中求进。\n二要坚持守正创新。",
    ),
    "18 a paragraph twice with small differences": (
        WHOLE
        + "会议还研究了其他事项，要求各部门狠抓落实。\n市长王芳会见了客商。\n"
        + WHOLE
        + "会议还研究了其它事项，要求各部门狠抓落实。",
        "市长王芳会见了客商。\n" + WHOLE + "会议还研究了其它事项，要求各部门狠抓落实。",
    ),
    "19 a block under two headings stays under the last": (
        f"服务大局\n{WHOLE}全市落实到位。\n联组讨论\n李文清委员发言。\n服务大局\n{WHOLE}全市落实到位。",
        f"服务大局\n联组讨论\n李文清委员发言。\n服务大局\n{WHOLE}全市落实到位。",
    ),
    "21 a caption inside a sentence": (
        "会议听取了市政府关于生态环境保护的报告，要求有关部门认真研究\n\n大会会场。李明 摄\n\n处理意见，并报告结果。",
        "会议听取了市政府关于生态环境保护的报告，要求有关部门认真研究处理意见，并报告结果。\n大会会场。李明 摄",
    ),
    "22 a caption and its photographer": (
        "代表走访松江机械公司。\n李明 摄\n会议结束。",
        "代表走访松江机械公司。李明 摄\n会议结束。",
    ),
    "23 stray signs": ("会议召开。\n▲\n会议结束。", "会议召开。\n会议结束。"),
    "24 full-width digits": ("２０２２年共８个，增长６．５％。", "2022年共8个，增长6.5%。"),
    "25 ASCII punctuation": ("前行,推动工作;重点:教育(医疗)!", "前行，推动工作；重点：教育（医疗）！"),
    "26 full stops": ("完成了各项任务.\n二是落实责任.", "完成了各项任务。\n二是落实责任。"),
    "27 guillemets": ("印发«关于甲的通知»«关于乙的通知»。", "印发《关于甲的通知》《关于乙的通知》。"),
    "28 parentheses of two widths": (
        "落实“三查(察)”，（总第 255 期)已印发。",
        "落实“三查（察）”，（总第255期）已印发。",
    ),
    "29 an ASCII exclamation mark": ("各位!根据安排，现在开会。", "各位！根据安排，现在开会。"),
    "30 wide blanks as indent": (
        "　　省十三届人大召开会议。\n　　会议通过了决议。",
        "省十三届人大召开会议。\n会议通过了决议。",
    ),
    "36 markdown": ("### 联组讨论\n\n**李文清**说，要抓落实。", "联组讨论\n李文清说，要抓落实。"),
    "37 a name before a bold topic": ("李文清：**以技术创新**推动发展。", "李文清：以技术创新推动发展。"),
    "40 a number torn from its unit": (LOANS, LOANS.replace("\n", "")),
    "41 wide signs": ("覆盖率100％，实行“互联网＋”。", "覆盖率100%，实行“互联网+”。"),
    "44 a parenthesis in a clause": (
        "会议由市电视台（松江台、临河台）承办。",
        "会议由市电视台（松江台、临河台）承办。",
    ),
    "45 a start in the middle of a sentence": ("，增强全局观念。\n会议召开。", "，增强全局观念。\n会议召开。"),
}

LEFT: dict[str, str] = {
    "20 the same figure in two places": "牛存栏132万头，好于预期。\n全年牛存栏122.8万头，居全省首位。",
    "31 a colon that may be a semicolon": "勇站排头：要敢闯敢试；要善作善成。",
    "32 a doubled character": "推动更高质量量的发展。",
    "33 garbled words": "专专专、专项专用。",
    "34 missing characters": "加强对人街道工委的指导。",
    "35 a doubled class word": "松江市市委书记李文清讲话。",
    "42 roman numerals": "水质达到Ⅲ类标准。",
    "43 a dash in a name": "松汽—龙山铁路全线贯通。",
}


@pytest.mark.parametrize(("damaged", "expected"), CASES.values(), ids=CASES.keys())
def test_class(damaged: str, expected: str) -> None:
    prose = read(damaged)
    assert prose.text.string == expected
    for start, end in prose.sentences:
        spans = prose.text.to_source(start, end)
        assert "".join(prose.text.within(span) for span in spans) == prose.text.string[start:end]


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_would_be_a_guess_is_left(text: str) -> None:
    assert read(text).text.string == text


def test_a_padded_name_gives_its_characters_to_one_pair_only() -> None:
    names = "李 文 强 王小明"
    assert Text.of(names).rewrite(spacing.padding(names)).string == "李文 强 王小明"


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("李文 王小芳", True),
        ("李文（女） 王小芳\n", True),
        ("　李", False),
        ("李（女）文", True),
        ("李文（）王", False),
        ("李文，王", False),
    ],
)
def test_a_row_has_two_characters_and_no_sign(line: str, row: bool) -> None:
    assert (spacing.ROW.match(line) is not None) is row


def test_a_long_line_is_not_tried_in_every_division_into_words() -> None:
    start = time.process_time()
    assert len(list(spacing.letters("县" * 24 + "，会 议 在 北 京。"))) == 4
    assert time.process_time() - start < 1


@pytest.mark.parametrize("many", [False, True])
def test_runs_are_found_between_two_places(many: bool) -> None:
    runs = seams.Runs("我们的的确确\U00020000做到了", many)
    asked = ("们的的确", "的的确确", "确\U00020000做到", "\U00020000做到了", "做到了。")
    assert [run for run in asked if runs.stand(run, 1, 99)] == list(asked[:-1])
    assert not runs.stand("我们的的", 1, 99)
    assert not runs.stand("的的确确", 1, 5)


def test_words_over_many_cuts_are_those_over_each() -> None:
    clauses = ["目开工", "的工程", "目", "展顺利", "12个"]
    weights = seams.Weights(seams.Runs("", False), 0, 0, "推进重点项", False)
    assert (
        weights.through(clauses)
        == {clause for clause in clauses if seams.word("推进重点项", clause)}
        == {"目", "目开工"}
    )


@pytest.mark.parametrize(("ends", "holds"), [((2.0, 2.0, 0.0), True), ((2.0, 0.0, 0.0), False)])
def test_pages_that_run_on_are_no_booklet(ends: tuple[float, ...], holds: bool) -> None:
    over = iter(ends)
    assert imposition._holds(over, len(ends)) is holds
    assert len(list(over)) == (1 if holds else 0)  # what need not be weighed is not
