"""Work in this process, one item after the other, supervised: what one item breaks, only that item loses.

An item whose function raises becomes an outcome with a reason; Ctrl-C and the end of the process stay what they are.
It will not limit time or memory: that takes processes (:mod:`govgraph.engine.pool`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govgraph.engine import In, Out, Outcome
from govgraph.errors import GovGraphError


class Local:
    """The engine of one process."""

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item, in order."""
        for item in items:
            try:
                yield outcome(function, item)
            except MemoryError:
                yield Outcome(item, reason="needs more memory than there is: not read")


def outcome(function: Callable[[In], Out], item: In) -> Outcome[In, Out]:
    """What becomes of one item, whatever the function does."""
    try:
        return Outcome(item, function(item))
    except GovGraphError as error:
        return Outcome(item, reason=str(error))
    except MemoryError:  # the process may have lost more than this item
        raise
    except Exception as error:  # noqa: BLE001 - supervision: any failure costs one item and is reported, never hidden
        return Outcome(item, reason=f"{type(error).__name__}: {error} (a fault of govgraph: please report it)")
