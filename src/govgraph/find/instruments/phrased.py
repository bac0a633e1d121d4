"""Instruments told by a fixed phrase: 党的二十大报告, “十四五”规划和2035年远景目标纲要, “某某办法”, 加入某某公约.

The reports on plan and budget and the plans for five years begin where the place before them does. What a
phrase leaves open (有关协定, 联合公报) is no instrument.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.instruments.titles import attributes, kind_of, mention
from govgraph.find.instruments.unmarked import placed
from govgraph.model import Mention
from govgraph.seeds import Seeds

CALLED = (("congress_report", "report"), ("charter", "other"))  # by names that are the same everywhere
BEGUN = (("five_year", "plan"), ("plan_report", "report"))  # with the place before
TOLD = ("treaty_named", "bulletin")  # by words that may tell nothing
WHOLE = ("quoted_title", "plain_about")  # by the whole title


def phrased(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """The instruments of all phrases."""
    for rule, kind in CALLED:
        for match in seeds.pattern(f"instruments.{rule}").finditer(text):
            yield _made(text, match.span(), rule, kind, short=match["short"] or "")
    for rule, kind in BEGUN:
        for match in seeds.pattern(f"instruments.{rule}").finditer(text):
            yield _made(text, (placed(text, match.start(), starts, seeds), match.end()), rule, kind)
    vague = seeds.pattern("instruments.treaty_vague")
    for rule in TOLD:
        for match in seeds.pattern(f"instruments.{rule}").finditer(text):
            if not vague.search(match["told"]):
                yield _made(text, match.span("name"), rule, kind_of(match["name"], seeds))
    for rule in WHOLE:
        for match in seeds.pattern(f"instruments.{rule}").finditer(text):
            yield _made(text, match.span("name"), rule, kind_of(match["name"], seeds))


def _made(text: str, span: tuple[int, int], rule: str, kind: str, *, short: str = "") -> Mention:
    name = text[slice(*span)]
    attrs = attributes(name, kind) | ({"short": short} if short not in ("", name) else {})
    return mention(text, *span, name, f"instrument.{rule}", attrs, strong=True)
