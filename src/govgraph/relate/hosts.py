"""Whose it is what a text only passes on.

A project that somebody looks at is in the news of a place that place's own (来到某某项目工地); a visit to another place
(赴甲市考察乙项目) says nothing of one's own. What a report on the government's work says (报告指出，…), behind the
sentence in which it is given to a session, is the government's.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register

COUNTY = 6  # digits of a code: a town that was visited before is not whose the next work is
SAID = 1500  # characters behind 报告指出 that may still pass on the report


def own_place(register: Register) -> Key | None:
    """The place that a document is of; none of the nation's."""
    site = register.context.site
    if site is None or site.national:
        return None
    return register.division(site.code) if site.code else register.thing(site.key, site.full)


def host(register: Register, start: int, item: Bound, bound: Sequence[Bound]) -> Key | None:
    """The place whose project a sentence says was visited, unless it names another place before or in the name.

    Of several that lie in the document's own it is the one named last: a leader of the city looks at 乙 in 甲县.
    """
    home = own_place(register)
    if home is None or item.mention.get("kind") != "project":
        return None
    places = [b for b in bound if b.key.kind == "Place" and start <= b.start < item.end]
    code, gazetteer = home.name, register.seeds.gazetteer
    divisions = [b for b in places if gazetteer.by_code(b.key.name)]
    near = all(_near(register, b.key.name, code) for b in divisions)
    below = [
        b.key
        for b in divisions
        if b.key != home and gazetteer.within(b.key.name, code) and (b.start >= item.start or len(b.key.name) == COUNTY)
    ]
    return (below[-1] if below else home) if near else None


def of_another_place(register: Register, item: Bound, bound: Sequence[Bound]) -> bool:
    """True of a work whose name begins with a place that is not the document's own: 某某机场 of another city."""
    home = own_place(register)
    if home is None or item.mention.get("kind") != "project":
        return False
    first = (b.key.name for b in bound if b.key.kind == "Place" and b.start == item.start and b.end < item.end)
    known = [code for code in first if register.seeds.gazetteer.by_code(code)]
    return bool(known) and not any(_near(register, code, home.name) for code in known)


def _near(register: Register, one: str, other: str) -> bool:
    """True where one division is part of the other."""
    gazetteer = register.seeds.gazetteer
    return gazetteer.within(one, other) or gazetteer.within(other, one)


def reported(register: Register, position: int) -> bool:
    """True where the text passes on the report on the government's work: nobody else has begun to act or to speak."""
    string, seeds = register.prose.text.string, register.seeds
    says = list(seeds.pattern("actors.report_says").finditer(string, max(0, position - SAID), position))
    if not says:
        return False
    begun = says[-1].start()
    given = [b for b in register.bound if b.end <= begun and b.mention.get("kind") == "report"]
    if not given or not seeds.pattern("acts.government_report").search(given[-1].mention.get("full")):
        return False
    people = any(b.key.kind == "Person" and begun <= b.start < position for b in register.bound)
    return not people and seeds.pattern("actors.report_ends").search(string, begun, position) is None
