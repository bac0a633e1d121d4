"""Centres, laboratories and societies that their sentence bounds on both sides: 发挥|松江某业发展促进中心|作用.

The verbs of their trade (促进, 探测, 集结) end every other name to the left. A pause or a verb that founds, runs or
uses such a house says where the name begins, if it opens with a place, a region or a word of the nation, and a pause
or what is said of one says where it ends. One of several is no house.

A branch goes by its house and its place: 国家某某计算|松江中心, 某某|松江省实验室. Without the house they are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.edge import LIMIT
from govgraph.find.bodies.ground import Ground

SHORTEST = 6  # characters of a name
HALF = 2  # of so many items one is called by a place
VERBS = "vd"  # tags of what opens no name
HOUSE = 4  # characters of the house before the place of its branch


def find(ground: Ground, found: Iterable[Body]) -> Iterator[Body]:
    """Those that nothing else has found, or cut short."""
    starts = {body.end: body.start for body in found if body.strength == "strong"}
    for head in ground.seeds.pattern("bodies.bounded_head").finditer(ground.text):
        start, society = _start(ground, head), ground.says("society", head[0])
        if start < starts.get(head.end(), head.end() - SHORTEST + 1):
            name = ground.text[start : head.end()]
            yield Body(start, head.end(), "association" if society else "other", "", (name,), name, "body.bounded")
    yield from _laboratories(ground)


def _laboratories(ground: Ground) -> Iterator[Body]:
    """甲山、乙湖等|实验室: each of a row of which the text has one in full, or which are called by places."""
    for match in ground.seeds.pattern("bodies.laboratory_row").finditer(ground.text):
        items, at = match["items"].split("、"), match.start()
        told = any(item + match["head"] in ground.text for item in items)
        placed = 0
        spans: list[tuple[int, int]] = []
        for item in items:
            spans.append((at, at + len(item)))
            placed += at in ground.place_after
            at += len(item) + 1
        if told or HALF * placed >= len(items):
            for start, end in spans:
                name = ground.text[start:end] + match["head"]
                yield Body(start, end, "other", "", (name,), name, "body.bounded")


def _start(ground: Ground, head: re.Match[str]) -> int:
    """Where a name begins that ends with a head; its end where there is none."""
    text, end = ground.text, head.start()
    if not ground.seeds.pattern("bodies.bounded_after").match(text, head.end()):
        return head.end()
    before = ground.seeds.pattern("bodies.bounded_before").search(text, max(0, end - LIMIT), end)
    if before is None:
        return head.end()
    start, place = before.start("name"), ground.place_before.get(end)
    branch = place is not None and place - start >= HOUSE and (head["bare"] or _region(ground, place, end))
    first = ground.words[ground.word_at(start)]
    opened = branch and first.tag[0] not in VERBS and not ground.joins(first)
    return start if opened or (not head["bare"] and _opens(ground, start, head)) else head.end()


def _region(ground: Ground, start: int, end: int) -> bool:
    """True of 西部 and other parts of the country, which a house may be for."""
    return ground.text[start:end] in ground.seeds.forms("place_names", "region")


def _opens(ground: Ground, start: int, head: re.Match[str]) -> bool:
    """True where a place or a word of the nation begins; one of the world, where it is a society or holds a place."""
    if any(end - start > 1 for end in ground.place_after.get(start, ())):
        return True
    opened = ground.seeds.pattern("bodies.bounded_start").match(ground.text, start)
    if opened is None or not opened["world"] or ground.says("society", head[0]):
        return opened is not None
    return any(at in ground.place_after for at in range(start, head.start()))
