"""Lists of members that lost their blanks or line ends: glued text → its rows, and who holds what in them."""

import pytest

from govgraph.model import Document
from govgraph.repair import repair
from tests.reading import read, tenures

TITLE = "清水县人民政府办公室关于成立农村饮水安全工作领导小组的通知"
ROWS = {
    "name and office, roles between": (
        "组长：马建国县委副书记、县长副组长：陈学文县委常委李玉林副县长成员：周永红县水务局局长",
        "组长：马建国   县委副书记、县长\n副组长：陈学文   县委常委\n李玉林   副县长\n成员：周永红   县水务局局长",
    ),
    "line ends kept, blanks lost": (
        "成  员：赵卫东县政府办公室副主任\n孙丽娜县应急管理局局长\n周文县发展和改革局主任",
        "成  员：赵卫东   县政府办公室副主任\n孙丽娜   县应急管理局局长\n周文   县发展和改革局主任",
    ),
    "blanks between rows only, a place without a class character": (
        "成员：黄锦华市林业局局长 陈国栋市应急管理局局长 甄炳坤临海供电局副局长",
        "成员：黄锦华   市林业局局长\n陈国栋   市应急管理局局长\n甄炳坤   临海供电局副局长",
    ),
    "offices in brackets": (
        "主任：陈建国（副市长）副主任：李文（市教育局局长）王芳（市财政局局长）委员：赵云（市公安局副局长）",
        "主任：陈建国（副市长）\n副主任：李文（市教育局局长）\n王芳（市财政局局长）\n委员：赵云（市公安局副局长）",
    ),
    "副 is of the title": (
        "组长：陈芸副省长副组长：黄文玉省政府副秘书长蔡建国省民政厅副厅长",
        "组长：陈芸   副省长\n副组长：黄文玉   省政府副秘书长\n蔡建国   省民政厅副厅长",
    ),
    "office and name": (
        "名单如下：县委书记陈国华县委副书记、县长李玉林县委常委、宣传部部长黄晓燕",
        "名单如下：县委书记陈国华\n县委副书记、县长李玉林\n县委常委、宣传部部长黄晓燕",
    ),
    "what follows the list": (
        "成员：王国强县财政局局长赵志明县教育局局长何文斌白沙镇镇长领导小组下设办公室，赵志明兼任主任。",
        "成员：王国强   县财政局局长\n赵志明   县教育局局长\n何文斌   白沙镇镇长\n领导小组下设办公室，赵志明兼任主任。",
    ),
}
LEFT = [
    "任命周明远为清水县财政局局长；任命林晓峰为清水县教育局局长；任命任大海为清水县水务局局长。名单如下：",
    "成员：王国强县财政局局长。",
    "名单如下。县长马建国、副县长陈学文、县财政局局长王国强、县教育局局长赵志明出席会议。",
    "名单如下。运动会开幕，市委常委、常务副市长许玉成，市委常委、市委秘书长朱德明，市人大常委会副主任李桂兰出席开幕式。",
    "成员：王国强、赵志明、何文斌",
    "成员：\n王国强 县财政局局长\n赵志明 县教育局局长\n何文斌 县水务局局长",
    "成员：\n黄代远 区应急局局长\n封远 区农业农村委主任\n王青远 区水利局局长",
    "名单公布后，张大海主持工作，县委高度重视，市长高明作出批示，局长方敏抓落实。",
]


def rows(text: str) -> str:
    return repair(Document(id="0" * 32, name="a.txt", text=f"{TITLE}\n\n{text}\n")).text.string.split("\n", 1)[1]


@pytest.mark.parametrize(("glued", "expected"), ROWS.values(), ids=ROWS.keys())
def test_rows_that_run_together_are_parted(glued: str, expected: str) -> None:
    assert rows(glued) == expected


def test_any_role_leads_a_row_with_blanks() -> None:
    text = "主　　任：马建国　县委副书记、县人民政府县长\n第一副主任：陈学文　县委常委、县政府常务副县长"
    assert rows(text) == text


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_such_list_is_left_alone(text: str) -> None:
    assert rows(text) == text


def test_a_glued_list_says_who_holds_what() -> None:
    text = "成员名单如下：组长：马建国县长成员：李玉林县财政局局长何文斌白沙镇镇长徐明辉国网清水县供电公司总经理"
    group = "清水县农村饮水安全工作领导小组"
    extraction = read(text, TITLE)
    said = {(person, title, body) for person, title, body, _ in tenures(extraction)}
    assert said == {
        ("马建国", "组长", group),
        ("马建国", "县长", "清水县人民政府"),
        ("李玉林", "成员", group),
        ("李玉林", "局长", "清水县财政局"),
        ("何文斌", "成员", group),
        ("何文斌", "镇长", "清水县白沙镇人民政府"),
        ("徐明辉", "成员", group),
        ("徐明辉", "总经理", "国网清水县供电公司"),
    }
    assert "玉林市" not in {thing.label for thing in extraction.things}  # a place inside a name is none
