"""The ten questions of the README, as a reader would paste them, here and in Fuseki."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.stores.systems import SYSTEMS, Rows

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
PREFIXES, *QUESTIONS = map(dedent, re.findall(r"^ *```sparql\n(.*?)^ *```", README, re.MULTILINE | re.DOTALL))
TEXTS = {str(number): PREFIXES + text for number, text in enumerate(QUESTIONS, start=1)}


def test_there_are_ten() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize("system", ["pyoxigraph", "rdflib", "fuseki"])
def test_each_has_an_answer(system: str, sample: Path, tmp_path: Path) -> None:
    answers: list[dict[str, Rows | str]] = []
    for name in dict.fromkeys(("pyoxigraph", system)):
        (tmp_path / name).mkdir()
        with SYSTEMS[name]((sample / "graph.ttl").resolve(), tmp_path / name) as ask:
            answers.append(ask(TEXTS))
    for number in TEXTS:
        first, last = answers[0][number], answers[-1][number]
        assert isinstance(first, list), first
        assert isinstance(last, list), last
        assert sorted(first) == sorted(last)
        assert first, f"question {number} has no answer"
