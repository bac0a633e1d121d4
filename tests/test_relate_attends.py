"""Who takes part in which meeting: in the sentence that names it, close behind it, and who only seems to."""

import pytest

from tests.reading import read, relations

SESSION = "遂宁市船山区第七届人民代表大会第四次会议"
CEREMONY = "船山区项目集中开工仪式"
OPENED = f"1月10日，{SESSION}开幕。"
HELD = f"3月5日，{CEREMONY}举行。"
DECIDED = (
    "3月1日，船山区七届人大常委会第二十次会议举行。会议决定船山区七届人大四次会议于3月8日举行。会议决定船山区七届人大四次会议的"
    "议程。区人大常委会副主任胡远超主持会议。"
)
CASES = [
    (f"区委书记曹远斌出席{SESSION}。", SESSION, {"曹远斌"}),
    # Close behind the sentence that tells of it.
    (OPENED + "区委书记曹远斌到会祝贺，副主任胡远超主持或出席。", SESSION, {"曹远斌", "胡远超"}),
    (OPENED + "大会执行主席曹远斌、胡远超、刘远伟在主席台就座。", SESSION, {"曹远斌", "胡远超", "刘远伟"}),
    (OPENED + "大会执行主席是曹远斌、胡远超。", SESSION, {"曹远斌", "胡远超"}),
    (OPENED + "在主席台就座的还有：杨远力、刘锡远。", SESSION, {"杨远力", "刘锡远"}),
    # Whoever comes to watch it all is there; who only goes to see a site is not.
    (f"1月10日，{SESSION}开幕。\n区委书记曹远斌等到会场全程观摩指导。", SESSION, {"曹远斌"}),
    (OPENED + "区长胡远超带队参观农田。", SESSION, set()),
    # A session that closes once its business is done takes place, and whoever sits on its platform is there.
    (
        (
            f"{SESSION}顺利履行各项议程，于1月12日下午圆满闭幕。市人大干部曹远斌到会祝贺。"
            "在主席台前排就座的区政协领导有：胡远超。"
        ),
        SESSION,
        {"曹远斌", "胡远超"},
    ),
    (
        f"代表们走进{SESSION}的会场。\n在主席台上就座的还有区纪委、区人武部的领导和老同志：杨远力、刘锡远。",
        SESSION,
        {"杨远力", "刘锡远"},
    ),
    (HELD + "仪式上，区长胡远超宣布项目开工，局长刘远伟介绍情况。", CEREMONY, {"胡远超", "刘远伟"}),
    (
        HELD + "区委书记曹远斌主持仪式。区长胡远超致辞，副区长刘远伟作表态发言。",
        CEREMONY,
        {"曹远斌", "胡远超", "刘远伟"},
    ),
    # An entry of a chronicle tells of something else than the one above.
    ("3月5日 船山区项目集中开工仪式举行。\n3月9日 副区长刘远伟来区调研，区长胡远超陪同参加。", CEREMONY, set()),
    # Nor does one that the heading of its month leaves with a day alone.
    (
        (
            f"3月\n5日 {CEREMONY}举行，区长胡远超等参加。\n7日 副区长刘远伟来区调研，局长杨远力参加。\n9日 下雨。\n"
            "12日 副区长刘远伟主持会议。"
        ),
        CEREMONY,
        {"胡远超"},
    ),
    # The meeting that decides is attended, not the one that it decides to call in the same sentence.
    (
        (
            "3月1日，船山区七届人大常委会召开第二十次会议，审议决定召开船山区七届人大四次会议的有关事项，"
            "区人大领导胡远超、刘远伟出席会议。"
        ),
        "遂宁市船山区第七届人民代表大会常务委员会第二十次会议",
        {"胡远超", "刘远伟"},
    ),
    (
        (
            "3月1日，船山区七届人大常委会召开第二十次会议，决定于3月中旬在船山区某某宾馆召开船山区七届人大四次会议。"
            "区人大常委会副主任胡远超主持会议。"
        ),
        "遂宁市船山区第七届人民代表大会常务委员会第二十次会议",
        {"胡远超"},
    ),
    (
        f"刚刚闭幕的{SESSION}通过了报告。3月5日，{CEREMONY}举行。区长胡远超参加仪式。",
        CEREMONY,
        {"胡远超"},
    ),
    # What somebody only goes to is not what 会议 means behind it.
    (HELD + "会后，领导出席商会新年晚会。局长刘远伟出席仪式。", CEREMONY, {"刘远伟"}),
    (HELD + "副区长刘远伟宣读了表彰决定。", CEREMONY, {"刘远伟"}),
    (f"3月5日，{CEREMONY}举行，区长胡远超、副区长刘远伟为工程揭牌。", CEREMONY, {"胡远超", "刘远伟"}),
    (HELD + "省长胡远超为仪式发来贺信，副省长杨远力对会议作重要批示。", CEREMONY, set()),
    (HELD + "胡远超夫人刘远伟、杨远力同志的亲属出席仪式。", CEREMONY, {"刘远伟"}),
    ("3月5日，胡远超同志诞辰90周年纪念大会召开。刘远伟出席大会。", "胡远超同志诞辰90周年纪念大会", {"刘远伟"}),
    # Whoever is at a sitting of a session is at the session; whom it elects need not be there.
    (
        OPENED + "下午大会举行第三次全体会议。区长胡远超在主席台就座。刘远伟当选为出席四川省第九次党代会代表。",
        SESSION,
        {"胡远超"},
    ),
    # A meeting that prepares a session is what the news are about.
    (
        "区委书记曹远斌主持会议\n3月5日，区政协七届八次主席会议召开。会议研究了区政协七届四次会议的筹备工作，听取说明。",
        "中国人民政治协商会议遂宁市船山区第七届委员会第四次会议",
        set(),
    ),
    # One whose spirit is studied is not attended, wherever in the row it stands.
    (
        f"3月5日，区政协召开座谈会，传达学习{SESSION}、政协遂宁市第八届委员会第二次会议精神。副主席刘远伟参加会议。",
        SESSION,
        set(),
    ),
    (
        HELD + "区领导胡远超、刘远伟在分会场收听收看。区长曹远斌做出了重要讲话。",
        CEREMONY,
        {"胡远超", "刘远伟", "曹远斌"},
    ),
    (HELD + "会议决定接受胡远超等2名同志辞去区委委员职务，递补刘远伟为区委委员。", CEREMONY, set()),
    (
        HELD + "区长胡远超讲了三点意见。副区长刘远伟传达上级文件精神。局长杨远力对各镇提出守牢底线的相关要求。",
        CEREMONY,
        {"胡远超", "刘远伟", "杨远力"},
    ),
    (OPENED + "区长胡远超向大会报告政府工作。", SESSION, {"胡远超"}),
    (HELD + "区委书记曹远斌同志做出了重要讲话。", CEREMONY, {"曹远斌"}),
    # The news of a meeting give what is said at it, and not what is said on a visit.
    (HELD + "随后，区长胡远超指出：一是抓进度。最后，区委书记曹远斌强调，要抓质量。", CEREMONY, {"胡远超", "曹远斌"}),
    (HELD + "随后，区长胡远超到企业调研。胡远超强调，要抓质量。", CEREMONY, set()),
    (HELD + "区长胡远超参加仪式。（图/文：区新闻中心 刘远伟）", CEREMONY, {"胡远超"}),
    # What is decided on or reported about is still to come.
    (
        (
            "3月1日，船山区七届人大常委会举行第二十次会议。会议听取了区人大常委会副主任胡远超作的关于船山区七届人大四次会议的汇报，"
            "决定船山区七届人大四次会议于3月8日召开。副区长刘远伟列席会议。"
        ),
        "遂宁市船山区第七届人民代表大会常务委员会第二十次会议",
        {"胡远超", "刘远伟"},
    ),
    (OPENED + "大会选举曹远斌、胡远超为区委委员，并选举出席市党代会代表32人。", SESSION, set()),
    (
        f"会前，区人大常委会副主任胡远超传达了总书记在全市水利工作会议上的讲话。{OPENED}",
        "遂宁市水利工作会议",
        set(),
    ),
    # Not there: reporters, leaders whose words are studied, those who do something else.
    (f"（记者 唐小远）{OPENED}", SESSION, set()),
    (OPENED + "会议要求认真学习习近平总书记重要讲话精神。", SESSION, set()),
    (HELD + "村民刘远伟高兴地说，路通了。", CEREMONY, set()),
    # The counted meeting of a secretary is the committee's, whatever the province before it.
    (
        "4月3日，青海省果洛州委书记林远河主持召开果洛州委书记第四次专题会议。州委副书记、州长杜海川参加会议。",
        "果洛藏族自治州委书记第四次专题会议",
        {"林远河", "杜海川"},
    ),
    # A meeting of the nation is spoken of in a place's own news.
    (
        "船山区学习宣传中国共产党第二十次全国代表大会精神。区委书记曹远斌主持会议。",
        "中国共产党第二十次全国代表大会",
        set(),
    ),
    ("党的二十大代表曹远斌作辅导讲座。", "中国共产党第二十次全国代表大会", set()),
    # The one that is held, not the one whose day it decides, however often that is named.
    (DECIDED, "遂宁市船山区第七届人民代表大会常务委员会第二十次会议", {"胡远超"}),
    (DECIDED, SESSION, set()),
    (DECIDED.replace("于3月8日举行", "召开日期"), SESSION, set()),
    # A headline tells of a ceremony; far below it somebody is said to be there.
    (f"{CEREMONY}\n\n工程前期工作已经完成。区长胡远超宣布项目开工。", CEREMONY, {"胡远超"}),
    (HELD + "项目将带动就业。" * 90 + "副区长刘远伟出席仪式。", CEREMONY, {"刘远伟"}),
    # What is said at a meeting, and by those who take the floor.
    (
        "局长刘远伟在当天召开的船山区安全生产工作会议上表示，要抓好落实。",
        "船山区安全生产工作会议",
        {"刘远伟"},
    ),
    (OPENED + "10名代表先后发言。\n\n胡远超代表建议，加强监管。", SESSION, {"胡远超"}),
    (OPENED + "大会热烈而隆重。\n\n胡远超代表建议，加强监管。", SESSION, set()),
    # Whose words are passed on, and by whose order somebody speaks, is not there.
    (
        f"1月10日，{SESSION}开幕，传达学习了省长胡远超3月2日在外地考察时的讲话。区长刘远伟主持会议。",
        SESSION,
        {"刘远伟"},
    ),
    (OPENED + "受区长曹远斌委托，副区长刘远伟作报告。", SESSION, {"刘远伟"}),
    # A session that a meeting only decides to call, or that is still to come.
    (f"区人大常委会召开会议，通过关于召开{SESSION}的决定。副主任胡远超出席会议。", SESSION, set()),
    (f"区人大常委会召开会议，研究召开{SESSION}的有关事宜。副主任胡远超出席会议。", SESSION, set()),
    (
        "3月5日，第六届菜花节开幕。区长胡远超为开幕式剪彩。刘远伟宣布第六届菜花节开幕。",
        "第六届菜花节",
        {"胡远超", "刘远伟"},
    ),
    (f"1月10日，{SESSION}开幕。执行主席胡远超主持开会。刘远伟的论文获{SESSION}优秀奖。", SESSION, {"胡远超"}),
    # Rows of those who are there, and of those who are not.
    (
        f"{HELD}\n出席：曹远斌　胡远超\n请假：刘远伟\n列席：杨远力（区教育局）、区财政局刘锡远\n记录：唐小远",
        CEREMONY,
        {"曹远斌", "胡远超", "杨远力", "刘锡远"},
    ),
    (
        f"{SESSION}小组讨论名单\n第一组（工会界）\n召集人：曹远斌　胡远超\n委员：刘远伟　杨远力\n候选人名单\n刘锡远",
        SESSION,
        {"曹远斌", "胡远超", "刘远伟", "杨远力"},
    ),
    (
        f"{SESSION}第二代表团\n团长：曹远斌\n龙凤镇：胡远超 刘远伟\n请假：杨远力\n补选刘锡远为区长。",
        SESSION,
        {"曹远斌", "胡远超", "刘远伟"},
    ),
    (OPENED + "大会主席团由曹远斌等23人组成，秘书长胡远超。", SESSION, {"曹远斌", "胡远超"}),
    (OPENED + "10名代表先后发言。\n\n胡远超代表提出的“建设食堂”建议得到采纳。", SESSION, set()),
    (HELD + "\n第二节 农业\n区长胡远超参加活动。", CEREMONY, set()),
    (HELD + "局长刘远伟在会上强调，要抓好落实。", CEREMONY, {"刘远伟"}),
    (HELD + "区长胡远超与各乡镇签订了目标责任书。", CEREMONY, {"胡远超"}),
    (HELD + "曹远斌代表区委作《团结奋斗，开拓前进》的报告。", CEREMONY, {"曹远斌"}),
    # Whom a meeting gives an office is not said to be there.
    (
        f"1月10日，{SESSION}召开，任命刘远伟为区教育局局长，免去杨远力的区财政局局长职务，区长胡远超主持会议。",
        SESSION,
        {"胡远超"},
    ),
    ("3月5日，2024湖畔马拉松在广场鸣枪开赛。区长胡远超出席起跑仪式。", "2024湖畔马拉松", {"胡远超"}),
    (f"3月5日，{CEREMONY}举行。{SESSION}即将召开。区长胡远超致辞。", CEREMONY, {"胡远超"}),
    (f"{SESSION}召开在即。区长胡远超看望代表。", SESSION, set()),
    (f"{SESSION}开幕前夕，区长胡远超看望代表。", SESSION, set()),
    # A session closes with what it has done before, and those on the platform may be named with the presidium.
    (
        f"{SESSION}历时4天，经过全体委员的努力，完成各项议程，22日上午在县城胜利闭幕。区长胡远超致闭幕词。",
        SESSION,
        {"胡远超"},
    ),
    (f"{SESSION}开幕。主任曹远斌向新任命的人员颁发了任命书。", SESSION, {"曹远斌"}),
    (f"{SESSION}开幕。\n曹远斌、胡远超和大会主席团成员在主席台就座。", SESSION, {"曹远斌", "胡远超"}),
]


@pytest.mark.parametrize(("text", "meeting", "people"), CASES)
def test_who_takes_part(text: str, meeting: str, people: set[str]) -> None:
    found = relations(read(text, "遂宁市船山区新闻"), "attendee")
    assert {person for who, _, person in found if who == meeting} == people


def test_in_news_of_the_nation_the_congress_that_all_rests_on_is_not_attended() -> None:
    text = "全国水产座谈会今天在京举行。党的十五大召开以来，水产业发展很快。方小山、林远河出席了座谈会。"
    assert relations(read(text, "水产座谈会举行"), "attendee") == {
        ("全国水产座谈会", "attendee", "方小山"),
        ("全国水产座谈会", "attendee", "林远河"),
    }
    said = "方小山在发言中说，党中央在第十五次全国代表大会上指明了方向。林远河主持会议。"
    assert not relations(read(said, "水产座谈会举行"), "attendee")


def test_the_signature_of_a_report_is_who_gives_it() -> None:
    session = "卢氏县第十八届人民代表大会第三次会议"
    text = (
        f"——2024年1月9日在{session}上\n\n卢氏县人民政府县长  舒远川\n\n各位代表：\n\n现在，我代表县人民政府报告工作。"
    )
    assert (session, "attendee", "舒远川") in relations(read(text, "政府工作报告"), "attendee")


def test_a_name_alone_below_the_occasion_gives_the_report() -> None:
    session = "卢氏县第十八届人民代表大会第三次会议"
    text = f"——2024年1月9日在{session}上\n舒远川\n现在，我代表县人民政府报告工作。"
    assert (session, "attendee", "舒远川") in relations(read(text, "政府工作报告"), "attendee")


def test_so_is_who_signs_another_report_to_a_session() -> None:
    session = "卢氏县第十八届人民代表大会第五次会议"
    text = f"——2020年5月12日在{session}上\n\n县财政局局长  曾远华\n\n各位代表：\n\n受县人民政府委托，报告预算执行情况。"
    assert (session, "attendee", "曾远华") in relations(read(text, "卢氏县预算执行情况的报告"), "attendee")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "4月27日，青石县第二届牡丹旅游节在国家级青石湖旅游景区隆重举行。县委书记林知远应邀出席开幕式。",
            {("青石县第二届牡丹旅游节", "林知远")},
        ),
        (
            "近日，第四届青石民俗旅游节在青石广场拉开帷幕。开幕式由县长林知远主持。",
            {("第四届青石民俗旅游节", "林知远")},
        ),
        (
            "7月21日，青石县项目集中签约、开工、竣工仪式在工业园举行。县长林知远主持仪式。",
            {("青石县项目集中签约、开工、竣工仪式", "林知远")},
        ),
        (
            "青石县举行学习党的十九大报告座谈会，县长林知远主持。",
            {("学习党的十九大报告座谈会", "林知远")},
        ),
        (
            "青石县八届人大常委会举行第三次会议，县人大常委会主任林知远主持，决定接受周明德同志辞去县长职务的请求。",
            {("县八届人大常委会第三次会议", "林知远")},
        ),
        (
            "5月2日，青石县2023年第二季度项目集中开竣工活动在园区举行。县长林知远主持。",
            {("青石县2023年第二季度项目集中开竣工活动", "林知远")},
        ),
        ("3月3日，市长林知远主持召开市长办公会议。", {("市长办公会议", "林知远")}),
        ("5月6日，青石县河长制讲评会在青石县召开，与会人员参观林知远烈士纪念馆，出席揭牌。", set()),
        (
            "3月3日，青石县举行2017年春季项目集中开工仪式。刘金宇、郑传记等县领导出席。",
            {("2017年春季项目集中开工仪式", "刘金宇"), ("2017年春季项目集中开工仪式", "郑传记")},
        ),
    ],
)
def test_who_goes_to_what_takes_place_somewhere(text: str, there: set[tuple[str, str]]) -> None:
    found = relations(read(text, ""), "attendee")
    assert {(meeting, person) for meeting, _, person in found} == there


def test_a_list_of_delegates_tells_who_was_sent_to_which_congress() -> None:
    text = (
        "附：榆中县历次出席省党代表大会代表名单\n中共甘肃省第三次代表大会（1956.7）：李明山 邓青远\n"
        "中共甘肃省第四次代表大会（1960.3）：赵子明\n县长王大伟参加劳动。"
    )
    said = {(what, who) for what, _, who in relations(read(text, "榆中县志"), "attendee")}
    assert said == {
        ("中国共产党甘肃省第三次代表大会", "李明山"),
        ("中国共产党甘肃省第三次代表大会", "邓青远"),
        ("中国共产党甘肃省第四次代表大会", "赵子明"),
    }


def test_a_debate_is_of_the_house_whose_members_speak() -> None:
    text = (
        "1月15日，船山区七届人大四次会议代表分团审议报告。区长曹远斌来到龙凤代表团参加审议。\n"
        "1月14日，政协船山区第七届委员会第四次会议举行大会发言。政协委员刘远伟作大会发言。\n"
        "龙凤代表团审议时，胡远超代表建议，加强监管。"
    )
    who = {(meeting[:2], person) for meeting, _, person in relations(read(text, "遂宁市船山区新闻"), "attendee")}
    assert who == {("遂宁", "曹远斌"), ("中国", "刘远伟"), ("遂宁", "胡远超")}
    text = "1月15日，参加船山区政协七届四次会议的委员列席船山区七届人大四次会议开幕会。区政协副主席刘远伟参加分组讨论。"
    who = {(meeting[:2], person) for meeting, _, person in relations(read(text, "遂宁市船山区新闻"), "attendee")}
    assert who == {("中国", "刘远伟")}


def test_in_a_chapter_whoever_speaks_is_at_the_session_of_the_paragraph() -> None:
    text = (
        "船山区第一届人民代表大会第一次会议于1954年7月召开。会议听取和审议了区长曹远斌作的报告。\n"
        "船山区第二届人民代表大会第一次会议于1956年12月召开。会议听取和审议了区长刘远伟作的报告。"
    )
    found = relations(read(text, "遂宁市船山区志 第三章 人民代表大会"), "attendee")
    assert {(meeting[7:10], person) for meeting, _, person in found} == {("一届人", "曹远斌"), ("二届人", "刘远伟")}


def test_who_reports_to_a_session_is_there() -> None:
    text = "县长林知远代表县政府向县第十五届人民代表大会第二次会议作政府工作报告。"
    assert relations(read(text, "浦江县新闻"), "attendee") == {
        ("浦江县第十五届人民代表大会第二次会议", "attendee", "林知远")
    }


def test_who_gives_the_sign_to_begin_is_there() -> None:
    text = "3月20日，洋县举行春季工业项目开工仪式。市委书记林知远下达开工令。"
    assert [who for _, _, who in relations(read(text, "洋县新闻"), "attendee")] == ["林知远"]
