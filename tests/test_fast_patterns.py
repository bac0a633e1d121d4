"""Patterns that fail fast match what the plain ones match, in the same order of preference."""

from __future__ import annotations

import re
import time
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph import seeds as seeds_module
from govgraph.find import edges
from govgraph.regexes import compiled
from govgraph.settings import shipped
from govgraph.wordtree import alternation

LETTERS = "市委长政府区"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=12, unique=True)


def plain(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


@settings(deadline=None)  # of a busy machine
@given(WORDS, st.text(LETTERS, max_size=30), st.booleans())
def test_a_tree_of_words_matches_like_their_alternation(words: list[str], text: str, guarded: bool) -> None:
    tree = alternation(words, guarded=guarded)
    for shape in ("{}", "{}(?=委)", "府{}", "(?:{})+市", "区?{}长"):
        expected = [m.span() for m in re.finditer(shape.format(plain(words)), text)]
        assert [m.span() for m in re.finditer(shape.format(tree), text)] == expected


@pytest.mark.parametrize("words", [["市", "市长", "市委"], ["(", ")", "[a]", "-", "^", "]"], ["a-z", "a"]])
def test_a_tree_escapes_what_it_holds(words: list[str]) -> None:
    tree = re.compile(alternation(words, guarded=True))
    assert [word for word in words if tree.fullmatch(word)] == words
    assert not tree.fullmatch("b")


def test_the_guard_of_a_tree_stands_before_all_its_branches() -> None:
    items = parser.parse(alternation(["市长", "委员", "政府", "区长", "长"], guarded=True)).data
    assert [kind for kind, _ in items] == [op.ASSERT, op.BRANCH]


REGEXES = [
    r"(?:市)?(?P<head>委|政府)",
    r"(?:副|区)*长",
    r"(?<=区)(?:政|委)",
    r"(?!市长)[市区].|府(?P<rest>.*)",
    r"(?:市|)$",
    r"[^市]长",
    r"(?:第?\d+)+区",
    r"(?=市).{2}",
    r"市*?委{2,3}",
]


@pytest.mark.parametrize("regex", REGEXES)
@settings(deadline=None)  # of a busy machine
@given(text=st.text(LETTERS + "副第12 \n", max_size=30))
def test_a_pattern_matches_like_the_plain_one(regex: str, text: str) -> None:
    assert found(compiled(regex), text) == found(re.compile(regex), text)


def test_a_search_skips_to_what_can_begin_a_match() -> None:
    text = "区" * 100_000

    def seconds(pattern: re.Pattern[str]) -> float:
        start = time.process_time()
        assert not pattern.search(text)
        return time.process_time() - start

    optional = "(?:市)?(?:委)?长"
    assert min(map(seconds, [compiled(optional)] * 5)) < min(map(seconds, [re.compile(optional)] * 5)) / 2


def test_hits_of_lists_are_the_scan_without_the_others() -> None:
    seeds = seeds_module.load()
    text = "吉林市教育局局长到蛟河市人民医院和松花江大桥调研，江西省代表团参加会议。"
    for lists in (frozenset({"place_suffixes"}), frozenset({"body_forms", "body_suffixes"}), frozenset({"titles"})):
        expected = [hit for hit in seeds.scan(text) if hit.list in lists]
        assert expected
        assert seeds.hits(text, lists) == expected


@settings(deadline=None)  # of a busy machine
@given(st.text(LETTERS + "，。", max_size=40))
def test_clauses_with_a_cue_are_those_that_a_search_in_each_finds(text: str) -> None:
    clauses, cue = re.compile("[^，。]+"), re.compile("市+|政府")
    expected = [clause.span() for clause in clauses.finditer(text) if cue.search(clause[0])]
    assert [clause.span() for clause in edges.holding(text, clauses, cue)] == expected


def test_every_shipped_pattern_matches_what_python_makes_of_it() -> None:
    seeds = seeds_module.load()
    report = (shipped("seeds") / "corpus/jilin/2024-work-report.txt").read_text("utf-8")
    for name, pattern in seeds.patterns.items():
        ours = seeds.pattern(name)
        plain_ = re.compile(ours.pattern)
        assert (ours.flags, ours.groups, ours.groupindex) == (plain_.flags, plain_.groups, plain_.groupindex), name
        for text in (*pattern.examples, *pattern.counter, report):
            assert found(ours, text) == found(plain_, text), name


def found(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text)]


SETS = st.lists(
    st.sampled_from(["一-龥", "㐀-鿿", "〇", "，", "０-９", "a-f", "é", r"\d", r"\s", "\U00020000"]), min_size=1
)


@settings(deadline=None)  # of a busy machine
@given(SETS, st.booleans(), st.text("一丁龥㐀鿿〇，０９5a gzéè \n\U00020000\U00020001", max_size=30))
def test_a_set_holds_what_python_puts_into_it(members: list[str], negated: bool, text: str) -> None:
    regex = f"[{'^' if negated else ''}{''.join(members)}]+"
    assert found(compiled(regex), text) == found(re.compile(regex), text)
