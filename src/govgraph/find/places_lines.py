"""Lines of a row that share their kind, and ports of a city: 甲乙、丙丁等6条|高铁, 唐山|港.

A line is called by one character of each of its cities, which no dictionary has; the row and the kind behind it tell
what it is. A port or an airport is called by its city, wherever the dictionary cuts (唐|山港).
"""

from __future__ import annotations

from collections.abc import Iterator

from rjieba import has_word

from govgraph.find.places_ground import Ground
from govgraph.model import Mention
from govgraph.seeds import Seeds

STEM = (3, 2)  # characters of the stem of a city
UPPER = "00"  # how its code ends
KIND = (("kind", "feature"),)


def find(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Lines of rows, and ports and airports."""
    for match in seeds.pattern("places.line_row").finditer(ground.text):
        start = match.start("items")
        for form in match["items"].split("、"):
            if _called(form, seeds):
                name = form + match["head"]
                yield Mention(start, start + len(form), "place", form, name, "shared-line", "strong", KIND)
            start += len(form) + 1
    for match in seeds.pattern("places.harbour").finditer(ground.text):
        start = _city(match.start(), ground, seeds)
        if start < match.start():
            form = ground.text[start : match.end()]
            yield Mention(start, match.end(), "place", form, form, "head-harbour", "strong", KIND)


def _called(form: str, seeds: Seeds) -> bool:
    """True of the first characters of cities, which make no word and no place."""
    return not has_word(form) and not seeds.gazetteer.stem(form) and not seeds.gazetteer.named(form)


def _city(end: int, ground: Ground, seeds: Seeds) -> int:
    """Where the stem of a city starts that ends at a position and is cut by the dictionary; the position elsewhere."""
    if not ground.splits(end):
        return end  # the head is a word of its own, which others read
    for size in STEM:
        stem = ground.text[max(0, end - size) : end]
        if len(stem) == size and any(d.code[4:6] == UPPER for d in seeds.gazetteer.stem(stem)):
            return end - size if not ground.splits(end - size) else end
    return end


def waters(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """清水河、苦水河、沙湖 of a row, of which one at least is no word of the language."""
    words = seeds.forms("place_stops", "word") | seeds.forms("place_stops", "generic")
    for match in seeds.pattern("places.water_row").finditer(ground.text):
        start, items = match.start("items"), match["items"].split("、")
        named = not any(item in words for item in items) and any(len(item) > STEM[1] for item in items)
        for form in items if named else ():
            yield Mention(start, start + len(form), "place", form, form, "head-bounded", "strong", KIND)
            start += len(form) + 1
