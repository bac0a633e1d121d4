"""The command line as users meet it: exit codes, one line an error with a way out, output for people and programs."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.cli.query import split
from govgraph.cli.table import table
from govgraph.publish import output

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
COMMANDS = (
    "build",
    "query",
    "explain",
    "view",
    "diff",
    "correct same",
    "correct list",
    "verify",
    "check",
    "seeds list",
    "seeds test",
)


def govgraph(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govgraph", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cli") / "out"
    done = govgraph("build", CORPUS, "--output", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    done = govgraph(*command.split(), "--help")
    assert done.returncode == 0
    assert f"govgraph {command}" in done.stdout.partition("Examples:")[2]


def test_help_names_the_exit_codes() -> None:
    said = " ".join(govgraph("--help").stdout.split())
    for code in ("0 done", "1 could not", "2 wrong usage", "3 some documents", "75 the output folder"):
        assert code in said


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, govgraph.cli.app as a; a.app(); print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    for heavy in ("jieba", "rjieba", "pyvis", "networkx", "rdflib", "pyoxigraph", "jinja2", "ahocorasick_rs"):
        assert heavy not in loaded, heavy


def test_version() -> None:
    assert govgraph("--version").stdout.startswith("govgraph 0.")


def test_build_is_silent_when_piped(tmp_path: Path) -> None:
    done = govgraph("build", CORPUS, "--output", tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_build_tells_a_program_what_it_did(tmp_path: Path) -> None:
    said = json.loads(govgraph("build", CORPUS, "--output", tmp_path / "out", "--json").stdout)
    assert said["documents"] >= 12
    assert said["entities"] > 50
    assert said["failures"] == []


def test_build_reads_standard_input(tmp_path: Path) -> None:
    text = "2024年3月5日，吉林市人民政府市长王吉出席会议。"
    done = govgraph("build", "-", "--output", tmp_path / "out", input=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert "吉林市人民政府" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_build_with_a_bad_file_says_3_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("吉林市人民政府市长王吉", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 40)
    done = govgraph("build", tmp_path, "--output", tmp_path / "out", "--quiet")
    assert done.returncode == 3
    assert "bad.txt" in done.stderr
    assert (tmp_path / "out" / "graph.ttl").exists()


def case(name: str, words: list[str], code: int, *told: str) -> object:
    return pytest.param(words, code, told, id=name)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        case("no such path", ["build", "{tmp}/nowhere", "-o", "{tmp}/out"], 1, "nowhere", "check the spelling"),
        case("empty folder", ["build", "{tmp}/empty", "-o", "{tmp}/out"], 1, "empty", "put"),
        case("not text", ["build", "{tmp}/bytes.txt", "-o", "{tmp}/out"], 1, "bytes.txt"),
        case("of no known kind", ["build", "{tmp}/page.xyz", "-o", "{tmp}/out"], 1, "page.xyz", "convert"),
        case("no paths", ["build"], 2, "PATH"),
        case("a bad base", ["build", "{tmp}/empty", "--base", "中文"], 2, "ASCII"),
        case("output in a file", ["build", "{tmp}/note.txt", "-o", "{tmp}/note.txt"], 1, "note.txt", "--output"),
        case("no graph", ["query", "-q", "ASK {{}}", "{tmp}/empty"], 1, "graph.ttl", "govgraph build"),
        case("no such named query", ["query", "who-sings", "{built}"], 1, "who-sings", "who-holds"),
        case("bad SPARQL", ["query", "-q", "SELEC ?x", "{built}"], 1, "line 1"),
        case("parameter without value", ["query", "who-holds", "{built}", "--body"], 2, "--body"),
        case("unknown parameter", ["query", "who-holds", "{built}", "--colour", "red"], 1, "colour"),
        case("no such query file", ["query", "{tmp}/gone.rq", "{built}"], 1, "gone.rq"),
        case("unknown name", ["explain", "没有这个人", "{built}"], 1, "没有这个人"),
        case("nothing to verify", ["verify", "{tmp}/empty"], 1, "manifest.json", "govgraph build"),
        case("no such list", ["seeds", "list", "nothing"], 1, "nothing"),
    ],
)
def test_errors_are_one_line_with_a_way_out(
    words: list[str], code: int, told: tuple[str, ...], tmp_path: Path, built: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("吉林市人民政府", encoding="utf-8")
    (tmp_path / "page.xyz").write_text("?", encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(bytes(range(256)) * 40)
    done = govgraph(*(word.format(tmp=tmp_path, built=built) for word in words))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    if code != 2:
        assert done.stderr.startswith("govgraph: ")
        assert done.stderr.count("\n") == 1
    for part in told:
        assert part in done.stderr


REFUSING = """
import sys
from pathlib import Path
from govgraph.cli import main
opened = Path.open
def refuse(path, *given, **named):
    if path.name == "secret.txt":  # root reads every file, so chmod would prove nothing
        raise PermissionError(13, "Permission denied", str(path))
    return opened(path, *given, **named)
Path.open = refuse
sys.argv = ["govgraph", *sys.argv[1:]]
main()
"""


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("吉林市", encoding="utf-8")
    words = ["build", str(path), "-o", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", REFUSING, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "secret.txt" in done.stderr
    assert "Permission denied" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_build_that_finds_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("lorem ipsum dolor sit amet", encoding="utf-8")
    done = govgraph("build", tmp_path / "poem.txt", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stderr.startswith("govgraph: no entity was found")


def test_a_folder_in_use_is_75(tmp_path: Path) -> None:
    with output.reserved(tmp_path / "out"):
        done = govgraph("build", CORPUS, "--output", tmp_path / "out")
    assert done.returncode == 75
    assert f"process {os.getpid()}" in done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_query_formats(form: str, built: Path) -> None:
    sparql = 'SELECT ?b ?l WHERE { ?b a gg:Body ; rdfs:label ?l . FILTER(?l = "吉林市人民政府"@zh) }'
    said = govgraph("query", "-q", sparql, built, "--format", form).stdout
    match form:
        case "json":
            rows = json.loads(said)
            assert [row["l"] for row in rows] == ["吉林市人民政府"]
        case "csv":
            assert [row["l"] for row in csv.DictReader(io.StringIO(said))] == ["吉林市人民政府"]
        case _:
            assert "吉林市人民政府" in said
            assert "(1 row)" in said


def test_query_from_a_file_and_from_standard_input(built: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?p a gg:Person }"
    (tmp_path / "count.rq").write_text(text, encoding="utf-8")
    direct = govgraph("query", "-q", text, built).stdout
    assert direct == govgraph("query", tmp_path / "count.rq", built).stdout
    assert direct == govgraph("query", "-", built, input=text).stdout
    assert "(1 row)" in direct


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("who-holds", ["--body", "吉林市人民政府"], "市长"),
        ("initiative-participants", ["--initiative", "九解一协调"], "吉林市"),
        ("figures-of-initiative", ["--initiative", "九解一协调"], "2658"),
        ("evidence-of", ["--entity", "九解一协调"], "九解一协调"),
    ],
)
def test_named_queries_answer_on_the_sample_corpus(
    name: str, parameters: list[str], expected: str, built: Path
) -> None:
    done = govgraph("query", name, *parameters, built, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert expected in done.stdout
    assert len(done.stdout.splitlines()) > 1


def test_query_alone_lists_the_named_ones() -> None:
    assert "who-holds" in govgraph("query").stdout


@pytest.mark.parametrize(
    ("words", "positional", "parameters"),
    [
        (["who-holds", "--body", "市政府", "out"], ["who-holds", "out"], {"body": "市政府"}),
        (["who-holds", "out", "--body=市政府"], ["who-holds", "out"], {"body": "市政府"}),
        (["who-holds", "--body=a=b"], ["who-holds"], {"body": "a=b"}),
        (["-", "out"], ["-", "out"], {}),
        ([], [], {}),
    ],
)
def test_parameters_are_told_from_words(words: list[str], positional: list[str], parameters: dict[str, str]) -> None:
    assert split(words) == (positional, parameters)


def test_explain_shows_the_quote_and_its_place(built: Path) -> None:
    said = govgraph("explain", "九解一协调", built).stdout
    assert "【" in said
    assert "work-report.txt" in said
    assert "\x1b" not in said


def test_verify_and_check_hold_for_the_sample(built: Path) -> None:
    verified = govgraph("verify", built, CORPUS)
    assert verified.returncode == 0, verified.stderr
    assert "quotes equal their source" in verified.stdout
    checked = govgraph("check", built)
    assert checked.returncode == 0, checked.stderr


def test_verify_sees_a_changed_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("吉林市人民政府市长王吉", encoding="utf-8")
    govgraph("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    with (tmp_path / "out" / "tables" / "people.csv").open("a", encoding="utf-8") as file:
        file.write("x\n")
    done = govgraph("verify", tmp_path / "out")
    assert done.returncode == 1
    assert "tables/people.csv was changed" in done.stderr


def test_seeds_are_listed_and_sound() -> None:
    assert "surnames" in govgraph("seeds", "list").stdout
    tested = govgraph("seeds", "test")
    assert tested.returncode == 0, tested.stderr


def test_chinese_aligns_in_tables() -> None:
    from rich.cells import cell_len

    lines = table(["姓名", "n"], [["王吉", "1"], ["欧阳文静", "22"], ["Li", "3"]]).splitlines()
    starts = {cell_len(line[: line.rindex(line.split()[-1])]) for line in (lines[0], *lines[2:5])}
    assert len(starts) == 1


def test_control_characters_never_reach_the_terminal() -> None:
    shown = table(["x"], [["a\x1b[31mb\u202ec"]])
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_no_color_is_honoured(built: Path) -> None:
    words = ["-m", "govgraph", "explain", "王吉", str(built)]
    script = f"import pty, sys; sys.exit(pty.spawn([sys.executable, *{words!r}]) >> 8)"
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}

    def shown(**more: str) -> str:
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment | more, check=False)
        return done.stdout.decode()

    assert "\x1b[1m" in shown()
    assert "\x1b[" not in shown(NO_COLOR="1")
