"""The sample corpus as a graph, built once for several test files, and a home of their own for what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import govgraph
from govgraph.settings import Settings

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor leave anything in the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of ``seeds/corpus``."""
    folder = tmp_path_factory.mktemp("sample") / "out"
    govgraph.build([CORPUS], folder, Settings(incremental=False))
    return folder
