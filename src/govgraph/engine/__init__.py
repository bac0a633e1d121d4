"""How work is spread: an engine supplies ``map`` and knows nothing of government.

The pipeline hands an engine a pure function and a sequence of plain values; whatever the engine (this process, several
processes, a cluster), the outcomes come back one for each item, in the order of the items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[In, Out]):
    """What became of one item: a value, or the reason why there is none."""

    item: In
    value: Out | None = None
    reason: str = ""


class Engine(Protocol):
    """Anything that can apply a function to many items and survive what one of them does."""

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item; outcomes in the order of the items."""
        ...
