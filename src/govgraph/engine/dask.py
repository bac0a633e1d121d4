"""Work on a Dask cluster: workers that somebody started, found by their scheduler, or some of our own on this machine.

A task whose worker is lost is given to another one; one that has taken several workers with it is cut into its items.
It needs the extra ``dask``, and the same version of govgraph on all machines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from govgraph.engine import In, Out, Outcome
from govgraph.engine.pool import cores
from govgraph.engine.tasks import MissingError, Task, chunks

LOSSES = 3  # workers that a task may lose before it is cut


@dataclass(frozen=True)
class Dask:
    """The engine of a Dask cluster."""

    apart: ClassVar[bool] = True  # its workers see shared folders, and bring home names alone
    scheduler: str = ""  # tcp://…; empty: workers of our own
    workers: int = 0  # of our own
    seconds: Callable[[Any], float] = lambda _: 60.0
    memory: int = 1 << 30

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item; outcomes as they are ready."""
        distributed = _distributed()
        with _cluster(distributed, self) as place, distributed.Client(place, set_as_default=False) as client:
            work, lost = Task(function, self.seconds, self.memory), list[Sequence[In]]()
            there = sum(client.nthreads().values())
            yield from _done(distributed, client, work, chunks(items, there), lost)
            yield from _done(distributed, client, work, [(item,) for chunk in lost for item in chunk], [])


def _done(
    distributed: Any, client: Any, work: Task, tasks: Sequence[Sequence[Any]], lost: list[Any]
) -> Iterator[Outcome[Any, Any]]:
    """The outcomes of tasks; tasks of several items that could not be done are put aside."""
    given = {client.submit(work, task, pure=False, retries=LOSSES): task for task in tasks}
    for future in distributed.as_completed(list(given), loop=client.loop):
        task = given.pop(future)
        if future.status == "finished":
            yield from future.result()
        elif len(task) > 1:
            lost.append(task)
        else:
            yield Outcome(task[0], reason=f"could not be done by the cluster: {future.exception()}")


def _distributed() -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra, slow to import
    except ImportError as error:
        raise MissingError("--engine dask needs Dask: pip install 'govgraph[dask]'") from error
    return distributed


class _There:
    """A cluster that is somebody else's to end."""

    def __init__(self, scheduler: str) -> None:
        self.scheduler = scheduler

    def __enter__(self) -> str:
        return self.scheduler

    def __exit__(self, *_: object) -> None:
        return


def _cluster(distributed: Any, engine: Dask) -> Any:
    if engine.scheduler:
        return _There(engine.scheduler)
    return distributed.LocalCluster(
        n_workers=engine.workers or cores(), threads_per_worker=1, dashboard_address=None, silence_logs=40
    )
