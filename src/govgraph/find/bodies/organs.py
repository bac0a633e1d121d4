"""The sections that a body is said to set up: 县政府设民政科、财政科; 某委员会…内设公安局、总务科; 该办内设甲组、乙组.

Chronicles and gazetteers tell what a body consisted of in words of their own day, which no list has. The list must have
two items and each must end in the name of an office; the body stands right before 设, or, before 内设, 下设 and 增设,
earlier in the same sentence, or it is what 该办 or 该局 at its beginning refers back to. One section alone, and what is
set up without a body, stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_OWNERS = ("government", "department", "party", "association", "other", "enterprise", "university", "hospital")
_ITEM = re.compile("[^、和及]+")


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """Every item of such lists, called after its body."""
    if "设" not in ground.text:
        return
    seeds, text = ground.seeds, ground.text
    sections, groups = seeds.pattern("bodies.set_up"), seeds.pattern("bodies.set_up_groups")
    for match in (*sections.finditer(text), *groups.finditer(text)):
        owner = _owner(ground, match, bodies)
        if owner is None:
            continue
        for item in _ITEM.finditer(ground.text, *match.span("items")):
            templates = tuple(template + item[0] for template in _names(owner))
            yield Body(*item.span(), "department", owner.jurisdiction, templates, item[0], "body.organ")


def _owner(ground: Ground, match: re.Match[str], bodies: list[Body]) -> Body | None:
    """The widest body that ends right before the verb, else the last one of the sentence if the verb says 内 or 下."""
    known = [b for b in bodies if b.strength == "strong" and b.kind in _OWNERS and b.end <= match.start()]
    beside = [b for b in known if b.end == match.start()]
    if not beside and match["inner"]:
        low = ground.text.rfind("。", 0, match.start())  # over the end of a line: it may be a wrap, or a heading
        back = ground.seeds.pattern("bodies.set_up_back").match(ground.text[low + 1 : match.start()])
        meant = [b for b in known if b.name.endswith(back["class"])] if back else [b for b in known if b.start > low]
        last = max((b.end for b in meant), default=-1)
        beside = [b for b in known if b.end == last]
    return min(beside, key=lambda b: b.start, default=None)


def _names(owner: Body) -> tuple[str, ...]:
    """Sections of a government are called after its place, others after their body."""
    return ("{J}", *owner.templates) if owner.kind == "government" and owner.jurisdiction else owner.templates
