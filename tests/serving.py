"""A server of its own process on a free port, and requests to it that say exactly what they say."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import pytest

pytest.importorskip("uvicorn", reason="needs govgraph[serve]")
pytest.importorskip("starlette", reason="needs govgraph[serve]")

FORM = "application/x-www-form-urlencoded"


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.data)


class Server:
    """Where a graph is served."""

    def __init__(self, folder: Path, process: subprocess.Popen[str], port: int) -> None:
        self.folder, self.process, self.port = folder, process, port
        self.url = f"http://localhost:{port}"

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | str = b"",
        wait: float = 30,
    ) -> Reply:
        """One request; headers replace what a client would send by itself."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=wait)
        data = body.encode() if isinstance(body, str) else body
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            sent = {"Host": f"localhost:{self.port}", **(headers or {})}
            if data and "Content-Length" not in sent:
                sent["Content-Length"] = str(len(data))
            for name, value in sent.items():
                connection.putheader(name, value.encode("utf-8"))
            connection.endheaders(data or None)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "", **headers: str) -> Reply:
        return self.ask("GET", quote(path, safe="/?&=#%:+"), {**({"Accept": accept} if accept else {}), **headers})

    def query(self, text: str, accept: str = "", wait: float = 30) -> Reply:
        """A query as most clients send it."""
        headers = {"Content-Type": FORM} | ({"Accept": accept} if accept else {})
        return self.ask("POST", "/sparql", headers, urlencode({"query": text}), wait)

    def rows(self, text: str) -> list[dict[str, str]]:
        """The bindings of a query, as values."""
        found = self.query(text)
        assert found.status == 200, found.text
        return [{name: cell["value"] for name, cell in row.items()} for row in found.json()["results"]["bindings"]]

    def page_of(self, name: str, kind: str = "Person") -> str:
        """The path of the page of a thing."""
        row = self.rows(f'SELECT ?s WHERE {{ ?s a gg:{kind} ; rdfs:label "{name}"@zh }}')[0]
        return urlsplit(row["s"]).path


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server as long as it is needed."""
    command = [sys.executable, "-m", "govgraph", "serve", str(folder), "--port", "0", *options]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True)
        timer = threading.Timer(60, process.kill)
        timer.start()
        assert process.stdout
        line = process.stdout.readline()
        timer.cancel()
        if "http://" not in line:
            said.seek(0)
            pytest.fail(f"the server did not start: {line}{said.read()}")
        server = Server(folder, process, int(line.partition("http://")[2].partition(":")[2].partition("/")[0]))
        try:
            _until_healthy(server)
            yield server
        finally:
            process.terminate()
            process.wait(20)
            process.stdout.close()


def _until_healthy(server: Server) -> None:
    for _ in range(200):
        try:
            if server.get("/health").status == 200:
                return
        except OSError:
            threading.Event().wait(0.05)
    pytest.fail("the server does not answer")
