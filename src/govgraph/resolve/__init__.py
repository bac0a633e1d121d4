"""Extractions of all documents to facts: one node for one thing, in any order, with the same result.

1. Each document alone: keys that mean the same everywhere (:mod:`~govgraph.resolve.canonical`).
2. Things of all documents that share an unambiguous name become one (:mod:`~govgraph.resolve.things`).
3. People are joined on evidence and kept apart on evidence (:mod:`~govgraph.resolve.people`).
4. What people decided by hand goes last, and before everything else (:mod:`~govgraph.resolve.judgements`).
5. Values under one key are united; what does not agree is listed side by side
   (:mod:`~govgraph.resolve.contradictions`), tenures are joined (:mod:`~govgraph.resolve.tenures`), and initiatives
   get their level and years (:mod:`~govgraph.resolve.courses`).

Steps 2 to 5 are functions of the set of extractions: order, duplicates and grouping change nothing, and a graph without
a document is the graph that never had it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govgraph.model import Extraction, Facts, Failure, Key, Link
from govgraph.resolve.canonical import names_by_key
from govgraph.resolve.contradictions import contradictions
from govgraph.resolve.courses import with_courses
from govgraph.resolve.gathering import gather
from govgraph.resolve.initiatives import possibly
from govgraph.resolve.judgements import Judgements, Pairs
from govgraph.resolve.language import Language
from govgraph.resolve.people import people
from govgraph.resolve.profiles import profiles
from govgraph.resolve.rows import Rows
from govgraph.resolve.tenures import tenures
from govgraph.resolve.things import joined, successions, united
from govgraph.seeds import Seeds
from govgraph.shelf import Room

__all__ = ["resolve"]


def resolve(
    extractions: Iterable[Extraction],
    failures: Sequence[Failure] = (),
    judgements: Pairs | None = None,
    seeds: Seeds | None = None,
    room: Room | None = None,
) -> Facts:
    """All facts of all documents, sorted; ``extractions`` are gone through twice.

    ``judgements`` says of pairs of keys that they are same, different or unsure; without ``seeds`` those of the package
    are used. With a room, what is many goes there: in memory stay names, keys, and what identity is decided on.
    """
    language, decided = Language.of(seeds), Judgements.of(judgements)
    rows = Rows.of(extractions, language, room)
    table = united(names_by_key(rows.sketches()), decided)
    rows = rows.moved(table)
    found = people(profiles(rows.sketches(), language), decided)
    rows = rows.told_apart(found.keys)
    same = _decide(rows, decided)
    facts = with_courses(gather(rows.moved(same), room), language, room)
    links = [*_given_up(table), *found.links, *_given_up(same), *successions(facts.things, language)]
    links += possibly(facts.things, language, decided)
    return replace(
        facts,
        failures=tuple(sorted(set(failures), key=lambda failure: (failure.name, failure.reason))),
        links=_links(links, facts),
        contradictions=contradictions(facts, language, room),
        tenures=tenures(facts, room),
    )


def _decide(rows: Rows, judgements: Judgements) -> dict[Key, Key]:
    """What people decided, on the keys that stand."""
    if not judgements.pairs:
        return {}
    keys = sorted({thing.key for row in rows.sketches() for thing in row.things})
    return joined(keys, judgements.all_same(), judgements)


def _given_up(table: dict[Key, Key]) -> list[Link]:
    """What became of the keys that do not stand."""
    return [Link(old, "replacedBy", new) for old, new in sorted(table.items())]


def _links(links: Iterable[Link], facts: Facts) -> tuple[Link, ...]:
    """Links whose ends stand; an identity that was given up points at what stands now."""
    known = {thing.key for thing in facts.things}
    given_up = {link.subject: link.object for link in links if link.predicate == "replacedBy"}
    kept: set[Link] = set()
    for link in links:
        subject = link.subject if link.predicate == "replacedBy" else _standing(link.subject, given_up)
        target = _standing(link.object, given_up)
        gone = link.predicate == "replacedBy" and subject in known
        if subject != target and target in known and not gone:
            low, high = sorted((subject, target)) if link.predicate == "possiblySame" else (subject, target)
            kept.add(Link(low, link.predicate, high))
    return tuple(sorted(kept))


def _standing(key: Key, given_up: dict[Key, Key]) -> Key:
    seen = {key}
    while key in given_up and given_up[key] not in seen:
        key = given_up[key]
        seen.add(key)
    return key
