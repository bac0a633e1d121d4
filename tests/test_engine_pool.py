"""The pool: whatever an item does to its worker, it costs that item; results are those of one process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

import govgraph
from govgraph.cli.app import app
from govgraph.engine import Outcome
from govgraph.engine.local import Local
from govgraph.engine.pool import EngineError, Pool, cores
from govgraph.errors import SettingsError
from govgraph.extraction import Reader
from govgraph.settings import Settings
from govgraph.start import readers
from tests.jobs import Poisoned, Prepared, Slow, Unprepared, begun, harm
from tests.test_pipeline import CORPUS, digest

HARM = (
    ("kill", "SIGKILL), twice"),
    ("exit", "exit 3), twice"),
    ("hang", "takes longer than 1 s, twice"),
    ("memory", "needs more than 512 MiB of memory, twice"),
    ("raise", "ValueError: nothing to be done"),
)


def test_each_harm_costs_its_item_alone() -> None:
    items = [f"{number}" for number in range(40)]
    for place, (item, _) in enumerate(HARM):
        items.insert(7 * place, item)
    outcomes = list(Pool(2, seconds=lambda _: 1.0, memory=512 << 20).map(harm, items))
    assert sorted(outcome.item for outcome in outcomes) == sorted(items), "one outcome for each item"
    failed = {outcome.item: outcome.reason for outcome in outcomes if outcome.value is None}
    assert set(failed) == {item for item, _ in HARM}
    for item, reason in HARM:
        assert reason in failed[item], failed[item]


def test_a_worker_killed_by_chance_costs_nothing(tmp_path: Path) -> None:
    items = [f"once {tmp_path / 'mark'}", *map(str, range(20))]
    assert {outcome.value for outcome in Pool(2).map(harm, items)} == set(items)


def test_what_says_that_it_is_alive_may_take_longer() -> None:
    outcomes = list(Pool(1, seconds=lambda _: 1.0).map(harm, ["long 2"]))
    assert [outcome.value for outcome in outcomes] == ["long 2"]


def test_there_are_as_many_workers_as_were_asked_for() -> None:
    pids = {outcome.value for outcome in Pool(3).map(harm, ["worker"] * 60)}
    assert 1 <= len(pids) <= 3
    assert str(os.getpid()) not in pids
    assert len({outcome.value for outcome in Pool(3).map(harm, ["worker"])}) == 1


def test_all_workers_have_begun_before_one_has_more_to_do(tmp_path: Path) -> None:
    items = [Slow(tmp_path), Slow(tmp_path), *[Slow(tmp_path, 2)] * 18]
    assert sum(outcome.value or 0 for outcome in Pool(2).map(begun, items)) == 36


def test_nothing_to_do_starts_nothing() -> None:
    assert list(Pool(2).map(harm, [])) == []


def test_a_function_is_prepared_once_for_all_workers() -> None:
    prepared = {outcome.value for outcome in Pool(2).map(Prepared(), range(20))}
    assert len(prepared) == 1
    assert all(seen is not None and len(seen) == 1 for seen in prepared)


def test_a_function_that_cannot_be_prepared_is_an_error() -> None:
    with pytest.raises(EngineError, match="the words are missing"):
        list(Pool(2).map(Unprepared(), range(3)))


def test_an_open_pool_is_started_once_for_all_maps() -> None:
    with Pool(2).open(harm) as pool:
        nurseries = {outcome.value for _ in range(2) for outcome in pool.map(harm, ["nursery"] * 4)}
        prepared = {outcome.value for outcome in pool.map(Prepared(), range(4))}
        with pytest.raises(EngineError, match="the words are missing"):
            list(pool.map(Unprepared(), range(3)))
        assert {outcome.value for outcome in pool.map(harm, ["kill", "nursery"])} == {None, *nurseries}
    assert len(nurseries) == len(prepared) == 1


def test_what_an_open_pool_is_to_load_may_fail_when_it_is_needed() -> None:
    with Pool(2).open(Unprepared()) as pool, pytest.raises(EngineError, match="the words are missing"):
        list(pool.map(harm, ["worker"]))


def test_workers_end_with_the_process_that_started_them() -> None:
    code = """
from govgraph.engine.pool import Pool
from tests.jobs import harm
for done in Pool(2).map(harm, ["worker", "worker", "hang", "hang"]):
    print(done.value, flush=True)
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    pids = [int(process.stdout.readline()) for _ in range(2)]
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 10
    while any(map(_runs, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_runs, pids))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


class Harmed:
    """A pool whose workers some documents kill, always or once."""

    def __init__(self, names: frozenset[str], marks: Path | None = None) -> None:
        self.names, self.marks = names, marks

    def map(self, function: Callable, items: Sequence) -> Iterator[Outcome]:  # type: ignore[type-arg]
        assert isinstance(function, Reader)
        return Pool(2).map(Poisoned(function, self.names, self.marks), items)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes of the sample corpus."""
    folder = tmp_path_factory.mktemp("expected")
    govgraph.build([CORPUS], folder, engine=Local())
    return digest(folder)


def test_the_same_bytes_for_any_number_of_workers(tmp_path: Path, expected: dict[str, str]) -> None:
    for workers in ("1", "3"):
        out = tmp_path / workers
        done = CliRunner().invoke(app(), ["build", str(CORPUS), "-o", str(out), "--workers", workers, "--quiet"])
        assert done.exit_code == 0, done.output
        assert digest(out) == expected


def test_a_worker_killed_in_mid_build_changes_nothing(tmp_path: Path, expected: dict[str, str]) -> None:
    (tmp_path / "marks").mkdir()
    names = frozenset({"jilin/2024-work-report.txt", "sanmenxia/2021-appointments.txt"})
    govgraph.build([CORPUS], tmp_path / "out", engine=Harmed(names, tmp_path / "marks"))
    assert len(list((tmp_path / "marks").iterdir())) == 2, "both have killed their worker"
    assert digest(tmp_path / "out") == expected


def test_a_document_that_kills_is_a_line_of_the_report(tmp_path: Path) -> None:
    summary = govgraph.build([CORPUS], tmp_path / "out", engine=Harmed(frozenset({"jilin/2024-work-report.txt"})))
    assert summary.exit_code == 3
    assert [failure.name for failure in summary.failures] == ["jilin/2024-work-report.txt"]
    assert signal.Signals.SIGKILL.name in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_few_pages_are_read_in_the_process_itself(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text("通知\n", encoding="utf-8")
    large.write_text("通知\n" * 50_000, encoding="utf-8")
    assert isinstance(readers([(small, "small.txt")], Settings()), Local)
    chosen = readers([(small, "small.txt"), (large, "large.txt")], Settings())
    assert isinstance(chosen, Pool)
    assert chosen.workers == cores()
    asked = readers([(small, "small.txt")], Settings(workers=2, patience=7))
    assert isinstance(asked, Pool)
    assert (asked.workers, round(asked.seconds((small, "small.txt")))) == (2, 37)


@pytest.mark.parametrize("wrong", [{"workers": -1}, {"patience": 0}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(SettingsError):
        Settings(**wrong)  # type: ignore[arg-type]
