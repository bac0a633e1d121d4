"""Campaigns, systems and activities: what names one, and which words of the language of government do not."""

from __future__ import annotations

import pytest

from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Figures of speech and manners of work, alone and in rows, are none, but a campaign may be called by them.
        ("打造“朋友圈”，开展“一对一、面对面”服务，让窗口“24小时不打烊”", []),
        ("推行“线上+线下”办理，实施“清单化”管理，发展“夜间经济”", []),
        ("逐步扩大“新农人”试点，形成“四位一体”运行机制", ["新农人", "四位一体"]),
        ("开展“六个一”活动", ["六个一"]),
        # What has a head noun of its own, or moves the work, is one whatever follows.
        ("“暖窗计划”[2]等政策措施有效落实", ["暖窗计划"]),
        ("以“一号暖窗工程”为牵引，优化服务", ["一号暖窗工程"]),
        ("实行审批、施工“四线并进法”", ["四线并进法"]),
        ("提升能力，“周三夜课”已举办24期", ["周三夜课"]),
        ("柳河镇“大榕树议事亭”成为联系群众的暖心驿站", ["大榕树议事亭"]),
        # What is fought or pushed on as a campaign, becomes known, or brings something in is one.
        ("深入推动“走看想干”，全力打好“石板六仗”", ["走看想干", "石板六仗"]),
        ("打好“组合拳”，推动“单点”转变", []),
        ("“石热入济”全线贯通投用，“好客石板望山好礼”更加响亮", ["石热入济", "好客石板望山好礼"]),
        ("建强“石服办”等为民服务平台，“阳光编班”广受好评", ["石服办", "阳光编班"]),
        ("加强“双一流”“双特色”建设", ["双一流", "双特色"]),
        ("“高效办成一件事”惠及企业，“石板消夏夜”火爆出圈", ["高效办成一件事", "石板消夏夜"]),
        ("打造10个“数字领军”企业", []),
        ("力推“亮牌”入企、“综合查一次”，“以旧换新”政策惠及9万农户", ["亮牌", "综合查一次", "以旧换新"]),
        ("启动新一轮三年行动", []),
        ("引进“双一流”高校3所", []),
        ("办好“好运石板”系列赛事，组建“1+5”窑业产业联盟", ["好运石板"]),
        ("实施“石肥一体+密植”138万亩、增长6.2%，“一喷多防”383万亩", ["石肥一体+密植", "一喷多防"]),
        # A note between quotations of a row does not part them.
        ("开展“三清”（清垃圾、清淤泥）、“四改”的整治行动", ["三清", "四改"]),
    ],
)
def test_quotations(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Words that many places are called by are no places behind a quality.
        ("推进平台健康发展建设，推进智慧交通建设", []),
        ("推行甲乙事项告知承诺制，全面落实首问负责制、路长制", ["甲乙事项告知承诺制", "首问负责制", "路长制"]),
        ("实施用水总量和强度双控制度", ["用水总量和强度双控制度"]),
        ("办好石板文化边疆行系列活动，支持银行活动", ["石板文化边疆行系列活动"]),
        ("打好石板治本攻坚三年行动“收官战”，", ["石板治本攻坚三年行动"]),
        ("推进4个小作坊数字化转型试点", ["小作坊数字化转型试点"]),
        ("联动提升甲乙地区双城经济圈发展能级", ["甲乙地区双城经济圈"]),
        ("抓好全省第三轮修志工作，天保工程有效管护27万亩", ["第三轮修志", "天保工程"]),
        ("支持桂林市开展窑业场景试点城市建设", ["窑业场景试点"]),
        ("国际旅游目的地石板湖创建三年行动取得新成效", ["国际旅游目的地石板湖创建三年行动"]),
        ("石板营养改善计划提质扩面，桂林在国家发展战略中的地位提升", ["石板营养改善计划"]),
        ("开展第九次全国石板普查、全国第三轮修谱试点", ["第九次全国石板普查", "全国第三轮修谱试点"]),
        # The words that sum up a row may stand in quotation marks.
        ("实施老窑焕新提升、新窑育苗培育“两大行动”", ["老窑焕新提升", "新窑育苗培育", "两大行动"]),
        ("实施石板文化兴盛、窑口改革攻坚等“六大行动”，", ["石板文化兴盛", "窑口改革攻坚", "六大行动"]),
        ("扎实推进窑口焕新“十大行动”，加快转型", ["十大行动"]),
        (
            "优化升级窑口英才计划，全面展开窑口生命线、石板水患治理、城乡安居三大工程，",
            ["窑口英才计划", "窑口生命线", "石板水患治理", "城乡安居"],
        ),
        ("实施桂林、二连浩特、柳州等重点口岸提升工程，", []),
        ("实施石板价值引领、窑口育新升级、班组建设提质等六大行动，", ["石板价值引领", "窑口育新升级", "班组建设提质"]),
        ("持续推进茶叶、水产等千亿优势产业升级工程，", ["千亿优势产业升级工程"]),
        ("实施石板河、望仙河沿线非遗保护计划，", ["石板河、望仙河沿线非遗保护计划"]),
        ("办好石板峰会、港口石板周等活动。", []),
        ("实施有效投资上台阶行动，开展领导干部大接访", ["有效投资上台阶行动", "领导干部大接访"]),
        ("推动“双招双引”提质升级，实现“双战双赢”", ["双招双引"]),
        ("接续实施良好开局、冬季会战、百日攻坚等行动，", ["良好开局", "冬季会战", "百日攻坚"]),
        # Whose help it is done with is not of the name.
        ("依托石板实验室开展窑业教育改革试点，", ["窑业教育改革试点"]),
        # A name with the long and the short end is one.
        ("推进窑烟治理攻坚，打好窑烟治理攻坚战", ["窑烟治理攻坚", "窑烟治理攻坚"]),
        ("实施工贸协同、窑口招引计划", ["工贸协同计划", "窑口招引计划"]),
    ],
)
def test_without_quotation_marks(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Halls, titles of honour and what is held up as a sample are none; a campaign of praise is one.
        ("考察“石板宪章”历史资料陈列馆，创建“石板治理示范社区”", []),
        ("开展“暖窗楷模”慰问活动，打造“石板讲窑史”系列党课", ["暖窗楷模", "石板讲窑史"]),
        ("打造窑业振兴样板工程，国家赋予桂林的各种试点，", []),
        ("全国窑业改革试点优秀案例发布", []),
        # Verbs of doing are not of the name of what a place is to become.
        ("，全力推动胜地建设，推进桂林国际旅游胜地建设，", ["桂林国际旅游胜地建设"]),
        ("巩固石板食品安全示范城市创建成果", []),
        # Words of a sentence, cut out of it, and who built it.
        ("桂林把石板隧道工程建成通车，标志着石板大桥工程最终全线通车", []),
        ("市政府决定石板棚户区改造工程年内开工，必须保持桂林旅游项目", []),
        ("目前，桂林、柳州、梧州5市建成文明小区194个", []),
        ("柳州、桂林、南宁等铁路局完成运输", []),
        ("王石板、李窑口等到机场迎接，增加桂林参赛项目，驻石板国大使馆正式开馆", []),
        # Digits, a place, a count and repetition tell nothing of what is quoted; nor do verbs that many things follow.
        ("标号为“1766”的文物，“桂林长虹”1.5万股，“小窑工”有3个孩子", []),
        ("“石板”号飞船与“石板”号对接，“石板”号返回", []),
        ("“八五”和“九五”期间，提出“窑工兴则窑业兴”，用于“新窑通”上", []),
        ("包括石板窑业管理费、窑口市场管理费等9项收费项目，", []),
        ("，超额完成桂林现金回笼计划，抓住机遇确定战略", []),
        ("本报讯石板大桥日前建成通车", ["石板大桥"]),
    ],
)
def test_what_is_none(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Things are done in a campaign, by it, or with it as the lever; how far it reaches is not of its name.
        ("在石板清源行动中，县公安局查处案件12起", ["石板清源行动"]),
        ("县公安局在渣土运输治理专项行动中查处案件", ["渣土运输治理专项行动"]),
        ("以窑口育新计划为抓手，在窑业股份合作制试点中，", ["窑口育新计划", "窑业股份合作制试点"]),
        ("通过城中村拆迁攻坚战，全县关停企业8家", ["城中村拆迁攻坚战"]),
        ("全市石板清源行动取得成效", ["石板清源行动"]),
        ("县里开展了为期三个月的石板清源行动", ["石板清源行动"]),
        ("在实际行动中，在他的行动中，以实际行动支持建设", []),
        # Movements, fights against crime, censuses, weeks; activities that say what is done for whom.
        ("全县开展了爱国卫生运动，掀起增产节约运动", ["爱国卫生运动", "增产节约运动"]),
        ("开展秋季劳动竞赛，举办窑业知识竞赛", ["秋季劳动竞赛"]),
        ("开展体育运动，参加工人运动，作坚决斗争", []),
        ("开展夏季严打斗争，组织实施地下管线普查", ["夏季严打斗争", "地下管线普查"]),
        ("深入开展机关作风教育实践活动", ["机关作风教育实践活动"]),
        ("开展送医下乡活动，开展文明窗口创建活动", ["送医下乡活动", "文明窗口创建活动"]),
        ("开展各类创建活动，开展互相帮扶活动，开展劳动竞赛", []),
        # Weather, light and weapons tell a campaign apart by two characters.
        ("开展利剑行动，春风行动取得成效，实施燎原计划", ["利剑行动", "春风行动", "燎原计划"]),
        ("开展联合行动，救援行动取得成效", []),
        ("开展财税大检查，开展打假专项斗争", ["财税大检查", "打假专项斗争"]),
        # What is wanted for a work, or what it is counted among.
        ("桂林铁路被列为省重点项目，石板大桥被列为省重点项目", ["桂林铁路", "石板大桥"]),
        ("全力推进窑源煤矿建设，桂林灌区续建配套项目开工", ["窑源煤矿", "桂林灌区续建配套项目"]),
    ],
)
def test_frames_and_kinds(text: str, names: list[str]) -> None:
    assert strong(text) == names


def test_nested_quotation_marks_name_a_campaign() -> None:
    speech = "“这是落实‘暖窗守护’行动的举措，今后我们还要把它坚持下去，让更多的人受益，让更多的人参加进来。”"
    assert strong(speech) == ["暖窗守护"]
    assert strong("“我们推进‘暖窗守护’三年行动，力争全覆盖。”") == ["暖窗守护"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("林知远委员就“健全分配制度，规范收入秩序”在大会上发言。", []),
        ("委员们围绕“建立厉行节约长效机制”和“优化营商环境”等主题作书面发言。", []),
        ("县政协围绕“三改一拆”专题协商，并围绕“一改两治”行动开展视察。", ["三改一拆", "一改两治"]),
    ],
)
def test_the_topic_of_a_speech_is_no_initiative(text: str, names: list[str]) -> None:
    assert strong(text) == names
