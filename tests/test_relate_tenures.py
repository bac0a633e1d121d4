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
        "1984年5月，临江市总工会第六次代表大会召开。大会选举潘景元为主席。",
        {("潘景元", "主席", "临江市总工会", "elected")},
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
    # What somebody is stands without a verb before what is planned.
    (
        "启东市公示",
        "缪小红，女，1980年3月生，启东市妇联副主席、党组成员，拟任启东市总工会副主席人选。",
        {
            ("缪小红", "副主席", "启东市妇女联合会", ""),
            ("缪小红", "党组成员", "启东市妇女联合会", ""),
            ("缪小红", "副主席", "启东市总工会", "proposed"),
        },
    ),
    (
        "启东市公示",
        "季 晨（女） 1985年5月生 大学 启东市人民检察院检察员 拟任启东市司法局副局长",
        {("季晨", "检察员", "启东市人民检察院", ""), ("季晨", "副局长", "启东市司法局", "proposed")},
    ),
    # A body that begins before others are named; whoever takes over an office before the next is named.
    (
        "大足县志",
        "1968年5月，大足县革命委员会成立，县武装部政委郭振川任主任，王存礼任副主任。\n县长先后由周作孚、徐元绩等人担任。",
        {
            ("郭振川", "政委", "大足县人民武装部", ""),
            ("郭振川", "主任", "大足县革命委员会", "appointed"),
            ("王存礼", "副主任", "大足县革命委员会", "appointed"),
            ("周作孚", "县长", "大足县人民政府", "appointed"),
            ("徐元绩", "县长", "大足县人民政府", "appointed"),
        },
    ),
    # A verb of removal is spent where somebody is made something; names may be words, or end like a link.
    (
        "临江市人民代表大会常务委员会任免名单",
        "免去高峰的市水利局局长职务；韦远为市水利局局长。1988年3月，刘可为被任命为市财政局局长。",
        {
            ("高峰", "局长", "临江市水利局", "removed"),
            ("韦远", "局长", "临江市水利局", "appointed"),
            ("刘可为", "局长", "临江市财政局", "appointed"),
        },
    ),
    # 其 loses an office in the body of the one just given; a table with two columns of names and one of offices.
    (
        "临江市人民代表大会常务委员会任免名单",
        "任命尚大林为市应急管理局局长，免去其副局长职务。",
        {
            ("尚大林", "局长", "临江市应急管理局", "appointed"),
            ("尚大林", "副局长", "临江市应急管理局", "removed"),
        },
    ),
    (
        "临江市河长制责任人公示",
        "河流名称 县级河长 职务 责任单位 联系人\n浦阳河 凡灿 市政府副市长 市住建局 何小兵",
        {("凡灿", "副市长", "临江市人民政府", "")},
    ),
    # A title by itself is the one that the person is said to hold; a life ends at the next name.
    (
        "姜堰区新闻",
        "姜堰区老科技工作者协会开会，高纪明当选会长。区科协主席仲亚琴到会。\n会长高纪明原任姜堰区政协副主席，老领导陈国林到会。",
        {
            ("高纪明", "会长", "泰州市姜堰区老科技工作者协会", "elected"),
            ("高纪明", "会长", "泰州市姜堰区老科技工作者协会", ""),
            ("高纪明", "副主席", "中国人民政治协商会议泰州市姜堰区委员会", "former"),
            ("仲亚琴", "主席", "泰州市姜堰区科学技术协会", ""),
        },
    ),
    # Deputies are of no delegation, and two titles in a line are of one name each.
    (
        "贡井区第十九届人民代表大会第一次会议名单",
        "建设镇代表团\n团长　周立新　副团长　陈志刚\n代表名单\n建设镇（3名）：毛剑平 刘世平 罗玉梅（女）",
        {
            ("周立新", "团长", "自贡市贡井区建设镇代表团", ""),
            ("陈志刚", "副团长", "自贡市贡井区建设镇代表团", ""),
            ("毛剑平", "代表", "自贡市贡井区人民代表大会", ""),
            ("刘世平", "代表", "自贡市贡井区人民代表大会", ""),
            ("罗玉梅", "代表", "自贡市贡井区人民代表大会", ""),
        },
    ),
    # 代理 in the last column of a row says nothing of the row below.
    (
        "涟水县志",
        "姓名　　职务　　任职　　备注\n吴觉民　　县长　　1945.9～1946.8　　代理\n朱凯明　　副县长　　1946.8～1949　　",
        {("吴觉民", "县长", "涟水县人民政府", ""), ("朱凯明", "副县长", "涟水县人民政府", "")},
    ),
    # A list headed by two kinds of people gives its title to none.
    (
        "临江市第六届人民代表大会第二次会议主席团和秘书长名单",
        "主席团（3人，以姓氏笔画为序）\n马同和 王仲田 王全周\n秘书长 李国胜",
        {("李国胜", "秘书长", "临江市人民代表大会", "")},
    ),
    # A company's own officers.
    (
        "江苏泰化集团有限公司",
        "孙丽女士，1975年生，现任本公司董事、财务总监。\n周国平，男，1962年2月出生，2012年5月至今任公司独立董事。",
        {
            ("孙丽", "董事", "江苏泰化集团有限公司", ""),
            ("孙丽", "财务总监", "江苏泰化集团有限公司", ""),
            ("周国平", "独立董事", "江苏泰化集团有限公司", "appointed"),
        },
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), SAID)
def test_where_it_is_told_says_who_holds_what(title: str, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert tenures(read(text, title=title)) == expected
