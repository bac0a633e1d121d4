"""``govgraph view``: a published graph gives the page that its build wrote, a part what surrounds some things."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.model import Contradiction, Facts, Link
from govgraph.publish import graph, part, turtle, view
from govgraph.publish.iris import Iris
from govgraph.settings import DEFAULT_BASE
from govgraph.store.facts import facts_of
from govgraph.store.open import open_graph
from tests.facts import BUREAU, CITY, FANG, GOVERNMENT, LIN, MAYOR, OTHER, RIVERS, TAO, WATER, facts
from tests.test_view import data


def rich() -> Facts:
    """The small graph with a contradiction and a possible identity."""
    given = facts()
    one, two = (claim for claim in given.claims if claim.subject == LIN and claim.predicate == "holds")
    clash = Contradiction("post", "conflict", MAYOR, "市长", "2024", one, two)
    return replace(given, contradictions=(clash,), links=(Link(FANG, "possiblySame", TAO),))


@pytest.fixture
def published(tmp_path: Path) -> Path:
    turtle.write(tmp_path / "graph.ttl", graph.blocks(rich(), DEFAULT_BASE, {}), DEFAULT_BASE)
    return tmp_path


def order(facts: Facts) -> Iris:
    return Iris.of(DEFAULT_BASE, facts.documents)


def test_the_graph_alone_gives_the_same_page(published: Path) -> None:
    read, iris = facts_of(open_graph(published))
    assert view.page(read, iris) == view.page(rich())


def test_around_an_initiative_stand_its_participants_and_theirs() -> None:
    given = facts()
    kept = {
        thing.key
        for thing in part.around(given, part.named(given, "Initiative", "九河连通"), order(given).thing).things
    }
    assert {RIVERS, GOVERNMENT, WATER, MAYOR, CITY} <= kept
    assert not kept & {BUREAU, FANG, OTHER}


def test_a_place_has_all_that_belongs_to_it() -> None:
    given = facts()
    some = part.around(given, part.named(given, "Place", "青石市"), order(given).thing)
    assert {BUREAU, FANG, OTHER} <= {thing.key for thing in some.things}
    assert RIVERS not in {thing.key for thing in some.things}
    assert {document.name for document in some.documents} >= {"青石/2024-05.txt"}


def test_other_names_are_names() -> None:
    assert part.named(facts(), "Body", "江川市委") == part.named(facts(), "Body", "中共江川市委员会")
    assert part.named(facts(), "Person", "江川市委") == []


def test_the_best_connected() -> None:
    given = facts()
    best = part.top(given, 3, order(given).thing)
    assert len(best.things) == 3
    assert CITY in {thing.key for thing in best.things}


def govgraph(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govgraph", "view", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_writes_a_page(published: Path) -> None:
    done = govgraph(published, "--initiative", "九河连通", "--to", published / "part.html")
    assert done.returncode == 0, done.stderr
    assert "things" in done.stdout
    assert "九河连通" in data((published / "part.html").read_text(encoding="utf-8"))["label"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "林知达"), "did you mean 林知远"),
        (("--initiative", "x"), "no initiative 'x'"),
        (("--to", "/nowhere/view.html"), "choose another --to"),
    ],
)
def test_errors_show_the_way_out(words: tuple[str, ...], said: str, published: Path) -> None:
    done = govgraph(published, *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
