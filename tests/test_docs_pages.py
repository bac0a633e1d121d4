"""The pages of docs/ and the Chinese README: commands and Python run, links lead somewhere, reference is current."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
PAGES = ("docs/tutorial.md", "docs/how-to.md", "README.zh.md")
ALL = (*PAGES, "docs/reference.md", "docs/how-we-know.md")
BLOCK = re.compile(r"^```(sh|console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def steps(name: str) -> list[list[str]]:
    """The commands and programs of a page, in its order."""
    found = []
    for kind, block in BLOCK.findall(page(name)):
        if kind == "python":
            found.append(["-c", block])
        for line in block.splitlines() if kind != "python" else ():
            words = shlex.split(line.removeprefix("$ "), comments=True)
            if words:
                assert words[0] == "govgraph", f"{name}: {line}"
                found.append(["-m", *words])
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_from_top_to_bottom(name: str, tmp_path: Path) -> None:
    shutil.copytree(TOP / "seeds" / "corpus", tmp_path / "seeds" / "corpus")
    assert len(steps(name)) >= 6
    for step in steps(name):
        given = {**os.environ, "PYTHONPATH": str(TOP / "src"), "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(
            [sys.executable, *step], cwd=tmp_path, env=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (step, done.stderr)
        if "query" in step and len(step) > 3:
            assert len(done.stdout.splitlines()) > 2, (step, "an example that finds nothing")


@pytest.mark.parametrize("name", ALL)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page(name)):
        assert (TOP / name).parent.joinpath(target).exists(), target


def test_the_reference_is_current() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", TOP / "docs" / "make_reference.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.text() == page("docs/reference.md"), "python docs/make_reference.py writes it anew"


def test_every_command_and_query_is_in_the_reference() -> None:
    text = page("docs/reference.md")
    for command in ("build", "query", "explain", "view", "site", "diff", "verify", "check", "correct same"):
        assert f"### govgraph {command}" in text, command
    for path in (TOP / "ontology" / "queries").glob("*.rq"):
        assert f"`{path.stem}`" in text, path.stem


def test_the_accuracy_is_told_alike_everywhere() -> None:
    numbers = [
        re.findall(r"^\|.*\| (0\.\d\d) \| (0\.\d\d) \| (0\.\d\d) \|$", page(name), re.MULTILINE)
        for name in ("README.md", "README.zh.md", "docs/how-we-know.md")
    ]
    assert len(numbers[0]) >= 2
    assert numbers[0] == numbers[1] == numbers[2]
