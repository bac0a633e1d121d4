"""A part of the facts: what surrounds some things, or the best connected of them.

Around a thing stand its neighbours and theirs; a place also has all that belongs to it. The order of jurisdictions and
posts above what is kept is kept, so that nothing hangs in the air.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from govgraph.errors import QueryError
from govgraph.model import VALUES, Claim, Facts, Figure, Key, Thing
from govgraph.publish.homes import Order, chain, homes, parents

_ABOVE = ("postIn", "jurisdiction", "within", "partOf")
_CROWD = 200  # beyond so many neighbours a thing leads to no further ones


def named(facts: Facts, kind: str, name: str) -> list[Key]:
    """The things of a kind that have a name, or the IRI that their key holds."""
    return [
        thing.key
        for thing in facts.things
        if thing.key.kind == kind and name in (thing.label, thing.key.name, *thing.names, *thing.forms)
    ]


def like(facts: Facts, kind: str, name: str, most: int = 5) -> list[str]:
    """Names of a kind that share most characters with a name that is not there."""
    wanted = set(name)

    def far(thing: Thing) -> tuple[int, int, str]:
        return (-len(wanted & set(thing.label)), len(thing.label), thing.label)

    near = sorted((thing for thing in facts.things if thing.key.kind == kind), key=far)
    return [thing.label for thing in near[:most] if wanted & set(thing.label)]


def chosen(facts: Facts, wanted: Mapping[str, Sequence[str]], most: int | None, order: Order) -> Facts:
    """What surrounds the things that are named, by kind; of that, or of all, the best-connected ``most``."""
    keys = []
    for kind, names in wanted.items():
        for name in names:
            found = named(facts, kind, name)
            if not found:
                near = "、".join(like(facts, kind, name))
                raise QueryError(
                    f"the graph has no {kind.lower()} {name!r}" + (f"; did you mean {near}?" if near else "")
                )
            keys += found
    if keys:
        facts = around(facts, keys, order)
    return top(facts, most, order) if most else facts


def around(facts: Facts, keys: Iterable[Key], order: Order) -> Facts:
    """Some things, their neighbours, the neighbours of these, and what they belong to."""
    neighbours = _neighbours(facts)
    centre = set(keys) | _belonging(facts, {key for key in keys if key.kind == "Place"}, order)
    first = {other for key in centre for other in neighbours[key]}
    second = {other for key in first if len(neighbours[key]) <= _CROWD for other in neighbours[key]}
    return _only(facts, _with_above(facts, centre | first | second))


def top(facts: Facts, most: int, order: Order) -> Facts:
    """The best-connected things."""
    degree = Counter(key for claim in facts.claims for key in (claim.subject, claim.object))
    best = sorted((thing.key for thing in facts.things), key=lambda key: (-degree[key], order(key)))
    return _only(facts, set(best[:most]))


def _neighbours(facts: Facts) -> Mapping[Key, set[Key]]:
    found: dict[Key, set[Key]] = defaultdict(set)
    for claim in facts.claims:
        if claim.object.kind in VALUES:  # a year joins nobody
            continue
        found[claim.subject].add(claim.object)
        found[claim.object].add(claim.subject)
    return found


def _belonging(facts: Facts, places: set[Key], order: Order) -> set[Key]:
    """All that belongs to some places or to places within them."""
    if not places:
        return set()
    larger = parents(facts, order)
    inside = {home: bool(places & set(chain(home, larger))) for home in set(homes(facts, order).values())}
    return {key for key, home in homes(facts, order).items() if inside[home]}


def _with_above(facts: Facts, kept: set[Key]) -> set[Key]:
    above: dict[Key, set[Key]] = defaultdict(set)
    for claim in facts.claims:
        if claim.predicate in _ABOVE:
            above[claim.subject].add(claim.object)
    fresh = kept
    while fresh:
        fresh = {other for key in fresh for other in above[key]} - kept
        kept = kept | fresh
    return kept


def _only(facts: Facts, kept: set[Key]) -> Facts:
    """The facts among some things, and the documents that say them."""
    claims = tuple(claim for claim in facts.claims if claim.subject in kept and claim.object in kept)
    figures = tuple(figure for figure in facts.figures if figure.about in kept)
    things = tuple(thing for thing in facts.things if thing.key in kept)
    said: tuple[Claim | Figure | Thing, ...] = (*claims, *figures, *things)
    told = {evidence.document for value in said for evidence in value.evidence}
    told |= {document for thing in things for document in thing.documents}
    documents = tuple(document for document in facts.documents if document.id in told)
    return replace(facts, things=things, claims=claims, figures=figures, documents=documents)
