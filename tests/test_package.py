"""What is shipped: a wheel that holds seeds and ontology, once in the repository, and works on its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import govgraph

TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=TOP, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_seeds_and_ontology(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("seeds", "ontology"):
        for path in (TOP / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"govgraph/_shipped/{path.relative_to(TOP).as_posix()}" in names, path
    assert "govgraph/py.typed" in names
    assert any(name.startswith("govgraph/publish/templates/") for name in names)


def test_the_repository_holds_them_once() -> None:
    assert not (TOP / "src" / "govgraph" / "_shipped").exists()


def test_an_unpacked_wheel_builds_a_graph(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    (tmp_path / "a.txt").write_text("吉林市人民政府市长王吉出席会议。", encoding="utf-8")
    code = "import govgraph, govgraph.settings as s; print(s.shipped('seeds')); govgraph.build(['a.txt'], 'out')"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "site" / "govgraph" / "_shipped" / "seeds")
    assert (tmp_path / "out" / "graph.ttl").is_file()


def test_one_version() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == govgraph.__version__


def test_the_public_names_are_there_and_importing_them_is_lazy() -> None:
    code = "import sys, govgraph; print(*[name for name in sys.modules if name.startswith('govgraph.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
    for name in govgraph.__all__:
        assert getattr(govgraph, name)
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(govgraph, "nonsense")  # noqa: B009 - the checker knows that it is not there


def test_constraints_are_names_and_versions_alone() -> None:
    lines = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 30
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+", line), line


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {
        line.partition("==")[0].lower().replace("_", "-")
        for line in (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        name = re.split(r"[<>=~!\[ ]", requirement)[0].lower().replace("_", "-")
        assert name in pinned, requirement
