from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import quantities
from govgraph.model import Document, Mention, Prose
from govgraph.text import Span, Text


def prose(text: str) -> Prose:
    document = Document("0" * 32, "x.txt", text)
    return Prose(document, Text.of(text), (), (Span(0, len(text)),))


def found(text: str, *earlier: Mention) -> list[Mention]:
    return sorted(quantities.find(prose(text), earlier, seeds.load()))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今年培训4.58万人", ["45800 人"]),
        ("总投资339亿元", ["33900000000 元"]),
        ("走访企业200余家", ["200 家"]),
        ("调水1.2亿立方米", ["120000000 立方米"]),
        ("组织三百名志愿者", ["300 名"]),
        ("惠及9600多万人", ["96000000 人"]),
        ("增速达38.82％", ["38.82 %"]),
        ("提高百分之三十", ["30 %"]),
        ("建设66千伏变电站2座", ["66 千伏", "2 座"]),
        ("装机25万千瓦", ["250000 千瓦"]),
        ("投入两千三百余万元", ["23000000 元"]),
        ("高于全国1.8个、0.2个和0.1个百分点", ["1.8 个百分点", "0.2 个百分点", "0.1 个百分点"]),
        ("第3次会议，第12位", []),
        ("七届人大五次会议", []),
        ("2024年，12345热线，甲政发〔2023〕12号", []),
        ("推进“三项新机制”", []),
        ("建设一个中心", []),
        ("由水源和灌溉两部分组成，扩建二台子机场", []),
        ("出动警车60台次，培训36学时，装机500兆伏安", ["60 台次", "36 学时", "500 兆伏安"]),
        ("购置设备两部、仪器3台", ["2 部", "3 台"]),
        ("落实中央八项规定，办结八项", ["8 项"]),
        ("省道218升级改造，售出油料218升", ["218 升"]),
        ("T800碳纤维、5G基站、2.0版", []),
    ],
)
def test_names_are_value_and_unit(text: str, names: list[str]) -> None:
    assert [m.name for m in found(text)] == names


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("走访企业200余家", "qualifier", "余"),
        ("增速保持在7%左右", "qualifier", "左右"),
        ("新签约5亿元以上项目", "qualifier", "以上"),
        ("项目不少于8个", "qualifier", "不少于"),
        ("每年建设3—5个驿站", "qualifier", "3—5"),
        ("生产总值同比增长6.7%", "direction", "增长"),
        ("办理时间压缩至30分钟", "direction", "压缩"),
        ("抽调74名干部担任联络员", "noun", "干部"),
        ("建设充电站246个", "noun", "充电站"),
        ("粮食总产量达到206.7万吨", "noun", "粮食总产量"),
    ],
)
def test_attributes(text: str, key: str, value: str) -> None:
    assert [m.get(key) for m in found(text)] == [value]


def test_a_row_of_numbers_shares_its_verb() -> None:
    assert [m.get("direction") for m in found("游客和收入分别增长20%、21%")] == ["增长", "增长"]


def test_dates_are_left_alone() -> None:
    date = Mention(0, 4, "date", "30天内", "30天内", "test")
    assert found("30天内完成", date) == []


def test_form_is_the_text() -> None:
    text = "全县共有干部3200余名，下降2.5个百分点"
    assert all(text[m.start : m.end] == m.form for m in found(text))


def test_the_patterns_prove_themselves() -> None:
    assert [fault for fault in seeds.faults(seeds.load()) if fault.startswith("quantities.")] == []


def test_a_class_of_ships_is_no_quantity() -> None:
    assert not found("20万吨级石湖航道建成投运。")
