"""``govgraph correct`` as users meet it: names to things, one line a decision, errors with a way out."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

import govgraph
from govgraph.cli import main
from govgraph.corrections.journal import Decision, identity, read

TEXTS = (
    "2024年3月5日，吉林市人民政府市长王吉出席会议。",
    "2024年3月5日，三门峡市人民政府市长王吉出席会议，三门峡市财政局局长李明参加。",
    "2023年，吉林市实施“九解一协调”行动，选派干部2658名。",
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("correct")
    (folder / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (folder / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    govgraph.build([folder / "in"], folder / "out")
    return folder / "out"


def correct(where: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in this process, which is quicker, in a folder of its own."""
    command = ["govgraph", "correct", *map(str, words)]
    out, err = io.StringIO(), io.StringIO()
    code = 0
    edge = (mock.patch.dict(os.environ, environment), mock.patch.object(sys, "argv", command), contextlib.chdir(where))
    with contextlib.ExitStack() as stack:
        for each in (*edge, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err)):
            stack.enter_context(each)
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())


def rebuild(where: Path, out: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govgraph", "build", str(out.parent / "in"), "--output", "out", *words]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)


def explain(out: Path, name: str) -> str:
    command = [sys.executable, "-m", "govgraph", "explain", name, str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def people(out: Path) -> list[str]:
    return ["/".join(row["iri"].split("/")[-2:]) for row in table(out, "people") if row["label"] == "王吉"]


def saved(where: Path) -> Decision:
    return read(where / "corrections.tsv").decisions[-1]


def test_two_things_by_their_prefixed_names_become_one(out: Path, tmp_path: Path) -> None:
    one, two = people(out)
    done = correct(tmp_path, "same", one.replace("/", ":"), two.replace("/", ":"), out, "--reason", "同一人")
    assert (done.returncode, done.stderr) == (0, "")
    assert "saved in corrections.tsv" in done.stdout
    decision = saved(tmp_path)
    assert (identity(decision.subject), identity(decision.object), decision.reason) == (one, two, "同一人")
    assert len(decision.evidence) == 2
    assert rebuild(tmp_path, out).returncode == 0
    assert len(people(tmp_path / "out")) == 1, "corrections.tsv of the working folder is applied without an option"


def test_a_full_iri_is_as_good(out: Path, tmp_path: Path) -> None:
    one, two = people(out)
    base = "https://w3id.org/govgraph/id/"
    assert correct(tmp_path, "different", base + one, base + two, out, "--reason", "两人").returncode == 0
    assert saved(tmp_path).decision == "different"


def test_rename_add_and_strike(out: Path, tmp_path: Path) -> None:
    person = people(out)[0].replace("/", ":")
    assert correct(tmp_path, "rename", "九解一协调", "九解一协调机制", out, "--reason", "全称").returncode == 0
    assert correct(tmp_path, "add", person, "holds", "三门峡市财政局局长", out, "--reason", "公报").returncode == 0
    figure = next(word for word in explain(out, "九解一协调").split() if word.startswith("figure:"))
    assert correct(tmp_path, "not-a-fact", figure, out, "--reason", "误读").returncode == 0
    done = rebuild(tmp_path, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["label"] for row in table(tmp_path / "out", "initiatives")] == ["九解一协调机制"]
    assert table(tmp_path / "out", "figures") == []
    (added,) = [row for row in table(tmp_path / "out", "tenures") if row["document"] == "corrections.tsv:3"]
    assert added["quote"] == "公报"


def test_split_by_a_claim(out: Path, tmp_path: Path) -> None:
    claim = next(word for word in explain(out, "李明").split() if word.startswith("claim:"))
    whole = next(row["iri"] for row in table(out, "people") if row["label"] == "李明")
    done = correct(tmp_path, "split", "李明", "--part", claim, out, "--reason", "两人")
    assert (done.returncode, done.stderr) == (0, "")
    assert rebuild(tmp_path, out).returncode == 0
    assert len([row for row in table(tmp_path / "out", "people") if row["label"] == "李明"]) == 2
    again = correct(tmp_path, "rename", whole, "李明明", tmp_path / "out", "--reason", "哪一个")
    assert again.returncode == 1
    assert "was split, say which: person:" in again.stderr


def test_split_by_a_file(out: Path, tmp_path: Path) -> None:
    correct(tmp_path, "split", "九解一协调", "--part", "2.txt", out, "--reason", "两个")
    file = next(row["iri"] for row in table(out, "documents") if row["document"] == "2.txt")
    assert saved(tmp_path).object == "/".join(file.split("/")[-2:])


def test_no_such_thing(out: Path, tmp_path: Path) -> None:
    assert correct(tmp_path, "no-such-thing", "九解一协调", out, "--reason", "误读").returncode == 0
    done = rebuild(tmp_path, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert table(tmp_path / "out", "initiatives") == []


def test_explain_shows_what_not_a_fact_is_given(out: Path, tmp_path: Path) -> None:
    told = explain(out, "李明")
    claim = next(word for word in told.split() if word.startswith("claim:"))
    assert correct(tmp_path, "not-a-fact", claim, out, "--reason", "误读").returncode == 0
    decision = saved(tmp_path)
    assert decision.relation in ("holds", "attendee")
    assert any(each.startswith("quote/") for each in decision.evidence)
    rebuild(tmp_path, out)
    assert claim not in explain(tmp_path / "out", "李明")


def test_explain_shows_the_corrections_that_apply(out: Path, tmp_path: Path) -> None:
    correct(tmp_path, "rename", "李明", "李明（财政）", out, "--reason", "与同名者区分", "--author", "林知远")
    rebuild(tmp_path, out)
    told = explain(tmp_path / "out", "李明")
    assert "与同名者区分" in told
    assert "林知远 · applied" in told
    assert "与同名者区分" not in explain(tmp_path / "out", "九解一协调")


def case(name: str, words: list[str], code: int, *told: str) -> object:
    return pytest.param(words, code, told, id=name)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        case("an ambiguous name", ["rename", "王吉", "甲"], 1, "names 2 things", "person:", "say which"),
        case("no such name", ["rename", "王吉吉", "甲"], 1, "王吉吉", "perhaps 王吉"),
        case("no such thing", ["rename", "person:aaaaaaaaaa", "甲"], 1, "person:aaaaaaaaaa"),
        case("one and the same", ["same", "李明", "李明"], 1, "one thing"),
        case("two kinds", ["same", "李明", "九解一协调"], 1, "person", "initiative"),
        case("no part", ["split", "李明", "--part", "九解一协调"], 1, "no claim", "govgraph explain"),
        case("no claim", ["not-a-fact", "李明"], 1, "no claim", "govgraph explain"),
        case("no such relation", ["add", "李明", "sings", "九解一协调"], 1, "sings", "holds"),
        case("kinds that do not fit", ["add", "李明", "holds", "九解一协调"], 1, "Person and a Post"),
        case("an empty name", ["rename", "李明", " "], 1, "empty"),
    ],
)
def test_errors_save_nothing(words: list[str], code: int, told: tuple[str, ...], out: Path, tmp_path: Path) -> None:
    done = correct(tmp_path, *words, out, "--reason", "理由")
    assert done.returncode == code
    assert done.stderr.startswith("govgraph: ")
    assert done.stderr.count("\n") == 1
    for part in told:
        assert part in done.stderr
    assert not (tmp_path / "corrections.tsv").exists()


def test_a_reason_is_asked_for(out: Path, tmp_path: Path) -> None:
    assert correct(tmp_path, "rename", "李明", "甲", out).returncode == 2
    empty = correct(tmp_path, "rename", "李明", "甲", out, "--reason", " ")
    assert empty.returncode == 2
    assert "--reason" in empty.stderr


def test_the_author_is_told_or_known_to_git(out: Path, tmp_path: Path) -> None:
    words = ("rename", "李明", "李明（财政）", out, "--reason", "区分")
    correct(tmp_path, *words, "--author", "林 知远")
    assert saved(tmp_path).author == "林 知远"
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = 陶未央\n", encoding="utf-8")
    correct(tmp_path, *words, GIT_CONFIG_GLOBAL=str(config), GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert saved(tmp_path).author == "陶未央"


def test_list_shows_decisions_and_damage(out: Path, tmp_path: Path) -> None:
    correct(tmp_path, "rename", "李明", "甲", out, "--reason", "理由")
    with (tmp_path / "corrections.tsv").open("a", encoding="utf-8") as file:
        file.write("坏行\n")
    done = correct(tmp_path, "list")
    assert done.returncode == 0
    assert "rename" in done.stdout
    assert "理由" in done.stdout
    assert "corrections.tsv:3: passed over" in done.stderr


def test_what_needs_a_look_is_said_once_after_a_build(out: Path, tmp_path: Path) -> None:
    correct(tmp_path, "rename", "李明", "甲", out, "--reason", "理由")
    with (tmp_path / "corrections.tsv").open("a", encoding="utf-8") as file:
        file.write("坏行\n")
    done = rebuild(tmp_path, out)
    assert done.returncode == 0
    assert "1 of 2 corrections need a look" in done.stderr
    assert rebuild(tmp_path, out, "--quiet").stderr == ""


def test_a_corrections_file_that_is_not_there_is_named(out: Path, tmp_path: Path) -> None:
    done = rebuild(tmp_path, out, "--corrections", "elsewhere.tsv")
    assert done.returncode == 1
    assert "elsewhere.tsv" in done.stderr
    assert "govgraph correct" in done.stderr
