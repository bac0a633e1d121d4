"""What speaks for two stretches of text being one: the end of one and the start of another, weighed.

    深刻领悟“两个确|立”，增强 · 贷款2|亿元 · 高新技术企|业108户 · 一是…|二是…

A quotation that one opens and the other closes, a unit after its number, a word or phrase that the cut went through
and numbers in succession speak for it; a sentence left open before a heading and a stop at the start against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from govgraph.repair.marks import CLOSERS, END
from govgraph.seeds import Seeds

PROSE = re.compile("[，。；]")
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
FEW = 3  # heads of one tail that are looked up one by one
CUT = 12  # characters on either side that are looked at
MOST = 3.0  # what a torn word says


Cut = Callable[[str, bool], float]  # the weight of a head, and whether a quotation is torn in it


class Edge(NamedTuple):
    """Both ends of a stretch of text."""

    head: str  # its first characters
    tail: str  # its last characters
    open: bool  # its last sentence is unfinished
    heading: bool  # it begins with a heading or a numbered paragraph
    opened: bool  # a quotation is left open at its end
    torn: bool  # a quotation closes that was not opened
    first: tuple[int, int]  # series and number of the first member of a numbered series, (0, 0) without one
    last: tuple[int, int]


def edge(lines: Sequence[str], seeds: Seeds) -> Edge:
    """The edges of a stretch of lines, none of which is empty."""
    head, tail = "".join(lines[:2])[:CUT], "".join(lines[-2:])[-CUT:]
    is_open = tail.rstrip(CLOSERS)[-1:] not in END
    heading = bool(seeds.pattern("repair.numbered").match(lines[0])) or (
        len(lines) > 1 and not PROSE.search(lines[0]) and lines[0][-1] not in END and len(lines[0]) < len(lines[1]) - 4
    )
    joined = "".join(lines)
    members = [_member(found) for found in ORDINAL.findall(joined)]
    return Edge(
        head,
        tail,
        is_open,
        heading,
        joined.rfind("“") > joined.rfind("”"),
        -1 < joined.find("”") < (joined.find("“") if "“" in joined else len(joined)),
        members[0] if members else (0, 0),
        members[-1] if members else (0, 0),
    )


def _member(found: str) -> tuple[int, int]:
    return (1, NUMERALS.get(found[:-1], 0)) if found[-1] == "是" else (2, NUMERALS.get(found[1:-1], 0))


def link(before: Edge, after: Edge, cut: Cut) -> float:
    """What speaks for ``after`` following ``before``; ``cut`` weighs two halves of a sentence."""
    score = succession(before.last, after.first)
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
def _clause(head: str) -> str:
    return CLAUSE.split(head, 1)[0]


class Weights:
    """What speaks for each of some heads being the rest of one tail, with the text between two places around it."""

    def __init__(self, text: str, start: int, end: int, tail: str, opened: bool) -> None:
        self.text, self.start, self.end, self.tail, self.opened = text, start, end, tail, opened
        self.clause = CLAUSE.split(tail)[-1]
        # Most tails leave nothing open and end in a word: then the head alone can have a sign.
        self.quiet = not (opened or tail[-1].isdigit() or "（" in tail or "《" in tail)
        self.asked = 0
        self.after: dict[int, set[str]] = {}

    def _known(self, head: str) -> bool:
        """True where four characters over the cut stand together near by; for many heads these are gathered once."""
        if PROSE.match(self.tail[-1]) or PROSE.match(head):
            return False
        self.asked += 1
        known = self._stands if self.asked <= FEW else self._follows
        return any(known(head[:size], size) for size in (2, 1, 3))

    def _stands(self, part: str, size: int) -> bool:
        piece = self.tail[size - 4 :] + part
        return len(piece) == 4 and not PROSE.search(piece) and self.text.find(piece, self.start, self.end) >= 0

    def _follows(self, part: str, size: int) -> bool:
        return part in self._after(size) and not PROSE.search(part)

    def _after(self, size: int) -> set[str]:
        """What follows the last characters of the tail elsewhere."""
        if size not in self.after:
            left = self.tail[size - 4 :]
            near = self.text[self.start : self.end]
            self.after[size] = _followers(near, left, size) if len(left) == 4 - size else set()
        return self.after[size]

    def of(self, head: str, torn: bool, least: float = -9.0) -> float:
        """The weight of one head, or where it is below ``least`` anything that is."""
        pointed = head[0] in POINT
        if pointed and self.tail[-1] in "，、":
            return -3.0
        score = 0.0 if self.quiet and not (torn or pointed) else _signs(self.tail, head, self.opened, torn)
        if score + MOST < least:
            return score
        torn_word = word(self.clause, _clause(head)) if self.clause and not pointed else 0.0
        phrase = 2.5 if torn_word else 1.5
        if phrase <= torn_word or score + phrase < least:
            return score + torn_word
        return score + (phrase if self._known(head) else torn_word)


def _signs(tail: str, head: str, opened: bool, torn: bool) -> float:
    """What quotations, numbers, parentheses and stops on either side say."""
    score = 0.0
    if opened or torn:
        score += 3.0 if opened and torn else -3.0
    if tail[-1].isdigit():
        score += 2.0 if UNIT.match(head) else 0.5 if NUMBER.match(head) else -1.0
    if _closes(tail, head, "（", "）") or _closes(tail, head, "《", "》"):
        score += 3.0
    if head[0] in POINT and not torn:
        score += 0.5
    return score


def _closes(tail: str, head: str, opener: str, closer: str) -> bool:
    """True where the tail leaves a pair open that the head closes."""
    if opener not in tail or closer not in head:
        return False
    return tail.rfind(opener) > tail.rfind(closer) and opener not in head[: head.find(closer)]


def _followers(text: str, left: str, size: int) -> set[str]:
    """What follows some characters in a text."""
    if PROSE.search(left):
        return set()
    parts = text.split(left)
    found = {part[:size] for part in parts[1:] if len(part) >= size}
    for index, part in enumerate(parts[1:], 1):
        if len(part) < size:  # the same characters come again at once
            after = left.join(parts[index : index + size + 1])
            if len(after) >= size:
                found.add(after[:size])
    return found


@cache
def _cutter() -> Callable[[str, bool], list[str]]:
    import rjieba  # noqa: PLC0415 - half a second that only torn texts need

    cutter: Callable[[str, bool], list[str]] = rjieba.cut
    return cutter


def word(tail: str, head: str) -> float:
    """A word of the dictionary over the cut."""
    end = -len(tail)
    for part in _cutter()(tail + head, False):
        end += len(part)
        if end >= 0:
            break
    if end <= 0:
        return 0.0
    # 建设|项目 may be two words that met; a single character is left alone only by a cut.
    torn = end == len(part) - 1 or end == 1
    return (1.5 if len(part) == 2 else MOST) if torn else 1.0
