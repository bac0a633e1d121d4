"""Extractions of all documents to facts: a grouping by key, in any order, with the same result.

Merging is associative, commutative and idempotent: of two things with one key the names, forms, documents and evidence
are united; of attributes that differ the smaller value in Python's order stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from govgraph.model import Claim, DocumentFacts, Evidence, Extraction, Facts, Failure, Figure, Key, Thing

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], failures: Sequence[Failure] = ()) -> Facts:
    """All facts of all documents, sorted."""
    documents: dict[str, DocumentFacts] = {}
    groups: dict[Key, list[Thing]] = defaultdict(list)
    claims: set[Claim] = set()
    figures: set[Figure] = set()
    ambiguous: set[tuple[str, Evidence, tuple[str, ...]]] = set()
    omissions: set[Evidence] = set()
    for extraction in extractions:
        facts = extraction.document
        documents[facts.id] = min(documents.get(facts.id, facts), facts, key=lambda d: d.name)
        for thing in extraction.things:
            groups[thing.key].append(thing)
        claims.update(extraction.claims)
        figures.update(extraction.figures)
        ambiguous.update(extraction.ambiguous)
        omissions.update(extraction.omissions)
    return Facts(
        tuple(documents[key] for key in sorted(documents)),
        tuple(merge(groups[key]) for key in sorted(groups)),
        tuple(sorted(claims)),
        tuple(sorted(figures)),
        tuple(sorted(ambiguous)),
        tuple(sorted(omissions)),
        tuple(sorted(set(failures), key=lambda failure: (failure.name, failure.reason))),
    )


def merge(things: Sequence[Thing]) -> Thing:
    """One thing of several with the same key."""
    label = min(thing.label for thing in things)
    attrs: dict[str, str] = {}
    for name, value in sorted(pair for thing in things for pair in thing.attrs):
        attrs.setdefault(name, value)
    return Thing(
        things[0].key,
        label,
        _united((thing.names for thing in things), label),
        _united((thing.forms for thing in things), label),
        tuple(sorted(attrs.items())),
        _united(thing.documents for thing in things),
        tuple(sorted({evidence for thing in things for evidence in thing.evidence})),
    )


def _united(parts: Iterable[tuple[str, ...]], without: str = "") -> tuple[str, ...]:
    return tuple(sorted({value for part in parts for value in part} - {without}))
