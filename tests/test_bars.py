"""Patterns that stay within a sentence: the same matches as Python finds, in the sentences that hold their words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph import bars, regexes
from govgraph.spots import Page

REGEXES = [
    ("[^。；\\n]*局长[^。；\\n]*", "\n。；"),
    ("[^。\\n]*局长.*", "\n"),  # full stops may be in the rest of the line
    ("[某甲]+局长(?=[^。\\n]*任)", "\n。"),  # looks ahead to the end of the sentence
    ("(?<=任)[某甲，]+(?=。?\\n?局长)", "\n。；"),  # looks little beyond it
    ("(?:某+|甲*局长)(?:任|长)*局长$", "\n。；"),
    ("[^某]*局长", ""),
    ("某\\s*局长", "。；"),
    ("某*(?=[^某]*局长)局长", ""),
    ("(?s:.)*局长", ""),
    ("(?:局长)*", ""),  # may be empty
]


@pytest.mark.parametrize(("regex", "bound"), REGEXES)
def test_what_no_match_goes_beyond(regex: str, bound: str) -> None:
    assert regexes.coded(regex).gate.bars == ("" if not regexes.coded(regex).gate.needs else bound)


@pytest.mark.parametrize("regex", [regex for regex, _ in REGEXES])
@settings(deadline=None, max_examples=60)  # of a busy machine
@given(text=st.text("某局长任甲，。；\n", max_size=40), filler=st.sampled_from(["甲某。" * 300, "甲，" * 300]))
def test_the_same_matches(regex: str, text: str, filler: str) -> None:
    whole = text + filler + text
    found = [match.span() for match in regexes.compiled(regex).finditer(whole)]
    assert found == [match.span() for match in re.finditer(regex, whole)]


def test_only_sentences_that_hold_all_words_are_searched() -> None:
    text = "甲任局长。" + "某某。" * 200 + "乙任。" + "某某。" * 200 + "丙局长。"
    searched: list[str] = []

    def search(text: str, start: int, end: int) -> list[re.Match[str]]:
        searched.append(text[start:end])
        return []

    found = bars.found(Page(text), "。", (("任",), ("局长",)), search)  # type: ignore[arg-type]
    assert found is not None
    assert not list(found)
    assert searched[0].startswith("甲任局长")
    assert not any("丙" in part or "乙" in part for part in searched)
