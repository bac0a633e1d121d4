"""Zones and science cities that open with a place, whatever words follow: 攀枝花|共同富裕试验区, 皖南|文化旅游示范区.

The dictionary knows every word of such a name, so that none of them makes it one; the place that opens it does: the
stem of a division, a region (长三角, 皖南), two or more provinces by one character each (川渝), a state beside 中
(中新), or a place in brackets behind a word (紫云山（包河）). From there it runs to the head, over no verb that leads
to a zone and over no mark. What the state grants (国家…试验区) is no area, nor what is to become one (打造…示范区).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rjieba import has_word

from govgraph.find.places_ground import Ground
from govgraph.model import Mention
from govgraph.seeds import Seeds

LONGEST = 26  # characters of a name
SHORT = 2  # characters between the place and the head at least
KIND = "zone"
LEADING = "vpcuda"  # tags of a word that may stand before one
LISTED = frozenset({"place_names"})


def find(ground: Ground, seeds: Seeds, places: Sequence[Mention]) -> list[Mention]:
    """Zones, given the divisions, rivers and hills of a text; of those that end together, the one that begins first."""
    if seeds.pattern("places.zone_head").search(ground.text) is None:
        return []
    found: dict[int, Mention] = {}
    for start, end in sorted(_leads(ground, seeds, places)):
        match = seeds.pattern("places.zone_rest").match(ground.text, end, min(len(ground.text), start + LONGEST))
        if match is not None and _named(match, start, ground, seeds):
            form = ground.text[start : match.end()]
            zone = Mention(start, match.end(), "place", form, form, "head-zone", "strong", (("kind", KIND),))
            found.setdefault(match.end(), zone)
    return sorted(found.values())


def within(found: Iterable[Mention], zones: Sequence[Mention]) -> Iterator[Mention]:
    """What was found by words, without zones and heads that such a name holds: 共同富裕试验区, 西部片区."""
    wide = {at: zone for zone in zones for at in range(zone.start, zone.end)}
    for mention in found:
        zone = wide.get(mention.start)
        held = zone is not None and mention.rule.startswith("head") and mention.end <= zone.end
        if zone is None or not held or (mention.get("kind") != KIND and mention.end < zone.end):
            yield mention


def _leads(ground: Ground, seeds: Seeds, places: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where the places stand that may open such a name."""
    starts = {mention.start for mention in places}
    for mention in places:
        full = mention.rule == "division"
        any_of = full and (mention.end in starts or mention.get("codes").endswith("0000"))  # 甲县|甲山…园, a province's
        if not any_of and mention.get("kind") != KIND:
            yield mention.start, mention.end
    for hit in seeds.hits(ground.text, LISTED):
        if hit.word.kind == "region" and not ground.splits(hit.start):
            yield hit.start, hit.end
    for name in ("places.zone_lead", "places.zone_cities"):
        for match in seeds.pattern(name).finditer(ground.text):
            word = name == "places.zone_cities" and has_word(match[0])
            if not word and not ground.splits(match.start()) and _free(match.start(), ground, seeds):
                yield match.span()


def _free(start: int, ground: Ground, seeds: Seeds) -> bool:
    """True where a clause begins or a verb, a preposition or a division leads to the name: not 四川|渝…."""
    before = ground.before(start)
    return before is None or before.tag[0] in LEADING or before.word in seeds.forms("place_stops", "stop")


def _named(match: re.Match[str], start: int, ground: Ground, seeds: Seeds) -> bool:
    """True of words that name an area and are not what a place is to become."""
    rest = match["rest"]
    short = len(rest) < SHORT and match["head"] not in seeds.forms("grammar", "zone_alone")
    goal = seeds.pattern("places.zone_goal").search(ground.text, max(0, start - SHORT), start)
    return not short and goal is None
