"""A new version replaces a good one only if it keeps the shapes and has not shrunk; else the old one stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.collection import Collection

import govgraph
from govgraph.errors import CheckError
from govgraph.model import Key
from govgraph.publish import codes, graph, guard, nodes, shapes, turtle
from govgraph.publish.graph import Block
from govgraph.publish.literals import Literal, zh
from govgraph.publish.quoted import Quoted
from govgraph.publish.terms import GG, HOLDS, LABEL, OA, RDF, TYPE, XSD
from govgraph.settings import DEFAULT_BASE, Settings, shipped
from govgraph.store.check import check
from tests.conftest import CORPUS
from tests.facts import LIN, facts

KIND = "rdf:type"


def blocks() -> list[Block]:
    return list(graph.blocks(facts(), DEFAULT_BASE, codes.labels()))


def watched(found: list[Block]) -> shapes.Watch:
    watch = shapes.Watch(shapes.rules())
    assert list(watch.over(found)) == found
    return watch


def changed(kind: str, predicate: str, value: nodes.Object | None, *, added: bool = False) -> list[Block]:
    """The blocks, with a predicate of the first member of a class set to another value, or taken away."""
    done = False

    def each() -> Iterator[Block]:
        nonlocal done
        for block in blocks():
            if done or (TYPE, kind) not in block.rows:
                yield block
                continue
            done = True
            rows = [row for row in block.rows if added or row[0] != predicate]
            rows += [(predicate, value)] if value is not None else []
            yield Block(block.subject, tuple(sorted(set(rows), key=graph._order)))

    return list(each())


BREACHES = [
    changed(GG + "Person", LABEL, None),
    changed(GG + "Person", LABEL, zh("又名"), added=True),
    changed(GG + "Person", LABEL, Literal("Lin", language="en")),
    changed(GG + "Person", HOLDS, DEFAULT_BASE + "person/nobody"),
    changed(GG + "Post", GG + "title", zh("")),
    changed(GG + "Place", GG + "divisionCode", Literal("12")),
    changed(GG + "Body", GG + "bodyKind", zh("政府")),
    changed(GG + "Claim", RDF + "predicate", GG + "likes"),
    changed(GG + "Claim", RDF + "subject", DEFAULT_BASE + "person/nobody"),
    changed(GG + "Claim", GG + "evidence", None),
    changed(GG + "Claim", GG + "assertedOn", Literal("昨天")),
    changed(GG + "Figure", GG + "value", Literal("many")),
    changed(GG + "Figure", GG + "periodStart", Literal("2999-01-01", XSD + "date")),
    changed(GG + "Evidence", OA + "hasSelector", None),
    changed(OA + "TextQuoteSelector", OA + "exact", Literal("")),
    changed(OA + "TextPositionSelector", OA + "start", Literal("9999", XSD + "integer")),
    changed(GG + "Document", GG + "textHash", Literal("x")),
]


def test_a_good_graph_breaks_nothing() -> None:
    assert watched(blocks()).broken() == {}


@pytest.mark.parametrize("number", range(len(BREACHES)))
def test_each_breach_is_seen_as_pyshacl_sees_it(number: int, tmp_path: Path) -> None:
    found = watched(BREACHES[number]).broken()
    turtle.write(tmp_path / "graph.ttl", BREACHES[number], DEFAULT_BASE)
    meant = {rule.message for rule in check(tmp_path, most=0)}
    qualified = {"证据必须有引文", "证据必须有位置"}  # left to pySHACL
    assert found
    assert set(found) == meant - qualified


EVIDENCE = st.builds(
    Quoted,
    st.sampled_from([f"{base}evidence/{name}" for base in (DEFAULT_BASE, "urn:x#") for name in "abc"]),
    st.sampled_from([f"{DEFAULT_BASE}doc/{name}" for name in "ab"]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(["", "引文", '甲"\n\\']),
    st.sampled_from(["", "前", "前\n"]),
    st.sampled_from(["", "后"]),
)


@pytest.mark.parametrize("changed", [{}, {"shortest": 2}, {"pattern": re.compile("引文|甲")}], ids=str)
@settings(max_examples=100, deadline=None)
@given(found=st.lists(EVIDENCE, max_size=12))
def test_what_is_quoted_is_written_counted_and_judged_as_its_blocks(
    changed: dict[str, Any], found: list[Quoted]
) -> None:
    rules = {
        kind: tuple(replace(rule, **changed) if rule.path == (OA + "exact",) else rule for rule in each)
        for kind, each in shapes.rules().items()
    }
    judged = []
    for given_blocks in (found, list(graph.apart(found))):
        watch, tally = shapes.Watch(rules), graph.Tally()
        text = "".join(turtle.lines(tally.over(watch.over(given_blocks)), DEFAULT_BASE))
        judged.append((text, tally.triples, tally.classes, watch.classes, set(watch.broken()), sorted(watch._later)))
    assert judged[0] == judged[1]


def test_every_rule_of_the_shapes_is_read_but_the_qualified_ones() -> None:
    text = rdflib.Graph().parse(shipped("ontology") / "shapes.ttl")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    asked = {node for node in text.objects(None, sh.property) if (node, sh.qualifiedValueShape, None) not in text}
    either = (choice for each in text.objects(None, sh["or"]) for choice in Collection(text, each))
    asked |= {node for node in either if (node, sh.path, None) in text}
    messages = {str(m) for node in asked for m in text.objects(node, sh.message) if getattr(m, "language", "") == "zh"}
    assert {rule.message for rules in shapes.rules().values() for rule in rules} == messages


def test_what_breaks_the_shapes_does_not_replace_what_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "in.txt"
    text.write_text("2024年3月5日，吉林市人民政府市长王吉出席会议。", encoding="utf-8")
    govgraph.build([text], tmp_path / "out")
    good = (tmp_path / "out" / "graph.ttl").read_bytes()
    monkeypatch.setattr(nodes, "LABEL", "http://www.w3.org/2004/02/skos/core#altLabel")
    with pytest.raises(CheckError, match=r"必须恰有一个中文名称.*--force-replace"):
        govgraph.build([text], tmp_path / "out")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == good
    govgraph.build([text], tmp_path / "out", Settings(force_replace=True))
    assert (tmp_path / "out" / "graph.ttl").read_bytes() != good


def test_a_graph_that_has_shrunk_does_not_replace_the_larger_one(tmp_path: Path) -> None:
    govgraph.build([CORPUS], tmp_path / "out")
    large = (tmp_path / "out" / "graph.ttl").read_bytes()
    with pytest.raises(CheckError, match=r"far less than the one before: .*Person of .*--force-replace"):
        govgraph.build([CORPUS / "sanmenxia"], tmp_path / "out")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == large
    govgraph.build([CORPUS / "sanmenxia"], tmp_path / "out", Settings(force_replace=True))
    assert len((tmp_path / "out" / "graph.ttl").read_bytes()) < len(large)


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ({"Person": 100}, {"Person": 80}, []),
        ({"Person": 100}, {"Person": 79}, ["79 Person of 100"]),
        ({"Person": 100}, {}, ["0 Person of 100"]),
        ({"Person": 19}, {}, []),
        ({"Person": 20, "Body": 30}, {"Person": 90, "Body": 1}, ["1 Body of 30"]),
    ],
)
def test_what_counts_as_shrunk(before: dict[str, int], after: dict[str, int], lost: list[str]) -> None:
    assert list(guard._lost(before, after)) == lost


def test_a_thing_that_nobody_described_is_noticed() -> None:
    held = next(c for c in facts().claims if c.predicate == "holds")
    orphan = held._replace(subject=LIN, object=Key("Post", "无此职"))
    value = replace(facts(), claims=(*facts().claims, orphan))
    broken = watched(list(graph.blocks(value, DEFAULT_BASE, codes.labels()))).broken()
    assert "陈述的宾语必须是图中的对象" in broken
