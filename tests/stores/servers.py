"""Servers for a test: on loopback, on a free port, stopped when the test is over, with what they said if they fail."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PATIENCE = 90  # seconds; a cold Java on a busy machine


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], ready: str, work: Path, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A server process, from when it answers until the end of the block."""
    log = work / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=work, env=env)
        try:
            _wait(server, ready, log)
            yield server
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(server: subprocess.Popen[bytes], ready: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            with urlopen(ready, timeout=2):
                return
        except HTTPError:
            return  # it answers, and that is all that is asked
        except (URLError, OSError, http.client.HTTPException):
            time.sleep(0.2)
    raise AssertionError(f"the server does not answer at {ready}:\n{log.read_text(errors='replace')[-3000:]}")


def select(url: str, query: str) -> str:
    """The answer of an endpoint as CSV."""
    body = urlencode({"query": query}).encode()
    headers = {"Accept": "text/csv", "Content-Type": "application/x-www-form-urlencoded"}
    try:
        with urlopen(Request(url, body, headers), timeout=120) as answer:
            return str(answer.read().decode("utf-8"))
    except HTTPError as error:
        raise ValueError(error.read().decode("utf-8", "replace")[:500]) from error
