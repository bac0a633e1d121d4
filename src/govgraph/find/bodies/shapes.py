"""Bodies that their shape alone tells: 解放军第一百零九医院, 武警甲地总队乙地支队, 73001部队, 中央第三巡视组.

Takes the ground and gives one body a match of the patterns ``bodies.shape_KIND``, called as it stands; a troop that is
not named (某部, 某旅) is none. The branches of the democratic parties are of the place between the two: 民盟|县|支部.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_KINDS = ("military", "hospital", "supervision", "party")


def find(ground: Ground) -> Iterator[Body]:
    """All of them in a text."""
    for kind in _KINDS:
        for match in ground.seeds.pattern(f"bodies.shape_{kind}").finditer(ground.text):
            yield Body(*match.span(), kind, "", (match[0],), match[0], "body.literal")
    yield from _branches(ground)


def _branches(ground: Ground) -> Iterator[Body]:
    """Branches and groups of the democratic parties, with the place that they are of."""
    tail = ground.seeds.pattern("bodies.democratic_branch")
    for hit in ground.longest("body_prefixes"):
        if hit.word.kind != "democratic":
            continue
        classed = hit.end + 1 if ground.says("class", ground.text[hit.end : hit.end + 1]) else hit.end
        ends = sorted({classed, *ground.place_after.get(hit.end, ())}, reverse=True)
        found = next((m for end in ends if end > hit.end and (m := tail.match(ground.text, end))), None)
        if found is None:
            continue
        place, name = ground.text[hit.end : found.start()], ground.text[hit.start : found.end()]
        owners = (template.split("{J}")[0] for template in hit.word.canonical.split("|")[:2])
        templates = tuple(f"{owner}{{J}}{found[0]}" for owner in owners)
        yield Body(hit.start, found.end(), "grassroots", place, templates, name, "body.form")
