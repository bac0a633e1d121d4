"""The server's side of the keeper: hands over questions, a few at a time, and gives up on time.

A *lane* is a number of questions that run and a number that wait. Queries of strangers have one, pages another, so that
slow queries do not keep people from reading.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from govgraph.store.serve import frames
from govgraph.store.serve.desk import Desk
from govgraph.store.serve.options import Limits
from govgraph.store.serve.snapshot import Snapshot


class BusyError(Exception):
    """More questions wait than may wait."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply with its whole body."""

    status: int
    type: str
    data: bytes
    cut: str = ""
    message: str = ""
    line: int = 0
    column: int = 0


class Lane:
    """So many questions at a time, so many behind them."""

    def __init__(self, running: int, waiting: int) -> None:
        self.places = asyncio.Semaphore(running)
        self.most = running + waiting
        self.count = 0

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place among those that run."""
        if self.count >= self.most:
            raise BusyError
        self.count += 1
        try:
            async with self.places:
                yield
        finally:
            self.count -= 1


class Clerk:
    """Answers from one state of a graph, which may be exchanged for a newer one."""

    def __init__(self, snapshot: Snapshot, limits: Limits) -> None:
        self.desk, self.limits = Desk(snapshot), limits
        self.queries = Lane(limits.running, limits.waiting)
        self.reading = Lane(limits.running, 16 * limits.running + limits.waiting)

    @property
    def snapshot(self) -> Snapshot:
        """The state that is served now."""
        return self.desk.snapshot

    def start(self) -> None:
        """Be ready to answer."""
        self.desk.open()

    def close(self) -> None:
        """Let the keeper go, and with it every child."""
        self.desk.close()

    def take(self, desk: Desk) -> None:
        """Answer from another state from now on; what runs is finished where it began."""
        old, self.desk = self.desk, desk
        old.leave()

    async def ask(self, lane: Lane, question: dict[str, Any]) -> Answered:
        """The answer of a child, or that it took too long or broke."""
        async with lane.place():
            seconds, began = self.limits.seconds, time.monotonic()
            try:
                async with asyncio.timeout(seconds + 0.4):
                    async with self._child(question, seconds) as (head, pieces):
                        data = b"".join([piece async for piece in pieces])
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
                return _lost(seconds, late=time.monotonic() - began >= seconds)
            known = {name: head[name] for name in ("cut", "message", "line", "column") if name in head}
            return Answered(head["status"], head.get("type", "application/json"), data, **known)

    async def stream(self, lane: Lane, question: dict[str, Any]) -> AsyncIterator[bytes]:
        """A body as it comes; an answer that breaks off ends in ``ConnectionError``."""
        async with lane.place(), self._child(question, 4 * self.limits.seconds) as (_, pieces):
            try:
                async for piece in pieces:
                    yield piece
            except asyncio.IncompleteReadError as error:
                raise ConnectionResetError from error

    @asynccontextmanager
    async def _child(
        self, question: dict[str, Any], seconds: float
    ) -> AsyncIterator[tuple[dict[str, Any], AsyncIterator[bytes]]]:
        """A child for a question: the head of its reply and the pieces of its body; leaving kills it."""
        limits, desk = self.limits, self.desk
        bounds = {"seconds": seconds, "memory": limits.memory, "rows": limits.rows, "size": limits.size}
        with desk.used():
            reader, writer = await asyncio.open_unix_connection(sock=desk.hand_over())
            try:
                writer.write(frames.packed({**bounds, **question}))
                head = json.loads(await _frame(reader))
                yield head, _pieces(reader)
            finally:
                writer.close()


def _lost(seconds: float, *, late: bool) -> Answered:
    """What is said of a child that was killed or broke; the mark is for whoever reports it."""
    why = f"after {seconds:g} seconds" if late else "for the memory it took or for breaking the store"
    return Answered(503, "", b"", message=f"the query was stopped {why} ({secrets.token_hex(4)})")


async def _frame(reader: asyncio.StreamReader) -> bytes:
    length = frames.HEAD.unpack(await reader.readexactly(frames.HEAD.size))[0]
    return await reader.readexactly(length)


async def _pieces(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while piece := await _frame(reader):
        yield piece
