"""Patterns behind gates: the same matches as without them, and no search where a word is missing."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from govgraph import gates, regexes, seeds
from govgraph.settings import shipped

LOADED = seeds.load()
FILLER = "全市上下认真抓好各项工作。" * 40


@pytest.mark.parametrize(
    ("regex", "needs"),
    [
        ("[一-龥]{2,8}一体化", (("一体化",),)),
        ("(?:试点|示范)工作", (("示范工作", "试点工作"),)),
        ("(?<=任命)[一-龥]{2,3}为?局长", (("任命",), ("局长",))),
        ("[甲乙]+(?=同志)", (("同志",), ("乙", "甲"))),
        ("(?:某某)?[一-龥]{2}", ()),
        ("某某(?!局)|[一-龥]{3}", ()),
        ("(?i:ABC)[一-龥]", ()),
        ("[，。][一-龥]", ()),
    ],
)
def test_a_match_cannot_do_without_these(regex: str, needs: tuple[tuple[str, ...], ...]) -> None:
    assert regexes.coded(regex).gate.needs == needs


@pytest.mark.parametrize(
    ("regex", "reach"),
    [("甲[一-龥]{2,8}乙", 10), ("甲(?=[一-龥]{3}乙$)", 6), ("甲.*乙", -1), ("甲(?![^，]*丙)", -1), ("(?<=甲乙)丙", 1)],
)
def test_how_far_a_match_looks(regex: str, reach: int) -> None:
    assert regexes.coded(regex).gate.reach == reach


@pytest.mark.parametrize(
    "regex",
    [
        "[一-龥]{2,8}?一体化(?=发展|。|$)",
        "(?<=推进|任命)[一-龥]{1,6}",
        "(?:^|(?<=[。\\n]))[一-龥]{1,3}(?=局长)",
        "(?=局长)",
        "甲[一-龥]?乙|乙丙",
        "[一-龥]{0,4}局长(?![一-龥]{2})",
    ],
)
def test_the_same_matches(regex: str) -> None:
    text = (
        "局长某某。推进城乡一体化发展，任命某某甲某乙丙为局长。\n某局长一体化" + FILLER + "任命乙丙局长局长推进一体化"
    )
    found = [match.span() for match in regexes.compiled(regex).finditer(text)]
    assert found == [match.span() for match in re.finditer(regex, text)]
    assert found


def test_every_pattern_of_ours_finds_the_same_in_the_samples() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shipped("seeds") / "corpus").rglob("*.txt"))]
    for text in [*[one + FILLER[:400] + two for one, two in pairwise(texts)][:5], "\n".join(texts)[:6000]]:
        for name in LOADED.patterns:
            pattern = LOADED.pattern(name)
            if isinstance(pattern, gates.Gated):
                plain = regexes.made(
                    regexes.coded(LOADED.expand(LOADED.patterns[name].regex))._replace(gate=gates.OPEN)
                )
                assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)], name
