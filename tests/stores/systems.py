"""The systems of the matrix: each loads a graph file the way its users load it, and answers SPARQL with rows.

A system is a context manager that takes the file and a working folder and gives a function from queries by name to
rows, or to the words of the system where it refuses a query. Cells are compared as SPARQL CSV has them: lexical forms.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import rdflib

from tests.stores import components
from tests.stores.servers import free_port, running, select

Rows = list[tuple[str, ...]]
Ask = Callable[[Mapping[str, str]], dict[str, Rows | str]]
HERE = Path(__file__).parent


def rows(text: str) -> Rows:
    """CSV without its head."""
    return [tuple(row) for row in csv.reader(io.StringIO(text))][1:]


def each(ask: Callable[[str], Rows]) -> Ask:
    """Ask one query after the other."""

    def asked(queries: Mapping[str, str]) -> dict[str, Rows | str]:
        return {name: _told(ask, text) for name, text in queries.items()}

    return asked


def _told(ask: Callable[[str], Rows], text: str) -> Rows | str:
    try:
        return ask(text)
    except Exception as error:  # noqa: BLE001 - what it raises is what is compared with docs/loading.md
        return str(error) or type(error).__name__


def run(*command: str | Path, text: str = "") -> str:
    """What a program prints, or an error with what it complained of."""
    done = subprocess.run(
        list(map(str, command)),
        input=text,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=300,
        check=False,
    )
    if done.returncode and (done.stderr or not done.stdout):
        raise ValueError((done.stderr or done.stdout)[-800:])
    return done.stdout


@contextmanager
def pyoxigraph_store(file: Path, _work: Path) -> Iterator[Ask]:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)

    def ask(query: str) -> Rows:
        found = store.query(query)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        return rows((found.serialize(format=pyoxigraph.QueryResultsFormat.CSV) or b"").decode("utf-8"))

    yield each(ask)


@contextmanager
def rdflib_graph(file: Path, _work: Path) -> Iterator[Ask]:
    graph = rdflib.Graph().parse(file)

    def ask(query: str) -> Rows:
        found = graph.query(query).serialize(format="csv")
        assert found is not None
        return rows(found.decode("utf-8"))

    yield each(ask)


@contextmanager
def oxigraph_server(file: Path, work: Path) -> Iterator[Ask]:
    program, port = components.program("oxigraph"), free_port()
    run(program, "load", "--location", work / "db", "--file", file)
    command = (program, "serve", "--location", str(work / "db"), "--bind", f"127.0.0.1:{port}")
    with running(command, f"http://127.0.0.1:{port}/query", work):
        yield each(lambda query: rows(select(f"http://127.0.0.1:{port}/query", query)))


@contextmanager
def fuseki(file: Path, work: Path) -> Iterator[Ask]:
    java, jars, port = components.program("java"), components.folder("fuseki"), free_port()
    command = (java, "-jar", str(next(jars.glob("jena-fuseki-server-*.jar"))), f"--port={port}", "--localhost")
    with running((*command, f"--file={file}", "/kg"), f"http://127.0.0.1:{port}/$/ping", work):
        yield each(lambda query: rows(select(f"http://127.0.0.1:{port}/kg/sparql", query)))


@contextmanager
def rdf4j(file: Path, work: Path) -> Iterator[Ask]:
    java, jars = components.program("java"), components.folder("rdf4j")

    def ask(queries: Mapping[str, str]) -> dict[str, Rows | str]:
        for name, text in queries.items():
            (work / f"{name}.rq").write_text(text, encoding="utf-8")
        run(java, "-Dfile.encoding=UTF-8", "-cp", f"{jars}/*", HERE / "Rdf4jQueries.java", file, work)
        return {name: _written(work / name) for name in queries}

    yield ask


def _written(path: Path) -> Rows | str:
    """The rows that a program wrote, or why it wrote none."""
    answer = path.with_suffix(".csv")
    return rows(answer.read_text("utf-8")) if answer.is_file() else path.with_suffix(".error").read_text("utf-8")


@contextmanager
def virtuoso(file: Path, work: Path) -> Iterator[Ask]:
    server, isql = components.program("virtuoso-t"), components.program("isql-vt")
    port, web = free_port(), free_port()
    (work / "bulk").mkdir()
    shutil.copy(file, work / "bulk" / "graph.ttl")
    (work / "bulk" / "graph.ttl.graph").write_text("https://kg.example.org/g\n", encoding="utf-8")
    settings = (HERE / "virtuoso.ini").read_text("utf-8").format(work=work, port=port, web=web)
    (work / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = (server, "+configfile", str(work / "virtuoso.ini"), "+foreground")
    with running(command, f"http://127.0.0.1:{web}/sparql", work):
        told = (f"127.0.0.1:{port}", "dba", "dba", "ERRORS=STDOUT", "VERBOSE=OFF")
        run(
            isql,
            *told,
            f"exec=ld_dir ('{work}/bulk', '*.ttl', 'https://kg.example.org/g'); rdf_loader_run (); checkpoint;",
        )
        yield each(lambda query: rows(select(f"http://127.0.0.1:{web}/sparql", query)))


def _node(mode: str, file: Path) -> Ask:
    node, modules = components.program("node"), components.folder("node")

    def ask(queries: Mapping[str, str]) -> dict[str, Rows | str]:
        shutil.copy(HERE / "queries.mjs", modules / "queries.mjs")  # beside the modules that it imports
        answer = json.loads(run(node, modules / "queries.mjs", mode, file, text=json.dumps(dict(queries))))
        return {name: [tuple(row) for row in told] if isinstance(told, list) else told for name, told in answer.items()}

    return ask


@contextmanager
def comunica(file: Path, _work: Path) -> Iterator[Ask]:
    yield _node("comunica", file)


@contextmanager
def n3js(file: Path, _work: Path) -> Iterator[Ask]:
    yield _node("n3", file)


@contextmanager
def redland(file: Path, work: Path) -> Iterator[Ask]:
    rapper, roqet = components.program("rapper"), components.program("roqet")
    triples = work / "graph.nt"
    triples.write_text(run(rapper, "-q", "-i", "turtle", "-o", "ntriples", file), encoding="utf-8")

    def ask(query: str) -> Rows:
        (work / "query.rq").write_text(query, encoding="utf-8")
        return rows(run(roqet, "-q", "-r", "csv", "-F", "ntriples", "-D", triples, work / "query.rq"))

    yield each(ask)


SYSTEMS = {
    "pyoxigraph": pyoxigraph_store,
    "rdflib": rdflib_graph,
    "oxigraph": oxigraph_server,
    "fuseki": fuseki,
    "rdf4j": rdf4j,
    "virtuoso": virtuoso,
    "comunica": comunica,
    "n3": n3js,
    "redland": redland,
}
