"""Work on a Spark cluster, where an institution has one: each partition is a task.

Spark does a task again whose executor is lost. It needs the extra ``spark``, Java, and the same version of govgraph on
all machines. Outcomes come when the partition that they are in is done, in the order of the items.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from govgraph.engine import In, Out, Outcome
from govgraph.engine.pool import cores
from govgraph.engine.tasks import MissingError, Task, chunks


@dataclass(frozen=True)
class Spark:
    """The engine of a Spark cluster."""

    apart: ClassVar[bool] = True  # its workers see shared folders, and bring home names alone
    scheduler: str = ""  # spark://…, yarn, k8s://…; empty: this machine
    workers: int = 0  # threads of Spark on this machine
    seconds: Callable[[Any], float] = lambda _: 60.0
    memory: int = 1 << 30

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item."""
        session = _session(self.scheduler, self.workers or cores())
        try:
            context = session.sparkContext
            tasks = chunks(items, context.defaultParallelism)
            rows = context.parallelize(tasks, len(tasks) or 1).map(Task(function, self.seconds, self.memory))
            for done in rows.toLocalIterator(prefetchPartitions=True):
                yield from done
        finally:
            session.stop()


def _session(scheduler: str, workers: int) -> Any:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, slow to import
    except ImportError as error:
        raise MissingError("--engine spark needs PySpark: pip install 'govgraph[spark]'") from error
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    if not scheduler:
        os.environ["PYSPARK_PYTHON"] = sys.executable  # Spark asks for it nowhere else
    builder = SparkSession.builder.master(scheduler or f"local[{workers}]").appName("govgraph")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
