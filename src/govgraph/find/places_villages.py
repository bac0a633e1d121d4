"""Villages right after their town or county, whatever their names are made of: 北斗溪镇|坪溪村, 广陵区|龙头关社区.

The dictionary cuts such names anywhere (镇坪|溪村): the division before and the head behind are what tells. What is
found so is a name wherever it stands again in the document (在坪溪村). Not 贫困村, 示范村, 召开村…: what any village
may be called, and verbs, make no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rjieba import has_word

from govgraph.find.places_ground import Ground
from govgraph.find.places_ground import known as common
from govgraph.model import Mention
from govgraph.seeds import Seeds

KINDS = ("township", "county", "prefecture")
_LONGEST = 4  # characters of a name made of common words
PLAIN = 2  # characters of a plain noun that names a village
_SHORTEST = 3  # 新村 and 大村 are said of many


def find(ground: Ground, seeds: Seeds, divisions: Iterable[Mention], named: Sequence[Mention]) -> Iterator[Mention]:
    """The villages of a text that the grammar of names has not found."""
    known = {(m.start, m.end) for m in named}
    ends = {m.end for m in named}
    parents: dict[str, str] = {m.name: m.get("parent") for m in named if m.get("kind") == "village" and m.get("parent")}
    uppers = [m for m in (*divisions, *named) if m.strength == "strong" and m.get("kind") in KINDS]
    towns = {m.end for m in uppers}
    above = tuple(seeds.forms("grammar", "above_village"))
    for upper in sorted(uppers):
        match = seeds.pattern("places.village").match(ground.text, upper.end) if upper.name.endswith(above) else None
        if (
            match is None
            or match.end() in ends
            or any(end in towns for end in range(match.start() + 1, match.end("name")))
        ):
            continue  # 洋洲镇洋洲|村 behind its county
        if not _names(match, upper, ground, seeds):
            continue
        chain = upper.name if upper.get("codes") else upper.get("parent") + upper.name
        parents.setdefault(match[0], chain)
        known.add(match.span())
        yield _village(match.start(), match[0], chain)
    for match in seeds.pattern("places.village_leads").finditer(ground.text):
        if match.end() not in {end for _, end in known} and _coined(match, ground, seeds):
            known.add(match.span())
            yield _village(match.start(), match[0], "")
    for name in sorted(parents):
        for again in re.finditer(re.escape(name), ground.text) if len(name) >= _SHORTEST else ():
            if again.span() not in known:
                yield _village(again.start(), name, parents[name])


def groups(ground: Ground, seeds: Seeds, villages: Iterable[Mention]) -> Iterator[Mention]:
    """石坪村三组, 石坪村第二村民小组: the groups of a village, called with it."""
    for village in villages:
        if village.get("kind") == "village" and (
            match := seeds.pattern("places.group").match(ground.text, village.end)
        ):
            form = ground.text[village.start : match.end()]
            yield village._replace(end=match.end(), form=form, name=form, rule="group")


def brigades(ground: Ground, seeds: Seeds, named: Iterable[Mention]) -> Iterator[Mention]:
    """石坪大队 of 青云公社石坪大队, and wherever it stands again."""
    communes = tuple(seeds.forms("grammar", "commune"))
    pattern, names = seeds.pattern("places.brigade"), {}
    for commune in named:
        if commune.name.endswith(communes) and (match := pattern.match(ground.text, commune.end)):
            names[match[0]] = commune.name
    for name in sorted(names):
        for again in re.finditer(re.escape(name), ground.text):
            yield _village(again.start(), name, names[name])


def _names(match: re.Match[str], upper: Mention, ground: Ground, seeds: Seeds) -> bool:
    """True where the words before the head are no verb and tell the village from others."""
    name, words = match["name"], seeds.forms("place_stops", "word")
    if name in seeds.forms("place_stops", "village") | seeds.forms("place_stops", "stop"):
        return False
    last = ground.before(match.end())
    first = ground.before(last.start) if last is not None and last.word != match["head"] else None
    if last is not None and last.word in words and first is not None and len(first.word) > 1 and common(first):
        return False  # 科委|农村, but 仰|山村
    start, end = match.span("name")
    if len(name) == 1 and upper.get("kind") != "township":
        return False  # 南村 of 渑池县南村乡 is no village
    whole = ground.tokens(start)
    if len(name) > _LONGEST and all(common(w) for w in whole if start <= w.start and w.end <= end):
        return False  # 劳务输出大|村
    inside = [word for word in ground.tokens(start) if start <= word.start and word.end <= end and len(word.word) > 1]
    verbs = [word for word in inside if word.tag in ("v", "vd", "vi", "l", "i") and has_word(word.word)]
    generic = seeds.forms("place_stops", "generic") | seeds.forms("place_stops", "stop")
    of_street = upper.name.endswith(tuple(seeds.forms("grammar", "street_office"))) and len(name) == PLAIN
    community = of_street and match["head"] in seeds.forms("grammar", "community")  # 车站社区 of 宝塔路街道
    if community and name not in seeds.forms("place_stops", "stop"):
        return True
    return not any(word.word in generic for word in inside) and (not verbs or [v.word for v in verbs] == [name])


def _coined(match: re.Match[str], ground: Ground, seeds: Seeds) -> bool:
    """True of a name with a word that no dictionary has, at the head of its clause: 下胡良村|党支部."""
    start, end = match.span("name")
    inside = [word for word in ground.tokens(start) if start <= word.start and word.end <= end]
    stops = seeds.forms("place_stops", "stop") - seeds.forms("grammar", "village_side")
    if len(match["name"]) == PLAIN and not [word for word in inside if len(word.word) < PLAIN]:
        return _plain(match, ground, seeds)
    return any(not common(word) for word in inside) and not any(word.word in stops for word in inside)


def _plain(match: re.Match[str], ground: Ground, seeds: Seeds) -> bool:
    """True of one noun that is not said of any village: 水井村|村民, but not 贫困村|村民."""
    whole = ground.after(match.start("name"))
    said = (
        seeds.forms("place_stops", "village")
        | seeds.forms("place_stops", "generic")
        | seeds.forms("place_stops", "stop")
    )
    village = ground.text[match.start("name") : match.end("name") + 1]
    noun = whole is not None and (whole.tag[0] in "na" or whole.word == village)
    return noun and match["name"] not in said and village not in seeds.forms("place_stops", "word")


def _village(start: int, name: str, parent: str) -> Mention:
    attrs = (("kind", "village"), *((("parent", parent),) if parent else ()))
    return Mention(start, start + len(name), "place", name, name, "village", "strong", attrs)
