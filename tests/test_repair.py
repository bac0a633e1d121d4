"""Damaged pages to readable text, with the way back to the source."""

from __future__ import annotations

import textwrap

import pytest

from govgraph import seeds
from govgraph.model import Document, Prose
from govgraph.repair import columns, repair
from govgraph.repair.marks import BREAK

REPORT = (
    "一、工作回顾\n"
    "过去一年，大家同心协力，兼顾城乡和区域，工业生产走出先抑后扬的平稳曲线，道路建设、河道治理、就业帮扶等"
    "各项工作取得新成效。市长李文清同志主持召开常务会议12次，审议通过了《松江市湿地保护条例（草案）》，并印发各县区"
    "执行。市教育局、市财政局牵头推进校园餐桌提升行动，受益学生4.58万人，完成投资2亿元，覆盖学校305所。\n"
    "二、工作安排\n"
    "新的一年，我们要坚定信心、锚定目标，深化营商环境改革，加快建设重点项目，全力保障和改善民生，扎实做好巩固拓展"
    "脱贫攻坚成果同乡村振兴有效衔接，推动高质量发展迈上新台阶。副市长王芳负责统筹协调，市发展改革委具体落实。\n"
)


def document(text: str) -> Document:
    return Document(id="0" * 32, name="a.txt", text=text)


def lines(text: str) -> list[str]:
    return repair(document(text)).text.string.split("\n")


def assert_traceable(prose: Prose) -> None:
    """Every sentence is found again in the source ranges that it names."""
    for start, end in prose.sentences:
        sentence = prose.text.string[start:end]
        spans = prose.text.to_source(start, end)
        assert "".join(prose.text.within(span) for span in spans) == sentence


DAMAGE = {
    "full-width digits": ("２０２２年共８个，增长６％。", "2022年共8个，增长6%。"),
    "radicals": ("⾼质量发展，⻓期规划。", "高质量发展，长期规划。"),
    "compatibility ideographs": ("市政府印發了方案，不變。", "市政府印發了方案，不變。"),
    "invisible characters": ("市\u200b长\ufeff李\u00ad文，\u202a主持\u202c会议。", "市长李文，主持会议。"),
    "guillemets": ("印发«关于加强管理的通知»，执行。", "印发《关于加强管理的通知》，执行。"),
    "corner brackets": ("开展「清水润城」行动。", "开展“清水润城”行动。"),
    "ASCII punctuation": ("前行,推动工作;全市动员!", "前行，推动工作；全市动员！"),
    "numbers keep theirs": ("共1,000名，10:30开会，增长3.5倍。", "共1,000名，10:30开会，增长3.5倍。"),
    "full stops": ("完成了任务.\n二是落实责任.全市参加.", "完成了任务。\n二是落实责任。全市参加。"),
    "parentheses": ("各县(市、区)和条例（草案)已报送。", "各县（市、区）和条例（草案）已报送。"),
    "straight quotes around a code": ('围绕"1142"工作安排，长5"的', '围绕“1142”工作安排，长5"的'),
    "straight quotes": ('创建"四个机关",做到"两个维护"。', "创建“四个机关”，做到“两个维护”。"),
    "letter-spacing": ("齐 众 心 、汇 众 力 、聚 众 志 ，共谋发展。", "齐众心、汇众力、聚众志，共谋发展。"),
    "half a line letter-spaced": ("发挥制 度 优 势 ，依 法 履 职。", "发挥制度优势，依法履职。"),
    "spaced heading": ("会 议 文 件 (六 十 二)", "会议文件（六十二）"),
    "blanks at numbers": ("连续 7 个月增长 9.5%，共 30 亿元。", "连续7个月增长9.5%，共30亿元。"),
    "a blank in prose": ("全市 工作取得成效，市民 满意。", "全市工作取得成效，市民满意。"),
    "a blank in a heading stays": ("凝心聚力再出发 实干笃行谱新篇", "凝心聚力再出发 实干笃行谱新篇"),
    "a doubled heading": ("局长通道局长通道", "局长通道"),
    "a doubled word": ("研究研究", "研究研究"),
    "a comment": ("第一段话。<!-- 编者按 -->\n第二段话。", "第一段话。\n第二段话。"),
    "markdown": ("## 联组讨论\n**李文清：**要抓落实。", "联组讨论\n李文清：要抓落实。"),
    "signs of a heading without words": ("第一段话。\n ## #\n## 联组讨论 ##\n###", "第一段话。\n联组讨论"),
    "front matter": ("---\ntitle: 报告\n---\n各位代表：", "各位代表："),
    "contents": ("目 录\n政府工作报告…………………4\n人事任免…………………12\n正文开始了。", "正文开始了。"),
    "a table row": ("| 姓名 | 职务 |\n|---|---|\n| 李文清 | 市长 |", "姓名   职务\n李文清   市长"),
    "CR LF": ("第一段话。\r\n第二段话。\r\n", "第一段话。\n第二段话。"),
    "paragraphs in one line": ("第一段话。 \u3000\u3000第二段话。", "第一段话。\n第二段话。"),
}


@pytest.mark.parametrize(("damaged", "expected"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage(damaged: str, expected: str) -> None:
    prose = repair(document(damaged))
    assert prose.text.string == expected
    assert_traceable(prose)


@pytest.mark.parametrize("width", [14, 18, 33, 40])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_wrapping_at_any_width_changes_nothing(width: int, gap: str) -> None:
    wrapped = gap.join(
        piece for line in REPORT.splitlines() for piece in [line[at : at + width] for at in range(0, len(line), width)]
    )
    prose = repair(document(wrapped))
    assert prose.text.string == REPORT.strip()
    assert_traceable(prose)


def test_a_page_number_and_a_running_head_inside_a_sentence_go() -> None:
    pages = textwrap.wrap(REPORT.splitlines()[1], 24)
    text = "\n".join([*pages[:2], "—５—", "松江市人民政府公报 2021·3", *pages[2:5], "- 7 -", *pages[5:]])
    assert repair(document(text)).text.string == REPORT.splitlines()[1]


def test_a_line_that_keeps_cutting_sentences_is_a_running_head() -> None:
    body = textwrap.wrap(REPORT.splitlines()[1], 20)
    text = "\n".join(line + "\n松江市第八届人大文件" if index in {1, 3, 5} else line for index, line in enumerate(body))
    assert repair(document(text)).text.string == REPORT.splitlines()[1]


def test_a_repeated_page_counts_once() -> None:
    wrapped = "\n".join(piece for line in REPORT.splitlines() for piece in textwrap.wrap(line, 20))
    assert repair(document(wrapped + "\n- 2 -\n" + wrapped)).text.string == REPORT.strip()


def test_a_repeated_formula_stays() -> None:
    text = "2021年1月5日会议\n会议由市长李文清主持。\n2021年2月8日会议\n会议由市长李文清主持。"
    assert lines(text).count("会议由市长李文清主持。") == 2


def test_a_roster_stays_line_by_line() -> None:
    roster = [
        "市长",
        "李文清（1955.4~1957.1）",
        "副市长",
        "王芳（1955.4~1957.1）",
        "张大力（1956.2~1957.1）",
        "委员",
        "赵明",
        "钱进",
    ]
    prose = repair(document(REPORT + "\n" + "\n".join(roster)))
    assert prose.text.string.split("\n")[-len(roster) :] == roster
    assert {p.kind for p in prose.paragraphs[-len(roster) :]} == {"row"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("李文清 王芳 张大力 赵明", "李文清 王芳 张大力 赵明"),
        ("李文清\u3000王\u3000芳\u3000张大力", "李文清\u3000王芳\u3000张大力"),
        ("市长 李文清", "市长 李文清"),
    ],
)
def test_names_keep_their_distance(row: str, expected: str) -> None:
    assert lines(row) == [expected]


def test_a_caption_is_lifted_out_of_a_sentence() -> None:
    text = (
        "会议听取和审议了市政府关于生态环境保护的报告，要求有关部门认真研究\n\n"
        "大会会场。李明 摄\n\n"
        "处理审议意见，并向常委会报告。\n"
    )
    prose = repair(document(text))
    assert prose.text.string == (
        "会议听取和审议了市政府关于生态环境保护的报告，要求有关部门认真研究"
        "处理审议意见，并向常委会报告。\n大会会场。李明 摄"
    )
    assert [p.kind for p in prose.paragraphs] == ["body", "caption"]
    assert_traceable(prose)


def test_a_torn_quotation_puts_columns_in_order() -> None:
    text = (
        " 立”，增强全局观念，做到令行禁止，推动各项部署落地见效。\n"
        "我们要依法行政，建设法治政府，自觉接受监督。\n"
        " 各位代表，我们要坚定信心，担当作为，深刻领悟“两个确\n"
    )
    prose = repair(document(text))
    assert "深刻领悟“两个确立”，增强全局观念" in prose.text.string
    assert_traceable(prose)


def test_a_number_that_could_not_be_cut_leaves_its_line_short() -> None:
    text = (
        "全年重点项目进展顺利，招商引资成效明显，\n开展重点项目流动服务，帮助企业解决难题，\n"
        "优化项目审批流程，提高服务效率，开复工\n50000万元以上的项目有405个，比上年有所增加，\n带动就业人数增长，群众收入稳步提高。\n"
    )
    assert lines(text) == [text.replace("\n", "")]


def test_columns_of_one_height_are_cut_where_nothing_marks_them() -> None:
    def column(number: int) -> list[str]:
        return [f"第{number}栏的第{line}行写着，全市工作稳步推进并取得成" for line in range(13)]

    pages = [column(1), column(2), column(3), column(4) + column(5)]
    text = "开头的一行字在这里。\n" + "\n".join(" " + "\n".join(page) for page in pages) + "\n 结尾的一行。"
    marked = list(columns.heights(text.replace("\n ", "\n" + BREAK), seeds.load()))
    assert [edit.start for edit in marked] == [text.index("第5栏")]


def test_an_unfinished_sentence_without_its_rest_is_a_doubt() -> None:
    prose = repair(document("会议要求，各部门要主动作为，加强协作，共同\n\n一、工作回顾\n全市工作取得成效。\n"))
    assert [doubt[-2:] for doubt in prose.doubts] == ["共同"]


def test_kinds_and_levels() -> None:
    text = (
        "松江市政府工作报告\n市长 李文清\n一、工作回顾\n（一）经济稳中有进\n全年增长6%，好于预期。\n"
        "1.工业\n李文清、王芳等出席会议。"
    )
    kinds = [(p.kind, p.level) for p in repair(document(text)).paragraphs]
    assert kinds == [
        ("title", 0),
        ("byline", 0),
        ("heading", 1),
        ("heading", 2),
        ("body", 0),
        ("heading", 3),
        ("body", 0),
    ]


def test_sentences_keep_their_closing_marks() -> None:
    prose = repair(document("他说：“要抓落实。”会议结束。（完）"))
    assert [prose.text.string[a:b] for a, b in prose.sentences] == ["他说：“要抓落实。”", "会议结束。（完）"]


def test_clean_text_is_left_alone() -> None:
    prose = repair(document(REPORT))
    assert prose.text.string == REPORT.strip()
    assert prose.text.to_source(0, len(REPORT) - 1) == ((0, len(REPORT) - 1),)
    assert prose.doubts == ()


def test_the_log_says_what_was_done() -> None:
    removals = {r.step: r for r in repair(document("市\u200b长李文清，出席 会议。")).removals}
    assert removals["invisible characters"].characters == 1
    assert removals["blanks in prose"].times == 1
    spaced = {r.step: r for r in repair(document("共 谋 发 展 新 篇，齐 心  协 力 向 前。")).removals}
    assert (spaced["letter-spacing"].times, spaced["letter-spacing"].characters) == (10, 11)


@pytest.mark.parametrize("text", ["\n", "。", "\x02", "“", "a\n\nb", "，\n，", " \n \n甲"])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert_traceable(repair(document(text)))


def test_a_byline_a_credit_and_a_title_end_their_paragraphs() -> None:
    column = textwrap.wrap(REPORT.splitlines()[1], 14)
    text = ["松江市人大会议综述", "本报记者 许文静 赵立新", "代表分组审议", *column, "审议现场。许文静 摄", *column[:4]]
    found = lines("\n\n".join(text))
    assert found[:3] == ["松江市人大会议综述", "本报记者 许文静 赵立新", "代表分组审议"]
    assert "审议现场。许文静 摄" in found


def test_traditional_text_of_either_standard_is_read_as_simplified() -> None:
    """Taiwan writes 為, 群, 床 and 啟, Hong Kong and converters 爲, 羣, 牀 and 啓."""
    text = "市人大常委會關於任命張羣同志爲市衞生局局長的決定，養老牀位項目啓動。\n"
    assert lines(text)[0] == "市人大常委会关于任命张群同志为市卫生局局长的决定，养老床位项目启动。"
