"""The same file, the same answers: every named query in every system that is here, against pyoxigraph.

Each query is asked as it stands, and once more about all that it can be asked about.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govgraph.store.query import Named, available, filled
from tests.stores.systems import SYSTEMS, Rows

LOADING = (Path(__file__).parent.parent.parent / "docs" / "loading.md").read_text(encoding="utf-8")


def about_all(query: Named) -> str:
    """A query without what need not be asked."""
    return filled(query, {each.name: each.example for each in query.parameters if not each.optional})


TEXTS = {f"{q.name}, as it stands": q.text for q in available()}
TEXTS |= {f"{q.name}, about all": about_all(q) for q in available() if any(each.optional for each in q.parameters)}

# What a system cannot, by what stands in the query, and the reason as seen; docs/loading.md says the same.
CANNOT = {
    "redland": {
        r"label\||holds/|within\*|evidence\||jurisdiction\?|hasPart/": "no property paths",
        r"FILTER NOT EXISTS": "no FILTER NOT EXISTS",
        r"SUM\(IF\(BOUND\(\?statement": "COUNT(DISTINCT …) beside SUM is one too many",
        r"DISTINCT \?by ": "OPTIONAL is joined with every code",
        r"VALUES \?statusCode": "VALUES moves values to other columns",
    }
}

Answers = dict[str, Rows | str]
Answered = dict[str, Answers]


def reason(system: str, text: str) -> str:
    """Why a system cannot answer; empty where it can."""
    body = "\n".join(line for line in TEXTS[text].splitlines() if not line.startswith("#"))
    return next((why for part, why in CANNOT.get(system, {}).items() if re.search(part, body)), "")


OTHERS = [name for name in SYSTEMS if name != "pyoxigraph"]
COVERED = [(system, text) for system in OTHERS for text in TEXTS if not reason(system, text)]


@pytest.fixture(scope="module")
def expected(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    with SYSTEMS["pyoxigraph"](sample / "graph.ttl", tmp_path_factory.mktemp("pyoxigraph")) as ask:
        return ask(TEXTS)


@pytest.fixture(scope="module")
def answered() -> Answered:
    """What each system has answered, so that none is started twice."""
    return {}


@pytest.mark.parametrize(("system", "text"), COVERED)
def test_same_rows(
    system: str,
    text: str,
    sample: Path,
    expected: Answers,
    answered: Answered,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if system not in answered:
        texts = {text: TEXTS[text] for other, text in COVERED if other == system}
        with SYSTEMS[system]((sample / "graph.ttl").resolve(), tmp_path_factory.mktemp(system)) as ask:
            answered[system] = ask(texts)
    found, meant = answered[system][text], expected[text]
    assert isinstance(found, list), found
    assert isinstance(meant, list), meant
    assert sorted(found) == sorted(meant)


def test_every_system_but_one_answers_every_query() -> None:
    assert len(SYSTEMS) == 9
    for system in OTHERS:
        covered = sum(1 for other, _ in COVERED if other == system)
        assert covered == len(TEXTS) or system == "redland"


@pytest.mark.parametrize("why", [why for reasons in CANNOT.values() for why in reasons.values()])
def test_what_a_system_cannot_is_told(why: str) -> None:
    assert why in LOADING
