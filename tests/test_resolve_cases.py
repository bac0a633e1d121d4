"""The homonym and ambiguity suite, as data: places in context → code, bodies in context → full name, pairs of people.

At least 0.97 of each file must come out as it says. Nothing may come out joined that the file keeps apart.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from govgraph.model import Thing
from govgraph.resolve import resolve
from tests.reading import read

CASES = Path(__file__).parent / "cases"
ENOUGH = 0.97


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def called(things: tuple[Thing, ...], kind: str, form: str) -> list[Thing]:
    """The things of a kind that the document itself calls so."""
    met = [thing for thing in things if thing.key.kind == kind and thing.documents]
    exact = [thing for thing in met if form in thing.forms or form == thing.label]
    return exact or [thing for thing in met if form in thing.names]


def place(row: dict[str, str]) -> str:
    found = called(read(row["text"], row["title"]).things, "Place", row["form"])
    return "|".join(sorted(thing.get("code") for thing in found))


def body(row: dict[str, str]) -> str:
    found = called(read(row["text"], row["title"]).things, "Body", row["form"])
    return "|".join(sorted(thing.label for thing in found))


def verdict(row: dict[str, str], kind: str) -> str:
    """What becomes of one name in two documents."""
    facts = resolve([read(row[f"text_{n}"], row[f"title_{n}"]) for n in (1, 2)])
    keys = [
        t.key for t in facts.things if t.key.kind == kind and row["name"] in (t.key.name, t.label, *t.names, *t.forms)
    ]
    if len(keys) < 2:
        return "same" if keys else "nobody"
    linked = any(link.predicate == "possiblySame" and {link.subject, link.object} <= set(keys) for link in facts.links)
    return "unsure" if linked else "different"


def people(row: dict[str, str]) -> str:
    return verdict(row, "Person")


def names(row: dict[str, str]) -> str:
    return verdict(row, row["kind"])


def initiatives(row: dict[str, str]) -> str:
    return verdict(row, "Initiative")


@pytest.mark.parametrize(
    ("name", "wanted", "answer"),
    [
        ("places", "code", place),
        ("bodies", "full", body),
        ("people", "verdict", people),
        ("initiatives", "verdict", initiatives),
        ("names", "verdict", names),
    ],
)
def test_nearly_all_cases_come_out_right(name: str, wanted: str, answer: object) -> None:
    assert callable(answer)
    wrong = [(row, got) for row in rows(name) if (got := answer(row)) != row[wanted]]
    assert len(wrong) <= (1 - ENOUGH) * len(rows(name)), wrong


@pytest.mark.parametrize(("name", "answer"), [("people", people), ("initiatives", initiatives), ("names", names)])
def test_nobody_is_joined_with_somebody_else(name: str, answer: object) -> None:
    assert callable(answer)
    assert not [row for row in rows(name) if row["verdict"] != "same" and answer(row) == "same"]


def test_no_place_and_no_body_is_another() -> None:
    for name, wanted, answer in (("places", "code", place), ("bodies", "full", body)):
        assert not [(row, got) for row in rows(name) if (got := answer(row)) and got != row[wanted]]


def test_there_are_enough_cases() -> None:
    assert sum(len(rows(name)) for name in ("places", "bodies", "people", "initiatives", "names")) >= 225


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("湖北省任务分工", "卫生计生委"),
        ("湖北省任务分工", "水利厅"),
        ("湖北省任务分工", "电力公司"),
        ("湖北省任务分工", "省领导小组"),
        ("果洛州调研", "青海省果洛州委"),
        ("黄石市推介会", "媞石集团"),
    ],
)
def test_units_of_lists_short_groups_and_rare_characters_all_come_out_right(title: str, form: str) -> None:
    cases = [row for row in rows("bodies") if (row["title"], row["form"]) == (title, form)]
    assert cases
    assert [body(row) for row in cases] == [row["full"] for row in cases]
