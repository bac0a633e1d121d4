"""What all documents together say of an initiative: whose it is and of which level, from which year to which.

First and last year are those of the statements about it, planned ones included and merely proposed ones not, and of
the periods of its figures: another document can only widen the interval. Whose an initiative is belongs to its
identity (:mod:`govgraph.resolve.initiatives`), and its level is that of the owner. A work that lies in the place of a
document that tells of it is built by many: its place owns it no more than anybody else.

All of it is a function of what is left after corrections; what was worked out before is worked out again, but for whose
the halves of something are that was split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from govgraph.gazetteer import naming_scope
from govgraph.model import Facts, Key, Thing
from govgraph.resolve.canonical import OPEN
from govgraph.resolve.language import Language
from govgraph.shelf import Room, kept

# Of which level a place of a kind is, and a body that belongs to no place.
LEVELS = {
    "province": "provincial",
    "prefecture": "prefectural",
    "county": "county",
    "zone": "county",
    "township": "township",
    "township_zone": "township",
    "village": "village",
    "grassroots": "village",
    "enterprise": "unit",
    "school": "unit",
    "hospital": "unit",
    "university": "unit",
}
NATIONAL = "national"
DIVIDED = "~"  # begins the scope of the halves of something that was split
YEARS = ("first_year", "last_year", "parts")
OWNED = ("level", "owner")
YEAR = len("2024")
PREFECTURE = len("2202")  # of a code, where a scope is a prefecture
OPEN_YET = ("proposed", "rumoured")


@dataclass
class _Told:
    """What is said of one initiative."""

    years: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)


def with_courses(facts: Facts, language: Language, room: Room | None = None) -> Facts:
    """The facts with level, owner, years and named parts among the attributes of initiatives."""
    told, owners = _told(facts), _Owners(facts, language)
    things = (_with(thing, told, owners) if thing.key.kind == "Initiative" else thing for thing in facts.things)
    return replace(facts, things=kept(things, room, Thing))


def _told(facts: Facts) -> Mapping[Key, _Told]:
    told: dict[Key, _Told] = defaultdict(_Told)
    for claim in facts.claims:
        if claim.predicate == "yearSeen" and claim.status not in OPEN_YET:
            told[claim.subject].years.add(claim.object.name)
        if claim.predicate == "partName":
            told[claim.subject].parts.add(claim.object.name)
    for figure in facts.figures:
        if figure.about.kind == "Initiative" and figure.status not in OPEN_YET:
            told[figure.about].years.update(end[:YEAR] for end in figure.period.split("/") if end)
    return told


class _Owners:
    """Whose initiatives are, by the scope of their keys."""

    def __init__(self, facts: Facts, language: Language) -> None:
        self.gazetteer = language.former.gazetteer
        self.bodies = {thing.key: thing for thing in facts.things if thing.key.kind == "Body"}
        self.places = {thing.label: thing for thing in facts.things if thing.key.kind == "Place"}
        spoken = ((document.id, document.jurisdiction) for document in facts.documents)
        self.spoken = {id_: naming_scope(place.name) if place else "" for id_, place in spoken}

    def of(self, thing: Thing) -> tuple[str, str]:
        """The level and the name of an owner; empty where it stays open."""
        scope = thing.key.scope
        here = any(self.spoken.get(document) == scope for document in thing.documents)
        if scope.startswith(OPEN) or (here and thing.get("kind") == "project"):
            return "", ""
        if scope.count("|") >= 2:
            return self._body(Key(*scope.split("|", 2)))
        return self._place(scope)

    def _place(self, scope: str) -> tuple[str, str]:
        if not scope:
            return NATIONAL, ""
        code = f"{scope}00" if len(scope) == PREFECTURE and scope.isdecimal() else scope
        division = self.gazetteer.by_code(code)
        if division is not None:
            return LEVELS.get(division.level, ""), self.gazetteer.full_name(code)
        known = self.places.get(scope)
        return LEVELS.get(known.get("kind"), "") if known else "", scope

    def _body(self, key: Key) -> tuple[str, str]:
        """Of a unit or a village by its kind, of any other body of the level of its place."""
        thing = self.bodies.get(key)
        kind = LEVELS.get(thing.get("kind"), "") if thing else ""
        open_yet = key.scope.startswith(OPEN)
        return kind or ("" if open_yet else self._place(key.scope)[0]), thing.label if thing else key.name


def _with(thing: Thing, told: Mapping[Key, _Told], owners: _Owners) -> Thing:
    halved = thing.key.scope.startswith(DIVIDED)
    attrs = {name: value for name, value in thing.attrs if name not in YEARS and (halved or name not in OWNED)}
    if not halved:
        attrs |= zip(OWNED, owners.of(thing), strict=True)
    attrs |= _course(told.get(thing.key, _Told()))
    return thing._replace(attrs=tuple(sorted((name, value) for name, value in attrs.items() if value)))


def _course(said: _Told) -> Iterator[tuple[str, str]]:
    yield "first_year", min(said.years, default="")
    yield "last_year", max(said.years, default="")
    yield "parts", "、".join(sorted(said.parts))
