"""Builds in processes of their own, to be killed or to meet a full disk.

They are forked from a server that has built once, so that all is loaded and a build takes a moment.
"""

from __future__ import annotations

import errno
import multiprocessing
import os
import resource
import signal
import sys
import time
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from govgraph import pipeline
from govgraph.errors import GovGraphError
from govgraph.publish import output

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.faults.warm", "tests.faults.builds"])
CHANGES = ("os.rename", "os.symlink", "os.mkdir", "os.remove", "os.rmdir")
SAID = (
    "2024年3月5日，江阴市人民政府市长林知远出席“清水长流”行动推进会。\n江阴市水利局参加“清水长流”行动，选派1200名干部。",
    "2024年3月5日，江阴市人民政府市长白如练出席“护河育林”行动推进会。\n江阴市财政局参加“护河育林”行动，选派30名干部。",
)


@dataclass(frozen=True)
class Fault:
    """What happens to a build at its n-th change of the file system."""

    at: int = 0  # 0: nothing
    error: int = 0  # number of an error; 0: it is killed
    largest: int = -1  # bytes that a file may have


def written(folder: Path) -> tuple[Path, ...]:
    """The two states of the documents, each in a folder."""
    for number, text in enumerate(SAID):
        (folder / str(number)).mkdir()
        (folder / str(number) / "notice.txt").write_text(f"江阴市人民政府公告\n\n{text}\n", encoding="utf-8")
    return tuple(folder / str(number) for number in range(len(SAID)))


def start(
    documents: Path, out: Path, fault: Fault | None = None, queue: SimpleQueue[object] | None = None
) -> BaseProcess:
    """A build that runs."""
    process = FORKS.Process(target=_build, args=(documents, out, fault or Fault(), queue))
    process.start()
    return process


def built(documents: Path, out: Path, fault: Fault | None = None) -> tuple[int | None, object]:
    """A build that has ended: its exit code, and the number of its changes or the name and text of its error."""
    queue: SimpleQueue[object] = FORKS.SimpleQueue()
    process = start(documents, out, fault, queue)
    process.join(120)
    return process.exitcode, None if queue.empty() else queue.get()


def meet(documents: Path, out: Path, queue: SimpleQueue[object], moment: float) -> BaseProcess:
    """A build that begins at a moment."""
    process = FORKS.Process(target=_at, args=(moment, documents, out, Fault(), queue))
    process.start()
    return process


def _at(moment: float, documents: Path, out: Path, fault: Fault, queue: SimpleQueue[object]) -> None:
    time.sleep(max(0.0, moment - time.time()))
    _build(documents, out, fault, queue)


def _build(documents: Path, out: Path, fault: Fault, queue: SimpleQueue[object] | None) -> None:
    """One build, with what it met."""
    changes = _watch(out, fault)
    told: object = ""
    code = 0
    if fault.largest >= 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.largest, fault.largest))
    try:
        pipeline.build([documents], out)
        told = len(changes)
    except GovGraphError as error:
        code, told = error.exit_code, (os.getpid(), type(error).__name__, str(error))
    except BaseException as error:  # noqa: BLE001 - what should not be, told in full
        code, told = 99, (os.getpid(), type(error).__name__, repr(error))
    if queue:
        queue.put(told)
    sys.exit(code)


def _watch(out: Path, fault: Fault) -> list[str]:
    """Note each change of the file system below the folder, and let the fault happen."""
    seen: list[str] = []
    within = str(out)

    def hook(event: str, given: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)
        if not (writes or event in CHANGES) or within not in " ".join(map(str, given)):
            return
        seen.append(event)
        if len(seen) == fault.at:
            if not fault.error:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(fault.error, os.strerror(fault.error))

    sys.addaudithook(hook)
    return seen


def left_over(out: Path) -> list[str]:
    """What a build should have taken away."""
    state = out / output.STATE
    fresh = (*out.glob("*.new"), *state.rglob("*.new"), *state.glob(f"{output.WORK}*"))
    versions = sorted((state / "versions").iterdir())[:-2]
    return [str(path) for path in (*fresh, *versions)]


FULL = errno.ENOSPC
BROKEN = errno.EIO
