"""Who holds which post, in which body, with which status."""

import pytest

from tests.reading import read, tenures

GOVERNMENT = "吉林市人民政府"
PARTY = "中国共产党吉林市委员会"
CASES = [
    # Bare titles right behind the founding of a body are in it.
    (
        "1950年，中共吉林市委员会正式成立：王先明任书记，杨大武任副书记。",
        {("王先明", "书记", PARTY, "appointed"), ("杨大武", "副书记", PARTY, "appointed")},
    ),
    ("吉林市侨联第四届委员会选举产生，张瑞华当选主席。", {("张瑞华", "主席", "吉林市侨联第四届委员会", "elected")}),
    (
        "王大明、李小海分别当选为吉林市教育局局长、吉林市财政局局长。",
        {("王大明", "局长", "吉林市教育局", "elected"), ("李小海", "局长", "吉林市财政局", "elected")},
    ),
    ("王大明、李小海、赵一平分别当选为吉林市教育局局长、吉林市财政局局长。", set()),
    ("吉林市侨联领导到会，张瑞华当选主席。", {("张瑞华", "主席", "", "elected")}),
    ("磐石市第五中学党支部书记、校长潘太东说，要办好学校。", {("潘太东", "校长", "磐石市第五中学", "")}),
    (
        "吉林市教育局党组书记、局长吴雨静在会上发言。",
        {("吴雨静", "局长", "吉林市教育局", "")},
    ),
    ("会议由市长王吉主持。", {("王吉", "市长", GOVERNMENT, "")}),
    ("市委书记胡斌出席会议并讲话。", {("胡斌", "书记", PARTY, "")}),
    ("副市长周明远、沈佳慧参加调研。", {("周明远", "副市长", GOVERNMENT, ""), ("沈佳慧", "副市长", GOVERNMENT, "")}),
    ("任命林晓峰为吉林市财政局局长。", {("林晓峰", "局长", "吉林市财政局", "appointed")}),
    ("免去高崇山的吉林市财政局局长职务。", {("高崇山", "局长", "吉林市财政局", "removed")}),
    ("接受韩立群辞去吉林市人民政府副市长职务的请求。", {("韩立群", "副市长", GOVERNMENT, "removed")}),
    ("会议选举贺志刚为吉林市监察委员会主任。", {("贺志刚", "主任", "吉林市监察委员会", "elected")}),
    (
        "任命林晓峰为市财政局局长，何静为市商务局局长。",
        {("林晓峰", "局长", "吉林市财政局", "appointed"), ("何静", "局长", "吉林市商务局", "appointed")},
    ),
    (
        "免去高崇山的市财政局局长职务，杨凌云的市商务局局长职务。",
        {("高崇山", "局长", "吉林市财政局", "removed"), ("杨凌云", "局长", "吉林市商务局", "removed")},
    ),
    ("市财政局局长仍由林晓峰担任。", {("林晓峰", "局长", "吉林市财政局", "appointed")}),
    ("高崇山不再担任市财政局局长。", {("高崇山", "局长", "吉林市财政局", "removed")}),
    (
        "副省长、吉林市市长林知远出席会议。",
        {("林知远", "副省长", "吉林省人民政府", ""), ("林知远", "市长", GOVERNMENT, "")},
    ),
    ("王丽（女）任市教育局局长。", {("王丽", "局长", "吉林市教育局", "appointed")}),
    ("代理市长李明德主持会议。", {("李明德", "市长", GOVERNMENT, "acting")}),
    ("原市长张学文出席会议。", {("张学文", "市长", GOVERNMENT, "former")}),
    (
        "县委副书记、代县长尚立恒主持会议。",
        {("尚立恒", "副书记", "中国共产党卢氏县委员会", ""), ("尚立恒", "县长", "卢氏县人民政府", "acting")},
    ),
    (
        "任命孙新阳、刘学新为国家监察委员会副主任。",
        {
            ("孙新阳", "副主任", "中华人民共和国国家监察委员会", "appointed"),
            ("刘学新", "副主任", "中华人民共和国国家监察委员会", "appointed"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_says_who_holds_what(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    title = "卢氏县召开推进会" if "县" in text else "吉林市政府工作报告"
    assert expected <= tenures(read(text, title))


@pytest.mark.parametrize(
    "text",
    [
        "我代表市人民政府向大会报告工作。",
        "代表们一致认为，报告实事求是。",
        "局长办公会研究了这项工作。",
        "主任会议决定提请审议。",
        "高质量发展取得新成效，文明程度提升。",
    ],
)
def test_what_is_no_tenure_gives_none(text: str) -> None:
    assert tenures(read(text)) == set()


def test_a_roster_gives_terms() -> None:
    names = "市长\n罗文岳（1955.5~1957.3）\n\n副市长\n段宝山（1955.5~1957.3）\n姚淑芬（女）（1956.1~1957.3）"
    text = f"第一届吉林市人民委员会领导人名录\n\n{names}\n"
    extraction = read(text, title="")
    assert {(p, t) for p, t, _, _ in tenures(extraction)} == {
        ("罗文岳", "市长"),
        ("段宝山", "副市长"),
        ("姚淑芬", "副市长"),
    }
    terms = {(c.valid_from, c.valid_to) for c in extraction.claims if c.predicate == "holds"}
    assert ("1955-05", "1957-03") in terms
