"""The laws of resolve on documents that share their names on purpose: the texts of the homonym suite."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.model import Extraction, Facts
from govgraph.resolve import resolve
from govgraph.shelf import Room
from tests.reading import read

CASES = Path(__file__).parent / "cases"
MANY = 60


@cache
def documents() -> tuple[Extraction, ...]:
    """Each document of the pairs of the suite once."""
    texts: dict[tuple[str, str], None] = {}
    for name in ("initiatives", "names", "people"):
        with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                texts.update(dict.fromkeys((row[f"text_{n}"], row[f"title_{n}"]) for n in (1, 2)))
    return tuple(read(*each) for each in list(texts)[:: max(1, len(texts) // MANY)][:MANY])


def whole(facts: Facts) -> dict[str, object]:
    """The facts as plain tuples, wherever they lie."""
    return {name: tuple(getattr(facts, name)) for name in Facts.__dataclass_fields__}


chosen = st.lists(st.integers(0, MANY - 1), max_size=MANY)


def pick(indexes: list[int]) -> list[Extraction]:
    return [documents()[index] for index in indexes if index < len(documents())]


@settings(max_examples=25, deadline=None)
@given(chosen, st.randoms(use_true_random=False))
def test_order_and_duplicates_change_nothing(indexes: list[int], random: object) -> None:
    shuffled = [*indexes, *indexes[:5]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(pick(shuffled)) == resolve(pick(sorted(set(indexes))))


@settings(max_examples=40, deadline=None)
@given(chosen)
def test_more_documents_keep_the_identity_of_what_is_there(indexes: list[int]) -> None:
    every, part = resolve(documents()), resolve(pick(indexes))
    known = {thing.key for thing in every.things} | {
        each.subject for each in every.links if each.predicate == "replacedBy"
    }
    assert {thing.key for thing in part.things} <= known


def test_a_document_gives_its_initiatives_meetings_and_bodies_the_same_keys_alone_and_among_others() -> None:
    together = resolve(documents())
    for document in documents():
        alone = resolve([document])
        kinds = ("Initiative", "Meeting")
        mine = {t.key for t in alone.things if t.key.kind in kinds}
        there = {t.key for t in together.things if t.key.kind in kinds and document.document.id in t.documents}
        assert mine == there


@pytest.mark.parametrize("few", [0, 7, 10**6])
def test_disk_and_memory_give_the_same_facts(tmp_path: Path, few: int) -> None:
    assert whole(resolve(documents(), room=Room(tmp_path, few))) == whole(resolve(documents()))
