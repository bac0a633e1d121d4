"""A new build is served as soon as it is there: the graph file is watched, and what it became is loaded beside the old.

Until the new state is ready the old one answers; what runs on the old one is finished there. A file that is still being
written is left alone until it stands still, and one that cannot be read changes nothing: the log says why.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from govgraph.errors import GovGraphError
from govgraph.store.serve.clerk import Clerk
from govgraph.store.serve.desk import Desk
from govgraph.store.serve.snapshot import prepare, state

EVERY = 1.0  # seconds between two looks; a file counts as written when two of them see the same

_LOG = logging.getLogger("govgraph.serve")


async def follow(clerk: Clerk) -> None:
    """For ever, or until cancelled."""
    folder = clerk.snapshot.folder
    before = tried = clerk.snapshot.state
    while True:
        await asyncio.sleep(EVERY)
        now = await run_in_threadpool(state, folder)
        if now is not None and now == before and now != tried:
            tried = now
            await _renew(clerk, folder)
        before = now


async def _renew(clerk: Clerk, folder: Path) -> None:
    try:
        desk = await run_in_threadpool(_opened, folder)
    except (GovGraphError, OSError) as error:
        _LOG.warning("%s has changed and cannot be served, the state before it is: %s", folder, error)
        return
    clerk.take(desk)
    _LOG.warning("%s has changed: the new state is served", folder)


def _opened(folder: Path) -> Desk:
    desk = Desk(prepare(folder))
    desk.open()
    return desk
