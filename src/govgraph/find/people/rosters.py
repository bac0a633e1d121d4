"""Rosters: lines that hold nothing but names, and names glued together by scanning.

A roster line is made of stretches of Chinese characters that all split into names (文中让李明信), between blanks,
dots, 、 and brackets; titles and by-line words in it are passed over. Lines next to each other support each other: a
single name on a line of its own counts only beside a title or another roster line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rjieba import has_word

from govgraph.find.names import Names
from govgraph.grid import Row
from govgraph.model import Mention, Paragraph
from govgraph.seeds import Seeds

SENTENCE = re.compile(r"[，。；！？“”《》%％：:]|[\d]{5,}")
BRACKET = re.compile(r"[（(][^（()）]{0,24}[)）]")
HAN = re.compile(r"[\u3400-\u9fff]")
HAN_RUN = re.compile(r"[\u3400-\u9fff·]+(?:[ \u3000]{1,2}[\u3400-\u9fff](?![\u3400-\u9fff]))?")
LONGEST = 400
# Points that each name of a roster line must have on average: a usual surname with two usual characters has six.
AVERAGE = 4
# Behind so many names of a line another may have a surname that no list knows.
COMPANY = 3
LONG = 3  # characters of a name of which two are given
MOST, MANY = 0.7, 0.6  # of a line that must be names where one is one, and where several are
DOT = re.compile("[·•‧・．⋅]")
FOREIGN = 0.6  # of the characters of a name with a dot that must be syllables of transliteration


class Line(NamedTuple):
    """A line with the names that it splits into, and whether it holds a title."""

    names: tuple[tuple[int, int], ...]
    pure: bool
    titled: bool
    heads: bool = False  # says that names stand below


def find(
    text: str, paragraphs: Sequence[Paragraph], posts: Sequence[Mention], names: Names, seeds: Seeds
) -> Iterator[tuple[int, int]]:
    """The spans of the names in all roster lines."""
    lines = [_line(text, span, posts_in, names, seeds) for span, posts_in in _with_posts(text, paragraphs, posts)]
    for index, line in enumerate(lines):
        if not line.pure or not line.names:
            continue
        around = lines[max(0, index - 2) : index + 3]
        company = sum(len(near.names) for near in around if near.pure)
        titled = any(near.titled for near in lines[max(0, index - 2) : index + 1])
        if company >= 3 or (company >= 1 and (titled or any(near.heads for near in lines[max(0, index - 3) : index]))):
            yield from line.names


def _with_posts(
    text: str, paragraphs: Sequence[Paragraph], posts: Sequence[Mention]
) -> Iterator[tuple[tuple[int, int], list[Mention]]]:
    """Each line of each paragraph that may be a roster line, with the titles in it."""
    at = 0
    for paragraph in paragraphs:
        for piece in re.finditer(r"[^\n]+", text[paragraph.start : paragraph.end]):
            start, end = paragraph.start + piece.start(), paragraph.start + piece.end()
            while at < len(posts) and posts[at].start < start:
                at += 1
            inside = []
            while at < len(posts) and posts[at].end <= end:
                inside.append(posts[at])
                at += 1
            yield (start, end), inside


def _line(text: str, span: tuple[int, int], posts: list[Mention], names: Names, seeds: Seeds) -> Line:
    """Read one line as a roster."""
    start, end = span
    bare = _blank(text[start:end], [(p.start - start, p.end - start) for p in posts], seeds)
    heads = seeds.pattern("people.row_heading").search(text, start, end) is not None
    if heads or len(bare) > LONGEST or SENTENCE.search(bare):
        return Line((), pure=False, titled=False, heads=heads)
    found: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    good = total = 0
    for run in seeds.pattern("people.run").finditer(bare):
        parts = split(names, text, start + run.start(), start + run.end())
        total += run.end() - run.start()
        good += (run.end() - run.start()) if parts else 0
        found += parts
        others += [] if parts else [(start + run.start(), start + run.end())]
    titled = bool(posts) and (bool(found) or not HAN.search(bare))
    # Words such as 常乐 and 文革 are names when they stand among names.
    company = found
    doubtful = [(low, high) for low, high in others if _doubtful(clean(text[low:high]), names, among=len(found))]
    if len(found) >= 2 and len(found) > len(doubtful):
        company, good = found + doubtful, good + sum(high - low for low, high in doubtful)
    return Line(tuple(company), pure=good >= (MOST if len(found) < 2 else MANY) * total, titled=titled)


def _doubtful(whole: str, names: Names, *, among: int) -> bool:
    """True of what may be a name among names, whatever its surname or word once there are three of them."""
    if names.unit(whole[-1:]):
        return False  # 石板镇
    if among >= 2 and len(whole) == LONG and all(names.given.get(sign, 0) > 0 for sign in whole[1:]):
        return not has_word(whole)  # 者某某
    if among < COMPANY:
        return names.points(whole) >= AVERAGE - 1
    worded = names.shape(whole) >= AVERAGE  # 高峰
    return len(whole) in (2, 3) and (worded or names.points(whole, listed=True) >= -2)


def _blank(line: str, spans: list[tuple[int, int]], seeds: Seeds) -> str:
    """The line with titles, by-line words and brackets made into blanks."""
    spans = [(low, high + (line[high : high + 1] in "：:")) for low, high in spans]
    spans += [m.span() for m in BRACKET.finditer(line)]
    spans += [m.span() for m in seeds.pattern("people.byline").finditer(line)]
    spans += [m.span() for m in seeds.pattern("people.line_label").finditer(line)]
    for low, high in spans:
        line = line[:low] + "|" * (high - low) + line[high:]
    return line


def column(text: str, row: Row, names: Names) -> Iterator[tuple[int, int]]:
    """The names in the name column of a table."""
    for cell in row:
        if cell.column == "name":
            for run in HAN_RUN.finditer(BRACKET.sub(lambda m: " " * len(m[0]), text[cell.start : cell.end])):
                start, end = cell.start + run.start(), cell.start + run.end()
                alone = _celled(clean(run[0]), names)
                yield from [(start, end)] if alone else split(names, text, start, end)


def _celled(whole: str, names: Names) -> bool:
    """True of what stands alone in a cell for a name, whatever its surname, but for a word (空缺)."""
    known = names.points(whole) >= AVERAGE - 1
    return len(whole) in (2, 3) and (known or (names.possible(whole) and not has_word(whole)))


def split(names: Names, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the names that a stretch splits into, all of it; none if one of them does not look like a name."""
    run = text[start:end]
    if len(run) < 2 or not HAN.match(run):
        return []
    if names.parts.fullmatch(run) or names.part.fullmatch(run) or _dotted(names, run):
        return [(start, end)]
    if DOT.search(run):
        parts = [split(names, text, start + m.start(), start + m.end()) for m in re.finditer(r"[\u3400-\u9fff]+", run)]
        return [span for part in parts for span in part] if all(parts) else []
    if len(run) == 2 or not all(map(HAN.match, run)):
        whole = clean(run)
        return [(start, end)] if 2 <= len(whole) <= 3 and names.alone(whole, 0, len(whole)) >= AVERAGE - 1 else []
    spans = [(start + low, start + high) for low, high in names.split(run)]
    if any(names.unit(text[high - 1]) for _, high in spans):
        return []
    points = [names.alone(text[low:high], 0, high - low) - 3 * (text[low] in names.function) for low, high in spans]
    return spans if spans and min(points) >= 1 and sum(points) >= AVERAGE * len(spans) else []


def _dotted(names: Names, run: str) -> bool:
    """买买提·艾山, and not two names with a dot between them."""
    parts = DOT.split(run)
    signs = "".join(parts)
    sounds = sum(sign in names.sounds for sign in signs) >= FOREIGN * len(signs)
    return len(parts) > 1 and sounds and not all(names.points(part) >= AVERAGE for part in parts)


def clean(form: str) -> str:
    """The name in a form with blanks, or with a dash that scanning made of 一."""
    return re.sub(r"[-－—]", "一", re.sub(r"\s", "", form))
