"""A push leaves the old graph or the new one: in real stores, and through a line that is cut at every stage."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from govgraph.errors import GovGraphError, OutputError, SettingsError
from govgraph.store.push import Target, guessed, push
from govgraph.store.wire import Credentials
from tests.stores import components
from tests.stores.servers import free_port, running, select
from tests.stores.systems import HERE

GRAPH = "https://kg.example.org/graph"
NEW = '<urn:a> <urn:b> "新"@zh , "另一"@zh .\n'
OLD = '<urn:a> <urn:b> "旧"@zh .\n<urn:a> <urn:c> 1 , 2 .\n'


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    url, work = f"http://127.0.0.1:{free_port()}", tmp_path_factory.mktemp("oxigraph")
    command = (components.program("oxigraph"), "serve", "--location", str(work / "db"), "--bind", url[7:])
    with running(command, f"{url}/query", work):
        yield url


@pytest.fixture(scope="module")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, work = free_port(), tmp_path_factory.mktemp("fuseki")
    jar = next(components.folder("fuseki").glob("jena-fuseki-server-*.jar"))
    command = (
        components.program("java"),
        "-jar",
        str(jar),
        f"--port={port}",
        "--localhost",
        "--update",
        "--mem",
        "/kg",
    )
    with running(command, f"http://127.0.0.1:{port}/$/ping", work):
        yield f"http://127.0.0.1:{port}/kg"


@pytest.fixture(scope="module")
def rdf4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, work = free_port(), tmp_path_factory.mktemp("rdf4j")
    url, jars = f"http://127.0.0.1:{port}/repositories/kg", components.folder("rdf4j")
    command = (components.program("java"), "-cp", f"{jars}/*", str(HERE / "Rdf4jServer.java"), str(port))
    with running(command, url, work):
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    work, port, web = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    settings = (HERE / "virtuoso.ini").read_text("utf-8").format(work=work, port=port, web=web)
    (work / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = (components.program("virtuoso-t"), "+configfile", str(work / "virtuoso.ini"), "+foreground")
    with running(command, f"http://127.0.0.1:{web}/sparql", work):
        yield f"http://127.0.0.1:{web}"


def saved(folder: Path, text: str) -> Path:
    path = folder / "graph.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def held(target: Target) -> int:
    """How many statements readers see."""
    pattern = f"GRAPH <{target.graph}> {{ ?s ?p ?o }}" if target.graph else "?s ?p ?o"
    return int(select(target.query, f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}").split()[1])


@pytest.mark.parametrize("by_update", [False, True])
@pytest.mark.parametrize("graph", ["", GRAPH])
@pytest.mark.parametrize("store", ["oxigraph", "fuseki", "rdf4j"])
def test_the_sample_replaces_what_was_there(
    store: str, graph: str, by_update: bool, sample: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    target = Target.of(request.getfixturevalue(store), graph, store)
    push(saved(tmp_path, OLD), target)
    assert held(target) == 3
    first = push(sample, target, by_update=by_update)
    assert held(target) == first.triples > 5000
    assert push(sample, target, by_update=by_update) == first
    assert held(target) == first.triples
    assert len(select(target.query, f"SELECT * {{ GRAPH <{target.staged}> {{ ?s ?p ?o }} }}").split()) == 1


def test_virtuoso_asks_for_a_digest(virtuoso: str, sample: Path, tmp_path: Path) -> None:
    target, owner = Target.of(virtuoso, GRAPH, "virtuoso"), Credentials("dba", "dba")
    push(saved(tmp_path, OLD), target, owner)
    assert held(target) == 3
    first = push(sample, target, owner)
    assert held(target) == push(sample, target, owner).triples == first.triples
    with pytest.raises(OutputError, match=r"401.*credentials are missing or wrong"):
        push(sample, target, Credentials("dba", "no-such-password"))
    assert held(target) == first.triples


@contextmanager
def cut(url: str, most: int) -> Iterator[str]:
    """A line to a server that is cut, both ways, when so many bytes have gone to it."""
    left, there = [most], urlsplit(url)
    done = threading.Event()

    def carry(one: socket.socket, two: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := one.recv(512):
                part = data[: left[0]] if counted else data
                left[0] -= len(part) if counted else 0
                two.sendall(part)
                if len(part) < len(data):
                    break
        for end in (one, two):
            shut(end)

    def shut(end: socket.socket) -> None:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()

    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(0.2)

        def serve() -> None:
            while not done.is_set():
                try:
                    client, _ = server.accept()
                except OSError:
                    continue
                inner = socket.create_connection((there.hostname or "", there.port or 0))
                for pair in ((client, inner, True), (inner, client, False)):
                    threading.Thread(target=carry, args=pair, daemon=True).start()

        listener = threading.Thread(target=serve, daemon=True)
        listener.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}{there.path}"
        done.set()
        listener.join()


CUTS = (0, 50, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 1600, 2000)


@pytest.mark.parametrize("store", ["oxigraph", "fuseki", "rdf4j"])
def test_a_cut_connection_leaves_the_old_graph_or_the_new_one(
    store: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(store)
    target, seen = Target.of(url, GRAPH, store), set()
    new = tmp_path / "new"
    new.mkdir()
    saved(new, NEW)
    for most in CUTS:
        push(saved(tmp_path, OLD), target)
        with cut(url, most) as line:
            try:
                push(new, Target.of(line, GRAPH, store))
                whole = True
            except OutputError:
                whole = False
        found = held(target)
        assert found == 2 if whole else found in (2, 3), most
        seen.add((whole, found))
    assert {(False, 3), (True, 2)} <= seen


def test_a_store_that_counts_less_keeps_its_graph(
    oxigraph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Target.of(oxigraph, GRAPH, "oxigraph")
    push(saved(tmp_path, OLD), target)
    monkeypatch.setattr("govgraph.store.push._Line.count", lambda *_: 1)
    with pytest.raises(OutputError, match="took 1 of 2 triples: its graph was left as it was"):
        push(saved(tmp_path, NEW), target)
    monkeypatch.undo()
    assert held(target) == 3


def test_a_file_that_is_not_rdf_never_leaves(oxigraph: str, tmp_path: Path) -> None:
    with pytest.raises(GovGraphError, match="not valid RDF"):
        push(saved(tmp_path, "<a> <b>"), Target.of(oxigraph, GRAPH))


@pytest.mark.parametrize(
    ("url", "family"),
    [
        ("http://127.0.0.1:7878", "oxigraph"),
        ("http://127.0.0.1:3030/kg", "fuseki"),
        ("https://kg.example.org/repositories/kg", "rdf4j"),
        ("http://localhost:8890/", "virtuoso"),
    ],
)
def test_the_kind_of_store_is_told_by_its_url(url: str, family: str) -> None:
    assert guessed(url) == family


@pytest.mark.parametrize(
    ("url", "known", "said"),
    [
        ("http://me:secret@127.0.0.1/kg", Credentials(), "do not belong in a URL"),
        ("http://kg.example.org/kg", Credentials("me", "secret"), "over https only"),
        ("ftp://kg.example.org/kg", Credentials(), "must start with http"),
        ("http://127.0.0.1:x/kg", Credentials(), "is not a URL"),
        ("http://localhost:8890", Credentials(), "no default graph"),
    ],
)
def test_what_may_not_be_called_is_not_called(url: str, known: Credentials, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as told:
        Target.of(url, credentials=known)
    assert "secret" not in str(told.value)


def test_credentials_come_from_the_environment_or_a_closed_file(tmp_path: Path) -> None:
    environment = {"GOVGRAPH_PUSH_USER": "me", "GOVGRAPH_PUSH_PASSWORD": "secret"}
    assert Credentials.found(None, environment) == Credentials("me", "secret")
    assert "secret" not in repr(Credentials.found(None, environment))
    file = tmp_path / "who"
    file.write_text("me:se:cret\n", encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        Credentials.found(file, {})
    file.chmod(0o600)
    assert Credentials.found(file, {}) == Credentials("me", "se:cret")
    file.write_text("token\n", encoding="utf-8")
    assert Credentials.found(file, {}) == Credentials(token="token")


def test_nobody_answers(sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample / "graph.ttl", tmp_path)
    with pytest.raises(OutputError, match="cannot be reached"):
        push(tmp_path, Target.of(f"http://127.0.0.1:{free_port()}"))
