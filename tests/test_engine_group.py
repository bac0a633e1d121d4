"""Group by key: ranges behind each other are what one process sorts, whatever becomes of workers."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from govgraph.engine import Engine
from govgraph.engine.group import Spread, grouped
from govgraph.engine.local import Local
from govgraph.engine.pool import EngineError, Pool

WORDS = ("c1 a1 b2", "b1 c1 a1", "", "b2 d9 a0")
BOUNDS = (b"b", b"c")
SORTED = [["a0", "a1"], ["b1", "b2"], ["c1", "d9"]]


@dataclass(frozen=True)
class Words:
    """Tells the words of a text; dies once if it is told to."""

    mark: Path | None = None

    def __call__(self, text: str) -> Iterator[bytes]:
        for word in text.split():
            yield f"{word}\n".encode()
            if self.mark and word == "c1" and not self.mark.exists():
                self.mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Failing:
    """Work that cannot be done."""

    error: Exception

    def __call__(self, *_: object) -> Iterator[bytes]:
        raise self.error


@dataclass(frozen=True)
class Lines:
    """Gives back the lines of a range; dies in the second one, once, if it is told to."""

    mark: Path | None = None

    def __call__(self, place: int, lines: Iterator[bytes]) -> list[str]:
        found = [line.decode().strip() for line in lines]
        if self.mark and place == 1 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return found


def number() -> int:
    return 7


@pytest.mark.parametrize("engine", [Local(), Pool(2)], ids=["local", "pool"])
def test_ranges_are_what_one_process_sorts(engine: Engine, tmp_path: Path) -> None:
    done = grouped(engine, Spread(Words(), BOUNDS, tmp_path), WORDS[1:], Lines(), WORDS[:1], [number, number])
    assert done == (SORTED, [7, 7])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [WORDS, ()], ids=["some", "none"])
def test_work_is_done_in_this_process_once_whatever_there_is_to_tell(words: tuple[str, ...], tmp_path: Path) -> None:
    spread = Spread(Words(), BOUNDS, tmp_path)
    assert grouped(Pool(2), spread, words, Lines(), beside=[number], meanwhile=[os.getpid])[1] == [7, os.getpid()]


def test_killed_workers_change_nothing(tmp_path: Path) -> None:
    (folder := tmp_path / "runs").mkdir()
    spread = Spread(Words(tmp_path / "one"), BOUNDS, folder)
    assert grouped(Pool(2), spread, WORDS, Lines(tmp_path / "two"))[0] == SORTED
    assert (tmp_path / "one").exists()
    assert (tmp_path / "two").exists()


@pytest.mark.parametrize(
    ("fault", "error"), [(ValueError("no"), EngineError), (OSError(errno.ENOSPC, "full"), OSError)]
)
@pytest.mark.parametrize("merging", [False, True])
def test_a_part_that_cannot_be_done_ends_all(fault: Exception, error: type, merging: bool, tmp_path: Path) -> None:
    tell: Callable[..., Iterator[bytes]] = Words() if merging else Failing(fault)
    merge: Callable[..., object] = Failing(fault) if merging else Lines()
    with pytest.raises(error, match=r"no|full"):
        grouped(Local(), Spread(tell, BOUNDS, tmp_path), WORDS, merge)
