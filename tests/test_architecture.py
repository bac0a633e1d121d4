"""Who may import whom, read from the import statements: imports descend, steps never know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "govgraph"
STEPS = ("read", "repair", "find", "relate", "resolve", "publish")
LEVELS = (
    ("errors", "model", "pieces", "text"),
    (
        "settings",
        "codec",
        "shelf",
        "seeds",
        "heads",
        "gazetteer",
        "numerals",
        "plain_toml",
        "spots",
        "bars",
        "behind",
        "gates",
        "regexes",
        "molds",
        "wordtree",
        "grid",
    ),
    STEPS,
    ("store",),
    ("pipeline", "crew", "extraction", "far", "harvest", "elsewhere", "start", "engine", "cache", "corrections"),
    ("api",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}
# The version is a plain string in the root, and the root names its homes lazily.
ROOT = "govgraph"


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    """The parts of govgraph that a file imports, wherever the statement stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from parts(node.module, [alias.name for alias in node.names])
        elif isinstance(node, ast.ImportFrom):
            pytest.fail(f"{path}: write imports in full")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from parts(alias.name, [])


def parts(module: str, names: list[str]) -> Iterator[str]:
    if module == ROOT:
        yield from (name for name in names if name != "__version__")
    elif module.startswith(f"{ROOT}."):
        yield module.split(".")[1]


def breaches() -> Iterator[str]:
    for own, path in modules():
        if own in ("__init__", "__main__"):
            continue
        for other in imported(path):
            if not may(own, other):
                yield f"{path.relative_to(PACKAGE)} imports {other}"


def may(own: str, other: str) -> bool:
    if own == other:
        return True
    if LEVEL[own] == LEVEL[other] == 2:
        return False
    if own == "store":  # beside the pipeline: works on a published graph, knows no step
        return LEVEL[other] < 2
    return LEVEL[other] <= LEVEL[own] and not (other == "store" and own == "pipeline")


def test_every_module_has_a_level() -> None:
    known = {own for own, _ in modules()} - {"__init__", "__main__"}
    assert known <= set(LEVEL)


def test_imports_descend() -> None:
    assert list(breaches()) == []


@pytest.mark.parametrize(
    ("own", "other", "allowed"),
    [
        ("find", "model", True),
        ("find", "relate", False),
        ("publish", "read", False),
        ("store", "publish", False),
        ("pipeline", "store", False),
        ("pipeline", "engine", True),
        ("engine", "pipeline", True),
        ("seeds", "find", False),
        ("pipeline", "cli", False),
        ("cli", "store", True),
    ],
)
def test_the_rule_itself(own: str, other: str, allowed: bool) -> None:
    assert may(own, other) is allowed


def test_engine_knows_nothing_of_government() -> None:
    for own, path in modules():
        if own == "engine":
            assert set(imported(path)) <= {"engine", "errors"}, path


def test_files_stay_small() -> None:
    for _, path in modules():
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 300, f"{path.relative_to(PACKAGE)} has {lines} lines: split it by subject"


def test_no_drawers() -> None:
    for path in PACKAGE.rglob("*"):
        assert path.stem not in ("utils", "helpers", "common", "util", "misc"), path
