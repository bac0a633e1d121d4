"""Whose 市政府 it is: a jurisdiction as written becomes one place.

A jurisdiction may be written in full (吉林市, 长春市朝阳区), as a class character that points up the tree from the
document's own place (市, 省, 本区, 我县), as the nation (全国, 中央), or not at all. Two candidates left after the
document's own place has spoken are an answer of their own: no link, and both go to the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from govgraph.gazetteer import ZONES, Division, Gazetteer, naming_scope, short
from govgraph.model import Key, Mention
from govgraph.numerals import number

NATION = "国"
NATIONWIDE = ("全国", "国家", "中央", NATION)
# Which class character a division answers to (市 for 吉林市 and 舒兰市, 区 for 朝阳区, 省 also for 自治区's 区 …).
CLASSES = ("自治区", "自治州", "自治县", "街道", "省", "市", "州", "盟", "地区", "县", "区", "旗", "镇", "乡")
# Classes of former divisions, which are unique in their province.
DIVISIONS = ("省", "市", "州", "盟", "地区", "县", "旗")
# What the name of a district is made of that tells where in its city it lies, class last.
POSITIONAL = "东西南北中城市郊关新老区"
LOWEST = ("苏木", "社区", "嘎查", "村")  # below the classes that a document of government has of its own


@dataclass(frozen=True, slots=True)
class Site:
    """A place that bodies and meetings belong to: its key, its legal prefix and its bare name."""

    key: Key
    full: str  # as legal names of bodies put it: 长春市朝阳区, 舒兰市, 吉林市龙潭区江北乡
    bare: str  # 朝阳区
    code: str = ""

    @property
    def national(self) -> bool:
        """True for the nation as a whole."""
        return self.key.name == NATION

    @property
    def scope(self) -> str:
        """The scope of names that the place gives."""
        return naming_scope(self.code or self.key.name)

    @property
    def home(self) -> str:
        """The same for bodies and places in it that say no place of their own; what the nation has is one anyway."""
        return "" if self.national else self.scope

    @property
    def owner(self) -> str:
        """The scope of bodies that are called after the place: of a community its name and where that is."""
        plain = self.code or not self.key.scope or self.key.name.endswith(DIVISIONS)
        return self.code or (self.key.name if plain else f"{self.key.name}/{self.key.scope}")


NATIONAL = Site(Key("Place", NATION), "全国", "全国")


@lru_cache(maxsize=1 << 12)
def division_site(division: Division, gazetteer: Gazetteer) -> Site:
    """The site of a division of the gazetteer."""
    return Site(Key("Place", division.code), gazetteer.full_name(division.code), division.name, division.code)


def named_site(name: str, scope: str = "") -> Site:
    """The site of a place that the gazetteer does not know."""
    return Site(Key("Place", name, scope), name, name)


NUMBERED = "第区"  # around the number of a district of the past
LOW = ("township", "township_zone")
RULING = ("congress", "cppcc", "government", "party", "court", "procuratorate")  # what only a division has
VAGUE = 2  # characters of the name of a district that others have too: 东区, 城区


class Sites:
    """Resolves jurisdictions in one document."""

    def __init__(self, gazetteer: Gazetteer, own: Site | None, zones: Mapping[str, str] | None = None) -> None:
        """``own`` is the document's place or None, ``zones`` names zones of the state, or nothing for a kind."""
        self.gazetteer, self.zones = gazetteer, zones or {}
        self.own = own
        chain = gazetteer.chain(own.code) if own and own.code else ()
        self._villages: dict[str, Site] = {}  # as the document introduced them: 江北乡棋盘村
        self._chain = tuple(division_site(division, gazetteer) for division in chain)
        if own and not own.code:
            self._chain = (own,)

    def resolve(self, written: str, kind: str = "") -> Site | None:
        """The site of a jurisdiction as written; None where it stays open.

        ``kind`` is that of the body: what only a division has may be of a county far away by its stem (青浦政协).
        """
        if not written:
            return self.own
        if written in NATIONWIDE:
            return NATIONAL
        if written in CLASSES or written in LOWEST:
            return self.climb(written)
        return self.named(written, kind in RULING)

    def of(self, place: Mention) -> Site | None:
        """The site of a place where it stands; None where several divisions are left."""
        found = self.fitting(place)
        if found:
            return division_site(found[0], self.gazetteer) if len(found) == 1 else None
        return self.named(place.get("parent") + place.name)

    def climb(self, character: str) -> Site | None:
        """The nearest site on the document's own chain that answers to a class character."""
        for site in self._chain:
            if answers(site.bare, character):
                return site
        return None

    def province(self) -> Site | None:
        """The province of the document's own place."""
        return next((site for site in self._chain if site.code.endswith("0000")), None)

    def named(self, written: str, ruled: bool = False) -> Site | None:
        """The site of a name or a chain of names; unknown names are sites of their own."""
        own = self.own.bare if self.own else ""
        if self.own and (written in (own, self.own.full) or (own.endswith(written) and self._zonal(written))):
            return self.own  # 新区 in the document of 滨海新区
        candidates = self.candidates(written) or (self._alone(written) if ruled else ())
        if len(candidates) == 1:
            return division_site(candidates[0], self.gazetteer)
        return None if candidates else self._unknown(written)

    def _unknown(self, written: str) -> Site:
        """A place that the table does not have: a village below a division written before it, or a name of its own."""
        if written in self._villages:
            return self._villages[written]
        for cut in range(len(written) - 2, 1, -1):
            above = [d for d in self.candidates(written[:cut]) if written[:cut].endswith(d.name)]
            if len(above) == 1:
                upper, name = division_site(above[0], self.gazetteer), written[cut:]
                self._villages[name] = Site(Key("Place", name, upper.code), upper.full + name, name)
                return self._villages[name]
        region = self.own.home if self.own else ""
        return Site(Key("Place", written, region), self._zone(written), written)

    def _zone(self, written: str) -> str:
        """A zone that is called by its kind or number alone is the document's: 沂水|经济开发区, 沂水县|第二区."""
        if self.own and written.endswith(NUMBERED[1]) and number(written.strip(NUMBERED)) is not None:
            return self.own.full + written
        if self.own and self.own.code and len(written) > VAGUE and is_positional(written):
            city = self.gazetteer.by_code(self.own.code[:4] + "00")
            return (city.name if city else "") + written
        home = self.province()
        if full := self.zones.get(written) or self.zones.get((short(home.bare) if home else "") + written):
            return full
        return (short(self.own.bare) or self.own.bare) + written if self.own and self._zonal(written) else written

    def _zonal(self, written: str) -> bool:
        return written in self.zones or any(d.level in ZONES for d in self.gazetteer.named(written))

    def candidates(self, written: str) -> tuple[Division, ...]:
        """Divisions that a name or a chain may mean, narrowed by the links before it and the document's place."""
        exact = [
            d
            for d in self._suffixes(written)
            if self.gazetteer.full_name(d.code).endswith(written) or self._chained(d, written)
        ]
        return self.narrow(self.reachable(exact, written))

    def _alone(self, written: str) -> tuple[Division, ...]:
        """The one county of a stem, wherever it is."""
        found = tuple(d for d in self.gazetteer.stem(written) if len(d.code) == len("000000"))
        return found if len(found) == 1 else ()

    def reachable(self, found: Iterable[Division], written: str) -> Iterable[Division]:
        """Without zones and districts elsewhere that any city may have (经济开发区, 东区), and townships far away."""
        for division in found:
            common = division.level in ZONES or len(division.name) == VAGUE
            plain = (common or self._positional(division)) and division.name == written
            far = division.level in LOW and division.name == written and self._far(division)
            if not far and (not plain or division.level == "prefecture" or self._beside(division)):
                yield division

    def _beside(self, division: Division) -> bool:
        """True of a division in the prefecture of the document's place; of a county of two characters anywhere."""
        near = self.own is not None and self.own.code[:4] == division.code[:4]
        return near or (len(division.name) == VAGUE and not division.name.endswith("区"))

    def _positional(self, division: Division) -> bool:
        """True of 市中区 and the like elsewhere, where the document is of a city: it rather had one itself."""
        named = self.own is not None and self.own.code[2:4] not in ("", "00")
        return named and is_positional(division.name)

    def former(self, place: Mention) -> Site | None:
        """市中区 of a document's city that has none today."""
        site = self.of(place) if is_positional(place.name) and self.own and self.own.code else None
        return site if site and not site.code else None

    def fitting(self, place: Mention) -> tuple[Division, ...]:
        """The divisions that a place may be where it stands: of what is written before it, and near."""
        written = place.get("parent") + place.name
        known = [d for code in place.get("codes").split("|") if (d := self.gazetteer.by_code(code))]
        return self.narrow(self.reachable([d for d in known if self._chained(d, written)], written))

    def full_names(self, divisions: Iterable[Division]) -> tuple[str, ...]:
        """What stays open, for the report."""
        return tuple(self.gazetteer.full_name(division.code) for division in divisions)

    def _far(self, division: Division) -> bool:
        """True of a division in another province than the document's place: one of its name is rather a near one.

        A township is far in another prefecture, where the document is of a county. A place of the past has no code.
        """
        if self.own is None or self.own.national:
            return False
        near = 4 if division.level in LOW and not self.own.code.endswith("0000") else 2
        return not self.own.code or self.own.code[:near] != division.code[:near]

    def _suffixes(self, written: str) -> Iterable[Division]:
        """Divisions whose own name ends the written chain, longest name first."""
        for start in range(len(written) - 1):
            found = self.gazetteer.named(written[start:])
            if found:
                short = self._contracted(written) if start else ()  # 丰宁县 is no 宁县 of 丰
                return short or found
        stem = self.gazetteer.stem(written)
        found = stem or self._contracted(written) or self._below(written)
        known = [d for d in found if len(d.code) == 6]  # short forms of townships are too many
        return [d for d in known if not stem or d.level != "county" or not self._far(d)]  # 新市税务所: of none far away

    def _contracted(self, written: str) -> tuple[Division, ...]:
        """阿坝州 is short for the autonomous prefecture of that stem, 大厂县 for the autonomous county."""
        tail = f"自治{written[-1:]}"
        return tuple(d for d in self.gazetteer.stem(written[:-1]) if d.name.endswith(tail))

    def _below(self, written: str) -> tuple[Division, ...]:
        """甘肃省临夏州, 上海嘉定: the contracted name, or a stem, behind the division that it lies in."""
        for cut in range(2, len(written) - 1):
            first, rest = written[:cut], written[cut:]
            found = (*self._contracted(rest), *self.gazetteer.stem(rest))
            if not found:
                continue
            upper = (*self.gazetteer.named(first), *self.gazetteer.stem(first)) or self._below(first)
            above = {d.code for d in upper}
            if inside := tuple(d for d in found if above & {a.code for a in self.gazetteer.chain(d.code)[1:]}):
                return inside
        return ()

    def _chained(self, division: Division, written: str) -> bool:
        """True where what stands before the division's name is made of its ancestors' names."""
        if written in (division.name, division.name[:-1]) or not written.endswith(division.name):
            return True
        rest = written.removesuffix(division.name)
        above = self.gazetteer.chain(division.code)[1:]
        stems = {found.code for found in self.gazetteer.stem(rest)}  # 宁夏 of 宁夏银川市
        return any(rest.endswith((a.name, a.name[:-1])) or a.code in stems for a in above)

    def narrow(self, candidates: Iterable[Division]) -> tuple[Division, ...]:
        """The candidates that fit the document's place best: below it, beside it, in its province, anywhere."""
        left = tuple(dict.fromkeys(candidates))
        for site in self._chain if len(left) > 1 else ():
            inside = tuple(d for d in left if self.gazetteer.within(d.code, site.code))
            if inside:
                return inside if len(inside) == 1 else _topmost(inside)
        return _topmost(left)


def _topmost(divisions: tuple[Division, ...]) -> tuple[Division, ...]:
    """Where one candidate lies above all the others it is meant (吉林 in a city's name); else all of them."""
    if len(divisions) < 2:
        return divisions
    rank = {"province": 0, "prefecture": 1, "county": 2, "zone": 3, "township": 4, "township_zone": 5}
    best = min(rank.get(d.level, 9) for d in divisions)
    top = tuple(d for d in divisions if rank.get(d.level, 9) == best)
    return top if best < 2 else divisions if len(top) > 1 else top


def is_positional(name: str) -> bool:
    """True of a district called by where in its city it lies.

    >>> is_positional("市中区"), is_positional("城关区"), is_positional("鼓楼区")
    (True, True, False)
    """
    return name.endswith(POSITIONAL[-1]) and set(POSITIONAL).issuperset(name)


def answers(name: str, character: str) -> bool:
    """True where a place's name is of the class that a character means.

    >>> answers("吉林市", "市"), answers("广西壮族自治区", "区"), answers("延边朝鲜族自治州", "州")
    (True, False, True)
    """
    if character == "区":
        return name.endswith("区") and not name.endswith(("自治区", "地区"))
    if character == "省":
        return name.endswith(("省", "自治区"))
    if character == "地区":
        return name.endswith("地区")
    return name.endswith(character)
