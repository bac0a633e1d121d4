"""Whose an initiative is, by who runs it; which initiatives, bodies and places of one name may be the same.

The text before a name has spoken in relate; where it said nothing the initiative is the document's own place's. Here
those speak who are *stated* to run it: where all of them are of a place above (a county's paper that only tells what
the city does), it belongs to that place. What other documents say changes nothing.

Of one name in two places of which one lies in the other, or of a body and its place, nothing tells whether they are
one: both stay, linked as ``possiblySame``. Two places side by side are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from govgraph.gazetteer import Gazetteer, naming_scope
from govgraph.model import Extraction, Key, Link, Thing
from govgraph.resolve.judgements import Judgements
from govgraph.resolve.language import Language

STATED = ("subject of clause", "owner before name")
NATION = "国"
CROWD = 40  # things of one name beyond which "possibly the same" says nothing
OPEN = "?"


def raised(extraction: Extraction, language: Language) -> dict[Key, Key]:
    """Initiatives of a document's own place that only those above it run, under the key of the place above."""
    own = extraction.document.jurisdiction
    if own is None or not own.name.isdigit():
        return {}
    seats = {claim.subject: claim.object for claim in extraction.claims if claim.predicate == "jurisdiction"}
    actors: dict[Key, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        if claim.predicate == "participant" and claim.subject.scope == naming_scope(own.name):
            actors[claim.subject].add(_seat(claim.object, seats, language) if claim.rule in STATED else own.name)
    gazetteer = language.former.gazetteer
    places = ((key, _highest(found, own.name, gazetteer)) for key, found in sorted(actors.items()))
    return {key: Key(key.kind, key.name, _scope(place)) for key, place in places if place}


def _seat(actor: Key, seats: Mapping[Key, Key], language: Language) -> str:
    """The place of who runs something."""
    if actor.kind == "Place":
        return actor.name
    seat = seats.get(actor)
    return seat.name if seat else NATION if language.national_body.search(actor.name) else ""


def _highest(places: set[str], own: str, gazetteer: Gazetteer) -> str:
    """The largest of places that all lie above a document's own; empty where one does not."""
    if not places or any(place == own or not (place == NATION or gazetteer.within(own, place)) for place in places):
        return ""
    return min(places, key=lambda place: (place != NATION, len(gazetteer.chain(place)), place))


def _scope(place: str) -> str:
    return "" if place == NATION else naming_scope(place)


def possibly(things: Iterable[Thing], language: Language, judgements: Judgements) -> Iterator[Link]:
    """Initiatives, bodies and places of one name whose places lie in one another."""
    named: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for thing in things:
        if _told_by_place(thing):
            for name in {thing.key.name, thing.label, *thing.names}:
                named[thing.key.kind, name].add(thing.key)
    pairs = {pair for keys in named.values() if 1 < len(keys) <= CROWD for pair in combinations(sorted(keys), 2)}
    for one, two in sorted(pairs):
        if judgements.verdict(one, two) != "different" and _related(one, two, language.former.gazetteer):
            yield Link(one, "possiblySame", two)


def _told_by_place(thing: Thing) -> bool:
    """True for what only the place of its document tells from others of its name."""
    key = thing.key
    if key.scope.startswith(OPEN):
        return False
    own = key.kind == "Body" or (key.kind == "Place" and not key.name.isdigit())
    return key.kind == "Initiative" or (own and bool(thing.documents) and key.scope.rpartition("/")[2].isdigit())


def _related(one: Key, two: Key, gazetteer: Gazetteer) -> bool:
    """True where the place of one lies in that of the other; of two bodies in one place each has its own."""
    low, high = _codes(one), _codes(two)
    if "|" in one.scope and "|" in two.scope:
        return False
    return not low or not high or gazetteer.within(low, high) or gazetteer.within(high, low)


def _codes(key: Key) -> str:
    """The division code of the place that a scope names; empty for the nation."""
    place = key.scope.rpartition("|")[2].rpartition("/")[2]
    return f"{place}00" if len(place) == 4 and place.isdigit() else place
