"""Lists of people: what stands beside a name in a list is a name, as far as it looks like one.

Not a name: what follows the list in the same clause (张三、李四、有关部门).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govgraph.find.people import bounded, rosters
from govgraph.find.people.cues import NONE
from govgraph.find.people.weighing import FIRM, THRESHOLD, Found, Search, goes_on, weigh

BLANKS = " 　"
BETWEEN = re.compile("、([㐀-鿿]{2,4})(?:、([㐀-鿿]{2,4}))?、")
BESIDE = re.compile("[㐀-鿿]{2,4}、")  # an element of a list that may be a name, with names on both sides
LAST = re.compile("、[㐀-鿿]{2,4}、$")  # the same to the left
LONGEST = 6
SIZE = 3


def grow(search: Search, found: list[Found]) -> list[Found]:
    """Neighbours in lists, to the right and to the left, as far as they look like names."""
    grown = list(found)
    for name in found:
        grown += _rightward(search, name)
        grown += _leftward(search, name)
    grown = settle(grown)
    return settle([*grown, *_between(search, grown)])


def _between(search: Search, found: list[Found]) -> Iterator[Found]:
    """The one or two elements between names of a list, whatever their surnames, and though they are words (高峰)."""
    for before, after in pairwise(found):
        gap = BETWEEN.fullmatch(search.text, before.end, after.start)
        spans = [span for span in (gap.span(1), gap.span(2)) if span[0] > 0] if gap else []
        if all(_fits(search, *span) for span in spans):
            yield from (Found(*span, THRESHOLD, "list") for span in spans)


def _fits(search: Search, start: int, end: int) -> bool:
    """What may be a name in the company of others, though its surname is rare or it is a word."""
    return (
        search.names.shape(search.text[start:end]) >= rosters.AVERAGE
        or search.names.alone(search.text, start, end, listed=True, firm=(True, True)) >= -2
        or bounded.unusual(search, start, end)
        or (end - start == SIZE and bounded.strange(search, start, end))
    )


def _rightward(search: Search, name: Found) -> Iterator[Found]:
    separator = search.pattern("separator")
    while True:
        link = separator.match(search.text, name.end) or _rank(search, name)
        at = link.end() if link else name.end
        if not link and name.context in ("byline", "roster", "credit"):
            while search.text[at : at + 1] in (" ", "　"):
                at += 1
        if at == name.end and name.context != "byline":
            return
        spans = ((at, at + size) for size in search.names.lengths(search.text, at))
        best = max((weigh(search, *span, listed=True) for span in spans), key=lambda f: (f.points, f.end))
        if best.points < THRESHOLD and (whole := search.names.parts.match(search.text, at)):
            if goes_on(search, whole.end()):
                return  # 某某、|阿依玛克|村村长某某
            best = Found(at, whole.end(), THRESHOLD, "list")
        if best.points < THRESHOLD and link and (single := bounded.single(search, at)):
            best = Found(at, single, THRESHOLD, "list")
        if best.points < THRESHOLD and link and name.context == "list":
            best = _last(search, at) or best
        if best.points < THRESHOLD and link and (odd := BESIDE.match(search.text, at)):
            spans = ((odd.end(), odd.end() + size) for size in search.names.lengths(search.text, odd.end()))
            best = max((weigh(search, *span, listed=True) for span in spans), key=lambda f: (f.points, f.end))
        if best.points < THRESHOLD:
            return
        name = best._replace(context=name.context if name.context in ("byline", "credit", "act") else "list")
        yield name


def _last(search: Search, start: int) -> Found | None:
    """Whoever ends a list, in front of what all of it do, whatever the name is made of: 林知远、周文、阳沺|出席会议."""
    for end in (start + SIZE, start + SIZE - 1):
        spoken = search.cues.ends.get(end, NONE).context == "speaker"
        if spoken and search.text[start] in search.names.surnames and bounded.strange(search, start, end):
            return Found(start, end, THRESHOLD, "list")
    return None


def _rank(search: Search, name: Found) -> re.Match[str] | None:
    """The comma at which a list of names goes on with those of another rank: 甲、乙，|丙、丁."""
    row = search.pattern("rank").match(search.text, name.end) if name.context == "list" else None
    if row is None or search.names.alone(search.text, *row.span("first"), firm=(True, True)) < rosters.AVERAGE:
        return None
    return row if weigh(search, *row.span("next"), listed=True).points >= THRESHOLD else None


def _leftward(search: Search, name: Found) -> Iterator[Found]:
    while name.start > 2 and search.text[name.start - 1] in "、和与及" + (BLANKS if name.context == "credit" else ""):
        best = _ending(search, name.start - 1)
        if best.points < THRESHOLD and (odd := LAST.search(search.text, max(0, name.start - LONGEST), name.start)):
            best = _ending(search, odd.start())
        if best.points < THRESHOLD:
            return
        name = best._replace(context="list" if name.context != "credit" else "credit")
        yield name


def _ending(search: Search, at: int) -> Found:
    """The best reading that ends at a position, with what its neighbour speaks for it."""
    spans = ((at - size, at) for size in (2, 3, 4) if at >= size)
    best = max((weigh(search, *span, listed=False) for span in spans), key=lambda f: (f.points, f.end - f.start))
    return best._replace(points=best.points + FIRM)


def settle(found: list[Found]) -> list[Found]:
    """Of overlapping readings the one with more points, then the longer one."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in sorted(set(found), key=lambda f: (-f.points, f.start - f.end, f.start, f.context)):
        places = range(name.start, name.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(name)
    return sorted(kept)
