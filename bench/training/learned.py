"""What the rules leave open in a text, and which runs of words there weights take for names.

Every run of words that ends where no rule has found anything is weighed by :mod:`model` on its :mod:`features`; runs
that overlap are decided by their points.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bench.training.features import BREAKS, Words
from bench.training.model import Best, Model

from govgraph.find import edges
from govgraph.model import Mention, Prose

TAKEN = frozenset({"body", "meeting", "initiative", "instrument", "person", "post", "place"})
OPEN = ("body", "place")  # a body may hold them


class Named(NamedTuple):
    """What the rules have found, in words of the text."""

    ends: tuple[int, ...]  # at whose end they have nothing
    taken: frozenset[int]  # that belong to something else than a body or a place
    inner: frozenset[int]  # that stand in a body, but not at its head: 绥芬河海关|通关科 may begin with one


def words(prose: Prose, earlier: Iterable[Mention]) -> Words:
    """The text in words, cut at its places."""
    places = ((m.start, m.end) for m in earlier if m.kind == "place" and m.strength == "strong")
    return Words.of(prose.text.string, places)


def named(text: Words, earlier: Iterable[Mention]) -> Named:
    """What the rules have found."""
    strong = [m for m in earlier if m.kind in TAKEN and m.strength == "strong"]
    size, tokens = len(text.text), list(enumerate(text.tokens))
    every = edges.inside(((m.start, m.end) for m in strong), size)
    other = edges.inside(((m.start, m.end) for m in strong if m.kind not in OPEN), size)
    inner = edges.inside(((m.start + 1, m.end) for m in strong if m.kind == "body"), size)
    return Named(
        tuple(n for n, token in tokens if not every[token.end - 1] and token.form[0] not in BREAKS),
        frozenset(n for n, token in tokens if any(other[token.start : token.end])),
        frozenset(n for n, token in tokens if inner[token.start]),
    )


def chosen(text: Words, rules: Named, model: Model) -> list[Best]:
    """The names that end where the rules have found nothing, none over another."""
    found = [best for last in rules.ends if (best := model.best(text, last, rules.taken, rules.inner))]
    kept: list[Best] = []
    taken: set[int] = set()
    for best in sorted(found, key=_by_points):
        inside = range(best.first, best.last + 1)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(best)
    return sorted(kept, key=lambda best: best.first)


def _by_points(best: Best) -> tuple[int, int, int]:
    return -best.points, best.first, best.last
