"""Patterns kept from one process to the next are those that would be made, and nothing that is damaged is taken."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from govgraph import molds as molds_module
from govgraph import pipeline, regexes
from govgraph import seeds as seeds_module
from govgraph.molds import Molds
from govgraph.settings import Settings, shipped

TEXT = "市政府决定，任命李小明为市教育局局长。"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "govgraph" / "patterns"


def many() -> dict[str, regexes.Codes]:
    return {
        f"(?P<word>市{n}|[县区]{n})(?:长|委)?": regexes.coded(f"(?P<word>市{n}|[县区]{n})(?:长|委)?") for n in range(30)
    }


def written(home: Path) -> Path:
    molds = Molds("digest")
    for regex, codes in many().items():
        molds.add(regex, codes)
    molds.keep()
    (file,) = home.iterdir()
    return file


def test_what_is_kept_is_what_would_be_made(home: Path) -> None:
    file = written(home)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    for regex, codes in many().items():
        again = Molds("digest").get(regex)
        assert again == codes
        assert again is not None
        assert regexes.made(again).fullmatch(f"市{regex[8]}长") == regexes.made(codes).fullmatch(f"市{regex[8]}长")
        assert regexes.made(again).groupindex == {"word": 1}


def test_every_shipped_pattern_survives(home: Path) -> None:
    seeds = seeds_module._load.__wrapped__(shipped("seeds").resolve())
    for name in seeds.patterns:
        seeds.pattern(name)
    seeds.keep()
    again = Molds(seeds.digest)
    for pattern in seeds.patterns.values():
        assert again.get(pattern.regex) == regexes.coded(seeds.expand(pattern.regex)), pattern.name


def test_other_seeds_find_nothing(home: Path) -> None:
    written(home)
    assert Molds("another").get(next(iter(many()))) is None


@pytest.mark.parametrize("place", [0, 40, 70, 400, -1, -50])
def test_one_flipped_bit_makes_it_none(home: Path, place: int) -> None:
    file = written(home)
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert Molds("digest").get(next(iter(many()))) is None


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\n{}\n", b"0" * 64 + b"\n{}\n"])
def test_no_such_file_is_taken(home: Path, data: bytes) -> None:
    written(home).write_bytes(data)
    assert Molds("digest").get(next(iter(many()))) is None


def test_a_file_of_another_user_is_not_trusted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(home)
    monkeypatch.setattr(os, "getuid", lambda: 123456)
    assert Molds("digest").get(next(iter(many()))) is None


def test_codes_that_are_no_pattern_are_refused(home: Path) -> None:
    molds = Molds("digest")
    for regex, codes in many().items():
        molds.add(regex, codes._replace(codes=[99, *codes.codes]))
    molds.keep()
    assert Molds("digest").get(next(iter(many()))) is not None
    assert Molds("digest").pattern(next(iter(many()))) is None


def test_no_place_to_keep_costs_nothing(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("a file where the folder should be", encoding="utf-8")
    molds = Molds("digest")
    for regex, codes in many().items():
        molds.add(regex, codes)
    molds.keep()
    assert molds.get(next(iter(many()))) is None
    assert [path.name for path in home.parent.iterdir()] == ["patterns"]


def test_the_oldest_files_go(home: Path) -> None:
    for number in range(molds_module._FILES + 2):
        molds = Molds(f"digest {number}")
        for regex, codes in many().items():
            molds.add(regex, codes)
        molds.keep()
    assert len(list(home.iterdir())) == molds_module._FILES


@pytest.mark.parametrize(("incremental", "files"), [(True, 1), (False, 0)])
def test_a_build_keeps_them_where_it_keeps_what_it_read(
    home: Path, tmp_path: Path, incremental: bool, files: int
) -> None:
    source = tmp_path / "notice.txt"
    source.write_text(TEXT, encoding="utf-8")
    seeds_module._shipped.cache_clear()
    seeds_module._load.cache_clear()
    try:
        pipeline.build([source], tmp_path / "out", Settings(views=False, incremental=incremental))
    finally:
        seeds_module._shipped.cache_clear()
        seeds_module._load.cache_clear()
    assert len(list(home.glob("*"))) == files
