"""Every notebook runs from top to bottom, here and from a wheel in a clean environment; no outputs are kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).parent.parent
NOTEBOOKS = sorted((TOP / "notebooks").glob("*.ipynb"))
EXPECTED = {"tour", "three-kinds-of-documents", "a-career", "two-cities", "another-store", "networks"}

# As a notebook does: the last expression of a cell is shown, as HTML where it can be, and as text.
RUNNER = """
import ast, json, sys
names = {"__name__": "__main__"}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] != "code":
        continue
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, sys.argv[1], "exec"), names)
    if last:
        shown = eval(compile(ast.Expression(last.value), sys.argv[1], "eval"), names)
        print("" if shown is None else repr(shown))
        html = getattr(shown, "_repr_html_", None)
        assert html is None or html().startswith("<"), shown
"""


def cells(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return found


def run(python: Path | str, path: Path, **environment: str) -> str:
    given = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | environment
    done = subprocess.run(
        [str(python), "-c", RUNNER, str(path)],
        cwd=TOP,
        env=given,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which nothing but the wheel was installed."""
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=TOP, check=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    python = folder / "env" / "bin" / "python"
    install = f"{python} -m pip install --quiet --constraint {TOP / 'constraints.txt'}".split()
    done = subprocess.run([*install, str(next(folder.glob("*.whl")))], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip cannot install the dependencies here: {done.stderr.strip().splitlines()[-1][:200]}")
    return python


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} >= EXPECTED


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    assert run(sys.executable, path, PYTHONPATH=str(TOP / "src"))


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_the_wheel(path: Path, clean: Path) -> None:
    assert run(clean, path)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_begins_with_a_question_and_ends_with_a_citation(path: Path) -> None:
    told = cells(path)
    heading = "".join(told[0]["source"]).splitlines()[0]
    assert heading.startswith("# ")
    assert heading.endswith("?")
    assert "Cite it" in "".join(told[-2]["source"])
    assert told[-1]["cell_type"] == "code"
