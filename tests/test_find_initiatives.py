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


def test_the_longer_name_has_the_head() -> None:
    (mention,) = found("启动“星火”党建工程")
    assert (mention.name, mention.get("names"), mention.get("kind")) == ("星火", "星火党建工程", "programme")


def test_quotations_inside_documents_are_left_to_them() -> None:
    text = "印发《“暖心助企”行动方案》"
    document = Mention(2, len(text), "instrument", text[2:], text[3:-1], "test")
    assert found(text, document) == []


def test_the_patterns_prove_themselves() -> None:
    assert [fault for fault in seeds.faults(seeds.load()) if fault.startswith("initiatives.")] == []
