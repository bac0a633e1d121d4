"""SPARQL 1.1 Protocol as its recommendation has it, formats, limits of who may ask, and clients that people use."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph
import pytest

from tests.serving import FORM, Server, serving

PEOPLE = "SELECT ?s ?name WHERE { ?s a gg:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 3"
TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def served(sample: Path) -> Iterator[Server]:
    with serving(sample) as server:
        yield server


@pytest.mark.parametrize(
    ("name", "method", "path", "headers", "body", "status"),
    [
        # The cases of the W3C protocol suite that concern queries, in their order.
        ("query by get", "GET", f"/sparql?{urlencode({'query': 'ASK {}'})}", {}, "", 200),
        ("query by form", "POST", "/sparql", {"Content-Type": FORM}, urlencode({"query": "ASK {}"}), 200),
        ("query by post", "POST", "/sparql", {"Content-Type": "application/sparql-query"}, "ASK {}", 200),
        (
            "content type with charset",
            "POST",
            "/sparql",
            {"Content-Type": "application/sparql-query; charset=UTF-8"},
            "ASK {}",
            200,
        ),
        (
            "dataset by get",
            "GET",
            f"/sparql?{urlencode({'query': 'ASK {}', 'default-graph-uri': 'http://a/g'})}",
            {},
            "",
            200,
        ),
        (
            "several graphs",
            "POST",
            "/sparql?default-graph-uri=http%3A%2F%2Fa%2F1&named-graph-uri=http%3A%2F%2Fa%2F2",
            {"Content-Type": "application/sparql-query"},
            "ASK { GRAPH ?g { ?s ?p ?o } }",
            200,
        ),
        ("two queries", "GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", {}, "", 400),
        ("no query", "POST", "/sparql", {"Content-Type": FORM}, "", 400),
        ("wrong method", "PUT", "/sparql?query=ASK%20%7B%7D", {}, "", 405),
        ("wrong media type", "POST", "/sparql", {"Content-Type": "text/plain"}, "ASK {}", 415),
        ("missing media type", "POST", "/sparql", {}, "query=ASK%20%7B%7D", 415),
        ("wrong syntax", "GET", f"/sparql?{urlencode({'query': 'ASK {'})}", {}, "", 400),
        (
            "not UTF-8",
            "POST",
            "/sparql",
            {"Content-Type": "application/sparql-query"},
            "ASK { ?s ?p '\xff' }".encode("latin-1"),
            400,
        ),
        (
            "form not UTF-8",
            "POST",
            "/sparql",
            {"Content-Type": FORM},
            b"query=ASK%20%7B%20%3Fs%20%3Fp%20%27%FF%27%20%7D",
            400,
        ),
        ("relative graph", "GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=a%20b", {}, "", 400),
        (
            "too long",
            "POST",
            "/sparql",
            {"Content-Type": "application/sparql-query"},
            "#" * (1 << 20) + "\nASK {}",
            413,
        ),
    ],
)
def test_protocol(
    served: Server, name: str, method: str, path: str, headers: dict[str, str], body: str | bytes, status: int
) -> None:
    answer = served.ask(method, path, headers, body)
    assert answer.status == status, (name, answer.text)


@pytest.mark.parametrize(
    "body", ["update", "INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", "LOAD <http://localhost/>"]
)
@pytest.mark.parametrize("kind", [FORM, "application/sparql-update", "application/sparql-query", "text/turtle"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/sparql", "/data?default"])
def test_nothing_is_written(served: Server, body: str, kind: str, method: str, path: str) -> None:
    text = urlencode({"update": body}) if kind == FORM else body
    assert 400 <= served.ask(method, path, {"Content-Type": kind}, text).status < 500


def test_an_update_is_told_that_this_endpoint_reads_only(served: Server) -> None:
    assert "reads only" in served.query("DELETE WHERE { ?s ?p ?o }").json()["error"]


def test_a_fault_has_line_and_column(served: Server) -> None:
    fault = served.query("SELECT *\nWHERE { ?s ?p }").json()
    assert (fault["line"], "column" in fault) == (2, True)
    assert "line 2" in fault["error"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("text/*;q=0.2, application/xml;q=0.1", "text/csv"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_rows_come_as_asked(served: Server, accept: str, kind: str) -> None:
    answer = served.query(PEOPLE, accept)
    assert answer.headers["Content-Type"].partition(";")[0] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_cannot_be_had_is_406(served: Server) -> None:
    assert served.query(PEOPLE, "image/png").status == 406
    assert served.query("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406


ODD = r"""SELECT ?a ?b ?c ?d ?e WHERE {
  VALUES (?a ?b ?c ?d) {
    ("quo\"te, \n line\ttab"@zh <http://a/?x=1&y=2> 1.5 "<b>&]]>"^^<http://a/t>) ("" UNDEF true "a") }
}"""


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rows_survive_their_format(served: Server, form: str) -> None:
    formats = {"json": pyoxigraph.QueryResultsFormat.JSON, "xml": pyoxigraph.QueryResultsFormat.XML}
    formats["tsv"] = pyoxigraph.QueryResultsFormat.TSV
    data = served.get(f"/sparql?{urlencode({'query': ODD, 'format': form})}".replace("+", "%20")).data
    read = pyoxigraph.parse_query_results(data, format=formats[form])
    truth = pyoxigraph.Store().query(ODD)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    assert isinstance(truth, pyoxigraph.QuerySolutions)
    names = "abcde"
    assert [[row[name] for name in names] for row in read] == [[row[name] for name in names] for row in truth]


def test_csv_is_as_excel_reads_it(served: Server) -> None:
    rows = list(csv.reader(io.StringIO(served.query(ODD, "text/csv").text, newline="")))
    assert rows[0] == ["a", "b", "c", "d", "e"]
    assert rows[1][0] == 'quo"te, \n line\ttab'
    assert rows[2][1] == ""


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_triples_come_as_asked(served: Server, kind: str) -> None:
    answer = served.query("CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a gg:Person ; rdfs:label ?l }", kind)
    assert answer.headers["Content-Type"].startswith(kind)
    read = pyoxigraph.parse(answer.data, format=pyoxigraph.RdfFormat.from_media_type(kind))
    assert len(list(read)) == int(served.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s a gg:Person }")[0]["n"])


def test_a_dataset_of_other_graphs_is_empty(served: Server) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        given = urlencode({"query": "ASK { ?s ?p ?o }", name: "http://nowhere.example/"})
        assert served.get(f"/sparql?{given}").json()["boolean"] is False


def test_description_names_the_address_that_was_asked(served: Server) -> None:
    text = served.get("/sparql", "text/turtle").text
    assert f"<{served.url}/sparql>" in text
    assert "sd:Service" in text


def test_void_and_the_whole_graph(served: Server) -> None:
    assert "void:triples" in served.get("/.well-known/void", "text/turtle").text
    whole = served.get("/data?default", "text/turtle")
    assert whole.data == (served.folder / "graph.ttl").read_bytes()
    lines = served.get("/data?default", "application/n-triples").text.splitlines()
    assert len(lines) == int(served.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"])
    assert served.get("/data?graph=http://a/").status == 404
    assert served.get("/data").status == 400


def test_rows_that_are_cut_are_flagged(sample: Path) -> None:
    with serving(sample, "--rows", "7") as server:
        for form, count in (("csv", 8), ("tsv", 8)):
            answer = server.get(f"/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D&format={form}")
            assert answer.headers["X-Govgraph-Cut"] == "7 rows"
            assert len(list(csv.reader(io.StringIO(answer.text, newline="")))) == count
        cut = server.query("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")
        assert (cut.headers["X-Govgraph-Cut"], cut.text.count("\n")) == ("7 triples", 7)
        assert "X-Govgraph-Cut" not in server.query("SELECT * { ?s ?p ?o } LIMIT 7").headers


# Clients


def test_curl(served: Server) -> None:
    if not shutil.which("curl"):
        pytest.skip("needs curl")
    command = [
        "curl",
        "-sS",
        "-G",
        "--data-urlencode",
        f"query={PEOPLE}",
        "-H",
        "Accept: text/csv",
        f"{served.url}/sparql",
    ]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.count(b"\r\n") == 4


@pytest.mark.filterwarnings("ignore")
def test_sparqlwrapper(served: Server) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="needs SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{served.url}/sparql")
    for method in ("GET", "POST"):
        client.setMethod(method)
        client.setQuery(PEOPLE)
        for form in (wrapper.JSON, wrapper.XML, wrapper.CSV):
            client.setReturnFormat(form)
            assert client.query().convert()
    client.setQuery("CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a gg:Person ; rdfs:label ?l }")
    client.setReturnFormat(wrapper.TURTLE)
    assert b"label" in client.query().convert()
    client.setQuery("SELECT * {")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_store(served: Server, method: str) -> None:
    from rdflib import Graph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    store = SPARQLStore(f"{served.url}/sparql", method=method)
    graph = Graph(store)
    assert len(list(graph.query(f"PREFIX gg: <https://w3id.org/govgraph/ns#> {PEOPLE}"))) == 3
    built = graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/govgraph/ns#Person> ; ?p ?o }")
    assert built.graph is not None
    assert len(built.graph) > 50


def test_comunica(served: Server) -> None:
    packages = TOP / ".components" / "node" / "node_modules" / "@comunica"
    scripts = [packages / name / "bin" / "query.js" for name in ("query-sparql", "query-sparql-file")]
    found = next((str(path) for path in scripts if path.is_file()), shutil.which("comunica-sparql"))
    if not found or not shutil.which("node"):
        pytest.skip("needs node, and Comunica in .components/node (.ci/components) or comunica-sparql on the path")
    words = ["node", found] if found.endswith(".js") else [found]
    query = "PREFIX gg: <https://w3id.org/govgraph/ns#> SELECT ?s WHERE { ?s a gg:Person } LIMIT 3"
    done = subprocess.run(
        [*words, f"sparql@{served.url}/sparql", query], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 3


# Who may ask


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "localhost:1",
        "127.0.0.1.nip.io",
        "[::2]",
        "10.0.0.1",
        "",
        "a,localhost",
    ],
)
def test_other_names_are_refused(served: Server, host: str) -> None:
    for path in ("/", "/health", "/sparql?query=ASK%7B%7D"):
        assert served.ask("GET", path, {"Host": host}).status in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_own_names_are_answered(served: Server, host: str) -> None:
    assert served.ask("GET", "/health", {"Host": f"{host}:{served.port}"}).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({}, 200),
    ],
)
def test_other_sites_ask_nothing(served: Server, headers: dict[str, str], status: int) -> None:
    answer = served.ask("GET", "/sparql?query=ASK%7B%7D", headers)
    assert answer.status == status
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_other_sites_may_link_to_a_page_and_not_frame_it(served: Server) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    page = served.ask("GET", "/", {**followed, "Sec-Fetch-Dest": "document"})
    assert page.status == 200
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert served.ask("GET", "/", {**followed, "Sec-Fetch-Dest": "iframe"}).status == 403


def test_cors_is_for_those_who_are_named(sample: Path) -> None:
    with serving(sample, "--cors", "https://lab.example") as server:
        shared = server.ask("GET", "/sparql?query=ASK%7B%7D", {"Origin": "https://lab.example"})
        assert (shared.status, shared.headers["Access-Control-Allow-Origin"]) == (200, "https://lab.example")
        assert server.ask("GET", "/sparql?query=ASK%7B%7D", {"Origin": "https://evil.example"}).status == 403
        assert server.ask("OPTIONS", "/sparql", {"Origin": "https://lab.example"}).status == 204


def test_beyond_this_machine_a_token_is_needed(sample: Path) -> None:
    import sys

    command = [sys.executable, "-m", "govgraph", "serve", str(sample), "--host", "0.0.0.0", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "--token" in done.stderr
    with serving(sample, "--host", "0.0.0.0", "--token", "correct-horse-battery") as server:
        assert server.get("/health").status == 200
        assert server.get("/").status == 401
        assert server.get("/?token=wrong").status == 401
        assert server.get("/", Authorization="Bearer correct-horse-battery").status == 200
        welcomed = server.get("/sparql?x=1&token=correct-horse-battery")
        assert (welcomed.status, welcomed.headers["Location"]) == (303, "/sparql?x=1")
        cookie = welcomed.headers["Set-Cookie"]
        assert re.search("HttpOnly.*SameSite=strict", cookie, re.IGNORECASE)
        assert "correct-horse" not in cookie
        assert server.get("/", Cookie=cookie.partition(";")[0]).status == 200
        assert server.get("//evil.example/?token=correct-horse-battery").headers["Location"] == "/evil.example/"
        assert server.ask("GET", "/health", {"Host": "evil.example"}).status == 421


def test_the_store_is_loaded_once(sample: Path) -> None:
    def stamp() -> list[tuple[str, int]]:
        folders = sorted((sample / ".govgraph" / "serve").iterdir())
        return [(each.name, (each / "names.sqlite").stat().st_mtime_ns) for each in folders]

    with serving(sample):
        before = stamp()
    with serving(sample) as one, serving(sample) as two:
        assert one.get("/health").status == two.get("/health").status == 200
        assert stamp() == before
    assert len(before) == 1
