"""Offices in news, obituaries and lists of every level: who holds what, by title of the document."""

import pytest

from tests.reading import read, tenures

NATION = "中华人民共和国全国人民代表大会"
CONFERENCE = "中国人民政治协商会议全国委员会"
# title of the document, its text, what it says among other things
SAID = [
    # Who presides over the nation's congress is of it, whatever people the names are of.
    (
        "第九届全国人民代表大会第三次会议举行",
        "第九届全国人民代表大会第三次会议举行全体会议。大会执行主席王大明、巴音朝鲁、李小海在主席台就座。全国人大代表参加。",
        {(name, "执行主席", NATION, "") for name in ("王大明", "巴音朝鲁", "李小海")},
    ),
    # The other members of a presidium or a party group are members of it.
    (
        "卢氏县第十八届人民代表大会第三次会议举行",
        (
            "卢氏县第十八届人民代表大会第三次会议举行。在主席台就座的大会主席团其他成员有：王大明、李小海。"
            "县政府党组其余成员赵一平参加。"
        ),
        {
            ("王大明", "主席团成员", "卢氏县人民代表大会", ""),
            ("李小海", "主席团成员", "卢氏县人民代表大会", ""),
            ("赵一平", "党组成员", "卢氏县人民政府", ""),
        },
    ),
    # 会, 盟 and 社 stand for the party whose text it is, and no committee but a democratic party's has a 主委.
    (
        "民进忻州市委召开会议",
        "民进忻州市委召开会议。会市委副主委王大明、李小海参加，市委书记赵一平到会。",
        {
            ("王大明", "副主委", "中国民主促进会忻州市委员会", ""),
            ("李小海", "副主委", "中国民主促进会忻州市委员会", ""),
            ("赵一平", "书记", "中国共产党忻州市委员会", ""),
        },
    ),
    (
        "民盟永修县委工作简报",
        "民盟永修县委工作简报\n盟省委副主委王大明来县，盟县委主委李小海陪同。",
        {
            ("王大明", "副主委", "中国民主同盟江西省委员会", ""),
            ("李小海", "主委", "中国民主同盟永修县委员会", ""),
        },
    ),
    (
        "乌兰察布市召开会议",
        "民建乌兰察布市委成立。盟市委书记王大明参加，市委副主委李小海致辞。",
        {
            ("王大明", "书记", "中国共产党乌兰察布市委员会", ""),
            ("李小海", "副主委", "中国民主建国会乌兰察布市委员会", ""),
        },
    ),
    # Whoever has an office and 兼 a second has both, and an office of no body takes none from the first.
    (
        "忻州市召开会议",
        "市政协副主席兼秘书长王大明，市政府副秘书长兼办公室主任李小海参加会议。",
        {
            ("王大明", "副主席", "中国人民政治协商会议忻州市委员会", ""),
            ("王大明", "秘书长", "中国人民政治协商会议忻州市委员会", "concurrent"),
            ("李小海", "副秘书长", "忻州市人民政府", ""),
        },
    ),
    # A session passes that somebody leaves for a reason, and 请辞 is to leave; nobody named before leaves with him.
    (
        "江西省政协召开会议",
        (
            "会议通过关于免去王大明省政协副主席职务的决定；通过林远舟因年龄原因，不再担任政协江西省委员会提案委员会副主任职务的决定；"
            "同意李小海、赵一平因工作变动请辞省政协委员。"
        ),
        {
            ("王大明", "副主席", "中国人民政治协商会议江西省委员会", "removed"),
            ("林远舟", "副主任", "政协江西省委员会提案委员会", "removed"),
            ("李小海", "委员", "中国人民政治协商会议江西省委员会", "removed"),
            ("赵一平", "委员", "中国人民政治协商会议江西省委员会", "removed"),
        },
    ),
    # A note on who serves part-time does not cut a list, and the CPPCC's term stands inside its name.
    (
        "中国人民政治协商会议全国委员会副秘书长任命名单",
        "任命：王大明、李小海（兼职）、赵一平（兼职，回族）、杨大武（兼职）同志为政协第九届全国委员会副秘书长。",
        {(name, "副秘书长", CONFERENCE, "appointed") for name in ("王大明", "李小海", "赵一平", "杨大武")},
    ),
    # Offices before a name go on over a body with several terms.
    (
        "讣告",
        "某某称号获得者、第六至第九届全国政协常委、第五至第六届湖南省政协副主席王大明同志逝世。",
        {
            ("王大明", "常委", CONFERENCE, ""),
            ("王大明", "副主席", "中国人民政治协商会议湖南省委员会", ""),
        },
    ),
    # Whoever assists the head of an office has one title, and the government's assistants are the government's.
    (
        "吉林市政府召开会议",
        "吉林化纤集团总经理助理王大明、市长助理李小海参加会议。",
        {("王大明", "总经理助理", "吉林化纤集团", ""), ("李小海", "市长助理", "吉林市人民政府", "")},
    ),
    (
        "吉林市人民代表大会常务委员会决定",
        "会议决定：吉林市人民政府副市长王大明代理吉林市人民政府市长职务。",
        {("王大明", "副市长", "吉林市人民政府", ""), ("王大明", "市长", "吉林市人民政府", "acting")},
    ),
    # A prefecture has one garrison, a county one department of the armed forces.
    (
        "吉林市召开会议",
        "军分区司令员王大明、政治委员李小海，武警支队政委赵一平参加会议。",
        {
            ("王大明", "司令员", "中国人民解放军吉林市军分区", ""),
            ("李小海", "政治委员", "中国人民解放军吉林市军分区", ""),
            ("赵一平", "政委", "武警吉林市支队", ""),
        },
    ),
    # A province that names only the nation's bodies in full is no nation.
    (
        "省九届人大三次会议闭幕",
        (
            "会议选举王大明为省人民政府省长，李小海为省人民代表大会常务委员会委员。省委书记赵一平讲话。"
            "全国人大华侨委员会委员杨大武、全国政协社会和法制委员会副主任郭大海到会。"
        ),
        {
            ("王大明", "省长", "省人民政府", "elected"),
            ("李小海", "委员", "省人民代表大会常务委员会", "elected"),
            ("赵一平", "书记", "省委", ""),
        },
    ),
    (
        "高新区召开会议",
        "市委副书记王大明到高新区调研。高新区管委会主任李小海汇报。",
        {("王大明", "副书记", "市委", ""), ("李小海", "主任", "高新区管理委员会", "")},
    ),
    # Officers behind the head of a township are of its party; a committee of a village is the one in the title.
    (
        "石咀镇召开会议",
        "石咀镇召开会议，镇长王大明、副书记李小海参加。东坪村党支部书记赵一平、村委会主任杨大武，西坪村第一书记郭大海发言。",
        {
            ("李小海", "副书记", "中国共产党石咀镇委员会", ""),
            ("赵一平", "书记", "东坪村党支部", ""),
            ("杨大武", "村委会主任", "东坪村村民委员会", ""),
            ("郭大海", "第一书记", "西坪村党支部", ""),
        },
    ),
    # A congress has no directors, its standing committee has.
    (
        "磐石市召开会议",
        "磐石市委书记王大明讲话，人大副主任李小海、政协副主席赵一平参加。",
        {("李小海", "副主任", "磐石市人民代表大会常务委员会", "")},
    ),
    # Those in charge of one office are not the next in the list; 兼 joins two titles; a bracket is another name.
    (
        "吉林市召开会议",
        "吉林市烟草公司经理王大明，销售处负责人，吉林市副市长李小海参加。某会副主任兼秘书长赵一平，吉林市数据局（市政务服务局）局长杨大武到会。",
        {
            ("李小海", "副市长", "吉林市人民政府", ""),
            ("赵一平", "副主任", "", ""),
            ("赵一平", "秘书长", "", "concurrent"),
            ("杨大武", "局长", "吉林市数据局", ""),
        },
    ),
    # Rows of a notice of personnel: names of any surname, townships of any words, 任 right before 县.
    (
        "磐石市委关于任职的通知",
        "者来山同志任关河乡党委委员、副书记；\n冶铁同志任市商务局局长、党总支书记；\n王大明同志任中共大柳沟乡委员会书记。\n解聘李小海同志吉林化纤集团总工程师职务。",
        {
            ("者来山", "副书记", "中国共产党关河乡委员会", "appointed"),
            ("冶铁", "局长", "磐石市商务局", "appointed"),
            ("冶铁", "党总支书记", "磐石市商务局", "appointed"),
            ("王大明", "书记", "中国共产党大柳沟乡委员会", "appointed"),
        },
    ),
    (
        "卢氏县委关于任职的通知",
        "王大明同志任县商务局局长。",
        {("王大明", "局长", "卢氏县商务局", "appointed")},
    ),
    # Deputies who open the next clause are of the body whose head has just been named.
    (
        "磐石市召开会议",
        "市人大常委会主任王大明主持会议，副主任李小海、赵一平，委员杨大武出席会议。石嘴仲裁委员会主任郭大海发言。副主任陈建国参加。",
        {
            ("李小海", "副主任", "磐石市人民代表大会常务委员会", ""),
            ("杨大武", "委员", "磐石市人民代表大会常务委员会", ""),
            ("陈建国", "副主任", "石嘴仲裁委员会", ""),
        },
    ),
    (
        "吉林市新闻",
        "王大明，男，2016年到吉林市东坪村任第一书记。",
        {("王大明", "第一书记", "吉林市东坪村党支部", "appointed")},
    ),
    # Companies by a short name that nothing but the title of their head tells; whoever leads a delegation.
    (
        "松江市召开会议",
        "智慧能源董事长王大明，市工商联主席、大江实业总经理李小海，集团总经理赵一平参加。",
        {
            ("王大明", "董事长", "智慧能源", ""),
            ("李小海", "总经理", "大江实业", ""),
            ("赵一平", "总经理", "", ""),
        },
    ),
    (
        "吉林市新闻",
        "市委副书记、市长王大明率市党政代表团赴外地考察。",
        {("王大明", "市长", "吉林市人民政府", "")},
    ),
    (
        "政协磐石市委员会公告",
        "政协磐石市第九届委员会第一次会议选举王大明、李小海、赵一平等32人为常务委员。",
        {(name, "常务委员", "中国人民政治协商会议磐石市委员会", "elected") for name in ("王大明", "李小海", "赵一平")},
    ),
    # Who heads a part of a body is of that part, whatever it is called.
    (
        "磐石市新闻",
        "市教育局基教股股长王大明、市市场监管局石坪监管所所长李小海、市文化馆音乐部主任赵一平、磐石大学艺研所所长杨大武到会。",
        {
            ("王大明", "股长", "磐石市教育局基教股", ""),
            ("李小海", "所长", "磐石市市场监督管理局石坪监管所", ""),
            ("赵一平", "主任", "磐石市文化馆音乐部", ""),
            ("杨大武", "所长", "磐石大学艺研所", ""),
        },
    ),
    # Each clause of a list of lives is of the name that opens it; 先后有 names those who held an office in turn.
    (
        "磐石市新闻",
        "王大明，现任磐石市教育局局长；李小海，现任磐石市财政局局长；赵一平，现任磐石市审计局局长。磐石市市长先后有杨大武、郭大海。",
        {
            ("王大明", "局长", "磐石市教育局", ""),
            ("李小海", "局长", "磐石市财政局", ""),
            ("赵一平", "局长", "磐石市审计局", ""),
            ("杨大武", "市长", "磐石市人民政府", ""),
            ("郭大海", "市长", "磐石市人民政府", ""),
        },
    ),
    # A name, its office and a colon divide the duties.
    (
        "磐石市人民政府领导分工",
        "王大明 市长：领导市政府全面工作。\n李小海 市政府党组成员：协助分管园区建设，联系市总工会。",
        {("王大明", "市长", "磐石市人民政府", ""), ("李小海", "党组成员", "磐石市人民政府", "")},
    ),
    # Whom the meeting of a committee or an association elects is of it; several may have held an office in turn.
    (
        "磐石市新闻",
        "中共磐石市第九届委员会第一次全体会议选举王大明为书记。市妇联第八届执委会第一次会议选举李小海为主席。赵一平、杨大武先后任磐石市水利局局长。",
        {
            ("王大明", "书记", "中国共产党磐石市委员会", "elected"),
            ("李小海", "主席", "磐石市妇女联合会", "elected"),
            ("赵一平", "局长", "磐石市水利局", "former"),
            ("杨大武", "局长", "磐石市水利局", "former"),
        },
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), SAID)
def test_a_text_says_who_holds_what(title: str, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    found = tenures(read(text, title))
    assert expected <= found
    assert ("李小海", "负责人") not in {(person, office) for person, office, _, _ in found}


LISTS = [
    # A life opens with a name of any characters; what follows is of that life.
    (
        "松江县志 人物传略",
        "王大明，男，1928年生。1950年任县公安局股长。\n金九皋　女，朝鲜族，1935年生。1986年任县卫生局副局长。",
        {("王大明", "股长"), ("金九皋", "副局长")},
    ),
    ("松江县志 人物传略", "郑洞国（1903～1991）　字某某，本县人。后任水利部参事。", {("郑洞国", "参事")}),
    # Groups below a list keep its title; what a bracket says of the list does not end it.
    (
        "政协磐石市第九届委员会委员名单",
        "（共186名，2021年12月28日通过）\n民革（2名）\n王大明　李小海　赵一平\n农业界（3名）\n杨大武　郭大海　陈建国",
        {(name, "委员") for name in ("王大明", "李小海", "赵一平", "杨大武", "郭大海", "陈建国")},
    ),
    (
        "磐石市人民代表大会公告",
        "大会选出出席吉林市第十六届人民代表大会代表35名，名单如下（按姓氏笔画为序）：\n王大明　李小海　赵一平",
        {(name, "代表") for name in ("王大明", "李小海", "赵一平")},
    ),
    # Who is honoured stands beside a school.
    (
        "关于表彰先进的决定",
        "市优秀教师名单（2名）\n王大明  市第一中学\n李小海  市第二中学",
        {("王大明", "教师"), ("李小海", "教师")},
    ),
]
TABLES = [
    # Cells that single blanks part, below a header; a padded name is one cell.
    (
        "松江县领导接访日程",
        "序号 姓名 职务 接访时间\n1 王大明 县委书记 3月1日\n2 李 敏 县委副书记、县长 3月5日",
        {("王大明", "书记"), ("李敏", "副书记"), ("李敏", "县长")},
    ),
    (
        "松江县各镇联系领导一览表",
        "镇街 联系领导 职务\n东关镇 王大明 县委书记\n石板镇 李小海 县委副书记、县长",
        {("王大明", "书记"), ("李小海", "副书记"), ("李小海", "县长")},
    ),
    # Two names in a row, each with its office behind it.
    (
        "松江县河长名单",
        "| 河流 | 县级河长 | 职务 | 乡级河长 | 职务 |\n| 东河 | 王大明 | 县委副书记、县长 | 李小海 | 石板镇镇长 |\n",
        {("王大明", "副书记"), ("王大明", "县长"), ("李小海", "镇长")},
    ),
    (
        "松江县防汛责任人名单",
        "水库\t行政责任人\t职务\t技术责任人\t职务\n东水库\t王大明\t副县长\t李小海\t县水利局局长",
        {("王大明", "副县长"), ("李小海", "局长")},
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), [*LISTS, *TABLES])
def test_a_table_says_who_holds_what(title: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(person, office) for person, office, _, _ in tenures(read(text, title))} == expected


def test_one_alone_has_the_title_of_a_chief_whom_a_pause_parts_from_a_list() -> None:
    found = tenures(
        read("市长王大明，李小海、赵一平、杨大武等市领导参加调研。副市长郭大海、陈建华出席。", "磐石市新闻")
    )
    assert {person for person, title, _, _ in found if title == "市长"} == {"王大明"}
    assert {person for person, title, _, _ in found if title == "副市长"} == {"郭大海", "陈建华"}


def test_a_standing_member_of_a_congress_is_of_its_committee() -> None:
    held = tenures(read("佛山市人大常委林知远出席会议。", "佛山市新闻"))
    assert held == {("林知远", "常委", "佛山市人民代表大会常务委员会", "")}
