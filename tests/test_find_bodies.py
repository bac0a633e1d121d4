"""Bodies: text → the names, jurisdictions and legal names that a reader would write down."""

import subprocess
import sys

import pytest

from govgraph import seeds
from govgraph.find import bodies, places
from govgraph.model import Document, Mention, Paragraph, Prose
from govgraph.text import Span, Text


def prose(text: str) -> Prose:
    document = Document("0" * 32, "test.txt", text)
    return Prose(document, Text.of(text), (Paragraph(0, len(text)),), (Span(0, len(text)),))


def mentions(text: str) -> list[Mention]:
    read, words = prose(text), seeds.load()
    return sorted(bodies.find(read, tuple(places.find(read, (), words)), words))


def strong(text: str) -> list[str]:
    return [mention.name for mention in mentions(text) if mention.strength == "strong"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "省政府打击走私工作领导小组办公室和县委农村工作领导小组通知",
            ["省政府打击走私工作领导小组办公室", "县委农村工作领导小组"],
        ),
        ("县政府召开领导小组会议，", ["县政府"]),
        ("他在和平医院治病，和顺煤矿投产。", ["和平医院", "和顺煤矿"]),
        ("按照省委、省政府部署", ["省委", "省政府"]),
        ("授权省及设区的市人民政府规定措施，三个设区的市人大常委会报批", []),
        ("按照省委省政府部署", ["省委", "省政府"]),
        ("县建设科举办训练班，县民政科科长到会。", ["县建设科", "县民政科"]),
        ("县农业科技人员下乡。", []),
        ("隶属中共泰东特委，与阳西特委合并，冀鲁豫16地委决定。", ["中共泰东特委", "阳西特委", "冀鲁豫16地委"]),
        ("中共湖西工委成立。", ["中共湖西工委"]),
        ("1965年，县设贫下中农协会。", ["贫下中农协会"]),
        ("选举政协第二届莱芜市委员会主席", ["政协莱芜市委员会"]),
        ("市委书记讲话，市长致辞。", ["市委"]),
        ("市人民政府市长致辞。", ["市人民政府"]),
        ("市委农办主任介绍情况。", ["市委农办"]),
        ("磐石市教育局开展检查。", ["磐石市教育局"]),
        ("县教育局党组书记说", ["县教育局", "县教育局党组"]),
        ("团市委组织青年植树。", ["团市委"]),
        ("陈建华，团县委书记，县府办主任", ["团县委", "县府办"]),
        ("省委第十一巡视组组长", ["省委第十一巡视组"]),
        ("松江中学校长和县农商银行董事长", ["松江中学", "县农商银行"]),
        ("政协吉林市第十四届委员会开会", ["政协吉林市委员会"]),
        ("中共连云港市委员会决定", ["中共连云港市委员会"]),
        ("舒兰市第十九届人民代表大会常务委员会决定", ["舒兰市人民代表大会常务委员会"]),
        ("十四届全国人大常委会第一次会议", ["全国人大常委会"]),
        ("吉林市市委书记调研", ["吉林市委"]),
        ("国务院批准了方案。", ["国务院"]),
        ("外交部部长出席", ["外交部"]),
        ("任命他为水利部部长。", ["水利部"]),
    ],
)
def test_forms_with_their_jurisdiction(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("日前，解放军第149医院、武警松江支队组织义诊。", ["解放军第149医院", "武警松江支队"]),
        ("驻地73001部队官兵与八路军117师老兵座谈。", ["73001部队", "八路军117师"]),
        ("中央第三巡视组进驻，省第八生态环境保护督察组反馈。", ["中央第三巡视组", "省第八生态环境保护督察组"]),
        ("对县委第四巡察组等单位予以表彰。", ["县委第四巡察组"]),
        ("由中铁十一局集团第二工程有限公司承建。", ["中铁十一局集团第二工程有限公司"]),
        ("项目由中交二航局、中建三局施工。", ["中交二航局", "中建三局"]),
        ("民盟县支部和农工党县总支发言。", ["民盟县支部", "农工党县总支"]),
        (
            "县委宣传科干事，县纪委监委派驻第三纪检监察组组长",
            ["县委", "县委宣传科", "县纪委", "县纪委监委派驻第三纪检监察组"],
        ),
        (
            "在县乡村振兴领导小组的指导下，由县联防联控指挥部办公室负责。",
            ["县乡村振兴领导小组", "县联防联控指挥部办公室"],
        ),
        ("县委牵头工作领导小组日常事务。", ["县委"]),
        ("县城投公司、县文旅公司负责建设。", ["县城投公司", "县文旅公司"]),
        ("移动松江分公司、人行沂水县支行参加。", ["移动松江分公司", "人行沂水县支行"]),
        ("新建人行天桥和人行步道。", []),
        ("县农行、县农商行提供贷款。", ["县农行", "县农商行"]),
        ("县一中组织活动，县职校参加。", ["县一中", "县职校"]),
        ("全县一中队官兵", []),
        ("县知联会、市新阶联协办。", ["县知联会", "市新阶联"]),
        ("记者从县老科协的报告中获悉", ["县老科协"]),
        ("（六）市老龄工作委员会办公室由市卫健局调整至市民政局。", ["市老龄工作委员会办公室", "市卫健局", "市民政局"]),
        ("永丰县恩江镇、青原区河东街道办事处", ["青原区河东街道办事处"]),
        ("国网松江供电公司安全监察部", ["国网松江供电公司", "国网松江供电公司安全监察部"]),
        ("成立红旗、卫星等12个人民公社。", ["红旗公社", "卫星公社"]),
        ("下洋镇来报。下洋派出所、下洋中学联合整治。", ["下洋派出所", "下洋中学"]),
        ("中南大学湘雅二医院专家到县。", ["中南大学湘雅二医院"]),
        ("来到厦门大学建筑与土木工程学院。", ["厦门大学", "厦门大学建筑与土木工程学院"]),
        ("称县革委会计划组。", ["县革委会", "县革委会计划组"]),
    ],
)
def test_bodies_by_shape_number_and_short_name(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("临沂市生态环境局沂水县分局局长", ["临沂市生态环境局沂水县分局"]),
        ("市政府驻广州办事处主任", ["市政府驻广州办事处"]),
        ("省农业科学院绥化分院帮扶", ["省农业科学院绥化分院"]),
        ("农行望奎支行行长", ["农行望奎支行"]),
        ("松江银行港北支行协办", ["松江银行港北支行"]),
        ("来到禾合农业开发有限公司调研", ["禾合农业开发有限公司"]),
        ("与云帆（漳州）实业有限公司签约", ["云帆（漳州）实业有限公司"]),
        ("邀请省社科院研究员授课", ["省社科院"]),
        ("《松江书画报》副总编辑到会", ["松江书画报"]),
        ("市中级人民法院刑事审判第一庭庭长", ["市中级人民法院", "市中级人民法院刑事审判第一庭"]),
        ("县委组织部干部监督科科长", ["县委组织部", "县委组织部干部监督科"]),
        ("县公安局城关派出所所长", ["县公安局城关派出所"]),
        ("由鳌山派出所承办", ["鳌山派出所"]),
        ("经过鳌湾收费站", ["鳌湾收费站"]),
        ("提升桂林医科大学二附院和桂林大学附一院", ["桂林医科大学二附院", "桂林大学附一院"]),
        ("建成华为桂林研发基地，由一汽吉林承建", ["华为", "一汽吉林"]),
        ("加快建设石板湖旅游集散中心、望仙物流配送中心", []),
        ("县纪委监委驻县教育局纪检监察组组长", ["县纪委监委驻县教育局纪检监察组"]),
        ("区政协经济科技委、提案委负责", ["区政协经济科技委", "提案委"]),
        ("县教育局共处理信访3处。", ["县教育局"]),
        ("县纪委监委派驻县水利局纪检监察组组长", ["县纪委监委派驻县水利局纪检监察组"]),
        ("驻区水利局纪检监察组开展检查", ["驻区水利局纪检监察组"]),
        ("区委第一巡察组进驻", ["区委第一巡察组"]),
        ("武汉大学史学系古代史专业学习。", ["武汉大学", "武汉大学史学系"]),
        ("县人民法院经济庭副庭长", ["县人民法院", "县人民法院经济庭"]),
        ("县人民法院院长、党组书记", ["县人民法院"]),
        ("中央办公厅主任兼国家语言文字办公室主任", ["中央办公厅", "国家语言文字办公室"]),
        ("资源与环境委员会主任委员", []),
        ("县教育局安全监督处处长", ["县教育局", "县教育局安全监督处"]),
        ("省科协组织人事部部长", ["省科协"]),
        ("江城环境报记者和江城卫视到场", ["江城环境报", "江城卫视"]),
        ("省科协对外宣传部部长", ["省科协", "省科协对外宣传部"]),
        ("喀什地委副书记、行署专员", ["喀什地委", "行署"]),
        ("清华大学环境科学与工程系主任", ["清华大学", "清华大学环境科学与工程系"]),
        ("吉安地委书记、吉安行署专员", ["吉安地委", "吉安行署"]),
        ("县教育局和各科室负责人", ["县教育局"]),
        ("区政协领导和碧江区委领导", ["区政协", "碧江区委"]),
    ],
)
def test_units_stand_after_their_body_and_branches_are_one_with_it(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县农牧和科技局局长", ["县农牧和科技局"]),
        ("县不动产登记和交易中心主任", ["县不动产登记和交易中心"]),
        ("县财政局和审计局", ["县财政局", "审计局"]),
        ("县公安局和消防大队", ["县公安局", "消防大队"]),
        ("县委和县政府", ["县委", "县政府"]),
        ("张大明率县水务局调研", ["县水务局"]),
        ("这是县委的决定", ["县委"]),
        ("市拆违办主任、市创城办负责", ["市拆违办", "市创城办"]),
        ("由市商务局承办。", ["市商务局"]),
        ("会后，市施工企业协会、县质安监管总队发言。", ["市施工企业协会", "县质安监管总队"]),
        ("会后，市领导察看产品展示中心。", []),
        ("会后，市召开企业协会座谈会。", []),
    ],
)
def test_a_name_goes_on_over_a_joint_and_not_over_what_precedes_it(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县文明办、林业局、水利局参加", ["县文明办", "林业局", "水利局"]),
        ("县委常委、宣传部长讲话", ["县委", "宣传部"]),
        ("重庆市、青海省人大常委会来访", ["重庆市人大常委会", "青海省人大常委会"]),
        ("蛟河、船营代表团分组审议", ["蛟河代表团", "船营代表团"]),
        ("落实省、市、区委要求", ["省委", "市委", "区委"]),
        ("接受市人大及其常委会监督", ["市人大", "常委会"]),
        ("海南省教育厅副厅长、省人事厅厅长", ["海南省教育厅", "省人事厅"]),
        (
            "县清洁家园领导小组办公室（简称县清洁办）开会。县清洁办发文。",
            ["县清洁家园领导小组办公室", "县清洁办", "县清洁办"],
        ),
        ("县文明办、拆违办、水利局参加", ["县文明办", "拆违办", "水利局"]),
        ("县里成立督查指导组", ["督查指导组"]),
    ],
)
def test_lists_say_a_thing_once_for_all(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("走访桂林银海塑业有限公司", ["桂林银海塑业有限公司"]),
        ("前往北华大学参观", ["北华大学"]),
        ("市歌舞团赴外地演出", ["市歌舞团"]),
        ("支持大黑山钼业扩产", ["大黑山钼业"]),
        ("鑫锋磨料、仰韶酒业获奖", ["鑫锋磨料", "仰韶酒业"]),
        ("县“美丽家园”活动领导小组开会", ["县美丽家园活动领导小组"]),
        ("记者从江城日报获悉", ["江城日报"]),
        ("撤销国家水产总局", ["国家水产总局"]),
        ("吉林市商务局局长发言", ["吉林市商务局"]),
        ("柳河人民法庭创建调解室", ["柳河人民法庭"]),
        ("九三学社松江支社提出建议", ["九三学社松江支社"]),
        ("1327名县镇人大代表述职", []),
        ("建成基层人民法庭", []),
        ("民盟松江总支提出建议", ["民盟松江总支"]),
        ("设立法官工作站12个", []),
        ("与县公安局共同签署协议", ["县公安局"]),
        ("区人大常委会各委办分工", ["区人大常委会"]),
        ("参加省人大专门委员会会议", ["省人大"]),
    ],
)
def test_names_end_with_their_kind_and_begin_somewhere(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("与甲讯、乙信等世界500强企业签约。", ["甲讯", "乙信"]),
        ("先后走访松江生物、旭岭工业、松江四友、海岳药业等企业。", ["松江生物", "旭岭工业", "松江四友", "海岳药业"]),
        ("东窖老酒、六粮液、北南春三家酒企营收翻番。", ["东窖老酒", "六粮液", "北南春"]),
        ("与甲联重科、乙里云签署协议。", ["甲联重科", "乙里云"]),
        ("与群众座谈，与央企签约，引进项目10个。", []),
        ("西方希望被评为省级智能工厂。", ["西方希望"]),
        ("，松江碳谷15万吨原丝二期项目投产。", ["松江碳谷"]),
        ("桂林银行完成首轮增资，三金药业获市长质量奖。", ["桂林银行", "三金药业"]),
        ("昌陆数控高端量具等一批项目竣工。", ["昌陆数控"]),
        ("汽车、化工等企业转型，国有、民营等企业发展。", []),
        ("支持吉林、长春等地企业发展。", []),
        ("发展生物医药、汽车电子、精密模具等产业。", []),
        ("我市被评为全国文明城市，多家企业获评绿色工厂。", []),
        ("大力发展精细化工，推进石板煤炭综合利用项目建设。大力发展精细化工，", []),
    ],
)
def test_companies_by_lists_and_by_what_is_said_of_them(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("将国家标准总局、专利局合并。", ["国家标准总局", "专利局"]),
        ("撤销国务院粮食小组和国家基本物资委员会。", ["国务院粮食小组", "国家基本物资委员会"]),
        ("吉林大学第一医院、第三医院、口腔医院义诊。", ["吉林大学第一医院", "吉林大学第三医院", "吉林大学口腔医院"]),
        ("表扬江北社区代表联络站“红马甲”维修队。", ["江北社区代表联络站", "江北社区代表联络站红马甲维修队"]),
        ("越南高级干部考察团到访。", ["越南高级干部考察团"]),
        ("江北在线生活网讯（记者甲）", ["江北在线生活网"]),
        ("由江西立大节能环保设备有限责任公司承建。", ["江西立大节能环保设备有限责任公司"]),
        ("我省代表团提出建议。", ["省代表团"]),
        ("县委下设组织部、宣传部。", ["县委", "组织部", "宣传部"]),
        ("加快建设桂林高水平大学。", []),
    ],
)
def test_organs_of_the_nation_of_universities_and_of_places(text: str, names: list[str]) -> None:
    assert strong(text) == names


def test_a_text_about_one_congress_means_its_own_committees() -> None:
    alone = "首次由预算工委报告，常委会党组研究。"
    assert strong(alone) == []
    assert strong("县人大常委会审议。" * 8 + alone)[8:] == ["预算工委", "常委会党组"]


def test_a_text_about_the_nation_means_its_own_offices() -> None:
    alone = "军工生产办公室与林垦科技委员会合并。"
    assert strong(alone) == []
    assert strong("水利部、" * 8 + "。" + alone)[8:] == ["军工生产办公室", "林垦科技委员会"]


@pytest.mark.parametrize(
    "text",
    [
        "有关部门和相关企业要抓好落实",
        "围绕中心工作和大局，开好局",
        "十八届三中全会召开",
        "水利部门加强巡查",
        "各省、市、自治区政府要重视",
        "直辖市人民政府应当公布",
        "壮大化工产业和光电产业园",
        "对口协商会有序举行",
        "高水平推进城市公立医院改革",
        "大学生就业形势",
        "市场秩序明显好转",
        "推行支部领办合作社，国防工业的生产有序",
    ],
)
def test_not_bodies(text: str) -> None:
    assert strong(text) == []


@pytest.mark.parametrize(
    ("text", "jurisdiction", "kind", "full", "short"),
    [
        ("市政府决定", "市", "government", "{J}人民政府", "{J}政府"),
        ("吉林市委宣传部印发", "吉林市", "department", "中国共产党{J}委员会宣传部", "{J}委宣传部"),
        ("磐石市五中开学", "磐石市", "school", "{J}第五中学", "{J}五中"),
        ("全国人大财经委审议", "全国", "congress", "全国人民代表大会财政经济委员会", "全国人大财经委"),
        ("区监委通报", "区", "supervision", "{J}监察委员会", "{J}监委"),
        ("走访棋盘村委并座谈", "棋盘村", "grassroots", "{J}村民委员会", "{J}村委会"),
        ("走访棋盘村村委并座谈", "棋盘村", "grassroots", "{J}村民委员会", "{J}村委会"),
        ("中央军委命令", "", "military", "中央军事委员会", "中央军委"),
    ],
)
def test_attributes_let_a_later_step_name_the_body(
    text: str, jurisdiction: str, kind: str, full: str, short: str
) -> None:
    (mention,) = mentions(text)
    assert (mention.get("jurisdiction"), mention.get("kind"), mention.get("full")) == (jurisdiction, kind, full)
    assert short in mention.get("short").split("|")


@pytest.mark.parametrize("text", ["人大常委会审议", "党组学习", "政协协商"])
def test_forms_alone_are_weak(text: str) -> None:
    assert [mention.strength for mention in mentions(text)] == ["weak"]


def test_a_rank_that_somebody_is_given_is_no_body() -> None:
    assert strong("吉林市博物馆获评国家一级博物馆，景区成功创建某市首个国家体育旅游示范基地。") == ["吉林市博物馆"]


def test_forms_are_what_the_text_says() -> None:
    text = "蛟河、船营代表团审议；县“美丽家园”活动领导小组开会；吉林市十七届人大四次会议。"
    found = mentions(text)
    assert found
    assert all(mention.form == text[mention.start : mention.end] for mention in found)


def test_the_word_lists_are_sound() -> None:
    assert [fault for fault in seeds.faults(seeds.load()) if fault.startswith("bodies.")] == []


def test_the_order_of_sets_does_not_matter() -> None:
    code = (
        "from tests.test_find_bodies import mentions;"
        "print(mentions('县委、县政府和吉林市教育局、民政局，鑫锋磨料、仰韶酒业在北华大学开会'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": path},
        ).stdout
        for seed, path in ((seed, ":".join(["src", ".", *sys.path])) for seed in ("0", "1", "2"))
    }
    assert len(runs) == 1


OWN = "某省文化和旅游厅工作要点\n办好图书馆（单位：公共服务处、艺术处）\n培训（单位：科技教育处、公共服务处）"


def test_an_office_means_its_own_sections_where_it_lists_several() -> None:
    found = [m.name for m in mentions(OWN.replace("某省", "河南省")) if m.rule == "body.household"]
    assert found == [f"河南省文化和旅游厅{unit}处" for unit in ("公共服务", "艺术", "科技教育", "公共服务")]
    assert not [m for m in mentions("县里有两处：公共服务处、艺术处") if m.rule == "body.household"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1946年，舒兰县政府设民政科、财政科、司法处。", ["舒兰县政府", "民政科", "财政科", "司法处"]),
        ("舒兰县政府1948年\n增设农业科、林政科、县人民法院。", ["舒兰县政府", "农业科", "林政科", "县人民法院"]),
        ("县创绿办成员来自各局。该办内设综合协调组、宣传组和督查组。", ["县创绿办", "综合协调组", "宣传组", "督查组"]),
        ("县防汛抗旱指挥部下设秘书组、抢险组。", ["县防汛抗旱指挥部", "秘书组", "抢险组"]),
        ("县财政局召开会议。\n下设秘书组、抢险组。", ["县财政局"]),
        ("成立“舒兰县地方维持委员会”，内设民政科、总务科。", ["舒兰县地方维持委员会", "民政科", "总务科"]),
        ("舒兰县委初设组织部、宣传部。", ["舒兰县委", "组织部", "宣传部"]),
        ("舒兰县政府建设教学科、实验室。", ["舒兰县政府"]),
        ("舒兰县政府设民政科。", ["舒兰县政府"]),
        ("他说“舒兰县要维持秩序，成立委员会”。", []),
    ],
)
def test_sections_that_a_body_is_said_to_set_up(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("以省统计局局长为组长", ["省统计局"]),
        ("，滨江九年一贯制学校开学。", ["滨江九年一贯制学校"]),
        ("相关款项已退缴至村委账户。", ["村委"]),
        ("记者在会上听村党总支书记讲述。", ["村党总支"]),
        ("毕业后调洋门中学任教。", ["洋门中学"]),
        ("调兵山市统计局开展检查。", ["调兵山市统计局"]),
        ("这是市委的要求，也是区政府的责任。", ["市委", "区政府"]),
        ("村里红白理事会负责此事。", ["红白理事会"]),
        ("建议被市规划管理局采纳。", ["市规划管理局"]),
        ("巡察组向市粮食管理局党组反馈情况", ["市粮食管理局", "市粮食管理局党组"]),
        ("何景泰任省气候中心主任。", ["省气候中心"]),
        ("向应县水利管理处请示", ["应县水利管理处"]),
        ("存在市场服务中心空置的问题", []),
        ("现任松江生态产业集聚区管理委员会招商局局长", ["松江生态产业集聚区管理委员会招商局"]),
        ("何松（地区财政局）、江白（地区供电局）", ["地区财政局", "地区供电局"]),
        ("贫困地区教育局、边远地区供电局", []),
    ],
)
def test_no_name_begins_with_what_leads_to_it(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("财政部、发展改革委、水利部会商", "国家发展和改革委员会"),
        ("县财政局、发展改革委负责", "{J}发展和改革委员会"),
        ("任命何北为工业和信息化部副部长。", "中华人民共和国工业和信息化部"),
        ("国家海洋局、银监会发文", "中国银行业监督管理委员会"),
    ],
)
def test_organs_of_the_nation_under_short_names_and_past_ones(text: str, full: str) -> None:
    assert full in [mention.get("full") for mention in mentions(text) if mention.strength == "strong"]


HISTORY = "1949年7月，舒兰县人民政府成立，设民政科、财政科、建设科、秘书室。"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        # Parts that the lists have and parts that they have not; 没有 is 设有 as a scan reads it.
        (
            "1949年，舒兰县委下设组织部、民运部、办公室。",
            {"中国共产党{J}委员会组织部", "中国共产党{J}委员会民运部", "中国共产党{J}委员会办公室"},
        ),
        ("舒兰县委没有宣传部、财贸部，", {"中国共产党{J}委员会宣传部", "中国共产党{J}委员会财贸部"}),
        (
            "舒兰县委工作机构有农村工作部、监察委员会。",
            {"中国共产党{J}委员会农村工作部", "中国共产党{J}委员会监察委员会"},
        ),
        # Between the body and the verb: its founding, or the year.
        (HISTORY, {"{J}民政科", "{J}财政科", "{J}建设科", "{J}人民政府秘书室"}),
        ("舒兰县农业局1986年设办公室、农业股。", {"{J}农业局办公室", "{J}农业局农业股"}),
        # The word for all of them stands at the end.
        ("1946年，舒兰县政府内设民政、财政、教育三科。", {"{J}民政科", "{J}财政科", "{J}教育科"}),
        # What happens to them later is told without the body.
        (
            HISTORY + "1953年，建设科改为农林科，增设工商科。1968年，撤销财政科。",
            {"{J}民政科", "{J}财政科", "{J}建设科", "{J}人民政府秘书室", "{J}农林科", "{J}工商科"},
        ),
        (
            "1949年，舒兰县委成立。1955年，撤销民运部，改设工业交通部。",
            {"中国共产党{J}委员会民运部", "中国共产党{J}委员会工业交通部"},
        ),
        (
            "1968年，舒兰县革命委员会下设政治部、办事组。1975年设工业局、轻工局。",
            {"{J}革命委员会政治部", "{J}革命委员会办事组", "{J}工业局", "{J}轻工局"},
        ),
        # No chronicle, or no department.
        ("舒兰县委要求，撤销民运部。", set()),
        ("1955年，舒兰县委撤销领导干部职务，成立工作组。", set()),
    ],
)
def test_the_history_of_a_body_tells_its_departments(text: str, full: set[str]) -> None:
    found = [m for m in mentions(text) if m.strength == "strong" and m.get("kind") == "department"]
    assert {m.get("full") for m in found} - {"{J}农业局"} == full


def test_a_department_of_the_history_is_found_again() -> None:
    named = [m for m in mentions(HISTORY + "民政科科长彭春生。") if m.name == "民政科"]
    assert len(named) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("松江县国家税务局工作要点\n稽征管理科牵头清理欠税。", "松江县国家税务局稽征管理科"),
        ("松江县气象局动态\n测站的仪器旧了，计划财务处处长何芳说。", "松江县气象局计划财务处"),
        ("松江县水务局公告\n办公室设在河道和闸坝管理科，", "松江县水务局河道和闸坝管理科"),
        ("她在松江县中医院工作，九点在针灸推拿科带教。", "松江县中医院针灸推拿科"),
        ("松江县检察院民事行政检察科负责；他回到民事行政检察科，", "松江县检察院民事行政检察科"),
        ("向松江县审计局通报。松江县审计局要求机动稽核大队暂停收费。", "松江县审计局机动稽核大队"),
    ],
)
def test_a_section_alone_is_of_the_office_that_speaks_or_is_spoken_of(text: str, name: str) -> None:
    assert name in [mention.name for mention in mentions(text) if mention.rule == "body.household"]


@pytest.mark.parametrize(
    "text",
    [
        "松江县国家税务局工作要点\n把惠民政策落到实处，在灯火深处，到居民集中处。",
        "松江县国家税务局工作要点\n应当具有大学专科以上文化程度，内科、各业务科也一样。",
        "松江县国家税务局工作要点\n武警松江县支队、松江县交警大队参加。",
        "何芳说，计划财务处处长来了。",
    ],
)
def test_no_section_of_an_office(text: str) -> None:
    assert not [mention.name for mention in mentions(text) if mention.rule == "body.household"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("松江县畜牧技术推广站站长", "松江县畜牧技术推广站"),
        ("在松江县颜料厂做工", "松江县颜料厂"),
        ("他在松江县营业所办理", "松江县营业所"),
        ("松江县巡回医疗队进村", "松江县巡回医疗队"),
    ],
)
def test_kinds_of_institutions(text: str, name: str) -> None:
    assert name in strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("《松江铁道报》讯（通讯员何芳）", ["松江铁道报"]),
        ("《清源报》记者何芳", ["清源报"]),
        ("《松江政协报》 一九九七年四月十八日", ["松江政协报"]),
        ("《清源报》的来历没有人知道", []),
    ],
)
def test_a_paper_in_title_marks_that_reports(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("松江县教育局联合县卫生健康委员会、县红十字会开展义诊。", ["松江县教育局", "县卫生健康委员会", "县红十字会"]),
        ("县妇女联合会联合松江县民政局走访。", ["县妇女联合会", "松江县民政局"]),
        ("新安乡联合村村委会开会。", ["新安乡联合村村委会"]),
        ("安徽东方新材料有限公司在松江县开工。", ["安徽东方新材料有限公司"]),
        ("县里增资望海潮建设有限公司。", ["望海潮建设有限公司"]),
    ],
)
def test_where_a_name_begins_behind_a_joint_host_a_region_and_an_investment(text: str, found: list[str]) -> None:
    assert strong(text) == found


def test_the_paper_of_a_house_names_its_committees_alone() -> None:
    alone = "会议听取提案委主任李某汇报，要求提案委会同城建委副主任王某落实。住建委主任列席。"
    assert strong(alone) == []
    assert strong("区政协开会。" * 3 + alone)[3:] == ["提案委", "提案委", "城建委"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("区政协组织部分委员视察。", ["区政协"]),
        ("市总工会召开工人大会。", ["市总工会"]),
        ("江北镇、双灵寺镇负责人参加。", []),
        ("这里是用材林基地公社。", []),
        ("其办事机构市防汛抗旱办公室设在市水利局。", ["市防汛抗旱办公室", "市水利局"]),
        ("县革委研究决定。", ["县革委"]),
        ("市发改委会同市财政局研究。", ["市发改委", "市财政局"]),
        ("县卫健委实地检查，市委派出工作组。", ["县卫健委", "市委"]),
        ("受市委托，市委员们发言。", []),
        ("省教育厅基础教育处二级调研员张某", ["省教育厅", "省教育厅基础教育处"]),
        ("国家发改委地区经济司王某副司长", ["国家发改委", "国家发改委地区经济司"]),
        ("县水利局驻村工作队入户。", ["县水利局", "县水利局驻村工作队"]),
        ("国家海洋局烟台中心站发布。", ["国家海洋局烟台中心站"]),
        ("早年上大学，1931年在胶县竹林庄（今属胶州市）设一小学。", []),
        ("是500强中信集团旗下公司。", ["中信集团"]),
        ("新一届村党总支换届。", ["村党总支"]),
        ("南京国民党中央清党。", []),
        ("市委直属机关工委书记", ["市委直属机关工委"]),
        ("与松江县政府、双江集团战略合作框架协议签约。", ["松江县政府", "双江集团"]),
        ("亳县、太和两县党部合并。", ["亳县党部", "太和县党部"]),
        ("另设一个第二区党部。", ["第二区党部"]),
        ("1月16日县书法家协会成立，布局建设5个省实验室。", ["县书法家协会"]),
        ("先后来到竹林文化公园、市法院审判法庭。", ["市法院", "市法院审判法庭"]),
        ("由松江街道农业农村和社会事业局主办。", ["松江街道农业农村和社会事业局"]),
        ("中国移动江苏公司东城分公司协办。", ["中国移动江苏公司东城分公司"]),
    ],
)
def test_no_body_is_cut_out_of_words_and_a_section_may_stand_before_a_person(text: str, found: list[str]) -> None:
    assert strong(text) == found


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("县委成立整风审干五人领导小组。", "县"),
        ("磐石市人民政府办公室关于成立2019年河道清理工作领导小组的通知", "磐石市"),
        ("各县政府要成立秋粮收购领导小组。", ""),
    ],
)
def test_a_group_is_of_the_place_whose_government_sets_it_up(text: str, jurisdiction: str) -> None:
    group = next(mention for mention in mentions(text) if mention.name.endswith("领导小组"))
    assert group.get("jurisdiction") == jurisdiction


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("沂水县交警三大队五中队民警到场。", ["沂水县交警三大队", "沂水县交警三大队五中队"]),
        ("这里是青云地毯十四厂，水电七局承建，从省建一公司调来。", ["青云地毯十四厂", "水电七局", "省建一公司"]),
        ("全市五公司，建成三厂，来了三支队伍。", []),
        ("武警松江支队接到报警。", ["武警松江支队"]),
        ("沂水县公安局特勤中队接到报警。", ["沂水县公安局", "沂水县公安局特勤中队"]),
        ("沂水县一小和三中开学，只有一小部分。", ["沂水县一小", "三中"]),
        ("购物在市中心，住在县中心。", []),
        ("松江日报经济部主任来了。", ["松江日报", "松江日报经济部"]),
        ("外交部亚洲司主办。", ["外交部", "外交部亚洲司"]),
    ],
)
def test_a_number_or_a_trade_tells_a_body_from_its_sisters(text: str, found: list[str]) -> None:
    assert strong(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("，深圳市柏云汽车防盗系统有限公司产品", ["深圳市柏云汽车防盗系统有限公司"]),
        ("河北柳云国际企业集团由松江市管道安装工程公司修建。", ["河北柳云国际企业集团", "松江市管道安装工程公司"]),
        ("沂水县动物检疫站和项桥电管站", ["沂水县动物检疫站", "项桥电管站"]),
        ("中国企业管理协会、中国乒协、中国蚕农报", ["中国企业管理协会", "中国乒协"]),
        ("上市公司、国有商业银行和外国公司", []),
        ("某省各级党委、各大医院和两大集团", []),
        ("距南开大学不远，祝贺南开大学校庆，标志着南开大学成立", ["南开大学"] * 3),
        ("新华社记者李青远中央人民广播电台记者", ["新华社", "中央人民广播电台"]),
        ("副教授王金春河北省保定市第二医院", ["河北省保定市第二医院"]),
    ],
)
def test_a_trade_stands_in_a_name_and_a_person_or_a_verb_before_it(text: str, found: list[str]) -> None:
    assert strong(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "中国社科院社会学所研究员，松江大学文学研究所所长",
            ["中国社科院", "中国社科院社会学所", "松江大学", "松江大学文学研究所"],
        ),
        ("到沂水县公安局许家湖派出所，", ["沂水县公安局", "沂水县公安局许家湖派出所"]),
        ("由沈阳军区政治部主办，兰州军区政委", ["沈阳军区", "沈阳军区政治部", "兰州军区"]),
        ("济南军区队客场告负。", []),
        ("沂水县植树，由沂水团县委主办，团县委协办。", ["团沂水县委", "团县委"]),
        ("由沂水县扫黑办牵头，沂水县优化办学条件。", ["沂水县扫黑办"]),
        ("1998年他到沂水县社保中心工作，围绕县中心工作。", ["沂水县社保中心"]),
        ("铜陵有色金属公司、太平洋保险沂水支公司", ["铜陵有色金属公司", "太平洋保险沂水支公司"]),
        ("沂水县政协经科委主任、农行沂水县支行营业部", ["沂水县政协经科委", "农行沂水县支行营业部"]),
        ("经电子部批准，军委办公厅印发。", ["电子部", "军委办公厅"]),
        ("沂水县精神卫生中心、河西村老年协会、沂水县园林处", ["沂水县精神卫生中心", "河西村老年协会", "沂水县园林处"]),
    ],
)
def test_institutes_regions_of_the_army_and_leagues_of_a_place(text: str, found: list[str]) -> None:
    assert strong(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("沂水县委和县政府决定", ["沂水县委", "县政府"]),
        (
            "沂水县教育局和县妇联走访，共青团沂水县委与县林业局植树",
            ["沂水县教育局", "县妇联", "共青团沂水县委", "县林业局"],
        ),
        ("襄阳日报社和县妇联走访", ["襄阳日报社", "县妇联"]),
        ("沂水县科协请县农科所讲课，兰考县总工会就县医院发言", ["沂水县科协", "县农科所", "兰考县总工会", "县医院"]),
        ("沂水县教育局会同县财政局检查", ["沂水县教育局", "县财政局"]),
        ("会同县财政局检查", ["会同县财政局"]),
        ("武陟县和温县政府", ["武陟县政府", "温县政府"]),
        ("由石坪村委会主办，柳塘村委会主任", ["石坪村委会", "柳塘村委会"]),
        ("在行政村委会，各村委会", []),
        ("受华耀科技公司委托，交由石岭集团办理", ["华耀科技公司", "石岭集团"]),
        ("原省地方电力公司干部", ["省地方电力公司"]),
        ("他去中央党校学习，过去就连松江中学", ["中央党校", "松江中学"]),
    ],
)
def test_what_joins_and_leads_to_a_body_is_no_part_of_it(text: str, found: list[str]) -> None:
    assert strong(text) == found


def test_an_entry_of_a_handbook_owns_the_sections_told_of_below() -> None:
    text = "县公安局1949年12月成立。1951年设秘书股、侦察股。\n县民政局前身为民政科。局下设优抚股、救济股。"
    full = {m.form: m.get("full") for m in mentions(text)}
    assert (full["侦察股"], full["救济股"]) == ("{J}公安局侦察股", "{J}民政局救济股")


def test_the_organs_of_the_institution_that_speaks_are_its_own() -> None:
    text = "花垣县人民医院召开大会\n院办公室、团委参加，院党委表彰先进。县文明办、县卫健局到会。"
    full = {m.form: m.get("full") for m in mentions(text)}
    assert (full["院办公室"], full["院党委"]) == ("{J}人民医院办公室", "{J}人民医院党委")
