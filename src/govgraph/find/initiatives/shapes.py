"""Shapes (固定格式): names that show by their form alone what they are, wherever they stand.

第N轮…督察 and 第N次…普查, 甲长制 and 首问负责制, 甲保卫战, 主题教育 and 学习教育, five digits + 热线, pairs of
places + 一体化, regions that grow together, 平安/健康/数字 + place, 甲之城, years and places named for what they
are to become, what is held for a jubilee, pilots that the state gives (国家…综合试点) or that head their clause,
zones of trial, rivers made ways for ships, bodies reformed, 十大民生实事, stretches of roads (甲高速乙县段),
where deputies meet the people (代表之家), “小甲”带动“大乙”, items headed by nothing but a name, the way of a place
that others take up, ways of working (一线工作法), loans and codes that a place issues, programmes of the state,
works that bring water or power (引江济淮), entries of the notes that explain names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

SHAPES = (
    "round",
    "chief",
    "system",
    "battle",
    "battle_told",
    "theme_education",
    "hotline",
    "pair",
    "region",
    "quality_place",
    "city",
    "resort",
    "theme_year",
    "jubilee",
    "national_pilot",
    "pilot_first",
    "pilot_wider",
    "deputies",
    "leverage",
    "body_reform",
    "deeds",
    "stretch",
    "trial_zone",
    "zone_placed",
    "zone_of_transfer",
    "waterway",
    "waterway_formed",
    "item_head",
    "place_model",
    "learned_model",
    "method_plain",
    "issued_plain",
    "state_campaign",
    "transfer",
    "glossed",
)


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every shape; the last group of its pattern says the kind."""
    taken = {at for m in earlier if m.kind in ("instrument", "meeting") for at in range(m.start, m.end)}
    taken |= {
        at for m in earlier if m.get("kind") == "station" and m.strength == "strong" for at in range(m.start, m.end)
    }
    for shape in SHAPES:
        for match in seeds.pattern(f"initiatives.{shape}").finditer(prose.text.string):
            place = match.groupdict().get("place")
            if place is not None and not seeds.gazetteer.stem(place):
                continue
            if match.start() in taken and match.end() - 1 in taken:
                continue
            whole = "name" if "name" in match.re.groupindex else 0
            yield Mention(
                start=match.start(whole),
                end=match.end(whole),
                kind="initiative",
                form=match[whole],
                name=match[whole],
                rule=f"initiative.{shape}",
                attrs=(("kind", _kind(match)), ("score", "4")),
            )


def _kind(match: re.Match[str]) -> str:
    """The kind that a shape names its group after; a quality and its place are a strategy."""
    kinds = [group for group in match.re.groupindex if group not in ("name", "place") and match[group] is not None]
    return kinds[0] if kinds else "strategy"
