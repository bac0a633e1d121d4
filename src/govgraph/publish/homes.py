"""The place that each thing belongs to, for overviews and filters by jurisdiction.

A body belongs to its jurisdiction, a post to the place of its body, a person to that of their posts, a place to itself.
What is left takes the one jurisdiction of its documents, else that of most of its neighbours, else none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from govgraph.model import Claim, Facts, Key

Order = Callable[[Key], str]
_VIA = ("postIn", "holds")


def homes(facts: Facts, order: Order) -> dict[Key, Key]:
    """Thing to place; ``order`` decides between equals."""
    found = {thing.key: thing.key for thing in facts.things if thing.key.kind == "Place"}
    _follow(found, (claim for claim in facts.claims if claim.predicate == "jurisdiction"), order)
    for predicate in _VIA:
        _follow(found, (claim for claim in facts.claims if claim.predicate == predicate), order)
    _by_document(found, facts)
    _by_neighbours(found, facts, order)
    return found


def parents(facts: Facts, order: Order) -> dict[Key, Key]:
    """Place to the place that it lies in; what would close a ring is left out."""
    larger: dict[Key, Key] = {}
    within = {(claim.subject, claim.object) for claim in facts.claims if claim.predicate == "within"}
    for place, above in sorted(within, key=lambda pair: (order(pair[0]), order(pair[1]))):
        if place not in larger and place not in chain(above, larger):
            larger[place] = above
    return larger


def chain(place: Key, larger: Mapping[Key, Key]) -> list[Key]:
    """A place and all that it lies in, the largest first."""
    path = [place]
    while path[-1] in larger:
        path.append(larger[path[-1]])
    return path[::-1]


def _follow(found: dict[Key, Key], claims: Iterable[Claim], order: Order) -> None:
    votes: dict[Key, Counter[Key]] = defaultdict(Counter)
    for claim in claims:
        if claim.subject not in found and claim.object in found:
            votes[claim.subject][found[claim.object]] += 1
    found.update({key: _winner(counts, order) for key, counts in votes.items()})


def _by_document(found: dict[Key, Key], facts: Facts) -> None:
    places = {document.id: document.jurisdiction for document in facts.documents}
    for thing in facts.things:
        told = {places.get(document) for document in thing.documents}
        place = told.pop() if len(told) == 1 else None
        if thing.key not in found and place in found and place:
            found[thing.key] = place


def _by_neighbours(found: dict[Key, Key], facts: Facts, order: Order) -> None:
    votes: dict[Key, Counter[Key]] = defaultdict(Counter)
    for claim in facts.claims:
        for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
            if one not in found and other in found:
                votes[one][found[other]] += 1
    found.update({key: _winner(counts, order) for key, counts in votes.items()})


def _winner(counts: Counter[Key], order: Order) -> Key:
    return min(counts, key=lambda key: (-counts[key], order(key)))
