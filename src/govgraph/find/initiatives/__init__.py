"""Initiatives (工作抓手): named programmes, campaigns, projects, mechanisms, methods, strategies, platforms, brands."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.initiatives import quoted, unquoted
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All initiatives of a document."""
    yield from quoted.find(prose, earlier, seeds)
    yield from unquoted.find(prose, earlier, seeds)
