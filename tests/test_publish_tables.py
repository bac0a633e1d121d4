"""Tables that Excel opens, and a manifest that says what was written."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.errors import CheckError
from govgraph.model import Key, Thing
from govgraph.publish import manifest, tables
from govgraph.settings import DEFAULT_BASE, Settings
from tests.facts import JIANGCHUAN, TEXTS, facts


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_written_with_a_byte_order_mark(tmp_path: Path) -> None:
    paths = tables.write(tmp_path, facts(), DEFAULT_BASE)
    wanted = {"people", "posts", "tenures", "bodies", "places", "initiatives", "participations", "figures", "meetings"}
    wanted |= {"instruments", "evidence", "attendances", "acts", "documents", "contradictions"}
    assert wanted == {path.stem for path in paths}
    for path in paths:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert rows(path), path


def test_a_row_is_a_fact_with_its_words(tmp_path: Path) -> None:
    tables.write(tmp_path, facts(), DEFAULT_BASE)
    tenures = rows(tmp_path / "tenures.csv")
    assert len(tenures) == sum(claim.predicate == "holds" for claim in facts().claims)
    row = next(row for row in tenures if row["status"] == "removed")
    assert (row["person"], row["title"], row["body"], row["valid_to"]) == ("方既明", "局长", "青石市水利局", "2024-05")
    for row in (*tenures, *rows(tmp_path / "figures.csv"), *rows(tmp_path / "participations.csv")):
        assert TEXTS[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_columns_of_a_row_are_as_many_as_its_names(tmp_path: Path) -> None:
    for path in tables.write(tmp_path, facts(), DEFAULT_BASE):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, path


def test_places_and_figures(tmp_path: Path) -> None:
    tables.write(tmp_path, facts(), DEFAULT_BASE)
    places = {row["label"]: row for row in rows(tmp_path / "places.csv")}
    assert (places["镜湖"]["within"], places["江川市"]["code"]) == ("江川市", "990100")
    figures = {row["value"]: row for row in rows(tmp_path / "figures.csv")}
    assert (figures["458000000"]["qualifier"], figures["458000000"]["status"]) == ("约", "planned")
    assert figures["12000"]["reporter"] == "江川市人民政府"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+86", "'+86"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-甲", "'-甲"),
        (" =1+1", "' =1+1"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("甲=乙", "甲=乙"),
        ("a\0b", "ab"),
    ],
)
def test_formulas_are_defused(cell: str, safe: str) -> None:
    assert tables.defused(cell) == safe


def test_a_hostile_name_is_one_cell(tmp_path: Path) -> None:
    mean = Thing(Key("Person", "x"), '=cmd|"/c calc"!A1,"乙"\n丙')
    tables.write(tmp_path, replace(facts(), things=(*facts().things, mean)), DEFAULT_BASE)
    assert any(row["label"] == '\'=cmd|"/c calc"!A1,"乙"\n丙' for row in rows(tmp_path / "people.csv"))


def test_tables_are_the_same_for_any_order(tmp_path: Path) -> None:
    tables.write(tmp_path / "a", facts(), DEFAULT_BASE)
    tables.write(
        tmp_path / "b", replace(facts(), things=facts().things[::-1], claims=facts().claims[::-1]), DEFAULT_BASE
    )
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_manifest_names_every_file(tmp_path: Path) -> None:
    tables.write(tmp_path / "tables", facts(), DEFAULT_BASE)
    manifest.write(tmp_path, {JIANGCHUAN: "ab"}, "digest", Settings(workers=3))
    first = (tmp_path / "manifest.json").read_bytes()
    said = manifest.read(tmp_path)
    assert said["outputs"]["tables/people.csv"] == manifest.sha256(tmp_path / "tables" / "people.csv")
    assert (said["inputs"], said["seeds"], said["settings"]) == ({JIANGCHUAN: "ab"}, "digest", {"base": DEFAULT_BASE})
    manifest.write(tmp_path, {JIANGCHUAN: "ab"}, "digest", Settings(workers=1))
    assert (tmp_path / "manifest.json").read_bytes() == first


@pytest.mark.parametrize(("text", "said"), [(None, "no manifest"), ("{", "damaged"), ("[]", "not a manifest")])
def test_a_manifest_that_is_none_is_refused(text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(CheckError, match=said):
        manifest.read(tmp_path)
