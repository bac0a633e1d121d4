"""Mentions of instruments (to be written)."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:  # noqa: ARG001
    """Nothing yet."""
    yield from ()
