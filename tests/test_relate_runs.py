"""Who runs an initiative and what is counted of it, where neither stands next to its name."""

from __future__ import annotations

import pytest

from tests.reading import read, relations

NEWS, REPORT = "阳朔县动态", "阳朔县政府工作报告"

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
]


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_who_acts_by_words_and_titles(text: str, actors: set[str]) -> None:
    assert {who for _, _, who in relations(read(text, NEWS), "participant", "leadBody")} == actors


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
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_what_is_counted(text: str, figures: set[str]) -> None:
    found = [figure for figure in read(text, REPORT).figures if figure.about.kind == "Initiative"]
    assert {figure.value + figure.unit for figure in found} == figures


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


def test_the_party_acts_in_its_own_report() -> None:
    title = "为建设富美龙游而努力奋斗\n——2011年12月20日在中国共产党龙游县第八次代表大会上的报告"
    text = "我代表中国共产党龙游县第七届委员会向大会作报告。\n连续五年开展“暖春”行动。县政府支持县政府。"
    found = relations(read(text, title), "participant", "leadBody")
    assert {who for _, _, who in found} == {"中国共产党龙游县委员会"}
