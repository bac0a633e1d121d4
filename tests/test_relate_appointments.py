"""Acts of appointment, public notices, lives, lists of members, news of townships: who holds what, by genre."""

import pytest

from tests.reading import read, tenures

STANDING = "衡东县人民代表大会常务委员会任免名单"
CITY = "株洲市人民政府关于章某等同志职务任免的通知"
COURT = "衡东县人民法院"
# title of the document, its text, what it says; nothing else is said
SAID = [
    # A verb in a heading governs the rows below it, whatever stands before the names.
    (
        STANDING,
        "任命：\n谭 予为衡东县人民政府副县长；\n　　罗湘远为衡东县教育局局长。\n免去：\n贺 简的衡东县水利局局长职务。",
        {
            ("谭予", "副县长", "衡东县人民政府", "appointed"),
            ("罗湘远", "局长", "衡东县教育局", "appointed"),
            ("贺简", "局长", "衡东县水利局", "removed"),
        },
    ),
    (
        STANDING,
        "一、决定任命：\n1.邓丽远（女，土家族）为衡东县人民法院审判员。\n二、免去下列同志职务：\n1.尹志远的衡东县人民法院副院长职务。",
        {("邓丽远", "审判员", COURT, "appointed"), ("尹志远", "副院长", COURT, "removed")},
    ),
    # After the rows the verb is spent.
    (
        STANDING,
        "免去：\n贺 简的衡东县水利局局长职务。\n会议还研究了其他事项。\n贺简为人正直，曾是局长。",
        {("贺简", "局长", "衡东县水利局", "removed")},
    ),
    # Adverbs and a reason between the name and what happens.
    (
        CITY,
        "章远因年龄原因不再担任株洲市统计局局长，贺简已任株洲市统计局局长。彭爱远挂职株洲市商务局副局长。谭志予现任株洲市林业局局长。",
        {
            ("章远", "局长", "株洲市统计局", "removed"),
            ("贺简", "局长", "株洲市统计局", "appointed"),
            ("彭爱远", "副局长", "株洲市商务局", "appointed"),
            ("谭志予", "局长", "株洲市林业局", ""),
        },
    ),
    # Titles that go on over parts of the body, and back to the body itself.
    (
        STANDING,
        "任命：\n罗湘远为衡东县人民法院副院长、审判委员会委员、审判员；\n邓丽远为衡东县人民法院审判委员会委员、民事审判第一庭庭长。",
        {
            ("罗湘远", "副院长", COURT, "appointed"),
            ("罗湘远", "委员", f"{COURT}审判委员会", "appointed"),
            ("罗湘远", "审判员", COURT, "appointed"),
            ("邓丽远", "委员", f"{COURT}审判委员会", "appointed"),
            ("邓丽远", "庭长", f"{COURT}民事审判第一庭", "appointed"),
        },
    ),
    (
        CITY,
        "任命王志远为株洲市公安局副局长、交通警察支队支队长；母泽远为株洲幼儿师范学校副校长。",
        {
            ("王志远", "副局长", "株洲市公安局", "appointed"),
            ("王志远", "支队长", "株洲市公安局交通警察支队", "appointed"),
            ("母泽远", "副校长", "株洲幼儿师范学校", "appointed"),
        },
    ),
    (
        CITY,
        "彭爱远同志任株洲市委副秘书长、办公室主任。免去何春远同志的株洲市财政局二级调研员职级。",
        {
            ("彭爱远", "副秘书长", "中国共产党株洲市委员会", "appointed"),
            ("彭爱远", "主任", "中国共产党株洲市委员会办公室", "appointed"),
            ("何春远", "二级调研员", "株洲市财政局", "removed"),
        },
    ),
    # After somebody's resignation 决定…为 is an appointment, and so are the rows below 提请，决定任命：.
    (
        STANDING,
        "接受贺简辞去县长职务，决定谭志予为代理县长。\n免去：\n尹志远的衡东县水利局局长职务。\n经县长提请，决定任命：\n罗湘远为衡东县教育局局长。",
        {
            ("贺简", "县长", "衡东县人民政府", "removed"),
            ("谭志予", "代理县长", "衡东县人民政府", "appointed"),
            ("尹志远", "局长", "衡东县水利局", "removed"),
            ("罗湘远", "局长", "衡东县教育局", "appointed"),
        },
    ),
    # Further offices of the same person; 其 is the person before; 另有任用 is no office.
    (
        CITY,
        "任命王志远为株洲市财政局副局长（试用期一年），兼任株洲市统计局局长；免去其株洲市林业局副局长职务。",
        {
            ("王志远", "副局长", "株洲市财政局", "appointed"),
            ("王志远", "局长", "株洲市统计局", "concurrent"),
            ("王志远", "副局长", "株洲市林业局", "removed"),
        },
    ),
    (CITY, "唐立远不再担任株洲市统计局局长职务，另有任用。", {("唐立远", "局长", "株洲市统计局", "removed")}),
    (CITY, "彭爱远同志不再兼任市总工会主席。", {("彭爱远", "主席", "株洲市总工会", "removed")}),
    (
        CITY,
        "何春远同志（女）任市应急管理局党委书记，提名为市应急管理局局长人选。",
        {
            ("何春远", "党委书记", "株洲市应急管理局", "appointed"),
            ("何春远", "局长", "株洲市应急管理局", "proposed"),
        },
    ),
    # 省 behind a title is the province that the line has just named; titles go on over a comma; 党组 is of the office.
    (
        "湖南省委管理干部任前公示",
        "邹明远女，1968年5月出生，湖南衡东人。现任贵州省财政厅副厅长，省统计局局长、党组书记。",
        {
            ("邹明远", "副厅长", "贵州省财政厅", ""),
            ("邹明远", "局长", "贵州省统计局", ""),
            ("邹明远", "党组书记", "贵州省统计局", ""),
        },
    ),
    # A paragraph goes on with 他; what he was is told behind a date, and what he has left.
    (
        "人事观察",
        "2008年，龚明远出任衡东县教育局局长。\n2010年，他调任衡东县财政局，先后任副局长、局长，2012年卸任衡东县财政局局长职务。",
        {
            ("龚明远", "局长", "衡东县教育局", "appointed"),
            ("龚明远", "副局长", "衡东县财政局", "former"),
            ("龚明远", "局长", "衡东县财政局", "former"),
            ("龚明远", "局长", "衡东县财政局", "removed"),
        },
    ),
    # A public notice, and a life.
    (
        "湖南省委管理干部任前公示",
        "李建远，男，汉族，1968年5月生，研究生，现任湘潭市委副书记、市长，拟任怀化市委书记。",
        {
            ("李建远", "副书记", "中国共产党湘潭市委员会", ""),
            ("李建远", "市长", "湘潭市人民政府", ""),
            ("李建远", "书记", "中国共产党怀化市委员会", "proposed"),
        },
    ),
    (
        "枣阳市召开领导干部大会",
        "何远飞，男，1974年11月出生，历任谷城县委副书记，襄州区委书记。2016年当选为襄阳市委委员。",
        {
            ("何远飞", "副书记", "中国共产党谷城县委员会", "former"),
            ("何远飞", "书记", "中国共产党襄阳市襄州区委员会", "former"),
            ("何远飞", "委员", "中国共产党襄阳市委员会", "elected"),
        },
    ),
    (
        "北京市选举市长",
        "陈远宁，男，汉族，生于1964年2月。\n1998年　清华大学校长\n2006.02　财政部部长\n2017.05　北京市委副书记、代市长",
        {
            ("陈远宁", "校长", "清华大学", ""),
            ("陈远宁", "部长", "中华人民共和国财政部", ""),
            ("陈远宁", "副书记", "中国共产党北京市委员会", ""),
            ("陈远宁", "代市长", "北京市人民政府", "acting"),
        },
    ),
    (
        "吉安市人物",
        "罗远良（1940～2001），吉安市人。\n1991年9月调峡江县任峡江县委常委、组织部部长。1997年在吉安市财政局任副局长。",
        {
            ("罗远良", "常委", "中国共产党峡江县委员会", "appointed"),
            ("罗远良", "部长", "中国共产党峡江县委员会组织部", "appointed"),
            ("罗远良", "副局长", "吉安市财政局", "appointed"),
        },
    ),
    # Moved: 转任, 出任; 任 behind where it was; the title of which somebody is the holder.
    (
        "浙江省干部调整",
        "四川省委组织部部长黄远发转任浙江省委组织部部长，接替担任浙江省委副书记的吴远平。",
        {
            ("黄远发", "部长", "中国共产党四川省委员会组织部", ""),
            ("黄远发", "部长", "中国共产党浙江省委员会组织部", "appointed"),
            ("吴远平", "副书记", "中国共产党浙江省委员会", ""),
        },
    ),
    # Pages of those in office: a name and titles in a line, or on a card.
    (
        "金湖县人民政府领导",
        "徐远平 县委副书记、县长\n王建远 县委常委，常务副县长（挂职）\n邵   钧 副县长，县公安局局长",
        {
            ("徐远平", "副书记", "中国共产党金湖县委员会", ""),
            ("徐远平", "县长", "金湖县人民政府", ""),
            ("王建远", "常委", "中国共产党金湖县委员会", ""),
            ("王建远", "常务副县长", "金湖县人民政府", ""),
            ("邵钧", "副县长", "金湖县人民政府", ""),
            ("邵钧", "局长", "金湖县公安局", ""),
        },
    ),
    ("金湖县人民政府领导", "姓名：徐远平\n职务：县委书记", {("徐远平", "书记", "中国共产党金湖县委员会", "")}),
    # A decision heads its rows; the years behind a name in a life are no term of office.
    (
        "合作市人民政府任职通知",
        "市政府决定：\n才让东智为市民政局局长。",
        {("才让东智", "局长", "合作市民政局", "appointed")},
    ),
    # Several people with titles of their own before one verb.
    (
        "桃源县防汛通知",
        "成立桃源县防汛工作领导小组，由县长胡伯远任组长，副县长于才立、柯有明，县水利局局长丁远任副组长。",
        {
            ("胡伯远", "县长", "桃源县人民政府", ""),
            ("胡伯远", "组长", "桃源县防汛工作领导小组", "appointed"),
            ("于才立", "副县长", "桃源县人民政府", ""),
            ("柯有明", "副县长", "桃源县人民政府", ""),
            ("丁远", "局长", "桃源县水利局", ""),
            ("于才立", "副组长", "桃源县防汛工作领导小组", "appointed"),
            ("柯有明", "副组长", "桃源县防汛工作领导小组", "appointed"),
            ("丁远", "副组长", "桃源县防汛工作领导小组", "appointed"),
        },
    ),
    # A list whose association stands in the sentence before; a part of a body that nobody found.
    (
        "阳江市企业家商会召开理事大会",
        "阳江市企业家商会召开大会。会长梁洪远，副会长陈文远、区远云，监事长关小远出席。",
        {
            ("梁洪远", "会长", "阳江市企业家商会", ""),
            ("陈文远", "副会长", "阳江市企业家商会", ""),
            ("区远云", "副会长", "阳江市企业家商会", ""),
            ("关小远", "监事长", "阳江市企业家商会", ""),
        },
    ),
    (
        "衢州市法院新闻",
        "衢州市中心医院重症监护区护士长雷远宇发言。",
        {("雷远宇", "护士长", "衢州市中心医院", "")},
    ),
    # Somebody else between: the titles in front are not those of the second.
    (
        "长兴县新闻",
        "长兴县教育局党组书记、局长吴建远带着教师陈小远走访。",
        {
            ("吴建远", "党组书记", "长兴县教育局", ""),
            ("吴建远", "局长", "长兴县教育局", ""),
            ("陈小远", "教师", "", ""),
        },
    ),
    # A body, a name, a title.
    ("海门市召开座谈会", "海门市科学技术协会冯远书记发言。", {("冯远", "书记", "海门市科学技术协会", "")}),
    # One title of one person is one tenure, also where its body is left out the second time.
    (
        "铜川市统计工作",
        "铜川市统计局局长徐远强来访。局长徐远强说，数据要准。",
        {("徐远强", "局长", "铜川市统计局", "")},
    ),
    # 县长为某: the title leads to the name.
    (
        "泾阳县志",
        "1966年泾阳县委书记为刘殿远，泾阳县县长为马克远。",
        {("刘殿远", "书记", "中国共产党泾阳县委员会", ""), ("马克远", "县长", "泾阳县人民政府", "")},
    ),
    # Names without a Chinese surname, between a pause and 任.
    (
        "德格县人民政府关于泽仁次仁等任职的通知",
        "泽仁次仁任德格县教育局副局长；\n格桑降初不再担任德格县财政局局长职务。",
        {
            ("泽仁次仁", "副局长", "德格县教育局", "appointed"),
            ("格桑降初", "局长", "德格县财政局", "removed"),
        },
    ),
    # Lists of members: a name and its unit; the office of the group.
    (
        "桃源县人民政府办公室关于成立桃源县\n防汛工作领导小组的通知",
        "组　长：胡伯远\n成　员：于才立（县水利局）\n应有为（县财政局）\n于才立兼任办公室主任，应有为任副主任。",
        {
            ("胡伯远", "组长", "桃源县防汛工作领导小组", ""),
            ("于才立", "成员", "桃源县防汛工作领导小组", ""),
            ("应有为", "成员", "桃源县防汛工作领导小组", ""),
            ("于才立", "主任", "桃源县防汛工作领导小组办公室", "concurrent"),
            ("应有为", "副主任", "桃源县防汛工作领导小组办公室", "appointed"),
        },
    ),
    # Townships: 镇 is the one spoken of last, also where the congress and the village leave the place out.
    (
        "甘州区：沙井镇整治人居环境",
        "沙井镇党委书记王建远带队检查。镇长张玉远，镇人大主席李兴远陪同。",
        {
            ("王建远", "书记", "中国共产党张掖市甘州区沙井镇委员会", ""),
            ("张玉远", "镇长", "张掖市甘州区沙井镇人民政府", ""),
            ("李兴远", "主席", "张掖市甘州区沙井镇人民代表大会", ""),
        },
    ),
    # The noun of the title finds the body; a body that nobody knows keeps its title apart from its neighbours.
    (
        "贵州省召开座谈会",
        "贵州大学党委书记李远军、校长宋宝远参加座谈。",
        {("李远军", "党委书记", "贵州大学", ""), ("宋宝远", "校长", "贵州大学", "")},
    ),
    (
        "海门市召开座谈会",
        "海门市政协委员、叠石桥家纺城总经理黄建远发言。",
        {("黄建远", "委员", "中国人民政治协商会议海门市委员会", ""), ("黄建远", "总经理", "叠石桥家纺城", "")},
    ),
    (
        "海门市召开座谈会",
        "海门市政协委员、著名作家范小远发言。",
        {("范小远", "委员", "中国人民政治协商会议海门市委员会", "")},
    ),
    # Signatures over columns, with notes between title and name.
    (
        "宁乡市人民政府领导分工",
        "副市长、公安局局长：刘 远\n副市长（挂职）：陈 曦",
        {
            ("刘远", "副市长", "宁乡市人民政府", ""),
            ("刘远", "局长", "宁乡市公安局", ""),
            ("陈曦", "副市长", "宁乡市人民政府", ""),
        },
    ),
    (
        "全国人大常委会会议",
        "中共中央总书记、国家主席、中央军委主席习近平发表讲话。",
        {
            ("习近平", "总书记", "中国共产党中央委员会", ""),
            ("习近平", "国家主席", "", ""),
            ("习近平", "主席", "中央军事委员会", ""),
        },
    ),
    # Removed without 的; names in the titles of decisions; who is to act for a governor.
    (
        STANDING,
        (
            "免去谭予县民政局局长职务。会议表决通过了关于接受罗湘远辞去衡东县人民政府县长职务请求的决定、"
            "《关于邓丽远同志代理衡东县人民政府县长的决定》。"
        ),
        {
            ("谭予", "局长", "衡东县民政局", "removed"),
            ("罗湘远", "县长", "衡东县人民政府", "removed"),
            ("邓丽远", "县长", "衡东县人民政府", "acting"),
        },
    ),
    # Who asks to leave, offices that cease with another, members elected from among the deputies.
    (
        STANDING,
        (
            "谭予、罗湘远分别提出辞去县人大常委会委员职务。邓丽远的县人大常委会委员职务相应终止。"
            "会议补选贺简、章远等2名县人大代表为县人大常委会委员。"
        ),
        {
            *((name, "委员", STANDING[:-4], "removed") for name in ("谭予", "罗湘远", "邓丽远")),
            *((name, "委员", STANDING[:-4], "elected") for name in ("贺简", "章远")),
            *((name, "代表", "衡东县人民代表大会", "") for name in ("贺简", "章远")),
        },
    ),
    # 由 governs a row of people with titles up to 兼任.
    (
        CITY,
        (
            "成立株洲市防汛工作领导小组。领导小组办公室设在市水利局，主任由市水利局局长谭予兼任；"
            "副主任由市财政局副局长罗湘远，市气象局副局长章远兼任。"
        ),
        {
            ("谭予", "局长", "株洲市水利局", ""),
            ("谭予", "主任", "株洲市防汛工作领导小组办公室", "appointed"),
            ("罗湘远", "副局长", "株洲市财政局", ""),
            ("罗湘远", "副主任", "株洲市防汛工作领导小组办公室", "appointed"),
            ("章远", "副局长", "株洲市气象局", ""),
            ("章远", "副主任", "株洲市防汛工作领导小组办公室", "appointed"),
        },
    ),
    # Departments without their place, in a row of appointments; the tagger has 协会主席 and 为市 as words.
    (
        CITY,
        (
            "任命谭予为株洲市财政局局长，马立远为民政局局长，免去其水利局副局长职务。章远任市书法家协会主席。"
            "罗湘远为市文化旅游体育局局长。"
        ),
        {
            ("谭予", "局长", "株洲市财政局", "appointed"),
            ("马立远", "局长", "株洲市民政局", "appointed"),
            ("马立远", "副局长", "株洲市水利局", "removed"),
            ("章远", "主席", "株洲市书法家协会", "appointed"),
            ("罗湘远", "局长", "株洲市文化旅游体育局", "appointed"),
        },
    ),
    # A life goes on over semicolons and 等职, and an office is in the place of the one beside it.
    (
        "县管干部简介",
        (
            "出生于1966年7月的苏远，此前任南平市委副书记、市长。章远曾任四川省民政厅副厅长；四川省委副秘书长；"
            "成都市委常委、副市长等职，四川省政协副主席。"
        ),
        {
            ("章远", "副主席", "中国人民政治协商会议四川省委员会", "former"),
            ("苏远", "副书记", "中国共产党南平市委员会", "former"),
            ("苏远", "市长", "南平市人民政府", "former"),
            ("章远", "副厅长", "四川省民政厅", "former"),
            ("章远", "副秘书长", "中国共产党四川省委员会", "former"),
            ("章远", "常委", "中国共产党成都市委员会", "former"),
            ("章远", "副市长", "成都市人民政府", "former"),
        },
    ),
    # A note on nationality behind the name in a list; who is sent to a village serves there.
    (
        "宁远县先进个人名单",
        (
            "盘玉远（女，瑶族） 九嶷山瑶族乡石坪村党支部书记\n赵青远（瑶族） 县水利局股长\n"
            "章远 县委办驻柳塘镇青坪村第一书记\n"
        ),
        {
            ("盘玉远", "书记", "九嶷山瑶族乡石坪村党支部", ""),
            ("赵青远", "股长", "宁远县水利局", ""),
            ("章远", "第一书记", "柳塘镇青坪村党支部", ""),
        },
    ),
    # A surname that no list has opens a life; a room of the two commissions; the mayor of the city just named.
    (
        "彭阳县干部任前公示",
        "剡青远，男，汉族，现任彭阳县纪委监委第二纪检监察室主任，拟任县委巡察办主任。",
        {
            ("剡青远", "主任", "彭阳县纪委监委第二纪检监察室", ""),
            ("剡青远", "主任", "中国共产党彭阳县委员会巡察工作领导小组办公室", "proposed"),
        },
    ),
    (
        "兰溪市新闻",
        "金华市委书记王远、市长赵青远到场，兰溪市委书记李志远、市长陈明远陪同。",
        {
            ("王远", "书记", "中国共产党金华市委员会", ""),
            ("赵青远", "市长", "金华市人民政府", ""),
            ("李志远", "书记", "中国共产党兰溪市委员会", ""),
            ("陈明远", "市长", "兰溪市人民政府", ""),
        },
    ),
    # A name is no part of the body behind 任 or of the one that an office is taken from.
    (
        "桐梓县人民政府关于任免的通知",
        (
            "经研究，决定：\n赵立新任石坪水库管理处主任；\n刘可为任青云高中校长；\n陈远任柳塘经济开发区管委会副主任；\n"
            "免去李国强同志鳌山高中校长职务；\n免去张立柳塘港区建设指挥部副总指挥职务；\n聘任王秀远为白沙中学校长。"
        ),
        {
            ("赵立新", "主任", "石坪水库管理处", "appointed"),
            ("刘可为", "校长", "青云高中", "appointed"),
            ("陈远", "副主任", "柳塘经济开发区管理委员会", "appointed"),
            ("李国强", "校长", "鳌山高中", "removed"),
            ("张立", "副总指挥", "柳塘港区建设指挥部", "removed"),
            ("王秀远", "校长", "白沙中学", "appointed"),
        },
    ),
    # A company's name stands across the end of a name and 为.
    (
        "江阴市人民代表大会常务委员会任免名单",
        "任命罗文华为江阴市教育局局长。",
        {("罗文华", "局长", "江阴市教育局", "appointed")},
    ),
    (
        "江阴市人民代表大会常务委员会任免名单",
        "任命：\n林知远为江阴市财政局局长；\n罗文华为江阴市财政局副局长；\n赵华为江阴市审计局局长。",
        {
            ("林知远", "局长", "江阴市财政局", "appointed"),
            ("罗文华", "副局长", "江阴市财政局", "appointed"),
            ("赵华", "局长", "江阴市审计局", "appointed"),
        },
    ),
    # A session of another province elects the officers of that province.
    (
        "山西省困难职工过年",
        "山西省委、省政府慰问职工。\n吉林省第九届人民代表大会第一次会议选举王云远为省人大常委会主任；选举赵青远为省长。",
        {
            ("王云远", "主任", "吉林省人民代表大会常务委员会", "elected"),
            ("赵青远", "省长", "吉林省人民政府", "elected"),
        },
    ),
    # Offices that one was in when something happened, or came from.
    (
        "干部简介",
        "株洲市林业局局长任上的章远曾表示，要植树。罗湘远从平江县委书记任上出任株洲市审计局局长。",
        {
            ("章远", "局长", "株洲市林业局", "former"),
            ("罗湘远", "书记", "中国共产党平江县委员会", "former"),
            ("罗湘远", "局长", "株洲市审计局", "appointed"),
        },
    ),
    # The head of a region's government; and 省 in its papers is a province elsewhere.
    (
        "西藏自治区政府工作报告",
        (
            "西藏自治区人民政府召开会议。自治区副主席章远主持会议。西藏自治区拉萨市市长谭予到会，他此前任青海省政协委员，"
            "省委常委，兼任副省长。"
        ),
        {
            ("章远", "副主席", "西藏自治区人民政府", ""),
            ("谭予", "市长", "拉萨市人民政府", ""),
            ("谭予", "委员", "中国人民政治协商会议青海省委员会", "former"),
            ("谭予", "常委", "中国共产党青海省委员会", "former"),
            ("谭予", "副省长", "青海省人民政府", "former"),
            ("谭予", "副省长", "青海省人民政府", "concurrent"),
        },
    ),
    # Between a name and the office that it is given: a day, a meeting, who agreed.
    (
        STANDING,
        (
            "谭予已于25日被任命为衡东县审计局局长。罗湘远在6月份的县党代会上当选为衡东县委常委。"
            "贺简已经县委批准担任衡东县委党校校长。财政部部长助理章远到会。"
        ),
        {
            ("谭予", "局长", "衡东县审计局", "appointed"),
            ("罗湘远", "常委", "中国共产党衡东县委员会", "elected"),
            ("贺简", "校长", "中国共产党衡东县委员会党校", "appointed"),
            ("章远", "部长助理", "中华人民共和国财政部", ""),
        },
    ),
    # The officers of the one association that its news is about, and a title behind a name.
    (
        "衡东县作家协会召开换届大会",
        "5月9日，衡东县作家协会召开换届选举大会。谭予主席作工作报告，副主席罗湘远主持，秘书长贺简宣读章程。",
        {
            ("谭予", "主席", "衡东县作家协会", ""),
            ("罗湘远", "副主席", "衡东县作家协会", ""),
            ("贺简", "秘书长", "衡东县作家协会", ""),
        },
    ),
    # A table whose cells pipes part, with a row that breaks off; 任县委书记 names no 任县.
    (
        "衡东县委常委名单",
        (
            "姓名 | 出生年月 | 当选时职务 | 变动 |\n谭文远 | 1951.11 | 县委书记 | 2013年起任县人大常委会副主任 |\n"
            "罗湘远 | 1952年7月 | 县委副书记、县长 |\n2013年3月任县委书记 |"
        ),
        {
            ("谭文远", "书记", "中国共产党衡东县委员会", ""),
            ("谭文远", "副主任", "衡东县人民代表大会常务委员会", "appointed"),
            ("罗湘远", "副书记", "中国共产党衡东县委员会", ""),
            ("罗湘远", "县长", "衡东县人民政府", ""),
        },
    ),
    # Offices behind 时任 that lead to another name are not those of the name before.
    (
        STANDING,
        "县委书记谭予，时任衡东县扶贫领导小组副组长兼办公室主任，县教育局局长罗湘远到会。",
        {
            ("谭予", "书记", "中国共产党衡东县委员会", ""),
            ("罗湘远", "局长", "衡东县教育局", ""),
        },
    ),
    # Risen to an office, and 曾在某地任 right behind the name.
    (
        "",
        "王大明，男，1965年3月生。1995年任沂水县教育局局长。2003年晋升为沂水县县长，后提任临沂市教育局局长。",
        {
            ("王大明", "局长", "沂水县教育局", "appointed"),
            ("王大明", "县长", "沂水县人民政府", "appointed"),
            ("王大明", "局长", "临沂市教育局", "appointed"),
        },
    ),
    (
        "",
        "李志强曾在沂水县水利局任局长，后调到沂水县教育局任局长。",
        {("李志强", "局长", "沂水县水利局", "appointed"), ("李志强", "局长", "沂水县教育局", "appointed")},
    ),
    # A county that is a city today, in the office that somebody held.
    (
        "",
        "王大明，1920年生，1949年后历任泗水县公安局局长、曲阜县委书记。",
        {
            ("王大明", "局长", "泗水县公安局", "former"),
            ("王大明", "书记", "中国共产党曲阜县委员会", "former"),
        },
    ),
    (
        "",
        "刘长春，1930年生，1973年任双河公社党委书记。",
        {("刘长春", "书记", "中国共产党双河公社委员会", "appointed")},
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), SAID)
def test_each_genre_says_who_holds_what(title: str, text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert tenures(read(text, title)) == expected


def test_a_list_of_members_keeps_its_columns_apart() -> None:
    title = "衡东县扶贫工作领导小组组成人员名单"
    rows = "组　长：王远志　县委副书记、县长\n副组长：李明德　县委常委、组织部部长\n成　员：尹志成　县教育局局长"
    assert {(person, held) for person, held, _, _ in tenures(read(rows, title))} == {
        ("王远志", "组长"),
        ("王远志", "副书记"),
        ("王远志", "县长"),
        ("李明德", "副组长"),
        ("李明德", "常委"),
        ("李明德", "部长"),
        ("尹志成", "成员"),
        ("尹志成", "局长"),
    }


def test_a_list_of_members_gives_its_title_to_all_groups() -> None:
    rows = "农业界（3名）\n吴小军　郑文涛　何国强\n特邀人士（2名）\n孙大勇　钱文亮（女）\n会议闭幕后，冯国庆讲话。"
    said = tenures(read(rows, "衡东县第十四届政协委员名单（共5名）"))
    body = "中国人民政治协商会议衡东县委员会"
    assert said == {(name, "委员", body, "") for name in ("吴小军", "郑文涛", "何国强", "孙大勇", "钱文亮")}


def test_the_officers_of_a_committee_that_is_adjusted_and_of_its_office() -> None:
    text = (
        "决定对县教育督导委员会组成人员进行调整。调整后：\n主任由副县长王远志担任，副主任由县教育局局长尹志成担任。\n"
    )
    text += "委员会办公室设在县教育局，尹志成兼任办公室主任。"
    said = {
        (person, held, body) for person, held, body, _ in tenures(read(text, "衡东县教育督导委员会关于调整成员的通知"))
    }
    council = "衡东县教育督导委员会"
    assert {("王远志", "主任", council), ("尹志成", "副主任", council), ("尹志成", "主任", council + "办公室")} <= said


def test_the_roles_of_a_committee_are_in_the_committee_and_not_in_who_made_it() -> None:
    title = "衡东县人民政府办公室关于调整县安全生产委员会成员的通知"
    rows = "主　任：王远志（县委常委、副县长）\n委　员：尹志成（县教育局局长）"
    text = "县政府决定调整县安全生产委员会成员。成员名单如下：\n" + rows
    said = {(person, held, body) for person, held, body, _ in tenures(read(text, title))}
    assert ("王远志", "主任", "衡东县安全生产委员会") in said
    assert ("尹志成", "委员", "衡东县安全生产委员会") in said
    assert not {held for _, held, body in said if body == "衡东县人民政府"} - {"副县长"}


def test_offices_held_at_a_place_are_of_that_place_up_to_where_the_life_goes_on() -> None:
    text = "陈文海，男，1965年生。2003年起在临汾担任市长、市委书记。2010年在大同任副市长，2012年任山西省水利厅厅长。"
    assert {(held, body) for _, held, body, _ in tenures(read(text, "任前公示"))} == {
        ("市长", "临汾市人民政府"),
        ("书记", "中国共产党临汾市委员会"),
        ("副市长", "大同市人民政府"),
        ("厅长", "山西省水利厅"),
    }


def test_a_list_of_a_committee_with_titles_in_brackets_or_below_several_titles() -> None:
    rows = "王远志（书记）\n李明德（女，副书记）\n尹志成"
    party = "中国共产党衡东县委员会"
    assert tenures(read(rows, "中共衡东县第十三届委员会常务委员会名单")) == {
        ("王远志", "书记", party, ""),
        ("李明德", "副书记", party, ""),
    }
    text = "衡东县第十八届人民代表大会第二次会议补选衡东县人民代表大会常务委员会副主任、委员。名单如下：\n"
    text += "副主任：尹志成\n委员：罗湘远、邓丽远"
    assert {(person, held, body) for person, held, body, _ in tenures(read(text, "公告"))} == {
        ("尹志成", "副主任", "衡东县人民代表大会常务委员会"),
        ("罗湘远", "委员", "衡东县人民代表大会常务委员会"),
        ("邓丽远", "委员", "衡东县人民代表大会常务委员会"),
    }


def test_several_and_more_are_elected_and_a_note_stands_before_the_title() -> None:
    text = "大会选举王远志、李明德等9名同志为县委常委。\n尹志成（女，县林业局局长）"
    assert {(person, held, body) for person, held, body, _ in tenures(read(text, "衡东县要闻"))} == {
        ("王远志", "常委", "中国共产党衡东县委员会"),
        ("李明德", "常委", "中国共产党衡东县委员会"),
        ("尹志成", "局长", "衡东县林业局"),
    }


def test_all_that_somebody_was_in_an_institution_and_behind_it_in_a_division() -> None:
    text = "王远志历任衡东机床厂办公室副主任、财务科科长、党委宣传部部长、党委副书记、厂长；"
    text += "醴陵市副市长；株洲市林业局局长等职。"
    assert {(held, body) for _, held, body, _ in tenures(read(text, "王远志简历"))} == {
        ("副主任", "衡东机床厂办公室"),
        ("科长", "衡东机床厂财务科"),
        ("部长", "衡东机床厂"),
        ("党委副书记", "衡东机床厂"),
        ("厂长", "衡东机床厂"),
        ("副市长", "醴陵市人民政府"),
        ("局长", "株洲市林业局"),
    }


def test_the_party_of_a_company_that_the_tagger_glues_to_it() -> None:
    text = "王远志，现任湘江机械有限责任公司党委副书记、总经理。"
    assert {(held, body) for _, held, body, _ in tenures(read(text, "任前公示"))} == {
        ("党委副书记", "湘江机械有限责任公司"),
        ("总经理", "湘江机械有限责任公司"),
    }


def test_those_who_held_an_office_before_are_no_verb_of_it() -> None:
    text = "历任县长陈文海、李明德和县教育局局长王远志到会，历任领导发了言。"
    assert ("王远志", "县长", "衡东县人民政府", "former") not in tenures(read(text, "衡东县要闻"))
