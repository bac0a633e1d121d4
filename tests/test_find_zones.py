"""Zones and science cities that open with a place, and what only looks like one."""

from __future__ import annotations

import pytest

from govgraph import seeds as packaged
from govgraph.find import places
from govgraph.model import Document, Prose
from govgraph.text import Text


def strong(text: str) -> set[str]:
    prose = Prose(Document("0" * 32, "a.txt", text), Text.of(text), (), ())
    return {m.name for m in places.find(prose, (), packaged.load()) if m.strength == "strong"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("泸州乡村善治试验区稳步扩面。", {"泸州乡村善治试验区"}),
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
