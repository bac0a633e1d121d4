"""How a build begins: workers load what they need before the process that builds has loaded the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import govgraph
from govgraph.engine.local import Local
from govgraph.engine.pool import EngineError, Pool
from govgraph.errors import InputError
from govgraph.settings import Settings
from govgraph.start import Warming, ahead, files
from tests.test_pipeline import CORPUS, digest


def test_a_build_whose_workers_began_ahead_is_the_same(tmp_path: Path) -> None:
    settings = Settings(workers=2)
    with ahead([CORPUS], tmp_path / "ahead", settings) as readers:
        assert isinstance(readers, Pool)
        assert readers.nursery, "it loads already"
        govgraph.build([CORPUS], tmp_path / "ahead", settings, readers)
        with readers.open(Warming(None)) as again:
            assert again is readers, "what is open is not opened twice"
    govgraph.build([CORPUS], tmp_path / "later", settings)
    assert digest(tmp_path / "ahead") == digest(tmp_path / "later")


def test_nothing_is_started_for_a_few_pages(tmp_path: Path) -> None:
    with ahead([CORPUS / "jilin" / "2024-work-report.txt"], tmp_path, Settings()) as readers:
        assert isinstance(readers, Local)


def test_what_is_wrong_with_the_documents_is_said_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(InputError), ahead([tmp_path / "nothing"], tmp_path, Settings(workers=2)):
        pass


def test_seeds_that_cannot_be_loaded_are_told_when_they_are_needed(tmp_path: Path) -> None:
    wrong = Settings(workers=2, seeds=tmp_path)
    with ahead([CORPUS], tmp_path / "out", wrong) as readers, pytest.raises(EngineError, match="cannot be started"):
        list(readers.map(str, ["a", "b"]))


def test_what_a_build_wrote_is_no_document_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("通知\n", encoding="utf-8")
    govgraph.build([tmp_path], tmp_path)
    assert [name for _, name in files([tmp_path], tmp_path)] == ["a.txt"]


def test_nothing_heavy_is_loaded_before_workers_begin() -> None:
    code = "import sys, govgraph.start; print(*(name for name in sys.modules if name.startswith('govgraph.')))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    steps = {"govgraph.extraction", "govgraph.find", "govgraph.relate", "govgraph.repair", "govgraph.resolve", "rjieba"}
    assert steps.isdisjoint(told.stdout.split())
