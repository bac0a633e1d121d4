"""How work is spread: an engine supplies ``map`` and knows nothing of government.

The pipeline hands an engine a pure function and a sequence of plain values; whatever the engine (this process, several
processes, a cluster), one outcome comes back for each item. They come as they are ready: who needs an order sorts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_told: list[Callable[[], None]] = []  # who watches this process


@dataclass(frozen=True, slots=True)
class Outcome(Generic[In, Out]):
    """What became of one item: a value, or the reason why there is none."""

    item: In
    value: Out | None = None
    reason: str = ""


class Engine(Protocol):
    """Anything that can apply a function to many items and survive what one of them does.

    Of an engine with a true attribute ``apart`` the workers are on other machines: what they return travels.
    An engine with a method ``open`` gives, while that is open, an engine that keeps between maps what is slow to start.
    A function that has a method ``prepare`` is prepared once in each process, or before processes are made.
    """

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item."""
        ...


def opened(engine: Engine, first: Callable[[Any], Any]) -> AbstractContextManager[Engine]:
    """The engine for several maps; what the first function needs may be loaded from now on."""
    opening: Callable[[Any], AbstractContextManager[Engine]] | None = getattr(engine, "open", None)
    return opening(first) if opening else nullcontext(engine)


def alive() -> None:
    """Said by a function whose item is long: a part of it is done, the time for the next begins."""
    for tell in _told:
        tell()


def tell(watcher: Callable[[], None]) -> None:
    """Have a watcher told whenever something is done in this process."""
    _told[:] = [watcher]
