"""``manifest.json``: what a version was made of and what it holds, as hashes that ``govgraph verify`` can check.

It holds no clock, no path of this machine and no number of workers: the same build gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from govgraph import __version__
from govgraph.errors import CheckError
from govgraph.settings import Settings

NAME = "manifest.json"
FORMAT = 1


def write(
    folder: Path,
    inputs: Mapping[str, str],
    seeds: str,
    settings: Settings,
    corrections: str = "",
    classes: Mapping[str, int] = MappingProxyType({}),
) -> Path:
    """Hash every file of a finished version; ``inputs`` has the SHA-256 of each document, ``corrections`` is one.

    ``classes`` says how many members each class has, for the build that comes after.
    """
    outputs = {path.relative_to(folder).as_posix(): sha256(path) for path in sorted(folder.rglob("*")) if _own(path)}
    manifest = {
        "format": FORMAT,
        "govgraph": __version__,
        "settings": {"base": settings.base},
        "seeds": seeds,
        "corrections": corrections,
        "classes": dict(sorted(classes.items())),
        "inputs": dict(sorted(inputs.items())),
        "outputs": dict(sorted(outputs.items())),
    }
    path = folder / NAME
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a version."""
    path = folder / NAME
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CheckError(f"{folder} has no {NAME}: it was not written by govgraph build") from None
    except ValueError as error:
        raise CheckError(f"{path} is damaged ({error}): build again") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise CheckError(f"{path} is not a manifest that this govgraph reads: build again, or update govgraph")
    return manifest


def sha256(path: Path) -> str:
    """The hash of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _own(path: Path) -> bool:
    return path.is_file() and path.name != NAME
