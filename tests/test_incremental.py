"""A build after a build: reads what is new, forgets what is gone, and gives the bytes of a build from nothing."""

from __future__ import annotations

import hashlib
import os
import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govgraph
from govgraph import codec, extraction
from govgraph.cache import Cache, context, open_cache
from govgraph.errors import GovGraphError, OutputError
from govgraph.extraction import Read
from govgraph.model import Claim, Contradiction, DocumentFacts, Evidence, Extraction, Figure, Key, Removal, Thing
from govgraph.read import find_files
from govgraph.seeds import load
from govgraph.settings import Settings

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
SEQUENCES = int(os.environ.get("GOVGRAPH_SEQUENCES", "25"))  # the full number is 500

# Texts that agree and disagree with each other: the same people, bodies and figures come and go with them.
TEXTS = (
    "2024年3月5日，吉林市人民政府市长王吉出席会议。",
    "吉林市人民政府市长王吉主持会议，副市长赵丽参加。",
    "吉林市实施“九解一协调”行动，选派2658名干部。",
    "市发改委、市财政局参加“九解一协调”行动，选派1200名干部。",
    "任命王吉为吉林市人民政府市长；免去胡斌的吉林市财政局局长职务。",
    "三门峡市人民政府市长王吉出席会议。",
    "没有事实的一句话。",
)
NAMES = ("a.txt", "b.txt", "c.md", "deep/d.txt")


def outputs(folder: Path) -> dict[str, str]:
    """What readers see."""
    version = (folder / ".govgraph" / "current").resolve()
    files = (path for path in sorted(version.rglob("*")) if path.is_file())
    return {path.relative_to(version).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def entries(folder: Path) -> list[Path]:
    return sorted((folder / ".govgraph" / "cache").glob("??/*.json"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that were read, not remembered."""
    seen: list[str] = []
    extract = extraction._extract

    def spy(prose, seeds):  # type: ignore[no-untyped-def]
        seen.append(prose.document.name)
        return extract(prose, seeds)

    monkeypatch.setattr(extraction, "_extract", spy)
    return seen


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_second_build_reads_only_what_changed(tmp_path: Path, reads: list[str]) -> None:
    documents = write(tmp_path / "in", a=TEXTS[0], b=TEXTS[1], c=TEXTS[2])
    govgraph.build([documents], tmp_path / "out")
    assert sorted(reads) == ["a.txt", "b.txt", "c.txt"]
    reads.clear()
    govgraph.build([documents], tmp_path / "out")
    assert reads == []
    write(documents, b=TEXTS[3], d=TEXTS[4])
    (documents / "c.txt").unlink()
    govgraph.build([documents], tmp_path / "out")
    assert sorted(reads) == ["b.txt", "d.txt"]


def test_the_facts_of_a_removed_document_are_gone(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a=TEXTS[0], c=TEXTS[2])
    govgraph.build([documents], tmp_path / "out")
    (documents / "c.txt").unlink()
    govgraph.build([documents], tmp_path / "out")
    assert "九解一协调" not in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_renamed_document_is_told_by_its_new_name(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a=TEXTS[0])
    govgraph.build([documents], tmp_path / "out")
    (documents / "a.txt").rename(documents / "z.txt")
    govgraph.build([documents], tmp_path / "out")
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert '"z.txt"' in graph
    assert '"a.txt"' not in graph


def test_the_whole_corpus_comes_back_from_the_cache(tmp_path: Path, reads: list[str]) -> None:
    first, second, cold = tmp_path / "first", tmp_path / "second", tmp_path / "cold"
    kept = Settings(cache=tmp_path / "cache")
    govgraph.build([CORPUS], first, kept)
    reads.clear()
    govgraph.build([CORPUS], second, kept)
    assert reads == []
    govgraph.build([CORPUS], cold, Settings(incremental=False))
    assert not (cold / ".govgraph" / "cache").exists()
    assert outputs(first) == outputs(second) == outputs(cold)


def test_every_extraction_of_the_corpus_survives_the_codec() -> None:
    for file in find_files([CORPUS]):
        read = extraction.read_and_extract(file, load())
        assert read.documents
        assert codec.decode(Read, codec.encode(read)) == read


texts = st.text(st.characters(), max_size=6)  # surrogates and controls too
keys = st.builds(Key, texts, texts, texts)
evidence = st.builds(Evidence, texts, st.integers(), st.integers(), texts, texts, texts)
several = st.lists(evidence, max_size=2).map(tuple)
pairs = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
many = st.lists(texts, max_size=2).map(tuple)
things = st.builds(Thing, keys, texts, many, many, pairs, many, several)
claims = st.builds(Claim, keys, texts, keys, several, texts, texts, texts)
figures = st.builds(Figure, keys, texts, texts, texts, texts, several, texts, reporter=st.none() | keys)
facts = st.builds(DocumentFacts, texts, texts, issuer=st.none() | keys, removals=st.just((Removal("x", 1, 2),)))
extractions = st.builds(
    Extraction,
    facts,
    st.lists(things, max_size=2).map(tuple),
    st.lists(claims, max_size=2).map(tuple),
    st.lists(figures, max_size=2).map(tuple),
    st.lists(st.tuples(texts, evidence, many), max_size=2).map(tuple),
    several,
)


@settings(max_examples=60, deadline=None)
@given(extractions)
def test_the_codec_is_exact(extraction: Extraction) -> None:
    again = codec.decode(Extraction, codec.encode(extraction))
    assert again == extraction
    assert codec.encode(again) == codec.encode(extraction)


@pytest.mark.parametrize("side", [Key("Body", "甲局"), Claim(Key("Person", "甲"), "holds", Key("Post", "乙"), (), "r")])
def test_which_of_several_records_stands_is_told(side: Key | Claim) -> None:
    found = Contradiction("type", "type", side if isinstance(side, Key) else side.subject, "甲", "", side, side)
    assert codec.decode(Contradiction, codec.encode(found)) == found
    with pytest.raises(ValueError, match="fields"):
        codec.decode(Contradiction, codec.encode(found._replace(one=())))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Loose:
    value: float


@pytest.mark.parametrize("data", [b"", b"[", b"null", b"[1]", b'["a","b"]', b'{"a":1}', b'["a",1,"c"]', b"\xff"])
def test_what_is_no_value_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of json, of UTF-8 and of the codec alike
        codec.decode(Key, data)


def test_what_does_not_cross_steps_is_not_encoded() -> None:
    with pytest.raises(TypeError):
        codec.encode(Loose(0.1))


def test_one_changed_bit_is_a_miss(tmp_path: Path) -> None:
    cache: Cache[Key] = open_cache(tmp_path, "context", Key)
    name = cache.name("a.txt", "0" * 64)
    cache.put(name, Key("Person", "王吉"))
    assert cache.get(name) == Key("Person", "王吉")
    (path,) = tmp_path.glob("??/*.json")
    whole = path.read_bytes()
    for at in range(len(whole)):
        for bit in range(8):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :])
            assert cache.get(name) is None, (at, bit)
    path.write_bytes(whole[: len(whole) // 2])
    assert cache.get(name) is None


def test_a_damaged_entry_costs_a_reading_not_the_build(tmp_path: Path, reads: list[str]) -> None:
    documents = write(tmp_path / "in", a=TEXTS[0], b=TEXTS[1])
    govgraph.build([documents], tmp_path / "out")
    before = outputs(tmp_path / "out")
    for path in entries(tmp_path / "out"):
        path.write_bytes(path.read_bytes()[:-9] + b"[]")
    reads.clear()
    govgraph.build([documents], tmp_path / "out")
    assert sorted(reads) == ["a.txt", "b.txt"]
    assert outputs(tmp_path / "out") == before


def test_the_context_is_of_the_seeds_and_of_the_settings_that_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = context("seeds", {"a": "1"})
    assert plain == context("seeds", {"a": "1"})
    assert len({plain, context("other", {"a": "1"}), context("seeds", {"a": "2"})}) == 3
    assert Settings(base="urn:x:", workers=4, cache=Path("c")).reading() == Settings().reading()
    monkeypatch.setattr("govgraph.cache._code", lambda: "another version")
    assert context("seeds", {"a": "1"}) != plain


def test_what_the_last_builds_did_not_use_is_forgotten(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a=TEXTS[0], b=TEXTS[1])
    govgraph.build([documents], tmp_path / "out")
    (documents / "b.txt").unlink()
    counts = []
    for text in TEXTS[2:6]:
        write(documents, a=text)
        govgraph.build([documents], tmp_path / "out")
        counts.append(len(entries(tmp_path / "out")))
    assert counts == [3, 4, 3, 3]


def test_the_cache_stays_within_its_size(tmp_path: Path) -> None:
    cache: Cache[Key] = open_cache(tmp_path, "context", Key)
    names = [cache.name(str(number), "") for number in range(10)]
    for name in names:
        cache.put(name, Key("Person", name))
    size = next(tmp_path.glob("??/*.json")).stat().st_size
    cache.prune(names, largest=4 * size)
    assert sum(cache.get(name) is not None for name in names) == 4


def test_a_cache_of_another_user_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(OutputError, match="--no-cache"):
        open_cache(tmp_path, "context", Key)


def test_nothing_of_the_cache_can_run() -> None:
    for path in Path(govgraph.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for word in ("import pickle", "import marshal", "import shelve", "from pickle", "eval("):
            assert word not in source, path


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_edits_incremental_is_full(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    documents, kept = tmp_path / "in", tmp_path / "kept"
    documents.mkdir()
    for _ in range(chance.randint(2, 4)):
        for _ in range(chance.randint(1, 3)):
            edit(documents, chance)
        try:
            govgraph.build([documents], kept, Settings(force_replace=True))
        except GovGraphError:  # an empty folder is refused by both
            continue
    edit(documents, chance, remove=False)
    govgraph.build([documents], kept, Settings(force_replace=True))
    govgraph.build([documents], tmp_path / "fresh", Settings(incremental=False))
    assert outputs(kept) == outputs(tmp_path / "fresh")


def edit(folder: Path, chance: random.Random, *, remove: bool = True) -> None:
    """Add, change, rename or remove one document."""
    path = folder / chance.choice(NAMES)
    path.parent.mkdir(exist_ok=True)
    if path.exists() and remove and chance.random() < 0.5:
        if chance.random() < 0.5:
            path.unlink()
        else:
            (folder / "deep").mkdir(exist_ok=True)
            path.replace(folder / chance.choice(NAMES))
    else:
        path.write_text("\n".join(chance.sample(TEXTS, chance.randint(1, 3))), encoding="utf-8")
