"""Who holds what by where it is told: elections of a session, lists of deputies, lists of those who held an office."""

import pytest

from tests.reading import read, tenures

STANDING = "临江市人民代表大会常务委员会"
CPPCC = "中国人民政治协商会议临江市委员会"
DEPUTIES = "平罗县第十八届人民代表大会代表名单"
CONGRESS = "平罗县人民代表大会"
NOTICE = "昌宁县人民政府关于职务任免的通知"
# title of the document, its text, what it says; nothing else is said
SAID = [
    # Whom a session elects, in its sentence or the next, is an officer of its standing committee.
    (
        "临江市大事记",
        "1984年4月，临江市第九届人民代表大会第一次会议召开。会议选举潘景元为主任，孙德昌、卞立林为副主任。",
        {
            ("潘景元", "主任", STANDING, "elected"),
            ("孙德昌", "副主任", STANDING, "elected"),
            ("卞立林", "副主任", STANDING, "elected"),
        },
    ),
    (
        "临江市大事记",
        "1984年5月，政协临江市第九届委员会第一次会议闭幕。会上，潘景元当选为秘书长。",
        {("潘景元", "秘书长", CPPCC, "elected")},
    ),
    (
        "临江市大事记",
        "1984年5月，临江市总工会第六次代表大会召开。会议通过了选举办法。市长潘景元讲话。",
        {("潘景元", "市长", "临江市人民政府", "")},
    ),
    # The title of a list is that of all in it, whatever stands before their names, and though they are words.
    (
        DEPUTIES,
        "（共8名）\n崇岗镇：于海涛、王学忠、包志强（蒙古族）、高  峰\n高庄乡：马少云、孙德胜、金  山、任  重",
        {
            (name, "代表", CONGRESS, "")
            for name in ("于海涛", "王学忠", "包志强", "高峰", "马少云", "孙德胜", "金山", "任重")
        },
    ),
    # A note on the order is no part of the title.
    (
        "政协临江市第九届委员会名单",
        "秘书长：郑小勇\n常务委员（按姓氏笔画为序）：\n方文斌  毛国栋  池继文",
        {
            ("郑小勇", "秘书长", CPPCC, ""),
            ("方文斌", "常务委员", CPPCC, ""),
            ("毛国栋", "常务委员", CPPCC, ""),
            ("池继文", "常务委员", CPPCC, ""),
        },
    ),
    # Years behind 任期.
    (
        "涟水县志",
        "县长\n吴觉，任期1945年9月至1946年8月。\n嵇月明　任期：1949年2月至1952年5月",
        {("吴觉", "县长", "涟水县人民政府", ""), ("嵇月明", "县长", "涟水县人民政府", "")},
    ),
    # Rare surnames, and an office that ceases.
    (
        NOTICE,
        "经研究，决定：\n字学才任县文化和旅游局局长（试用期一年）；\n穆应权任县卫生健康局副局长，其县水务局副局长职务自行免除。",
        {
            ("字学才", "局长", "昌宁县文化和旅游局", "appointed"),
            ("穆应权", "副局长", "昌宁县卫生健康局", "appointed"),
            ("穆应权", "副局长", "昌宁县水务局", "removed"),
        },
    ),
    # Neither words behind a name nor 的 before it are part of it.
    (
        "临江市新闻",
        "原市教育局局长王建国严重违纪违法，被开除党籍。时任市教育局副局长的买买提·吐尔逊近日到学校调研。",
        {
            ("王建国", "局长", "临江市教育局", "former"),
            ("买买提·吐尔逊", "副局长", "临江市教育局", "former"),
        },
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), SAID)
def test_where_it_is_told_says_who_holds_what(title: str, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert tenures(read(text, title=title)) == expected
