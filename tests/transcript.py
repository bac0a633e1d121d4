"""The transcript of README.md: console blocks whose commands run and whose output is compared, or written anew.

``python -m tests.transcript`` rewrites the blocks after a change that is meant.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
README = TOP / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(block: str, out: Path) -> str:
    """The block with the output that its commands give now; out/demo stands for a folder of this run."""
    lines = []
    for command in (line[2:] for line in block.splitlines() if line.startswith("$ ")):
        words = [str(out) if word == "out/demo" else word for word in shlex.split(command)]
        done = subprocess.run(
            [sys.executable, "-m", "govgraph", *words[1:]], cwd=TOP, capture_output=True, text=True, check=True
        )
        printed = (line.rstrip() for line in done.stdout.replace(str(out), "out/demo").rstrip().splitlines())
        lines += [f"$ {command}", *printed]
    return "\n".join(lines) + "\n"


def current() -> str:
    """README.md as it should be."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        return BLOCK.sub(lambda match: f"```console\n{run(match[1], Path(folder) / 'demo')}```", text)


if __name__ == "__main__":
    README.write_text(current(), encoding="utf-8")
