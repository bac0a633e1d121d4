"""Patterns that begin right behind a mark: the same matches as Python finds, and fewer places that are tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph import regexes

LETTERS = "某局长任甲，。；\n"
REGEXES = [
    ("(?:^|(?<=[，。；]))[甲-龥]{1,3}", "。，；"),
    ("(?<=任)[甲-龥]+?(?=长|$)", "任"),
    ("(?:(?<=[，。])|(?<=某任|某局))(?!长)(?P<name>[甲-龥]{1,4})", "。任局，"),
    ("(?m)^[^，\\n]{1,3}", "\n"),
    ("(?:\\A|(?<=\\n))(?P<name>[^，。]{2,})|(?<=长)[^长]", "\n长"),
    ("(?:^|(?<=，))[甲-龥]*", ""),  # may be empty
    ("(?:某|(?<=，))[甲-龥]", ""),
    ("(?<!，)[甲-龥]{2}", ""),
    ("(?<=[^，])[甲-龥]{2}", ""),
]


@pytest.mark.parametrize(("regex", "marks"), REGEXES)
def test_what_stands_before_a_match(regex: str, marks: str) -> None:
    assert regexes.coded(regex).gate.marks == marks


@pytest.mark.parametrize("regex", [regex for regex, _ in REGEXES])
@settings(deadline=None, max_examples=60)  # of a busy machine
@given(text=st.text(LETTERS, max_size=40), filler=st.sampled_from(["", "局" * 2500, "局，" * 1200]))
def test_the_same_matches(regex: str, text: str, filler: str) -> None:
    whole = text + filler + text
    found = [(match.span(), match.groupdict()) for match in regexes.compiled(regex).finditer(whole)]
    assert found == [(match.span(), match.groupdict()) for match in re.finditer(regex, whole)]


@settings(deadline=None, max_examples=60)
@given(
    text=st.text("某任长一体化，", max_size=60),
    where=st.tuples(st.integers(0, 60), st.integers(0, 60)),
    regex=st.sampled_from(["[甲-龥]{1,6}?一体化", "(?<=任)[^，]{2,}长", "[^某]{2,4}(?:任|长)(?=化)"]),
)
def test_part_of_a_text_is_asked_for_its_words_first(text: str, where: tuple[int, int], regex: str) -> None:
    """A match may look back at a word before the part, and no word behind its end counts."""
    fast, plain = regexes.compiled(regex), re.compile(regex)
    for bounds in ((), where[:1], where):
        found = [match.span() for match in fast.finditer(text, *bounds)]
        assert found == [match.span() for match in plain.finditer(text, *bounds)]
        assert bool(fast.search(text, *bounds)) == bool(found)


@settings(deadline=None, max_examples=60)
@given(
    text=st.text("某任长一体化，", min_size=30, max_size=60),
    size=st.integers(20, 60),
    regex=st.sampled_from(
        ["[甲-龥]{1,6}?一体化", "(?<=任)[^，]{2,}长", "[^某]{2,4}(?:任|长)(?=化)", "(?<=一一)[^某]+长"]
    ),
)
def test_part_of_a_page_is_asked_by_where_words_stand(text: str, size: int, regex: str) -> None:
    fast, plain = regexes.compiled(regex), re.compile(regex)
    page = text + "局，" * 1000 + text
    for start in (0, 10, len(text) - 5, len(page) - len(text)):
        bounds = (start, start + size)
        found = [match.span() for match in fast.finditer(page, *bounds)]
        assert found == [match.span() for match in plain.finditer(page, *bounds)]
        assert bool(fast.search(page, *bounds)) == bool(found)
