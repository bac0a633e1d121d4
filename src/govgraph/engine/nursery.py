"""The process that workers are forked from: it has loaded what they need, runs no thread, and never works itself.

It is started afresh (no fork of a process that may have threads), prepares a function once, and forks a worker each
time it is asked, so that a new worker costs milliseconds and shares what was loaded; for the next function it is the
same process. Function, items and results travel as Python writes objects between processes of one program; nothing of
that touches a disk. :mod:`govgraph.engine.pool` is the other end.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from govgraph import engine
from govgraph.engine.local import outcome

PREPARE, FORK, REAP = b"p", b"f", b"r"
OUT_OF_MEMORY = 77  # exit code of a worker that reached its limit


def main(control: int) -> None:
    """Prepare functions, fork and bury workers until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the user sees
    gc.set_threshold(500_000)  # what is loaded, and made of an item, are trees
    with socket.socket(fileno=control) as asked:
        _serve(asked, Connection(os.dup(control)))


def _serve(asked: socket.socket, channel: Connection) -> None:
    function, memory, workers = None, 0, set[int]()
    while True:
        order, ends, _, _ = socket.recv_fds(asked, 1, 1)
        if order == PREPARE:
            function = None  # the one before makes room
            function, memory = _prepared(channel)
        elif order == FORK and function:
            worker = os.fork()
            if not worker:
                asked.close()
                channel.close()
                _work(ends[0], function, memory)
            os.close(ends[0])
            workers.add(worker)
            asked.sendall(worker.to_bytes(8, "big"))
        elif order == REAP:
            worker = int.from_bytes(asked.recv(8, socket.MSG_WAITALL), "big")
            asked.sendall(os.waitpid(worker, 0)[1].to_bytes(8, "big"))
            workers.discard(worker)
        else:  # the end
            for worker in workers:
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            return


def _prepared(channel: Connection) -> tuple[Callable[[Any], Any] | None, int]:
    """The function that workers are to apply, with all that it needs; what fails is told to the other end."""
    try:
        function, memory = channel.recv()
        getattr(function, "prepare", lambda: None)()
    except Exception as error:  # noqa: BLE001 - the other end raises it
        channel.send(f"{type(error).__name__}: {error}")
        return None, 0
    channel.send("")
    gc.freeze()  # what was loaded stays shared with the workers; to look for cycles in it first would take a while
    return function, memory


def _work(end: int, function: Callable[[Any], Any], memory: int) -> None:
    """Answer chunks of items, item by item, until there are no more."""
    channel = Connection(end)
    engine.tell(lambda: channel.send(None))
    _limit(memory)
    try:
        while True:
            for item in channel.recv():
                done = outcome(function, item)
                channel.send((done.value, done.reason))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        os._exit(0)
    finally:
        os._exit(1)


def _limit(memory: int) -> None:
    """So many bytes more than what was loaded; some systems do not limit memory."""
    with suppress(OSError, ValueError):
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123
            loaded = int(told.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (loaded + memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
