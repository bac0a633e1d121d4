"""Places that share a head noun or a tier: 龙尾、盐河两区, 万昌、左家等镇, 甲、乙等乡镇, 仓后、柳塘两个片区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph.find.places_ground import Ground, Limits, known
from govgraph.gazetteer import COUNTY, Division
from govgraph.model import Mention
from govgraph.numerals import number
from govgraph.seeds import Seeds

PROVINCE = "0000"  # how its code ends
LONGEST = 4  # characters of a member
JOINT = "、"
LOW = ("township", "village")
MOST = 2  # of so many members one at least is no word of the language


def find(ground: Ground, seeds: Seeds, divisions: Sequence[Mention]) -> Iterator[Mention]:
    """龙尾、盐河两区: each member with the head that they share; 万昌、左家等镇: each that the gazetteer knows."""
    kinds = {word.form: word.canonical for word in seeds.words("grammar", "shared_head")}
    for match in seeds.pattern("places.shared_head").finditer(ground.text):
        head, members = match["head"], list(_members(match, ground, seeds))
        if head in seeds.forms("grammar", "province_class"):
            members = [m for m in members if _province(ground.text[slice(*m)], seeds)]
        low = len(head) == 1 and kinds.get(head, LOW[0]) in LOW
        if low and number(match["count"] or "") not in (None, match["members"].count("、") + 1):
            continue  # 义井镇王|三村
        if match["count"] or _proper(members, ground, seeds):
            for start, end in members:
                yield _headed(start, ground.text[start:end], head, kinds.get(head, "township"), seeds)
    yield from told(ground, seeds)
    sure = sorted({m.get("codes")[:4] for m in divisions if m.rule == "division" and "|" not in m.get("codes")})
    for match in seeds.pattern("places.shared_tier").finditer(ground.text):
        members = list(_members(match, ground, seeds))
        tier = bool(match["tier"]) and _proper(members, ground, seeds)
        for start, end in members:
            form = ground.text[start:end]
            known_as = [d for d in seeds.gazetteer.stem(form) if d.level == "township" and d.code[:4] in sure]
            if known_as or tier:
                name = known_as[0].name if len(known_as) == 1 else form
                yield _shared(start, form, name, tuple(d.code for d in known_as), "township")


def told(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """石坪、柳塘 of 辖2个村委会：石坪、柳塘, 两个镇（石坪、柳塘）: by their stems behind their number and a mark."""
    kinds = {word.form: word.canonical for word in seeds.words("grammar", "shared_head")}
    rows = list(seeds.pattern("places.told_villages").finditer(ground.text))
    counted = seeds.pattern("places.told_beside").finditer(ground.text)
    rows += [m for m in counted if number(m["count"]) == m["members"].count(JOINT) + 1]
    for match in rows:
        start = match.start("members")
        for form in match["members"].split("、"):
            if form[-1] not in seeds.forms("grammar", "office_class") | seeds.forms("grammar", "class"):
                yield _headed(start, form, match["head"], kinds.get(match["head"], LOW[0]), seeds)
            start += len(form) + 1


def _province(form: str, seeds: Seeds) -> Division | None:
    """The province of which this is the stem."""
    return next((d for d in seeds.gazetteer.stem(form) if d.code.endswith(PROVINCE)), None)


def _headed(start: int, form: str, head: str, kind: str, seeds: Seeds) -> Mention:
    """A member with the head, as the gazetteer knows it where it does."""
    province = _province(form, seeds)
    if province is not None:
        return _shared(start, form, province.name, (province.code,), "province")
    if head in seeds.forms("grammar", "mixed_head"):
        counties = [d for d in seeds.gazetteer.stem(form) if len(d.code) == COUNTY]
        name = counties[0].name if len(counties) == 1 else form
        return _shared(start, form, name, tuple(d.code for d in counties), "county")
    classed = len(form) > MOST and form[-1] in seeds.forms("grammar", "class")  # not 红旗, a commune
    classed = classed or form.endswith(head) or bool(seeds.gazetteer.named(form))
    tail = next((word.canonical for word in seeds.words("grammar", "shared_as") if word.form == head), head)
    name = form if classed else form + tail
    named = seeds.gazetteer.named(name) or [d for d in seeds.gazetteer.stem(form) if d.name.endswith(head)]
    if len(named) == 1:
        name = named[0].name  # 龙胜 of 龙胜等3县 is 龙胜各族自治县
    return _shared(start, form, name, tuple(d.code for d in named), kind)


def _proper(members: Sequence[tuple[int, int]], ground: Ground, seeds: Seeds) -> bool:
    """True of members of which half are names, and none is said of any place."""
    streets = seeds.forms("grammar", "street_end")
    said = seeds.forms("place_stops", "generic") | seeds.forms("place_stops", "village")
    names = 0
    for start, end in members:
        words = [word for word in ground.tokens(start) if start <= word.start and word.end <= end]
        if (
            ground.text[start:end] in said
            or ground.text[end - 1] in streets
            or any(word.word in said and len(word.word) > 1 for word in words)
        ):
            return False
        names += ground.splits(start) or ground.splits(end) or any(not known(word) for word in words)
    return len(members) > 1 and names * MOST >= len(members)


def _members(match: re.Match[str], ground: Ground, seeds: Seeds) -> Iterator[tuple[int, int]]:
    """Where the members of a coordination stand; the first begins as far left as a name may reach."""
    limits = Limits(seeds.forms("place_stops", "stop"), seeds.forms("place_stops", "joiner"))
    at = match.start("members")
    built = tuple(form for form in seeds.forms("place_suffixes", "named") if len(form) > MOST)
    row = seeds.pattern("places.last_member").sub("、", match["members"])
    for index, member in enumerate(row.split("、")):
        start, end = at, at + len(member)
        at = end + 1
        if index == 0:
            words = ground.reach(end, 0, limits, LONGEST)
            if len(words) > 1 and any(d.code.endswith(PROVINCE) for d in seeds.gazetteer.stem(words[0].word)):
                words = words[1:]  # 湖南|湘乡
            start = words[0].start if words else end
            if ground.text[start:end].endswith(match.groupdict().get("head", JOINT)) and _cut(start, ground):
                continue  # 和平|里社区
        classed = ground.text[end - 1] in seeds.forms("grammar", "class")
        if classed and any(w.tag == "m" for w in ground.tokens(start) if start <= w.start and w.end <= end):
            continue  # 辽宁三省
        feature = ground.text[start:end].endswith(built)
        if not feature and start + 1 < end and seeds.pattern("places.office").search(member) is None:
            yield start, end


def _cut(start: int, ground: Ground) -> bool:
    """True where the word before is a name to which what follows belongs."""
    before = ground.before(start)
    return before is not None and before.tag.startswith(("ns", "nr", "nz"))


def _shared(start: int, form: str, name: str, codes: tuple[str, ...], kind: str) -> Mention:
    attrs = ((("codes", "|".join(codes)),) if codes else ()) + (("kind", kind),)
    return Mention(start, start + len(form), "place", form, name, "shared-head", "strong", attrs)
