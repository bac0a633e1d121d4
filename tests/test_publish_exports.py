"""The facts in the shapes of other tools."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from govgraph.model import VALUES, Facts, Key, Thing
from govgraph.publish import exports
from govgraph.publish.exports.wikidata import spaced
from govgraph.settings import DEFAULT_BASE
from tests.facts import facts


@pytest.fixture
def written(tmp_path: Path) -> Path:
    exports.write(tmp_path / "exports", facts(), DEFAULT_BASE, ["ftm", "wikidata", "graphml"])
    return tmp_path / "exports"


def test_nothing_is_written_where_nothing_was_asked_for(tmp_path: Path) -> None:
    exports.write(tmp_path / "exports", facts(), DEFAULT_BASE, [])
    assert not (tmp_path / "exports").exists()


def test_followthemoney_has_people_posts_bodies_and_who_occupies_what(written: Path) -> None:
    lines = (written / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert [entity["id"] for entity in map(json.loads, lines)] == sorted(entities)
    assert {entity["schema"] for entity in entities.values()} <= {
        *("Person", "PublicBody", "Organization", "Position", "Occupancy")
    }
    mayor = next(e for e in entities.values() if e["properties"].get("name") == ["江川市人民政府市长"])
    assert entities[mayor["properties"]["organization"][0]]["properties"]["name"] == ["江川市人民政府"]
    for entity in entities.values():
        if entity["schema"] == "Occupancy":
            assert entities[entity["properties"]["holder"][0]]["schema"] == "Person"
            assert entities[entity["properties"]["post"][0]]["schema"] == "Position"
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


@pytest.mark.parametrize(
    ("code", "shown"), [("220284", "22 02 84"), ("220200", "22 02"), ("220000", "22"), ("110000", "11"), ("", "")]
)
def test_wikidata_writes_codes_with_spaces(code: str, shown: str) -> None:
    assert spaced(code) == shown


def test_wikidata_rows_have_a_statement_its_qualifiers_and_its_reference(written: Path) -> None:
    raw = (written / "wikidata.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert len(rows) == len(facts().tenures)
    for row in rows:
        assert row["item"]
        assert row["P39_iri"].startswith(DEFAULT_BASE + "post/")


def test_graphml_is_read_by_networkx(written: Path) -> None:
    read = nx.read_graphml(written / "graph.graphml", force_multigraph=True)
    assert read.is_multigraph()
    assert len(read) == len(facts().things)
    assert read.number_of_edges() == sum(claim.object.kind not in VALUES for claim in facts().claims)
    assert {data["kind"] for _, data in read.nodes(data=True)} == {thing.key.kind for thing in facts().things}


@pytest.mark.parametrize("name", ["<b>&\"'", "a\x00b\x0b", "=1+1", "行\n行"])
def test_hostile_names_stay_text(name: str, tmp_path: Path) -> None:
    value = Facts(things=(Thing(Key("Person", name), name),))
    exports.write(tmp_path / "exports", value, DEFAULT_BASE, ["ftm", "wikidata", "graphml"])
    read = nx.read_graphml(tmp_path / "exports" / "graph.graphml")
    assert len(read) == 1
    (line,) = (tmp_path / "exports" / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["properties"]["name"] == [name]
