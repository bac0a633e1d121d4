"""Whose an initiative is: “双联系” of the city, of one of its counties, of one of its bureaus, of another city.

It is the document's own place's unless the text says otherwise right before its name:

* a body or a place *above*: 市委部署的“…”, 全省“…”, 国务院部署的“…” in a county's paper, but not 在全省率先开展;
* a place *elsewhere*: 学习吉林市开展的“…”, for the paragraph that says so;
* a place *below* or an office, where it is said to have made it: 舒兰市创新开展“…”, 市教育局推出的“…”. Who only
  carries it out (舒兰市开展“…”) owns nothing, and several who made it together leave it to their place.

Of owners one of which lies in the other the larger counts. Where rivals are left (two bureaus, two counties), each
mention goes to the owner before it, and there are as many things as owners. Nothing but the one document is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govgraph.gazetteer import Gazetteer
from govgraph.model import Key, Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.sites import NATION, NATIONAL, Site, division_site

# How far an owner may stand before its initiative: 近年来率先创新开展的“….
REACH = 14
JOINED = ("、", "和", "与", "及")


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """Who owns an initiative: a place, or a body in a place."""

    scope: str  # of the key of what is owned
    place: str  # division code, or the name of a place without one
    foreign: bool = False


def settle(register: Register, issuer: Key | None) -> None:
    """Give every initiative of a document to its owner; ``issuer`` is who 我局 is."""
    named: dict[Key, list[Bound]] = defaultdict(list)
    for b in register.bound:
        if b.key.kind == "Initiative":
            named[b.key].append(b)
    if named:
        owners = _Owners(register, issuer)
        register.part({key: owners.of(named[key]) for key in sorted(named)})


class _Owners:
    """Reads what stands before the names of initiatives in one document."""

    def __init__(self, register: Register, issuer: Key | None) -> None:
        self.register, self.seeds, self.issuer = register, register.seeds, issuer
        self.string = register.prose.text.string
        self.site = register.context.site
        self.rows = [b for b in register.bound if b.key.kind in ("Body", "Place")]
        self.ends = sorted((b.end, b.start, at) for at, b in enumerate(self.rows))
        self.paragraphs = [p.start for p in register.prose.paragraphs]

    def of(self, bound: Sequence[Bound]) -> dict[Mention, Key]:
        """The key of each mention of one initiative."""
        said = {b.mention: owner for b in bound if (owner := self._owner(b.start))}
        rivals = _largest(set(said.values()), self.seeds.gazetteer)
        last = next((said[b.mention] for b in bound if said.get(b.mention) in rivals), None)
        table: dict[Mention, Key] = {}
        for b in bound:
            own = said.get(b.mention)
            if own is not None:
                last = own if own in rivals else next(r for r in rivals if _holds(r, own, self.seeds.gazetteer))
            owner = last if last and (not last.foreign or self._beside(b, last, said)) else None
            table[b.mention] = Key(b.key.kind, b.key.name, owner.scope) if owner else b.key
        return table

    def _beside(self, bound: Bound, owner: Owner, said: Mapping[Mention, Owner]) -> bool:
        """True in a paragraph that says whose it is: elsewhere the document speaks of its own."""
        here = bisect_right(self.paragraphs, bound.start)
        return any(each == owner and bisect_right(self.paragraphs, m.start) == here for m, each in said.items())

    def _owner(self, position: int) -> Owner | None:
        """Who stands right before a name and owns it."""
        low = max(0, position - REACH)
        if self.seeds.pattern("belonging.nation").search(self.string, low, position):
            return Owner(NATION, NATION)
        said = self.seeds.pattern("belonging.self").search(self.string, low, position) if self.issuer else None
        if said and self.issuer:
            made = self.seeds.pattern("belonging.made").match(said["gap"])
            return self._maker(self.issuer, self.register.homes.get(self.issuer)) if made else None
        at = bisect_right(self.ends, (position, position, len(self.rows))) - 1
        row = self.rows[self.ends[at][2]] if at >= 0 else None
        if row is None or position - row.end > REACH or self._inside(row):
            return None
        return self._of(row, self.string[row.end : position])

    def _inside(self, row: Bound) -> bool:
        """True in 在全省率先开展: what is done there is the doer's own."""
        return self._before(row) in self.seeds.forms("grammar", "inside")

    def _before(self, row: Bound) -> str:
        return self.string[max(0, row.start - 1) : row.start]

    def _of(self, row: Bound, between: str) -> Owner | None:
        """What a place or a body that stands before a name has to do with it, by the words between."""
        site = self._home(row)
        leads = row.key.kind == "Place" or self.seeds.pattern("identity.leading_body").search(row.key.name)
        mine = not (leads and self._above(site)) and self._before(row) not in JOINED
        if mine and self.seeds.pattern("belonging.made").match(between):
            return self._maker(row.key, site)
        return self._place(site, between) if site else None

    def _maker(self, key: Key, site: Site | None) -> Owner | None:
        """A place, the place of a leading body, or the body that has made something of its own."""
        if key.kind == "Place" or self.seeds.pattern("identity.leading_body").search(key.name):
            return self._owned_by(site) if site else None
        place = site.code or site.key.name if site else ""
        return Owner(f"{key.kind}|{key.name}|{key.scope}", place, self._elsewhere(site))

    def _place(self, site: Site, between: str) -> Owner | None:
        """A place that only does something owns it where it lies above or elsewhere, or is the document's own."""
        name = "shifts.owned" if self._elsewhere(site) else "belonging.deployed"
        below = self.site is not None and site.key != self.site.key and self._within(site, self.site)
        return self._owned_by(site) if not below and self.seeds.pattern(name).match(between) else None

    def _above(self, site: Site | None) -> bool:
        return (
            site is not None and self.site is not None and site.key != self.site.key and self._within(self.site, site)
        )

    def _owned_by(self, site: Site) -> Owner:
        return Owner(site.scope, site.code or site.key.name, self._elsewhere(site))

    def _home(self, row: Bound) -> Site | None:
        if row.key.kind == "Body":
            return NATIONAL if row.mention.get("jurisdiction") == NATION else self.register.homes.get(row.key)
        division = self.seeds.gazetteer.by_code(row.key.name)
        return division_site(division, self.seeds.gazetteer) if division else None

    def _elsewhere(self, site: Site | None) -> bool:
        """True for a place that is neither above nor below the document's."""
        own = self.site
        if site is None or own is None or own.national or site.national:
            return False
        return not self._within(site, own) and not self._within(own, site)

    def _within(self, low: Site, high: Site) -> bool:
        return low.key == high.key or self.seeds.gazetteer.within(low.code, high.code)


def _largest(owners: set[Owner], gazetteer: Gazetteer) -> list[Owner]:
    """Owners that lie in no other."""
    return sorted(o for o in owners if not any(o != other and _holds(other, o, gazetteer) for other in owners))


def _holds(large: Owner, small: Owner, gazetteer: Gazetteer) -> bool:
    """True where one owner lies in the place that is the other."""
    if large == small or large.place == NATION:
        return True
    return "|" not in large.scope and (large.place == small.place or gazetteer.within(small.place, large.place))
