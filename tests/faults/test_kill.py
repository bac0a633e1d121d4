"""A build that is killed, at any moment or change of the file system: the old version or the new, never torn."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.faults import builds
from tests.faults.builds import Fault
from tests.test_pipeline import digest

KILLS = int(os.environ.get("GOVGRAPH_CRASHES", "6"))  # of each of the two kinds; the full number is 200: make faults


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return builds.written(tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="module")
def whole(documents: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What the two states of the documents are as graphs."""
    folder = tmp_path_factory.mktemp("whole")
    for number, each in enumerate(documents):
        assert builds.built(each, folder / str(number))[0] == 0
    found = [digest(folder / str(number)) for number in range(len(documents))]
    assert found[0] != found[1]
    return found


def test_killed_at_any_moment(documents: tuple[Path, ...], whole: list[dict[str, str]], tmp_path: Path) -> None:
    out, chance, killed = tmp_path / "out", random.Random(9), 0
    for folder in documents:  # what is made once is made before a build is timed
        assert builds.built(folder, out)[0] == 0
    before = time.monotonic()
    assert builds.built(documents[0], out)[0] == 0
    usual = time.monotonic() - before
    for number in range(KILLS):
        process = builds.start(documents[number % 2], out)
        time.sleep(chance.uniform(0, usual))
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        assert digest(out) in whole, number
    assert killed > KILLS // 3, "most builds were still running"
    _goes_on(documents, whole, out)


def test_killed_at_each_change_of_the_file_system(
    documents: tuple[Path, ...], whole: list[dict[str, str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert builds.built(documents[0], out)[0] == 0
    code, changes = builds.built(documents[1], out)
    assert code == 0
    assert isinstance(changes, int)
    assert changes > 20
    every = range(1, changes + 1)
    chosen = every if changes <= KILLS else sorted(random.Random(9).sample(every, KILLS))
    for at in chosen:
        for number in (0, 1):
            code, _ = builds.built(documents[number], out, Fault(at))
            assert code in (-signal.SIGKILL, 0), at  # 0: this time there were fewer changes
            assert digest(out) in whole, at
    _goes_on(documents, whole, out)


def test_a_first_build_that_is_killed_leaves_nothing_that_is_read(
    documents: tuple[Path, ...], whole: list[dict[str, str]], tmp_path: Path
) -> None:
    _, changes = builds.built(documents[0], tmp_path / "counted")
    assert isinstance(changes, int)
    for at in sorted(random.Random(4).sample(range(1, changes + 1), min(KILLS, changes))):
        out = tmp_path / str(at)
        assert builds.built(documents[0], out, Fault(at))[0] == -signal.SIGKILL
        seen = [path for path in out.glob("*") if path.name != ".govgraph" and path.exists()] if out.exists() else []
        assert not seen or digest(out) == whole[0], at
        assert builds.built(documents[0], out)[0] == 0
        assert digest(out) == whole[0]


def _goes_on(documents: tuple[Path, ...], whole: list[dict[str, str]], out: Path) -> None:
    """The next builds are as ever, and nothing of the killed ones is left."""
    for number in (0, 1):
        assert builds.built(documents[number], out)[0] == 0
        assert digest(out) == whole[number]
    assert builds.left_over(out) == []
