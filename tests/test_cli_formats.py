"""The options of build that write more, and those that refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.store.open import open_graph
from tests.conftest import CORPUS


def govgraph(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govgraph", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("formats") / "out"
    formats = [word for name in ("nt", "nq", "trig", "jsonld", "rdf12") for word in ("--format", name)]
    exports = [word for name in ("ftm", "wikidata", "graphml") for word in ("--export", name)]
    licence = ("--licence", "https://creativecommons.org/licenses/by/4.0/")
    done = govgraph("build", CORPUS, "--output", out, "--quiet", *formats, *exports, *licence)
    assert done.returncode == 0, done.stderr
    return out


@pytest.mark.parametrize("name", ["graph.nt", "graph.nq", "graph.trig"])
def test_each_format_can_be_asked(name: str, built: Path) -> None:
    assert len(open_graph(built / name).store) == len(open_graph(built).store)


def test_exports_and_licence_are_written(built: Path) -> None:
    names = {path.name for path in (built / "exports").iterdir()}
    assert names == {"entities.ftm.json", "wikidata.csv", "graph.graphml"}
    assert "dcterms:license <https://creativecommons.org/licenses/by/4.0/>" in (built / "graph.ttl").read_text("utf-8")


def test_verify_knows_the_further_files(built: Path) -> None:
    assert govgraph("verify", built).returncode == 0
    assert '"exports/wikidata.csv"' in (built / "manifest.json").read_text("utf-8")


def test_a_shrunken_graph_is_refused_until_it_is_forced(built: Path) -> None:
    refused = govgraph("build", CORPUS / "sanmenxia", "--output", built, "--quiet")
    assert refused.returncode == 1
    assert "--force-replace" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert (built / "graph.nt").is_file()
    forced = govgraph("build", CORPUS / "sanmenxia", "--output", built, "--quiet", "--force-replace")
    assert forced.returncode == 0, forced.stderr
    assert not (built / "graph.nt").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", CORPUS, "--licence", "free"), "licence 'free'"),
        (("build", CORPUS, "--format", "xml"), "xml"),
        (("push", "out", "http://me:secret@localhost/kg"), "do not belong in a URL"),
        (("push", "out", "localhost"), "must start with http"),
    ],
)
def test_wrong_use_is_told_in_a_line(words: tuple[object, ...], said: str, tmp_path: Path) -> None:
    more = ("--output", tmp_path / "out") if words[0] == "build" else ()
    done = govgraph(*words, *more)
    assert done.returncode == 2
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
