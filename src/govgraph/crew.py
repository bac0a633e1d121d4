"""Publishing by all workers: facts that are many are told in shares, grouped by subject, and written in ranges.

    facts ─shares→ lines ═group by subject→ pieces ─put together→ graph.ttl ─stretches→ read back
          └ tables, view, report and exports are written beside

The bytes are those of one process (:mod:`govgraph.publish.graph`). What is said of a document is sorted, checked,
written and read back by workers; the process that builds puts pieces behind each other, and judges what they have seen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, is_dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from govgraph.engine import Engine
from govgraph.engine.group import Spread, grouped, whole
from govgraph.model import Facts
from govgraph.publish import dataset, formats, pieces, telling
from govgraph.publish.graph import Tally, Told
from govgraph.publish.iris import Iris
from govgraph.publish.reading import reread
from govgraph.publish.shapes import Watch
from govgraph.publish.shards import Shards
from govgraph.shelf import Room

SHARE, SHARES = 1 << 20, 200  # bytes of facts that one worker tells at a time, or so many shares of all
RANGE, LEAST, MOST = 1 << 22, 4, 48  # bytes of facts for each part of a heavy folder; how few and how many parts
WEEK, PLENTY = 7 * 86_400.0, 1 << 36  # no limit: this is our own work, of which no document is the master
Chore = Callable[[Facts], object]


@dataclass(frozen=True)
class Frame:
    """What a graph needs beside its facts."""

    folder: Path
    base: str
    about: dataset.About
    labels: dict[str, tuple[str, str]]
    forms: tuple[str, ...] = ()  # beside Turtle
    second: bool = False  # ask a second reader
    shards: Shards | None = None  # where workers leave ranges for other machines


@dataclass(frozen=True)
class Closing:
    """The last of the work: a stretch is read back, or another format is written."""

    frame: Frame
    piecer: pieces.Piecer
    ending: tuple[Told, ...]

    def __call__(self, item: pieces.Part | str) -> None:
        """Do one piece of it."""
        if isinstance(item, pieces.Part):
            pieces.reread(item, self.frame.base)
        else:
            formats.write_form(
                item, self.frame.folder, chain(self.piecer.blocks(), self.ending), self.frame.base, self.frame.second
            )


def publish(
    engine: Engine, facts: Facts, frame: Frame, watch: Watch, room: Room, chores: Sequence[Chore]
) -> tuple[int, list[Any]]:
    """Write the graph, and do the chores meanwhile; the number of triples, and what the chores return.

    Of the chores the first is light: what memory holds travels to no worker for it.
    """
    engine, folder = unlimited(engine), room.folder / "ranges"
    folder.mkdir()
    if frame.shards:
        frame.shards.begin()
    apart = getattr(engine, "apart", False)
    if apart:  # values stay where all see them, and chores, which would travel, are done here
        facts = telling.spilled(facts, room)
    size = telling.size(facts)
    iris = Iris.of(frame.base, facts.documents)
    piecer = pieces.Piecer(folder, frame.base, bool(frame.forms), frame.shards)
    bounds = telling.bounds(frame.base, min(max(LEAST, size // RANGE), MOST))
    spread = Spread(telling.Teller(frame.base, iris.documents, telling.called(facts.things)), bounds, folder)
    shares = telling.many(facts, max(SHARE, size // SHARES))
    work = [partial(chore, facts) for chore in chores]
    here = len(work) if apart else int(isinstance(facts.claims, tuple))
    written, done = grouped(engine, spread, shares, piecer, telling.few(facts), work[here:], work[:here])
    done = [*done[len(work) - here :], *done[: len(work) - here]]
    tally = Tally()
    for piece in written:
        tally.add(piece.tally)
        watch.add(piece.seen)
    ending = tuple(watch.over(tally.ending(frame.about, iris, frame.labels)))
    path = frame.folder / "graph.ttl"
    parts = pieces.put_together(path, written, ending, frame.base)
    rest: list[pieces.Part | str] = [*frame.forms, *parts]
    for each in engine.map(Closing(frame, piecer, ending), rest):
        whole(each)
    triples = sum(part.triples for part in parts)
    if frame.shards:
        deque(frame.shards.over(len(written), ending), maxlen=0)
        frame.shards.end(triples)
    if frame.second:
        reread(path, "ttl", triples, True)
    return triples, done


def unlimited(engine: Engine) -> Engine:
    """The engine without the limits that a document has."""
    limited = is_dataclass(engine) and hasattr(engine, "seconds")
    return replace(engine, seconds=_long, memory=PLENTY) if limited else engine  # type: ignore[type-var]


def _long(_: object) -> float:
    return WEEK
