"""Group by key on any engine that maps: workers sort what they tell by ranges of keys, then one merges each range.

What is told are lines of bytes that begin with their key. They stand in files of a folder that all workers see, each
written under another name first, so that a task that is done again (its worker was lost) changes nothing; between the
processes travel numbers and names. A range is a stretch of the order of bytes: put one behind the other, the merged
ranges are what one process would have sorted.
"""

from __future__ import annotations

import heapq
import os
import shutil
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from govgraph.engine import Engine, Outcome
from govgraph.engine.pool import EngineError

Tell = Callable[[Any], Iterable[bytes]]
Merge = Callable[[int, Iterator[bytes]], Any]  # number of the range, its lines in order, each once


@dataclass(frozen=True, slots=True)
class Broken:
    """A disk that did not take what a worker wrote."""

    number: int
    reason: str


@dataclass(frozen=True)
class Spread:
    """What a worker does with a numbered item: write its lines to one run for each range."""

    tell: Tell
    bounds: tuple[bytes, ...]  # what the first line of each range but the first is not below
    folder: Path

    def __call__(self, item: tuple[int, Any]) -> Any:
        """The number of lines; of other work, which has a number below zero, what it returns."""
        number, given = item
        return _safely(given if number < 0 else lambda: self._spread(number, given))

    def _spread(self, number: int, given: Any) -> int:
        lines = sorted(set(self.tell(given)))
        cuts = [0, *(bisect_left(lines, bound) for bound in self.bounds), len(lines)]
        for place, (begin, end) in enumerate(pairwise(cuts)):
            if begin < end:
                _write(self.folder / f"{place:05d}" / f"{number:06d}.run", lines[begin:end])
        return len(lines)


@dataclass(frozen=True)
class Gather:
    """What a worker does with a range: merge its runs."""

    merge: Merge
    folder: Path

    def __call__(self, place: int) -> Any:
        """What merging returns."""
        return _safely(lambda: self._gather(place))

    def _gather(self, place: int) -> Any:
        with ExitStack() as stack:
            runs = [stack.enter_context(run.open("rb")) for run in sorted((self.folder / f"{place:05d}").glob("*.run"))]
            return self.merge(place, _once(heapq.merge(*runs)))


def grouped(
    engine: Engine,
    spread: Spread,
    items: Iterable[Any],
    merge: Merge,
    near: Iterable[Any] = (),
    beside: Sequence[Callable[[], object]] = (),
    meanwhile: Sequence[Callable[[], object]] = (),
) -> tuple[list[Any], list[Any]]:
    """What merging returns for each range, in order; and what other work returns, ``beside`` and then ``meanwhile``.

    Items that are ``near`` are told in this process and do not travel. Nor does work to be done ``meanwhile``: it is
    light, and done in this process once all workers have something to do.
    """
    ranges = range(len(spread.bounds) + 1)
    for place in ranges:
        (spread.folder / f"{place:05d}").mkdir()
    here = [*enumerate(near)]
    for item in here:
        spread(item)
    told = engine.map(spread, [*((-1 - at, work) for at, work in enumerate(beside)), *enumerate(items, len(here))])
    aside, light, done_here = {}, iter(meanwhile), list[Any]()
    for each in told:
        aside[each.item[0]] = whole(each)
        done_here += [work() for work in light]
    done_here += [work() for work in light]
    merged = {}
    longest = sorted(ranges, key=partial(_size, spread.folder), reverse=True)
    for done in engine.map(Gather(merge, spread.folder), longest):
        merged[done.item] = whole(done)
        shutil.rmtree(spread.folder / f"{done.item:05d}")
    return [merged[place] for place in ranges], [*(aside[-1 - at] for at in range(len(beside))), *done_here]


def _size(folder: Path, place: int) -> int:
    """The bytes of a range: the longest work goes first, so that workers end together."""
    return sum(run.stat().st_size for run in (folder / f"{place:05d}").glob("*.run"))


def whole(done: Outcome[Any, Any]) -> Any:
    """The value of an outcome without which there is no result."""
    if done.reason:
        raise EngineError(f"a part of the work could not be done: {done.reason}")
    if isinstance(done.value, Broken):
        raise OSError(done.value.number, done.value.reason)
    return done.value


def _safely(work: Callable[[], Any]) -> Any:
    """What work returns; a broken disk is told as what it is, not as a fault of the work."""
    try:
        return work()
    except OSError as error:
        if error.errno is None:
            raise
        return Broken(error.errno, error.strerror or str(error))


def _write(path: Path, lines: Iterable[bytes]) -> None:
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with fresh.open("wb") as file:
        file.writelines(lines)
    fresh.replace(path)


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    last = b""
    for line in lines:
        if line != last:
            yield line
        last = line
