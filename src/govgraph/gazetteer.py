"""The administrative divisions: ``seeds/places.csv`` by code, by name, by stem, and one pass that finds their names.

A row is ``code,name,stem,kind,parent,lat,lon``. Kind and parent stand only where the code does not say them: of a
code of six digits (GB/T 2260) the first two are the province, the next two the prefecture, the last two the county,
with 71 to 79 for zones; nine digits are the township tier, with 400 to 599 at the end for farms and zones. The stem
stands only where a people's name must go too (长阳 of 长阳土家族自治县); otherwise it is the name without its last
word (舒兰 of 舒兰市), if two or more characters are left.

The table is of one day (see ``seeds/places.md``): it knows no historic names but those of ``division_renamings.csv``,
and no villages, roads or rivers. It never chooses between divisions of the same name; it gives all of them, by code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from govgraph.errors import SeedError
from govgraph.heads import Head, Name, Numbered, longest

COLUMNS = ["code", "name", "stem", "kind", "parent", "lat", "lon"]
ZONES = ("zone", "township_zone")
WORTH = 50_000  # characters of text that are worth the making of an automaton
COUNTY = 6  # digits of a code from the county up
_LAST = (
    *("特别行政区", "行政委员会", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "街道", "苏木"),
    *"省市盟州区县旗镇乡",
)
_SUFFIX = re.compile(f"(?:{'|'.join(_LAST)})$")
_MUNICIPALITIES = ("11", "12", "31", "50")


class Division(NamedTuple):
    """One administrative division."""

    code: str
    name: str
    level: str  # province, prefecture, county, zone, township, township_zone
    parent: str  # code, or empty
    lat: str
    lon: str


def level_of(code: str) -> str:
    """The level that a code says."""
    if len(code) == 9:
        return "township_zone" if "400" <= code[6:] <= "599" else "township"
    if code.endswith("0000"):
        return "province"
    if code.endswith("00"):
        return "prefecture"
    return "zone" if code[4] == "7" else "county"


def parent_of(code: str) -> str:
    """The parent that a code says; 11, 12, 31, 50 and xx90 have no prefecture between county and province."""
    if len(code) == 9:
        return code[:6]
    if code.endswith("0000"):
        return ""
    if code.endswith("00") or code[:2] in _MUNICIPALITIES or code[2:4] == "90":
        return f"{code[:2]}0000"
    return f"{code[:4]}00"


def short(name: str) -> str:
    """The name without its last word (舒兰 of 舒兰市), or empty where fewer than two characters would be left."""
    stem = _SUFFIX.sub("", name)
    return stem if 2 <= len(stem) < len(name) else ""


class Gazetteer:
    """Divisions by code, name and stem; by an older name too, where they were only renamed."""

    def __init__(
        self,
        rows: Iterable[list[str]],
        renamed: Mapping[str, str] | None = None,
        shorts: Mapping[str, str] | None = None,
    ) -> None:
        self._rows: Mapping[str, list[str]] = {row[0]: row for row in rows}
        self.renamed: Mapping[str, str] = renamed or {}  # older name: code
        self.shorts: Mapping[str, str] = shorts or {}  # usual short name (前郭县): code
        # What was asked before: a document asks for the same few divisions thousands of times.
        self._known: dict[str, Division | None] = {}
        self._chains: dict[str, tuple[Division, ...]] = {}
        self._heads: dict[str, Head] = {}
        self._asked = 0  # characters

    @classmethod
    def read(
        cls, path: Path, renamed: Mapping[str, str] | None = None, shorts: Mapping[str, str] | None = None
    ) -> Gazetteer:
        """Read the table; no field of it may hold a comma or a quotation mark."""
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        if head != ",".join(COLUMNS):
            raise SeedError(f"{path}: the first line must be {','.join(COLUMNS)}")
        rows = [line.split(",") for line in lines]
        if set(map(len, rows)) - {len(COLUMNS)}:
            number, size = next((n, len(row)) for n, row in enumerate(rows, start=2) if len(row) != len(COLUMNS))
            raise SeedError(f"{path}:{number}: expected {len(COLUMNS)} columns, found {size}")
        return cls(rows, renamed, shorts)

    def __len__(self) -> int:
        return len(self._rows)

    def by_code(self, code: str) -> Division | None:
        """The division that has this code."""
        try:
            return self._known[code]
        except KeyError:
            known = self._known[code] = self._read(code)
            return known

    def _read(self, code: str) -> Division | None:
        row = self._rows.get(code)
        if row is None:
            return None
        return Division(code, row[1], row[3] or level_of(code), row[4] or parent_of(code), row[5], row[6])

    def _divisions(self, codes: Iterable[str]) -> tuple[Division, ...]:
        return tuple(d for d in map(self.by_code, codes) if d)

    def named(self, name: str) -> tuple[Division, ...]:
        """All divisions of this full name, or of this older or usual short one, by code."""
        return self._divisions(self._names(name))

    def stem(self, stem: str) -> tuple[Division, ...]:
        """All divisions that this is the short form of, by code; the township tier last."""
        return self._divisions((*self._upper.get(stem, ()), *self._townships(stem)))

    def codes(self, written: str) -> frozenset[str]:
        """The codes of the divisions from the county up that a full name or a short form means."""
        found = (*self._names(written), *self._upper.get(written, ()))
        return frozenset(code for code in found if len(code) == COUNTY)

    def _townships(self, stem: str) -> list[str]:
        """The codes of the township tier that are called by a stem: those of its full names, by code."""
        found = list(self._strange.get(stem, ()))
        if len(stem) > 1 and (head := self._head(stem[:2])).found:
            for name in [stem + last for last in _LAST if stem + last in head.found]:
                found += [code for code in head.names.get(name, ()) if _called(self._rows[code], stem)]
        return sorted(found)

    def chain(self, code: str) -> tuple[Division, ...]:
        """The division and all above it, up to the province."""
        found = self._chains.get(code)
        if found is None:
            division = self.by_code(code)
            found = self._chains[code] = (division, *self.chain(division.parent)) if division else ()
        return found

    def within(self, code: str, ancestor: str) -> bool:
        """True where a division is part of another, or the other itself."""
        while code in self._rows and code != ancestor:
            code = self._rows[code][4] or parent_of(code)
        return code == ancestor and code in self._rows

    def full_name(self, code: str) -> str:
        """The name as it stands alone: 长春市朝阳区, but 舒兰市; 吉林市龙潭区江北乡."""
        division = self.by_code(code)
        if division is None:
            return ""
        if division.level in ("province", "prefecture") or _stands_alone(division):
            return division.name
        return self.full_name(division.parent) + division.name

    def _names(self, name: str) -> tuple[str, ...]:
        """The codes of a full name, or of an older or usual short one."""
        return self._head(name[:2]).names.get(name, ())

    @cached_property
    def _upper(self) -> dict[str, tuple[str, ...]]:
        stems = ((_stem(row), code) for code, row in self._rows.items() if len(code) == 6)
        older = (
            (short(name), code) for name, code in self.renamed.items() if len(code) == COUNTY and code in self._rows
        )
        return _index((stem, code) for stem, code in (*stems, *older) if stem)

    @cached_property
    def _strange(self) -> dict[str, tuple[str, ...]]:
        """Stems of the township tier that the table gives."""
        return _index((row[2], code) for code, row in self._rows.items() if len(code) == 9 and row[2])

    @cached_property
    def _groups(self) -> dict[str, list[tuple[str, str]]]:
        """All names, full, older and short, with their codes, by their first two characters."""
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for code, row in self._rows.items():
            groups[row[1][:2]].append((row[1], code))
        for name, code in {**self.renamed, **self.shorts}.items():
            if code in self._rows:
                groups[name[:2]].append((name, code))
        return dict(groups)

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        """The stems of county and above by their first two characters."""
        stems: dict[str, list[str]] = defaultdict(list)
        for stem in self._upper:
            stems[stem[:2]].append(stem)
        return dict(stems)

    def _head(self, head: str) -> Head:
        """What begins with two characters; made when it is asked for: most never are."""
        known = self._heads.get(head)
        if known is None:
            names = _index(self._groups.get(head, ()))
            found = {stem: (self._upper[stem], False) for stem in self._stems.get(head, ())}
            for name, codes in names.items():
                rows = [self._rows[code] for code in codes]
                if not all(map(_generic, rows)) or name not in {row[1] for row in rows}:
                    found[name] = (codes, True)
            known = self._heads[head] = Head(names, found, tuple(sorted(found, key=len, reverse=True)))
        return known

    @cached_property
    def _matcher(self) -> tuple[ahocorasick_rs.AhoCorasick, Numbered]:
        """One automaton over these two characters: one over whole names takes five times as long to make."""
        heads = [*(self._groups.keys() | self._stems.keys())]
        return ahocorasick_rs.AhoCorasick(heads), Numbered(heads, self._head)

    def _pairs(self, text: str) -> list[tuple[str, int, int]]:
        """Where two characters stand that begin a name, found without the automaton."""
        pairs = [(text[at : at + 2], at, at + 2) for at in range(len(text) - 1)]
        return [pair for pair in pairs if pair[0] in self._heads or self._head(pair[0]).found]

    def scan(self, text: str) -> Iterator[Name]:
        """The names and stems in a text, from left to right, the longest at each place; none has one character."""
        self._asked += len(text)
        if self._asked < WORTH:
            return longest(text, self._pairs(text), self._heads)
        matcher, heads = self._matcher
        return longest(text, matcher.find_matches_as_indexes(text, overlapping=True), heads)


def _stands_alone(division: Division) -> bool:
    """County-level cities, counties and banners are named without their prefecture, districts and zones with it."""
    return division.level == "county" and not division.name.endswith("区")


def _generic(row: list[str]) -> bool:
    """Placeholders of the statistics, and zones and farms named by their kind alone (旅游度假区, 种畜场)."""
    if len(row[1]) >= 6 and not row[1].endswith("直辖村级区划"):
        return False
    return (row[3] or level_of(row[0])) in ZONES


def _stem(row: list[str]) -> str:
    """What a division is called without its last word; empty where that says nothing."""
    return row[2] or ("" if (row[3] or level_of(row[0])) in ZONES else short(row[1]))


def _called(row: list[str], stem: str) -> bool:
    """True of a division of the township tier whose name, not the table, gives this stem."""
    return len(row[0]) == 9 and not row[2] and _stem(row) == stem


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, code in pairs:
        known = found.get(name)
        found[name] = (*known, code) if known else (code,)
    return found


def naming_scope(place: str) -> str:
    """The scope of names that a place gives: of a province or a prefecture the head of its code, else the whole code.

    >>> naming_scope("220200"), naming_scope("220203"), naming_scope("江川市")
    ('2202', '220203', '江川市')
    """
    return place[:4] if len(place) == 6 and place.isdigit() and place.endswith("00") else place
