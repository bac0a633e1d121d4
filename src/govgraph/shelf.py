"""Sequences that may be larger than memory: few values stay where they are, many go to disk, sorted.

A :class:`Sorter` takes values in any order. While there are few it keeps them; else it writes runs, each sorted, and at
the end merges them into one file, so that memory holds one run and never all values. What comes out is a tuple or a
:class:`Shelf`, which can be read from the beginning as often as one likes, and sent to another process. A :class:`Log`
keeps values in the order in which they came.

Files are lines of JSON in a folder that belongs to one build and goes with it; nothing in them can run.
"""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from govgraph import codec

Value = TypeVar("Value")

FEW = 40_000  # values that stay in memory, and the length of a run
LARGE = 150  # values that one of a log, which holds many, counts for


@dataclass(frozen=True, slots=True)
class Room:
    """Where there is place on a disk, and how many values of a kind stay in memory."""

    folder: Path
    few: int = FEW

    def file(self) -> Path:
        """A new, empty file."""
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".jsonl")
        os.close(handle)
        return Path(name)


@dataclass(frozen=True, slots=True)
class Shelf(Sequence[Value]):
    """Values of one kind in a file."""

    path: Path
    kind: Any
    size: int

    def __iter__(self) -> Iterator[Value]:
        return _read(self.path, self.kind)

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        """One value or a stretch of them, read from the beginning."""
        if isinstance(index, slice):
            return tuple(islice(self, *index.indices(self.size)))
        for value in islice(self, range(self.size)[index], None):
            return value
        raise IndexError(index)

    def stretches(self, size: int) -> Iterator[Stretch[Value]]:
        """The whole of it in stretches of about so many bytes."""
        begin, end = 0, self.path.stat().st_size
        with self.path.open("rb") as file:
            while begin < end:
                file.seek(begin + size)
                file.readline()
                stop = min(file.tell(), end)
                yield Stretch(self.path, self.kind, begin, stop)
                begin = stop


class Sorter(Generic[Value]):
    """Sorts values of one kind and drops those that are equal; without a room, all in memory.

    A key must tell apart all that differ: equal values are looked for among neighbours alone.
    """

    def __init__(self, room: Room | None, kind: Any, key: Callable[[Value], Any] | None = None) -> None:
        self.room, self.kind, self.key = room, kind, key
        self.values: list[Value] = []  # what comes from one document is in order: that is sorted soon
        self.runs: list[Path] = []

    def add(self, values: Iterable[Value]) -> None:
        """Take some more."""
        self.values.extend(values)
        if self.room and len(self.values) > self.room.few:
            self._flush(self.room)

    def _flush(self, room: Room) -> None:
        self.runs.append(room.file())
        _write(self.runs[-1], self._in_order())
        self.values = []

    def _in_order(self) -> Iterator[Value]:
        """Those in memory, each once; to compare neighbours is cheaper than a hash of each."""
        ordered = sorted(self.values, key=self.key)  # type: ignore[type-var, arg-type]
        return (value for value, _ in groupby(ordered))

    def done(self) -> Sequence[Value]:
        """All of them, sorted."""
        if not self.room or not self.runs:
            return tuple(self._in_order())
        return kept(self.merged(), self.room, self.kind)

    def merged(self) -> Iterator[Value]:
        """All of them, sorted, once; the runs go while they are read."""
        if self.room and self.runs and self.values:
            self._flush(self.room)
        if not self.runs:
            yield from self.done()
            return
        last: object = self
        for value in heapq.merge(*(_read(run, self.kind) for run in self.runs), key=self.key):
            if value != last:
                yield value
            last = value
        for run in self.runs:
            run.unlink(missing_ok=True)


class Log(Generic[Value]):
    """Values in the order in which they came; many of them on disk."""

    def __init__(self, room: Room | None, kind: Any) -> None:
        self.room, self.kind = room, kind
        self.values: list[Value] = []
        self.path: Path | None = None

    def add(self, value: Value) -> None:
        """Take one more."""
        self.values.append(value)
        if self.room and len(self.values) * LARGE > self.room.few:
            self.path = self.path or self.room.file()
            _write(self.path, self.values)
            self.values = []

    def __iter__(self) -> Iterator[Value]:
        if self.path:
            yield from _read(self.path, self.kind)
        yield from self.values


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Value]):
    """Some values of a shelf that stand side by side: whole lines from one byte to another."""

    path: Path
    kind: Any
    begin: int
    end: int

    def __iter__(self) -> Iterator[Value]:
        return _read(self.path, self.kind, self.begin, self.end)


def on_disk(values: Sequence[Value], room: Room, kind: Any) -> Shelf[Value]:
    """A sequence as a shelf, few or many."""
    if isinstance(values, Shelf):
        return values
    path = room.file()
    return Shelf(path, kind, _write(path, values))


def kept(values: Iterable[Value], room: Room | None, kind: Any) -> Sequence[Value]:
    """Values as they come: a tuple of few, a shelf of many."""
    if room is None:
        return tuple(values)
    rest = iter(values)
    first = list(islice(rest, room.few + 1))
    if len(first) <= room.few:
        return tuple(first)
    path = room.file()
    count = _write(path, first)
    del first
    return Shelf(path, kind, count + _write(path, rest))


def _write(path: Path, values: Iterable[object]) -> int:
    count = 0
    with path.open("ab") as file:
        for value in values:
            file.write(codec.encode(value) + b"\n")
            count += 1
    return count


def _read(path: Path, kind: Any, begin: int = 0, end: int | None = None) -> Iterator[Any]:
    read = codec.reader(kind)
    with path.open("rb") as file:
        file.seek(begin)
        for line in file:
            if end is not None and begin >= end:
                return
            begin += len(line)
            yield read(line)
