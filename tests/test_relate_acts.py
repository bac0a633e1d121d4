"""Who runs, who attends, who acts on what, and which number speaks of what."""

import pytest

from tests.reading import read, relations

CONGRESS = "吉林市第十七届人民代表大会第四次会议侧记"
STANDING = "吉林市人民代表大会常务委员会"
GOVERNMENT = "吉林市人民政府"
SESSION = "吉林市第十七届人民代表大会第四次会议"

RUNS = [
    ("市人大常委会全面推行民生实事项目人大代表票决制。", ("民生实事项目人大代表票决制", STANDING, "stated")),
    ("市政协委员李明德牵头成立“书香校园”项目。", ("书香校园", "李明德", "stated")),
    ("市人大代表李明德领办“书香校园”项目。", ("书香校园", "李明德", "stated")),
    ("舒兰市教育局组建专班，创建“书香校园”品牌。", ("书香校园", "舒兰市教育局", "stated")),
    ("市教育局扎实开展“书香校园”读书活动。", ("书香校园", "吉林市教育局", "stated")),
    ("扎实开展“书香校园”读书活动。", ("书香校园", GOVERNMENT, "context")),
    ("在市委领导下，扎实开展“书香校园”读书活动。", ("书香校园", GOVERNMENT, "context")),
    ("市委副书记李明德出席会议，开展“书香校园”读书活动。", ("书香校园", GOVERNMENT, "context")),
    ("大力实施舒兰市“书香校园”战略。", ("书香校园", GOVERNMENT, "context")),
    ("舒兰市“书香校园”活动成效明显。", ("书香校园", "舒兰市", "stated")),
]


@pytest.mark.parametrize(("text", "expected"), RUNS)
def test_the_subject_runs_and_the_issuer_is_implied(text: str, expected: tuple[str, str, str]) -> None:
    extraction = read(text)
    claims = [c for c in extraction.claims if c.predicate == "participant"]
    label = {thing.key: thing.label for thing in extraction.things}
    assert {(label[c.subject], label[c.object], c.certainty) for c in claims} == {expected}


def test_a_former_officers_body_and_a_works_that_opens_act_on_nothing_further() -> None:
    news = (
        "南安举办开海节\n南安商报讯（记者 黄青远）4月8日，由泉州市人民政府、中国侨联共同主办的开海节开幕。"
        "全国政协原副主席李明德，福建省人大常委会副主任赵青远，泉州市委书记王文远等出席开幕式。\n节上启动“书香校园”活动。"
    )
    assert {who for _, _, who in relations(read(news, ""), "participant", "leadBody")} == {"南安市"}
    report = "吉林市青石铝业满产达产，柳塘生产基地二期建成投产。"
    assert {who for _, _, who in relations(read(report), "participant", "leadBody")} == {GOVERNMENT}


def test_a_body_in_a_row_is_of_the_place_written_before_it_and_who_is_moved_to_act_acts() -> None:
    text = "全面落实金华市委、市政府“清溪计划”。市政协推动市教育局开展“书香校园”活动。"
    said = relations(read(text, "兰溪市新闻"), "participant", "leadBody")
    assert {(what, who) for what, _, who in said} == {
        ("清溪计划", "中国共产党金华市委员会"),
        ("清溪计划", "金华市人民政府"),
        ("书香校园", "兰溪市教育局"),
    }


def test_nobody_counts_stages_and_names_of_honour() -> None:
    text = "实施“清溪计划”，由四套班子带头，分三个阶段推进，打造两张名片，改造管网12公里，培育百亿元企业。"
    assert [(f.value, f.unit) for f in read(text).figures] == [("12", "公里")]


def test_what_members_go_and_see_is_not_theirs() -> None:
    text = "委员们先后察看了松花湖大桥扩建工程、甲谷碳业年产2万吨原丝项目、江北水厂迁建工程、龙潭山隧道拓宽工程。"
    claims = [c for c in read(text, "吉林市人大常委会视察").claims if c.predicate == "participant"]
    assert not claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("计划开展“书香校园”读书活动。", "planned"),
        ("市教育局建议开展“书香校园”读书活动。", "proposed"),
        ("深入开展“书香校园”读书活动。", ""),
    ],
)
def test_what_is_planned_is_not_told_as_done(text: str, status: str) -> None:
    claims = [c for c in read(text).claims if c.predicate == "participant"]
    assert {c.status for c in claims} == {status}


NEWS = "新闻：桂林市"
ACTORS = [
    (
        "临桂区教育局组织临桂区妇联、临桂区文化馆等多部门开展“书香校园”活动。",
        {"桂林市临桂区教育局", "桂林市临桂区妇女联合会", "桂林市临桂区文化馆"},
    ),
    (
        "东山日报讯（记者方小满 通讯员林大山 叶知秋）近日，临桂区教育局召开会议。\n此次会议进一步启动“书香校园”活动。",
        {"桂林市临桂区教育局"},
    ),
    ("临桂区教育局、临桂区妇联联合开展“书香校园”活动。", {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"}),
    (
        "临桂区妇联参加临桂区教育局、临桂区文化馆共同开展的“书香校园”活动。",
        {"桂林市临桂区教育局", "桂林市临桂区文化馆"},
    ),
    ("临桂区白沙镇综合文化站挂牌。该站创新推出“书香校园”活动。", {"桂林市临桂区白沙镇综合文化站"}),
    ("临桂区教育局开展“书香校园”活动。\n据悉，“书香校园”活动走进12所学校。", {"桂林市临桂区教育局"}),
    (
        "临桂区松江食品有限公司联合临桂区融媒体中心走进白沙镇，开展“书香校园”活动。",
        {"临桂区松江食品有限公司", "桂林市临桂区融媒体中心"},
    ),
    ("临桂区电机厂“书香校园”技改升级项目开工。", {"桂林市临桂区电机厂"}),
    ("临桂区松江食品有限公司经理介绍，去年公司启动“书香校园”活动。", {"临桂区松江食品有限公司"}),
    ("随后与临桂区妇联联合开展“书香校园”活动。", {"桂林市", "桂林市临桂区妇女联合会"}),
    (
        "临桂区教育局会同临桂区妇联共同开展“书香校园”活动。",
        {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"},
    ),
    # A name that lengthens another acts nowhere, and a name that opens its own clause leaves the subject before it.
    ("建设甲山公园、临桂区中医院北院区，开展“书香校园”活动。", {"桂林市"}),
    ("临桂区教育局下乡宣讲，古岭“书香校园”活动成效明显。", {"桂林市临桂区"}),
    ("严格整改中央环保督察“书香校园”反馈问题。", set()),
    ("争取更多项目纳入国家“书香校园”行动计划。", set()),
    ("推进“书香校园”工程，由市里设立的公司——临桂区教育局正式运营。", {"桂林市临桂区人民政府"}),
    ("由临桂区教育局主办，临桂区妇联承办的“书香校园”活动启动。", {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"}),
    ("临桂区教育局等6个部门开展“书香校园”活动。", {"桂林市临桂区教育局"}),
    ("阳朔县扎实推进“书香校园”活动。", {"阳朔县"}),
    ("阳朔县城乡建设取得进展，开展“书香校园”活动。", {"桂林市"}),
    ("阳朔县白沙镇“书香校园”活动成效明显。", {"阳朔县白沙镇"}),
    ("临桂区教育局召开会议。该局开展“书香校园”活动。", {"桂林市临桂区教育局"}),
    ("本报讯 近日，阳朔县白沙镇在全镇开展“书香校园”活动。", {"阳朔县白沙镇"}),
    ("1965年，临桂区教育局成立。1970年，开展“书香校园”活动。", {"桂林市临桂区"}),
    ("临桂区教育局召开会议。随后开展“书香校园”活动。", {"桂林市临桂区教育局"}),
    ("市委书记李明德强调，要开展“书香校园”活动。", {"桂林市"}),
    ("李明德委员建议，在全市开展“书香校园”活动。", set()),
    ("李明德一行考察了“书香校园”活动。", set()),
    ("临桂区第一中学扎实推进扩建；“书香校园”活动顺利推进。", {"桂林市临桂区"}),
    ("贯彻关于东北、桂林振兴发展的重要讲话精神，开展“书香校园”活动。", {"桂林市"}),
    ("尚未开展“书香校园”活动。", set()),
    ("市委书记李明德领衔的“书香校园”活动进展顺利。", {"李明德"}),
    ("阳朔县白沙镇：“书香校园”活动进展顺利。", {"阳朔县白沙镇"}),
    ("学习全省“书香校园”活动的经验。", set()),
    ("临桂区教育局对“书香校园”活动实施情况开展调研。", set()),
    ("临桂区中学召开会议。会议指出，学校启动“书香校园”活动。", {"桂林市临桂区中学"}),
    ("开展“书香校园”活动，由临桂区教育局牵头，临桂区妇联配合。", {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"}),
    ("由临桂区教育局负责的“书香校园”活动受到好评。", {"桂林市临桂区教育局"}),
    ("开展“书香校园”活动。（临桂区教育局牵头，阳朔县配合）", {"桂林市临桂区教育局", "阳朔县"}),
    (
        "7. 阅读\n开展“书香校园”活动。\n做好总结。\n责任单位：临桂区教育局、临桂区妇联",
        {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"},
    ),
    ("7. 阅读\n开展“书香校园”活动。\n8. 用水\n推进节水。\n责任单位：临桂区教育局", {"桂林市临桂区人民政府"}),
    (
        "7. 阅读\n开展“书香校园”活动。\n责任单位：临桂区妇联\n推进节水。\n责任单位：临桂区教育局",
        {"桂林市临桂区妇女联合会"},
    ),
]


@pytest.mark.parametrize("opening", ["2021年工作总结及2022年工作计划\n", "，现将全年工作情况汇报如下：\n一、成效。\n"])
def test_a_township_that_sums_up_its_year_runs_what_it_tells(opening: str) -> None:
    extraction = read(f"阳朔县白沙镇{opening}\n开展“书香校园”活动。", NEWS)
    assert {actor for _, _, actor in relations(extraction, "participant", "leadBody")} == {"阳朔县白沙镇"}


def test_in_a_text_without_a_place_the_body_that_speaks_acts() -> None:
    text = "现在，我代表市政府向大会报告工作。在省委、省政府领导下，县政府配合。\n\n开展“书香校园”活动。"
    assert {actor for _, _, actor in relations(read(text, ""), "participant", "leadBody")} == {"市政府"}


def test_offices_that_open_a_clause_without_their_place_are_of_the_documents_place() -> None:
    text = "教育局、卫生健康委开展“健康校园”活动。商务委员会组织开展“消费促进月”活动。"
    said = relations(read(text, "阳泉市动态"), "participant", "leadBody")
    assert {who for what, _, who in said if what == "健康校园"} == {"阳泉市教育局", "阳泉市卫生健康委员会"}
    assert {who for what, _, who in said if what == "消费促进月"} == {"阳泉市商务委员会"}
    led = read(
        "山西新闻网5月6日讯，阳泉市委副书记、市长林知远带领财政局、水务局等单位到河边检查，住建局要抓好整改。", ""
    )
    assert {"阳泉市财政局", "阳泉市水务局", "阳泉市住房和城乡建设局"} <= {thing.label for thing in led.things}
    alone = read("阳泉市召开会议。阳泉市教育局部署工作。大同市举办展会，公安局、民政局开展“护展行动”。", "阳泉市动态")
    assert not {thing.label for thing in alone.things} & {"阳泉市公安局", "大同市公安局"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("苍南新闻网讯 县教育局开展“护水月”行动。", "苍南县教育局"),
        ("苍南日报讯 县教育局开展“护水月”行动。", "苍南县教育局"),
        ("苍南县召开会议。县政协组织委员开展“护水月”行动。", "中国人民政治协商会议苍南县委员会"),
    ],
)
def test_the_first_words_of_news_are_no_part_of_who_acts(text: str, who: str) -> None:
    assert {actor for _, _, actor in relations(read(text, ""), "participant", "leadBody")} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“护水月”行动是县教育局推出的一项惠民举措。", {"苍南县教育局"}),
        ("“护水月”行动由县教育局、县水利局联合发起。", {"苍南县教育局", "苍南县水利局"}),
        ("这得益于县教育局大力实施“护水月”行动。", {"苍南县教育局"}),
        ("学校率先在苍南县灵溪镇开展“护水月”行动。", {"苍南县"}),
        ("为推进“护水月”行动，县教育局成立专班。", {"苍南县教育局"}),
        ("“护水月”行动开展以来，县教育局走访群众。", {"苍南县教育局"}),
        ("自实施“护水月”行动以来，县教育局走访群众。", {"苍南县教育局"}),
        ("“护水月”行动取得成效，县教育局走访群众。", {"苍南县"}),
        ("“护水月”行动顺利推进，建设单位为县教育局。", {"苍南县教育局"}),
    ],
)
def test_who_acts_is_said_behind_the_name_or_in_the_main_clause(text: str, who: set[str]) -> None:
    news = f"苍南县各地行动起来。\n{text}"
    said = relations(read(news, "苍南县动态"), "participant", "leadBody")
    assert {actor for what, _, actor in said if what == "护水月"} == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("延吉市机场扩建工程顺利完工。", set()),
        ("灵溪镇机场扩建工程顺利完工。", {"苍南县"}),
        ("延吉市实施机场扩建工程。", {"延吉市"}),
    ],
)
def test_a_place_does_not_run_the_works_of_another(text: str, who: set[str]) -> None:
    said = relations(read(f"苍南县干部学习外地经验。\n{text}", "苍南县动态"), "participant", "leadBody")
    assert {actor for _, _, actor in said} == who


@pytest.mark.parametrize(
    "charge",
    [
        "（县教育局、县水利局）",
        "〔县教育局、县水利局等部门按职责分工负责〕",
        "主责单位：县教育局；配合部门：县水利局。",
        "牵头单位：县教育局\n责任单位：县水利局",
    ],
)
def test_a_bracket_or_a_line_of_its_own_charges_bodies(charge: str) -> None:
    plan = f"苍南县2024年重点任务分工方案\n1.深入开展“护水月”行动。{charge}\n2.加强学习（县公安局）。"
    said = relations(read(plan, ""), "participant", "leadBody")
    assert {actor for what, _, actor in said if what == "护水月"} == {"苍南县教育局", "苍南县水利局"}


def test_all_hosts_act_and_whoever_runs_the_site_does_not() -> None:
    text = "东山县水务局联合市场监管局、县工商业联合会开展“护水月”行动。\n"
    text += "主办单位：东山县人民政府办公室 版权所有：东山县人民政府"
    said = relations(read(text, "东山县动态"), "participant", "leadBody")
    assert {who for what, _, who in said if what == "护水月"} == {
        "东山县水务局",
        "东山县市场监督管理局",
        "东山县工商业联合会",
    }


def test_what_a_county_builds_for_its_hospital_is_the_countys() -> None:
    extraction = read("桂林市召开会议。\n\n阳朔县政府加快建设阳朔县人民医院迁建项目。", NEWS)
    assert {actor for _, _, actor in relations(extraction, "participant", "leadBody")} == {"阳朔县人民政府"}


@pytest.mark.parametrize(("text", "expected"), ACTORS)
def test_who_acts_in_news(text: str, expected: set[str]) -> None:
    extraction = read(f"桂林市召开会议。\n\n{text}", NEWS)
    found = relations(extraction, "participant", "leadBody")
    assert {actor for name, _, actor in found if name == "书香校园"} == expected


def test_a_department_speaks_in_its_own_document() -> None:
    extraction = read("开展“书香校园”活动。", "桂林市教育局关于印发2024年工作要点的通知")
    assert ("书香校园", "participant", "桂林市教育局") in relations(extraction, "participant")


ACTS = [
    ("市教育局向市政府报送《书香校园调研报告》。", ("书香校园调研报告", "proposedBy", "吉林市教育局")),
    ("市教育局、市财政局联合印发《书香校园补助办法》。", ("书香校园补助办法", "issuedBy", "吉林市教育局")),
    ("市人大常委会审议通过《吉林市节约用水条例》。", ("吉林市节约用水条例", "adoptedBy", STANDING)),
    ("市政府印发《吉林市节约用水实施方案》。", ("吉林市节约用水实施方案", "issuedBy", GOVERNMENT)),
    ("市人大常委会修订《吉林市节约用水条例》。", ("吉林市节约用水条例", "revisedBy", STANDING)),
    (
        "会议学习了吉林市人民政府关于加强节约用水工作的意见。",
        ("吉林市人民政府关于加强节约用水工作的意见", "issuedBy", GOVERNMENT),
    ),
    # A congress hears the report whose title says whose it is.
    (
        "听取审议市中级人民法院关于执行工作情况的报告。",
        ("吉林市中级人民法院关于执行工作情况的报告", "reviewedBy", "吉林市人民代表大会"),
    ),
    (
        "听取审议市中级人民法院关于执行工作情况的报告。",
        ("吉林市中级人民法院关于执行工作情况的报告", "issuedBy", "吉林市中级人民法院"),
    ),
    ("向全市代表发出《关于节约用水的倡议书》。", ("关于节约用水的倡议书", "issuedBy", "吉林市人民代表大会")),
    ("市教育局转发《关于节约用水的通知》。", ("关于节约用水的通知", "issuedBy", "吉林市教育局")),
    ("《吉林市节约用水规划》获市政府批复。", ("吉林市节约用水规划", "adoptedBy", GOVERNMENT)),
    ("市教育局印发的《节约用水办法》提出，要加强检查。", ("节约用水办法", "issuedBy", "吉林市教育局")),
    ("根据市教育局2019年5月印发的《节约用水办法》，学校装上水表。", ("节约用水办法", "issuedBy", "吉林市教育局")),
    ("按照市教育局去年下发的《节约用水办法》，学校装上水表。", ("节约用水办法", "issuedBy", "吉林市教育局")),
    ("根据市人大常委会审议通过的《节约用水条例》，学校装上水表。", ("节约用水条例", "adoptedBy", STANDING)),
    # Whom somebody joins with is not alone in it.
    ("会同市水利局、市教育局出台《关于节约用水的办法》。", ("关于节约用水的办法", "issuedBy", "吉林市人民代表大会")),
    ("会同市水利局、市教育局出台《关于节约用水的办法》。", ("关于节约用水的办法", "issuedBy", "吉林市水利局")),
    ("会同市水利局、市教育局出台《关于节约用水的办法》。", ("关于节约用水的办法", "issuedBy", "吉林市教育局")),
    (
        "根据市委《关于加强节约用水的意见》，各地积极行动。",
        ("关于加强节约用水的意见", "issuedBy", "中国共产党吉林市委员会"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_the_verb_says_what_was_done_to_a_document(text: str, expected: tuple[str, str, str]) -> None:
    acts = ("adoptedBy", "issuedBy", "draftedBy", "reviewedBy", "revisedBy", "repealedBy", "proposedBy")
    assert expected in relations(read(text, CONGRESS), *acts)


SIGNED = "关于开展节约用水检查的通知\n\n各有关单位：\n\n请认真落实。\n\n{}\n\n2023年3月4日"
WHO = [
    (
        "临桂区教育局出台《甲通知》。随后与临桂区妇联联合印发《关于节约用水的意见》。",
        {"桂林市临桂区教育局", "桂林市临桂区妇女联合会"},
    ),
    (
        "临桂区政协召开会议，传达学习了中央、自治区党委、桂林市委会议精神；印发桂林市教育局《关于节约用水的意见》。",
        {"桂林市教育局"},
    ),
    (SIGNED.format("桂林市水利局"), {"桂林市水利局"}),
    (SIGNED.format("桂林市水利局召开会议。"), set()),
    (
        "根据《中共桂林市委、桂林市人民政府关于节约用水的决定》，提出要求。",
        {"中国共产党桂林市委员会", "桂林市人民政府"},
    ),
    ("桂林市委、桂林市人民政府印发《节约用水实施方案》。", {"中国共产党桂林市委员会", "桂林市人民政府"}),
    (
        "阳朔县节水协会第二次全体会议召开。会议听取了情况汇报，审议了《节约用水工作安排》。",
        {"阳朔县节水协会"},
    ),
    ("市委书记李明德要求，抓紧编制《节约用水规划》。", set()),
    ("桂林市人民政府向市人大常委会提交《关于节约用水的报告》。", {"桂林市人民政府"}),
    ("农户与企业签订《节约用水协议》。", set()),
    ("阳朔县专门制定了《节约用水规划》。", set()),
    ("△桂林市教育局出台《节约用水办法》。", {"桂林市教育局"}),
    ("本报北京1月2日讯桂林市教育局发出《节约用水通知》。", {"桂林市教育局"}),
    ("桂林市人民政府批准了桂林市水利局上报的《节约用水规划》。", {"桂林市人民政府", "桂林市水利局"}),
    (
        "桂林市水利局起草的《节约用水办法》已经桂林市人民政府常务会议审议通过。",
        {"桂林市人民政府", "桂林市水利局"},
    ),
    ("桂林市人民政府第12次常务会议原则同意《节约用水办法》。", {"桂林市人民政府"}),
    ("由桂林市教育局、桂林市财政局颁布的《节约用水制度》已实施。", {"桂林市教育局", "桂林市财政局"}),
    ("市委召开会议。《节约用水实施方案》正式出台，各地积极响应。", set()),
    ("市委召开会议，为落实《节约用水规划》，启动宣传工作。", set()),
    ("市教育局举行《桂林市教育局节约用水管理办法》培训。", {"桂林市教育局"}),
    (
        "市人大常委会审议了《节约用水条例》和市水利局局长李明德《关于供水情况的报告》。",
        {"桂林市人民代表大会常务委员会", "李明德"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_acts_on_a_document_in_news(text: str, expected: set[str]) -> None:
    extraction = read(text, NEWS)
    acts = ("adoptedBy", "issuedBy", "draftedBy", "reviewedBy", "revisedBy", "repealedBy", "proposedBy")
    assert {who for _, _, who in relations(extraction, *acts)} == expected


def test_news_imply_nobody_who_is_named_only_far_below() -> None:
    text = (
        "村民们高兴地说，今年的收成很好，家家户户都盖了新房。" * 4
        + "随后制定了《节约用水规划》。桂林市人民政府很重视。"
    )
    assert not relations(read(text, NEWS), "draftedBy")


def test_all_of_a_row_between_semicolons_is_adopted() -> None:
    row = "市人大常委会审议并通过了《吉林市节水办法（草案）》；《吉林市供水名单（草案）》；《吉林市排水规则（草案）》。"
    adopted = {name for name, _, who in relations(read(row, CONGRESS), "adoptedBy") if who == STANDING}
    assert adopted == {"吉林市节水办法", "吉林市供水名单", "吉林市排水规则"}


def test_what_is_counted_before_a_row_is_what_the_row_names() -> None:
    row = "听取和审议市政府提交的三份报告：《关于节水工作的报告》《关于供水工作的报告》《关于排水工作的报告》。"
    extraction = read(row, CONGRESS)
    heard = {name for name, _, _ in relations(extraction, "reviewedBy")}
    assert heard == {f"关于{what}工作的报告" for what in ("节水", "供水", "排水")}
    assert not relations(extraction, "proposedBy")


def test_what_a_plenum_of_the_party_resolves_is_the_central_committees() -> None:
    text = "中国共产党中央委员会高度重视。党的十四届六中全会作出《关于节约用水的决议》。"
    found = relations(read(text, NEWS), "issuedBy")
    assert ("关于节约用水的决议", "issuedBy", "中国共产党中央委员会") in found


def test_a_national_law_is_not_made_by_the_city_that_carries_it_out() -> None:
    acts = relations(read("市政府贯彻落实监督法，制定清单。", CONGRESS), "draftedBy", "issuedBy", "adoptedBy")
    assert not {name for name, _, _ in acts if name.endswith("监督法")}


ATTENDS = [
    ("市长王吉参加了市十七届人大四次会议分组审议。", {(SESSION, "attendee", "王吉")}),
    ("市委书记胡斌出席会议并讲话。", {(SESSION, "attendee", "胡斌")}),
    ("分组审议中，代表周明远、林晓峰先后发言。", {(SESSION, "attendee", "周明远"), (SESSION, "attendee", "林晓峰")}),
    ("市委书记胡斌强调，要贯彻市十七届人大四次会议精神。", set()),
]


@pytest.mark.parametrize(("text", "expected"), ATTENDS)
def test_who_takes_part(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert relations(read(text, CONGRESS), "attendee") == expected


def test_whoever_signs_a_report_attends_the_session() -> None:
    extraction = read(
        "——2024年1月15日在吉林市第十七届人民代表大会第四次会议上\n\n吉林市人民政府市长 王吉\n\n各位代表："
    )
    assert (SESSION, "attendee", "王吉") in relations(extraction, "attendee")
    assert extraction.document.speaker is not None
    assert extraction.document.speaker.name == "王吉"


FIGURES = [
    (
        "推进“书香校园”建设，设立书屋120个。其中，在乡镇设立的书屋80个，由学校管理的书屋40个。",
        {("书香校园", "120", "个"), ("书香校园", "80", "个"), ("书香校园", "40", "个")},
    ),
    ("紧扣“书香校园”建设谋划工作，全年作出决定13项。", set()),
    ("聚焦“书香校园”活动，受理案件386件。", set()),
    ("舒兰市“书香校园”成为联系群众的阵地，全市建成书屋94个。", set()),
    ("实施“书香校园”工程、龙潭学院等6个项目。", set()),
    ("“书香校园”引水工程全线通水，5G基站达到9万座。", set()),
    (
        "开展“书香校园”活动，发放图书2.5万册，惠及学生300余名。",
        {("书香校园", "25000", "册"), ("书香校园", "300", "名")},
    ),
    ("总投资3亿元的“书香校园”工程开工。", {("书香校园", "300000000", "元")}),
    ("“书香校园”工程竣工投用，财政支出增长5%。", {("吉林市", "5", "%")}),
    ("地区生产总值增长6.7%。", {("吉林市", "6.7", "%")}),
    (
        "全年实现地区生产总值（GDP）285亿元，按可比价格计算，增长6.1%。",
        {("吉林市", "28500000000", "元"), ("吉林市", "6.1", "%")},
    ),
    ("舒兰市新安乡粮食产量突破2万吨。", {("舒兰市新安乡", "20000", "吨")}),
    ("舒兰市、桦甸市粮食产量增长2%。", set()),
    ("位于舒兰市新安乡的“书香校园”工程总投资3亿元。", {("书香校园", "300000000", "元")}),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_number_speaks_of_what_it_follows(text: str, expected: set[tuple[str, str, str]]) -> None:
    extraction = read(text)
    label = {thing.key: thing.label for thing in extraction.things}
    assert {(label[f.about], f.value, f.unit) for f in extraction.figures} == expected


ITEMS = [
    (
        "（一）实施甲河治理工程。由市水利局牵头，总投资3亿元，治理河道27公里。",
        {("甲河治理工程", "300000000", "元"), ("甲河治理工程", "27", "公里")},
    ),
    ("开展“书香校园”活动。据统计，活动发放图书25册。", {("书香校园", "25", "册")}),
    ("打造“书香校园”品牌。全市现有阅览室60个。", {("书香校园", "60", "个")}),
    ("桂林甲县标准厂房二期项目竣工交付，新增厂房面积6万平方米。", {("桂林甲县标准厂房二期项目", "60000", "平方米")}),
    ("打造“15分钟便民圈”平台。", set()),
    (
        "“书香校园”工程、“书香机关”工程分别投资12万元、8万元。",
        {("书香校园", "120000", "元"), ("书香机关", "80000", "元")},
    ),
    ("“书香校园”工程、“书香机关”工程和其他工程分别投资12万元、8万元、6万元。", set()),
    ("投入3万元用于“书香校园”工程。", {("书香校园", "30000", "元")}),
    ("“书香校园”工程成效明显，阅读时间增长18%。", {("书香校园", "18", "%")}),
    ("开展“书香校园”活动。\n\n全市现有阅览室60个。", set()),
    # Measures that only works have are the project's, also in the next paragraph, unless a whole place is counted.
    (
        "青龙河水库工程开工建设。\n\n水源有保障，最大坝高92米，总库容1.3亿立方米。",
        {("青龙河水库工程", "92", "米"), ("青龙河水库工程", "130000000", "立方米")},
    ),
    ("青龙河水库工程开工建设。\n\n全市水库总库容1.3亿立方米。", {("桂林市", "130000000", "立方米")}),
    # What is counted itself, a count inside a name, what only a speech is about, and an indicator behind it.
    ("开展“书香校园”活动16场次，发放各类宣传资料80份。", {("书香校园", "16", "场次")}),
    ("深入实施三个“书香校园”工程。", set()),
    ("按照“书香校园”活动的部署要求，抽查了8所学校。", set()),
    ("实施“书香校园”工程，城乡居民人均可支配收入增长5%。", {("桂林市", "5", "%")}),
    # A count of all of a list, of its own parts, and of what stands beside it.
    ("总投资86亿元的临桂甲新材料项目、乙石油等12个重大项目开工建设。", set()),
    ("推进“书香校园、清风机关”两项行动。", set()),
    ("建成“书香校园”惠民工程15个、健身中心2处。", {("书香校园", "15", "个")}),
    ("实施“书香校园”工程，为5000名学生送书。", {("书香校园", "5000", "名")}),
    ("实施漓江大桥改造工程，为5000名妇女检查。", set()),
    (
        "投资14亿元桂林甲山正极材料、15亿元乙江水泥优化升级等32个项目开工建设。",
        {("桂林甲山正极材料", "1400000000", "元"), ("乙江水泥优化升级", "1500000000", "元")},
    ),
    ("启动30兆瓦甲山光伏发电项目，疏浚河道17公里。", {("30兆瓦甲山光伏发电项目", "30", "兆瓦")}),
    (
        "甲山化工新材料项目开工。该项目由园区道路工程和甲河治理工程两部分组成，总投资3亿元。",
        {("甲山化工新材料项目", "300000000", "元")},
    ),
    ("构建“书香校园”机制，完成水库加固，避险搬迁800户。", set()),
    ("实施“书香校园”行动，规模以上高技术制造业增加值增长18%。", {("桂林市", "18", "%")}),
    ("实施甲山保护工程8万亩，建设高标准农田3万亩。", {("甲山保护工程", "80000", "亩")}),
    # What is no campaign and no work does not build; its name taken up, or a sum, says otherwise.
    ("探索“书香校园”机制，新建高标准农田3万亩。", set()),
    ("探索“书香校园”机制，新建书香校园3所。", {("书香校园", "3", "所")}),
    ("开展“书香校园”，新建高标准农田3万亩。", {("书香校园", "30000", "亩")}),
    ("探索“书香校园”机制，化解矛盾纠纷30起。", {("书香校园", "30", "起")}),
    ("按照“书香校园”总体思路，包装项目20个。", set()),
    # Another place is another subject; where somebody is, and a sum of a row, are not told of one.
    ("“书香校园”工程完成投资2亿元，阳朔县30个小区旧貌换新颜。", {("书香校园", "200000000", "元")}),
    ("甲山化工新材料项目位于临桂区“书香校园”产业园内，总投资3亿元。", {("甲山化工新材料项目", "300000000", "元")}),
    ("开工的有甲河治理工程、乙河治理工程，总投资3亿元。", set()),
    # How the next sentence goes on must fit what the topic is.
    ("围绕“书香校园”活动，实施污水治理。该项目投资3万元。", set()),
    ("开展“书香校园”活动。截止目前，本次活动共募集善款3万元。", {("书香校园", "30000", "元")}),
    (
        "“书香校园”活动累计募集善款3万元；其中2021年募集善款1万元。",
        {("书香校园", "30000", "元"), ("书香校园", "10000", "元")},
    ),
    ("“书香校园、清风机关”四个环节。", set()),
    ("深入开展“书香校园”活动。共出动车辆30台次。", {("书香校园", "30", "台次")}),
    ("举办“书香校园”讲堂12期，培训学员300人。", {("书香校园", "12", "期"), ("书香校园", "300", "人")}),
    ("走访企业120家（次），“书香校园”超额完成，空气优良天数比例92%。", {("桂林市", "92", "%")}),
    ("自实施“书香校园”机制以来，建成书屋30个。", {("书香校园", "30", "个")}),
    ("打造“书香校园”模式，建成书屋30个。", set()),
    # A number that opens the clause behind a work that began, is of the next member, or falls in a time of study.
    ("甲山水厂搬迁工程启动，2座天桥建成通行。", set()),
    ("完成甲山水厂搬迁工程，新建改扩建中小学12所。", set()),
    ("完成第三批6个示范镇“书香校园”工程、第二批9个改造点。", {("书香校园", "6", "个")}),
    ("扎实开展“书香校园”学习教育，查处失职人员27人。", set()),
    ("开工建设7个甲山文化广场工程。", set()),
    ("“书香校园”工程覆盖白沙镇、兴坪镇等7个乡镇36所学校。", {("书香校园", "36", "所")}),
    # What counts a row, the growth of an economy, and what is said of another quotation.
    ("青龙河水库、白鹤河水库、乌木河水库三座水库完工，解决3万人饮水。", {("乌木河水库", "30000", "人")}),
    ("“书香校园”“清风机关”两大行动惠及群众3万人。", {("清风机关", "30000", "人")}),
    ("青龙河大桥扩建、白鹤河水库2个重点项目开工。", set()),
    ("建成青龙电站30兆瓦等项目5个，到位资金3亿元。", {("青龙电站30兆瓦", "30", "兆瓦")}),
    ("青龙河水库、白鹤河水库等项目进展顺利。甲药业扩产等23个项目投产，实现产值18亿元。", set()),
    (
        "“书香校园”工程完成投资2亿元，民间投资逆势增长3%，高出全省5个百分点。",
        {("书香校园", "200000000", "元"), ("桂林市", "3", "%")},
    ),
    ("“书香校园”工程启动，群众诉求办结率提高到98%。", {("书香校园", "98", "%")}),
    ("实施“书香校园”工程，“压舱石”企业纳税3万元。", set()),
    ("投资20亿元，实施工业项目“书香校园”工程。", {("书香校园", "2000000000", "元")}),
    (
        "一是青龙河水库工程开工建设。二是民生水利成效显著，新增灌溉面积1.2万亩。",
        {("桂林市", "12000", "亩")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_an_item_speaks_of_what_heads_it(text: str, expected: set[tuple[str, str, str]]) -> None:
    extraction = read(f"桂林市召开会议。\n\n{text}", NEWS)
    label = {thing.key: thing.label for thing in extraction.things}
    assert {(label[f.about], f.value, f.unit) for f in extraction.figures} == expected


CHARGED = [
    (
        "9.“书香校园”拓展项目。深入实施“书香机关”计划。（牵头单位：临桂区教育局）",
        {("书香校园", "桂林市临桂区教育局")},
    ),
    (
        "9.深入实施“书香校园”项目和“书香机关”计划。（牵头单位：临桂区教育局）",
        {("书香校园", "桂林市临桂区教育局"), ("书香机关", "桂林市临桂区教育局")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHARGED)
def test_what_heads_an_item_is_charged(text: str, expected: set[tuple[str, str]]) -> None:
    found = relations(read(f"桂林市召开会议。\n\n{text}", NEWS), "leadBody")
    assert {(what, who) for what, _, who in found} == expected


def test_every_claim_quotes_its_source() -> None:
    extraction = read("市教育局扎实开展“书香校园”读书活动。市长王吉出席会议。")
    stated = [c for c in extraction.claims if c.certainty != "inferred"]
    assert stated
    assert all(c.evidence and all(e.quote for e in c.evidence) for c in stated)


def test_a_row_of_documents_has_one_reader_and_each_its_author() -> None:
    text = (
        "3月6日，县长王大明主持召开县政府第五次常务会议。会议审议了县教育局送审的《关于甲事的通知》《乙事管理办法》，"
        "县民政局《关于丙事的请示》，县审计局提请审定的《丁事方案》等议题。"
    )
    found = relations(read(text, "卢氏县人民政府召开常务会议"), "reviewedBy", "issuedBy", "proposedBy")
    county = "卢氏县人民政府"
    documents = ("关于甲事的通知", "乙事管理办法", "关于丙事的请示", "丁事方案")
    assert {(name, actor) for name, predicate, actor in found if predicate == "reviewedBy"} == {
        (name, county) for name in documents
    }
    assert {(name, actor) for name, predicate, actor in found if predicate != "reviewedBy"} == {
        ("关于甲事的通知", "卢氏县教育局"),
        ("乙事管理办法", "卢氏县教育局"),
        ("关于丙事的请示", "卢氏县民政局"),
        ("丁事方案", "卢氏县审计局"),
    }


def test_a_row_goes_on_with_what_a_place_has_sent_up() -> None:
    text = (
        "3月6日，县政府第五次常务会议召开。会议审议了县教育局送审的《甲事管理办法》，城关镇送审的《乙事方案》，"
        "县民政局《关于丙事的请示》等议题。"
    )
    found = relations(read(text, "卢氏县人民政府召开常务会议"), "reviewedBy")
    assert {name for name, _, _ in found} == {"甲事管理办法", "乙事方案", "关于丙事的请示"}


def test_whoever_gives_a_report_that_is_heard_has_not_written_it() -> None:
    text = (
        "3月6日，卢氏县第七届人大常委会举行第三次会议。会议听取和审议了县教育局局长林知远受县政府委托所作的关于教育工作情况的报告、"
        "县水利局局长范文举所作的关于全县水利工作的报告。"
    )
    found = relations(read(text, "卢氏县人大常委会新闻"), "reviewedBy", "draftedBy", "proposedBy")
    congress, government = "卢氏县人民代表大会常务委员会", "卢氏县人民政府"
    assert found == {
        ("关于教育工作情况的报告", "reviewedBy", congress),
        ("关于教育工作情况的报告", "draftedBy", government),
        ("关于全县水利工作的报告", "reviewedBy", congress),
    }


def test_what_a_delegation_debates_is_not_dealt_with_by_the_government() -> None:
    text = "1月4日，我市代表团分组开会，审议《湖泊保护条例（草案）》。"
    assert not relations(read(text, "吉林市代表团审议政府工作报告"), "reviewedBy", "adoptedBy")


def test_each_of_a_row_is_heard_by_whoever_hears_the_first() -> None:
    text = (
        "3月6日，吉林市人大常委会第九次会议召开。会议听取了副市长林知远作的《甲工作情况的报告》；"
        "市人大水利建设委员会副主任委员王大明作的《乙工作情况的报告》。"
    )
    found = relations(read(text, "吉林市人大常委会新闻"), "reviewedBy", "draftedBy")
    congress = "吉林市人民代表大会常务委员会"
    assert found == {("甲工作情况的报告", "reviewedBy", congress), ("乙工作情况的报告", "reviewedBy", congress)}


def test_the_session_for_which_a_report_is_meant_does_not_hear_it_yet() -> None:
    text = "1月4日，市委常委会召开会议。会议讨论了市十七届人大四次会议《政府工作报告》。"
    acted = relations(read(text, "吉林市委新闻"), "reviewedBy")
    assert {body for _, _, body in acted} == {"中国共产党吉林市委员会"}


def test_what_a_session_hears_is_not_heard_by_the_party() -> None:
    text = "1月4日，县十届二次人代会召开。会议听取了政府工作报告。\n3月5日，县委召开会议。县委决定修建水库。"
    acted = relations(read(text, "卢氏县大事记"), "reviewedBy")
    assert not acted


def test_the_body_of_a_meeting_whose_spirit_is_studied_does_nothing() -> None:
    text = (
        "3月6日，市政协九届常委会第二次会议召开。会议学习了市委九届三次全会、市委经济工作会议精神，"
        "原则通过了市政协常委会报告稿和市政协常委会工作报告。"
    )
    found = relations(read(text, ""), "adoptedBy")
    assert {(name, body) for name, _, body in found} == {("市政协常委会工作报告", "市政协常委会")}


def test_a_standing_committee_has_made_all_of_a_row_of_rules() -> None:
    text = "去年，常委会共制定和修订吉林市实施水法办法、湖泊保护条例、志愿服务条例等3件法规。"
    found = relations(read(text, "吉林市人大常委会工作报告"), "revisedBy")
    assert {name for name, _, _ in found} == {"吉林市实施水法办法", "湖泊保护条例", "志愿服务条例"}


def test_a_speech_is_of_whoever_holds_it_and_of_nobody_else() -> None:
    text = (
        "吉林市政协十四届三次会议召开。委员施远川作《数字化赋能非遗传承》的发言。"
        "《让老街热闹起来的几点思考》的大会发言赢得掌声。"
    )
    found = relations(read(text, "吉林市政协新闻"), "proposedBy", "draftedBy", "reviewedBy")
    assert found == {("数字化赋能非遗传承", "proposedBy", "施远川")}


def test_what_a_party_congress_adopts_is_of_the_committee_of_its_place() -> None:
    text = (
        "第一节 中国共产党组织\n1956年6月5日，中共青田县第一次代表大会召开。大会通过《关于合作化的决议》。"
        "中共青田县委员会成立。\n"
        "第二届党员代表大会\n1960年3月在县城召开。周克远致词。大会通过《关于水利的决议》。"
    )
    extraction = read(text, "青田县志")
    label = {thing.key: thing.label for thing in extraction.things}
    found = {(label[c.subject], label[c.object]) for c in extraction.claims if c.predicate == "adoptedBy"}
    committee = "中国共产党青田县委员会"
    assert found == {("关于合作化的决议", committee), ("关于水利的决议", committee)}
    there = {(label[c.subject], label[c.object]) for c in extraction.claims if c.predicate == "attendee"}
    assert there == {("中国共产党青田县第二次代表大会", "周克远")}


def test_what_deputies_vote_on_is_run_by_the_government() -> None:
    text = "市十七届人大四次会议开幕。会议票决2025年吉林市民生实事项目。"
    assert ("2025年吉林市民生实事项目", "participant", GOVERNMENT) in relations(read(text, CONGRESS), "participant")


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("林知远等10名代表提出的《关于加强松江治理的议案》列入议程。", "关于加强松江治理的议案"),
        ("会议交办林知远代表领衔提出的《关于加强松江治理的建议》。", "关于加强松江治理的建议"),
        ("林知远等代表联名提出《关于加强松江治理的建议》。", "关于加强松江治理的建议"),
        ("林知远代表等11人提出的《关于加强松江治理的议案》列入议程。", "关于加强松江治理的议案"),
    ],
)
def test_proposals_are_of_the_deputies_that_are_named(text: str, titled: str) -> None:
    found = relations(read(text, CONGRESS), "proposedBy", "adoptedBy", "reviewedBy", "draftedBy", "issuedBy")
    assert found == {(titled, "proposedBy", "林知远")}


def test_a_notice_is_of_the_group_that_its_title_names_whatever_verbs_the_name_holds() -> None:
    group, about = "湖北省千湖共治提升工程工作领导小组", "关于印发湖北省千湖共治提升工程任务分工的通知"
    cited = "中共湖北省委湖北省人民政府关于推进千湖共治提升工程的意见"
    text = f"{group}{about}\n\n{group}\n\n{about}\n\n鄂千湖〔2018〕3号\n\n为落实《{cited}》，现将任务印发给你们。"
    extraction = read(text, "")
    assert relations(extraction, "issuedBy") == {
        (f"{group}{about}", "issuedBy", group),
        (cited, "issuedBy", "湖北省人民政府"),
        (cited, "issuedBy", "中国共产党湖北省委员会"),
    }
    assert sorted(thing.label for thing in extraction.things if thing.key.kind == "Instrument") == sorted(
        [f"{group}{about}", cited]
    )


@pytest.mark.parametrize(
    ("given", "whose"),
    [
        ("周克远作了题为《高举红旗》的报告", "中国共产党青田县委员会"),
        ("周克远做《高举红旗》的工作报告", "中国共产党青田县委员会"),
        ("周克远作《高举红旗》的省委工作报告", "中国共产党浙江省委员会"),
        ("周克远作了题为《高举红旗》的讲话", None),
    ],
)
def test_a_report_is_of_the_body_named_in_it_or_of_the_congress(given: str, whose: str | None) -> None:
    text = f"1956年6月5日，中共青田县第一次代表大会召开。{given}。选举产生中共青田县第一届委员会。"
    extraction = read(text, "青田县志")
    label = {thing.key: thing.label for thing in extraction.things}
    found = {(label[c.subject], label[c.object]) for c in extraction.claims if c.predicate == "draftedBy"}
    assert found == ({("高举红旗", whose)} if whose else set())


def test_the_whole_city_of_a_government_report_is_who_reports() -> None:
    text = "市政府召开会议。全市上下扎实开展“百日攻坚”行动。全市深入实施“四季护水”行动。"
    found = relations(read(text), "participant", "leadBody")
    assert {(name, actor) for name, _, actor in found} == {("百日攻坚", GOVERNMENT), ("四季护水", GOVERNMENT)}


@pytest.mark.parametrize(
    ("visit", "found"),
    [
        ("曹远斌一行来到石桥里项目建设工地，实地察看项目进展。", {("石桥里项目", "遂宁市船山区")}),
        ("曹远斌一行赴成都市新都区考察石桥里项目。", set()),
        (
            "曹远斌先后到龙凤坊、龙凤镇、北固镇等地，了解龙凤坊规划，以及石桥里提升改造工程建设情况。",
            {("石桥里提升改造工程", "遂宁市船山区")},
        ),
        ("曹远斌指出，要打造精品工程、放心工程，助力项目如期建成投用。", set()),
        ("全区共签约33个项目，其中遂宁签约18个项目。领导共同见证项目签约。", set()),
        ("曹远斌要求争当城市发展的“快先锋”“急先锋”。", set()),
        ("船山区委研究船山区建区60周年庆祝活动有关事宜。", {("建区60周年庆祝活动", "中国共产党遂宁市船山区委员会")}),
    ],
)
def test_a_project_that_news_of_a_place_visit_is_its_own(visit: str, found: set[tuple[str, str]]) -> None:
    told = relations(read(f"3月5日，船山区委书记曹远斌开展现场拉练。{visit}", "船山区现场拉练"), "participant")
    assert {(initiative, actor) for initiative, _, actor in told} == found


def test_what_a_session_passes_clause_by_clause_is_the_congress_s() -> None:
    text = (
        "吉林市第十七届人民代表大会第四次会议闭幕。吉林市人民代表大会的代表到会。吉林市人民代表大会常务委员会主任林知远讲话。"
        "大会通过了关于政府工作报告的决议；通过了关于市人大常委会工作报告、市人民检察院工作报告的决议；通过了《吉林市河流保护条例》。"
    )
    acted = relations(read(text, CONGRESS), "adoptedBy", "decidedBy", "reviewedBy", "approvedBy", "actedOnBy")
    assert {thing for name, _, thing in acted if name == "吉林市河流保护条例"} == {"吉林市人民代表大会"}


@pytest.mark.parametrize(
    ("between", "actor"),
    [
        ("市长陶未央作政府工作报告。报告指出，", GOVERNMENT),
        ("市人大常委会主任陶未央作市人大常委会工作报告。报告指出，", STANDING),
        ("市长陶未央作政府工作报告。报告指出，要保护河流。会议强调，", STANDING),
    ],
)
def test_what_the_report_says_is_the_government_s(between: str, actor: str) -> None:
    opening = "吉林市第十七届人民代表大会第四次会议开幕。吉林市人民代表大会常务委员会主任林知远主持。"
    text = f"{opening}{between}实施“书香校园”行动。"
    assert ("书香校园", "participant", actor) in relations(read(text, CONGRESS), "participant")


def test_a_meeting_hears_what_others_wrote_and_is_not_the_session_that_it_calls() -> None:
    text = (
        "3月6日，吉林市第十七届人民代表大会常务委员会第九次会议召开。会议决定，吉林市第十七届人民代表大会第四次会议将于"
        "2025年1月8日在吉林市召开。会议学习了有关文件；听取和审议了市政府关于2024年度甲工作完成情况报告。"
    )
    found = relations(read(text, "吉林市人大常委会新闻"), "reviewedBy", "issuedBy")
    report = next(thing for thing, _, _ in found)
    assert {(predicate, body) for _, predicate, body in found} == {
        ("reviewedBy", "吉林市人民代表大会常务委员会"),
        ("issuedBy", "吉林市人民政府"),
    }
    assert report.endswith("关于2024年度甲工作完成情况报告")


def test_what_is_sent_out_is_the_issuers_and_a_first_line_may_say_whose() -> None:
    text = "各县人民政府：\n现将《吉林市甲工作实施方案》印发给你们，请认真组织实施。\n吉林市人民政府\n2018年3月27日"
    acted = relations(read(text, "吉林市人民政府文件"), "issuedBy")
    assert ("吉林市甲工作实施方案", "issuedBy", "吉林市人民政府") in acted
    acted = relations(read("第一条 为规范工作，制定本规则。", "吉林市人民政府工作规则"), "issuedBy")
    assert acted == {("吉林市人民政府工作规则", "issuedBy", "吉林市人民政府")}


def test_a_congress_hears_its_governments_report() -> None:
    text = "吉林市第十七届人民代表大会第四次会议召开。吉林市人民代表大会代表到会。会议听取和审议了《政府工作报告》。"
    acted = relations(read(text, CONGRESS), "reviewedBy", "proposedBy")
    assert {body for name, _, body in acted if name == "吉林市政府工作报告"} == {"吉林市人民政府", "吉林市人民代表大会"}


def test_in_a_county_s_paper_a_town_named_long_before_is_not_every_town() -> None:
    filler = "组织代表开展调研视察，形成报告。" * 24
    extraction = read(f"大岗子乡人大主席团开展活动。{filler}规范乡人大建设。", "舒兰市人大常委会工作报告")
    assert not [thing for thing in extraction.things if thing.label.endswith("乡人民代表大会")]


def test_a_conference_is_meant_by_its_standing_committee() -> None:
    title = "中国人民政治协商会议吉林市第十四届委员会常务委员会工作报告"
    extraction = read(f"{title}\n\n各位委员：\n\n开展“书香校园”活动，请各位委员审议。", title)
    cppcc = "中国人民政治协商会议吉林市委员会"
    assert ("书香校园", "participant", cppcc) in relations(extraction, "participant")
    assert (title, "issuedBy", cppcc) in relations(extraction, "issuedBy")


def test_a_sum_is_of_the_campaign_and_not_of_what_serves_it() -> None:
    extraction = read("开展“书香校园”读书活动，发挥代表家站平台作用。共形成调研报告11篇。", CONGRESS)
    label = {thing.key: thing.label for thing in extraction.things}
    assert {(label[f.about], f.value, f.unit) for f in extraction.figures} == {("书香校园", "11", "篇")}


def test_a_law_whose_working_is_looked_into_is_not_acted_on() -> None:
    text = "听取审议报告26个，对《吉林省节约用水条例》等6部法规实施情况开展执法检查，作出决议11项。"
    acts = relations(read(text, CONGRESS), "issuedBy", "reviewedBy", "adoptedBy")
    assert not {name for name, _, _ in acts if name.endswith("条例")}


def test_whoever_answers_a_proposal_is_charged_with_nothing_else() -> None:
    text = "开展“书香校园”活动。李明德代表提出的“关于节约用水的建议”由市水利局承办。"
    assert ("书香校园", "leadBody", "吉林市水利局") not in relations(read(text, CONGRESS), "leadBody")


def test_whoever_has_others_issue_a_document_does_not_issue_it() -> None:
    acts = relations(read("收集建议23条，推动市政府出台《吉林市节约用水办法》。", CONGRESS), "issuedBy", "draftedBy")
    assert not acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ("《吉林市节水办法》由市水利局起草，2017年12月经市政府第14次常务会议讨论通过后提请市人大常委会审议。"),
            {("draftedBy", "吉林市水利局"), ("adoptedBy", GOVERNMENT), ("reviewedBy", STANDING)},
        ),
        ("《吉林市节水办法》已经2019年3月5日吉林市人民政府第22次常务会议通过。", {("adoptedBy", GOVERNMENT)}),
        ("3月5日，市长李明德主持召开市政府第3次常务会议，讨论通过《吉林市节水办法》。", {("adoptedBy", GOVERNMENT)}),
        ("市水利局局长李明德作《关于节水的报告》。", {("proposedBy", "李明德")}),
        ("市政府废止了1996年颁布的《吉林市节水办法》。", {("repealedBy", GOVERNMENT)}),
        (
            "市教育局转发市水利局《吉林市节水办法》。",
            {("issuedBy", "吉林市教育局"), ("issuedBy", "吉林市水利局")},
        ),
        ("市教育局印发文件。李明德委员《吉林市节水办法》被评为优秀提案。", {("proposedBy", "李明德")}),
    ],
)
def test_who_dealt_with_a_document(text: str, expected: set[tuple[str, str]]) -> None:
    found = relations(
        read(text, f"{GOVERNMENT}新闻"), "draftedBy", "adoptedBy", "reviewedBy", "issuedBy", "repealedBy", "proposedBy"
    )
    assert {(predicate, body) for _, predicate, body in found} == expected
