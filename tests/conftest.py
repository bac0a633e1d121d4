"""What several test files look at: the sample corpus as a graph, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

import govgraph
from govgraph.settings import Settings

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of ``seeds/corpus``."""
    folder = tmp_path_factory.mktemp("sample") / "out"
    govgraph.build([CORPUS], folder, Settings(incremental=False))
    return folder
