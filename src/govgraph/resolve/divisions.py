"""Divisions that are no more: 萧山市, 密云县, 伊克昭盟 are places of their own, linked to what stands there today.

A name of ``division_successors.csv`` is one place in the whole country, whichever document speaks of it, as long as one
province has had it. Any other 县 whose stem is a 区 or 市 of the same prefecture today (漳河县 where 漳河区 is now) is
taken for what that was before. Neither gets a code: that of today belongs to another division.

A name that a division still has (襄阳 before and after) is read as the one of today; that is left to people. What was
only renamed (襄樊市, now 襄阳市) is the division of today with another name: see ``division_renamings.csv``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from govgraph.gazetteer import Division, Gazetteer
from govgraph.model import Claim, Extraction, Key, Thing
from govgraph.seeds import Seeds

RULE = "table of former divisions"
MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class Former:
    """Former divisions by name, and the table of those of today."""

    listed: Mapping[str, tuple[tuple[str, ...], ...]]  # of each place of that name the codes of its successors
    gazetteer: Gazetteer

    @classmethod
    def of(cls, seeds: Seeds) -> Former:
        """Those that the seeds name."""
        listed: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for word in seeds.words("division_successors"):
            listed[word.form].append(tuple(word.canonical.split("|")))
        return cls({name: tuple(rows) for name, rows in listed.items()}, seeds.gazetteer)

    def key(self, key: Key) -> Key | None:
        """The key of a former division, the same in every document; None for any other place."""
        if key.name.isdigit() or (key.name not in self.listed and not key.name.endswith("县")):
            return None
        rows = self.listed.get(key.name, ())
        near = [row for row in rows if row[0][:2] == key.scope[:2]] or list(rows)
        if len(near) == 1:
            return Key(key.kind, key.name, f"{near[0][0][:2]}0000")
        heir = None if rows else self._alike(key)
        return Key(key.kind, key.name, heir.parent) if heir else None

    def heirs(self, key: Key) -> tuple[str, ...]:
        """The codes of what stands today where a former division was; ``key`` as :meth:`key` gives it."""
        for row in self.listed.get(key.name, ()):
            if key.scope == f"{row[0][:2]}0000":
                return row
        heir = self._alike(key) if key.name not in self.listed and key.name.endswith("县") else None
        return (heir.code,) if heir else ()

    def today(self, place: Key) -> str:
        """The code that stands for a place of any kind: its own, that of its one successor, else its name."""
        heirs = () if place.name.isdigit() else self.heirs(place)
        return heirs[0] if len(heirs) == 1 else place.name

    def _alike(self, key: Key) -> Division | None:
        """The one 区 or 市 of the same prefecture that has the stem of a 县."""
        scope = key.scope
        wide = scope[:2] in MUNICIPALITIES
        if not scope[:4].isdigit() or len(scope) < 4 or (scope[2:4] == "00" and not wide):
            return None
        region = scope[:2] if wide else scope[:4]
        found = [
            division
            for division in self.gazetteer.stem(key.name.removesuffix("县"))
            if division.level == "county" and division.code.startswith(region) and division.name.endswith(("区", "市"))
        ]
        return found[0] if len(found) == 1 else None

    def placed(self, extraction: Extraction) -> Extraction:
        """An extraction with what stands today where its former divisions were."""
        former = [thing for thing in extraction.things if thing.key.kind == "Place" and self.heirs(thing.key)]
        if not former:
            return extraction
        known = {thing.key for thing in extraction.things}
        things = {thing.key: thing for each in former for thing in self._things(each) if thing.key not in known}
        claims = {claim for each in former for claim in self._claims(each)}
        return replace(
            extraction,
            things=tuple(sorted([*extraction.things, *things.values()])),
            claims=tuple(sorted(claims.union(extraction.claims))),
        )

    def _things(self, former: Thing) -> Iterator[Thing]:
        for code in self.heirs(former.key):
            yield from map(self._thing, self.gazetteer.chain(code))

    def _thing(self, division: Division) -> Thing:
        label = self.gazetteer.full_name(division.code)
        attrs = {"kind": division.level, "code": division.code, "lat": division.lat, "lon": division.lon}
        said = tuple(sorted((name, value) for name, value in attrs.items() if value))
        return Thing(Key("Place", division.code), label, (division.name,) if division.name != label else (), attrs=said)

    def _claims(self, former: Thing) -> Iterator[Claim]:
        """Of a former division only the province is certain: prefectures have changed, too."""
        heirs = self.heirs(former.key)
        yield Claim(former.key, "within", Key("Place", f"{heirs[0][:2]}0000"), former.evidence, RULE, "inferred")
        for code in heirs:
            for low, high in pairwise(self.gazetteer.chain(code)):
                ends = Key("Place", low.code), Key("Place", high.code)
                yield Claim(ends[0], "within", ends[1], former.evidence, RULE, "inferred")
