"""Documents that may be hostile, read by a child process that can be killed.

A child is started when it is first needed and kept for the next file. It has limits on memory, processor time, open
files and on writing (none); this end watches the clock and the size of what comes back, which is JSON and is checked
like any other input. A child that dies or hangs costs the document it was reading: of an archive the rest is read by
another child, which begins behind the member that was fatal.
"""

from __future__ import annotations

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from govgraph.model import Block, Document, Failure
from govgraph.read import gate
from govgraph.read.options import Options

Message = dict[str, Any]
CHUNK = 1 << 16
ARCHIVE = ".zip"
_idle: list[Child] = []  # processes, not results: what is read does not depend on who reads it


class DeadError(Exception):
    """A child that gave no answer, and why."""


class Child:
    """One process that reads documents, one after the other."""

    def __init__(self) -> None:
        """Start it, away from the folder we are in: nothing there may pass for a module."""
        places = [str(Path(place).resolve()) for place in sys.path if place]
        places.append(str(Path(__file__).resolve().parents[2]))
        environment = {key: os.environ[key] for key in ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT") if key in os.environ}
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", "-m", "govgraph.read.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={**environment, "PYTHONPATH": os.pathsep.join(dict.fromkeys(places)), "OMP_THREAD_LIMIT": "1"},
            bufsize=0,
            start_new_session=True,  # it ends with all that it started
        )
        for end in self._ends():
            os.set_blocking(end.fileno(), False)

    def _ends(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        return self.process.stdin, self.process.stdout

    def alive(self) -> bool:
        """True for a process that can be asked."""
        return self.owner == os.getpid() and self.process.poll() is None

    def stop(self) -> None:
        """End it, now."""
        if self.owner == os.getpid():
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for end in self._ends():
            end.close()

    def ask(self, request: bytes, options: Options, size: int) -> Iterator[Message]:
        """The messages that answer a request; :class:`DeadError` where there is no answer in time."""
        sending, found = memoryview(request), bytearray()
        seconds = options.allowance(size)
        deadline = time.monotonic() + seconds
        while True:
            known = len(found)
            sending = self._exchange(sending, found, deadline - time.monotonic(), seconds)
            if len(found) > 8 * options.characters + CHUNK:
                raise DeadError("holds more text than is read of one document")
            end = found.rfind(b"\n", known) + 1
            lines, found = bytes(found[:end]).splitlines(), found[end:] if end else found
            for line in lines:
                message = json.loads(line)
                if "at" in message:
                    seconds = options.allowance(int(message["size"]))
                    deadline = time.monotonic() + seconds
                yield message
                if "done" in message:
                    return

    def _exchange(self, sending: memoryview, found: bytearray, left: float, seconds: float) -> memoryview:
        """Send what can be sent and take what has come, once; the rest to send."""
        to, back = self._ends()
        with selectors.DefaultSelector() as selector:
            selector.register(back, selectors.EVENT_READ)
            if sending:
                selector.register(to, selectors.EVENT_WRITE)
            ready = {key.fd for key, _ in selector.select(max(left, 0))}
        if not ready:
            raise DeadError(f"takes longer than {seconds:.0f} s: given up")
        if back.fileno() in ready:
            chunk = os.read(back.fileno(), CHUNK)
            if not chunk:
                raise DeadError(self._cause())
            found += chunk
        if to.fileno() in ready:
            try:
                sending = sending[os.write(to.fileno(), sending[:CHUNK]) :]
            except BrokenPipeError:
                sending = sending[:0]
        return sending

    def _cause(self) -> str:
        """What a child died of, in words."""
        code = self.process.wait()
        if code == -signal.SIGXCPU:
            return "takes too much processor time: given up"
        if code < 0:
            return f"broke its parser ({signal.Signals(-code).name}): not read"
        return f"broke its parser (exit {code}): not read"


def read(data: bytes, kind: str, name: str, options: Options) -> Iterator[Document | Failure]:
    """The documents of a file, read by a child; what it dies of is a failure."""
    skip, at = 0, ""
    for _ in range(options.deaths):
        request = {"kind": kind, "name": name, "size": len(data), "skip": skip, "options": asdict(options)}
        try:
            for message in _messages(json.dumps(request).encode() + b"\n" + data, options, len(data)):
                if "at" in message:
                    at, skip = gate.printable(str(message["at"])), int(message["index"])
                elif "done" not in message:
                    yield _found(message, options)
        except DeadError as error:
            yield Failure(at or name, f"{at or name} {error}")
            if kind != ARCHIVE or not at:
                return
            skip, at = skip + 1, ""
        else:
            return
    yield Failure(name, f"{name} broke its parser {options.deaths} times: the rest is not read")


def _messages(request: bytes, options: Options, size: int) -> Iterator[Message]:
    """Ask an idle child, or a new one; one that answered to the end is kept."""
    child = _taken()
    try:
        yield from child.ask(request, options, size)
    except BaseException:
        child.stop()
        raise
    _idle.append(child)


def _taken() -> Child:
    while _idle:
        child = _idle.pop()
        if child.alive():
            return child
        child.stop()
    return Child()


def _found(message: Message, options: Options) -> Document | Failure:
    """A message as a value; it comes from where hostile code might run, so it is taken for nothing but text."""
    try:
        if "failure" in message:
            name, reason = message["failure"]
            return Failure(gate.printable(name), gate.printable(reason))
        told = message["document"]
        text = gate.clean(told["text"])[0]
        blocks = [Block(int(b["start"]), int(b["end"]), str(b["kind"]), b["page"]) for b in told["blocks"]]
        meta = tuple((str(key), str(value)) for key, value in told["meta"])
        warnings = [gate.printable(warning) for warning in told["warnings"]]
        name = gate.printable(told["name"])
        return gate.document(name, text, told["format"], options, told["encoding"], blocks, meta, warnings)
    except (KeyError, TypeError, ValueError) as error:
        raise DeadError(f"broke its parser (no answer: {type(error).__name__})") from error


@atexit.register
def stop() -> None:
    """End all children."""
    while _idle:
        _idle.pop().stop()
