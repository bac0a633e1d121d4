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
        ("增强“四个意识”，做到“两个维护”", []),
        ("成为全省发展的“压舱石”", []),
        ("发挥工业“火车头”作用", []),
        ("荣获“全国文明城市”称号", []),
        ("他说：“时间就是生命，我们一定完成任务。”", []),
        ("工作从“单点突破”向“全面推进”转变", []),
    ],
)
def test_quoted_names(text: str, names: list[str]) -> None:
    assert strong(text) == names


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
        ("加快推进卡岔河、挡石河综合整治工程", ["卡岔河、挡石河综合整治工程"]),
        ("开展专项行动，推进重点项目", []),
        ("实施各类水利项目72项", []),
        ("推进9个钢铁行业超低排放改造项目", []),
        ("建立健全长效机制，深化财政体制改革", []),
        ("优化营商环境，推动产业转型升级", []),
        ("主题教育基地迎来访客", []),
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
