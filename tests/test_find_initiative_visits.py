"""Works as news of visits and lists of deeds name them: one place after another, who does it, several outputs."""

from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import find
from govgraph.model import Document, Prose
from govgraph.text import Span, Text
from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "县长先到望山食品二期项目，再到柳塘农机二期项目，最后到石板湖灌区项目。",
            ["望山食品二期项目", "柳塘农机二期项目", "石板湖灌区项目"],
        ),
        (
            "他一行看了桂林电机20万台电机项目、望山化工3万吨树脂项目。",
            ["桂林电机20万台电机项目", "望山化工3万吨树脂项目"],
        ),
        ("其中有望山化工3万吨树脂项目、柳塘农机二期项目。", ["望山化工3万吨树脂项目", "柳塘农机二期项目"]),
        ("一批项目动工，有望山化工3万吨树脂项目、柳塘农机二期项目。", ["望山化工3万吨树脂项目", "柳塘农机二期项目"]),
        ("林知远到望山物流有限公司和石板新型建材骨料项目现场。", []),
        ("今年县政府敲定6项为民办实事项目。", []),
        ("结合地下管廊工程建设，办好文体活动。", []),
    ],
)
def test_one_after_another(text: str, names: list[str]) -> None:
    assert [name for name in strong(text) if "实事" not in name] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石板水库工程按计划推进。", ["石板水库工程"]),
        ("建成望山巷传统风貌区和柳塘老街区。", ["望山巷传统风貌区", "柳塘老街区"]),
        ("第一站是柳塘镇望山村的望山旅游集散中心项目。", ["望山旅游集散中心项目"]),
        ("力争年内完成石板科技学院二期、柳塘河整治等工程。", ["石板科技学院二期", "柳塘河整治"]),
        ("望山光电股份有限公司和柳塘县政府签约石板镇光电生产基地项目。", ["石板镇光电生产基地项目"]),
        ("今年柳塘县确定5个援建项目，完成219间宿舍改造，抓好二期建设项目。", []),
        ("石板市第二医院自治区康复示范基地建设项目等5个项目新开工。", ["石板市第二医院自治区康复示范基地建设项目"]),
        ("省百大项目望柳高速石板山（省界）至望仙段改扩建工程复工。", ["望柳高速石板山（省界）至望仙段改扩建工程"]),
        ("青石村塘堰、水渠整治大部分完工。", []),
        ("届时6号线全线贯通，石板县大项目开工。", ["6号线"]),
        (
            "石板湖望仙旅游度假区项目（包括望山酒店、柳塘酒店）、石板湖灌区项目。",
            ["石板湖望仙旅游度假区项目", "石板湖灌区项目"],
        ),
        ("新建望城、柳塘等3座变电站。", ["望城变电站", "柳塘变电站"]),
        (
            "望山化工有限公司30万吨烧碱、20万吨树脂综合项目总投资3亿元。",
            ["望山化工有限公司30万吨烧碱、20万吨树脂综合项目"],
        ),
        ("望山化工有限公司甲醇—PVC—水泥循环产业链项目总投资3亿元。", ["望山化工有限公司甲醇—PVC—水泥循环产业链项目"]),
    ],
)
def test_who_does_it_and_what_comes_of_it(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize("text", ["石板山经济开发区推进景区改造。", "石板山高新区推进老街改造。"])
def test_a_zone_that_acts(text: str) -> None:
    prose = Prose(Document("0" * 32, "x.txt", text), Text.of(text), (), (Span(0, len(text)),))
    assert not [m for m in find(prose, seeds.load()) if m.kind == "initiative" and m.strength == "strong"]
