"""Values of all documents under one key become one value; everything is sorted.

Merging is associative, commutative and idempotent: of two things with one key the names, forms, documents and evidence
are united; the longest label stands, a title before a number; of attributes that differ the smaller value in Python's
order stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from govgraph.model import Claim, DocumentFacts, Evidence, Extraction, Facts, Figure, Thing
from govgraph.shelf import Room, Sorter, kept

Ambiguity = tuple[str, Evidence, tuple[str, ...]]


def gather(extractions: Iterable[Extraction], room: Room | None = None) -> Facts:
    """All values, sorted; in a room where they are many."""
    documents: list[DocumentFacts] = []
    things = Sorter[Thing](room, Thing)
    claims = Sorter[Claim](room, Claim)
    figures = Sorter[Figure](room, Figure, figure_order)
    ambiguous = Sorter[Ambiguity](room, Ambiguity)
    omissions = Sorter[Evidence](room, Evidence)
    for row in extractions:
        documents.append(row.document)
        things.add(row.things)
        claims.add(claim for claim in row.claims if claim.subject != claim.object)
        figures.add(row.figures)
        ambiguous.add(row.ambiguous)
        omissions.add(row.omissions)
    merged = (merge(tuple(same)) for _, same in groupby(things.merged(), key=attrgetter("key")))
    return Facts(
        tuple(sorted(documents, key=lambda document: document.id)),
        kept(merged, room, Thing),
        claims.done(),
        figures.done(),
        ambiguous.done(),
        omissions.done(),
    )


def figure_order(figure: Figure) -> tuple[object, ...]:
    """A total order: a figure without a reporter cannot be compared with one that has one."""
    return (
        *(figure.about, figure.measure, figure.unit, figure.value, figure.evidence),
        *(figure.as_written, figure.rule, figure.certainty, figure.qualifier, figure.status),
        *(figure.reporter or (), figure.period, figure.asserted_on),
    )


def merge(things: Sequence[Thing]) -> Thing:
    """One thing of several with the same key."""
    label = min((thing.label for thing in things), key=lambda label: ("〔" in label, -len(label), label))
    attrs: dict[str, str] = {}
    for name, value in sorted(pair for thing in things for pair in thing.attrs):
        attrs.setdefault(name, value)
    names = [thing.names for thing in things] + [(thing.label,) for thing in things]
    return Thing(
        things[0].key,
        label,
        _united(names, label),
        _united((thing.forms for thing in things), label),
        tuple(sorted(attrs.items())),
        _united(thing.documents for thing in things),
        tuple(sorted({evidence for thing in things for evidence in thing.evidence})),
    )


def _united(parts: Iterable[tuple[str, ...]], without: str = "") -> tuple[str, ...]:
    return tuple(sorted({value for part in parts for value in part} - {without}))
