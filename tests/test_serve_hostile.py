"""Queries and requests that are sent to break the server: each costs its sender an answer, and nobody else anything.

A few hundred run with every test; ``GOVGRAPH_HOSTILE=1000`` (``make faults``) runs a thousand.
"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

from govgraph.store.serve import safety
from govgraph.store.serve.options import Limits
from tests.serving import Server, serving

COUNT = int(os.environ.get("GOVGRAPH_HOSTILE", "250"))
SECONDS = 1.5
ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
DESIGNED = (200, 400, 413, 429, 503)

# What runs until it is stopped.
KILLERS = (
    f"SELECT (COUNT(*) AS ?n) WHERE {{ {ALL} }}",
    f"SELECT * WHERE {{ {ALL} }} ORDER BY ?c ?f ?i",
    f"SELECT DISTINCT ?a ?d ?g WHERE {{ {ALL} }} ORDER BY DESC(?i)",
    f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) WHERE {{ {ALL} }}",
    f"SELECT (MAX(CONCAT(STR(?c), STR(?f), STR(?i))) AS ?x) WHERE {{ {ALL} }}",
    f"ASK WHERE {{ {ALL} FILTER(STRLEN(STR(?a)) > 100000) }}",
    f"CONSTRUCT {{ ?a ?b ?i }} WHERE {{ {ALL} FILTER(?a = ?d && ?d = ?g && STR(?c) = 'x') }}",
    "SELECT * WHERE { ?a (<a:a>|!<a:a>)* ?b . ?c (<a:a>|!<a:a>)* ?d } ORDER BY ?a",
    "SELECT (COUNT(*) AS ?n) WHERE { ?a !<a:a> ?b . ?c !<a:a> ?d . FILTER EXISTS { ?x !<a:a> ?y . ?z ?w ?v } }",
)

SERVICES = (
    "SERVICE <{}> {{ ?s ?p ?o }}",
    "service <{}> {{ ?s ?p ?o }}",
    "SeRvIcE SILENT <{}> {{ ?s ?p ?o }}",
    "SERVICE#x\n<{}> {{ ?s ?p ?o }}",
    "\\u0053ERVICE <{}> {{ ?s ?p ?o }}",
    "SERV\\u0049CE SILENT <{}> {{ ?s ?p ?o }}",
    "?s ?p ?o . SERVICE\t<{}>\n{{ ?s ?p ?o }}",
    "VALUES ?u {{ <{}> }} SERVICE ?u {{ ?s ?p ?o }}",
    "OPTIONAL {{ SERVICE SILENT <{}> {{ ?s ?p ?o }} }}",
    "BIND(<{}> AS ?u) SERVICE SILENT ?u {{ ?s ?p ?o }}",
)


def hostile(rng: random.Random, address: str) -> str:
    """One query that means no good."""
    size = 10 ** rng.uniform(1.5, 5)
    count = int(size)
    host = rng.choice((address, address.replace("127.0.0.1", "2130706433"), address.replace("127.0.0.1", "localhost")))
    shapes = (
        lambda: "SELECT * WHERE " + "{" * count + "?s ?p ?o" + "}" * count,
        lambda: "SELECT * WHERE { FILTER(" + "(" * count + "1" + ")" * count + ") }",
        lambda: "SELECT (" + "1+" * count + "1 AS ?x) WHERE {}",
        lambda: "SELECT * WHERE { ?s ?p ?o FILTER(" + "?s = ?p || " * count + "true) }",
        lambda: "SELECT * WHERE { {} " + "UNION { ?s ?p ?o } " * count + "}",
        lambda: "SELECT * WHERE { ?s ?p ?o " + "OPTIONAL { ?s ?q ?r } " * min(count, 4000) + "}",
        lambda: "SELECT * WHERE { ?s ?p ?o " + "MINUS { ?s ?q 1 } " * count + "}",
        lambda: "SELECT * WHERE { ?s " + "rdfs:label/" * count + "rdfs:label ?o }",
        lambda: "SELECT * WHERE { ?s " + "^" * count + "rdfs:label ?o }",
        lambda: "SELECT * WHERE { " + " ".join(f"?v{i} ?p ?v{i + 1} ." for i in range(min(count, 5000))) + " }",
        lambda: "SELECT * WHERE { " + " ".join(f"BIND({i} AS ?v{i})" for i in range(min(count, 5000))) + " }",
        lambda: "SELECT * WHERE { VALUES ?x { " + "1 " * count + "} }",
        lambda: 'SELECT * WHERE { ?s rdfs:label ?l FILTER REGEX(?l, "' + "(.*)*" * min(count, 3000) + '$") }',
        lambda: 'ASK { FILTER REGEX("' + "a" * 40 + '!", "^(a+)+$") }',
        lambda: 'SELECT (REPLACE("' + "a" * 9999 + '", "(a{1,999}){1,999}", "$1") AS ?x) WHERE {}',
        lambda: (
            'SELECT * WHERE { BIND("aaaaaaaaaa" AS ?v0) '
            + " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(min(count, 60)))
            + "}"
        ),
        lambda: "SELECT * WHERE { " + rng.choice(SERVICES).format(host) + " }",
        lambda: f"SELECT * FROM <{host}> FROM NAMED <file:///etc/passwd> WHERE {{ ?s ?p ?o }}",
        lambda: f"LOAD <{host}>",
        lambda: "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        lambda: "SELECT * WHERE { ?s ?p '" + "\\u4e00" * count,
        lambda: "".join(chr(rng.randrange(1, 0x3000)) for _ in range(min(count, 3000))),
        lambda: "#" + "\n" * count + "SELECT",
        lambda: "SELECT * WHERE { ?s ?p ?o } LIMIT 99999999999999999999999",
        lambda: "PREFIX a: <" + "a" * count + "> ASK { a:b a:c a:d }",
        lambda: "DESCRIBE ?s WHERE { ?s ?p ?o }",
        lambda: "ASK { BIND(<http://govgraph.example/f>(1) AS ?x) }",
    )
    return rng.choice(shapes)()


@contextmanager
def canary() -> Iterator[tuple[str, list[bytes]]]:
    """An address where somebody listens, and what was said there."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(b"connected")

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/", heard
        finally:
            done.set()
            thread.join()


class Pulse:
    """Asks for health again and again, and remembers how long it took."""

    def __init__(self, server: Server) -> None:
        self.server, self.took, self.done = server, list[float](), threading.Event()
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        while not self.done.wait(0.02):
            began = time.monotonic()
            assert self.server.ask("GET", "/health", wait=20).status == 200
            self.took.append(time.monotonic() - began)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.thread.join()

    @property
    def late(self) -> float:
        """How long all but one in a hundred took at most."""
        return sorted(self.took)[int(len(self.took) * 0.99) - 1]


@pytest.fixture(scope="module")
def served(sample: Path) -> Iterator[Server]:
    with serving(sample, "--timeout", str(SECONDS), "--memory", "256") as server:
        yield server


def test_hostile_queries(served: Server) -> None:
    rng = random.Random(8)
    slow: list[float] = []
    with canary() as (address, heard), Pulse(served) as pulse:
        queries = [hostile(rng, address) for _ in range(COUNT)]
        rng.shuffle(queries)

        def send(text: str) -> int:
            began = time.monotonic()
            status = served.query(text, wait=20).status
            slow.append(time.monotonic() - began)
            return status

        with ThreadPoolExecutor(2) as pool:  # as many as run at a time, so that the clock is that of the query
            answers = list(pool.map(send, queries))
    wrong = [(status, text[:200]) for status, text in zip(answers, queries, strict=True) if status not in DESIGNED]
    assert not wrong
    assert heard == []
    assert max(slow) < SECONDS + 0.5
    assert pulse.late < 0.2
    assert served.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s a gg:Person }")


@pytest.mark.parametrize("text", KILLERS)
def test_a_killer_costs_its_time_and_no_more(served: Server, text: str) -> None:
    began = time.monotonic()
    with Pulse(served) as pulse:
        answer = served.query(text, wait=20)
    assert time.monotonic() - began < SECONDS + 0.5
    assert answer.status in DESIGNED
    if answer.status == 503:
        assert "stopped" in answer.json()["error"]
    assert pulse.late < 0.2


@pytest.mark.parametrize("text", SERVICES)
def test_no_spelling_of_service_is_run(served: Server, text: str) -> None:
    with canary() as (address, heard):
        assert served.query(f"SELECT * WHERE {{ {text.format(address)} }}").status == 400
    assert heard == []


def test_the_child_has_no_network_whatever_the_text_says(sample: Path) -> None:
    """The second wall: with the reading of the text out of the way, the kernel still refuses."""
    import asyncio

    from govgraph.store.serve.clerk import Clerk
    from govgraph.store.serve.snapshot import prepare

    clerk = Clerk(prepare(sample), Limits(seconds=5))
    frame = {"do": "query", "accept": [""], "prefixes": {}, "default_graph": [], "named_graphs": []}

    async def all_of_them(address: str) -> list[int]:
        texts = [f"SELECT * WHERE {{ {text.format(address)} }}" for text in SERVICES]
        return [(await clerk.ask(clerk.queries, {**frame, "text": text})).status for text in texts]

    clerk.start()
    try:
        with canary() as (address, heard):
            assert set(asyncio.run(all_of_them(address))) <= {200, 400, 503}  # SILENT gives nothing, the others fail
        assert heard == []
    finally:
        clerk.close()
        clerk.snapshot.close()


def test_a_crowd_waits_or_is_sent_away(served: Server) -> None:
    with Pulse(served) as pulse, ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda _: served.query(KILLERS[0], wait=60), range(40)))
    told = [answer.status for answer in answers]
    assert set(told) == {429, 503}
    assert told.count(503) == 18  # 2 that ran and 16 that waited
    assert all("Retry-After" in answer.headers for answer in answers)
    assert pulse.late < 0.2


def test_pages_are_read_while_queries_run(served: Server) -> None:
    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(served.query, KILLERS[0], "", 60) for _ in range(4)]
        time.sleep(0.2)
        began = time.monotonic()
        assert served.get("/search?q=王").json()
        assert served.get("/", "text/html").status == 200
        assert time.monotonic() - began < 1
        for each in running:
            each.result()


def test_who_leaves_is_not_waited_for(served: Server) -> None:
    for _ in range(6):  # more than may run: were they kept, the next would wait for its turn
        with socket.create_connection(("127.0.0.1", served.port)) as asking:
            body = KILLERS[0].encode()
            head = (
                f"POST /sparql HTTP/1.1\r\nHost: localhost:{served.port}\r\nContent-Type: application/sparql-query\r\n"
            )
            asking.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            time.sleep(0.02)
    began = time.monotonic()
    assert served.query("ASK {}", wait=20).status == 200
    assert time.monotonic() - began < 3 * SECONDS + 1


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/assets/../app.py", "/assets/%2e%2e/app.py", "/govgraph/id/doc/..%2f..", "/iri?of=file:///etc/passwd",
     "/assets/page.css%00", "/%00", "/govgraph/id/person/%F0%9F%98%80", "/govgraph/id/person/<script>", "/x" * 2000],
)  # fmt: skip
def test_paths_lead_nowhere(served: Server, path: str) -> None:
    answer = served.ask("GET", path, {"Accept": "text/html"})
    assert answer.status in (400, 404)
    assert "root:" not in answer.text


def test_faults_tell_nothing_of_the_inside(served: Server) -> None:
    rng = random.Random(3)
    for _ in range(60):
        for answer in (served.query(hostile(rng, "http://127.0.0.1:1/")), served.get(f"/govgraph/id/x/{rng.random()}")):
            if answer.status >= 400:
                assert "Traceback" not in answer.text
                assert "site-packages" not in answer.text
                assert str(served.folder) not in answer.text
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", ""),
        (
            "SELECT ?service WHERE { ?service gg:service <http://a/SERVICE> # SERVICE\n FILTER(?b != 'SERVICE') }",
            "",
        ),
        ("VALUES ?x { " + "1 2 3 . " * 3000 + "}", ""),
        ("{" * 101, "nests"),
        ("'" + "{" * 1000 + "'", ""),
        ("1+" * 1001, "operators"),
        ("\\u007B" * 101, "nests"),
        ("x" * 70000, "longer"),
        ("SER\\u0056ICE <a:a> {}", "SERVICE"),
    ],
)
def test_what_is_refused_before_it_runs(text: str, why: str) -> None:
    said = safety.refusal(text, Limits())
    assert (why in said) if why else not said


def test_the_named_queries_are_within_the_limits() -> None:
    from govgraph.store.query import available

    assert {each.name: safety.refusal(each.text, Limits()) for each in available()} == {e.name: "" for e in available()}
