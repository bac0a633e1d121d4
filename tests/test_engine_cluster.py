"""Clusters: workers elsewhere, shared folders between, the bytes of one process; a kill changes nothing."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import govgraph
from govgraph import crew, pipeline
from govgraph.codec import decode
from govgraph.elsewhere import Leaver, Left
from govgraph.engine import Outcome
from govgraph.engine.dask import Dask
from govgraph.engine.local import Local
from govgraph.engine.spark import Spark
from govgraph.engine.tasks import MissingError, Task, chunks
from govgraph.errors import InputError, SettingsError
from govgraph.extraction import Read
from govgraph.model import Evidence, Facts
from govgraph.publish.graph import Block
from govgraph.publish.pieces import Piece
from govgraph.publish.shards import Shards
from govgraph.settings import Settings
from tests.jobs import harm
from tests.test_pipeline import CORPUS, digest

pytestmark = pytest.mark.filterwarnings("default")  # other people's libraries


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("expected")
    govgraph.build([CORPUS], folder, engine=Local())
    return digest(folder)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """A cluster that somebody else started: two workers in processes of their own."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


class Here:
    """An engine of other machines, on this one: sees what would travel."""

    apart = True

    def __init__(self) -> None:
        self.came: list[object] = []
        self.seen: list[Read] = []  # what the process that builds will find in the folder

    def map(self, function: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[Outcome[Any, Any]]:
        getattr(function, "prepare", lambda: None)()
        for item in items:
            self.came.append(function(item))
            if isinstance(function, Leaver) and isinstance(self.came[-1], Left):
                self.seen.append(decode(Read, (function.folder / self.came[-1].entry).read_bytes()))
            yield Outcome(item, self.came[-1])


def test_documents_do_not_travel(tmp_path: Path, expected: dict[str, str]) -> None:
    engine = Here()
    govgraph.build([CORPUS], tmp_path / "out", engine=engine)
    assert len(engine.came) == 14
    assert all(isinstance(each, Left) and len(each.entry) == 64 for each in engine.came)
    assert all("\n" not in proven.text for each in engine.seen for proven in each.documents)
    assert digest(tmp_path / "out") == expected


def test_a_worker_with_other_seeds_is_refused(tmp_path: Path) -> None:
    class Other(Here):
        """Its machines have another version."""

        def map(self, function: Any, items: Sequence[Any]) -> Iterator[Outcome[Any, Any]]:
            assert isinstance(function, Leaver)
            return super().map(replace(function, settings=(("ocr", "maybe"),)), items)

    with pytest.raises(SettingsError, match="another govgraph"):
        govgraph.build([CORPUS], tmp_path / "out", engine=Other())


def test_a_folder_that_is_not_shared_is_named(tmp_path: Path) -> None:
    class Away(Here):
        """Its machines have folders of their own."""

        def map(self, function: Any, items: Sequence[Any]) -> Iterator[Outcome[Any, Any]]:
            done = list(super().map(function, items))
            if isinstance(function, Leaver):
                next(function.folder.iterdir()).unlink()
            return iter(done)

    summary = govgraph.build([CORPUS], tmp_path / "out", engine=Away())
    assert summary.exit_code == 3
    assert "shared folder" in summary.failures[0].reason


def test_a_cluster_needs_the_cache(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--no-cache"):
        govgraph.build([CORPUS], tmp_path / "out", Settings(incremental=False), engine=Here())


@pytest.mark.parametrize(
    ("items", "workers", "sizes"), [(0, 2, []), (3, 2, [3]), (17, 2, [5, 5, 5, 2]), (56, 2, [7] * 8)]
)
def test_tasks_are_several_for_each_worker(items: int, workers: int, sizes: list[int]) -> None:
    assert [len(chunk) for chunk in chunks(range(items), workers)] == sizes
    assert max(map(len, chunks(range(10_000), 2))) == 100


def test_a_task_is_supervised() -> None:
    done = Task(harm, lambda _: 5.0, 1 << 30)(["1", "kill", "2"])
    assert {outcome.item: outcome.value for outcome in done} == {"1": "1", "kill": None, "2": "2"}


def test_dask_gives_the_same_bytes(tmp_path: Path, scheduler: Any, expected: dict[str, str]) -> None:
    chosen = Settings(engine="dask", scheduler=scheduler.scheduler_address)
    govgraph.build([CORPUS], tmp_path / "out", chosen)
    assert digest(tmp_path / "out") == expected


@contextmanager
def a_worker_killed(scheduler: Any, folder: Path, written: str) -> Iterator[list[int]]:
    """One worker is killed as soon as a folder has a file of such a name; the list gets its process."""
    killed: list[int] = []

    def kill() -> None:
        while not list(folder.glob(written)):
            time.sleep(0.005)
        worker = next(iter(scheduler.workers.values()))
        killed.append(worker.pid)
        os.kill(worker.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    yield killed
    killer.join()


def test_a_dask_worker_killed_in_mid_run_changes_nothing(
    tmp_path: Path, scheduler: Any, expected: dict[str, str]
) -> None:
    cache = tmp_path / "cache"
    chosen = Settings(engine="dask", scheduler=scheduler.scheduler_address, cache=cache)
    with a_worker_killed(scheduler, cache, "??/*.json") as killed:
        summary = govgraph.build([CORPUS], tmp_path / "out", chosen)
    assert len(killed) == 1
    assert summary.failures == ()
    assert digest(tmp_path / "out") == expected


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts as few as those of the samples are grouped by workers as well."""
    monkeypatch.setattr(pipeline, "SHARED", 0)
    monkeypatch.setattr(crew, "SHARE", 100_000)


@pytest.mark.usefixtures("shared")
def test_dask_groups_and_a_worker_killed_meanwhile_changes_nothing(
    tmp_path: Path, scheduler: Any, expected: dict[str, str]
) -> None:
    chosen = Settings(engine="dask", scheduler=scheduler.scheduler_address)
    with a_worker_killed(scheduler, tmp_path / "out" / ".govgraph", "work-*/ranges/*/*.run") as killed:
        govgraph.build([CORPUS], tmp_path / "out", chosen)
    assert len(killed) == 1
    assert digest(tmp_path / "out") == expected


@pytest.mark.usefixtures("shared")
def test_an_engine_of_other_machines_groups_what_stays_in_the_folder(tmp_path: Path, expected: dict[str, str]) -> None:
    engine = Here()
    govgraph.build([CORPUS], tmp_path / "out", engine=engine)
    assert not any(isinstance(each, Block | Evidence | Facts) for each in engine.came)
    assert sum(isinstance(each, Piece) for each in engine.came) > 5
    assert digest(tmp_path / "out") == expected


def test_documents_come_from_an_object_store(tmp_path: Path, expected: dict[str, str]) -> None:
    store = pytest.importorskip("fsspec").filesystem("memory")
    store.put(f"{CORPUS}/", "/bucket/reports/", recursive=True)
    store.pipe("/bucket/reports/.hidden/a.txt", b"x")
    try:
        govgraph.build(["memory://bucket/reports"], tmp_path / "out", engine=Here())
        assert digest(tmp_path / "out") == expected
        store.rm("/bucket/reports/.hidden", recursive=True)
        govgraph.build([f"file://{CORPUS}"], tmp_path / "file", Settings(workers=2))
        assert digest(tmp_path / "file") == expected
        with pytest.raises(InputError, match="memory://nobody holds no readable document"):
            govgraph.build(["memory://nobody"], tmp_path / "none")
    finally:
        store.rm("/bucket", recursive=True)


def test_shards_are_the_graph(tmp_path: Path, expected: dict[str, str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    (target := tmp_path / "shards").mkdir()
    (target / "part-99999.nq").write_text("of a build before", encoding="utf-8")
    chosen = Settings(shards=f"file://{target}", formats=("nq",))
    summary = govgraph.build([CORPUS], tmp_path / "out", chosen, Local())
    listed = json.loads((target / "shards.json").read_text(encoding="utf-8"))
    parts = [target / name for name in listed["shards"] if name.endswith(".nq")]
    assert len(parts) > 5
    assert b"".join(part.read_bytes() for part in parts) == (tmp_path / "out" / "graph.nq").read_bytes()
    assert listed["statements"] == summary.triples
    claims = [row for path in sorted(target.glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]
    assert len(claims) == summary.claims
    assert all(row["subject"] and row["predicate"] and row["evidence"] and row["assertedIn"] for row in claims)


@pytest.mark.parametrize("library", ["fsspec.core", "pyarrow"])
def test_shards_name_the_library_that_they_need(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match=r"govgraph\[cluster\]"):
        Shards(str(tmp_path)).begin()


@pytest.mark.slow
def test_dask_of_our_own(tmp_path: Path) -> None:
    done = list(Dask(workers=2, seconds=lambda _: 20.0).map(harm, ["1", "kill", "2"]))
    assert {outcome.item: outcome.value for outcome in done} == {"1": "1", "kill": None, "2": "2"}


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed: pip install 'govgraph[spark]'"
)
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
@pytest.mark.usefixtures("shared")
def test_spark_gives_the_same_bytes(tmp_path: Path, expected: dict[str, str]) -> None:
    govgraph.build([CORPUS], tmp_path / "out", Settings(engine="spark", workers=2))
    assert digest(tmp_path / "out") == expected


@pytest.mark.parametrize(("engine", "library"), [(Dask(), "distributed"), (Spark(), "pyspark.sql")])
def test_a_missing_library_is_named(engine: Any, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingError, match="pip install 'govgraph"):
        list(engine.map(harm, ["1"]))
