"""Zones and science cities that open with a place, and what only looks like one."""

from __future__ import annotations

import pytest

from govgraph import seeds as packaged
from govgraph.find import places
from govgraph.model import Document, Mention, Prose
from govgraph.text import Text


def everything(text: str) -> list[Mention]:
    prose = Prose(Document("0" * 32, "a.txt", text), Text.of(text), (), ())
    return list(places.find(prose, (), packaged.load()))


def strong(text: str) -> set[str]:
    return {m.name for m in everything(text) if m.strength == "strong"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("泸州乡村善治试验区稳步扩面。", {"泸州乡村善治试验区"}),
        ("中国—东盟农机合作示范区揭牌。", {"中国—东盟农机合作示范区"}),
        ("柳塘经济圈提速，融入大同都市圈。", {"柳塘经济圈", "大同都市圈"}),
        ("首个商业航天发射场建成。", {"商业航天发射场"}),
        ("G45石广高速扩容，G4012高速延长线建成。", {"G45石广高速", "G4012高速延长线"}),
        ("拓展边境合作区功能，打造数据产业集聚区，推进32个老城更新重点片区建设。", set()),
        ("融入统一大市场，建设深水航道、新一代集装箱码头，改造存量小区。", set()),
        ("道路网络互联互通，“二线口岸”通关，实现“市市通高铁”。", set()),
        ("赣南山水文化旅游示范区迎来游客。", {"赣南山水文化旅游示范区"}),
        ("支持浙皖生态旅游合作区、宁淮绿色制造产业园招商。", {"浙皖生态旅游合作区", "宁淮绿色制造产业园"}),
        ("中德农业机械产业园动工，上合示范区扩容。", {"中德农业机械产业园", "上合示范区"}),
        ("高标准建设西部（咸阳）科技城。", {"西部（咸阳）科技城"}),
        ("青溪山（石坪）文化创意产业园开园。", {"青溪山（石坪）文化创意产业园"}),
        ("丰富长株潭自主创新示范区政策。", {"长株潭自主创新示范区"}),
        ("娄底国际陆港首列班车发出，湘江科学城动工。", {"娄底国际陆港", "湘江科学城"}),
        ("渤海湾深蓝动力产业城落地。", {"渤海湾深蓝动力产业城", "渤海湾"}),
    ],
)
def test_zones_that_open_with_a_place(text: str, names: set[str]) -> None:
    assert names <= strong(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("打造四川绿色低碳示范区。", "四川绿色低碳示范区"),
        ("泸州获批国家数字经济试验区。", "泸州获批国家数字经济试验区"),
        ("四川省数字乡村先行区建设加快。", "四川省数字乡村先行区"),
        ("龙潭经开区化工产业园投产。", "龙潭经开区化工产业园区"),
        ("新建泸州乡村善治试验区管委会。", "泸州乡村善治试验区"),
        ("赣南山水文化旅游示范区迎来游客。", "示范区"),
        ("泸州乡村善治试验区稳步扩面。", "乡村善治试验区"),
    ],
)
def test_what_is_no_zone(text: str, name: str) -> None:
    assert name not in strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推动莱栖、聊濮长铁路纳规，开工建设绵乐资内铁路（一期）。", {"聊濮长铁路", "绵乐资内铁路"}),
        ("加大对宜昌、襄阳省域副中心支持。", {"宜昌", "襄阳"}),
        ("支持泸州、宜宾机械名城建设。", {"泸州", "宜宾"}),
        ("巢湖流域治理见效。", {"巢湖"}),
    ],
)
def test_short_lines_and_rows_of_cities(text: str, names: set[str]) -> None:
    assert names <= strong(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("山东加快黄山水利枢纽建设。", "黄山"),
        ("新增川渝省际铁路3条。", "川渝省际铁路"),
        ("建设城际铁路，推进普速铁路。", "城际铁路"),
        ("环石湖十大湿地建成。", "石湖十大湿地"),
        ("建成国家数字乡村试验区。", "国家数字乡村试验区"),
        ("加快科创生态岛建设。", "科创生态岛"),
    ],
)
def test_what_is_no_place_of_its_own(text: str, name: str) -> None:
    assert name not in strong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加快邵澧、铜郴等6条高铁建设，推进桑澧、城郴高速公路。", {"邵澧高铁", "铜郴高铁", "桑澧高速公路"}),
        ("唐山港货物吞吐量增长，唐山港沿海航线加密。", {"唐山港"}),
        ("白洋淀水清岸绿。", {"白洋淀"}),
        ("衡沧高品质水果产业示范区、京雄科创走廊动工。", {"衡沧高品质水果产业示范区", "京雄科创走廊"}),
        ("建好南方（石坪）跨境电商物流基地。", {"南方（石坪）跨境电商物流基地"}),
    ],
)
def test_lines_of_rows_and_ports(text: str, names: set[str]) -> None:
    assert names <= strong(text)


@pytest.mark.parametrize(
    "text",
    [
        "落实全国统一大市场条例。",
        "推进通苏嘉甬等高铁。",
        "云龙湖、等湖泊清淤。",
        "建设普速铁路、城际铁路，发展临港口岸。",
        "做大做强雄安柳塘科技园。",
        "深化泸州国家级数贸改革试验区试点。",
    ],
)
def test_no_such_places(text: str) -> None:
    none = {
        "全国统一大市场",
        "落实全国统一大市场",
        "通苏嘉甬等高铁",
        "云龙区",
        "云龙",
        "城际铁路",
        "强雄安柳塘科技园",
    }
    assert not strong(text) & (none | {"泸州国家级数贸改革试验区"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施青水河、苦菜河、白沙湖等综合治理工程。", {"青水河", "苦菜河", "白沙湖"}),
        ("治理饮马河流域，巩固辽河流域成效。", {"饮马河", "辽河"}),
        ("境内腾格里沙漠流动沙丘固定。", {"腾格里沙漠"}),
    ],
)
def test_waters_of_a_row(text: str, names: set[str]) -> None:
    assert names <= strong(text)
    assert not {"境内腾格里沙漠", "腾格里沙漠流动沙丘"} & strong(text)


@pytest.mark.parametrize("text", ["有9个国家、全国8个省区市参会。", "推进大江、大河治理，中欧公路贯通，西夏陵开放。"])
def test_words_that_are_no_places(text: str) -> None:
    assert not {"国家", "全国", "大江", "大河", "中欧公路", "西夏", "西夏区"} & strong(text)


def test_a_name_inside_another_is_no_county() -> None:
    names = {m.name for m in everything("黑龙江发展。“购在龙江”活动，西湖大学扩建，金州湾国际机场开工。")}
    assert not {"龙江", "西湖", "金州"} & names
    assert "龙江" in {m.name for m in everything("黑龙江省龙江县，龙江农民增收。")}
