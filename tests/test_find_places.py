"""Places as they stand in sentences: divisions, villages, features, zones, coordinated names, and what is no place."""

from __future__ import annotations

import pytest

from govgraph import seeds as packaged
from govgraph.find import places
from govgraph.model import Document, Mention, Prose
from govgraph.text import Text


def mentions(text: str) -> list[Mention]:
    prose = Prose(Document("0" * 32, "a.txt", text), Text.of(text), (), ())
    return sorted(set(places.find(prose, (), packaged.load())))


def strong(text: str) -> set[str]:
    return {m.name for m in mentions(text) if m.strength == "strong"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他来到吉林市龙潭区江北乡棋盘村。", {"吉林市", "龙潭区", "江北乡", "棋盘村"}),
        ("磐石市第五中学迁入新址。", {"磐石市"}),
        ("舒兰市发来消息。下胡良村党支部书记到会。", {"下胡良村"}),
        ("舒兰市新安乡联合村新建了大棚。", {"舒兰市", "新安乡", "联合村"}),
        ("重庆街道光明社区设立了服务站。", {"重庆街道", "光明社区"}),
        ("当年撤销甲山县，设立甲山市，成立盐区。", {"甲山市", "甲山县", "盐区"}),
        ("记者走访恩施州来凤县。", {"恩施州", "来凤县"}),
        ("安徽阜阳颍上县喜获丰收。", {"安徽", "阜阳", "颍上县"}),
        ("医疗队星夜驰援湖北。", {"湖北"}),
        ("代表团在洛阳与客商座谈。", {"洛阳"}),
        ("姚江发源于真武山，于巩桥汇入富群江。桂江穿境而过。", {"姚江", "真武山", "巩桥", "富群江", "桂江"}),
        ("西汉属苍梧郡，后属平乐专区。国道323线过境。", {"苍梧郡", "平乐专区", "国道323线"}),
        ("清华镇彩虹桥桥面被冲毁，鄱阳镇江家岭村受灾。", {"彩虹桥", "江家岭村"}),
        ("，石坪大队党支部书记到会。", {"石坪大队"}),
        (
            "长江青云段治理开工，推进渭河流域修复。国道312线青山段改建。",
            {"长江", "长江青云段", "渭河", "国道312线青山段"},
        ),
        ("对云岭寺、东门大道等进行整治。", {"云岭寺", "东门大道"}),
        ("老君山主峰海拔2000米，龙台苗寨、饶河联圩。", {"老君山", "龙台苗寨", "饶河联圩"}),
        (
            "全乡辖石坪、柳塘和东溪3个行政村。成立红旗、东风、卫星3个公社。",
            {"石坪村", "柳塘村", "东溪村", "红旗公社", "卫星公社"},
        ),
        ("主要山峰有老君山、龙池曼、玉皇顶、摩天岭。", {"老君山", "龙池曼", "玉皇顶", "摩天岭"}),
        ("本报西安1月3日讯 街头张灯结彩。", {"西安"}),
        ("河北北部有小雪，执行桂林航线的飞机返航。", {"河北", "桂林"}),
        ("许多四川农民来到工地。湖北籍战士立功。", {"四川", "湖北"}),
        ("他出生在四川安岳，后来从军。", {"四川", "安岳"}),
    ],
)
def test_divisions_and_villages(text: str, names: set[str]) -> None:
    assert names <= strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("打通越秀路、永庆街等断头路。", {"越秀路", "永庆街"}),
        ("推进鳌龙河、卡岔河流域治理。", {"鳌龙河", "卡岔河"}),
        ("红旗大桥维修完成，五代广场开放。", {"红旗大桥", "五代广场"}),
        ("对人民路、解放大道进行改造。", {"人民路", "解放大道"}),
        ("委员到长白岛开展视察。", {"长白岛"}),
        ("加快荔浦至玉林高速公路建设。", {"荔浦至玉林高速公路"}),
        ("国道107改线，G30沿线绿化。", {"国道107", "G30"}),
        ("高新区新开工项目十个。", {"高新区"}),
        ("三门峡高新区新开工项目十个。", {"三门峡高新区"}),
        ("获批中国（青岛）跨境电子商务综合试验区。", {"中国（青岛）跨境电子商务综合试验区", "青岛"}),
        ("加快斗笠湾产业园区建设。", {"斗笠湾产业园区"}),
        ("推进鳌仙、卡岔河等国家湿地公园建设。", {"鳌仙国家湿地公园", "卡岔河国家湿地公园"}),
        ("推动甲乙高铁经济带发展，修缮历史名人故居，新建通航机场5个。", set()),
        ("青云农贸市场开业，鳌山书院和青云小区完成改造。", {"青云农贸市场", "鳌山书院", "青云小区"}),
        ("推进东风河、白沙河治理，建成金水湖。", {"东风河", "白沙河", "金水湖"}),
        ("来到石头村调研，打造石头村落。", {"石头村"}),
        ("保护好青山河流，推进城市河道治理。", set()),
        ("鳌北抗日根据地连成一片。", {"鳌北抗日根据地"}),
        ("鳌山旅游经济区、鳌湾大堤、青云商业街动工。", {"鳌山旅游经济区", "鳌湾大堤", "青云商业街"}),
        ("改造老旧小区361个，新建标准化农贸市场8座、人才公寓和生态停车场，加强景观水系建设。", set()),
    ],
)
def test_features_and_zones(text: str, names: set[str]) -> None:
    assert names == strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("柳泉东二路、杏林五街、八仙四巷完成改造。", {"柳泉东二路", "杏林五街", "八仙四巷"}),
        ("全长九公里的松柳公路改造完成。", {"松柳公路"}),
        ("修缮郑国渠旧址，保护灵渠生态。", {"郑国渠旧址", "灵渠"}),
        ("望江楼、南湖公园同日开放。", {"望江楼", "南湖公园"}),
        ("甲亭堰、乙星堆遗址、南湖公园接待游客。", {"甲亭堰", "乙星堆遗址", "南湖公园"}),
        ("改造广西公路，保护名人故居。", set()),
        ("店口湖国家湿地公园开园。", {"店口湖国家湿地公园"}),
        ("在北山工业园区精密装备制造产业园举行仪式。", {"北山工业园区", "精密装备制造产业园"}),
        ("大会在北京隆重开幕。", {"北京"}),
        ("成为广西唯一入选的城市。", {"广西"}),
    ],
)
def test_streets_of_a_row_sights_and_zones_in_zones(text: str, names: set[str]) -> None:
    assert names == strong(text)


@pytest.mark.parametrize(
    "text",
    [
        "吉林化纤产量增长。",
        "推进城市更新，建设美丽乡村，各乡镇都要落实。",
        "改造老旧小区，完善社区服务，打开发展思路。",
        "争创全国文明城市。",
        "建设城市公园和市民广场。",
        "整合各类资源，羽翼日渐丰满。",
        "打造“一江两岸”景观，山水林田湖一体保护。",
        "开拓北京市场。",
        "通过IS9001认证。",
        "李玉山、陈向东任副局长。",
        "推进粤港澳大湾区建设。",
        "“连心桥”越架越宽。",
        "建设县镇村三级网络，完成城中村改造。",
        "组织代表进社区、干部进村。",
        "共建一带一路，我们一路走来。",
        "新建宿舍楼、教学楼和幼儿园。",
        "完善农村联网公路、旅游循环公路。",
        "建设现代农业产业园。",
        "带队督查我区水库防汛，排查水库周边隐患，特别是一些中小型水库。",
        "深化“百企帮百村”行动，实施百县千镇工程。",
        "实施旅游兴县战略，走访驻港机构。",
        "会议由代县长李文主持。",
        "发挥镇村干部作用，创建“歌舞之乡”。",
        "对县水利局、县审计局、县教育局3个县直单位开展巡察。",
        "副市长李远岭看望检查组。",
        "以“强组兴村”工程为载体，带着群众奔富路，推动村党支部领办合作社。",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert strong(text) == set()


def test_a_zone_is_not_its_railway_and_begins_behind_the_verb() -> None:
    assert strong("先后到宏泰碱业绿色产业园、桂林高铁产业园") == {"宏泰碱业绿色产业园", "桂林高铁产业园"}


def test_what_a_district_does_begins_no_name_of_a_city() -> None:
    assert strong("罗湖区东晓街道认真落实市委、区委部署") == {"罗湖区", "东晓街道"}


def attributes(text: str, form: str) -> dict[str, str]:
    return dict(next(m.attrs for m in mentions(text) if m.form == form))


def test_each_link_of_a_chain_narrows_the_next() -> None:
    text = "长春市朝阳区红旗街道"
    assert attributes(text, "朝阳区") == {"codes": "220104", "kind": "county", "parent": "长春市"}
    assert attributes(text, "红旗街道") == {"codes": "220104007", "kind": "township", "parent": "朝阳区"}


def test_a_name_alone_keeps_its_candidates() -> None:
    assert attributes("朝阳区召开会议。", "朝阳区")["codes"] == "110105|220104"


def test_the_document_narrows_candidates() -> None:
    text = "长春市召开会议。朝阳区作了发言。"
    assert attributes(text, "朝阳区")["codes"] == "220104"


def test_a_village_has_no_code_but_a_parent() -> None:
    assert attributes("来到江北乡棋盘村。", "棋盘村") == {"kind": "village", "parent": "江北乡"}


def test_stems_of_counties_need_the_document_to_vouch() -> None:
    assert "渑池" not in strong("灵宝、渑池入选试点。")
    assert {"灵宝", "渑池"} <= strong("三门峡市通报：灵宝、渑池入选试点。")
    assert "灵溪镇" in strong("苍南的灵溪镇。")
    assert "苍南" in strong("改变苍南的面貌。灵溪镇先行。")


def test_a_common_word_is_a_stem_only_beside_another() -> None:
    assert "资源" not in strong("桂林市整合资源和政策。")
    assert "资源" in strong("桂林市推进全州、资源的建设。")


def test_a_township_right_after_its_county() -> None:
    found = mentions("推动蛟河天岗、桦甸木箕河等站点建设。")
    town = next(m for m in found if m.form == "天岗")
    assert (town.strength, town.get("codes"), town.get("kind")) == ("strong", "220281101", "township")


def test_where_somebody_is_from() -> None:
    natives = {m.name for m in mentions("张某，男，江苏南通人，李某是浙江临海人。") if m.strength == "strong"}
    assert natives == {"江苏", "南通", "浙江", "临海"}
    assert "南通" not in {m.name for m in mentions("江苏南通人才很多。") if m.rule == "stem-native"}


def test_a_joiner_after_a_division_begins_no_name() -> None:
    text = "他来到定江镇和县国土局。"
    assert "和县" not in strong(text)
    assert "和县" in strong("他来到安徽省和县。")
    meeting = "参加县政协八届一次会议和县第十六届人大第一次会议。"
    assert "和县" not in [m.name for m in mentions(meeting)]


def test_coordinated_names_share_their_head() -> None:
    found = [m for m in mentions("批准龙尾、盐河两区合并。") if m.rule == "shared-head"]
    assert [(m.form, m.name) for m in found] == [("龙尾", "龙尾区"), ("盐河", "盐河区")]


def test_townships_before_their_tier_come_from_the_gazetteer() -> None:
    found = [m for m in mentions("吉林市抓好万昌、左家等节点城镇。") if m.rule == "shared-head"]
    assert [(m.name, m.get("codes")) for m in found] == [("万昌镇", "220221171"), ("左家镇", "220202102")]


@pytest.mark.parametrize(
    ("text", "form", "attrs"),
    [
        ("全市经济回升。", "全市", {"deictic": "市"}),
        ("我省出台办法。", "我省", {"deictic": "省"}),
        ("推动东北振兴。", "东北", {"kind": "region"}),
        ("访问肯尼亚。", "肯尼亚", {"kind": "country"}),
        ("江城百姓受益。", "江城", {"kind": "prefecture"}),
    ],
)
def test_weak_mentions(text: str, form: str, attrs: dict[str, str]) -> None:
    found = next(m for m in mentions(text) if m.form == form)
    assert found.strength == "weak"
    assert dict(found.attrs) == attrs


def test_forms_are_the_text_itself() -> None:
    text = "全市动员：吉林市龙潭区江北乡棋盘村、越秀路、龙尾、盐河两区和国道107。"
    found = mentions(text)
    assert found
    assert all(m.form == text[m.start : m.end] for m in found)
    assert all(list(m.attrs) == sorted(m.attrs) for m in found)


def test_patterns_keep_their_examples() -> None:
    assert [fault for fault in packaged.faults(packaged.load()) if fault.startswith("places.")] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("北斗溪镇坪溪村入选名单。", ["坪溪村"]),
        ("望奎县惠七满族镇惠一村党支部书记发言。坐在惠一村广场上。", ["惠一村", "惠一村"]),
        ("广陵区龙头关社区开展活动。", ["龙头关社区"]),
        ("栾川县重渡沟村建成驿站。", ["重渡沟村"]),
        ("高桥镇召开村干部会议。", []),
        ("高桥镇贫困村全部摘帽。", []),
        ("高桥镇村庄整洁。", []),
        ("渑池县南村乡的产业", []),
    ],
)
def test_a_village_stands_right_after_its_town(text: str, names: list[str]) -> None:
    assert [m.name for m in mentions(text) if m.get("kind") == "village"] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("富庆林分别包联惠四村和惠五村。", "惠四村"),
        ("被判刑一年；原桐花岭街道工委书记王伟出庭。", "桐花岭街道"),
        ("加快建设。斧子口水库实现蓄水。", "斧子口水库"),
        ("公司负责人王家沟水库现场检查。", "王家沟水库"),
    ],
)
def test_a_place_begins_after_the_verb(text: str, name: str) -> None:
    assert name in [m.name for m in mentions(text) if m.strength == "strong"]


def test_a_stem_where_somebody_serves_is_a_place_and_a_counted_kind_is_none() -> None:
    assert "大同" in strong("2010年在大同担任副市长。")
    assert "大同" not in strong("大同担任的角色。")
    assert not [m for m in mentions("全市3个城区污水处理率提高。") if m.form == "城区"]


def test_a_township_that_the_table_has_in_other_counties_only_is_of_the_county_before_it() -> None:
    text = "召陵区天桥街道河湾社区建成。"
    assert attributes(text, "天桥街道") == {"kind": "township", "parent": "召陵区"}
    assert attributes(text, "河湾社区") == {"kind": "village", "parent": "召陵区天桥街道"}


def test_a_word_that_points_at_a_place_is_no_stem() -> None:
    assert "全州" not in strong("州委从全州工作大局出发。")
    assert "全州县" in strong("全州县召开会议。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会长兼石滩镇站长到会。", {"石滩镇"}),
        ("东起双溪大桥，西至青石湖大坝。", {"双溪大桥", "青石湖大坝"}),
        ("完善巢湖地区湿地网络，是典型湿地。", set()),
        ("原设永东乡，改设政德乡。", {"永东乡"}),
        ("北斗溪镇是劳务输出大村。", {"北斗溪镇"}),
    ],
)
def test_no_place_begins_with_the_verb_before_it(text: str, names: set[str]) -> None:
    found = strong(text)
    assert names <= found
    assert not any(mark in name for name in found for mark in ("兼", "至", "设", "湿地", "大村"))


def test_a_school_called_after_a_river_is_no_mention_of_the_river() -> None:
    assert "马河" not in strong("马河小学开学。")
    assert "马河" in strong("马河沿岸修了步道。")


def test_a_stem_that_is_a_word_is_no_county_unless_the_document_names_it() -> None:
    assert not any(m.form == "资源" for m in mentions("广西加强沿海资源开发。"))
    assert any(m.form == "资源" for m in mentions("资源县强调，资源开发要有序。"))
    assert any(m.form == "丰满" for m in mentions("丰满代表团讨论热烈。"))


def test_a_community_keeps_the_whole_of_its_name() -> None:
    assert "永兴花苑社区" in strong("永兴花苑社区党总支承办。")
    assert strong("青春志愿社区行，在盛和小区广场，“五湖六岛七公园”") == set()


def test_a_township_is_found_again_behind_what_leads_to_it() -> None:
    assert strong("到华漕镇调研。华漕镇汇报，领导就华漕镇的工作、对华漕镇的规划提出要求。") == {"华漕镇"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岭背镇、恰其木乡、共青团镇建成农田。", {"岭背镇", "恰其木乡", "共青团镇"}),
        ("木塔里河、台兰河治理推进。", {"木塔里河", "台兰河"}),
        ("绣江、泗罗河、渭龙江、黎冲河分别设河长。", {"绣江", "泗罗河", "渭龙江", "黎冲河"}),
        ("流经汨罗江、沅江、松滋河，断面达标。", {"汨罗江", "沅江", "松滋河"}),
        ("调研组到木黄镇、盘州市石桥镇实地看了。", {"木黄镇", "盘州市", "石桥镇"}),
    ],
)
def test_the_marks_of_a_row_bound_rivers_and_towns(text: str, names: set[str]) -> None:
    assert strong(text) == names


def test_a_river_among_rivers_is_no_city() -> None:
    assert not [m for m in mentions("汨罗江、沅江、松滋河断面达标。") if m.form == "沅江" and m.get("codes")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今年鳌湾机场开航，本报讯鳌山公园开园。", {"鳌湾机场", "鳌山公园"}),
        ("大雪影响鳌山机场起降，步入青云广场。", {"鳌山机场", "青云广场"}),
        ("走进一家鳌山商场，看了两座鳌湾水库，游了八大处公园。", {"鳌山商场", "鳌湾水库", "八大处公园"}),
        ("走进一家商场，修建多座立交桥，新建自选商场。", set()),
        ("扎根深山，翻过崇山峻岭，上街宣传，开车上路，坚持港人治港。", set()),
        ("出租车一路向东，这样一路走来，借助八路军的威望。", set()),
        ("在哈尔滨鳌山大街和南京长江大桥。", {"哈尔滨", "鳌山大街", "南京长江大桥"}),
    ],
)
def test_time_number_and_verb_begin_no_name(text: str, names: set[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("改造仓后路、厂通路，打通柳塘街。", {"仓后路", "厂通路", "柳塘街"}),
        ("改造水井路，重建金鸡桥，修缮桃花庙。", {"水井路", "金鸡桥", "桃花庙"}),
        ("打通水井路、青云路等断头路。", {"水井路", "青云路"}),
        ("推进产业路建设，修建机耕路，走好致富路，守住后路。", set()),
        ("在鳌山村建成大棚，走进曹家村，帮助望江村。", {"鳌山村", "曹家村", "望江村"}),
        ("以青云村为示范，回到团结村。", {"青云村", "团结村"}),
        ("水井村村民王大伟说，贫困村村民也说。", {"水井村"}),
        ("位于青云山脚下，在鄱阳湖畔、鳌江岸边。", {"青云山", "鄱阳湖", "鳌江"}),
        ("治理万寿河，演员李长江到场。", {"万寿河"}),
        ("来到燕子垭，走进鳌岭寨，游览青云洞。", {"燕子垭", "鳌岭寨", "青云洞"}),
        ("告别山寨，堵住漏洞，开挖鱼塘，平稳过渡。", set()),
        ("鳌北组团、青云街区开工，打造特色美食街区。", {"鳌北组团", "青云街区"}),
        ("石坪村三组通水，石坪村第二村民小组修路。", {"石坪村", "石坪村三组", "石坪村第二村民小组"}),
        ("青云公社石坪大队通水，石坪大队修路。", {"青云公社", "石坪大队"}),
    ],
)
def test_names_that_the_dictionary_cuts_or_knows(text: str, names: set[str]) -> None:
    assert strong(text) == names


def test_a_place_in_a_town_that_no_table_has_is_told_apart() -> None:
    assert strong("鳌州县柘塘镇和临川市洋洲镇洋洲村。") == {"鳌州县", "柘塘镇", "临川市", "洋洲镇", "洋洲村"} - {
        "鳌州县"
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青云、石坪、柳塘3个乡镇受灾。", {"青云", "石坪", "柳塘"}),
        ("在石坪、柳塘等村试点。", {"石坪村", "柳塘村"}),
        ("排岭、仓后等区块开发，双溪、鳌湾两个片区动工。", {"排岭区块", "仓后区块", "双溪片区", "鳌湾片区"}),
        ("鳌头、青云等社区，学校、医院等社区。", {"鳌头社区", "青云社区"}),
        ("张北、尚义两县市受灾。", {"张北县", "尚义县"}),
        ("石坪镇通水，石坪受益。", {"石坪镇"}),
        ("鳌湾—柳塘公路和桂林至石坪公路通车。", {"鳌湾—柳塘公路", "桂林至石坪公路", "桂林"}),
        ("青云会议旧址、青云渡槽、鳌云峰、徽州专区。", {"青云会议旧址", "青云渡槽", "鳌云峰", "徽州专区"}),
        ("赵大伟、王国平等县领导出席，美食专区开放，早高峰车多。", set()),
        ("解放区的人民。", set()),
    ],
)
def test_rows_of_every_tier_and_more_heads(text: str, names: set[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("代表来自河北、山东三省市。", {"河北省", "山东省"}),
        ("湖南湘乡、醴陵两市。", {"湖南", "醴陵市", "湘乡市"}),
        ("武义县科委农村科，金寨县铁冲乡前营村。", {"武义县", "金寨县", "铁冲乡", "前营村"}),
        ("北京铁路运输繁忙，青柳铁路开工。", {"北京", "青柳铁路"}),
        ("襄樊的客商来了。", {"襄樊"}),
        ("县道X012改线，建设一批特色街区、文旅街区。", {"县道X012"}),
    ],
)
def test_rows_of_provinces_and_what_is_of_no_village(text: str, names: set[str]) -> None:
    assert strong(text) == names


def test_the_city_before_the_county_or_district_of_its_stem() -> None:
    found = {m.name: m.get("codes").split("|")[0] for m in mentions("列车从长沙开往西安，途经河北。")}
    assert found == {"长沙": "430100", "西安": "610100", "河北": "130000"}


def test_a_stem_before_the_name_of_a_body_is_no_place() -> None:
    assert strong("山东农民报社、湖南经济电视台来人。") == set()


def test_what_a_sentence_bounds_is_no_name_where_the_language_has_the_word() -> None:
    assert strong("这条河发源于山区，属贫困县，位于半山坡。设立人民公社，生产大队党支部成立。") == set()
    assert "义井镇王" not in strong("来到响堂山、滏阳河源头湿地公园、义井镇王三村。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省水利厅驻点村岩溪坪村种了柑橘。", {"岩溪坪村"}),
        ("全国治理示范村柳溪村、传统村落石塘村都在这里。", {"柳溪村", "石塘村"}),
        ("代表们走进玉佛堂村。", {"玉佛堂村"}),
        ("走进党建示范村、移民村和电商专业村。", set()),
        ("灌云县改称依法治县领导小组，实施产业兴县、文化强镇。", {"灌云县"}),
        ("山东省沂水县沂水新型现代农业科技产业园建成。", {"山东省", "沂水县", "沂水新型现代农业科技产业园"}),
    ],
)
def test_villages_behind_what_they_are_said_to_be(text: str, names: set[str]) -> None:
    assert strong(text) - {"沂水"} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建成山河路、文化街、成子湖路等8条道路。", {"山河路", "文化街", "成子湖路"}),
        ("实施延令中路西延、济川路南延工程。", {"延令中路", "济川路"}),
        ("巡查人民路路段、中山东路路口。", {"人民路", "中山东路"}),
        ("北二环、东六环路全线通车。", {"北二环", "东六环路"}),
        ("推进地铁5号线、6号线建设，5号线一期开通。", {"地铁5号线", "6号线"}),
        ("镇区位于龙山溪东岸，朱庄河整治开工。", {"龙山溪", "朱庄河"}),
        ("辖3个村委会：石坪、柳塘、东溪。", {"石坪村", "柳塘村", "东溪村"}),
        ("来到桥西区和平里、光明坊察看。", {"桥西区", "和平里", "光明坊"}),
        ("1958年建柳塘公社，后改东溪公社，1992年改石坪镇。", {"柳塘公社", "东溪公社", "石坪镇"}),
        ("西距青龙峡景区3公里，古称云台山。", {"青龙峡景区", "云台山"}),
        ("夏家寨遗址位于城东，迎恩门始建于明代。", {"夏家寨遗址", "迎恩门"}),
        ("郑州市管城区、金水区开展普查。", {"管城区", "金水区"}),
        ("泗水县、市中区作了发言。", {"泗水县", "市中区"}),
        ("石坪—柳塘—东溪公路贯通。", {"石坪—柳塘—东溪公路"}),
        ("接官镇地处安陆市郊。先后来到开花村，羊山村等地。", {"接官镇", "开花村"}),
        ("对主城区洪州大道进行改造，参观了南山村工地。", {"洪州大道", "南山村"}),
        ("建设潍坊软件园，打通永福苏桥段。", {"潍坊软件园"}),
        ("关于石口至东梓公路改建的通告。马头坪屯至大石公路通车。", {"石口至东梓公路", "马头坪屯至大石公路"}),
        ("因安庆街和学府路施工路段封闭，请沿长青街绕行。", {"安庆街", "学府路", "长青街"}),
        ("经沱水路、苏州路通行，金源路北侧停车。", {"沱水路", "苏州路", "金源路"}),
        ("先后到易园、人民公园、劳动公园检查。西外环工程开工。", {"易园", "人民公园", "西外环"}),
        ("宝塔路街道车站社区开展慰问。家住朝阳一村9幢。", {"车站社区", "朝阳一村"}),
        ("东部濒临碣石湾，修建哈佳快速铁路。", {"碣石湾", "哈佳快速铁路"}),
        ("来到花园路农业路口，改造航海路项目。", {"花园路", "航海路"}),
        ("目前，大同街、自新巷已完成铺设。", {"大同街", "自新巷"}),
        ("视察了大庸东路及中路、赤石山路、康复路。", {"大庸东路", "赤石山路", "康复路"}),
        ("该镇双石村书记到会，完成长湖湖堤加固。", {"双石村", "长湖"}),
        ("有竹溪山房、望墨园、长岭等12个景点。", {"竹溪山房", "望墨园", "长岭"}),
        ("车辆从德阳经广汉至成都方向行驶。", {"德阳", "成都"}),
    ],
)
def test_places_between_what_leads_to_them(text: str, names: set[str]) -> None:
    assert names <= strong(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("打通成子湖路、嵩山北路。", "湖路"),
        ("对主城区洪州大道进行改造。", "主城区洪州大道"),
        ("1958年建柳塘公社，并设桐村乡。", "建柳塘公社"),
        ("西距青龙峡景区3公里。", "西距青龙峡景区"),
        ("参加会议的有周立桥、陈海涛、吴建国。", "周立桥"),
        ("中山为主，兼有低山、丘陵。", "中山"),
        ("改造青阳南路、青阳北路。", "青阳"),
        ("辖石坪社区、和平里社区、幸福坊等12个社区。", "里社区"),
        ("走访了数家村民，组织宣传车上街、进村。", "数家村"),
        ("组织宣传车上街、发放传单。", "宣传车上街"),
        ("推进产业路、思路、铁路建设。", "产业路"),
        ("界岭至官桥路面改造完成。", "界岭至官桥"),
        ("境内河渠纵横，打造连心桥。", "连心桥"),
        ("经南昌路到城东。", "南昌"),
        ("因安庆街封闭，沿长青街绕行。", "沿长青街"),
        ("大桥两岸下穿立交桥断道施工。", "大桥两岸下穿立交桥"),
        ("点亮民生灯塔，建设老年公寓、路口连接线。", "民生灯塔"),
        ("水路至香港81海里。", "香港路"),
        ("国家旅游局全国旅游景区评定委员会公布名单。", "国家旅游局全国旅游景区"),
        ("在河长率领下逐河巡查。", "下逐河"),
        ("五洋路沿线村为重点。", "五洋路沿线村"),
        ("要拓宽思路、创新办法。", "拓宽思路"),
        ("对小市镇和田师付镇进行检查。", "和田"),
        ("本年大力加强老旧小区管护。", "大力加强老旧小区"),
        ("南站路道路工程开工。", "南站路道路"),
        ("县城、市场道路改造。", "市场道路"),
    ],
)
def test_what_only_looks_like_a_street_or_a_village(text: str, form: str) -> None:
    assert form not in {m.form for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在青柳自驾游营地、石坪房车营地，他察看服务设施。", {"青柳自驾游营地", "石坪房车营地"}),
        ("全市新增研学营地三处、露营地五处。", set[str]()),
        ("毛乌素沙地和科尔沁沙地得到治理。", {"毛乌素沙地", "科尔沁沙地"}),
        ("会议在温州人民会堂举行。", {"温州人民会堂"}),
    ],
)
def test_camps_sands_and_halls(text: str, names: set[str]) -> None:
    assert strong(text) - {"温州"} == names


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        ("，在望都拉口岸，他看望了防疫人员。", {"望都拉口岸"}, set[str]()),
        ("，在边境口岸，他看望了防疫人员。", set[str](), {"边境口岸"}),
        ("浉河区吴家店镇和兴村驻村第一书记发言。", {"和兴村"}, {"兴村"}),
        ("浉河区吴家店镇和各村干部到会。", set[str](), {"和各村"}),
        (
            "建设石湖枢纽三线四线船闸、望山市防洪及沱江补水、宜昌至武汉航道等工程。",
            {"沱江"},
            {"石湖枢纽三线四线船闸", "武汉航道"},
        ),
    ],
)
def test_ports_villages_whose_name_begins_with_and_and_works_on_rivers(
    text: str, names: set[str], others: set[str]
) -> None:
    assert names <= strong(text)
    assert not others & strong(text)


@pytest.mark.parametrize(
    "text",
    [
        "全镇完成12个村街规划。",
        "市人大代表石板口联系组到会。",
        "建成国家卫生镇，建养殖小区8个。",
        "石板集团和柳塘县政府签约智能产业园项目。",
        "建成国际城住宅小区一期。",
        "“石板村超”球队到访。",
        "全市推进57项城市工程。",
        "建设沿江沿河慢行系统。",
        "打造600万吨级焦化产业园，沿黄公路通车。",
    ],
)
def test_counts_deputies_honours_and_halves_of_names_are_no_places(text: str) -> None:
    no = (
        "个村街",
        "人大代表石板口",
        "卫生镇",
        "养殖小区",
        "政府签约智能产业园",
        "城住宅小区",
        "石板村",
        "项城市",
        "万吨级焦化产业园",
        "黄公路",
    )
    assert not [m.form for m in mentions(text) if m.form.endswith(no)]


def test_a_park_is_no_district_of_a_stem_inside_its_name() -> None:
    inside = [m for m in mentions("建成西运河公园，南岸区块开始拆迁。") if m.get("codes")]
    assert not inside
    assert [m.form for m in mentions("建成西运河公园。") if m.rule.startswith("head")] == ["西运河公园"]


def test_a_count_of_zones_and_praise_are_no_part_of_a_name() -> None:
    forms = {m.form for m in mentions("建成青石产业园五处园区，夸柳垱村做得好。")}
    assert {"青石产业园", "柳垱村"} <= forms
    assert not {form for form in forms if form.startswith("夸") or form.endswith("园区")}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("望山公园、西运河公园、青石公园建成。", "运河"),
        ("红旗广场、城中公园建成。", "公园"),
        ("南岸区块征迁扫尾，统一规划。", "南岸区"),
        ("青县直属河北省。", "直属河"),
        ("驻镇帮镇扶村全面铺开。", "镇帮镇扶村"),
        ("石坪镇合村并城项目开工。", "石坪镇合村"),
        ("通过关于任免杨福刚、崔津渡职务的议案。", "崔津渡"),
        ("干部要常下村、常进户。", "常下村"),
        ("打造康养小镇。", "康养小镇"),
    ],
)
def test_halves_of_names_and_what_is_done_are_no_places(text: str, form: str) -> None:
    assert form not in strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委机关仍驻厚召官村。", {"厚召官村"}),
        ("赞柳塘村变化大。", {"柳塘村"}),
        ("代表们到开发区，看恒达产业园。", {"恒达产业园"}),
        ("魏东到荥泽古城片区调研。", {"荥泽古城片区"}),
        ("打造裘皮小镇、袜艺小镇。", {"裘皮小镇", "袜艺小镇"}),
    ],
)
def test_names_begin_behind_what_leads_to_them_and_little_towns_are_named(text: str, names: set[str]) -> None:
    assert names <= strong(text)
    assert not {name for name in strong(text) if any(name.endswith(n) and name != n for n in names)}
