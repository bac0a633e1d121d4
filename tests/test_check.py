"""What a check says: by class and rule, in either language, with the words that the offending fact rests on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.publish import codes, graph, turtle
from govgraph.publish.graph import Block
from govgraph.publish.literals import zh
from govgraph.publish.terms import GG, LABEL, TYPE
from govgraph.settings import DEFAULT_BASE
from govgraph.store.check import check
from tests.facts import facts


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A graph in which a person has two names and a claim no certainty."""

    def changed(block: Block) -> Block:
        if (LABEL, zh("林知远")) in block.rows and (TYPE, GG + "Person") in block.rows:
            return Block(block.subject, (*block.rows, (LABEL, zh("林某"))))
        if (TYPE, GG + "Claim") in block.rows:
            return Block(block.subject, tuple(row for row in block.rows if row[0] != GG + "certainty"))
        return block

    blocks = graph.blocks(facts(), DEFAULT_BASE, codes.labels())
    turtle.write(tmp_path / "graph.ttl", map(changed, blocks), DEFAULT_BASE)
    return tmp_path


@pytest.mark.parametrize(
    ("language", "kinds", "message"),
    [
        ("zh", {"人物", "陈述"}, "每个对象必须恰有一个中文名称（rdfs:label @zh）"),
        ("en", {"Person", "Claim"}, "A thing needs exactly one label, tagged @zh"),
    ],
)
def test_rules_are_grouped_by_class(language: str, kinds: set[str], message: str, broken: Path) -> None:
    found = check(broken, language)
    assert {rule.kind for rule in found} == kinds
    names = next(rule for rule in found if rule.message == message)
    assert names.count == 1
    (case,) = names.cases
    assert case.node.startswith("person:")
    assert case.quote == "林知远"
    assert case.where.startswith(("江川/2024-02-15.txt ", "青石/2024-05.txt "))
    assert case.where.rpartition(" ")[2].count("–") == 1


def test_a_rule_that_many_break_is_told_once(broken: Path) -> None:
    rule = next(rule for rule in check(broken) if rule.kind == "陈述")
    assert rule.count > len(rule.cases) == 5
    assert all(case.quote and case.where for case in rule.cases)


def test_the_command_says_it_in_chinese(broken: Path) -> None:
    command = [sys.executable, "-m", "govgraph", "check", str(broken)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "违反 × 1 人物 每个对象必须恰有一个中文名称" in done.stderr
    assert "“林知远” " in done.stderr
