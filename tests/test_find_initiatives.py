from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import initiatives, quantities
from govgraph.model import Document, Mention, Prose
from govgraph.text import Span, Text


def found(text: str, *earlier: Mention) -> list[Mention]:
    document = Document("0" * 32, "x.txt", text)
    prose = Prose(document, Text.of(text), (), (Span(0, len(text)),))
    before = (*earlier, *quantities.find(prose, (), seeds.load()))
    return sorted(initiatives.find(prose, before, seeds.load()))


def strong(text: str) -> list[str]:
    return [m.name for m in found(text) if m.strength == "strong"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深入开展“暖心助企”服务行动，走访企业30家", ["暖心助企"]),
        ("落实“湖畔书声”“山水画廊”行动", ["湖畔书声", "山水画廊"]),
        ("抓实“一核三带”，加快发展", ["一核三带"]),
        ("探索“园区+高校”合作模式", ["园区+高校"]),
        ("开展“进企业，解难题”主题活动", ["进企业，解难题"]),
        ("来自基层的“90后”委员说，要推进改革", []),
        ("1931年“九·一八”事件以后开展斗争", []),
        ("成功争取到甲河流域综合治理项目", ["甲河流域综合治理项目"]),
        ("现将千湖共治提升工程任务分工和推进机制进行明确", ["千湖共治提升工程"]),
        ("增强“四个意识”，做到“两个维护”", []),
        ("在“0801”疫情中率先清零，应对“7·20”特大暴雨", []),
        ("打赢“0331”疫情防控阻击战", ["0331"]),
        ("“4·13”以来，引进人才", []),
        ("推进“先锋聚力行动、清河便民行动”两项行动", ["先锋聚力行动", "清河便民行动"]),
        ("成为全省发展的“压舱石”", []),
        ("打造居民家门口的“暖心驿站”", []),
        ("与“红枫志愿服务队”一起走访居民", []),
        ("打造“暖心驿站”，服务居民", ["暖心驿站"]),
        ("把力量拧成“一条龙”", []),
        ("分会场在“创业之家”召开", []),
        ("助推国家卫生城市、“双拥”模范城市的创建", []),
        ("会议强调“要大力开展清河护岸活动”", []),
        ("发挥工业“火车头”作用", []),
        ("实现产量、产值“双翻番”", []),
        ("开展“我陪老人过重阳”活动", ["我陪老人过重阳"]),
        ("甲山街道“小院夜话”和乙湖街道“流动讲堂”主题活动受到好评", ["小院夜话", "流动讲堂"]),
        ("启动“城市双修”[4]工作，“惠农易贷”业务扎实推进", ["城市双修", "惠农易贷"]),
        ("荣获“全国文明城市”称号", []),
        ("推行“院落恳谈会”制度，会前“座谈会”", ["院落恳谈会"]),
        ("开展“两违”清理整治行动，查处“两违”", ["两违"]),
        ("完成“六五”普法，编制“十三五”规划", ["六五"]),
        ("农村“三分四定法”在全省推广", ["三分四定法"]),
        ("为“健康桂林”鼓与呼", ["健康桂林"]),
        ("全省“五水共治”第一枪打响", ["五水共治"]),
        ("农村饮水“三分在建、七分在管”", []),
        ("打造“枫桥式”派出所3个，抓好“三夏”生产", []),
        ("他说：“时间就是生命，我们一定完成任务。”", []),
        ("工作从“单点突破”向“全面推进”转变", []),
        ("结合“不忘初心、牢记使命”主题教育，查找不足", ["不忘初心、牢记使命"]),
        ("要坚定不移实施“环保立区、创新引领”发展战略", ["环保立区、创新引领"]),
        ("依托“药方云”平台的诊断功能", ["药方云"]),
        ("评论说这是一场“毫无希望”的改革", []),
        ("使基地成为输出能力的“蓄水池”", []),
    ],
)
def test_quoted_names(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("斗笠湾大桥扩建、石板二环路整修等项目强力推进", ["斗笠湾大桥扩建", "石板二环路整修"]),
        ("坚持大抓项目、抓高质量项目", []),
        ("高质量建设光网、临时数据中心等设施", []),
        ("总投资3亿元的斗笠湾文化旅游城开工建设", ["斗笠湾文化旅游城"]),
        ("桂林至柳州、柳州至来宾高速公路完成前期工作", ["桂林至柳州高速公路", "柳州至来宾高速公路"]),
        ("桂柳、柳来高速等续建项目加快建设", ["桂柳高速", "柳来高速"]),
        ("还有桂林甲乙大道（北段）建设项目（二期）共2项", ["桂林甲乙大道（北段）建设项目（二期）"]),
        ("办好市级重点项目，十大民生实事全部办结", ["十大民生实事"]),
        ("全力服务桂柳高速阳朔段建设", ["桂柳高速阳朔段"]),
        ("抓好全国农村改革试验区建设", ["全国农村改革试验区"]),
        ("县委领导兴建斗笠湾水库，至1960年春建成", ["斗笠湾水库"]),
        ("\n（一）园区提质行动计划。用三年时间", ["园区提质行动计划"]),
        ("\n有序推进易地扶贫搬迁，柳州养老模式获评全国示范", ["易地扶贫搬迁", "柳州养老模式"]),
        ("新开工项目12个，续建项目（3个）建成投用", []),
        ("斗笠湾小学完成改造，总投资12亿元，按期完成工程建设", []),
        # What is looked at is no work unless it is called one.
        (
            "委员们视察了石板镇茶叶科技园、斗笠街道清水湾灌区、石板大沟清淤工程、桂林第九小学北校区",
            ["石板大沟清淤工程"],
        ),
        ("推进桂林大道改造和斗笠湾大桥扩建等项目建设", ["桂林大道改造", "斗笠湾大桥扩建"]),
        ("桂林水泥、柳州医疗等一批龙头企业建成投产", []),
        ("道路、桥涵、公交等配套项目加快推进，农村公路改造全面完工", []),
        ("推进桂林甲街综合楼、社区养老综合服务楼等项目建设", ["桂林甲街综合楼", "社区养老综合服务楼"]),
        ("重点公建项目加快推进，储备项目早开快投", []),
        ("12所学校建成投用，一批高端酒店即将开业", []),
        ("开展“四好甲路”提升改造工程，现已完成新建、改造桥梁3座", ["四好甲路"]),
        ("县长在青竹坪排涝工程和石桥沟水库项目现场调研", ["青竹坪排涝工程", "石桥沟水库项目"]),
        ("实地检查了白沙河防洪护岸工程，要求加快进度", ["白沙河防洪护岸工程"]),
        ("深入北岸水质净化中心及配套管网工程施工现场", ["北岸水质净化中心及配套管网工程"]),
        ("先后来到云杉项目、陶瓷膜项目建设工地", ["云杉项目", "陶瓷膜项目"]),
        ("察看了道路，发现工程推进有序", []),
        ("婺城区项目集中签约", []),
        ("青石县领导和引资单位负责人共同为项目奠基", []),
        ("县委书记林知远调研重点工程建设", []),
        ("甲地纺织、乙地燃气等新开工项目业主出席开工仪式", []),
        (
            "签约的是甲集团投资3亿元的青石湖生态岛项目、投资5亿元的云杉整车漆项目",
            ["青石湖生态岛项目", "云杉整车漆项目"],
        ),
        (
            "投资14亿元某轩三元正极材料、15亿元甲山水泥优化升级等32个项目开工建设",
            ["某轩三元正极材料", "甲山水泥优化升级"],
        ),
        ("总投资86亿元的辽宁甲木、渼瑞石油等12个重大产业项目开工建设", ["辽宁甲木", "渼瑞石油"]),
        ("一期工程完工，路基工程完成七成，新建医院项目开工", []),
        ("去年底甲市发改委对规划工程进行批复", []),
        ("启动建设甲山粮食产业园", ["甲山粮食产业园"]),
        ("累计孵化创业项目11个，成功招引乙山能源等3个项目", []),
        ("确保斗笠湾大桥、桂林青云大道秋季投入使用", ["斗笠湾大桥", "桂林青云大道"]),
        ("书面通报2022年甲镇民生实事项目完成情况", ["2022年甲镇民生实事项目"]),
        ("会议票决2023年甲镇民生实事项目5件", ["2023年甲镇民生实事项目"]),
        ("合安和昌景黄高铁通车", ["合安高铁", "昌景黄高铁"]),
        ("溧阳经广德和宣城高铁开工", ["溧阳经广德和宣城高铁"]),
        ("省政府听取2019年度县政府民生实事项目进展，所有项目加快推进", ["2019年度县政府民生实事项目"]),
    ],
)
def test_works_in_rows_and_in_clauses_of_building(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("桂林成为国家新型甲乙综合试点县", ["国家新型甲乙综合试点"]),
        ("秀峰区正式成为省级甲乙综合改革试点区", ["省级甲乙综合改革试点"]),
        ("，旅游甲乙执业试点工作扎实推进", ["旅游甲乙执业试点"]),
        ("开展党史学习教育", ["党史学习教育"]),
        ("启动甲乙作风建设年活动", ["甲乙作风建设年活动"]),
        ("主动融入长三角一体化发展", ["长三角一体化"]),
        ("建好人大代表之家，开放委员会客厅", ["人大代表之家", "委员会客厅"]),
        ("推广“小院子”带动“大服务”经验", ["“小院子”带动“大服务”"]),
        ("坚持国际康养胜地建设", ["国际康养胜地建设"]),
        ("实行县领导下访接访制度，建立问题清单动态管理机制", ["县领导下访接访制度", "问题清单动态管理机制"]),
        ("加快推进城市公立医院综合改革", ["城市公立医院综合改革"]),
        ("完善社会保障制度，健全工作责任制，推进城乡一体化发展", []),
        ("人民代表大会制度", []),
    ],
)
def test_shapes_mechanisms_and_reforms(text: str, names: list[str]) -> None:
    assert strong(text) == names


def test_what_a_company_builds_keeps_the_company() -> None:
    text = "县长宣布桂林甲乙有限公司新建年产5万套桥架项目开工"
    owner = Mention(4, 12, "body", text[4:12], text[4:12], "test")
    assert [m.name for m in found(text, owner)] == ["桂林甲乙有限公司新建年产5万套桥架项目"]


def test_the_full_name_names_its_short_form() -> None:
    full, short = found("桂林市斗笠湾三桥扩建项目开工，斗笠湾三桥扩建项目投资2亿元")
    assert (full.name, short.name) == ("桂林市斗笠湾三桥扩建项目",) * 2
    assert full.get("names") == "斗笠湾三桥扩建项目|桂林市斗笠湾三桥扩建"


@pytest.mark.parametrize(
    "text",
    [
        "推进甲乙片区配套设施（石板东路）项目，石板东路项目投资2亿元",
        "推进桂林石板湖新校区项目，石板湖新校区项目竣工",
        "建好人大代表之家，办好代表之家",
    ],
)
def test_short_forms_that_the_document_has_unite(text: str) -> None:
    assert len({m.name for m in found(text)}) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深入实施北岸环境提升行动，成效明显", ["北岸环境提升行动"]),
        ("巩固校园食堂三年行动成果", ["校园食堂三年行动"]),
        ("实施人才优先、开放优先、绿色优先战略", ["人才优先战略", "开放优先战略", "绿色优先战略"]),
        ("办结第二轮省生态环保督察交办案件", ["第二轮省生态环保督察"]),
        ("深化平安桂林建设", ["平安桂林"]),
        ("升级12345政务服务便民热线", ["12345政务服务便民热线"]),
        ("全面落实河长制", ["河长制"]),
        ("甲乙药业万吨原料药项目竣工投产", ["甲乙药业万吨原料药项目"]),
        (
            "加快甲乙钢铁30万吨硅钢、丙丁矿业采选扩建等5个重点项目建设",
            ["甲乙钢铁30万吨硅钢", "丙丁矿业采选扩建"],
        ),
        ("桂林西站货运中心二期建成使用", ["桂林西站货运中心二期"]),
        ("加快建设桂林至柳州高速公路", ["桂林至柳州高速公路"]),
        ("加快推进青沙河、白石河综合整治工程", ["青沙河、白石河综合整治工程"]),
        ("开展专项行动，推进重点项目", []),
        ("实施各类水利项目72项", []),
        ("推进9个钢铁行业超低排放改造项目", []),
        ("建立健全长效机制，深化财政体制改革", []),
        ("优化营商环境，推动产业转型升级", []),
        ("主题教育基地迎来访客", []),
        ("向本次会议报告甲区2023年上半年国民经济和社会发展计划执行情况", []),
    ],
)
def test_names_without_quotation_marks(text: str, names: list[str]) -> None:
    assert strong(text) == names


def test_a_known_name_is_found_again_without_its_quotation_marks() -> None:
    mentions = found("开展“一核三带”行动。职工说，一核三带行动很好。")
    assert {(m.form, m.name) for m in mentions} == {("“一核三带”", "一核三带"), ("一核三带", "一核三带")}


def test_one_core_is_one_name() -> None:
    mentions = found("推进桂林甲药业二期项目建设，桂林甲药业二期建成投产")
    assert {m.name for m in mentions} == {"桂林甲药业二期"}
    assert {m.get("names") for m in mentions} == {"桂林甲药业二期项目"}


def test_forms_are_the_text() -> None:
    text = "实施甲乙优先、丙丁优先、戊己优先战略，开展“一核三带”行动，建设桂林至柳州高速公路"
    assert all(text[m.start : m.end] == m.form for m in found(text))


def test_the_longer_name_has_the_head() -> None:
    (mention,) = found("启动“星火”党建工程")
    assert (mention.name, mention.get("names"), mention.get("kind")) == ("星火", "星火党建工程", "programme")


def test_quotations_inside_documents_are_left_to_them() -> None:
    text = "印发《“暖心助企”行动方案》"
    document = Mention(2, len(text), "instrument", text[2:], text[3:-1], "test")
    assert found(text, document) == []


def test_the_patterns_prove_themselves() -> None:
    assert [fault for fault in seeds.faults(seeds.load()) if fault.startswith("initiatives.")] == []


def test_the_month_of_an_entry_is_not_part_of_the_name() -> None:
    month = Mention(0, 2, "date", "8月", "--08", "date.month_only")
    assert "战石水库" in [mention.name for mention in found("8月战石水库开工，1961年6月竣工。", month)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A quotation with a head noun of its own is a name, whatever is done with it.
        ("建议把“山村教师安居百日行动”延长一年", ["山村教师安居百日行动"]),
        ("建议把“金钥匙”用好", []),
        ("县里先在两个镇试了“柴草银行”，", ["柴草银行"]),
        ("学生自发办起“千村访井”暑期实践，", ["千村访井"]),
        # Two lines of equal length are a saying, unless somebody carries them out.
        ("信末有一句“一江连两岸，百业共千帆”。", []),
        ("开展“一江连两岸，百业共千帆”，走访三村。", ["一江连两岸，百业共千帆"]),
        # What a name does, and when, tells where it ends.
        ("古井名泉修复三年行动已给六十处泉眼清淤。", ["古井名泉修复三年行动"]),
        ("松江港换装能力扩建项目下月动工，", ["松江港换装能力扩建项目"]),
        ("重点项目将继续增加，", []),
    ],
)
def test_a_name_and_what_is_done_with_it(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("召开环境整治“百日清河”行动动员大会", ["百日清河"]),
        ("举办“五清三治”知识竞赛", []),
    ],
)
def test_what_a_gathering_sets_going_is_an_initiative(text: str, names: list[str]) -> None:
    start, end = text.index("“"), max(text.find(word) + len(word) for word in ("大会", "会议", "竞赛"))
    meeting = Mention(start, end, "meeting", text[start:end], text[start:end], "test")
    assert [m.name for m in found(text, meeting) if m.strength == "strong" and m.rule == "initiative.quoted"] == names


def test_a_quotation_without_its_beginning_stops_nothing() -> None:
    assert strong("深化三资”改革和林权制度改革，实施城市更新行动。") == ["城市更新行动"]
