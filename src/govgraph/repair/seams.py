"""What speaks for two stretches of text being one: the end of one and the start of another, weighed.

    深刻领悟“两个确|立”，增强 · 贷款2|亿元 · 高新技术企|业108户 · 一是…|二是…

A quotation that one opens and the other closes, a unit after its number, a word or phrase that the cut went through
and numbers in succession speak for it; a sentence left open before a heading and a stop at the start against it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from govgraph.repair.marks import CLOSERS, END

PAUSES = frozenset("，。；")
POINT = "，。、；：！？”’》）"
UNIT = re.compile("[.亿万千百余多个家户人名元件次项条所座公里吨亩%年月日届号期场批类]")
NUMBER = re.compile("\\d+[年月日万亿个名户人项%]")  # 20|20年
# A class of characters comes first, so that the search skips to the few places where a number may be.
ORDINAL = re.compile(
    "[（一二三四五六七八九十](?:(?<=[^（])(?<![一-鿿].)[一二三四五六七八九十]?是|(?<=。（)[一二三四五六七八九十]{1,3}）)"
)
NUMERALS = {
    form: value for value, form in enumerate([*"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五"], 1)
}
CLAUSE = re.compile(f"[{POINT}]")  # no word goes over such a sign
RUN = 8  # bytes of four characters
REACH = 40_000  # characters that are gathered beyond those that are asked for
CUT = 12  # characters on either side that are looked at
MOST = 3.0  # what a torn word says


Cut = Callable[[str, bool], float]  # the weight of a head, and whether a quotation is torn in it


@dataclass(frozen=True)
class Edge:
    """Both ends of a stretch of text, of which each is looked at where it is asked for."""

    lines: tuple[str, ...]  # none of which is empty
    numbered: re.Pattern[str]

    @cached_property
    def joined(self) -> str:
        """The whole stretch."""
        return "".join(self.lines)

    @cached_property
    def head(self) -> str:
        """Its first characters."""
        return "".join(self.lines[:2])[:CUT]

    @cached_property
    def tail(self) -> str:
        """Its last characters."""
        return "".join(self.lines[-2:])[-CUT:]

    @cached_property
    def open(self) -> bool:
        """True where its last sentence is unfinished."""
        return self.tail.rstrip(CLOSERS)[-1:] not in END

    @cached_property
    def heading(self) -> bool:
        """True where it begins with a heading or a numbered paragraph."""
        first, second = (*self.lines, "")[:2]
        short = len(first) < len(second) - 4 and first[-1] not in END and PAUSES.isdisjoint(first)
        return short or self.numbered.match(first) is not None

    @cached_property
    def opened(self) -> bool:
        """True where a quotation is left open at its end."""
        return self.joined.rfind("“") > self.joined.rfind("”")

    @cached_property
    def torn(self) -> bool:
        """True where a quotation closes that was not opened."""
        closed = self.joined.find("”")
        return closed >= 0 and self.joined.find("“", 0, closed) < 0

    @cached_property
    def first(self) -> tuple[int, int]:
        """Series and number of the first member of a numbered series, (0, 0) without one."""
        found = ORDINAL.search(self.joined)
        return _member(found[0]) if found else (0, 0)

    @cached_property
    def last(self) -> tuple[int, int]:
        """The same of the last."""
        found = ORDINAL.findall(self.joined)
        return _member(found[-1]) if found else (0, 0)


def _member(found: str) -> tuple[int, int]:
    return (1, NUMERALS.get(found[:-1], 0)) if found[-1] == "是" else (2, NUMERALS.get(found[1:-1], 0))


def link(before: Edge, after: Edge, cut: Cut) -> float:
    """What speaks for ``after`` following ``before``; ``cut`` weighs two halves of a sentence."""
    score = succession(before.last, after.first) if after.first[0] else 0.0  # as most begin no series
    if before.open:
        if after.heading:
            return score - 2.0
        return score + 0.75 + cut(after.head, after.torn)
    return score + (-3.0 if after.head[0] in POINT or after.torn else 1.0 if after.heading else 0.0)


def succession(before: tuple[int, int], after: tuple[int, int]) -> float:
    """Numbers of one series: 二是 after 一是 is right, 三是 is not; a new series begins at one."""
    if after[0] == 0 or after[1] == 1 or before[0] not in (0, after[0]):
        return 0.0
    return 1.5 if after[1] == before[1] + 1 else -1.5 if before[0] else 0.0


@lru_cache(1 << 10)  # in shuffled columns many tails ask of one head
def clause(head: str) -> str:
    """What stands before the first sign: nothing of a head that begins with one."""
    return CLAUSE.split(head, 1)[0]


class Runs:
    """The runs of four characters of a text, gathered where many are looked up: most of these are not there."""

    def __init__(self, text: str, many: bool = False) -> None:
        self.text, self.many, self.start, self.end = text, many, 0, 0
        self.codes: set[int] = set()

    def stand(self, run: str, start: int, end: int) -> bool:
        """True where a run stands between two places; who asks goes through the text."""
        if self.many:
            if start < self.start or end > self.end:
                self.start, self.end = start, end + REACH
                self.codes = _codes(self.text[self.start : self.end])
            if _code(run) not in self.codes:
                return False
        return self.text.find(run, start, end) >= 0


def _code(run: str) -> int:
    """Four characters as a number; of rarer ones, which count as two, the first that fill it."""
    return int.from_bytes(run.encode("utf-16-le", "surrogatepass")[:RUN], sys.byteorder)


def _codes(text: str) -> set[int]:
    """All runs of four characters as numbers, which are made many times faster than strings."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass"))
    return {code for at in range(0, RUN, 2) for code in units[at : at + (len(units) - at) // RUN * RUN].cast("Q")}


class Weights:
    """What speaks for each of some heads being the rest of one tail, with the text between two places around it."""

    def __init__(self, runs: Runs, start: int, end: int, tail: str, opened: bool) -> None:
        self.runs, self.start, self.end, self.tail, self.opened = runs, start, end, tail, opened
        self.clause = CLAUSE.split(tail)[-1]
        self.number = tail[-1].isdigit()
        self.pairs = [pair for pair in ("（）", "《》") if tail.rfind(pair[0]) > tail.rfind(pair[1])]  # left open
        # Most tails leave nothing open and end in a word: then the head alone can have a sign.
        self.quiet = not (opened or self.number or self.pairs)

    def _known(self, head: str) -> bool:
        """True where four characters over the cut stand together near by."""
        if self.tail[-1] in PAUSES or head[0] in PAUSES:
            return False
        for size in (2, 1, 3):
            piece = self.tail[size - 4 :] + head[:size]
            if len(piece) == 4 and PAUSES.isdisjoint(piece) and self.runs.stand(piece, self.start, self.end):
                return True
        return False

    def through(self, clauses: list[str]) -> set[str]:
        """Of the clauses with which heads begin, those before which a word may go over the cut."""
        if self.opened:  # a quotation decides alone nearly always
            return set(clauses)
        if not self.clause or not clauses:
            return set()
        lines = self.clause + f"\n{self.clause}".join(clauses)  # all are cut into words in one go
        ends = set(accumulate(map(len, _cutter()(lines, False))))
        cut = len(self.clause)
        cuts = accumulate([cut + 1 + len(clause) for clause in clauses], initial=cut)
        return {clause for clause, place in zip(clauses, cuts, strict=False) if place not in ends}

    def of(self, head: str, torn: bool, least: float = -9.0, through: bool = True) -> float:
        """The weight of one head, or where it is below ``least`` anything that is."""
        pointed = head[0] in POINT
        if pointed and self.tail[-1] in "，、":
            return -3.0
        score = 0.0 if self.quiet and not (torn or pointed) else self._signs(head, torn, pointed)
        if score + MOST < least:
            return score
        torn_word = word(self.clause, clause(head)) if through and self.clause and not pointed else 0.0
        phrase = 2.5 if torn_word else 1.5
        if phrase <= torn_word or score + phrase < least:
            return score + torn_word
        return score + (phrase if self._known(head) else torn_word)

    def _signs(self, head: str, torn: bool, pointed: bool) -> float:
        """What quotations, numbers, parentheses and stops on either side say."""
        score = 0.0
        if self.opened or torn:
            score += 3.0 if self.opened and torn else -3.0
        if self.number:
            score += 2.0 if UNIT.match(head) else 0.5 if NUMBER.match(head) else -1.0
        if self.pairs and any(pair[1] in head and pair[0] not in head[: head.find(pair[1])] for pair in self.pairs):
            score += 3.0
        return score + 0.5 if pointed and not torn else score


@cache
def _cutter() -> Callable[[str, bool], list[str]]:
    import rjieba  # noqa: PLC0415 - half a second that only torn texts need

    cutter: Callable[[str, bool], list[str]] = rjieba.cut
    return cutter


@lru_cache(1 << 10)  # the ends of pages are asked about for their order first and for their sentences then
def word(tail: str, head: str) -> float:
    """A word of the dictionary over the cut."""
    parts = _cutter()(tail + head, False)
    if len(tail) in accumulate(map(len, parts)):  # as nearly always
        return 0.0
    end = -len(tail)
    for part in parts:
        end += len(part)
        if end > 0:
            break
    else:
        return 0.0
    # 建设|项目 may be two words that met; a single character is left alone only by a cut.
    torn = end == len(part) - 1 or end == 1
    return (1.5 if len(part) == 2 else MOST) if torn else 1.0
