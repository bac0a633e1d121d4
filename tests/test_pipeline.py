"""The whole way: same bytes always, whole or not at all, evidence proven, one bad file costs one file."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

import govgraph
from govgraph import pipeline
from govgraph.engine import Outcome
from govgraph.engine.local import Local
from govgraph.errors import CheckError, InputError, OutputError
from govgraph.extraction import extract, prove
from govgraph.model import Document, Evidence, Facts
from govgraph.publish import output
from govgraph.repair import repair
from govgraph.resolve import resolve
from govgraph.seeds import load
from govgraph.settings import Settings

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
NOTICE = "吉林市人民政府关于印发《吉林市城市更新条例》的通知\n\n2024年3月5日，吉林市人民政府市长王吉出席会议。\n"


def digest(folder: Path) -> dict[str, str]:
    """What readers see: the published names, links followed."""
    walk = os.walk(folder, followlinks=True)
    files = [Path(where, name) for where, _, names in walk for name in names if ".govgraph" not in Path(where).parts]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)
    }


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_a_build_publishes_every_file(notice: Path, tmp_path: Path) -> None:
    summary = govgraph.build([notice], tmp_path / "out")
    assert summary.documents == 1
    assert summary.exit_code == 0
    assert summary.evidence > 0
    for name in ("graph.ttl", "index.html", "report.html", "report.json", "manifest.json", "tables/people.csv"):
        assert (tmp_path / "out" / name).stat().st_size > 0, name


def test_a_build_without_views_gives_the_same_graph_and_takes_the_views_before_away(
    notice: Path, tmp_path: Path
) -> None:
    govgraph.build([notice], tmp_path / "out")
    before = digest(tmp_path / "out")
    govgraph.build([notice], tmp_path / "out", Settings(views=False))
    after = digest(tmp_path / "out")
    assert {"index.html", "report.html", "tables/people.csv"} <= before.keys() - after.keys()
    assert {name: before[name] for name in after if name != "manifest.json"} == {
        name: value for name, value in after.items() if name != "manifest.json"
    }
    assert {"graph.ttl", "report.json", "manifest.json"} <= after.keys()


def test_every_evidence_of_the_sample_corpus_equals_its_source(tmp_path: Path) -> None:
    govgraph.build([CORPUS], tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["evidence"]["checked"] > 200
    assert report["evidence"]["untrue"] == 0
    assert report["documents"]["failed"] == 0


def test_false_evidence_takes_its_facts_with_it() -> None:
    document = Document("0" * 32, "notice.txt", NOTICE)
    prose = repair(document)
    extraction = extract(document, load())
    claim = next(claim for claim in extraction.claims if claim.evidence)
    false = claim._replace(evidence=(claim.evidence[0]._replace(quote="从来没有这样说过"),))
    proven = prove(prose, replace(extraction, claims=(*extraction.claims, false)))
    assert proven.untrue == 1
    assert false not in proven.extraction.claims
    assert claim in proven.extraction.claims


@pytest.mark.parametrize(
    "change",
    [{"start": 5}, {"end": 10_000}, {"document": "f" * 32}, {"start": -1}],
    ids=["shifted", "beyond the text", "another document", "before the text"],
)
def test_evidence_that_points_elsewhere_is_false(change: dict[str, object]) -> None:
    document = Document("0" * 32, "notice.txt", NOTICE)
    prose = repair(document)
    extraction = extract(document, load())
    wrong = Evidence("0" * 32, 0, 7, "吉林市人民政府")._replace(**change)  # type: ignore[arg-type]
    proven = prove(prose, replace(extraction, omissions=(wrong,)))
    assert proven.untrue == 1
    assert wrong not in proven.extraction.omissions


def test_facts_that_no_document_proves_stop_the_build(
    notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def inventive(*given: object) -> Facts:
        return replace(resolve(*given), omissions=(Evidence("0" * 32, 0, 2, "编造"),))  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "resolve", inventive)
    with pytest.raises(CheckError, match="编造"):
        govgraph.build([notice], tmp_path / "out")
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_one_bad_file_costs_one_file(notice: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 40)
    summary = govgraph.build([notice, tmp_path / "bad.txt"], tmp_path / "out")
    assert summary.exit_code == 3
    assert [failure.name for failure in summary.failures] == ["bad.txt"]
    assert summary.documents == 1
    assert "bad.txt" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_nothing_readable_leaves_the_old_version(notice: Path, tmp_path: Path) -> None:
    govgraph.build([notice], tmp_path / "out")
    before = digest(tmp_path / "out")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(InputError, match=r"bad\.txt"):
        govgraph.build([tmp_path / "bad.txt"], tmp_path / "out")
    assert digest(tmp_path / "out") == before


def test_a_text_that_comes_twice_is_read_once(notice: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_bytes(notice.read_bytes())
    summary = govgraph.build([notice, twin], tmp_path / "out")
    assert summary.documents == 1
    assert any("twin.txt" in warning and "notice.txt" in warning for warning in summary.warnings)


def test_a_function_that_raises_costs_one_item() -> None:
    def reciprocal(number: int) -> float:
        return 1 / number

    outcomes = list(Local().map(reciprocal, [1, 0, 2]))
    assert [outcome.value for outcome in outcomes] == [1.0, None, 0.5]
    assert "ZeroDivisionError" in outcomes[1].reason


def test_another_engine_gives_the_same_bytes(notice: Path, tmp_path: Path) -> None:
    class Backwards:
        """Does the last first, as a cluster might."""

        def map(self, function, items):  # type: ignore[no-untyped-def]
            done = {item: function(item) for item in reversed(items)}
            return iter([Outcome(item, done[item]) for item in items])

    govgraph.build([CORPUS], tmp_path / "one")
    govgraph.build([CORPUS], tmp_path / "two", engine=Backwards())
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


SHUFFLED = """
import random, shutil, sys
from pathlib import Path
import govgraph
corpus, work, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
files = sorted(path for path in corpus.rglob("*") if path.is_file())
random.Random(seed).shuffle(files)
for file in files:  # files come into the folder in another order each time
    copy = work / "in" / file.relative_to(corpus)
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)
paths = sorted((work / "in").iterdir())
random.Random(seed).shuffle(paths)
govgraph.build(paths, work / "out")
"""


def test_same_bytes_for_any_hash_seed_and_file_order(tmp_path: Path) -> None:
    results = []
    for seed in ("0", "1", "4242"):
        work = tmp_path / seed
        work.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", SHUFFLED, str(CORPUS), str(work), seed], env=environment, check=True)
        results.append(digest(work / "out"))
    assert len(results[0]) > 10
    assert results[0] == results[1] == results[2]


KILLED = """
import os, signal, sys
from pathlib import Path
from govgraph import pipeline
from govgraph.publish import output
module, name = {"publish": (pipeline.manifest, "write"), "switch": (output, "_settle_folder"),
                "link": (Path, "replace")}[sys.argv[3]]
def die(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(module, name, die)
pipeline.build([sys.argv[1]], sys.argv[2])
"""


@pytest.mark.parametrize("moment", ["publish", "switch", "link"])
def test_a_killed_build_leaves_the_old_version(notice: Path, tmp_path: Path, moment: str) -> None:
    out = tmp_path / "out"
    govgraph.build([notice], out)
    before = digest(out)
    notice.write_text(NOTICE.replace("王吉", "林知远"), encoding="utf-8")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(notice), str(out), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert digest(out) == before
    govgraph.build([notice], out)
    assert "林知远" in (out / "graph.ttl").read_text(encoding="utf-8")
    left = sorted(path.name for path in (out / ".govgraph" / "versions").iterdir())
    assert len(left) == 2, "the current version and the one before, nothing of the killed one"


def test_a_second_build_is_told_who_is_there(notice: Path, tmp_path: Path) -> None:
    with output.reserved(tmp_path / "out"), pytest.raises(output.OutputBusyError, match=str(os.getpid())) as caught:
        govgraph.build([notice], tmp_path / "out")
    assert caught.value.exit_code == 75
    assert govgraph.build([notice], tmp_path / "out").documents == 1


def test_the_lock_of_a_dead_process_is_no_lock(notice: Path, tmp_path: Path) -> None:
    holder = "import sys, time; from pathlib import Path; from govgraph.publish import output\n"
    holder += "with output.reserved(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "out")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(output.OutputBusyError, match=str(process.pid)):
            govgraph.build([notice], tmp_path / "out")
        process.kill()
    assert govgraph.build([notice], tmp_path / "out").documents == 1


def test_files_of_others_are_never_replaced(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"index\.html"):
        govgraph.build([notice], out)
    assert (out / "index.html").read_text(encoding="utf-8") == "mine"
    (out / "index.html").rename(out / "notes.html")
    govgraph.build([notice], out)
    assert (out / "notes.html").read_text(encoding="utf-8") == "mine"


def test_a_copied_folder_can_be_built_into_again(notice: Path, tmp_path: Path) -> None:
    govgraph.build([notice], tmp_path / "out")
    shutil.copytree(tmp_path / "out", tmp_path / "copy")  # follows the links, as zip and Windows do
    notice.write_text(NOTICE.replace("王吉", "林知远"), encoding="utf-8")
    govgraph.build([notice], tmp_path / "copy")
    assert "林知远" in (tmp_path / "copy" / "graph.ttl").read_text(encoding="utf-8")


def test_a_reader_sees_one_version_or_the_other(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    govgraph.build([notice], out)
    loop = "import sys, govgraph\nfor _ in range(6): govgraph.build([sys.argv[1]], sys.argv[2])"
    with subprocess.Popen([sys.executable, "-c", loop, str(notice), str(out)]) as process:
        reads = 0
        while process.poll() is None:
            assert (out / "graph.ttl").read_bytes().endswith(b".\n")
            reads += 1
            time.sleep(0.002)
    assert process.returncode == 0
    assert reads > 10


def test_what_a_build_wrote_is_no_document(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    govgraph.build([tmp_path], out)
    (out / ".govgraph" / "current" / "notes.txt").write_text("吉林市", encoding="utf-8")
    (out / "notes.txt").symlink_to(".govgraph/current/notes.txt")
    assert govgraph.build([tmp_path], out).documents == 1


def test_progress_is_told_file_by_file(notice: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    govgraph.build([notice], tmp_path / "out", progress=lambda *step: told.append(step))
    assert told == [(1, 1, "notice.txt")]
