"""Values of all documents under one key become one value; everything is sorted.

Merging is associative, commutative and idempotent: of two things with one key the names, forms, documents and evidence
are united; the longest label stands; of attributes that differ the smaller value in Python's order stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from govgraph.model import Claim, Evidence, Extraction, Facts, Figure, Key, Thing


def gather(extractions: Iterable[Extraction]) -> Facts:
    """All values, sorted."""
    rows = sorted(extractions, key=lambda row: row.document.id)
    groups: dict[Key, list[Thing]] = defaultdict(list)
    claims: set[Claim] = set()
    figures: set[Figure] = set()
    ambiguous: set[tuple[str, Evidence, tuple[str, ...]]] = set()
    omissions: set[Evidence] = set()
    for row in rows:
        for thing in row.things:
            groups[thing.key].append(thing)
        claims.update(row.claims)
        figures.update(row.figures)
        ambiguous.update(row.ambiguous)
        omissions.update(row.omissions)
    return Facts(
        tuple(row.document for row in rows),
        tuple(merge(groups[key]) for key in sorted(groups)),
        tuple(sorted(claim for claim in claims if claim.subject != claim.object)),
        tuple(sorted(figures, key=figure_order)),
        tuple(sorted(ambiguous)),
        tuple(sorted(omissions)),
    )


def figure_order(figure: Figure) -> tuple[Key, str, str, str, tuple[Evidence, ...], str]:
    """A total order: a figure without a reporter cannot be compared with one that has one."""
    return figure.about, figure.measure, figure.unit, figure.value, figure.evidence, repr(figure)


def merge(things: Sequence[Thing]) -> Thing:
    """One thing of several with the same key."""
    label = min((thing.label for thing in things), key=lambda label: (-len(label), label))
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
