"""Damaged files of each format never end a build: each is a document, a failure or a twin, and all evidence is true."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import govgraph
from govgraph import seeds
from govgraph.corrections import apply, decide
from govgraph.corrections.journal import append, read
from govgraph.errors import SeedError
from govgraph.extraction import read_and_extract
from govgraph.settings import Settings, shipped
from tests.facts import BAI, LIN, TAO, facts
from tests.fuzz.mutations import SAMPLES, damaged, mutated
from tests.fuzz.target import TARGETS, attempt
from tests.sample_files import jsonl
from tests.test_corrections import told

FILES = int(os.environ.get("GOVGRAPH_FILES", "60"))  # of each format; the full number is 10,000: make fuzz
BATCH = 100


@pytest.mark.parametrize("kind", SAMPLES)
def test_damaged_files_never_end_a_build(kind: str, tmp_path: Path) -> None:
    for begin in range(0, FILES, BATCH):
        folder, out = tmp_path / f"in{begin}", tmp_path / f"out{begin}"
        folder.mkdir()
        (folder / "whole.txt").write_text(
            "江阴市人民政府公告\n\n江阴市人民政府市长林知远出席会议。\n", encoding="utf-8"
        )
        names = [f"{number}.{kind}" for number in range(begin, min(begin + BATCH, FILES))]
        for number, name in enumerate(names, start=begin):
            (folder / name).write_bytes(mutated(kind, number))
        govgraph.build([folder], out, Settings(incremental=False, views=False))
        report = (out / "report.json").read_text(encoding="utf-8")
        assert json.loads(report)["evidence"]["untrue"] == 0
        assert [name for name in names if f'"{name}' not in report and f"{name} " not in report] == [], "told of all"


@pytest.mark.parametrize("number", [1079, 1585])  # in UTF-16 by chance, with enough traditional characters
def test_damage_that_once_broke_evidence(number: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(mutated("txt", number))
    (read,) = read_and_extract((tmp_path / "a.txt", "a.txt"), seeds.load()).documents
    assert (read.checked > 0, read.untrue) == (True, 0)


def test_a_date_that_no_calendar_has_costs_no_build(tmp_path: Path) -> None:
    said = "江阴市人民政府公告\n\n江阴市人民政府市长林知远出席会议。"
    dates = ("2024-93-05", "2024-02-30", "0000-01-01", "2024-00", "２０２４", "2024-03-05")
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"text": f"{said}{date}", "date": date} for date in dates]))
    govgraph.build([tmp_path], tmp_path / "out", Settings(incremental=False, views=False))
    assert "2024-03-05" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_damaged_decisions_never_end_a_build(tmp_path: Path) -> None:
    path, found = tmp_path / "corrections.tsv", facts()
    for each in (told("same", LIN, TAO), told("different", LIN, BAI), told("unsure", TAO, BAI)):
        append(path, each)
    whole = path.read_bytes()
    for number in range(FILES):
        path.write_bytes(damaged(whole, f"corrections {number}"))
        journal = read(path)
        decide(journal, found)
        apply(journal, found, seeds.load())


def test_damaged_seeds_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "patterns").mkdir()
    source, refused = shipped("seeds"), list[str]()
    files = {name: (source / name).read_bytes() for name in ("words/name_cues.csv", "patterns/dates.toml")}
    files["places.csv"] = b"".join((source / "places.csv").read_bytes().splitlines(keepends=True)[:60])
    for number in range(FILES):
        for turn, (name, data) in enumerate(files.items()):
            hurt = number % len(files) == turn
            (tmp_path / name).write_bytes(damaged(data, f"seeds {number}") if hurt else data)
        seeds._load.cache_clear()
        try:
            seeds.load(tmp_path)
        except SeedError as error:
            refused.append(str(error))
    assert len(refused) > FILES // 4
    assert [text for text in refused if str(tmp_path) not in text] == []


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_targets_raise_nothing_but_errors_of_our_own(name: str) -> None:
    kind = name if name in SAMPLES else "txt"
    for number in range(min(FILES, 2000)):
        attempt(name, mutated(kind, 100_000 + number))
