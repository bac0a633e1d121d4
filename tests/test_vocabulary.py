"""Vocabulary lives in ``seeds/``: what *find* and *relate* look for is no literal of theirs.

A single word that a rule is about (全国, 长) may stand in its code; a choice of words or characters, a regular
expression with words in it and a constant may not. Free are the joiners 、和与及, the function words 的了在于至上,
numerals, and templates with ``{J}``, which are names that the code gives and never looks for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "govgraph"
HAN = re.compile("[\u3400-\u9fff]")
FREE = frozenset("、和与及以等的了在于至上第年月日号〇零一二三四五六七八九十百千万亿双两\u3400\u9fff\u4e00\u9fa5")
GRAMMAR = re.compile(r"[|\[(?*+]")
# How many places of a file may hold words, and why.
ALLOWED = {
    "find/bodies/jurisdiction.py": (1, "全 is what its own answer says, not what it looks for"),
    "relate/ballots.py": (
        1,
        "the ladder of division classes, and the characters of a district called by where it lies",
    ),
    "relate/context.py": (2, "the ladder of division classes, which is the order of the gazetteer"),
    "relate/sites.py": (10, "the ladder of division classes, and the characters of a district called by where it lies"),
    "relate/townships.py": (
        2,
        "the ladder of division classes, and the characters of a district called by where it lies",
    ),
    "relate/holds.py": (2, "kinds and names of the seeds' own columns"),
    "relate/issuer.py": (2, "the three houses under their short names"),
    "relate/seats.py": (1, "the one word that its rule is about"),
}


def words(node: ast.AST) -> list[str]:
    """The literals of an expression that hold Chinese other than what is free."""
    strings = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return [string for string in strings if "{J}" not in string and set(HAN.findall(string)) - FREE]


def breaches(source: str) -> Iterator[int]:
    """The lines of a module that hold vocabulary."""
    tree = ast.parse(source)
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    for node in ast.walk(tree):
        match node:
            case ast.Tuple() | ast.List() | ast.Set() if (
                sum(isinstance(e, ast.Constant) and bool(words(e)) for e in node.elts) > 1
            ):
                yield node.lineno
            case ast.Compare() if any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
                sides = (s for c in node.comparators if isinstance(c, ast.Constant) for s in words(c))
                yield from (node.lineno for side in sides if len(set(HAN.findall(side)) - FREE) > 1)
            case ast.Constant() if id(node) not in docs and any(GRAMMAR.search(s) for s in words(node)):
                yield node.lineno
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            yield from (statement.lineno for _ in words(statement.value))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('A = tuple("局厅委")', True),
        ('A: Final = {"市": "county"}', True),
        ('def f(x):\n    return x in "局厅委"', True),
        ('def f(x):\n    return x.endswith(("局", "厅"))', True),
        ('def f(x):\n    return re.search("局|厅", x)', True),
        ('def f(x):\n    return x == "全国"', False),
        ('def f(x):\n    return x in "、和与"', False),
        ('def f(x):\n    return "{J}人民政府", "{J}政府"', False),
        ('def f(x):\n    """市|县"""', False),
    ],
)
def test_the_rule_itself(source: str, found: bool) -> None:
    assert bool(set(breaches(source))) is found


@pytest.mark.parametrize("path", sorted((*PACKAGE.glob("find/**/*.py"), *PACKAGE.glob("relate/*.py"))), ids=str)
def test_vocabulary_lives_in_seeds(path: Path) -> None:
    lines = sorted(set(breaches(path.read_text(encoding="utf-8"))))
    allowed, why = ALLOWED.get(path.relative_to(PACKAGE).as_posix(), (0, "seeds/"))
    assert len(lines) <= allowed, f"lines {lines} hold words; they belong into seeds/ ({allowed} allowed: {why})"
