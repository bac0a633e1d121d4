"""Two graphs side by side: who came, who left, what appeared and vanished, which figures have other values."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import govgraph
from govgraph.corrections.journal import Decision, append
from govgraph.settings import Settings
from govgraph.store.diff import Change, diff

BEFORE = (
    "2023年3月5日，吉林市人民政府市长王吉出席会议。",
    "2023年，吉林市实施“九解一协调”行动，选派干部2658名。",
    "吉林市水利局局长李明参加“双联双助”行动。",
)
AFTER = (
    "2023年3月5日，吉林市人民政府市长王吉出席会议。",
    "2023年，吉林市实施“九解一协调”行动，选派干部2700名。",
    "2024年3月5日，吉林市财政局局长赵丽出席会议。",
)


def built(folder: Path, texts: tuple[str, ...], settings: Settings | None = None) -> Path:
    documents = folder / "in"
    documents.mkdir(parents=True)
    for number, text in enumerate(texts):
        (documents / f"{number}.txt").write_text(text, encoding="utf-8")
    govgraph.build([documents], folder / "out", settings)
    return folder / "out"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("diff")
    return built(folder / "a", BEFORE), built(folder / "b", AFTER)


def changes(old: Path, new: Path) -> set[Change]:
    return set(diff(govgraph.load(old), govgraph.load(new)))


def test_a_graph_does_not_differ_from_itself(two: tuple[Path, Path]) -> None:
    assert changes(two[0], two[0]) == set()


def test_who_came_and_who_left(two: tuple[Path, Path]) -> None:
    found = {(each.change, each.what, each.of) for each in changes(*two) if each.kind == "Tenure"}
    assert found == {("came", "赵丽", "吉林市财政局局长"), ("left", "李明", "吉林市水利局局长")}


def test_bodies_and_initiatives_that_appear_or_vanish(two: tuple[Path, Path]) -> None:
    found = {(each.change, each.kind, each.what) for each in changes(*two) if each.kind in ("Body", "Initiative")}
    assert ("appeared", "Body", "吉林市财政局") in found
    assert ("vanished", "Body", "吉林市水利局") in found
    assert ("vanished", "Initiative", "双联双助") in found


def test_a_figure_with_another_value(two: tuple[Path, Path]) -> None:
    (figure,) = [each for each in changes(*two) if each.kind == "Figure"]
    assert (figure.change, figure.before, figure.after) == ("changed", "2658名", "2700名")


def test_backwards_is_the_opposite(two: tuple[Path, Path]) -> None:
    opposite = {"came": "left", "left": "came", "appeared": "vanished", "vanished": "appeared", "changed": "changed"}
    there = {(opposite[each.change], each.kind, each.what, each.after, each.before) for each in changes(*two)}
    back = {(each.change, each.kind, each.what, each.before, each.after) for each in changes(*reversed(two))}
    assert there == back


def test_a_removal_is_a_leaving(tmp_path: Path) -> None:
    before = built(tmp_path / "a", ("任命王吉为吉林市财政局局长。",))
    after = built(tmp_path / "b", ("任命王吉为吉林市财政局局长。", "免去王吉的吉林市财政局局长职务。"))
    assert {(each.change, each.what) for each in changes(before, after)} == {("left", "王吉")}


def test_another_base_is_no_difference(two: tuple[Path, Path], tmp_path: Path) -> None:
    for base in ("https://example.org/x#", "urn:example:", "https://example.org/"):
        other = built(tmp_path / base.replace("/", "_"), BEFORE, Settings(base=base))
        assert changes(two[0], other) == set()


def test_what_was_joined_has_neither_come_nor_left(tmp_path: Path) -> None:
    texts = ("2024年3月5日，吉林市人民政府市长王吉出席会议。", "2024年3月5日，三门峡市财政局局长王吉出席会议。")
    before = built(tmp_path / "a", texts)
    rows = govgraph.load(before).store.query(
        "SELECT ?p WHERE { ?p a <https://w3id.org/govgraph/ns#Person> } ORDER BY ?p"
    )
    one, two = ("/".join(row["p"].value.split("/")[-2:]) for row in rows)  # type: ignore[union-attr]
    append(tmp_path / "c.tsv", Decision("2024-03-05T08:00:00Z", "林", "same", one, "", two, "同一人"))
    after = built(tmp_path / "b", texts, Settings(corrections=tmp_path / "c.tsv"))
    assert changes(before, after) == set()


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govgraph", "diff", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_speaks_to_people_and_to_programs(two: tuple[Path, Path]) -> None:
    told = run(*two)
    assert told.returncode == 0
    assert "就任" in told.stdout
    assert "赵丽" in told.stdout
    assert "came" in run(*two, "--lang", "en").stdout
    rows = json.loads(run(*two, "--format", "json").stdout)
    came = {"change": "came", "kind": "Tenure", "what": "赵丽", "of": "吉林市财政局局长", "before": "", "after": ""}
    assert came in rows
    assert [dict(row) for row in csv.DictReader(io.StringIO(run(*two, "--format", "csv").stdout))] == rows


def test_the_exit_code_is_asked_for(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(*two, "--exit-code").returncode == 1
    assert run(two[0], two[0], "--exit-code").returncode == 0
    missing = run(two[0], tmp_path / "nothing")
    assert missing.returncode == 1
    assert missing.stderr.startswith("govgraph: ")
