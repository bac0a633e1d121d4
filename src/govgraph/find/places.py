"""Mentions of places: divisions, villages, roads, rivers, parks, zones; countries and regions; 全市 and 我省.

Divisions come from the gazetteer (:mod:`govgraph.find.places_divisions`), those that are no more (萧山市) from a list,
if they have three characters or more (开县 is in 召开县委全会, too), everything else by the grammar of head nouns
(:mod:`govgraph.find.places_names`). Countries and vague regions are weak, and so are by-names (江城) and the
words that point at the place the document speaks of (全市, 我省; attribute ``deictic``).

It does not resolve: 江北乡 gives all the codes that its chain leaves open, 全市 gives none.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find import places_bounded, places_divisions, places_names, places_rows, places_sights, places_villages
from govgraph.find import places_lines as lines
from govgraph.find import places_zones as zones
from govgraph.find.places_ground import Ground, known
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

LISTED = frozenset({"place_names"})
AROUND = 6  # characters on either side of a name that may show that it is none
CLOSED = "vpcurdmy"  # tags of words that no name of a street has
LONGEST = 5  # characters of a state and a dash
SHORT = 2  # characters of a name that may be chance
COUNTED = "places.counted_street"
FORMER = frozenset({"division_successors"})


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:  # noqa: ARG001
    """Every place of a document, nested ones included."""
    none = seeds.pattern("places.none")
    for found in _all(Ground(prose.text.string), seeds):
        mention = _dashed(found, prose.text.string, seeds)
        fits = mention.get("deictic") or none.search(_between(prose.text.string, mention)) is None
        if fits and not _shadowed(mention, prose.text.string, seeds):
            yield mention


def _dashed(mention: Mention, text: str, seeds: Seeds) -> Mention:
    """中国—东盟|农业合作示范区: a zone that two states name, with the first of them."""
    if mention.get("kind") != zones.KIND:
        return mention
    first = seeds.pattern("places.zone_dash").search(text, max(0, mention.start - LONGEST), mention.start)
    if first is None:
        return mention
    name = text[first.start() : mention.end]
    return mention._replace(start=first.start(), form=name, name=name)


def _shadowed(mention: Mention, text: str, seeds: Seeds) -> bool:
    """龙江 of a text on 黑龙江, 西湖 of 西湖大学, 金州 of 金州湾: no county, unless its class is written."""
    if not mention.rule.startswith(("stem", "head-single")):
        return False
    whole = next((w.canonical for w in seeds.words("grammar", "part_of_name") if w.form == mention.form), "")
    if whole:
        return whole in text and f"{mention.form}县" not in text
    county = mention.strength == "weak" and mention.get("codes")[4:6] not in ("", "00")
    return county and seeds.pattern("places.called_after").match(text, mention.end) is not None


def _between(text: str, mention: Mention) -> str:
    """A name in brackets with what stands on both sides."""
    before, behind = text[max(0, mention.start - AROUND) : mention.start], text[mention.end : mention.end + AROUND]
    return f"{before}‹{mention.form}›{behind}"


def _all(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """All that looks like one."""
    divisions = places_divisions.find(ground, seeds)
    headed = list(places_names.find(ground, seeds, divisions))
    areas = zones.find(ground, seeds, [*divisions, *headed])
    worded = [*divisions, *zones.within(headed, areas), *areas]
    founded = tuple(places_bounded.founded(ground, seeds))
    verbs = {at for verb, mention in founded for at in range(verb, mention.start)}
    worded = [mention for mention in worded if mention.start not in verbs]  # 建柳塘公社
    bounded = places_bounded.find(ground, seeds, [*worded, *(mention for _, mention in founded)])
    worded += [mention for _, mention in founded]
    rows = places_rows.whole(ground, seeds, [*places_bounded.without(worded, bounded), *bounded])
    named = [mention for mention in rows if mention.rule.startswith(("head", "shared"))]
    stems = {(m.start, m.end) for m in named if m.rule.startswith("shared") and m.name != m.form}  # 双堰 of 双堰等村
    named = [m for m in named if m.rule.startswith("shared") or (m.start, m.end) not in stems]
    shared = {mention[:2] for mention in named if mention.rule.startswith("shared")}  # 河北 of 河北、山东两省
    others = [mention for mention in rows if not mention.rule.startswith(("head", "shared"))]
    divisions = [m for m in others if m[:2] not in shared or not m.rule.startswith("stem")]
    starts = {mention.start for mention in named if mention.rule.startswith("head")}
    built = {m.start: m.form for m in named if m.rule.startswith("head") and m.get("kind") == "feature"}
    opened = {mention.start for mention in divisions}
    led = {at: form for at, form in built.items() if at not in opened}
    inner = {at for start, form in led.items() for at in range(start + 1, start + len(form))}  # 运河 of 西运河公园
    divisions = [m for m in divisions if m.start not in inner or not m.rule.startswith("stem")]
    divisions = [_leading(m, starts) for m in divisions if not _opens(m, built, seeds)]
    yield from (_water(m, ground, seeds) for m in divisions)
    sights = list(places_sights.find(ground, seeds, named))
    sights = [m for m in sights if (m.start, m.end) not in stems]
    parks = {(mention.start, mention.end) for mention in sights if mention.name != mention.form}
    named = [mention for mention in named if (mention.start, mention.end) not in parks]
    low, sites = _low(named), seeds.forms("grammar", "stem_end")
    called = {name[:-size] for name in low for size in (1, 2) if name[-size - 1 : -size] in sites}  # 石坪 of 石坪镇
    yield from (m for m in named if m.rule != "head-single" or m.name not in called)
    yield from _offices(ground, seeds, {mention.end for mention in (*divisions, *named)})
    yield from _former(ground, seeds, {(mention.start, mention.end) for mention in named})
    villages = list(places_villages.find(ground, seeds, divisions, named))
    yield from (*villages, *places_villages.groups(ground, seeds, [*named, *villages]))
    yield from places_villages.brigades(ground, seeds, [*divisions, *named])
    yield from (mention for mention in sights if mention.name != mention.form or mention[:2] not in parks)
    yield from lines.find(ground, seeds)
    yield from _listed(ground, seeds)
    yield from _patterns(ground, seeds)


def _low(named: list[Mention]) -> set[str]:
    """The names of the towns and villages of a document."""
    return {mention.name for mention in named if mention.get("kind") in ("township", "village")}


def _leading(mention: Mention, starts: set[int]) -> Mention:
    """哈尔滨 of 哈尔滨星海大街: a city by its stem, right before a place that is in it."""
    city = mention.rule == "stem-before-noun" and mention.get("codes")[4:6] == "00" and mention.end in starts
    return mention._replace(strength="strong") if city else mention


def _water(mention: Mention, ground: Ground, seeds: Seeds) -> Mention:
    """巢湖 of 巢湖水质, 黄山 of 黄山山脉: the lake or the hill that a city is called by."""
    called = mention.rule.startswith("stem") and mention.form.endswith(tuple(seeds.forms("grammar", "hill_or_water")))
    if not called or seeds.pattern("places.waterside").match(ground.text, mention.end) is None:
        return mention
    return mention._replace(rule="head-single", strength="strong", attrs=(("kind", "feature"),))


def _opens(mention: Mention, built: dict[int, str], seeds: Seeds) -> bool:
    """青阳 of 青阳南路, 南昌 of 南昌路: the stem of some place that a street, a hill or a bridge is called by."""
    rest = built.get(mention.start, "")[len(mention.form) :]
    upper = mention.get("codes")[4:6] == "00"
    heads = ("grammar", "street") if upper else ("place_suffixes",)
    street = rest in seeds.forms(*heads) or any(rest in seeds.forms("grammar", kind) for kind in ("street_end", "dam"))
    return mention.rule in ("stem", "stem-before-noun") and street


def _listed(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Countries and regions, as weak mentions."""
    for hit in seeds.hits(ground.text, LISTED):
        if not ground.splits(hit.start) and not ground.splits(hit.end):
            form, attrs = hit.word.form, (("kind", hit.word.kind),)
            yield Mention(hit.start, hit.end, "place", form, form, "listed", "weak", attrs)


def _offices(ground: Ground, seeds: Seeds, taken: set[int]) -> Iterator[Mention]:
    """Townships that nothing but an appointment tells, and no table knows."""
    for match in seeds.pattern("places.township_office").finditer(ground.text):
        if match.end("name") not in taken:
            start, name = match.start("name"), match["name"]
            yield Mention(start, match.end("name"), "place", name, name, "office", "strong", (("kind", "township"),))


def _former(ground: Ground, seeds: Seeds, taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Divisions that are no more, where nothing else has found them."""
    joint, lead = seeds.forms("place_names", "joint"), seeds.forms("grammar", "lead")
    for hit in seeds.hits(ground.text, FORMER):
        cut = ground.splits(hit.start) or ground.text[hit.end - 1 : hit.end + 1] in joint
        again = ground.text.count(hit.word.form) > 1 and hit.word.form[0] not in lead  # 滕县, but not 任|县委书记
        sure = hit.end - hit.start > SHORT or again
        if sure and not cut and (hit.start, hit.end) not in taken:
            form = hit.word.form
            level = "prefecture" if hit.word.canonical.endswith("00") else "county"
            yield Mention(hit.start, hit.end, "place", form, form, "former", "strong", (("kind", level),))


def _patterns(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Words that point at a place, by-names, numbered roads and expressways."""
    for match in seeds.pattern("places.deictic").finditer(ground.text):
        attrs = (("deictic", match["level"]),)
        yield Mention(match.start(), match.end(), "place", match[0], match[0], "deictic", "weak", attrs)
    for match in seeds.pattern("places.byname").finditer(ground.text):
        if not ground.splits(match.start()) and not ground.splits(match.end()):
            yield Mention(
                match.start(), match.end(), "place", match[0], match[0], "byname", "weak", (("kind", "prefecture"),)
            )
    for name in (
        "places.numbered_road",
        "places.numbered_stretch",
        "places.numbered_expressway",
        COUNTED,
        "places.stretch",
        "places.expressway_stretch",
        "places.bracketed_zone",
        "places.ring_road",
    ):
        for match in seeds.pattern(name).finditer(ground.text):
            if name == COUNTED and _adverb(match.start(), match.start("count"), ground, seeds):
                continue
            attrs = (("kind", "feature"),)
            yield Mention(match.start(), match.end(), "place", match[0], match[0], name[7:], "strong", attrs)
    yield from _lines(ground, seeds)


def _lines(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Lines of a city's railway, the same under its full name and its number alone: 地铁5号线 and 5号线."""
    if seeds.pattern("places.rails").search(ground.text) is None:
        return
    matches = list(seeds.pattern("places.metro_line").finditer(ground.text))
    full: dict[str, str] = {}
    for match in matches:
        if match["rail"]:
            full.setdefault(match["number"], match[0])
    for match in matches:
        name, attrs = full.get(match["number"], match[0]), (("kind", "feature"),)
        yield Mention(match.start(), match.end(), "place", match[0], name, "metro_line", "strong", attrs)


def _adverb(start: int, count: int, ground: Ground, seeds: Seeds) -> bool:
    """True where the words before the number of a street are none of its name: 出租车|一路, 借助|八路."""
    words = [word for word in ground.tokens(start) if start <= word.start < count]
    stops, usual = seeds.forms("place_stops", "stop"), seeds.forms("place_stops", "street")
    along = ground.text.startswith(tuple(seeds.forms("grammar", "along")), count) and all(
        known(word) and word.word not in usual for word in words
    )
    return along or any(word.tag[0] in CLOSED or word.word in stops for word in words)
