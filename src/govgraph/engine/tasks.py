"""What a cluster does: each task is a handful of items for a supervised worker on the machine that it comes to.

So a document that kills, hangs or eats memory costs itself alone there as it does here (:mod:`govgraph.engine.pool`),
and a machine that is lost costs only the time to do its tasks again. An engine of a cluster has to bring tasks to
machines and outcomes back, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph.engine import Outcome
from govgraph.engine.pool import Pool
from govgraph.errors import GovGraphError

LEAST, MOST = 5, 100  # items of a task: more work than the start of a worker, and little to do again


class MissingError(GovGraphError):
    """A library that an engine needs is not installed."""


@dataclass(frozen=True)
class Task:
    """The function with the limits of a worker: what travels to the machines."""

    function: Callable[[Any], Any]
    seconds: Callable[[Any], float]
    memory: int

    def __call__(self, items: Sequence[Any]) -> list[Outcome[Any, Any]]:
        """One outcome for each item."""
        return list(Pool(1, self.seconds, self.memory).map(self.function, items))


def chunks(items: Sequence[Any], workers: int) -> list[Sequence[Any]]:
    """The items in tasks, several for each worker."""
    size = max(LEAST, min(MOST, -(-len(items) // (4 * max(1, workers)))))
    return [items[at : at + size] for at in range(0, len(items), size)]
