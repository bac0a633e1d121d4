"""Initiatives across documents: the interval of years only widens, the level is the owner's, corrections count."""

from __future__ import annotations

from functools import reduce
from itertools import permutations
from pathlib import Path

import pytest

import govgraph
from govgraph.model import Extraction, Facts, Thing
from govgraph.resolve import resolve
from govgraph.settings import Settings
from govgraph.shelf import Room
from govgraph.store.diff import diff
from govgraph.store.explain import explain
from govgraph.store.open import open_graph
from tests.reading import read
from tests.test_cli_correct import correct

BEGINNING = "市委、市政府高度重视，市政府积极作为。\n\n"
REPORTS = {
    "2021": "一、2020年工作回顾\n\n市政府开展“暖冬守护”行动，惠及2万户。",
    "2022": "二、2022年主要任务\n\n市政府将开展“暖冬守护”行动。",
    "2023": "一、2022年工作回顾\n\n自2019年起，市政府开展“暖冬守护”行动。",
    "2024": "建议2030年开展“暖冬守护”行动。",
}


def report(year: str) -> Extraction:
    return read(BEGINNING + REPORTS[year], f"吉林市政府工作报告\n\n（{year}年1月10日）")


def initiative(facts: Facts, name: str = "暖冬守护") -> Thing:
    (found,) = [thing for thing in facts.things if thing.key.kind == "Initiative" and thing.label == name]
    return found


def years(facts: Facts) -> tuple[str, str]:
    return initiative(facts).get("first_year"), initiative(facts).get("last_year")


@pytest.mark.parametrize(
    ("documents", "interval"),
    [
        (["2021"], ("2020", "2020")),
        (["2022"], ("2022", "2022")),  # planned
        (["2021", "2022"], ("2020", "2022")),
        (["2023"], ("2019", "2022")),
        (["2024"], ("", "")),  # proposed, and never carried out
        (["2021", "2024"], ("2020", "2020")),
        (["2021", "2022", "2023", "2024"], ("2019", "2022")),
    ],
)
def test_first_and_last_year(documents: list[str], interval: tuple[str, str]) -> None:
    assert years(resolve([report(year) for year in documents])) == interval


def test_the_order_of_documents_changes_nothing_and_another_one_only_widens() -> None:
    for order in permutations(REPORTS):
        read_so_far = [resolve([report(year) for year in order[: n + 1]]) for n in range(len(order))]
        assert years(read_so_far[-1]) == ("2019", "2022")
        reduce(_widens, filter(all, map(years, read_so_far)))


def _widens(before: tuple[str, str], after: tuple[str, str]) -> tuple[str, str]:
    assert after[0] <= before[0] <= before[1] <= after[1]
    return after


def test_on_disk_as_in_memory(tmp_path: Path) -> None:
    rows = [report(year) for year in REPORTS]
    facts = resolve(rows, room=Room(tmp_path, few=1))
    assert not isinstance(facts.things, tuple), "many things go to disk"
    assert tuple(facts.things) == resolve(rows).things


@pytest.mark.parametrize(
    ("text", "level", "owner"),
    [
        ("开展“暖冬守护”行动。", "prefectural", "吉林市"),
        ("列入全省“暖冬守护”行动。", "provincial", "吉林省"),
        ("省政府部署的“暖冬守护”行动。", "provincial", "吉林省"),
        ("国务院部署的“暖冬守护”行动。", "national", ""),
        ("舒兰市创新开展“暖冬守护”行动。", "county", "舒兰市"),
        ("吉林市教育局推出的“暖冬守护”行动。", "prefectural", "吉林市教育局"),
        ("吉林市第一中学推出的“暖冬守护”行动。", "unit", "吉林市第一中学"),
    ],
)
def test_level_and_owner(text: str, level: str, owner: str) -> None:
    found = initiative(resolve([read(BEGINNING + text)]))
    assert (found.get("level"), found.get("owner")) == (level, owner)


def test_a_campaign_of_the_centre_is_national_and_a_work_has_no_owner_by_where_it_lies() -> None:
    facts = resolve([read(BEGINNING + "深化“放管服”改革。推进松江药业二期项目建设。")])
    assert initiative(facts, "放管服").get("level") == "national"
    assert not initiative(facts, "松江药业二期项目").get("level")


def test_a_document_that_does_not_say_whose_leaves_the_level_open() -> None:
    facts = resolve([read("开展“暖冬守护”行动。", "会议纪要")])
    assert not initiative(facts).get("level")


# -- in a build ------------------------------------------------------------------------------------------------------


def built(tmp_path: Path, *named: str, corrections: Path | None = None) -> Path:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir(exist_ok=True)
    for year in named:
        head = f"吉林市政府工作报告\n\n（{year}年1月10日）\n\n"
        (folder / f"{year}.txt").write_text(head + BEGINNING + REPORTS[year] + "\n", encoding="utf-8")
    govgraph.build([folder], out, Settings(corrections=corrections))
    return out


def shown(out: Path) -> dict[str, str]:
    (found,) = explain(open_graph(out), "暖冬守护")
    return dict(found.facts)


def test_a_build_that_finds_one_more_document_says_what_changed(tmp_path: Path) -> None:
    out = built(tmp_path, "2021")
    before = open_graph((out / "graph.ttl").resolve())
    known = [
        (each.change, each.of, each.before, each.after) for each in diff(before, open_graph(built(tmp_path, "2023")))
    ]
    assert ("changed", "years", "2020", "2019–2022") in known
    assert shown(out)["首见年份"] == "2019"
    again = tmp_path / "again"
    govgraph.build([tmp_path / "in"], again)
    assert (again / "graph.ttl").read_bytes() == (out / "graph.ttl").read_bytes(), "incremental as from nothing"


def corrected(tmp_path: Path, *said: str) -> Path:
    """The build after a decision on the command line."""
    file = tmp_path / "corrections.tsv"
    done = correct(tmp_path, *said, "out", "--reason", "看过原文", "--corrections", file)
    assert done.returncode == 0, done.stderr
    return built(tmp_path, corrections=file)


def test_no_fact_takes_its_year_with_it(tmp_path: Path) -> None:
    out = built(tmp_path, "2021", "2023")
    (found,) = explain(open_graph(out), "暖冬守护")
    (claim,) = [each.iri for each in found.stated if each.object == "2019"]
    assert shown(out)["首见年份"] == "2019"
    assert shown(corrected(tmp_path, "not-a-fact", claim))["首见年份"] == "2020"


def test_a_split_takes_the_years_of_its_documents_with_it(tmp_path: Path) -> None:
    built(tmp_path, "2021", "2023")
    halves = explain(open_graph(corrected(tmp_path, "split", "暖冬守护", "--part", "2023.txt")), "暖冬守护")
    assert sorted(dict(half.facts)["首见年份"] for half in halves) == ["2019", "2020"]
