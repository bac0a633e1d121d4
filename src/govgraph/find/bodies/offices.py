"""Commissions, departments and offices that no list has.

* by what they are in charge of: 市|农业农村|委, 省|林业|厅, 县|农业农村和乡村振兴|局;
* by the list that they open, behind their class: 县|联创办、卫计局.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before


def find(ground: Ground) -> Iterator[Body]:
    """All of them in a text."""
    yield from _by_fields(ground)
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
