"""Dates: text to names."""

from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import dates
from govgraph.model import Document, Mention, Prose
from govgraph.text import Text


def found(text: str) -> list[Mention]:
    prose = Prose(Document("0" * 32, "t.txt", text), Text.of(text), (), ())
    return sorted(dates.find(prose, (), seeds.load()))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2019年3月5日召开", ["2019-03-05"]),
        ("二〇一九年三月五日", ["2019-03-05"]),
        ("一九五四年九月", ["1954-09"]),
        ("2019年度预算", ["2019"]),
        ("自2019-03-05起", ["2019-03-05"]),
        ("3月5日上午", ["--03-05", "上午"]),
        ("3月5日至9日", ["--03-05/--03-09"]),
        ("2020年12月30日至2021年1月2日", ["2020-12-30/2021-01-02"]),
        ("任期为1955.4～1957.1。", ["1955-04/1957-01"]),
        ("2016—2020年", ["2016/2020"]),
        ("1-11月增长3%", ["--01/--11"]),
        ("“十四五”时期", ["2021/2025"]),
        ("“二五”期间", ["1958/1962"]),
        ("闭幕会28日举行", ["---28"]),
        ("去年以来", ["去年"]),
        ("三年行动，三个月内完成", []),
        ("第2019号，1.5元", []),
        ("13月40日", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [m.name for m in found(text)] == names


def test_what_the_text_leaves_out_is_said() -> None:
    assert found("3月5日")[0].attrs == (("partial", "yes"), ("precision", "day"))
    assert found("去年")[0].get("relative") == "-1"
    assert found("去年")[0].strength == "weak"
    assert found("2019年3月")[0].attrs == (("precision", "month"),)


def test_the_form_is_the_text() -> None:
    text = "会议于2019年3月5日至3月9日在北京召开，2018年没有。"
    assert [m.form for m in found(text)] == ["2019年3月5日至3月9日", "2018年"]
    assert all(text[m.start : m.end] == m.form for m in found(text))
