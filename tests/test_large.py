"""Builds that are larger than memory: sorted on disk, they give what builds in memory give."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from bisect import bisect_left
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from bench import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

import govgraph
from govgraph import crew, pipeline
from govgraph.engine import Engine
from govgraph.engine.local import Local
from govgraph.engine.pool import Pool
from govgraph.errors import CheckError, OutputError
from govgraph.model import Evidence, Facts, Figure, Key, Thing
from govgraph.publish import telling
from govgraph.publish.telling import Teller
from govgraph.resolve import resolve
from govgraph.resolve.gathering import figure_order
from govgraph.settings import DEFAULT_BASE, Settings
from govgraph.shelf import Log, Room, Shelf, Sorter, kept, on_disk
from tests.test_pipeline import CORPUS, digest

KEYS = st.builds(Key, st.sampled_from(["Person", "Body"]), st.text('甲乙丙\n"\\\u2028', max_size=3))


@settings(deadline=None)
@given(st.lists(KEYS, max_size=30), st.integers(1, 7))
def test_a_sorter_sorts_and_keeps_each_once(
    tmp_path_factory: pytest.TempPathFactory, values: list[Key], few: int
) -> None:
    sorter = Sorter[Key](Room(tmp_path_factory.mktemp("room"), few), Key)
    for value in values:
        sorter.add([value])
    done = sorter.done()
    assert tuple(done) == tuple(done) == tuple(sorted(set(values)))
    assert len(done) == len(set(values))
    assert isinstance(done, tuple) == (len(set(values)) <= few)


def test_a_shelf_is_a_sequence(tmp_path: Path) -> None:
    values = [Key("Person", f"{number:02}") for number in range(20)]
    shelf = kept(values, Room(tmp_path, 5), Key)
    assert isinstance(shelf, Shelf)
    assert (shelf[0], shelf[-1], shelf[3:5], len(shelf), bool(shelf)) == (
        *(values[0], values[-1], tuple(values[3:5])),
        *(20, True),
    )
    with pytest.raises(IndexError):
        shelf[20]


def test_a_log_keeps_the_order(tmp_path: Path) -> None:
    log = Log[Key](Room(tmp_path, 300), Key)
    for number in (3, 1, 2, 1, 5):
        log.add(Key("Person", str(number)))
    assert [key.name for key in log] == [key.name for key in log] == ["3", "1", "2", "1", "5"]
    assert log.path is not None


def test_values_without_a_natural_order_have_one_on_disk(tmp_path: Path) -> None:
    evidence = (Evidence("d", 0, 1, "一"),)
    figures = [
        Figure(Key("Place", "220200"), str(number), "个", "数", "一", evidence, "r", reporter=reporter)
        for number in range(9)
        for reporter in (None, Key("Body", "甲"))
    ]
    sorter = Sorter[Figure](Room(tmp_path, 4), Figure, figure_order)
    sorter.add(random.Random(1).sample(figures, len(figures)))
    assert tuple(sorter.done()) == tuple(sorted(figures, key=figure_order))


@pytest.mark.parametrize(
    ("formats", "engine"), [((), Local()), (("nt", "trig"), Local()), (("nq",), Pool(2, lambda _: 60.0))]
)
def test_the_same_bytes_in_memory_and_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...], engine: Engine
) -> None:
    chosen = Settings(formats=formats)
    govgraph.build([CORPUS], tmp_path / "memory", chosen)
    seen: list[Facts] = []
    publish = crew.publish

    def published(engine: Engine, facts: Facts, *given: Any) -> Any:
        seen.append(facts)
        return publish(engine, facts, *given)

    monkeypatch.setattr(crew, "publish", published)
    monkeypatch.setattr(crew, "SHARE", 20_000)
    monkeypatch.setattr(pipeline, "Room", partial(Room, few=25))
    govgraph.build([CORPUS], tmp_path / "disk", chosen, engine)
    assert isinstance(seen[0].claims, Shelf)
    assert isinstance(seen[0].things, Shelf)
    assert isinstance(seen[0].tenures, Shelf)
    assert digest(tmp_path / "disk") == digest(tmp_path / "memory")
    assert not list((tmp_path / "disk" / ".govgraph").glob("work-*"))


def test_facts_in_memory_are_shared_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    govgraph.build([CORPUS], tmp_path / "alone")
    monkeypatch.setattr(pipeline, "SHARED", 0)
    govgraph.build([CORPUS], tmp_path / "shared", Settings(workers=2))
    assert digest(tmp_path / "shared") == digest(tmp_path / "alone")


def test_two_things_under_one_iri_are_seen_on_disk_too(tmp_path: Path) -> None:
    twins = tuple(Thing(Key("Place", name), "甲") for name in ("220200", "２２０２００"))
    teller = Teller(DEFAULT_BASE, {}, ())
    with pytest.raises(OutputError, match=r"would share the IRI .*220200.*２２０２００"):
        list(telling.blocks(sorted(teller(("things", twins)))))


def test_a_shelf_in_stretches(tmp_path: Path) -> None:
    shelf = on_disk([Key("Person", f"甲{number}") for number in range(50)], Room(tmp_path), Key)
    for size in (1, 60, 10_000):
        stretches = list(shelf.stretches(size))
        assert [key for stretch in stretches for key in stretch] == list(shelf)
        assert len(stretches) == {1: 50, 60: 17, 10_000: 1}[size]
    assert list(on_disk([], Room(tmp_path), Key).stretches(60)) == []


def test_ranges_cut_no_evidence_from_its_selectors() -> None:
    bounds = telling.bounds(DEFAULT_BASE, 48)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) == 3 * 49
    for letters in ("22", "mz", "zz"):
        iri = f"{DEFAULT_BASE}evidence/{letters}abc234"
        places = {bisect_left(bounds, telling.line(iri + end, "", ())) for end in ("", "-p", "-q")}
        assert len(places) == 1


def test_invented_evidence_is_seen_among_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def inventive(*given: object) -> Facts:
        found = resolve(*given)  # type: ignore[arg-type]
        return replace(found, omissions=(Evidence(found.documents[0].id, 0, 2, "编造"),))

    monkeypatch.setattr(pipeline, "resolve", inventive)
    monkeypatch.setattr(pipeline, "Room", partial(Room, few=25))
    with pytest.raises(CheckError, match="unproven"):
        govgraph.build([CORPUS], tmp_path / "out")


def test_ctrl_c_leaves_the_old_version_and_what_was_read(tmp_path: Path) -> None:
    govgraph.build([CORPUS], tmp_path / "out")
    before = digest(tmp_path / "out")
    corpus.write(tmp_path / "in", 400, 4_000)
    entries = tmp_path / "out" / ".govgraph" / "cache"
    known = set(entries.glob("??/*.json"))
    command = [sys.executable, "-m", "govgraph", "build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    with subprocess.Popen([*command, "--workers", "2"], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        deadline = time.monotonic() + 180
        while len(set(entries.glob("??/*.json")) - known) < 10 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert "stopped; the graph is that of the build before" in process.stderr.read()
    assert process.returncode == 130
    assert digest(tmp_path / "out") == before
    assert len(set(entries.glob("??/*.json")) - known) >= 10
    assert not list((tmp_path / "out" / ".govgraph").glob("work-*"))


def test_the_corpus_of_the_benches_holds_the_facts_that_it_lists(tmp_path: Path) -> None:
    written = list(corpus.documents(20, 2_000))
    assert written[:8] == list(corpus.documents(8, 2_000))
    corpus.write(tmp_path / "in", 20, 2_000)
    govgraph.build([tmp_path / "in"], tmp_path / "out")
    query = """SELECT ?person ?title ?body WHERE {
        ?p org:holds ?o ; rdfs:label ?person . ?o gg:title ?title ; org:postIn/rdfs:label ?body }"""
    held = set(govgraph.load(tmp_path / "out").table(query).rows)
    wanted = {fact for each in written for fact in each.facts if fact[1] != "participant"}
    assert len(wanted) > 50
    assert len(wanted & held) > 0.95 * len(wanted), sorted(wanted - held)
