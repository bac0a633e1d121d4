"""Numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.numerals import chinese, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十七", 17),
        ("十", 10),
        ("二十", 20),
        ("一百二十三", 123),
        ("一百零五", 105),
        ("一二三", 123),
        ("一九八二", 1982),
        ("二〇二四", 2024),
        ("17", 17),
        ("１７", 17),
        ("廿三", 23),
        ("两千", 2000),
        ("三万五千", 35000),
        ("一亿", 10**8),
        ("壹佰贰拾", 120),
        ("〇", 0),
    ],
)
def test_numerals_are_read(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "几", "十百", "第三", "4.58", "二三十", "1a"])
def test_what_is_no_numeral_has_no_number(text: str) -> None:
    assert number(text) is None


@given(st.integers(0, 9999))
def test_writing_and_reading_are_inverse(value: int) -> None:
    assert number(chinese(value)) == value


def test_the_tens_are_written_without_one() -> None:
    assert [chinese(n) for n in (10, 17, 20, 105, 110)] == ["十", "十七", "二十", "一百零五", "一百一十"]


def test_a_number_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        chinese(10**4)
