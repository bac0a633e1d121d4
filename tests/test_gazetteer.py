"""The table of divisions: by code, by name, by stem, up the chain, and in one pass over a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph import gazetteer as gazetteer_module
from govgraph import seeds
from govgraph.errors import SeedError
from govgraph.gazetteer import Gazetteer, level_of, parent_of, short
from govgraph.heads import Head, Numbered
from govgraph.settings import shipped


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(shipped("seeds") / "places.csv")


def test_every_parent_exists_and_every_chain_ends_in_a_province(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) == 44692
    for code in gazetteer._rows:
        chain = gazetteer.chain(code)
        assert chain[0].code == code
        assert chain[-1].level == "province", code


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("220000", "province", ""),
        ("220200", "prefecture", "220000"),
        ("220203", "county", "220200"),
        ("220271", "zone", "220200"),
        ("110101", "county", "110000"),
        ("500229", "county", "500000"),
        ("469002", "county", "460000"),
        ("220203200", "township", "220203"),
        ("232761400", "township_zone", "232761"),
    ],
)
def test_a_code_says_level_and_parent(code: str, level: str, parent: str) -> None:
    assert level_of(code) == level
    assert parent_of(code) == parent or code.startswith("4690")


def test_what_the_code_does_not_say_is_in_the_table(gazetteer: Gazetteer) -> None:
    forest = gazetteer.by_code("232761")
    assert forest is not None
    assert forest.level == "zone"
    town = gazetteer.by_code("130171101")
    assert town is not None
    assert (town.name, town.parent) == ("郄马镇", "130111")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("舒兰市", "舒兰"),
        ("江北乡", "江北"),
        ("郊区", ""),
        ("沧县", ""),
        ("香港特别行政区", "香港"),
        ("大兴安岭地区", "大兴安岭"),
        ("神农架林区", "神农架"),
        ("致和街道", "致和"),
        ("棋盘", ""),
    ],
)
def test_the_short_form_drops_the_last_word(name: str, stem: str) -> None:
    assert short(name) == stem


@pytest.mark.parametrize(
    ("stem", "codes"),
    [
        ("舒兰", {"220283"}),
        ("长阳", {"420528", "110111105"}),
        ("恩施", {"422800", "422801"}),
        ("内蒙古", {"150000"}),
        ("鄂伦春", {"150723"}),
        ("吉林", {"220000", "220200", "220105002"}),
        ("乌拉街", {"220203100"}),
        ("没有这样的地方", set()),
    ],
)
def test_stems_drop_the_names_of_peoples(gazetteer: Gazetteer, stem: str, codes: set[str]) -> None:
    assert {division.code for division in gazetteer.stem(stem)} == codes


def test_names_give_all_divisions_of_that_name(gazetteer: Gazetteer) -> None:
    assert [d.code for d in gazetteer.named("朝阳区")] == ["110105", "220104"]
    assert gazetteer.named("新海连市") == ()
    older = Gazetteer.read(shipped("seeds") / "places.csv", {"新海连市": "320700"})
    assert [d.name for d in older.named("新海连市")] == ["连云港市"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("220104", "长春市朝阳区"),
        ("220283", "舒兰市"),
        ("220203200", "吉林市龙潭区江北乡"),
        ("110101", "北京市东城区"),
        ("420528", "长阳土家族自治县"),
        ("411224", "卢氏县"),
        ("000000", ""),
    ],
)
def test_full_names(gazetteer: Gazetteer, code: str, name: str) -> None:
    assert gazetteer.full_name(code) == name


def test_within_goes_up_the_chain(gazetteer: Gazetteer) -> None:
    assert gazetteer.within("220203200", "220200")
    assert gazetteer.within("220200", "220200")
    assert not gazetteer.within("220203200", "220100")


def test_the_scan_takes_the_longest_name_at_each_place(gazetteer: Gazetteer) -> None:
    found = [(n.codes, n.full) for n in gazetteer.scan("吉林市龙潭区江北乡，舒兰。")]
    assert found == [(("220200",), True), (("220203",), True), (("220203200",), True), (("220283",), False)]


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("code,name\n", encoding="utf-8")
    with pytest.raises(SeedError, match="first line"):
        Gazetteer.read(table)
    table.write_text("code,name,stem,kind,parent,lat,lon\n110000,北京市\n", encoding="utf-8")
    with pytest.raises(SeedError, match=r"places\.csv:2: expected 7 columns"):
        Gazetteer.read(table)


def test_bytes_that_are_no_text_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_bytes(b"code,name,stem,kind,parent,lat,lon\n110000,\xe5\x8c,,,,,\n")
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "cues.csv").write_text("form,kind,canonical,strength,source\n", encoding="utf-8")
    with pytest.raises(SeedError, match="cannot be read as seeds/"):
        seeds.load(tmp_path)


def test_few_and_many_texts_are_scanned_alike(gazetteer: Gazetteer) -> None:
    """Without the automaton, which is made where there is much text, and with it."""
    few = Gazetteer.read(shipped("seeds") / "places.csv")
    texts = [path.read_text(encoding="utf-8")[:3000] for path in sorted((shipped("seeds") / "corpus").rglob("*.txt"))]
    found = [list(few.scan(text)) for text in texts[:6]]
    assert sum(map(len, found)) > 40
    list(few.scan("某" * gazetteer_module.WORTH))
    assert [list(few.scan(text)) for text in texts[:6]] == found
    assert not list(few.scan("吉"))


def test_what_begins_with_two_characters_is_made_when_it_is_met() -> None:
    asked: list[str] = []

    def make(head: str) -> Head:
        asked.append(head)
        return Head({}, {}, ())

    heads = Numbered(["舒兰", "蛟河"], make)
    assert heads[1] is heads[1]
    assert asked == ["蛟河"]
