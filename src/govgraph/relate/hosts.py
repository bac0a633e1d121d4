"""Whose a project is that somebody looks at: in the news of a place that place's own (来到某某项目工地).

A visit to another place (赴甲市考察乙项目) says nothing of one's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register


def own_place(register: Register) -> Key | None:
    """The place that a document is of; none of the nation's."""
    site = register.context.site
    if site is None or site.national:
        return None
    return register.division(site.code) if site.code else register.thing(site.key, site.full)


def host(register: Register, start: int, item: Bound, bound: Sequence[Bound]) -> Key | None:
    """The place whose project a sentence says was visited, unless it names another place before or in the name."""
    home = own_place(register)
    if home is None or item.mention.get("kind") != "project":
        return None
    places = [b.key for b in bound if b.key.kind == "Place" and start <= b.start < item.end]
    code, gazetteer = home.name, register.seeds.gazetteer
    divisions = [key for key in places if gazetteer.by_code(key.name)]
    near = all(gazetteer.within(key.name, code) or gazetteer.within(code, key.name) for key in divisions)
    return home if near else None
