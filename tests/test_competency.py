"""Every named query, as it stands, answers on the sample corpus what its file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.store.open import Graph, open_graph
from govgraph.store.query import Named, available
from tests.queries import answers

QUERIES = available()
SILENT = {"ambiguous", "contradictions", "possibly-same"}  # the sample corpus may hold none of these


@pytest.fixture(scope="module")
def opened(sample: Path) -> Graph:
    return open_graph(sample)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_the_answer_is_the_expected_one(query: Named, opened: Graph) -> None:
    expected = answers.path(query.name).read_text(encoding="utf-8")
    assert answers.answer(opened, query.text) == expected, "if this is meant: make answers, and read the difference"


def test_there_are_enough_queries_and_each_has_a_file() -> None:
    assert len(QUERIES) >= 25
    assert {answers.path(query.name) for query in QUERIES} == set(answers.FOLDER.glob("*.expected.csv"))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_an_expected_answer_says_something(query: Named) -> None:
    rows = answers.path(query.name).read_text(encoding="utf-8").splitlines()[1:]
    assert rows or query.name in SILENT
