"""Sentences cut by captions, pages and columns, put together again; and columns that came in the wrong order.

The paragraphs fall into *blocks*: a block ends at a page break or where a sentence stays unfinished. An unfinished tail
looks for its head among the blocks: a quotation that one opens and the other closes, a word or phrase of the document
that the cut went through, a unit after its number speak for a pair, and so does the place: the next block, or where
columns are shuffled, a neighbour. What finds no head stays a fragment and a doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from govgraph.repair import captions, seams
from govgraph.repair.marks import BREAK, CLOSERS, END, HEAD, REST, each_line
from govgraph.seeds import Seeds
from govgraph.text import Text

PROSE = re.compile("[，。；]")
NOTE = re.compile(r"[。！？…；][”’]?（[^（）]*）$")
POINT = "，。；、：！？”’）》"
UNIT = re.compile("[亿万千百余多个家户人名元件次项条所座公里吨亩%年月日届号期场批类]")
SENTENCE = 14  # characters: a shorter unfinished line is a heading
LONG = 28  # characters of an unfinished line without punctuation that is no heading
HEADING = 48  # characters
FAR = 40  # blocks between a tail and its head: an imposed sheet holds no more columns
CLOSE = 2  # the same in a text with no sign of torn columns: a block that was put in between
NEAR = 20_000  # characters around a tail in which its phrases are looked up
LIKELY = 1.5  # what speaks for the next block, in a text that keeps its order
SURE = 2.0  # the least evidence that joins what does not stand together


class Block(NamedTuple):
    """Paragraphs that stand together, captions left out."""

    lines: tuple[tuple[int, int], ...]
    marked: bool  # a page or column break goes before
    tail: str  # the last characters of an unfinished sentence, or nothing
    short: bool  # so short and without punctuation that it may be a heading
    head: str  # the first characters of what may be the rest of one, or nothing
    opened: int  # quotations left open at the end: 1; torn at the start: -1 in ``torn``
    torn: int


class Head(NamedTuple):
    """Where the rest of a sentence may be: the block, its first characters, and whether a quotation is torn there."""

    block: int
    start: str
    torn: bool
    clause: str  # what of it stands before the first sign


class Seam(NamedTuple):
    """A tail, its head and what speaks for them."""

    score: float
    tail: int
    head: int


def arrange(text: Text, seeds: Seeds, settled: bool = False) -> tuple[Text, int, frozenset[str], tuple[str, ...]]:
    """The text in its order, how often something was moved or joined, the captions, and the doubts.

    Where the pages were put in order already (``settled``), what still is torn is no sign of shuffled columns.
    """
    lines = [(start, start + len(line)) for start, line in each_line(text.string)]
    lifted = _captions(text.string, lines, seeds)
    blocks = _blocks(text.string, lines, lifted, seeds)
    follows, doubts = _pair(text.string, blocks, settled)
    if not follows and not lifted:
        return text, 0, frozenset(), doubts
    parts = _chains(blocks, follows, sorted(lifted))
    taken = frozenset(text.string[start:end].strip(BREAK) for start, end in lifted)
    return text.join(parts, "\n"), len(follows) + len(lifted), taken, doubts


def _captions(string: str, lines: list[tuple[int, int]], seeds: Seeds) -> set[tuple[int, int]]:
    """Captions that stand between the halves of a sentence."""
    found: set[tuple[int, int]] = set()
    before = ""
    for start, end in lines:
        line = string[start:end].strip(BREAK)
        if captions.told(line, seeds) or (captions.cutting(line, seeds) and _tail(before, seeds)):
            found.add((start, end))
        elif line:
            before = line
    return found


def _tail(line: str, seeds: Seeds, broken: bool = False) -> str:
    """The end of an unfinished sentence; before a page break a long line needs no punctuation to be one."""
    ended = line.rstrip(CLOSERS)[-1:] in END or line[:1] == HEAD or NOTE.search(line)
    if ended or len(line) < SENTENCE:
        return ""
    if not PROSE.search(line) and (not broken or seeds.pattern("repair.title_end").search(line)):
        return ""
    heading = len(line) <= HEADING and "。" not in line and seeds.pattern("repair.numbered").match(line)
    return "" if heading else line[-12:]


def _blocks(string: str, lines: list[tuple[int, int]], lifted: set[tuple[int, int]], seeds: Seeds) -> list[Block]:
    blocks: list[Block] = []
    current: list[tuple[int, int]] = []
    before = marked = False  # a break before the current block; one seen since its last line
    for start, end in lines:
        if (start, end) in lifted:
            marked = marked or bool(current and _tail(string[current[-1][0] : current[-1][1]], seeds))
            continue
        broken = string[start] == BREAK
        if current and (broken or _tail(string[current[-1][0] : current[-1][1]], seeds)):
            blocks.append(_block(string, current, before, broken, seeds))
            current, before, marked = [], marked, False
        before, marked = before or (broken and not current), marked and not current
        clean = start + (len(string[start:end]) - len(string[start:end].lstrip(BREAK)))
        if clean < end:
            current.append((clean, end))
    return [*blocks, _block(string, current, before, False, seeds)] if current else blocks


def _block(string: str, lines: list[tuple[int, int]], marked: bool, broken: bool, seeds: Seeds) -> Block:
    first, last = string[lines[0][0] : lines[0][1]], string[lines[-1][0] : lines[-1][1]]
    heading = first[0] == HEAD or seeds.pattern("repair.numbered").match(first) or not PROSE.search(first)
    rest = "" if heading and len(first) > 2 else first[:12]
    short = len(last) < LONG and not PROSE.search(last)
    opened = int(last.rfind("“") > last.rfind("”"))
    torn = int(-1 < first.find("”") < (first.find("“") if "“" in first else len(first)))
    return Block(tuple(lines), marked, _tail(last, seeds, broken), short, rest, opened, torn)


def _pair(string: str, blocks: list[Block], settled: bool) -> tuple[dict[int, int], tuple[str, ...]]:
    """Which block follows which; and the unfinished tails that found none."""
    tails = [index for index, block in enumerate(blocks) if block.tail]
    if not tails or len(blocks) < 2:
        return {}, ()
    opened = (False, *(block.opened for block in blocks))
    torn = not settled and any(block.torn and not before for before, block in zip(opened, blocks, strict=False))
    heads = [
        Head(index, block.head, bool(block.torn), seams.clause(block.head))
        for index, block in enumerate(blocks)
        if block.head
    ]
    runs = seams.Runs(string, torn)
    found = [seam for tail in tails for seam in _seams(runs, blocks, heads, tail, torn, settled)]
    shuffled = not settled and sum(seam.score > SURE and seam.head < seam.tail for seam in found) > 1
    follows = _choose([_prefer(seam, blocks, shuffled) for seam in found])
    doubts = tuple(
        f"unfinished: …{blocks[tail].tail}" for tail in tails if tail not in follows and not blocks[tail].short
    )
    return follows, doubts


def _prefer(seam: Seam, blocks: list[Block], shuffled: bool) -> Seam:
    """Count in where the blocks stand; among shuffled columns a neighbour on either side is only likelier."""
    if shuffled:
        return seam._replace(score=seam.score + (1.0 if abs(seam.head - seam.tail) == 1 else 0.0))
    if seam.head != seam.tail + 1:
        return seam
    # Next to each other with nothing but a page break between, two halves are one sentence unless something says no.
    rest = REST.fullmatch(blocks[seam.head].head)
    sure = blocks[seam.head].marked and (rest or not blocks[seam.tail].short)
    return seam._replace(score=seam.score + (SURE if sure else 1.0))


def _choose(found: list[Seam]) -> dict[int, int]:
    """The best pairs first; no block twice, no ring."""
    follows: dict[int, int] = {}
    heads: set[int] = set()
    likely = (seam for seam in found if seam.score >= SURE)
    for seam in sorted(likely, key=lambda seam: (-seam.score, abs(seam.head - seam.tail - 1), seam.tail)):
        taken = seam.tail in follows or seam.head in heads
        if not taken and _end(follows, seam.head) != seam.tail:
            follows[seam.tail] = seam.head
            heads.add(seam.head)
    return follows


def _end(follows: dict[int, int], block: int) -> int:
    while block in follows:
        block = follows[block]
    return block


def _seams(
    runs: seams.Runs, blocks: list[Block], heads: list[Head], tail: int, torn: bool, settled: bool
) -> list[Seam]:
    """The heads that may follow a tail. In a text with no sign of torn columns the next block is enough."""
    block = blocks[tail]
    place = block.lines[-1][1]
    weights = seams.Weights(runs, max(place - NEAR, 0), place + NEAR, block.tail, bool(block.opened))
    low, high = _reach(blocks, tail, torn, settled)
    found: list[Seam] = []
    if not torn and tail + 1 < len(blocks) and blocks[tail + 1].head:
        after = blocks[tail + 1]
        found.append(Seam(weights.of(after.head, bool(after.torn)), tail, tail + 1))
        if found[0].score >= LIKELY:
            return found
        low += 1
    beside = (tail - 1, tail + 1)
    near = heads[bisect_left(heads, (low,)) : bisect_left(heads, (high,))]
    clauses = [head.clause for head in near if head.clause]
    through = weights.through(clauses) if len(near) > len(beside) else set(clauses)
    for head, start, closes, clause in near:
        # Only a neighbour can win by its place what its weight lacks.
        if head in beside:
            found.append(Seam(weights.of(start, closes), tail, head))
        elif head != tail and (clause in through or closes or not clause or not weights.quiet):
            score = weights.of(start, closes, SURE, clause in through)
            if score >= SURE:
                found.append(Seam(score, tail, head))
    return found


def _reach(blocks: list[Block], tail: int, torn: bool, settled: bool) -> tuple[int, int]:
    """The blocks among which a tail looks for its head."""
    if torn:
        return max(tail - FAR, 0), tail + FAR + 1
    after = blocks[tail + 1].head if tail + 1 < len(blocks) else ""
    return tail + 1, tail + 1 + (1 if settled or not after or after[0] in POINT else CLOSE)


def _chains(blocks: list[Block], follows: dict[int, int], lifted: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The paragraphs in order, of one or more stretches each; captions behind the block that they stood after."""
    parts: list[list[tuple[int, int]]] = []
    inner = set(follows.values())
    heads = [index for index in range(len(blocks)) if index not in inner]
    waiting = list(lifted)
    for first in heads:
        block, glued = first, False
        while True:
            for number, line in enumerate(blocks[block].lines):
                if glued and number == 0:
                    parts[-1].append(line)
                    continue
                while waiting and waiting[0][0] < line[0]:
                    parts.append([waiting.pop(0)])
                parts.append([line])
            glued = block in follows
            if not glued:
                break
            block = follows[block]
        while waiting and waiting[0][0] < blocks[block].lines[-1][1]:
            parts.append([waiting.pop(0)])
    return parts + [[line] for line in waiting]
