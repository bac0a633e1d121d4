"""Where the components of the store tests are, and why one is missing.

`.ci/components` installs them: below `.components/` what package managers of Java and Node bring, in the system what
that of Debian brings, and beside pytest what that of Python brings. A test whose component is missing is skipped.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent.parent / ".components"
HOW = "install it with .ci/components"


def program(name: str) -> str:
    """A program, beside this Python or on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed: {HOW}")
    return found


def folder(name: str) -> Path:
    """A folder of components."""
    path = FOLDER / name
    if not path.is_dir():
        pytest.skip(f"{path} is missing: {HOW}")
    return path
