"""The sections of the office whose document it is, named without it: 责任单位：公共服务处、政策法规处.

The office is the one that opens the first lines of the document. Its sections count only as items of lists, and only
where there are several of them: a single 办公处 may be anybody's. Sections of other offices named in the same list stay
unread, because nothing tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_HEAD = 160
_SEVERAL = 3
_KINDS = ("department", "university", "hospital")


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """Sections of the document's own office."""
    items = list(ground.seeds.pattern("bodies.own_section").finditer(ground.text))
    if len({item["unit"] for item in items}) < _SEVERAL:
        return
    office = next((body for body in sorted(bodies, key=lambda b: (b.start, -b.end)) if _opens(ground, body)), None)
    for item in items if office else ():
        low, high = ground.word_at(item.start("unit")), ground.word_at(item.end("unit") - 1)
        if office and not any(ground.stops(word) for word in ground.words[low:high]):
            templates = tuple(template + item["unit"] for template in office.templates)
            name, (start, end) = office.name + item["unit"], item.span("unit")
            yield Body(start, end, "department", office.jurisdiction, templates, name, "body.household")


def _opens(ground: Ground, body: Body) -> bool:
    """True of an office that begins one of the first lines."""
    line = ground.text.rfind("\n", 0, body.start) + 1
    return body.start < _HEAD and body.strength == "strong" and body.kind in _KINDS and body.start == line
