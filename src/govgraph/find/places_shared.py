"""Places that share a head noun or a tier: 龙尾、盐河两区, 万昌、左家等镇, 甲、乙等乡镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph.find.places_ground import Ground, Limits
from govgraph.model import Mention
from govgraph.seeds import Seeds


def find(ground: Ground, seeds: Seeds, divisions: Sequence[Mention]) -> Iterator[Mention]:
    """龙尾、盐河两区: each member with the head that they share; 万昌、左家等镇: each that the gazetteer knows."""
    kinds = {word.form: word.canonical for word in seeds.words("grammar", "shared_head")}
    for match in seeds.pattern("places.shared_head").finditer(ground.text):
        head = match["head"]
        for start, end in _members(match, ground, seeds):
            form = ground.text[start:end]
            name = form if form.endswith(head) else form + head
            named = seeds.gazetteer.named(name) or [d for d in seeds.gazetteer.stem(form) if d.name.endswith(head)]
            if len(named) == 1:
                name = named[0].name  # 龙胜 of 龙胜等3县 is 龙胜各族自治县
            yield _shared(start, form, name, tuple(d.code for d in named), kinds.get(head, "township"))
    sure = sorted({m.get("codes")[:4] for m in divisions if m.rule == "division" and "|" not in m.get("codes")})
    for match in seeds.pattern("places.shared_tier").finditer(ground.text):
        for start, end in _members(match, ground, seeds):
            form = ground.text[start:end]
            known_as = [d for d in seeds.gazetteer.stem(form) if d.level == "township" and d.code[:4] in sure]
            if known_as:
                name = known_as[0].name if len(known_as) == 1 else form
                yield _shared(start, form, name, tuple(d.code for d in known_as), "township")


def _members(match: re.Match[str], ground: Ground, seeds: Seeds) -> Iterator[tuple[int, int]]:
    """Where the members of a coordination stand; the first begins as far left as a name may reach."""
    limits = Limits(seeds.forms("place_stops", "stop"), seeds.forms("place_stops", "joiner"))
    at = match.start("members")
    for index, member in enumerate(match["members"].split("、")):
        start, end = at, at + len(member)
        at = end + 1
        if index == 0:
            words = ground.reach(end, 0, limits, 4)
            start = words[0].start if words else end
        if start + 1 < end and seeds.pattern("places.office").search(member) is None:
            yield start, end


def _shared(start: int, form: str, name: str, codes: tuple[str, ...], kind: str) -> Mention:
    attrs = ((("codes", "|".join(codes)),) if codes else ()) + (("kind", kind),)
    return Mention(start, start + len(form), "place", form, name, "shared-head", "strong", attrs)
