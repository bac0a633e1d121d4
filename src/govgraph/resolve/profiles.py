"""What is known of one bearer of a name: the evidence on which people are told apart or joined.

A :class:`Profile` gathers the documents that say the same of a name: the same home, the same posts, the same stated
attributes, no more than a working life apart. Its key is a function of its own evidence alone:

* ``""`` for who leads the nation (国家主席, 总理) and for leaders whose names are rare;
* the division code of the highest place in which posts are held, else the place that the document is of;
* the name of a body that stands in no place (a university, a ministry);
* ``?`` and the document, where it says nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.model import Claim, Extraction, Key, Thing
from govgraph.resolve.canonical import OPEN
from govgraph.resolve.language import Language

CAREER = 45  # years between the first and the last that a document may say of one person in office
NEAR = 15  # years in which the same post, body or place still speaks for the same person
ENDED = ("former", "removed")


class Profile(NamedTuple):
    """The bearer of a name as some documents show him or her."""

    key: Key
    posts: tuple[Key, ...] = ()  # without membership of congresses and conferences
    bodies: tuple[Key, ...] = ()
    places: tuple[str, ...] = ()
    leads: bool = False
    gender: str = ""
    ethnicity: str = ""
    alone: str = ""  # document and key, where one document knows several of this name
    first: int = 0
    last: int = 0
    days: tuple[tuple[str, str], ...] = ()  # when the person acted, and in which province
    sources: tuple[tuple[str, Key], ...] = ()  # document and key there

    @property
    def open(self) -> bool:
        """True where nothing says whose name it is."""
        return self.key.scope.startswith(OPEN)


class _Leads(dict[str, tuple[bool, bool]]):
    """Of a body by its name whether it leads the nation, and whether it leads anything; each name is looked at once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, name: str) -> tuple[bool, bool]:
        patterns = self.language.national_lead, self.language.leading_body
        nation, any_place = (bool(pattern.search(name)) for pattern in patterns)
        self[name] = nation, any_place
        return nation, any_place


OF_TIME = Profile._fields.index("first")  # from there on fields say when, and who says so


def profiles(extractions: Iterable[Extraction], language: Language) -> list[Profile]:
    """All profiles, sorted; equal ones of many documents are one."""
    groups: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    leads = _Leads(language)
    for extraction in extractions:
        for profile in _of_document(extraction, language, leads):
            groups[profile[:OF_TIME]].append(profile)
    return sorted(merged for group in groups.values() for merged in _careers(group))


def _careers(group: list[Profile]) -> Iterator[Profile]:
    """One profile for each stretch of years without a long gap that fits into a working life."""
    if len(group) == 1:  # as most are
        yield group[0]
        return
    rows = sorted(group, key=lambda profile: (profile.first, profile.sources))
    stretch: list[Profile] = []
    start = last = 0
    for row in rows:
        if start and row.first and (row.first - start > CAREER or row.first - last > NEAR):
            yield _merged(stretch)
            stretch, start = [], 0
        stretch.append(row)
        start, last = start or row.first, row.first or last
    yield _merged(stretch)


def _merged(rows: list[Profile]) -> Profile:
    years = [year for row in rows for year in (row.first, row.last) if year]
    return rows[0]._replace(
        first=min(years, default=0),
        last=max(years, default=0),
        days=tuple(sorted({day for row in rows for day in row.days})),
        sources=tuple(sorted({source for row in rows for source in row.sources})),
    )


def _of_document(extraction: Extraction, language: Language, leads: _Leads) -> Iterator[Profile]:
    people = [thing for thing in extraction.things if thing.key.kind == "Person"]
    names = Counter(thing.key.name for thing in people)
    bodies = {c.subject: c.object for c in extraction.claims if c.predicate == "postIn"}
    seated = (claim for claim in extraction.claims if claim.predicate == "jurisdiction")
    places = {claim.subject: language.former.today(claim.object) for claim in seated}
    titles = {thing.key: thing.get("title") for thing in extraction.things if thing.key.kind == "Post"}
    claims: dict[Key, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if claim.subject.kind == "Person":
            claims[claim.subject].append(claim)
        if claim.object.kind == "Person" and claim.object != claim.subject:
            claims[claim.object].append(claim)
    for thing in people:
        held = [c.object for c in claims[thing.key] if c.predicate == "holds"]
        real = sorted({post for post in held if post in bodies and titles.get(post, "") not in language.members})
        seats = sorted({places[bodies[post]] for post in held if bodies.get(post) in places})
        own = sorted({bodies[post] for post in real})
        profile = _profile(thing, extraction, real, own, seats, places, claims[thing.key], language, leads)
        several = names[thing.key.name] > 1
        yield profile._replace(alone=f"{extraction.document.id}|{thing.key.scope}") if several else profile


def _profile(
    thing: Thing,
    extraction: Extraction,
    posts: list[Key],
    bodies: list[Key],
    seats: list[str],
    places: dict[Key, str],
    claims: list[Claim],
    language: Language,
    leads: _Leads,
) -> Profile:
    document = extraction.document
    national = any(body not in places and leads[body.name][0] for body in bodies)
    leader = thing.key.name in language.leaders and all(not place.isdigit() for place in seats)
    home = language.former.today(document.jurisdiction) if document.jurisdiction else ""
    home = "" if home == "国" else home
    if national or leader:
        scope = ""
    elif seats:
        scope = min(seats)
    elif bodies:
        scope = min(body.name for body in bodies)
    else:
        scope = home or OPEN + document.id[:10]
    year = int(document.issued[:4] or document.period[:4] or 0)
    return Profile(
        Key("Person", thing.key.name, scope),
        () if scope == "" and leader else tuple(posts),
        () if scope == "" and leader else tuple(bodies),
        tuple(seats) or ((home,) if home and scope == home else ()),
        national or leader or any(leads[body.name][1] for body in bodies),
        thing.get("gender"),
        thing.get("ethnicity"),
        first=year,
        last=year,
        days=tuple(sorted({(day, place[:2]) for day in _days(claims) for place in seats if place.isdigit()})),
        sources=((document.id, thing.key),),
    )


def _days(claims: Iterable[Claim]) -> Iterator[str]:
    """The days on which a person acts: those of claims that tell of a meeting or of taking office."""
    for claim in claims:
        acts = claim.predicate == "attendee" or claim.status in ("appointed", "elected", "removed")
        if acts and len(claim.asserted_on) == 10:
            yield claim.asserted_on
