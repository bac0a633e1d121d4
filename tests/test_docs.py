"""What the documents say, runs: every command of README.md, every block of Python, every link and target."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.cli.app import app
from tests import transcript

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("govgraph ")
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus where the README expects it, in which its commands run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(TOP / "seeds" / "corpus", folder / "seeds" / "corpus")
    run(folder, COMMANDS[0])
    return folder


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line, comments=True)
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_readme_begins_with_a_build() -> None:
    assert COMMANDS[0].startswith("govgraph build ")


@pytest.mark.parametrize("line", COMMANDS)
def test_readme_commands_run(line: str, work: Path) -> None:
    done = run(work, line)
    assert done.returncode == 0, done.stderr
    if " build " not in line:
        assert done.stdout.strip(), "a command of the README that shows nothing"


def test_readme_python_runs(work: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=work, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_what_the_readme_promises_of_the_output_is_there(work: Path) -> None:
    tree = re.search(r"^out/demo/\n((?:  .*\n)+)", README, re.MULTILINE)
    assert tree
    for line in tree[1].splitlines():
        assert list((work / "out" / "demo").glob(line.split()[0])), line


def test_every_command_has_a_mention() -> None:
    commands = app()
    names = [command.name for command in commands.registered_commands] + [g.name for g in commands.registered_groups]
    assert len(names) >= 6
    for name in names:
        assert f"govgraph {name}" in README, name


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (TOP / target).exists(), target


def test_make_targets_of_the_documents_exist() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    text = README + (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make (\w+)", text, re.MULTILINE))
    assert targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_transcript_is_true() -> None:
    assert transcript.current() == README, "python -m tests.transcript writes it anew"
