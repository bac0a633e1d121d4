"""The output folder: a new version beside the old one, checked, then switched by one rename.

    out/graph.ttl                      a link to .govgraph/current/graph.ttl, as for every published file
    out/.govgraph/current              a link to versions/0002: renaming a new link over it *is* the switch
    out/.govgraph/versions/0002/       the files themselves; the version before is kept until the next switch
    out/.govgraph/cache/               what each document yielded, for the next build (govgraph.cache)
    out/.govgraph/work-*/              what a build that runs cannot hold in memory
    out/.govgraph/lock                 held, by the operating system, as long as a build runs

Whatever kills a build, ``current`` names a whole version: the old one or the new one. Remains of a killed build are
swept when the next one begins. Files that govgraph did not write are never replaced.

It needs a file system with symbolic links, and does not try without.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from govgraph.errors import OutputError

STATE = ".govgraph"
WORK = "work-"
HOLDER_TRIES, HOLDER_WAIT = 50, 0.02  # how often, and how many seconds apart, the name of who is there is looked for
FRESH = ".new"  # a link that has not yet taken its place
DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
# What users read.
PUBLISHED = ("graph.ttl", "index.html", "tables", "sources", "report.html", "report.json", "manifest.json")


class OutputBusyError(OutputError):
    """Another build is writing to the folder."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h: try again later


@contextmanager
def reserved(folder: Path) -> Iterator[None]:
    """Hold the folder for one build; a lock whose process died is no lock."""
    state = folder / STATE
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = (state / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror}; choose another --output") from error
    with _told(folder), lock:
        _take(lock, folder)
        yield
        lock.truncate(0)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say of a disk that is full or broken whose it is; what is read tells its own faults."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK:
            raise
        raise OutputError(
            f"the disk of {folder} does not take the build ({error.strerror}); readers still have a whole version: "
            "make room and build again, or choose another --output"
        ) from error


def _take(lock: IO[str], folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = _holder(lock)
        raise OutputBusyError(f"{folder} is in use by {holder}: wait for it, or choose another --output") from None
    lock.truncate(0)
    lock.write(f"process {os.getpid()} on {socket.gethostname()}")
    lock.flush()


def _holder(lock: IO[str]) -> str:
    """Who has the lock; whoever took it this moment has not put down its name yet."""
    for _ in range(HOLDER_TRIES):
        lock.seek(0)
        if holder := lock.read().strip():
            return holder
        time.sleep(HOLDER_WAIT)
    return "another process"


@contextmanager
def workroom(folder: Path) -> Iterator[Path]:
    """A folder for what a build cannot hold in memory, gone when it ends."""
    state = folder / STATE
    for left in state.glob(f"{WORK}*"):  # of builds that were killed
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=WORK, dir=state) as place:
        yield Path(place)


def begin(folder: Path) -> Path:
    """Sweep what killed builds left and return an empty folder for the next version."""
    _refuse_foreign(folder)
    versions = folder / STATE / "versions"
    versions.mkdir(exist_ok=True)
    current = current_version(folder)
    newest = int(current.name) if current and current.name.isdigit() else 0
    for left in versions.iterdir():
        if not left.name.isdigit() or int(left.name) > newest:
            shutil.rmtree(left)
    for link in (*folder.glob(f"*{FRESH}"), *(folder / STATE).glob(f"*{FRESH}")):
        if link.is_symlink():
            link.unlink()
    version = versions / f"{newest + 1:04d}"
    version.mkdir()
    return version


def _refuse_foreign(folder: Path) -> None:
    """A folder that govgraph never wrote to keeps its own files."""
    if current_version(folder):
        return
    for name in PUBLISHED:
        path = folder / name
        if path.exists() and not path.is_symlink():
            raise OutputError(f"{path} was not written by govgraph: move it away, or choose another --output")


def current_version(folder: Path) -> Path | None:
    """The folder of the version that readers see, or None before the first build."""
    pointer = folder / STATE / "current"
    return pointer.resolve() if pointer.is_dir() else None


def version_before(version: Path) -> Path | None:
    """The version that a new one is to replace, or None where it is the first."""
    return current_version(version.parent.parent.parent)


def switch(folder: Path, version: Path) -> None:
    """Make a finished version the one that readers see."""
    _settle(version)
    before = current_version(folder)
    for path in sorted(version.iterdir()):
        _link(folder / path.name, Path(STATE) / "current" / path.name)
    _link(folder / STATE / "current", Path("versions") / version.name)
    _settle_folder(folder / STATE)
    _settle_folder(folder)
    _forget(folder, {version.name, before.name if before else ""})


def _settle(folder: Path) -> None:
    """Ask the disk to have the files of a version before anything points to them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _settle_folder(path)
    _settle_folder(folder)


def _settle_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _link(path: Path, target: Path) -> None:
    """Point a link somewhere else in one step."""
    if path.is_symlink() and path.readlink() == target:
        return
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)  # ours, but copied with its links followed
    fresh = path.with_name(f"{path.name}.{os.getpid()}{FRESH}")
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(target)
    except OSError as error:
        raise OutputError(
            f"{path.parent} cannot hold symbolic links ({error.strerror}): use another --output"
        ) from error
    fresh.replace(path)


def _forget(folder: Path, kept: set[str]) -> None:
    """Remove older versions, and links to files that the new version no longer has."""
    for version in (folder / STATE / "versions").iterdir():
        if version.name not in kept:
            shutil.rmtree(version)
    for path in folder.iterdir():
        if path.is_symlink() and not path.exists() and path.readlink().parts[:2] == (STATE, "current"):
            path.unlink()
