"""Blanks that typesetting left behind: 齐 众 心 、汇 众 力 · 连续 7 个月 · 《报告》在 代 表 中.

Letter-spacing is undone by run, not by line: three or more single characters with blanks between them. Around
numbers and punctuation blanks go everywhere. Between words a blank goes only in running prose: in headings, bylines,
captions and rosters it separates (市长 李文; 李明 张强 王芳). A name padded to the width of its neighbours (李　文
among names of three characters) closes up, because no name has one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.regexes import compiled
from govgraph.repair.marks import HAN
from govgraph.seeds import Seeds
from govgraph.text import EVERY_SECOND, Edit, Edits

POINT = r"，。、；：！？“”‘’（）《》〈〉【】〔〕—…%·"
LETTER = rf"(?:[{POINT}]{{1,2}}|[{POINT}]{{0,2}}[{HAN}][{POINT}]{{0,2}}|\d+(?:\.\d+)?[{POINT}]?|\.(?=[ ]\d))"
LONGEST_NAME = 12  # characters, with the blanks of a padded name, （女） and a role before it (副组长：)
COLUMN = 3  # blanks; justified type leaves one or two
BLANK = re.compile(r"[ \u3000]+")
DATED_END = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[ \u3000]*(?:\n|\Z)")


def _behind_blank(rest: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern that begins with a blank, in texts without and with wide ones: one sign is found faster than two."""
    return compiled(" " + rest), compiled("[ \u3000]" + rest)


# Each pattern begins with the blank and then looks back: a search for one rare character costs next to nothing.
SPACED = _behind_blank(
    rf"(?:(?<=[{HAN}].)|(?<=[{HAN}][{POINT}].))[ \u3000]{{0,2}}"
    rf"{LETTER}(?:[ \u3000]{{1,3}}{LETTER})+(?![{HAN}\w])"
)
NUMBER = compiled(rf" (?:(?<=[{HAN}] ) *(?=\d)|(?<=[\d%] ) *(?=[{HAN}])|(?<=\d ) *(?=%))")
AT_POINT = compiled(
    rf" (?:(?<=[，。、；：！？”’》（〈“‘《] ) *(?=[{HAN}\d“‘《（])|(?<=[{HAN}\d%] ) *(?=[，。、；：！？”’》）]))"
)
IN_PROSE = _behind_blank(rf"(?:(?<=[{HAN}）].)[ \u3000]*(?=[{HAN}“《（\dA-Za-z])|(?<=[A-Za-z%].)[ \u3000]*(?=[{HAN}]))")
PROSE = re.compile("[，。；、]")
LIST = rf"(?:[{HAN}·]{{2,4}}[ \u3000]+)"
NAMES = compiled(
    rf"(?:(?<=[ \u3000\n\x01：])|(?<=\A)){LIST}{{2,}}[{HAN}]{{2,4}}(?![{HAN}])"
    rf"|(?:记者|通讯员|实习生)[ \u3000：]*{LIST}{{1,}}[{HAN}]{{2,4}}(?![{HAN}])"
)
CREDIT = re.compile(r"摄|供图|文[/／图摄]|图[/／文]")
INDENT = compiled(r"(?<=[。！？”）…])[ ]*\u3000{2,}(?=[^\s])")
PADDED = _behind_blank(
    rf"(?:(?<=[\n\x01 \u3000：、][{HAN}].)|(?<=\A[{HAN}].))[ \u3000]?(?=[{HAN}](?:[ \u3000\n（、，。]|\Z))"
)
# Two words or more. What was taken is not given back: how a line of Han falls into words can be tried for hours.
WORDS = rf"(?:[{HAN}·]++(?:（[^（）\n]{{1,12}}）)?+[ \u3000]*+)"
TWO = rf"(?=[{HAN}·](?:（[^（）\n]{{1,12}}）)?[ \u3000]*[{HAN}·])"
ROW = compiled(rf"(?:(?<=\n)|(?<=\A))[ \u3000]*+{TWO}{WORDS}++(?=\n|\Z)")


def letters(string: str) -> list[tuple[int, int, str | slice]]:
    """Close up runs of spaced letters."""
    edits: list[tuple[int, int, str | slice]] = []
    for run in SPACED["\u3000" in string].finditer(string):
        row = ROW.match(string, string.rfind("\n", 0, run.start()) + 1)
        if not row or _single(row[0].split()):
            edits += _blanks(run[0], run.start())
    return edits


def _blanks(run: str, start: int) -> Edits:
    """The edits that take out the blanks of a run: one, where they stand before each character, as in most runs."""
    if run[::2].isspace() and not BLANK.search(run[1::2]):
        return [(start, start + len(run), EVERY_SECOND)]
    return [(start + blank.start(), start + blank.end(), "") for blank in BLANK.finditer(run)]


def times(edits: Edits) -> int:
    """How many blanks such edits take out."""
    return sum((end - start) // 2 if new is EVERY_SECOND else 1 for start, end, new in edits)


def _single(tokens: list[str]) -> bool:
    """True for a spaced heading: every word has one character. Four may be two names, each padded."""
    return all(len(token) == 1 for token in tokens) and len(tokens) != 4


def numbers(string: str) -> Iterator[Edit]:
    """Close up numbers with the words before and after; a date that ends a line without prose stays apart."""
    for blank in NUMBER.finditer(string):
        dated = DATED_END.match(string, blank.end()) and not _prose(string, blank.start())
        if not dated and not _column(string, blank):
            yield Edit(blank.start(), blank.end(), "")


def points(string: str) -> Iterator[Edit]:
    """Close up punctuation with the words before and after."""
    return (Edit(m.start(), m.end(), "") for m in AT_POINT.finditer(string))


def padding(string: str) -> Iterator[Edit]:
    """Close up two single characters in a list of names."""
    done = 0
    for blank in PADDED["\u3000" in string].finditer(string):
        if blank.start() <= done:  # the character before is one of the last pair
            continue
        done = blank.end() + 1
        start, end = _line(string, blank.start())
        line = string[start:end]
        if len(line) > blank.end() - blank.start() + 2 and (ROW.match(line) or "、" in line):
            yield Edit(blank.start(), blank.end(), "")


def prose(string: str, seeds: Seeds) -> Iterator[Edit]:
    """Close up words in paragraphs of running text, except in lists of names and between a name and its titles."""
    rows = seeds.pattern("repair.member"), seeds.pattern("repair.duty")
    for blank in IN_PROSE["\u3000" in string].finditer(string):
        start, end = _line(string, blank.start())
        if not PROSE.search(string, start, end) or CREDIT.match(string, blank.end()) or _column(string, blank):
            continue
        if blank.start() - start <= LONGEST_NAME and any(row.search(string[start:end]) for row in rows):
            continue
        if not any(m.start() <= blank.start() < m.end() for m in NAMES.finditer(string, start, end)):
            yield Edit(blank.start(), blank.end(), "")


def indents(string: str) -> Iterator[Edit]:
    """Paragraphs that stand one after the other in a line, each with its indent, get lines of their own."""
    return (Edit(m.start(), m.end(), "\n\u3000\u3000") for m in INDENT.finditer(string))


def _column(string: str, blank: re.Match[str]) -> bool:
    """True for a gap so wide, in a line without a full stop, that it parts columns: 薛峰   县委副书记、县长."""
    if blank.end() - blank.start() < COLUMN:
        return False
    return string.find("。", *_line(string, blank.start())) < 0


def _prose(string: str, position: int) -> bool:
    """True where the line around a position has the punctuation of running text."""
    return PROSE.search(string, *_line(string, position)) is not None


def _line(string: str, position: int) -> tuple[int, int]:
    end = string.find("\n", position)
    return string.rfind("\n", 0, position) + 1, end if end >= 0 else len(string)
