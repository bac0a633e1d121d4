"""Places that their sentence bounds on both sides, wherever the dictionary cuts: 流经|罗望村|于, 发源于|真武山|，.

A verb of geography before a name and a mark or a word of position behind its head say where both begin and end
(注入富群江，), and so do the head of a clause and what is said of a river or a hill (桂江|穿境而过). Takes the text and
what was found by words; gives places whose left end is sure. Words of the language (山脚, 贫困村) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govgraph.find.places_ground import Ground, known
from govgraph.find.places_lines import waters
from govgraph.find.places_streets import long_roads, streets
from govgraph.model import Attributes, Mention
from govgraph.seeds import Seeds

PATTERNS = (
    *("places.flows", "places.reaches", "places.belonged", "places.communes", "places.waters"),
    *("places.visited", "places.sight_told", "places.town_lies", "places.port", "places.short_line"),
)
NAMING = "ngz"  # tags of a character that tells one river from others
CLOSED = "vpcurdm"  # tags of words of more than one character that no bounded name holds
STOPS = ("stop", "generic", "village", "word", "joiner")
NATURAL = "feature"
UPPER = ("county", "township", "village")
WATER = 3  # characters of a word of the language that is a river before its basin or its banks (饮马河)
SHORTEST = 3  # characters of a word of the language that may be a name behind a town (彩虹桥)


def find(ground: Ground, seeds: Seeds, found: Iterable[Mention]) -> list[Mention]:
    """Places whose both ends the sentence tells, where no sure one begins with them or before."""
    sure: dict[int, int] = {}
    upper: list[Mention] = []
    known_before = tuple(found)
    for mention in known_before:
        if mention.strength == "strong":
            sure[mention.end] = min(mention.start, sure.get(mention.end, mention.start))
            upper += [mention] if mention.get("kind") in UPPER else []
    ends = frozenset(m.end for m in known_before if m.strength == "strong" and m.get("kind") != NATURAL)
    bounded = [*_all(ground, seeds), *_behind(ground, seeds, upper), *streets(ground, seeds, ends)]
    bounded += [*long_roads(ground, seeds), *waters(ground, seeds)]
    fresh = [m for m in dict.fromkeys(bounded) if sure.get(m.end, m.end) > m.start]
    return [*fresh, *_stretches(ground, seeds, (*known_before, *fresh))]


def _stretches(ground: Ground, seeds: Seeds, found: Iterable[Mention]) -> Iterator[Mention]:
    """长江青云段: a river with the stretch of it that is meant."""
    pattern, water = seeds.pattern("places.river_stretch"), tuple(seeds.forms("grammar", "row_water"))
    for mention in found:
        match = pattern.match(ground.text, mention.end) if mention.form.endswith(water) else None
        if match is not None and mention.strength == "strong":
            form = ground.text[mention.start : match.end()]
            attrs = (("kind", NATURAL),)
            yield Mention(mention.start, match.end(), "place", form, form, "head-bounded", "strong", attrs)


def founded(ground: Ground, seeds: Seeds) -> Iterator[tuple[int, Mention]]:
    """石坪乡 of 1984年设石坪乡, and where the verb before it begins, with which no name does."""
    for match in seeds.pattern("places.founded_town").finditer(ground.text):
        whole = ground.after(match.start("name"))
        if whole is None or whole.end != match.end("name") or not known(whole):
            yield match.start(), _made(match, seeds, other_days=True)


def without(found: Iterable[Mention], bounded: Iterable[Mention]) -> list[Mention]:
    """What was found by words, without what is only the end of a bounded name (武山 of 真武山)."""
    starts = {mention.end: mention.start for mention in bounded}
    return [m for m in found if not starts.get(m.end, m.start) < m.start]


def _all(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    for name in PATTERNS:
        for match in seeds.pattern(name).finditer(ground.text):
            if not _everyday(match, WATER if name == "places.waters" else 1, ground, seeds):
                yield _made(match, seeds)


def _behind(ground: Ground, seeds: Seeds, upper: Iterable[Mention]) -> Iterator[Mention]:
    """彩虹桥 of 清华镇彩虹桥桥面: right behind the division that it lies in."""
    ends = tuple(seeds.forms("grammar", "above_village"))
    for mention in upper:
        if not mention.form.endswith(ends):
            continue
        match = seeds.pattern("places.behind").match(ground.text, mention.end)
        match = match or seeds.pattern("places.lane").match(ground.text, mention.end)
        if match is not None and not _everyday(match, SHORTEST, ground, seeds):
            yield _made(match, seeds, (("parent", mention.name),))


def _made(match: re.Match[str], seeds: Seeds, inside: Attributes = (), *, other_days: bool = False) -> Mention:
    form, kind = match["name"], seeds.once(_heads).get(match["head"], NATURAL)
    codes = "|".join(division.code for division in seeds.gazetteer.named(form)) if not inside and not other_days else ""
    attrs = (*((("codes", codes),) if codes else ()), ("kind", kind), *inside)
    rule = "division" if codes else "head-bounded"
    return Mention(*match.span("name"), "place", form, form, rule, "strong", attrs)


def _heads(seeds: Seeds) -> dict[str, str]:
    """Heads with the kind of their places."""
    return {word.form: word.canonical for word in (*seeds.words("place_suffixes"), *seeds.words("grammar", "former"))}


def _stops(seeds: Seeds) -> frozenset[str]:
    """Words that lead to a place, or that any place may be called."""
    return frozenset[str]().union(*(seeds.forms("place_stops", kind) for kind in STOPS))


def _everyday(match: re.Match[str], longest: int, ground: Ground, seeds: Seeds) -> bool:
    """True of a word of the language, and of a name that holds what leads to one or is said of any place."""
    (start, end), head = match.span("name"), match.start("head")
    whole = ground.after(start)
    if whole is not None and whole.end == end and known(whole) and not end - start >= longest > 1:
        return True
    stops = seeds.once(_stops)
    words = [word for word in ground.tokens(start) if start <= word.start and word.end <= head]
    said = any(word.word in stops and (len(word.word) > 1 or word.end == head) for word in words)
    first = start + _named(start, match, ground, seeds)
    tail = any(ground.text[at:end] in seeds.forms("place_stops", "word") for at in range(first, head))
    closed = any(len(word.word) > 1 and word.tag[0] in CLOSED and known(word) for word in words)
    return said or closed or tail


def _named(start: int, match: re.Match[str], ground: Ground, seeds: Seeds) -> int:
    """The characters that tell a river from others before a word of the language: 龙|山溪, but not 小|山溪."""
    word = ground.after(start)
    apart = word is not None and len(word.word) == 1 and word.tag[0] in NAMING
    water = match["head"] in seeds.forms("grammar", "hill_or_water")
    return 2 if apart and water and word is not None and word.word not in seeds.forms("grammar", "size") else 0
