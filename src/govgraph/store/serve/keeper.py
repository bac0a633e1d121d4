"""The keeper: opens the store, gives up the network, and forks a child for each question that the server hands it.

    python -m govgraph.store.serve.keeper FD STORE BASE NO_FILES

Each question comes with a socket of its own. The server closes that socket when it wants no more, and the child is
killed; the child ends, and the server sees the end of its answer. The keeper itself never reads a question.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import sys

import pyoxigraph

from govgraph.store.serve import confine
from govgraph.store.serve.answer import answer


class Keeper:
    """The children that run, by the socket of their question."""

    def __init__(self, control: socket.socket, store: pyoxigraph.Store, base: str, *, no_files: bool) -> None:
        self.control, self.store, self.base, self.no_files = control, store, base, no_files
        self.children: dict[int, int] = {}
        self.wake, self.alarm = os.pipe()
        os.set_blocking(self.wake, False)
        os.set_blocking(self.alarm, False)
        self.nowhere = os.open(os.devnull, os.O_WRONLY)
        self.poll = select.poll()

    def run(self) -> None:
        """Until the server has gone."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.alarm, warn_on_full_buffer=False)
        self.poll.register(self.control, select.POLLIN)
        self.poll.register(self.wake, select.POLLIN)
        while True:
            for handle, _ in self.poll.poll():
                if handle == self.wake:
                    self.reap()
                elif handle != self.control.fileno():
                    self.stop(handle)
                elif not self.start():
                    return

    def start(self) -> bool:
        """Fork a child for the next question; False where the server has gone."""
        data, handles, _, _ = socket.recv_fds(self.control, 1, 1)
        if not data:
            for handle in tuple(self.children):
                self.stop(handle)
            return False
        for handle in handles:
            child = os.fork()
            if not child:
                self.become_child(handle)
            self.children[handle] = child
            self.poll.register(handle, 0)  # its end alone is of interest
        return True

    def stop(self, handle: int) -> None:
        """Kill the child whose question nobody waits for; until it is reaped its number is its own."""
        with contextlib.suppress(KeyError):
            self.poll.unregister(handle)
        if handle in self.children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.children[handle], signal.SIGKILL)

    def reap(self) -> None:
        """Close the questions of all children that have ended."""
        with contextlib.suppress(BlockingIOError):
            os.read(self.wake, 4096)
        with contextlib.suppress(ChildProcessError):
            while True:
                child, _ = os.waitpid(-1, os.WNOHANG)
                if not child:
                    return
                handle = next(handle for handle, known in self.children.items() if known == child)
                del self.children[handle]
                with contextlib.suppress(KeyError):
                    self.poll.unregister(handle)
                os.close(handle)

    def become_child(self, handle: int) -> None:
        """Answer one question and end, whatever happens."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(self.nowhere, 2)  # a broken store prints where it broke
            for other in (*self.children, self.wake, self.alarm):
                os.close(other)
            self.control.close()
            with socket.socket(fileno=handle) as ours:
                answer(ours, self.store, self.base, no_files=self.no_files)
            status = 0
        finally:
            os._exit(status)


def main(handle: str, store: str, base: str, no_files: str) -> None:
    """Open the store, then close the door."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # the server ends us by going
    with socket.socket(fileno=int(handle)) as control:
        opened = pyoxigraph.Store.read_only(store)
        gc.freeze()
        filtered = confine.without_network()
        control.send(b"f" if filtered else b"n")
        Keeper(control, opened, base, no_files=no_files == "1" or not filtered).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
