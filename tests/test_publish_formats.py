"""One graph, six formats: each says the same to two readers that share no code, and equal facts give equal bytes."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph.errors import OutputError
from govgraph.publish import codes, formats, graph, jsonld, quads, rdf12, reading, trig, turtle
from govgraph.publish.literals import Literal
from govgraph.publish.terms import GG, TYPE, XSD
from govgraph.settings import DEFAULT_BASE
from tests.facts import facts

GRAPHS = int(os.environ.get("GOVGRAPH_GRAPHS", "200"))  # the full number is 10,000: make fuzz
FILES = {
    "ttl": "graph.ttl",
    "nt": "graph.nt",
    "nq": "graph.nq",
    "trig": "graph.trig",
    "jsonld": "graph.jsonld",
    "rdf12": "graph-rdf12.ttl",
}
Triple = tuple[str, str, str]


def blocks() -> Iterator[graph.Block]:
    return graph.blocks(facts(), DEFAULT_BASE, codes.labels(), "0" * 64)


def strict(path: Path, form: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(path=str(path), format=reading.PARSERS[form][1]))


def bare(quads_: list[pyoxigraph.Quad]) -> set[Triple]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads_}


def by_rdflib(path: Path, form: str) -> set[Triple]:
    """What rdflib reads, in the words of pyoxigraph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = rdflib.Dataset()
        data.parse(path, format={"ttl": "turtle", "jsonld": "json-ld"}.get(form, form))
        found = rdflib.Graph()
        for quad in data.quads():
            found.add(quad[:3])
        text = found.serialize(format="nt")
    return bare(list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES)))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    formats.write(folder, blocks, DEFAULT_BASE, FILES, second=True)
    return folder


@pytest.fixture(scope="module")
def expected() -> set[Triple]:
    text = "".join(line for block in blocks() for line in quads.lines(block))
    return bare(list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES)))


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_each_format_says_the_same(form: str, written: Path, expected: set[Triple]) -> None:
    assert bare(strict(written / FILES[form], form)) == expected


@pytest.mark.parametrize("form", ["ttl", "nt", "trig", "jsonld"])
def test_a_second_reader_agrees(form: str, written: Path, expected: set[Triple]) -> None:
    assert by_rdflib(written / FILES[form], form) == expected


@pytest.mark.parametrize("form", list(FILES))
def test_equal_facts_give_equal_bytes(form: str, written: Path, tmp_path: Path) -> None:
    formats.write(tmp_path, blocks, DEFAULT_BASE, [form])
    assert (tmp_path / FILES[form]).read_bytes() == (written / FILES[form]).read_bytes()


def test_a_graph_of_its_own_holds_what_one_document_says(written: Path) -> None:
    read = {form: strict(written / FILES[form], form) for form in ("nq", "trig")}
    assert {str(quad) for quad in read["nq"]} == {str(quad) for quad in read["trig"]}
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for quad in read["nq"]:
        if quad.predicate.value == TYPE:
            kinds[isinstance(quad.graph_name, pyoxigraph.NamedNode)].add(str(quad.object))
    assert f"<{GG}Claim>" in kinds[True]
    assert f"<{GG}Person>" in kinds[False]
    assert f"<{GG}Evidence>" not in kinds[False]
    documents = {str(q.subject) for q in read["nq"] if q.predicate.value == TYPE and str(q.object) == f"<{GG}Document>"}
    graphs = {str(q.graph_name) for q in read["nq"] if isinstance(q.graph_name, pyoxigraph.NamedNode)}
    assert graphs == documents


def test_each_graph_of_trig_opens_once(written: Path) -> None:
    opened = [line for line in (written / "graph.trig").read_text(encoding="utf-8").splitlines() if line.endswith(" {")]
    assert len(opened) == len(set(opened)) == 2


def test_rdf12_reifies_what_turtle_names_apart(written: Path) -> None:
    one = pyoxigraph.Store()
    one.bulk_load(path=str(written / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    two = pyoxigraph.Store()
    two.bulk_load(path=str(written / "graph-rdf12.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    one.update(
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
        "DELETE { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } INSERT { ?c rdf:reifies <<( ?s ?p ?o )>> }"
        "WHERE { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    )
    assert {str(quad) for quad in one} == {str(quad) for quad in two}


def test_jsonld_is_plain_json_for_who_does_not_know_rdf(written: Path) -> None:
    said = json.loads((written / "graph.jsonld").read_text(encoding="utf-8"))
    mayor = next(node for node in said["@graph"] if node.get("label") == "林知远")
    assert mayor["@type"] == ["gg:Person"]
    assert all(post.startswith("post/") for post in mayor["holds"])


def test_a_large_graph_is_cut_into_shards_that_stand_alone(tmp_path: Path, expected: set[Triple]) -> None:
    done = quads.write(tmp_path, blocks(), "nt", shard=100)
    assert len(done) > 3
    assert [path.name for path, _ in done][:2] == ["graph-0001.nt", "graph-0002.nt"]
    assert all(count <= 100 for _, count in done)
    assert bare([quad for path, _ in done for quad in strict(path, "nt")]) == expected


def test_no_facts_are_a_graph_as_well(tmp_path: Path) -> None:
    assert formats.write(tmp_path, lambda: iter(()), DEFAULT_BASE, FILES) == 0


@pytest.mark.parametrize("form", list(FILES))
def test_a_damaged_file_is_not_taken_for_written(form: str, written: Path, tmp_path: Path) -> None:
    whole = (written / FILES[form]).read_bytes()
    path = tmp_path / FILES[form]
    path.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(OutputError, match=r"not valid|triples where"):
        reading.reread(path, form, len(strict(written / FILES[form], form)))


@pytest.mark.parametrize("base", ["urn:example:", "https://example.org/kg#", "http://example.org/a/"])
def test_other_bases_are_written_as_well(base: str, tmp_path: Path) -> None:
    assert formats.write(tmp_path, lambda: graph.blocks(facts(), base, codes.labels()), base, FILES) > 500


# Graphs that nobody wrote: any text, numbers, dates and tags, under IRIs of our kinds.

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LITERALS = st.one_of(
    st.builds(lambda text: Literal(text), TEXT),  # noqa: PLW0108 - else the other fields are drawn as well
    st.builds(lambda text: Literal(text, language="zh"), TEXT),
    st.builds(lambda n: Literal(str(n), XSD + "integer"), st.integers(-(2**53) + 1, 2**53 - 1)),
    st.builds(lambda n: Literal(f"{n}.5", XSD + "decimal"), st.integers(-(10**9), 10**9)),
    st.builds(lambda d: Literal(d.isoformat(), XSD + "date"), st.dates()),
    st.sampled_from([Literal("2024", XSD + "gYear"), Literal("2024-05", XSD + "gYearMonth")]),
)
LOCAL = st.from_regex(r"[a-z0-9](?:[a-z0-9_-]{0,6}[a-z0-9])?", fullmatch=True)
IRIS = st.one_of(
    st.builds(lambda name: f"{DEFAULT_BASE}person/{name}", LOCAL),
    st.builds(lambda name: f"{GG}{name}", LOCAL),
    st.builds(lambda name: f"http://example.org/{name}/?a=b&c={name}", LOCAL),
    st.builds(lambda name: f"urn:x:{name}", LOCAL),
)
PREDICATES = st.one_of(
    IRIS, st.sampled_from([GG + "measure", GG + "value", GG + "participant", GG + "periodStart", GG + "divisionCode"])
)
BLOCKS = st.lists(
    st.builds(
        lambda subject, rows: graph.Block(subject, tuple(sorted(set(rows), key=graph._order))),
        IRIS,
        st.lists(st.tuples(PREDICATES, st.one_of(IRIS, LITERALS)), min_size=1, max_size=6),
    ),
    max_size=5,
    unique_by=lambda block: block.subject,
)
WRITERS = {"ttl": turtle.write, "trig": trig.write, "jsonld": jsonld.write, "rdf12": rdf12.write}


@settings(max_examples=GRAPHS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BLOCKS)
def test_any_graph_survives_every_format(tmp_path: Path, found: list[graph.Block]) -> None:
    (path, _), *_ = quads.write(tmp_path, found, "nt") or [(tmp_path / "none.nt", 0)]
    if not found:
        return
    meant = bare(strict(path, "nt"))
    assert len(meant) == sum(len(block.rows) for block in found)
    for form, write in WRITERS.items():
        file = tmp_path / f"graph.{form}"
        write(file, found, DEFAULT_BASE)
        assert bare(strict(file, form)) == meant, form
        if form != "rdf12":
            assert by_rdflib(file, form) == meant, form
