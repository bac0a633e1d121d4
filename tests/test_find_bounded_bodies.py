"""Houses that their sentence bounds on both sides, branches by house and place, and what is no house."""

from __future__ import annotations

import pytest

from govgraph import seeds as packaged
from govgraph.find import bodies, places
from govgraph.model import Document, Prose
from govgraph.text import Text


def strong(text: str) -> set[str]:
    prose, seeds = Prose(Document("0" * 32, "a.txt", text), Text.of(text), (), ()), packaged.load()
    earlier = tuple(sorted(set(places.find(prose, (), seeds))))
    return {m.name for m in bodies.find(prose, earlier, seeds) if m.strength == "strong"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("发挥泸州智改绿化发展促进中心作用。", "泸州智改绿化发展促进中心"),
        ("宜宾蜀道货运集结中心挂牌。", "宜宾蜀道货运集结中心"),
        ("落地国家技术转移华北中心。", "国家技术转移华北中心"),
        ("国家耐旱玉米技术创新中心实质性运行。", "国家耐旱玉米技术创新中心"),
        ("获批建设中巴可持续农机创新中心等载体。", "中巴可持续农机创新中心"),
        ("柳塘旅游集团常务副总裁徐国民代表集团讲话。", "柳塘旅游集团"),
        ("柳塘旅游发展有限公司总经理王建明代表公司签约。", "柳塘旅游发展有限公司"),
        ("步入柳塘钢铁生产车间。", "柳塘钢铁"),
        ("并与衡水旅游集团成功签订协议。", "衡水旅游集团"),
        ("国际深海勘探学会总部落户宁波。", "国际深海勘探学会"),
        ("上合农业技术合作中心揭牌。", "上合农业技术合作中心"),
        ("建设国家先进算力绵阳中心、某平台。", "国家先进算力绵阳中心"),
        ("成立智能茶机安徽省重点实验室，开展攻关。", "智能茶机安徽省重点实验室"),
        ("发挥高端种业成果西部转化中心作用。", "高端种业成果西部转化中心"),
    ],
)
def test_bounded_bodies(text: str, name: str) -> None:
    assert strong(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "省重点实验室完成重组。",
        "安徽省重点实验室达到20家。",
        "建成2个国家中医药传承研究中心。",
        "打造泸州西部内河航运中心。",
        "办好第三届中国网络视听大会。",
        "完善服务中心、检测中心功能。",
        "不断完善游客服务中心，增设智慧导览中心。",
    ],
)
def test_no_bodies(text: str) -> None:
    assert not strong(text)


def test_laboratories_of_a_row() -> None:
    text = "太湖、云龙湖、青石等实验室加快建设，青石实验室揭牌。"
    assert {"太湖实验室", "云龙湖实验室", "青石实验室"} <= strong(text)
    assert not strong("建成人工智能、先进制造等实验室。")


@pytest.mark.parametrize(
    "text", ["蜀东化学新材料等重大项目开工。", "全省北交所上市公司达到9家。", "国家山地农机中试基地获批。"]
)
def test_works_and_kinds_are_no_bodies(text: str) -> None:
    assert not {"蜀东化学新材料", "北交所上市公司", "国家山地农机中试基地"} & strong(text)


def test_houses_of_the_world_hold_a_place_or_are_societies() -> None:
    assert not strong("建成国际冷链货运集结中心。")
    assert strong("国际青瓷泸州合作中心揭牌。") == {"国际青瓷泸州合作中心"}
    assert "国电投大安" not in strong("国电投大安、中能建松原等一批“绿氢”项目投产。")
