"""Places of a row, which its marks bound on both sides: 绣江、黎冲河、渭龙江; 红沙岗镇 between two other towns.

The dictionary may cut the name of a river or a town anywhere (恰|其|力克). In a row of places of one class the mark
before an item says where it begins: a place that was read from inside its item is read from the mark on, and an item
that was not read at all is one, where the place beside it is sure. A stem that is a river here (沅江) is no city.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from govgraph.find.places_ground import Ground, known
from govgraph.model import Mention
from govgraph.seeds import Seeds

JOINT = "、"
LOOSE = "、，"  # between villages, whose rows are long
WATER, TOWNS, STREETS, VILLAGES, LANES = "water", "town", "street", "village", "lane"
LEVELS = {TOWNS: "township", VILLAGES: "village"}
SAID = ("generic", "village", "word", "stop")  # what any village may be called
REACH = 3  # characters that the dictionary may have torn off
TORN = "vpcurf"  # tags of words that no name begins with


def whole(ground: Ground, seeds: Seeds, found: Iterable[Mention]) -> list[Mention]:
    """The places as their rows bound them, with those that only the row shows."""
    mentions = _bounded(found, ground, seeds)
    mentions = _bounded([*mentions, *_items(mentions, ground, seeds)], ground, seeds)
    water = [m for m in mentions if _class(m.form, seeds) == WATER]
    starts, ends = {m.start for m in water if m.strength == "strong"}, {m.end for m in water if m.strength == "strong"}
    rivers = {(m.start, m.end) for m in water if m.start - 1 in ends or m.end + 1 in starts}
    return [m for m in mentions if (m.start, m.end) not in rivers or not m.rule.startswith("stem")]


def _bounded(found: Iterable[Mention], ground: Ground, seeds: Seeds) -> list[Mention]:
    """The places, each with what the dictionary tore off it."""
    ends: dict[int, str] = {}
    mentions: list[Mention] = []
    rows = sorted(found, key=lambda m: (m.start, m.end))
    above = {m.end for m in rows if m.strength == "strong"}  # 盘州市|石桥镇
    for mention in rows:
        rest = 0 if mention.start in above else _torn_off(mention, ends, ground, seeds)
        if rest and mention.rule.startswith("stem"):
            continue  # 龙江 of 渭龙江
        kept = _from(mention, rest, ground, seeds) if rest else mention
        mentions.append(kept)
        if kept.strength == "strong" and (kind := _class(kept.form, seeds)):
            ends[kept.end] = kind
    return mentions


def _class(form: str, seeds: Seeds) -> str:
    """Rivers and lakes stand in rows of their own, and so do towns and streets."""
    return next((kind for kind, ends in seeds.once(_ends) if form.endswith(ends)), "")


def _ends(seeds: Seeds) -> list[tuple[str, tuple[str, ...]]]:
    """What the names of each class end with."""
    return [(kind, tuple(seeds.forms("grammar", f"row_{kind}"))) for kind in (WATER, TOWNS, STREETS, VILLAGES, LANES)]


def _torn_off(mention: Mention, ends: dict[int, str], ground: Ground, seeds: Seeds) -> int:
    """How many characters of its item stand before a place, behind a sure one of its class; 0 where none do."""
    kind = _class(mention.form, seeds)
    for size in range(1, REACH + 1) if kind and mention.rule != "shared-head" else ():
        at = mention.start - size
        if _joins(ground.text[at - 1 : at], kind):
            words = [word for word in ground.tokens(at) if at <= word.start < mention.start]
            named = not any(_leads(word.word, word.tag, seeds) for word in words)
            return size if ends.get(at - 1) == kind and named and words else 0
        if ground.text[at : at + 1] < "\u3400":
            break
    return 0


def _leads(word: str, tag: str, seeds: Seeds) -> bool:
    """True of a word that leads to a name (位于, 在, 新建) and is none of its own."""
    stops = (seeds.forms("place_stops", kind) for kind in ("stop", "joiner", "opener", "founding", "entering"))
    return any(word in forms for forms in stops) or (len(word) > 1 and tag[0] in TORN)


def _from(mention: Mention, size: int, ground: Ground, seeds: Seeds) -> Mention:
    """The place with what was torn off; the table may know it under the longer name."""
    start = mention.start - size
    form = ground.text[start : mention.end]
    codes = "|".join(d.code for d in seeds.gazetteer.named(form))
    kind = ("kind", mention.get("kind"))
    attrs = (("codes", codes), kind) if codes else (kind,)
    rule = "division" if codes else "head-row"
    return mention._replace(start=start, form=form, name=form, rule=rule, strength="strong", attrs=attrs)


def _items(mentions: list[Mention], ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Items that nothing has read, beside a sure place of their class; what is found so is sure for the next."""
    taken = sorted((m.start, m.end) for m in mentions if m.strength == "strong")
    sure = [m for m in mentions if m.strength == "strong" and _class(m.form, seeds)]
    starts, ends = {m.start: _class(m.form, seeds) for m in sure}, {m.end: _class(m.form, seeds) for m in sure}
    items = [m.span("name") for m in seeds.pattern("places.row_item").finditer(ground.text)]
    items = [item for item in items if not _over(item, taken) and not _everyday(item, ground, seeds)]
    while True:
        beside = [(start, end) for start, end in items if _named((start, end), starts, ends, ground, seeds)]
        if not beside:
            return
        items = [item for item in items if item not in beside]
        for start, end in beside:
            form = ground.text[start:end]
            starts[start] = ends[end] = _class(form, seeds)
            level = LEVELS.get(starts[start], "feature")
            yield Mention(start, end, "place", form, form, "head-row", "strong", (("kind", level),))


def _named(item: tuple[int, int], starts: dict[int, str], ends: dict[int, str], ground: Ground, seeds: Seeds) -> bool:
    """True of an item with a sure place of its class on one side of it."""
    start, end = item
    kind, text = _class(ground.text[start:end], seeds), ground.text
    before = _joins(text[start - 1 : start], kind) and ends.get(start - 1) == kind
    return bool(kind) and (before or (_joins(text[end : end + 1], kind) and starts.get(end + 1) == kind))


def _joins(mark: str, kind: str) -> bool:
    """True of a mark between the items of a row of this class."""
    return bool(mark) and mark in (LOOSE if kind == VILLAGES else JOINT)


def _over(item: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """True where a sure place lies over a part of the item."""
    index = bisect_left(taken, item)
    return any(low < item[1] and item[0] < high for low, high in taken[max(0, index - 2) : index + 2])


def _everyday(item: tuple[int, int], ground: Ground, seeds: Seeds) -> bool:
    """True of words of the language (大河、小河), and of a stretch that a word leads into or ends inside of."""
    words = [word for word in ground.tokens(item[0]) if item[0] <= word.start < item[1]]
    plain = len(words) == 1 and known(words[0]) and words[0].end == item[1]
    if not words or plain or ground.splits(item[1]) or _leads(words[0].word, words[0].tag, seeds):
        return True
    form = ground.text[item[0] : item[1]]
    if _class(form, seeds) != VILLAGES:
        return False
    said = seeds.once(_said)
    return form in said or any(word.word in said for word in words if len(word.word) > 1)


def _said(seeds: Seeds) -> frozenset[str]:
    """Words that any village may be called."""
    return frozenset[str]().union(*(seeds.forms("place_stops", kind) for kind in SAID))
