"""One bit turned in each entry of the cache: each is found out, its document is read again, the graph is the same."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

import govgraph
from govgraph import extraction
from govgraph.settings import Settings
from tests.test_incremental import entries, outputs

ENTRIES = int(os.environ.get("GOVGRAPH_FLIPS", "40"))  # the full number is 1,000: make faults


def test_a_bit_turned_in_each_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, out, kept = tmp_path / "in", tmp_path / "out", Settings(views=False, workers=0)
    documents.mkdir()
    for number in range(ENTRIES):
        text = f"江阴市人民政府第{number}号公告\n\n江阴市水利局选派{number + 2}名干部参加“清水长流”行动。\n"
        (documents / f"{number:04d}.txt").write_text(text, encoding="utf-8")
    govgraph.build([documents], out, kept)
    before, chance = outputs(out), random.Random(13)
    assert len(entries(out)) == ENTRIES
    for path in entries(out):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
    read: list[str] = []
    extract = extraction._extract

    def spy(prose, seeds):  # type: ignore[no-untyped-def]
        read.append(prose.document.name)
        return extract(prose, seeds)

    monkeypatch.setattr(extraction, "_extract", spy)
    govgraph.build([documents], out, kept)
    assert len(read) == ENTRIES, "each turned bit was noticed"
    assert outputs(out) == before
    read.clear()
    govgraph.build([documents], out, kept)
    assert read == [], "and mended"
