"""One keeper at work for one snapshot of a graph, as the server sees it: it takes questions until it is let go.

A desk that is let go takes nothing new, finishes what it has, and then ends its keeper and removes the snapshot.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from govgraph.errors import OutputError
from govgraph.store.serve.snapshot import Snapshot


class Desk:
    """A keeper and the way to it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.keeper: subprocess.Popen[bytes] | None = None
        self.control: socket.socket | None = None
        self.busy, self.leaving = 0, False

    def open(self) -> None:
        """Start the keeper and wait until it has the store open and the network given up."""
        self.close()
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "govgraph.store.serve.keeper", str(theirs.fileno())]
        with theirs:
            self.keeper = subprocess.Popen(  # noqa: S603 - ourselves
                [*command, str(self.snapshot.store), self.snapshot.base, "0"],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        if not ours.recv(1):
            raise OutputError(f"the store {self.snapshot.store} cannot be opened: remove it and serve again")
        self.control = ours

    def close(self) -> None:
        """Let the keeper go, and with it every child."""
        if self.control:
            self.control.close()
        if self.keeper:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.keeper.wait(5)
        self.keeper = self.control = None

    @contextmanager
    def used(self) -> Iterator[None]:
        """As long as a question runs."""
        self.busy += 1
        try:
            yield
        finally:
            self.busy -= 1
            self._end()

    def leave(self) -> None:
        """Take nothing new; end when nothing runs."""
        self.leaving = True
        self._end()

    def _end(self) -> None:
        if self.leaving and not self.busy:
            asyncio.get_running_loop().run_in_executor(None, self._free)

    def _free(self) -> None:
        self.close()
        self.snapshot.discard()

    def hand_over(self) -> socket.socket:
        """Our end of a socket whose other end a new child has; a keeper that died is replaced once."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._send(theirs)
            except OSError:
                self.open()
                self._send(theirs)
        return ours

    def _send(self, theirs: socket.socket) -> None:
        if self.control is None:
            raise ConnectionResetError
        socket.send_fds(self.control, [b"q"], [theirs.fileno()])
