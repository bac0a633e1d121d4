"""A disk that is full, broken or takes no large file: a clear error and a whole version; with room again it goes on."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import builds
from tests.faults.builds import Fault
from tests.test_pipeline import digest

SIZES = int(os.environ.get("GOVGRAPH_DISKS", "5"))  # of each kind; the full number is 50: make faults
PAGE = 4096
AMPLE = 64 << 20


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return builds.written(tmp_path_factory.mktemp("documents"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of our own."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        done = _mount("-t", "tmpfs", "-o", f"size={AMPLE}", "tmpfs", str(place))
    except OSError as error:
        pytest.skip(f"there is no mount: {error}")
    if done.returncode:
        pytest.skip(f"a small disk can be mounted by root only: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _mount(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)


def _room(disk: Path, free: int = 0) -> int:
    """Leave so much room on the disk, or, for 0, plenty; the bytes that are used."""
    status = os.statvfs(disk)
    used = (status.f_blocks - status.f_bfree) * status.f_frsize
    done = _mount("-o", f"remount,size={used + free if free else AMPLE}", str(disk))
    assert done.returncode == 0, done.stderr
    return used


def test_a_full_disk_leaves_the_old_version(documents: tuple[Path, ...], disk: Path) -> None:
    out, full = disk / "out", 0
    assert builds.built(documents[0], out)[0] == 0
    before, need = digest(out), 0
    used = _room(disk)
    assert builds.built(documents[1], out)[0] == 0
    need, after = _room(disk) - used, digest(out)
    states, now = {0: before, 1: after}, 1
    for number in range(SIZES):
        assert need > SIZES * PAGE
        _room(disk, PAGE + number * need // SIZES // PAGE * PAGE)
        code, told = builds.built(documents[1 - now], out)
        assert code in (0, 1), told
        now = now if code else 1 - now
        assert digest(out) == states[now], told
        if code:
            full += 1
            _clear(told)
            _room(disk)
            assert builds.built(documents[1 - now], out)[0] == 0
            now = 1 - now
            assert digest(out) == states[now]
            assert builds.left_over(out) == []
        _room(disk)
    assert full > SIZES // 2


def test_a_limit_of_the_size_of_files_leaves_the_old_version(documents: tuple[Path, ...], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert builds.built(documents[0], out)[0] == 0
    before = digest(out)
    largest = max(path.stat().st_size for path in (out / ".govgraph" / "current").resolve().rglob("*"))
    for number in range(SIZES):
        code, told = builds.built(documents[1], out, Fault(largest=largest * number // SIZES))
        assert code == 1, told
        _clear(told)
        assert digest(out) == before
    assert builds.built(documents[1], out)[0] == 0
    assert builds.left_over(out) == []


@pytest.mark.parametrize("error", [builds.FULL, builds.BROKEN], ids=["full", "broken"])
def test_an_error_at_any_change_of_the_file_system(documents: tuple[Path, ...], tmp_path: Path, error: int) -> None:
    out = tmp_path / "out"
    assert builds.built(documents[0], out)[0] == 0
    before = digest(out)
    code, changes = builds.built(documents[1], out)
    assert code == 0
    assert isinstance(changes, int)
    whole = (before, digest(out))
    for at in sorted(random.Random(error).sample(range(1, changes + 1), min(SIZES, changes))):
        for number in (0, 1):
            code, told = builds.built(documents[number], out, Fault(at, error))
            assert code in (0, 1), (at, told)  # 0: what could not be kept or removed costs no build
            if code:
                _clear(told)
            assert digest(out) in whole, at
    for number in (0, 1):
        assert builds.built(documents[number], out)[0] == 0
        assert digest(out) == whole[number]
    assert builds.left_over(out) == []


def _clear(told: object) -> None:
    """It says that it is the disk, and the way out."""
    assert isinstance(told, tuple)
    assert told[1] == "OutputError", told
    assert "--output" in told[2]
