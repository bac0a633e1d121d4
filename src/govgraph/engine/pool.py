"""Work in processes of our own, supervised: a worker that dies, hangs or eats memory costs one item.

Each worker has a few items at a time and answers one by one, so it is known which item it had in hand. That item is
tried once more at the end, when nothing else runs; if it fails again it is quarantined: an outcome with a reason. The
items behind it go to other workers. Whoever kills this process ends the workers too.

A pool of the standard library loses the job with one worker, or waits for ever (measured), and forks or starts again
the program that it is in; here workers are forked from a process that was started for that alone
(:mod:`govgraph.engine.nursery`). To start it and to load what is needed takes longer than many a map, so a pool that is
opened keeps it for all maps until it is closed.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Self

from govgraph.engine import In, Out, Outcome
from govgraph.engine.nursery import FORK, OUT_OF_MEMORY, PREPARE, REAP
from govgraph.errors import GovGraphError

CHUNK = 16  # items that a worker is given at most: enough that it never waits; fewer at the end, that all end together


class EngineError(GovGraphError):
    """Workers could not be started."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Pool:
    """The engine of several processes on one machine."""

    workers: int
    seconds: Callable[[Any], float] = lambda _: 60.0  # that an item, or a part of it, may take
    memory: int = 1 << 30  # bytes that a worker may need beyond what all share
    nursery: _Nursery | None = field(default=None, compare=False, repr=False)  # of a pool that is open

    @contextmanager
    def open(self, first: Callable[[Any], Any]) -> Iterator[Pool]:
        """The same pool for several maps: what workers are forked from is started now, and once."""
        if self.nursery:
            yield self
            return
        with _Nursery() as nursery:
            nursery.begin(first, self.memory)
            yield replace(self, nursery=nursery)

    def map(self, function: Callable[[In], Out], items: Sequence[In]) -> Iterator[Outcome[In, Out]]:
        """Apply the function to each item; outcomes as they are ready."""
        if not items:
            return
        with nullcontext(self.nursery) if self.nursery else _Nursery() as nursery:
            nursery.prepare(function, self.memory)
            suspects: list[In] = []
            for done in self._round(nursery, deque(items), min(self.workers, len(items))):
                if isinstance(done, _Lost):
                    suspects.append(done.item)
                else:
                    yield done
            for item in suspects:
                for done in self._round(nursery, deque([item]), 1):
                    yield Outcome(item, reason=f"{done.cause}, twice: not read") if isinstance(done, _Lost) else done

    def _round(self, nursery: _Nursery, waiting: deque[Any], workers: int) -> Iterator[Outcome[Any, Any] | _Lost]:
        """All items that wait, each tried once."""
        busy: dict[Connection, _Worker] = {}
        try:
            while waiting or busy:
                while waiting and len(busy) < workers:
                    worker = nursery.fork(self.seconds)
                    busy[worker.channel] = worker
                    worker.give(waiting, workers, 1)  # all begin before one has more
                for worker in busy.values():
                    if len(worker.items) < 2:
                        worker.give(waiting, workers)
                for worker in _ready(busy):
                    yield from self._heard(nursery, worker, waiting, workers)
                    if not worker.items:
                        worker.channel.close()
                        del busy[worker.channel]
        finally:
            for worker in busy.values():
                worker.stop()

    def _heard(
        self, nursery: _Nursery, worker: _Worker, waiting: deque[Any], workers: int
    ) -> Iterator[Outcome[Any, Any] | _Lost]:
        """What a worker has said; of one that is lost the item in its hands, and the others back to where they were."""
        late = not worker.channel.poll()
        lost, said = late, (None, "")
        try:
            said = (None, "") if late else worker.channel.recv()
        except (EOFError, OSError):
            lost = True
        if lost:
            worker.stop()
            code = nursery.bury(worker)
            item, *rest = worker.items
            worker.items.clear()
            waiting.extendleft(reversed(rest))
            yield _Lost(item, f"takes longer than {worker.allowed:.0f} s" if late else _cause(code, self.memory))
        else:
            done = [worker.items.popleft()] if said is not None else []
            if len(worker.items) < 2:  # the next chunk is there before it is needed
                worker.give(waiting, workers)
            worker.begin()
            yield from (Outcome(item, value, reason) for item in done for value, reason in (said,))


@dataclass(frozen=True)
class _Lost:
    """An item whose worker is no more, and why."""

    item: Any
    cause: str


@dataclass
class _Worker:
    """One process, what it has to do, and until when the first of that may take."""

    pid: int
    channel: Connection
    seconds: Callable[[Any], float]
    items: deque[Any] = field(default_factory=deque)
    allowed: float = 0.0
    until: float = 0.0

    def give(self, waiting: deque[Any], workers: int, most: int = CHUNK) -> None:
        """More to do, where there is more: a part of what waits for so many workers."""
        size = max(1, min(most, len(waiting) // (4 * workers)))
        chunk = [waiting.popleft() for _ in range(min(size, len(waiting)))]
        if chunk:
            with suppress(OSError):  # it is dead, and will be found to be
                self.channel.send(chunk)
            idle = not self.items
            self.items.extend(chunk)
            if idle:
                self.begin()

    def begin(self) -> None:
        """The time of the first item begins."""
        if self.items:
            self.allowed = self.seconds(self.items[0])
            self.until = time.monotonic() + self.allowed

    def stop(self) -> None:
        """End it, now; its number is not given to others before it is buried."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.channel.close()


class _Nursery:
    """The process that workers are forked from."""

    def __init__(self) -> None:
        """Start it; nothing in the folder that we are in may pass for a module."""
        self.control, end = socket.socketpair()
        self.channel, self.busy = Connection(os.dup(self.control.fileno())), False
        places = [str(Path(place).resolve()) for place in sys.path if place]
        places.append(str(Path(__file__).resolve().parents[2]))
        options = ["-P", "-X", f"utf8={sys.flags.utf8_mode}"]
        self.process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, *options, "-m", "govgraph.engine.nursery", str(end.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # what a library prints is no answer
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys(places))},
            pass_fds=[end.fileno()],
            start_new_session=True,  # Ctrl-C is for us
        )
        end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def begin(self, function: Callable[[Any], Any], memory: int) -> None:
        """Have it load what a function needs, while we do other things."""
        try:
            self.control.sendall(PREPARE)
            self.channel.send((function, memory))
        except OSError:  # it is dead, and will be found to be
            return
        self.busy = True

    def prepare(self, function: Callable[[Any], Any], memory: int) -> None:
        """Have it load what a function needs; the workers that it forks from now on apply that."""
        if self.busy:
            self._begun()
        self.begin(function, memory)
        self._begun()

    def _begun(self) -> None:
        try:
            fault = self.channel.recv()
        except (EOFError, OSError):
            fault = f"they end at once (exit {self.process.wait()})"
        self.busy = False
        if fault:
            raise EngineError(f"workers cannot be started: {fault}")

    def fork(self, seconds: Callable[[Any], float]) -> _Worker:
        """A new worker."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            socket.send_fds(self.control, [FORK], [theirs.fileno()])
            return _Worker(self._number(), Connection(ours.detach()), seconds)

    def bury(self, worker: _Worker) -> int:
        """How a worker ended that was stopped."""
        self.control.sendall(REAP + worker.pid.to_bytes(8, "big"))
        return os.waitstatus_to_exitcode(self._number())

    def _number(self) -> int:
        told = self.control.recv(8)
        if not told:
            raise EngineError("the process that starts workers was killed: build again")
        return int.from_bytes(told, "big")

    def stop(self) -> None:
        """End it and all its workers."""
        self.channel.close()
        self.control.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _ready(busy: dict[Connection, _Worker]) -> list[_Worker]:
    """The workers that have said something, or else those whose time is over."""
    first = min(worker.until for worker in busy.values())
    heard = wait(list(busy), max(0.0, first - time.monotonic()))
    if heard:
        return [worker for channel, worker in busy.items() if channel in heard]
    return [worker for worker in busy.values() if worker.until <= time.monotonic()]


def _cause(code: int, memory: int) -> str:
    """What a worker died of, in words."""
    if code == OUT_OF_MEMORY:
        return f"needs more than {memory >> 20} MiB of memory"
    return f"ended its reader ({signal.Signals(-code).name if code < 0 else f'exit {code}'})"
