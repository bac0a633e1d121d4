"""Communes, units of a corps, committees of old regions: 新坝公社, 农六师一〇五团三连, 泰西特委.

A commune is called by the word before 公社, whatever it means (红旗公社); a verb or a word for all of them is no name
(撤销公社, 农村人民公社). A unit of a corps is called by its numbers, from the division down; a regiment or a company
without its division may be any army's, and is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_LONGEST = 4  # characters of the name of a commune


def find(ground: Ground) -> Iterator[Body]:
    """All of them in a text."""
    for match in ground.seeds.pattern("bodies.commune").finditer(ground.text):
        start = _stem(ground, match.start())
        if start is not None:
            stem, name = ground.text[start : match.start()], ground.text[start : match.end()]
            templates = (f"{stem}人民公社", f"{stem}公社")
            yield Body(start, match.end(), "grassroots", "", templates, name, "body.literal")
    yield from _communes(ground)
    yield from _regional(ground)
    for match in ground.seeds.pattern("bodies.corps").finditer(ground.text):
        yield Body(*match.span(), "other", "", _corps(ground, match[0]), match[0], "body.literal")


def _communes(ground: Ground) -> Iterator[Body]:
    """Communes of a list that says the kind once: 东风、红星等12个人民公社."""
    for match in ground.seeds.pattern("bodies.communes").finditer(ground.text):
        at = match.start("items")
        for item in re.split("[、和]", match["items"]):
            templates = (f"{item}人民公社", f"{item}公社")
            yield Body(at, at + len(item), "grassroots", "", templates, item + "公社", "body.literal")
            at += len(item) + 1


def _corps(ground: Ground, name: str) -> tuple[str, ...]:
    """All names of a unit of the corps, whose divisions are called after farming or after the corps."""
    found = ground.seeds.pattern("bodies.corps_parts").fullmatch(name)
    if found is None:
        return (name,)
    heads = (word.canonical for word in ground.seeds.words("grammar", "corps"))
    return tuple(head.replace("{N}", found["number"]) + found["rest"] for head in heads)


def _regional(ground: Ground) -> Iterator[Body]:
    """Committees of the party in the regions of the revolution: 中共泰西特委, 冀鲁豫16地委."""
    for match in ground.seeds.pattern("bodies.region_committee").finditer(ground.text):
        short = match["of"] or match["named"] or match["numbered"]
        short += match["tail"] or match["kind"] or match["class"]
        yield Body(*match.span(), "party", "", (f"中共{short}", short), match[0], "body.literal")


def _stem(ground: Ground, end: int) -> int | None:
    """Where the name before 公社 starts: a word that can be one, or two characters of no word."""
    start = end
    while end - start < 2:
        word = ground.words[ground.word_at(start - 1)] if start else None
        if word is None or word.end != start or ground.stops(word) or ground.joins(word):
            return None
        start = word.start
    led = ground.seeds.pattern("bodies.commune_led").match(ground.text, start, end)
    start = led.end() if led else start
    stem = ground.text[start:end]
    named = end - start <= _LONGEST and not ground.seeds.pattern("bodies.no_commune").search(stem)
    return start if named else None
