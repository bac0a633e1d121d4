"""The server itself: uvicorn, with the patience and the sizes that strangers get."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from govgraph.errors import InputError
from govgraph.store.serve.app import application
from govgraph.store.serve.clerk import Clerk
from govgraph.store.serve.options import Options
from govgraph.store.serve.snapshot import Snapshot

PATIENCE = 15.0  # seconds for the head of a request, and for the body after it


class Impatient(H11Protocol):
    """Closes what is opened and not used: a request that does not come whole in time."""

    timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self.timer = self.loop.call_later(PATIENCE, self._give_up)

    def _give_up(self) -> None:
        if self.cycle is None:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        if self.timer:
            self.timer.cancel()
        super().connection_lost(exc)


def bound(host: str, port: int) -> socket.socket:
    """A listening socket; taken before anything is loaded, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host.strip("[]"), port))
    except OSError as error:
        listening.close()
        raise InputError(f"cannot listen on {host}:{port}: {error.strerror or error}; choose another --port") from error
    return listening


def serve(snapshot: Snapshot, options: Options, listening: socket.socket) -> None:
    """Answer until interrupted."""
    config = uvicorn.Config(
        application(Clerk(snapshot, options.limits), options),
        http=Impatient,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=1000,
        backlog=1024,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=3 * options.limits.text + (16 << 10),
    )
    uvicorn.Server(config).run(sockets=[listening])
