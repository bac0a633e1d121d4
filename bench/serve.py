"""Two hundred clients for a minute: how long a star query takes, on the sample graph and on a million triples.

    python bench/serve.py [--seconds 60] [--clients 200] [--triples 1000000]

Beside it, in the same run, ``oxigraph serve`` on the same graph, where its command is installed. The server answers two
queries at a time and lets sixteen wait; whoever comes on top is sent away with 429 and asks again after the second that
clients of good manners wait. The graph of a million triples is the sample again and again under new IRIs.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pyoxigraph

import govgraph

TOP = Path(__file__).parent.parent
STAR = """SELECT ?name ?title ?body WHERE {
  ?p a <https://w3id.org/govgraph/ns#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?name ;
     <http://www.w3.org/ns/org#holds> ?post .
  ?post <https://w3id.org/govgraph/ns#title> ?title ; <http://www.w3.org/ns/org#postIn> ?b .
  ?b <http://www.w3.org/2000/01/rdf-schema#label> ?body } OFFSET %d LIMIT 20"""


@dataclass
class Told:
    """What the clients saw."""

    took: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    health: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--triples", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "out"
        govgraph.build([TOP / "seeds" / "corpus"], small)
        large = Path(folder) / "large.nt"
        count = enlarge(small / "graph.ttl", large, given.triples)
        for name, graph in (("sample graph", small), (f"{count:,} triples", large)):
            compare(name, graph, given.clients, given.seconds)


def enlarge(source: Path, target: Path, triples: int) -> int:
    """The graph as often as it takes, each time under other IRIs."""
    read = list(pyoxigraph.parse(path=str(source), format=pyoxigraph.RdfFormat.TURTLE))
    copies = triples // len(read)
    with target.open("w", encoding="utf-8") as file:
        for copy in range(copies):
            for quad in read:
                file.write(f"{_other(quad.subject, copy)} {quad.predicate} {_other(quad.object, copy)} .\n")
    return copies * len(read)


def _other(term: object, copy: int) -> str:
    if isinstance(term, pyoxigraph.NamedNode) and "/id/" in term.value:
        return f"<{term.value}x{copy}>"
    return str(term)


def compare(name: str, graph: Path, clients: int, seconds: float) -> None:
    """Our server, then the other."""
    began = time.monotonic()
    with ours(graph) as port:
        ready = time.monotonic() - began
        report(f"govgraph serve, {name} (ready after {ready:.1f} s)", asyncio.run(crowd(port, "/sparql", 1, 5)))
        report(f"govgraph serve, {name}, {clients} clients", asyncio.run(crowd(port, "/sparql", clients, seconds)))
    if not shutil.which("oxigraph", path=str(Path(sys.executable).parent)):
        print("oxigraph serve: not installed (pip install oxigraph)")
        return
    with theirs(graph) as port:
        report(f"oxigraph serve, {name}", asyncio.run(crowd(port, "/query", 1, 5)))
        report(f"oxigraph serve, {name}, {clients} clients", asyncio.run(crowd(port, "/query", clients, seconds)))


@contextlib.contextmanager
def ours(graph: Path) -> Iterator[int]:
    """Our server on a free port."""
    command = [sys.executable, "-m", "govgraph", "serve", str(graph), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = int(process.stdout.readline().partition("http://")[2].partition(":")[2].partition("/")[0])
        while asyncio.run(get(port, "/health")) != 200:
            time.sleep(0.05)
        yield port
        process.terminate()


@contextlib.contextmanager
def theirs(graph: Path) -> Iterator[int]:
    """``oxigraph serve`` on the same triples."""
    tool, file = Path(sys.executable).parent / "oxigraph", graph / "graph.ttl" if graph.is_dir() else graph
    with tempfile.TemporaryDirectory() as store:
        subprocess.run([tool, "load", "-l", store, "-f", file], check=True, capture_output=True)
        port = 17879
        command = [tool, "serve-read-only", "-l", store, "-b", f"127.0.0.1:{port}"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            time.sleep(1)
            yield port
            process.terminate()


async def crowd(port: int, path: str, clients: int, seconds: float) -> Told:
    """So many clients, each asking again as soon as it was answered."""
    told, end = Told(), time.monotonic() + seconds
    tasks = [client(port, path, number, end, told) for number in range(clients)]
    await asyncio.gather(*tasks, pulse(port, "/health" if path == "/sparql" else "/", end, told))
    return told


async def client(port: int, path: str, number: int, end: float, told: Told) -> None:
    """One connection after the other, no two questions alike."""
    asked = 0
    while time.monotonic() < end:
        asked += 1
        query = quote(STAR % ((number * 7 + asked) % 60))
        began = time.monotonic()
        status = await get(port, f"{path}?query={query}")
        told.statuses[status] += 1
        if status == 200:
            told.took.append(time.monotonic() - began)
        else:
            await asyncio.sleep(1)


async def pulse(port: int, path: str, end: float, told: Told) -> None:
    """Whether the server is there, ten times a second."""
    while time.monotonic() < end:
        began = time.monotonic()
        await get(port, path)
        told.health.append(time.monotonic() - began)
        await asyncio.sleep(0.1)


async def get(port: int, path: str) -> int:
    """The status of an answer that was read to its end; 0 where there was none."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: application/sparql-results+json\r\n"
        writer.write(f"{head}Connection: close\r\n\r\n".encode())
        data = await reader.read(-1)
        writer.close()
        return int(data[9:12])
    except (OSError, ValueError):
        return 0


def report(name: str, told: Told) -> None:
    """One line."""
    statuses = ", ".join(f"{status or 'none'}: {count}" for status, count in sorted(told.statuses.items()))
    print(f"{name}: p50 {part(told.took, 0.5)} p95 {part(told.took, 0.95)} p99 {part(told.took, 0.99)}; {statuses}")
    print(f"    health p99 {part(told.health, 0.99)}, most {part(told.health, 1)}")


def part(values: list[float], share: float) -> str:
    """A quantile in milliseconds."""
    if not values:
        return "-"
    return f"{sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000:.0f} ms"


if __name__ == "__main__":
    main()
