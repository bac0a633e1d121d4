"""Extractions of all documents to facts: one node for one thing, in any order, with the same result.

1. Each document alone: keys that mean the same everywhere (:mod:`~govgraph.resolve.canonical`).
2. Things of all documents that share an unambiguous name become one (:mod:`~govgraph.resolve.things`).
3. People are joined on evidence and kept apart on evidence (:mod:`~govgraph.resolve.people`).
4. What people decided by hand goes last, and before everything else (:mod:`~govgraph.resolve.judgements`).
5. Values under one key are united; what does not agree is listed side by side
   (:mod:`~govgraph.resolve.contradictions`), tenures are joined (:mod:`~govgraph.resolve.tenures`).

Steps 2 to 5 are functions of the set of extractions: order, duplicates and grouping change nothing, and a graph without
a document is the graph that never had it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govgraph.model import Extraction, Facts, Failure, Key, Link
from govgraph.resolve.canonical import canonical, following, things_by_key
from govgraph.resolve.contradictions import contradictions
from govgraph.resolve.gathering import gather
from govgraph.resolve.judgements import Judgements, Pairs
from govgraph.resolve.language import Language
from govgraph.resolve.people import people
from govgraph.resolve.profiles import profiles
from govgraph.resolve.renaming import renamed
from govgraph.resolve.tenures import tenures
from govgraph.resolve.things import clashes, joined, successions, united
from govgraph.seeds import Seeds

__all__ = ["resolve"]


def resolve(
    extractions: Iterable[Extraction],
    failures: Sequence[Failure] = (),
    judgements: Pairs | None = None,
    seeds: Seeds | None = None,
) -> Facts:
    """All facts of all documents, sorted.

    ``judgements`` says of pairs of keys that they are same, different or unsure; without ``seeds`` those of the package
    are used.
    """
    language, decided = Language.of(seeds), Judgements.of(judgements)
    rows = [canonical(extraction, language) for extraction in _each_once(extractions)]
    rows, named = _unite(rows, decided)
    rows, told = _tell_apart(rows, language, decided)
    rows, decisions = _decide(rows, decided)
    facts = gather(rows)
    return replace(
        facts,
        failures=tuple(sorted(set(failures), key=lambda failure: (failure.name, failure.reason))),
        links=_links([*named, *told, *decisions, *successions(facts.things, language)], facts),
        contradictions=(*contradictions(facts, language), *clashes(facts.things)),
        tenures=tenures(facts),
    )


def _each_once(extractions: Iterable[Extraction]) -> list[Extraction]:
    """One extraction a document: of a text under several file names the first name."""
    kept: dict[str, Extraction] = {}
    for extraction in extractions:
        known = kept.setdefault(extraction.document.id, extraction)
        if extraction.document.name < known.document.name:
            kept[extraction.document.id] = extraction
    return [kept[key] for key in sorted(kept)]


def _unite(rows: list[Extraction], judgements: Judgements) -> tuple[list[Extraction], list[Link]]:
    table = united(things_by_key(rows), judgements)
    return _moved(rows, table)


def _tell_apart(
    rows: list[Extraction], language: Language, judgements: Judgements
) -> tuple[list[Extraction], list[Link]]:
    found = people(profiles(rows, language), judgements)
    moved = []
    for row in rows:
        table = {key: found.keys.get((row.document.id, key), key) for key in (thing.key for thing in row.things)}
        moved.append(renamed(row, following(table)))
    return moved, list(found.links)


def _decide(rows: list[Extraction], judgements: Judgements) -> tuple[list[Extraction], list[Link]]:
    keys = sorted({thing.key for row in rows for thing in row.things})
    return _moved(rows, joined(keys, judgements.all_same(), judgements) if judgements.pairs else {})


def _moved(rows: list[Extraction], table: dict[Key, Key]) -> tuple[list[Extraction], list[Link]]:
    """Everything under the keys that stand, and what became of the others."""
    if not table:
        return rows, []
    rename = following(table)
    return [renamed(row, rename) for row in rows], [Link(old, "replacedBy", new) for old, new in sorted(table.items())]


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
