"""Repaired text to mentions: what is named, and where.

Each kind of thing has one small module with the same function, ``find(prose, earlier, seeds)``; it may look at the
mentions of the kinds before it in :data:`FINDERS` and at nothing else. Mentions may overlap and nest (吉林市 inside
吉林市教育局): which of them count is decided in ``relate``.
"""

from __future__ import annotations

from types import ModuleType

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds


def finders() -> tuple[ModuleType, ...]:
    """The kinds, in the order in which they run."""
    from govgraph.find import (  # noqa: PLC0415 - imported on first use: importing the package does no work
        bodies,
        dates,
        initiatives,
        instruments,
        meetings,
        people,
        places,
        posts,
        quantities,
    )

    return (dates, quantities, places, instruments, meetings, bodies, posts, people, initiatives)


def find(prose: Prose, seeds: Seeds) -> tuple[Mention, ...]:
    """All mentions of a document, in order of the text."""
    found: tuple[Mention, ...] = ()
    for kind in finders():
        found += tuple(sorted(set(kind.find(prose, found, seeds))))
    return tuple(sorted(found))
