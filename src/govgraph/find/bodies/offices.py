"""Commissions, departments and offices that no list has.

* by what they are in charge of: 市|农业农村|委, 省|林业|厅, 县|农业农村和乡村振兴|局;
* by the list that they open, behind their class: 县|联创办、卫计局;
* by the zone that they govern, behind its county: 县|产业集聚区管委会;
* by its officer: 县|常委会|副主任;
* by the number of a group of inspectors: 省|第23督查组;
* by the row that tells what a body consists of: 某县人大常委会 … 工作机构为|办公室|、|财经科.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before

_HOUSES = ("congress", "cppcc", "department", "party", "government", "court", "procuratorate", "supervision")
_NEAR = 90  # characters between a body and the row of its offices


def find(ground: Ground) -> Iterator[Body]:
    """All of them in a text."""
    yield from _by_fields(ground)
    yield from _of_zones(ground)
    yield from _standing(ground)
    yield from _inspectors(ground)
    for match in ground.seeds.pattern("bodies.office_opens").finditer(ground.text):
        known = ground.ending("body_forms", match.end())
        if known is None or known.start > match.start("name"):
            templates = ("{J}" + match["name"],)
            yield Body(*match.span(), "department", match["class"], templates, match[0], "body.form")


def _by_fields(ground: Ground) -> Iterator[Body]:
    """Commissions and departments that no list has, by what they are in charge of: 市|农业农村|委, 省|林业|厅."""
    legal = {word.form: word.canonical for word in ground.seeds.words("grammar", "office_class")}
    for match in ground.seeds.pattern("bodies.by_fields").finditer(ground.text):
        known = ground.ending("body_forms", match.end())
        left = before(ground, match.start())
        if left is None or not left.jurisdiction or left.term or (known and known.start <= match.start()):
            continue
        templates = ("{J}" + match["fields"] + legal[match["class"]], "{J}" + match[0])
        yield Body(
            left.start, match.end(), "department", left.jurisdiction, templates, left.name + match[0], "body.form"
        )
    for match in ground.seeds.pattern("bodies.by_fields_alone").finditer(ground.text):
        yield Body(*match.span(), "department", "", ("{J}" + match[0],), match[0], "body.bare", "weak")


def _of_zones(ground: Ground) -> Iterator[Body]:
    """Committees of zones; one behind the stem of a place is called by that: 扶余工业集中区管委会."""
    for match in ground.seeds.pattern("bodies.zone_office").finditer(ground.text):
        left = before(ground, match.start())
        if left is None or not left.jurisdiction or left.term:
            continue
        zone = match["zone"]
        full, short = next((word.canonical, word.form) for word in ground.seeds.words("grammar", "zone_office"))
        if ground.classed(left.jurisdiction) or len(left.jurisdiction) == 1:
            templates, jurisdiction = (f"{{J}}{zone}{full}", f"{{J}}{zone}{short}"), left.jurisdiction
        else:
            name = left.jurisdiction + zone
            templates, jurisdiction = (name + full, name + short), ""
        yield Body(left.start, match.end(), "government", jurisdiction, templates, left.name + match[0], "body.form")


def _standing(ground: Ground) -> Iterator[Body]:
    """常委会 before its officer: of the place before it, else of the document's own."""
    for match in ground.seeds.pattern("bodies.standing_alone").finditer(ground.text):
        left = before(ground, match.start())
        placed = left is not None and left.jurisdiction and not left.prefix
        start, jurisdiction = (left.start, left.jurisdiction) if left and placed else (match.start(), "")
        whole = next(w for w in ground.seeds.words("body_forms", "congress") if w.form.endswith(match[0]))
        rule, strength = ("body.form", "strong") if placed else ("body.bare", "weak")
        name = ground.text[start : match.end()]
        yield Body(
            start, match.end(), "congress", jurisdiction, tuple(whole.canonical.split("|")), name, rule, strength
        )


def _inspectors(ground: Ground) -> Iterator[Body]:
    """Groups of inspectors by their number, behind who sends them: 省|第23督查组."""
    for match in ground.seeds.pattern("bodies.inspectors").finditer(ground.text):
        left, known = before(ground, match.start()), ground.ending("body_parts", match.end())
        if left is not None and left.jurisdiction and not left.term and not left.prefix and not known:
            name = left.name + match[0]
            yield Body(left.start, match.end(), "other", left.jurisdiction, ("{J}" + match[0],), name, "body.form")


def rows(ground: Ground, found: Iterable[Body]) -> Iterator[Body]:
    """The offices of a row that tells what a body consists of, given all bodies: each is the body's, named before."""
    if (pattern := ground.seeds.pattern("bodies.organ_row")).search(ground.text) is None:
        return
    owners = sorted((b for b in found if b.strength == "strong" and b.kind in _HOUSES), key=lambda b: (b.start, b.end))
    starts = [body.start for body in owners]
    for match in pattern.finditer(ground.text):
        at = bisect_left(starts, match.start())
        owner = owners[at - 1] if at else None
        if owner is None or "\n" in ground.text[owner.end : match.start()] or match.start() - owner.end > _NEAR:
            continue
        for item in ground.seeds.pattern("bodies.organ_item").finditer(ground.text, *match.span("items")):
            templates = tuple(template + item[0] for template in owner.templates)
            start, end = item.span()
            yield replace(owner, start=start, end=end, templates=templates, name=item[0], rule="body.row")
