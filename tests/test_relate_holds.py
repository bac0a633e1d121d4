"""Who holds which post, in which body, with which status."""

import pytest

from tests.reading import read, relations, tenures

GOVERNMENT = "吉林市人民政府"
PARTY = "中国共产党吉林市委员会"
CASES = [
    # Bare titles right behind the founding of a body are in it.
    (
        "1950年，中共吉林市委员会正式成立：王先明任书记，杨大武任副书记。",
        {("王先明", "书记", PARTY, "appointed"), ("杨大武", "副书记", PARTY, "appointed")},
    ),
    # Of bodies that one congress elects the first one has the bare titles.
    (
        "大会选举产生中共吉林市第二届委员会暨纪律检查委员会。书记王先明，副书记李小海。纪检委书记杨大武。",
        {
            ("王先明", "书记", PARTY, ""),
            ("李小海", "副书记", PARTY, ""),
            ("杨大武", "书记", "中国共产党吉林市纪律检查委员会", ""),
        },
    ),
    ("吉林市侨联第四届委员会选举产生，张瑞华当选主席。", {("张瑞华", "主席", "吉林市侨联第四届委员会", "elected")}),
    (
        "王大明、李小海分别当选为吉林市教育局局长、吉林市财政局局长。",
        {("王大明", "局长", "吉林市教育局", "elected"), ("李小海", "局长", "吉林市财政局", "elected")},
    ),
    ("王大明、李小海、赵一平分别当选为吉林市教育局局长、吉林市财政局局长。", set()),
    # 分别为, and titles between those who are given offices in order.
    (
        "任命王大明、李小海分别为吉林市教育局局长、吉林市财政局局长。",
        {("王大明", "局长", "吉林市教育局", "appointed"), ("李小海", "局长", "吉林市财政局", "appointed")},
    ),
    (
        "吉林市教育局局长王大明、吉林市财政局局长李小海分别任吉林市防汛指挥部总指挥、副总指挥。",
        {
            ("王大明", "局长", "吉林市教育局", ""),
            ("李小海", "局长", "吉林市财政局", ""),
            ("王大明", "总指挥", "吉林市防汛指挥部", "appointed"),
            ("李小海", "副总指挥", "吉林市防汛指挥部", "appointed"),
        },
    ),
    (
        "7月2日成立了“吉林市治安维持委员会”。委员长王先明；副委员长李小海。",
        {("王先明", "委员长", "吉林市治安维持委员会", ""), ("李小海", "副委员长", "吉林市治安维持委员会", "")},
    ),
    # Who presides over a session is of the congress.
    (
        "1月9日，吉林市第十七届人民代表大会第三次会议举行。大会由执行主席王大明主持。担任执行主席的还有：李小海、赵一平。",
        {(name, "执行主席", "吉林市人民代表大会", "") for name in ("王大明", "李小海", "赵一平")},
    ),
    # What somebody has given up in a headline is not the next one's.
    ("王大明辞去吉林市教育局局长 李小海辞职。", {("王大明", "局长", "吉林市教育局", "removed")}),
    # 兼 between a name and a further office.
    (
        "吉林市教育局局长王大明兼吉林市防汛指挥部政委，杨大武兼顾各方。",
        {("王大明", "局长", "吉林市教育局", ""), ("王大明", "政委", "吉林市防汛指挥部", "concurrent")},
    ),
    # A headline gives an office to the name before the blank.
    (
        "王先明任吉林市代理市长 李小海赵一平任副市长\n王先明到会。",
        {
            ("王先明", "代理市长", GOVERNMENT, "appointed"),
            ("李小海", "副市长", GOVERNMENT, "appointed"),
            ("赵一平", "副市长", GOVERNMENT, "appointed"),
        },
    ),
    ("海关总署副署长王大明到会。", {("王大明", "副署长", "海关总署", "")}),
    ("吉林市教育局原局长王大明到会。", {("王大明", "局长", "吉林市教育局", "former")}),
    (
        "四川省副省长、代理省长王大明到会。",
        {("王大明", "副省长", "四川省人民政府", ""), ("王大明", "代理省长", "四川省人民政府", "acting")},
    ),
    ("王大明晋升吉林省委常委。", {("王大明", "常委", "中国共产党吉林省委员会", "appointed")}),
    # Whoever speaks for a town is no part of its name.
    ("石板镇镇长王大明代表镇政府作报告。", {("王大明", "镇长", "石板镇人民政府", "")}),
    ("湖南长沙市委书记王大明到会。", {("王大明", "书记", "中国共产党长沙市委员会", "")}),
    ("宁夏银川市委书记王大明到会。", {("王大明", "书记", "中国共产党银川市委员会", "")}),
    ("吉林市侨联领导到会，张瑞华当选主席。", {("张瑞华", "主席", "", "elected")}),
    ("磐石市第五中学党支部书记、校长潘太东说，要办好学校。", {("潘太东", "校长", "磐石市第五中学", "")}),
    (
        "吉林市教育局党组书记、局长吴雨静在会上发言。",
        {("吴雨静", "局长", "吉林市教育局", "")},
    ),
    (
        "市委常委、组织部长、统战部长林知远到会。",
        {
            ("林知远", "常委", PARTY, ""),
            ("林知远", "部长", f"{PARTY}组织部", ""),
            ("林知远", "部长", f"{PARTY}统一战线工作部", ""),
        },
    ),
    ("会议由市长王吉主持。", {("王吉", "市长", GOVERNMENT, "")}),
    ("曾立新市长视察吉林市。", {("曾立新", "市长", GOVERNMENT, "")}),
    ("受李德鸿市长委托，我代表市政府报告工作。", {("李德鸿", "市长", GOVERNMENT, "")}),
    ("刘国强市长和吕锋副市长到会。", {("刘国强", "市长", GOVERNMENT, ""), ("吕锋", "副市长", GOVERNMENT, "")}),
    ("周明远副总理出席启动仪式。", {("周明远", "副总理", "中华人民共和国国务院", "")}),
    ("吉林市人民政府副市长（提名人选） 周明远", {("周明远", "副市长", GOVERNMENT, "")}),
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
    (
        "吉林市财政局王占山局长、市教育局李明德副局长、市商务局副局长孙培林参加。",
        {
            ("王占山", "局长", "吉林市财政局", ""),
            ("李明德", "副局长", "吉林市教育局", ""),
            ("孙培林", "副局长", "吉林市商务局", ""),
        },
    ),
    ("吉林市人民医院医生周明远介绍，市总工会、市医生会到会。", {("周明远", "医生", "吉林市人民医院", "")}),
    ("发改委党组书记、主任陈卫国陪同。", {("陈卫国", "主任", "吉林市发展和改革委员会", "")}),
    ("校友代表、吉林大学教授周明远，学生代表李远宁发言。", {("周明远", "教授", "吉林大学", "")}),
    ("周明远同志此前任吉林市教育局局长。", {("周明远", "局长", "吉林市教育局", "former")}),
    (
        "丰满区江南乡东星村党总支书记兼村委会主任周明远参加。",
        {
            ("周明远", "书记", "吉林市丰满区江南乡东星村党总支", ""),
            ("周明远", "主任", "吉林市丰满区江南乡东星村村民委员会", "concurrent"),
        },
    ),
    (
        "市委副书记、市长提名人选周明远陪同。",
        {("周明远", "副书记", PARTY, ""), ("周明远", "市长", GOVERNMENT, "proposed")},
    ),
    ("代理市长李明德主持会议。", {("李明德", "代理市长", GOVERNMENT, "acting")}),
    ("延吉市副市长李明远到吉林市考察。", {("李明远", "副市长", "延吉市人民政府", "")}),
    ("会上发言的李明远是吉林市政协委员。", {("李明远", "委员", "中国人民政治协商会议吉林市委员会", "")}),
    (
        "江城大学召开会议。校党委书记李明远讲话，党委副书记高崇山主持，公司领导没有到会。",
        {("李明远", "党委书记", "江城大学", ""), ("高崇山", "党委副书记", "江城大学", "")},
    ),
    ("原市长张学文出席会议。", {("张学文", "市长", GOVERNMENT, "former")}),
    (
        "县委副书记、代县长尚立恒主持会议。",
        {("尚立恒", "副书记", "中国共产党卢氏县委员会", ""), ("尚立恒", "代县长", "卢氏县人民政府", "acting")},
    ),
    (
        "任命孙新阳、刘学新为国家监察委员会副主任。",
        {
            ("孙新阳", "副主任", "中华人民共和国国家监察委员会", "appointed"),
            ("刘学新", "副主任", "中华人民共和国国家监察委员会", "appointed"),
        },
    ),
]


LUSHI, COURT, CONGRESS = "卢氏县人民政府", "卢氏县人民法院", "人民代表大会"
# title of the document, its text, all that it says
WHOLE = [
    # A body called by its kind, an office of the body of the title before, and the first who holds a title.
    (
        "卢氏县新闻",
        "卢氏县人民法院召开大会。该院党组成员周国远宣读通知，该院党组书记、院长李志远领誓。",
        {
            ("周国远", "党组成员", COURT, ""),
            ("李志远", "党组书记", COURT, ""),
            ("李志远", "院长", COURT, ""),
        },
    ),
    (
        "卢氏县新闻",
        "卢氏县政协秘书长、办公室主任雷远华，卢氏县自然资源局首任局长曾远刚到会。",
        {
            ("雷远华", "秘书长", "中国人民政治协商会议卢氏县委员会", ""),
            ("雷远华", "主任", "中国人民政治协商会议卢氏县委员会办公室", ""),
            ("曾远刚", "局长", "卢氏县自然资源局", ""),
        },
    ),
    (
        "河南省新闻",
        "会议决定免去夏远林的河南省人大常委会副秘书长、办公厅主任职务。",
        {
            ("夏远林", "副秘书长", f"河南省{CONGRESS}常务委员会", "removed"),
            ("夏远林", "主任", f"河南省{CONGRESS}常务委员会办公厅", "removed"),
        },
    ),
    # What many are is nobody's title, nor what somebody speaks for, nor what is said of the next name.
    (
        "卢氏县新闻",
        "会议任命了16名副主任，卢氏县委书记许远森向新任命的人员颁发任命书。",
        {("许远森", "书记", "中国共产党卢氏县委员会", "")},
    ),
    (
        "卢氏县新闻",
        "会议任命50名人民陪审员，卢氏县县长黄云远为新任命的30名人民陪审员发证。",
        {("黄云远", "县长", LUSHI, "")},
    ),
    ("卢氏县新闻", "卢氏县法院院长齐远代表卢氏县法院报告工作。", {("齐远", "院长", COURT, "")}),
    ("卢氏县新闻", "县政府关于授予马兴远等40名同志为“优秀教师”的决定。党组织的代表沈远雁来了。", set()),
    ("卢氏县新闻", "中间是卢氏县副县长王远明，赵克远左边是记者。", {("王远明", "副县长", LUSHI, "")}),
    # Columns side by side, with the offices behind or before the names.
    (
        "卢氏县新闻",
        "李远峰 卢氏县县长      王远明 副县长\n赵克远 副县长    张大远 卢氏县法院院长",
        {
            ("李远峰", "县长", LUSHI, ""),
            ("王远明", "副县长", LUSHI, ""),
            ("赵克远", "副县长", LUSHI, ""),
            ("张大远", "院长", COURT, ""),
        },
    ),
    ("卢氏县新闻", "县长李远峰  副县长王远明", {("李远峰", "县长", LUSHI, ""), ("王远明", "副县长", LUSHI, "")}),
    # Lists behind a phrase, counted deputies, and what is said of an office that somebody came to.
    (
        "卢氏县新闻",
        "卢氏县九届人大二次会议举行。担任执行主席并在主席台就座的有：杨光远、刀勇。",
        {("杨光远", "执行主席", "卢氏县人民代表大会", ""), ("刀勇", "执行主席", "卢氏县人民代表大会", "")},
    ),
    (
        "卢氏县新闻",
        "王建远、李为民两位代表建议修路。",
        {("王建远", "代表", "", ""), ("李为民", "代表", "", "")},
    ),
    (
        "海盐县新闻",
        "许晴远是2015年开始担任海盐县委书记。杨秀远从县长升任海盐县委书记。",
        {
            ("许晴远", "书记", "中国共产党海盐县委员会", "appointed"),
            ("杨秀远", "书记", "中国共产党海盐县委员会", "appointed"),
        },
    ),
    (
        "天津市新闻",
        "黄兴远同志代理天津市委书记职务。会议将李远峰推荐为市长候选人。",
        {
            ("黄兴远", "书记", "中国共产党天津市委员会", "acting"),
            ("李远峰", "市长", "天津市人民政府", "proposed"),
        },
    ),
    # A life in the midst of a paragraph goes on in the next sentence.
    (
        "岳阳市新闻",
        "岳阳市委书记目前由湖南省委副书记谢卫远兼任。谢卫远，1973年1月生。2021年12月，任湖南省委秘书长。",
        {
            ("谢卫远", "书记", "中国共产党岳阳市委员会", "appointed"),
            ("谢卫远", "副书记", "中国共产党湖南省委员会", ""),
            ("谢卫远", "秘书长", "中国共产党湖南省委员会", "appointed"),
        },
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), WHOLE)
def test_a_text_says_this_and_no_more(title: str, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert tenures(read(text, title)) == expected


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


ROLL = """吉林市人民政府办公室关于成立吉林市新城建设协调领导小组的通知
决定成立吉林市新城建设协调领导小组（以下简称“领导小组”）。领导小组组成人员如下:
组 长:龚 铮 市长
副组长:陈 霖 常务副市长
汤志安 副市长
成 员:马春林 市政府副秘书长、市发展改革委主任
华 沅 市商务委主任
高 湘 磐石市市长
领导小组下设办公室（设在市财政局），办公室主任由华沅同志兼任。

吉林市人民政府办公室关于成立吉林市产业园管理委员会的通知
决定成立吉林市产业园管理委员会（以下简称“管委会”），其组成人员如下:
主 任:彭晨雷 副市长
成 员:阮 菁 市农业农村委副主任
管委会下设办公室（设在市农业农村委），办公室主任由阮菁同志兼任。
"""
GROUP, PARK = "吉林市新城建设协调领导小组", "吉林市产业园管理委员会"


def test_a_roll_with_one_blank_gives_role_and_office() -> None:
    held = {(person, title, body) for person, title, body, _ in tenures(read(ROLL, title=""))}
    assert held == {
        ("龚铮", "组长", GROUP),
        ("龚铮", "市长", GOVERNMENT),
        ("陈霖", "副组长", GROUP),
        ("陈霖", "常务副市长", GOVERNMENT),
        ("汤志安", "副组长", GROUP),
        ("汤志安", "副市长", GOVERNMENT),
        ("马春林", "成员", GROUP),
        ("马春林", "副秘书长", GOVERNMENT),
        ("马春林", "主任", "吉林市发展和改革委员会"),
        ("华沅", "成员", GROUP),
        ("华沅", "主任", "吉林市商务委员会"),
        ("华沅", "主任", GROUP + "办公室"),
        ("高湘", "成员", GROUP),
        ("高湘", "市长", "磐石市人民政府"),
        ("彭晨雷", "主任", PARK),
        ("彭晨雷", "副市长", GOVERNMENT),
        ("阮菁", "成员", PARK),
        ("阮菁", "副主任", "吉林市农业农村委员会"),
        ("阮菁", "主任", PARK + "办公室"),
    }


def test_a_short_name_in_quotation_marks_is_no_initiative() -> None:
    assert not [thing for thing in read(ROLL, title="").things if thing.key.kind == "Initiative"]


def test_a_list_below_another_groups_name_is_of_that_group() -> None:
    text = (
        "决定成立四川省残疾人抽样调查领导小组。领导小组成员名单如下：\n组长：陈霖 副省长\n\n附件：\n"
        "四川省统计工作联席会议组成人员名单\n召集人：\n龚铮 省统计局局长\n成 员：\n廖世明 省林业厅副厅长"
    )
    held = {(person, title, body) for person, title, body, _ in tenures(read(text, "四川省人民政府办公厅通知"))}
    conference = "四川省统计工作联席会议"
    assert {("龚铮", "召集人", conference), ("廖世明", "成员", conference)} <= held
    assert ("陈霖", "组长", "四川省残疾人抽样调查领导小组") in held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1月9日，石咀镇召开会议，会议由党委副书记王大明主持。",
            {("王大明", "党委副书记", "中国共产党石咀镇委员会", "")},
        ),
        (
            "选举王大明为人民法院院长。检察院检察长李小海列席会议。",
            {("王大明", "院长", "磐石市人民法院", "elected"), ("李小海", "检察长", "磐石市人民检察院", "")},
        ),
        # What stands right before a name is of that name, also behind 任组长、 and 任组长，.
        (
            "石咀镇党委书记赵大亮任组长、镇长杜真满任副组长，成立由镇党委书记赵大亮任主任，镇长杜真满任副主任的机构。",
            {
                ("赵大亮", "书记", "中国共产党石咀镇委员会", ""),
                ("杜真满", "镇长", "石咀镇人民政府", ""),
                *((who, what, "", "appointed") for who, what in (("赵大亮", "组长"), ("杜真满", "副组长"))),
                *((who, what, "", "appointed") for who, what in (("赵大亮", "主任"), ("杜真满", "副主任"))),
            },
        ),
        (
            "任命王大明、李小海、赵一平三位同志为磐石市监察委员会委员。",
            {(who, "委员", "磐石市监察委员会", "appointed") for who in ("王大明", "李小海", "赵一平")},
        ),
        (
            "市委委员有王大明（市长）、李小海（副市长）。",
            {
                *((who, "委员", "中国共产党磐石市委员会", "") for who in ("王大明", "李小海")),
                ("王大明", "市长", "磐石市人民政府", ""),
                ("李小海", "副市长", "磐石市人民政府", ""),
            },
        ),
        (
            "决定任命王大明为磐石市副市长，并决定其为代理市长。",
            {
                ("王大明", "副市长", "磐石市人民政府", "appointed"),
                ("王大明", "代理市长", "磐石市人民政府", "appointed"),
            },
        ),
    ],
)
def test_bare_titles_below_a_county(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert tenures(read(text, "磐石市新闻")) == expected


def test_the_head_of_a_local_council_is_not_of_the_nations() -> None:
    found = tenures(read("1930年，王先明任委员长。县长杨大武到会。", "青田县志"))
    assert ("王先明", "委员长", "", "appointed") in found


def test_the_end_of_a_campaign_is_nobody() -> None:
    found = read("市科协组织“专家百村行”活动，覆盖全市“三县六镇”。")
    assert not [thing.label for thing in found.things if thing.key.kind == "Person"]
    assert {thing.label for thing in found.things if thing.key.kind == "Initiative"} == {"专家百村行"}


def test_the_head_of_a_region_is_of_its_government_in_a_list_of_members_too() -> None:
    text = (
        "自治区人民政府决定成立石山铁路建设领导小组。\n组长：林知远 自治区主席\n"
        "副组长：周文静 自治区党委常委、自治区常务副主席\n李明轩 自治区副主席"
    )
    held = tenures(read(text, "广西壮族自治区人民政府办公厅关于成立石山铁路建设领导小组的通知"))
    government = "广西壮族自治区人民政府"
    posts = {(person, title) for person, title, body, _ in held if body == government}
    assert posts == {("林知远", "主席"), ("周文静", "常务副主席"), ("李明轩", "副主席")}


def test_a_text_that_names_no_place_is_not_the_nations_where_it_begins_with_a_body_of_its_own() -> None:
    news = (
        "区政协召开常委会议。会议由政协主席林远河主持，副主席方小山出席。会议传达了全国政协会议精神，"
        "学习了全国政协主席章远志的讲话。讨论通过了《提案办理办法》。"
    )
    told = read(news, "")
    assert {(who, title, body) for who, title, body, _ in tenures(told)} == {
        ("林远河", "主席", "区政协"),
        ("方小山", "副主席", "区政协"),
        ("章远志", "主席", "中国人民政治协商会议全国委员会"),
    }
    assert relations(told, "adoptedBy") == {("提案办理办法", "adoptedBy", "区政协")}


def test_the_office_behind_a_secretary_is_of_his_body() -> None:
    told = read("卢氏县政协秘书长兼办公室主任雷远华到会。", "")
    label = "中国人民政治协商会议卢氏县委员会"
    assert {(title, body) for _, title, body, _ in tenures(told)} == {("秘书长", label), ("主任", label + "办公室")}


@pytest.mark.parametrize(
    "text", ["决定王先明副主任为吉林市监察委员会代理主任。", "决定任命王先明为吉林市监察委员会代理主任。"]
)
def test_who_acts_for_the_head_of_a_commission(text: str) -> None:
    held = tenures(read(text, "吉林市人大常委会任免名单"))
    assert ("王先明", "代理主任", "吉林市监察委员会", "appointed") in held


def test_the_research_office_of_a_party_committee_is_a_body() -> None:
    held = tenures(read("王先明曾任吉林市委研究室科员、副主任。", "干部任前公示"))
    assert {body for _, _, body, _ in held} == {f"{PARTY}研究室"}
