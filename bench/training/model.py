"""How much each feature speaks for a candidate being a name of some kind; above zero it is taken for one."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.training import features
from bench.training.features import Words

BIAS = "bias"


class Best(NamedTuple):
    """The best reading of what ends with a word: points, first and last word, kind."""

    points: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True)
class Model:
    """What was learned: whole numbers, so that every machine adds them to the same sum."""

    kinds: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]]

    def best(self, words: Words, last: int, taken: Container[int] = (), inner: Container[int] = ()) -> Best | None:
        """The best of the candidates that end with a word (see :meth:`Words.starts`), if one is worth naming."""
        ends = self.sums([BIAS, *features.of_end(words, last)])
        best: Best | None = None
        for first in words.starts(last, taken, inner):
            for kind, end, whole in zip(
                self.kinds, ends, self.sums(features.of_whole(words, first, last)), strict=True
            ):
                if end + whole > (best.points if best else 0):
                    best = Best(end + whole, first, last, kind)
        return best

    def sums(self, seen: Sequence[str]) -> list[int]:
        """The points of some features, kind by kind."""
        rows = [row for feature in seen if (row := self.weights.get(feature))]
        return list(map(sum, zip(*rows, strict=True))) if rows else [0] * len(self.kinds)
