"""Who runs an initiative and what is counted of it, where neither stands next to its name."""

from __future__ import annotations

import pytest

from tests.reading import read, relations

NEWS, REPORT = "阳朔县动态", "阳朔县政府工作报告"
CONGRESS = "阳朔县人民代表大会常务委员会"

ACTORS = [
    ("“我们开展“暖春”行动，让群众得实惠。”县民政局局长黎建国表示。", {"阳朔县民政局"}),
    ("县民政局局长黎建国说：“我们开展“暖春”行动，让群众得实惠。”", {"阳朔县民政局"}),
    ("县民政局局长黎建国介绍，“暖春”行动自去年启动以来，已救助困难群众。", {"阳朔县民政局"}),
    ("“多亏了“暖春”行动，帮我渡过难关。”漓江果业有限公司总经理黎建国说。", {"阳朔县"}),  # praises what it was given
    ("阳朔县县长黎建国介绍，“暖春”行动已全面铺开。", {"阳朔县"}),
    ("“为群众办事。”县人大代表、实验小学校长于秀兰说。她牵头发起“暖春”活动。", {"于秀兰"}),
    ("县政协委员、漓江果业有限公司董事长黎建国出资开办“暖春”托老所。", {"黎建国"}),
    ("记者从县公安局获悉，“暖春”行动自3月1日启动以来，破获案件26起。", {"阳朔县公安局"}),
    ("桂花山景区提升项目由漓江旅游开发有限公司投资3.2亿元建设。", {"漓江旅游开发有限公司"}),
    ("县行政中心项目由县卫健委牵头、县水利局承建。", {"阳朔县卫生健康委员会", "阳朔县水利局"}),
    ("县纪委监委开展“暖春”行动。", {"中国共产党阳朔县纪律检查委员会", "阳朔县监察委员会"}),
    ("县民政局与县卫生健康局合作，推出“暖春”项目。", {"阳朔县民政局", "阳朔县卫生健康局"}),
    ("漓江果业有限公司投资2.3亿元兴建的金桔加工项目投产。", {"漓江果业有限公司"}),
    ("县水利局实施“暖春”行动。县财政局出台办法。“暖春”行动深得人心。", {"阳朔县水利局"}),
    ("古板村党支部书记黎建国带领村民实施“暖春”项目。", {"黎建国"}),
    ("县水利局党组成员、副局长黎建国带队开展“暖春”行动。", {"黎建国"}),
    # Only a row of names right before the verb is charged; works that grow or are wanted act on nothing.
    ("桂花大道加快推进，城南骨干路网、柳河大桥、高铁枢纽等加快施工。", {"阳朔县"}),
    ("柳河大桥竣工通车，漓江物流园冷库区试运营。", {"阳朔县"}),
    ("桂花河治理工程，县水利局负责，县民政局等单位配合。", {"阳朔县水利局", "阳朔县民政局"}),
    ("推动县文化馆尽快建成投用，打造“暖春”品牌。", {"阳朔县人民政府"}),
    ("葡萄镇污水处理厂出水达标；完成桂花河治理工程。", {"阳朔县人民政府"}),
    ("由县文旅局主办的百姓演出正在进行。\n演出队深入各镇，开展“暖春”活动。", {"阳朔县文化和旅游局"}),
    ("县人大常委会持续推动阳朔县人大代表联络站“暖春”升级。", {CONGRESS}),
    ("县人大代表于秀兰与漓江大学同学发起了“暖春”项目。", {"于秀兰"}),
    ("阳朔县水利局完成投资3亿元。全局干部职工克服困难。\n桂花河治理工程进展顺利。", {"阳朔县水利局"}),
    # Where somebody goes to does not act; who reads out how it goes does nothing; a company tells of its works.
    ("阳朔县教育局组成志愿队，赴柳州市柳北区桂花小学开展“暖春”行动。", {"阳朔县教育局"}),
    ("阳朔县教育局赴广东“暖春”行动", {"阳朔县教育局"}),
    ("县水利局局长黎建国介绍了桂花河治理工程的基本情况。", set()),
    ("记者从桂林供电有限公司获悉，桂花变电站扩建工程完工。", {"桂林供电有限公司"}),
    ("县工商联副主席黎建国带领柳州商会、梧州商会、玉林商会负责人专程赴葡萄镇，推进“暖春”项目。", {"阳朔县"}),
    ("桂花商会会长黎建国表示，商会将履行责任，助力该镇发展，推动“暖春”工程。", {"桂花商会"}),
    ("加快推进中小学校舍安全工程。", {"阳朔县人民政府"}),
    ("阳朔县教育局网站\n“暖春”行动启动。", {"阳朔县"}),
    ("县图书馆、县体育馆主体工程基本建成。“暖春”行动进展顺利。", {"阳朔县"}),
    # Who leads and who helps, before what they carry out.
    ("县民政局牵头，县水利局配合，开展“暖春”行动。", {"阳朔县民政局", "阳朔县水利局"}),
    ("县民政局牵头、县水利局配合实施的“暖春”行动成效明显。", {"阳朔县民政局", "阳朔县水利局"}),
    ("推动革命老区特色农业示范区建设。", {"阳朔县人民政府"}),
    # Who is first to join in a practice carries it out; who was in office then is told with the word for it.
    ("县长于秀兰率先参加“三同”活动。", {"于秀兰"}),
    ("早在去年8月，时任县委书记黎建国也开展了同样的“三同”活动。", {"黎建国"}),
    ("县长于秀兰开展“三同”活动。", {"阳朔县"}),
    # The group that is called by what it was set up for; any other is not meant.
    (
        "决定成立阳朔县第三次全国农村住房抽样调查领导小组。\n第三次全国农村住房抽样调查工作完成后，本小组撤销。",
        {"阳朔县第三次全国农村住房抽样调查领导小组"},
    ),
    ("决定成立阳朔县防汛领导小组。\n组织开展第四次全国牧民抽样调查。", {"阳朔县"}),
    # A line that holds only who speaks, and below it his words, up to the next such line or heading.
    ("平乐县委书记黎建国：\n抓紧推进“暖春”行动。", {"中国共产党平乐县委员会"}),
    ("荔浦市水利局局长于秀兰：\n抓紧落实资金。\n推进“暖春”行动。", {"荔浦市水利局"}),
    ("平乐县委书记黎建国：\n抓紧落实资金。\n主持人：\n推进“暖春”行动。", {"阳朔县人民政府"}),
    ("平乐县委书记黎建国：\n抓紧落实资金。\n荔浦市水利局开展“暖春”行动。", {"荔浦市水利局"}),
    ("集中开工了开封银元再生资源有限公司塑料生产项目。", {"开封银元再生资源有限公司"}),
]


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_who_acts_by_words_and_titles(text: str, actors: set[str]) -> None:
    assert {who for _, _, who in relations(read(text, NEWS), "participant", "leadBody")} == actors


PAIRS = [
    # Two works before one noun are two where each has its cost.
    ("引进总投资均为20亿元的桂花科技城和漓江生物科技项目。", {("桂花科技城", 20), ("漓江生物科技项目", 20)}),
    ("引进投资各3亿元的桂花冷链物流和柳河电池项目。", {("桂花冷链物流", 3), ("柳河电池项目", 3)}),
    ("引进总投资分别为3亿元和5亿元的桂花物流园和柳河电池项目。", {("桂花物流园", 3), ("柳河电池项目", 5)}),
    ("引进总投资30亿元的柳河冷链和电池项目。", {("柳河冷链和电池项目", 30)}),
    # A sum before works that are counted is that of all, unless it is told work by work.
    (
        "引进总投资均为20亿元的桂花科技城和漓江生物科技项目，总投资15亿元的阳朔汽车贸易城等5个项目。",
        {("桂花科技城", 20), ("漓江生物科技项目", 20), ("阳朔汽车贸易城", 15)},
    ),
    ("桂花大桥竣工，总投资18亿元的桂花物流园等5个项目开工。", set()),
]


@pytest.mark.parametrize(("text", "costs"), PAIRS)
def test_what_each_of_two_works_costs(text: str, costs: set[tuple[str, int]]) -> None:
    extraction = read(text, NEWS)
    label = {thing.key: thing.label for thing in extraction.things}
    assert {(label[f.about], int(f.value) // 10**8) for f in extraction.figures} == costs


FIGURES = [
    ("县公安局开展“暖春”行动，破获案件120起；抓获嫌疑人86人；捣毁窝点12个。", {"120起", "86人", "12个"}),
    ("县公安局开展“暖春”行动（破案120起，抓获86人；追赃320万元）。", {"120起", "86人", "3200000元"}),
    ("县政协开展“暖春”行动，解决问题200个；立案办复提案230件。", {"200个"}),
    ("投资3200万元实施了城南路网工程，新建道路6.8公里。", {"32000000元", "6.8公里"}),
    ("建成城南体育中心，新建学校12所。", set()),
    ("实施“青蓝工程”，为12名年轻法官配备导师。", {"12名"}),
    ("开展“无讼村”创建行动，计划创建“无讼村”100个，目前已建成72个。", {"100个", "72个"}),
    ("落实“双报到”机制，2860名党员报到，认领微心愿1560个，完成率98%。", {"2860名", "1560个", "98%"}),
    ("实施“厕所革命”，新改建公厕22座。", {"22座"}),
    ("“三年大变样”成果显著：拆除违章建筑8.6万平方米，改造街道6条。", {"86000平方米", "6条"}),
    ("“幸福乡村”计划稳步实施，启动省级幸福乡村36个，整合资金1.1亿元。", {"36个", "110000000元"}),
    ("围绕城南路网工程开展专题协商3次，提出意见42条。", set()),
    ("实施“全域旅游”工程，力争年接待游客10万人次。", {"100000人次"}),
    ("漓江果业有限公司投资2.3亿元兴建的金桔加工项目投产，年可提供果汁2万吨。", {"230000000元", "20000吨"}),
    ("投入1500万元建成“枫桥经验”数字馆。", set()),
    ("城南路网工程完成5426万元，二级公路改建完成10.9亿元，国防公路完成3129万元。", {"54260000元"}),
    ("城南路网工程完成投资5426万元，主体工程完成投资3000万元。", {"54260000元", "30000000元"}),
    ("柳河食品产业园项目占地200亩，年度计划投资1.2亿元，建设桂花种植基地。", {"200亩", "120000000元"}),
    ("柳河食品产业园项目占地200亩，主要建设桂花果汁生产线，建成后年产值5亿元。", {"200亩", "500000000元"}),
    ("柳河食品产业园项目开工奠基，项目建成后可提供岗位800个。", {"800个"}),
    ("柳河食品产业园项目开工。\n该项目占地100亩，年产果汁2万吨。", {"100亩", "20000吨"}),
    ("开展“送戏下乡”演出32场，放映电影500场。", {"32场"}),
    ("新开工五台山路桥。", set()),
    ("“暖春”计划实施20周年。", set()),
    ("建设桂花路网工程、柳河治理工程，年内援建资金达3850万元。", set()),
    ("多次开展“攻坚月”“提升月”行动，问题得到解决。全县已完成改厕6686户。", set()),
    ("县公安局推进“净网”行动。记者从会上了解到，年初以来，全县公安机关共破案120起。", {"120起"}),
    ("县法院启动“暖春”行动。\n此次专项行动中，干警文明执行。专项行动首日，县法院共拘传202人。", {"202人"}),
    ("县民政局开展“暖春”行动。\n本次捐助活动共确定资助对象65名。", {"65名"}),
    ("城南路网工程完成投资2000万元，柳岸工程管护9万亩。", {"20000000元"}),
    ("建成桂花中学教学楼，投资100万元，完成3座水闸的改造。", {"1000000元"}),
    ("启动“暖春”行动，引导企业聚焦4个帮扶县、17个帮扶镇，捐赠2000万元。", {"20000000元"}),
    ("建设桂花河治理工程、柳河治理工程2处。", set()),
    (
        "桂花至柳河段公路扩建工程开工。\n据了解，桂花至柳河段公路全长78公里，概算总投资1.3亿元。",
        {"78公里", "130000000元"},
    ),
    ("桂花大桥建设项目开工。\n整个项目规划投资2亿元，主线全长20公里。", {"200000000元", "20公里"}),
    ("一、“暖春”活动\n走访企业120家。\n二、其他工作\n走访村民300户。", {"120家"}),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_what_is_counted(text: str, figures: set[str]) -> None:
    found = [figure for figure in read(text, REPORT).figures if figure.about.kind == "Initiative"]
    assert {figure.value + figure.unit for figure in found} == figures


def test_the_county_that_a_report_speaks_of_is_who_reports() -> None:
    text = "县里组建产业平台，漓江产业园开工建设。"
    assert {who for _, _, who in relations(read(text, REPORT), "participant")} == {"阳朔县人民政府"}


def test_items_inside_a_paragraph_are_headed() -> None:
    text = "三、关爱妇女。（一）“母亲快车”项目。为3600名妇女检查。（二）“春蕾计划”。筹集资金42万元。"
    found = {(figure.about.name, figure.value + figure.unit) for figure in read(text, REPORT).figures}
    assert {("母亲快车", "3600名"), ("春蕾计划", "420000元")} <= found


@pytest.mark.parametrize(
    ("title", "actors"),
    [
        ("阳朔县统计局关于2020年阳朔县国民经济和社会发展的统计公报", {"阳朔县"}),  # who counts does nothing
        ("阳朔县教育局2020年工作综述", {"阳朔县教育局"}),
        ("中共阳朔县委宣传部2020年工作亮点", {"中国共产党阳朔县委员会宣传部"}),
        ("阳朔县公安局“十三五”工作回顾", {"阳朔县公安局"}),
        ("阳朔县水利局二〇二〇年上半年工作总结及下半年工作计划", {"阳朔县水利局"}),
        ("阳朔县统计局2020年法治政府建设情况报告", {"阳朔县统计局"}),
        ("阳朔县人民政府关于水库移民安置的情况报告", {"阳朔县人民政府"}),
        ("阳朔县纪委监委2020年工作总结", {"中国共产党阳朔县纪律检查委员会", "阳朔县监察委员会"}),
    ],
)
def test_who_reports_acts(title: str, actors: set[str]) -> None:
    text = "扎实开展“暖春”行动，走访群众。县委、县政府高度重视，县委书记多次调研，县政府投入资金。"
    assert {who for _, _, who in relations(read(text, title), "participant", "leadBody")} == actors


def test_rows_are_read_in_step_behind_a_comma() -> None:
    text = "县水利局实施桂花河治理工程、柳河拓浚工程，分别完成土方120万立方米、86万立方米。"
    found = {(figure.about.name, figure.value) for figure in read(text, NEWS).figures}
    assert found == {("桂花河治理工程", "1200000"), ("柳河拓浚工程", "860000")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("县民政局将“暖春”行动作为重点，募集资金20万元。", ""),
        ("“净网”行动查处散布谣言人员60人。", ""),
        ("“净网”行动破案60起，占目标任务的90%。", ""),
        ("“净网”行动将破案60起。", "planned"),
    ],
)
def test_what_is_done_is_no_plan(text: str, status: str) -> None:
    assert {figure.status for figure in read(text, NEWS).figures} == {status}


def test_what_a_works_has_is_told_beside_what_only_works_have() -> None:
    text = "桂花灌区工程开工。\n供水人口30万人，设计灌溉面积147万亩。"
    assert {figure.about.name for figure in read(text, NEWS).figures} == {"桂花灌区工程"}


def test_what_a_sentence_describes_has_its_numbers() -> None:
    found = {figure.about.name for figure in read("桂花镇古板村位于镇东北部，土地面积3180亩。", NEWS).figures}
    assert found == {"桂花镇古板村"}


def test_the_hope_project_is_no_hope_and_news_begin_with_a_day() -> None:
    text = "1月14日上午，县民政局开展希望工程“暖春”行动。开展“牵手”行动。"
    found = [c for c in read(text, "").claims if c.predicate == "participant"]
    assert {c.status for c in found} == {""}
    assert {c.object.name for c in found} == {"县民政局"}


def test_the_party_acts_in_its_own_report() -> None:
    title = "为建设富美龙游而努力奋斗\n——2011年12月20日在中国共产党龙游县第八次代表大会上的报告"
    text = "我代表中国共产党龙游县第七届委员会向大会作报告。\n连续五年开展“暖春”行动。县政府支持县政府。"
    found = relations(read(text, title), "participant", "leadBody")
    assert {who for _, _, who in found} == {"中国共产党龙游县委员会"}


def test_a_work_that_is_looked_at_is_of_the_county_that_the_sentence_names() -> None:
    title = "汉中市新闻"
    text = "市长林知远一行到洋县，实地察看石板桥污水处理厂项目建设情况。"
    assert ("石板桥污水处理厂项目", "participant", "洋县") in relations(read(text, title), "participant")
