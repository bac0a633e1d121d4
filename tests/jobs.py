"""Work for engines: what items may do to the process that has them in hand."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.engine import alive
from govgraph.extraction import Read, Reader
from govgraph.start import File


def harm(item: str) -> str:
    """Do what the item says, and return it if there is still someone to return it."""
    match item.split():
        case ["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["abort"]:
            os.abort()
        case ["exit"]:
            os._exit(3)
        case ["hang"]:
            time.sleep(60)
        case ["memory"]:
            return str(len(bytearray(8 << 30)))
        case ["raise"]:
            raise ValueError("nothing to be done")
        case ["once", mark] if not Path(mark).exists():
            Path(mark).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case ["long", seconds]:
            for _ in range(10):
                time.sleep(float(seconds) / 10)
                alive()
        case ["worker"]:
            return str(os.getpid())
        case ["nursery"]:
            return str(os.getppid())
    return item


@dataclass(frozen=True)
class Slow:
    """An item that travels only when other items have been begun, each with a mark in a folder."""

    folder: Path
    others: int = 0

    def __reduce__(self) -> tuple[type[Slow], tuple[Path, int]]:
        until = time.monotonic() + 20
        while len(list(self.folder.iterdir())) < self.others:
            assert time.monotonic() < until, "the others have not begun"
            time.sleep(0.01)
        return Slow, (self.folder, self.others)


def begun(item: Slow) -> int:
    """Leave a mark."""
    (item.folder / f"{os.getpid()}").touch()
    return item.others


@dataclass(frozen=True)
class Poisoned:
    """A reader that some names kill."""

    reader: Reader
    names: frozenset[str]
    marks: Path | None = None  # where it is noted that a name has killed once, if once is enough

    def __call__(self, file: File) -> Read:
        mark = self.marks / file[1].replace("/", "_") if self.marks else None
        if file[1] in self.names and not (mark and mark.exists()):
            if mark:
                mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self.reader(file)

    def prepare(self) -> None:
        self.reader.prepare()


@dataclass(frozen=True)
class Harming:
    """A reader to which some names do harm, each of its kind."""

    reader: Reader
    harms: Mapping[str, str]

    def __call__(self, file: File) -> Read:
        harm(self.harms.get(file[1], ""))
        return self.reader(file)

    def prepare(self) -> None:
        self.reader.prepare()


@dataclass(frozen=True)
class Prepared:
    """Counts how often it was prepared, in the process that did it."""

    seen: list[int] = field(default_factory=list)

    def __call__(self, item: int) -> tuple[int, ...]:
        return tuple(self.seen)

    def prepare(self) -> None:
        self.seen.append(os.getpid())


@dataclass(frozen=True)
class Unprepared:
    """Cannot be prepared."""

    __call__: Callable[[int], int] = abs

    def prepare(self) -> None:
        raise ValueError("the words are missing")
