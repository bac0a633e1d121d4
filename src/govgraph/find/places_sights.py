"""Sights that stand beside other places in a list: 望江楼、南湖公园; 某堰、某遗址、某草堂、某公园.

A tower, a temple or a garden is often called by words of the language (望江楼). In a list the neighbours show that it
is a name: one of them must be a sure place, and what is found so is sure for the next item. Alone such words stay
unread. Parks of a row share their kind: 甲、乙等国家湿地公园.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from govgraph.find.places_ground import Ground, known
from govgraph.model import Mention
from govgraph.seeds import Seeds

LEADING = "vdpcum"  # tags of words that no sight begins with
SHORTEST = 3  # characters of the name of a rated sight


def find(ground: Ground, seeds: Seeds, named: Iterable[Mention]) -> Iterator[Mention]:
    """The sights of a text, given the places that a head noun names."""
    sure = [m for m in named if m.strength == "strong"]
    yield from _rated(ground, seeds, {m.end for m in sure})
    yield from _told(ground, seeds, {m.end for m in sure})
    starts, ends = {m.start for m in sure}, {m.end for m in sure}
    items = [m.span("name") for m in seeds.pattern("places.sight").finditer(ground.text)]
    items = [(start, end) for start, end in items if not _everyday(start, end, ground)]
    while beside := [item for item in items if _beside(item, starts, ends, ground)]:
        items = [item for item in items if item not in beside]
        for start, end in beside:
            starts.add(start)
            ends.add(end)
            form = ground.text[start:end]
            yield _sight(start, end, form, form)


def _rated(ground: Ground, seeds: Seeds, ends: set[int]) -> Iterator[Mention]:
    """Items of 新增甲山、乙洞、丙湖3家5A级景区; the first begins behind the verb."""
    rated = seeds.pattern("places.rating").search(ground.text) is not None  # dear to look for
    for match in seeds.pattern("places.rated").finditer(ground.text) if rated else ():
        for start, end, plain in _items(ground, seeds, match, "items" if match["items"] else "made"):
            form = ground.text[start:end]
            fresh = not plain and end not in ends and end - start >= SHORTEST
            if fresh and not seeds.gazetteer.named(form) and not seeds.gazetteer.stem(form):
                yield _sight(start, end, form, form)
    parks = seeds.pattern("places.parks").search(ground.text) is not None
    for match in seeds.pattern("places.shared_kind").finditer(ground.text) if parks else ():
        for start, end, _ in _items(ground, seeds, match, "items"):
            form = ground.text[start:end]
            if not form.endswith(match["head"]):
                yield _sight(start, end, form, form + match["head"])


def _told(ground: Ground, seeds: Seeds, ends: set[int]) -> Iterator[Mention]:
    """Items behind or before what they are: 主要山峰有老君山、龙池曼、玉皇顶; 余荫山房、宝墨园等景点."""
    rows = (seeds.pattern(name).finditer(ground.text) for name in ("places.row_lead", "places.row_trail"))
    for match in chain.from_iterable(rows):
        start = match.start("items")
        items = seeds.pattern("places.last_member").sub("、", match["items"]).split("、")
        for form in items:
            end = start + len(form)
            if end not in ends and not _said(start, end, ground, seeds):
                yield _sight(start, end, form, form)
            start = end + 1


def _said(start: int, end: int, ground: Ground, seeds: Seeds) -> bool:
    """True of an item with a word that is said of any place."""
    words = [word for word in ground.tokens(start) if start <= word.start and word.end <= end]
    kinds = [seeds.forms("place_stops", kind) for kind in ("stop", "generic", "village", "word")]
    verbs = any(word.tag[0] in LEADING and len(word.word) > 1 and known(word) for word in words)
    return verbs or any(word.word in forms for word in words for forms in kinds)


def _items(ground: Ground, seeds: Seeds, row: re.Match[str], group: str) -> Iterator[tuple[int, int, bool]]:
    """Where the items of a row stand, and which are words of the language."""
    start = row.start(group)
    for part in row[group].split("、"):
        end = start + len(part)
        words = [word for word in ground.tokens(start) if start <= word.start and word.end <= end]
        while words and (words[0].tag[0] in LEADING or words[0].word in seeds.forms("place_stops", "stop")):
            words = words[1:]
        plain = all(known(word) or word.word in seeds.forms("place_stops", "generic") for word in words)
        if words:
            yield words[0].start, end, plain
        start = end + 1


def _sight(start: int, end: int, form: str, name: str) -> Mention:
    return Mention(start, end, "place", form, name, "sight", "strong", (("kind", "feature"),))


def _beside(item: tuple[int, int], starts: set[int], ends: set[int], ground: Ground) -> bool:
    """True of an item with a sure place before or behind it in the list."""
    start, end = item
    return (ground.text[end] == "、" and end + 1 in starts) or (ground.text[start - 1] == "、" and start - 1 in ends)


def _everyday(start: int, end: int, ground: Ground) -> bool:
    """True of a word that is no name of a building, or of a stretch that ends inside one."""
    word = ground.after(start)
    return ground.splits(end) or (word is not None and word.end == end and known(word))
