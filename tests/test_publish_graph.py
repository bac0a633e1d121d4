"""Facts to Turtle: the same bytes always, the same triples for every reader, and names that stay text."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.errors import OutputError
from govgraph.model import Claim, Evidence, Facts, Figure, Key, Thing
from govgraph.publish import codes, graph, turtle
from govgraph.publish.iris import Iris, token
from govgraph.publish.literals import Literal, bounds, date, number
from govgraph.settings import DEFAULT_BASE
from tests.facts import DEPUTY, GOVERNMENT, GU, IDS, JIANGCHUAN, LIN, MAYOR, RIVERS, facts, said

GOLDEN = Path(__file__).parent / "golden" / "facts.ttl"
HOSTILE = [
    '"@zh . <http://evil/> <http://evil/> <http://evil/> .',
    "\\",
    "行一\n行二\r\t尾",
    '""" ; a <x>',
    "\\u0041\\",
    "'; DROP TABLE",
    "𠮷野家",
    "\u200b零宽\ufeff",
    "a\x00b\x1f\x7f",
    "<b>粗</b> & {}",
]


def written(value: Facts, path: Path, base: str = DEFAULT_BASE) -> int:
    count = turtle.write(path, graph.blocks(value, base, codes.labels(), "0" * 64), base)
    turtle.reread(path, count)
    return count


def test_bytes_are_those_of_the_golden_file(tmp_path: Path) -> None:
    written(facts(), tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == GOLDEN.read_text(encoding="utf-8")


def test_order_of_the_facts_changes_nothing(tmp_path: Path) -> None:
    value = facts()
    turned = replace(
        value,
        documents=value.documents[::-1],
        things=value.things[::-1],
        claims=value.claims[::-1],
        figures=value.figures[::-1],
    )
    written(turned, tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_bytes() == GOLDEN.read_bytes()


def test_subjects_are_sorted_once_each_and_prefixes_first() -> None:
    blocks = list(graph.blocks(facts(), DEFAULT_BASE, codes.labels()))
    described = [
        b.subject
        for b in blocks
        if not b.subject.startswith((f"{DEFAULT_BASE}dataset", "https://w3id.org/govgraph/code#"))
    ]
    assert described == sorted(set(described))
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("@prefix"))
    assert all(line.startswith("@prefix") for line in lines[: last + 1])
    assert "[" not in "".join(line.split('"')[0] for line in lines)


def test_two_libraries_read_the_same_triples() -> None:
    strict = pyoxigraph.parse(path=str(GOLDEN), format=pyoxigraph.RdfFormat.TURTLE)
    first = {(str(q.subject), str(q.predicate), str(q.object)) for q in strict}
    second = rdflib.Graph().parse(GOLDEN)
    again = pyoxigraph.parse(second.serialize(format="nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert first == {(str(q.subject), str(q.predicate), str(q.object)) for q in again}
    assert len(first) == sum(len(b.rows) for b in graph.blocks(facts(), DEFAULT_BASE, codes.labels(), "0" * 64))


def test_the_data_set_counts_itself() -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(GOLDEN), format=pyoxigraph.RdfFormat.TURTLE)
    query = "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?n { ?d void:triples ?n }"
    solutions = store.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert [int(row["n"].value) for row in solutions] == [len(store)]


def objects(value: Facts, subject: str, predicate: str) -> list[str]:
    rows = graph.triples(graph.blocks(value, DEFAULT_BASE, codes.labels()))
    return [o.text if isinstance(o, Literal) else o for s, p, o in rows if s == subject and p.endswith(predicate)]


def test_direct_triples_stand_beside_claims() -> None:
    iris = Iris.of(DEFAULT_BASE, facts().documents)
    assert objects(facts(), iris.thing(LIN), "holds") == [iris.thing(MAYOR)]
    assert objects(facts(), iris.thing(MAYOR), "postIn") == [iris.thing(GOVERNMENT)]
    assert len(objects(facts(), iris.thing(RIVERS), "participant")) == 2
    assert objects(facts(), iris.thing(RIVERS), "leadBody") == [iris.thing(GOVERNMENT)]


def test_a_proposed_holder_has_a_claim_and_no_direct_triple() -> None:
    iris = Iris.of(DEFAULT_BASE, facts().documents)
    assert objects(facts(), iris.thing(GU), "holds") == []
    claims = [c for c in facts().claims if c.object == DEPUTY and c.predicate == "holds"]
    assert objects(facts(), iris.claim(claims[0]), "status") == ["https://w3id.org/govgraph/code#status-proposed"]


def test_iris_are_codes_or_short_hashes_of_what_is_named() -> None:
    iris = Iris(DEFAULT_BASE, {})
    assert iris.thing(Key("Place", "220203")) == DEFAULT_BASE + "place/220203"
    assert iris.thing(Key("Body", "甲", "1")) != iris.thing(Key("Body", "甲", "2"))
    assert iris.thing(Key("Body", "吉林市（甲）")) == iris.thing(Key("Body", "吉林市(甲)"))
    assert token("Body", "ab", "c") != token("Body", "a", "bc")


def test_known_iri_never_changes() -> None:
    assert Iris(DEFAULT_BASE, {}).thing(Key("Body", "吉林市人民政府", "220200")) == DEFAULT_BASE + "body/oagur4ism6"


def test_two_things_under_one_iri_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Iris, "thing", lambda self, key: f"{self.base}{key.kind.lower()}/same")
    with pytest.raises(OutputError, match="share the IRI"):
        list(graph.blocks(facts(), DEFAULT_BASE, codes.labels()))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text: str, tmp_path: Path) -> None:
    key = Key("Person", text)
    evidence = Evidence(IDS[JIANGCHUAN], 0, 1, text, text, text)
    mean = replace(facts(), things=(*facts().things, Thing(key, text, evidence=(evidence,))))
    before, after = written(facts(), tmp_path / "a.ttl"), written(mean, tmp_path / "b.ttl")
    assert after - before == 3 + 4 + 3 + 4
    back = {str(o) for o in rdflib.Graph().parse(tmp_path / "b.ttl").objects()}
    assert text in back


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_text_survives(text: str) -> None:
    block = graph.Block(DEFAULT_BASE + "person/x", ((str(rdflib.RDFS.label), Literal(text, language="zh")),))
    document = "".join(turtle.lines([block], DEFAULT_BASE))
    (quad,) = pyoxigraph.parse(document, format=pyoxigraph.RdfFormat.TURTLE)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert quad.object.value == text


@pytest.mark.parametrize("base", ["urn:example:", "https://example.org/kg#", "http://example.org/a/"])
def test_other_bases_are_written_as_well(base: str, tmp_path: Path) -> None:
    assert written(facts(), tmp_path / "graph.ttl", base) > 500


def test_an_iri_that_stores_would_refuse_is_refused() -> None:
    block = graph.Block(DEFAULT_BASE + "person/王吉", ((terms_type(), DEFAULT_BASE + "x"),))
    with pytest.raises(OutputError, match="ASCII"):
        list(turtle.lines([block], DEFAULT_BASE))


def terms_type() -> str:
    return str(rdflib.RDF.type)


def test_a_damaged_file_is_not_taken_for_written(tmp_path: Path) -> None:
    count = written(facts(), tmp_path / "graph.ttl")
    with pytest.raises(OutputError, match="triples"):
        turtle.reread(tmp_path / "graph.ttl", count + 1)
    (tmp_path / "graph.ttl").write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(OutputError, match="not valid Turtle"):
        turtle.reread(tmp_path / "graph.ttl", 1)


def test_a_claim_of_the_gazetteer_has_its_direct_triple_alone() -> None:
    place, larger = Key("Place", "220203"), Key("Place", "220200")
    value = Facts(
        things=(Thing(larger, "吉林市"), Thing(place, "龙潭区")), claims=(Claim(place, "within", larger, (), "x"),)
    )
    said_of = [
        (s, p) for s, p, _ in graph.triples(graph.blocks(value, DEFAULT_BASE, {})) if "within" in p or "claim" in s
    ]
    assert said_of == [(DEFAULT_BASE + "place/220203", "https://w3id.org/govgraph/ns#within")]


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("45800", "45800", "integer"),
        ("45800.0", "45800", "integer"),
        ("4.580", "4.58", "decimal"),
        ("-0.5", "-0.5", "decimal"),
        ("0", "0", "integer"),
        ("-0", "0", "integer"),
        ("1e5", "100000", "integer"),
        ("90071992547409930", "90071992547409930.0", "decimal"),
        ("0.12345678901234567", "0.123456789012", "decimal"),
        ("0.00000000000001", "0.0", "decimal"),
    ],
)
def test_numbers_stay_inside_what_stores_keep(text: str, shown: str, kind: str) -> None:
    assert number(text).text == shown
    assert number(text).datatype.endswith(kind)


@pytest.mark.parametrize("text", ["", "万", "NaN", "inf", "1e999999"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(OutputError, match="not a number"):
        number(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023", "gYear"),
        ("2023-05", "gYearMonth"),
        ("2023-05-02", "date"),
        ("2023-13", ""),
        ("2023-02-30", ""),
        ("去年", ""),
    ],
)
def test_dates_are_as_exact_as_they_are_known(text: str, kind: str) -> None:
    assert date(text).datatype.rpartition("#")[2] == kind


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03", ("2024-02-03", "2024-02-03")),
        ("2021/2023-06", ("2021-01-01", "2023-06-30")),
        ("近年", None),
        ("", None),
    ],
)
def test_periods_have_a_first_and_a_last_day(period: str, days: tuple[str, str] | None) -> None:
    assert bounds(period) == days


def test_a_figure_without_unit_has_none() -> None:
    figure = Figure(RIVERS, "3", "", "", "3", (said(JIANGCHUAN, "九河连通"),), "x")
    iris = Iris.of(DEFAULT_BASE, facts().documents)
    value = replace(facts(), figures=(figure,))
    assert objects(value, iris.figure(figure), "unit") == []
    assert objects(value, iris.figure(figure), "value") == ["3"]
