"""The parts of the server that need no server: search, pages of source text, negotiation, settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.errors import SettingsError
from govgraph.store.serve import chart, names, results
from govgraph.store.serve.options import Options
from govgraph.store.serve.snapshot import Snapshot, prepare
from govgraph.store.serve.text import PAGE, source_page


@pytest.fixture(scope="module")
def snapshot(sample: Path) -> Snapshot:
    found = prepare(sample)
    found.close()
    return found


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("王吉", "王吉"),
        ("王", "王吉"),
        ("吉", "吉林市"),
        ("市政府", "吉林市人民政府"),
        ("吉林市 市长", "吉林市人民政府市长"),
        ("“九解一协调”", "九解一协调"),
        ("九解 协调", "九解一协调"),
        ("九  解", "九解一协调"),
    ],
)
def test_names_are_found_by_their_parts(snapshot: Snapshot, typed: str, label: str) -> None:
    assert label in [hit.label for hit in names.search(snapshot.names, typed)]


@pytest.mark.parametrize(
    "typed", ["", " ", "“”", "林王", "不存在的名字", '" OR form:"', "*", "NEAR(", "a\0b", "王" * 500]
)
def test_what_is_no_name_is_not_found(snapshot: Snapshot, typed: str) -> None:
    assert names.search(snapshot.names, typed) == []


def test_a_whole_name_comes_before_a_part(snapshot: Snapshot) -> None:
    assert names.search(snapshot.names, "吉林市")[0].label == "吉林市"


def test_a_thing_is_found_once(snapshot: Snapshot) -> None:
    iris = [hit.iri for hit in names.search(snapshot.names, "吉林", 50)]
    assert len(iris) == len(set(iris)) > 10


@pytest.fixture
def text(tmp_path: Path) -> str:
    whole = "".join(f"第{number}行，一些文字。\r\n" for number in range(2000))
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "abc.txt").write_text(whole, encoding="utf-8", newline="")
    return whole


@pytest.mark.parametrize(("start", "end"), [(0, 4), (9000, 9010), (9000, 9000), (27000, 10**9), (10**9, 10**9), (5, 1)])
def test_a_page_is_the_source_around_the_characters(tmp_path: Path, text: str, start: int, end: int) -> None:
    page = source_page(tmp_path, "abc", start, end)
    assert page
    assert page.before + page.marked + page.after == text[page.start : page.end]
    assert len(page.before + page.marked + page.after) < 3 * PAGE
    if start < end < len(text):
        assert page.marked == text[start:end]


def test_pages_follow_one_another_to_the_end(tmp_path: Path, text: str) -> None:
    covered, at = 0, 0
    for _ in range(100):
        page = source_page(tmp_path, "abc", at, at)
        assert page
        assert page.start <= covered
        covered = page.end
        if page.following is None:
            break
        at = page.following
    assert covered == len(text)


@pytest.mark.parametrize("name", ["../secret", "abc.txt", "", "/etc/passwd", "nothing", "ABC\0"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, text: str, name: str) -> None:
    assert text
    assert source_page(tmp_path, name, 0, 1) is None


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("", "a/b"), ("*/*", "a/b"), ("c/d", "c/d"), ("a/b;q=0.1, c/d;q=0.2", "c/d"), ("x/y", None), ("a/b;q=0", None),
     ("c/*, */*;q=0.1", "c/d"), ("C/D", "c/d"), ("a/b;q=nonsense, c/d", "c/d"), (",,;;", "a/b")],
)  # fmt: skip
def test_what_a_client_likes_best(accept: str, kind: str | None) -> None:
    assert results.chosen(accept, ("a/b", "c/d")) == kind


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])
def test_no_open_door_without_a_token(host: str) -> None:
    with pytest.raises(SettingsError, match="--token"):
        Options(host=host)
    with pytest.raises(SettingsError, match="16"):
        Options(host=host, token="short")
    assert Options(host=host, token="sixteen-characters").host == host


def test_bars_are_as_high_as_their_values() -> None:
    drawn, width = chart.bars([["2022", 50.0], ["2023", 100.0], ["2024", 0.0]])
    assert [bar.text for bar in drawn] == ["50", "100", "0"]
    assert drawn[1].height == 2 * drawn[0].height
    assert width == 3 * chart.WIDTH
