"""Page furniture: what the page carries and the text does not say.

Front matter, comments, page numbers (—5—, - 17 -- 4 -), mastheads and running heads, contents lines (报告……4) and
markdown marks. Where a page ends, ``marks.BREAK`` stays behind, and ``marks.HEAD`` where markdown set a heading. A
repeated line is a running head only where it stands at a page mark or cuts a sentence in two: 市长 or 委员 alone on
a line, five times over, is a roster.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise

from govgraph.regexes import compiled
from govgraph.repair.marks import BREAK, END, HAN, HEAD
from govgraph.seeds import Seeds
from govgraph.text import Edit

FRONT = re.compile(r"\A\s*---[ ]*\n(?:[A-Za-z_][\w-]*[ ]*:[^\n]*\n|[ \t]*-?[^\n:]*\n){0,50}?---[ ]*(?:\n|\Z)")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
HEADING = compiled(r"(?:(?<=\n)|(?<=\A))[ ]{0,3}(?![# ]*(?:\n|\Z))(#{1,6})[ ]*(?=\S)")
HEADING_TAIL = compiled(r"(?:(?<=\n)|(?<=\A))[ ]*#[# ]*(?=\n|\Z)|[ ]+#{1,6}[ ]*(?=\n|\Z)")  # or all of one
BOLD_LINE = compiled(r"(?:(?<=\n)|(?<=\A))[ ]*(\*\*|__)(?=([^*\n]{2,40})\1[ ]*(?:\n|\Z))")
BOLD = compiled(r"\*{2,3}|(?<![\w_])__|__(?![\w_])|`+")
LINK = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|\[([^\]\n]*)\]\((?:https?:|/|#)[^)\n]*\)")
BULLET = compiled(r"(?:(?<=\n)|(?<=\A))[ ]{0,6}[*+-][ ]+(?=[^\s\d-])")
RULE = compiled(
    r"(?:(?<=\n)|(?<=\A))[ ]{0,3}(?:[-*_=][ ]?){3,}[ ]*(?=\n|\Z)|(?:(?<=\n)|(?<=\A))\|[ :|-]+\|[ ]*(?=\n|\Z)"
)
LINE = re.compile(r"[^\n]*\S[^\n]*")
LEADING_BLANK = re.compile(r"(?<=\n)[ ](?=[^\s])")
STOPS = END + "，、"  # no running head ends so
LONGEST = 40  # characters of a running head
WIDEST = 60  # with its margins
DIGITS = re.compile(r"\d\d*")  # the search skips to the first character of a class, not to a repetition of it
# What a line holds or begins with that may be a page number, a number alone or a masthead: found at little cost.
SIGNED = re.compile(r"\n[ \u3000]*[-—–－·•～~第Pp\d]")
BARE = re.compile(r"\n[ \u3000]*\d{1,3}[ \u3000]*(?=\n|\Z)")
PAPER = re.compile(r"报(?=[ \u3000\d]*(?:\n|\Z|\d{4}))")
PAGED = re.compile(r"版(?=[ \u3000]*(?:\n|\Z))")
BRACKETED = re.compile(r"【[^【】\n]{2,12}】(?:[ \u3000]*【[^【】\n]{2,12}】)*[ \u3000]*")
STRAY = compiled(r"(?:(?<=\n)|(?<=\A))[ \u3000]*[▲△▼▽◆◇■□●○★☆]+[ \u3000]*(?=\n|\Z)")


def front_matter(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps of a kind look the same
    """Remove the head of a markdown file; the reader has put it into the meta data."""
    front = FRONT.match(string)
    if front and ":" in front[0]:
        yield Edit(front.start(), front.end(), "")


def comments(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Remove comments; one that speaks of a page leaves a page break."""
    for comment in COMMENT.finditer(string):
        yield Edit(comment.start(), comment.end(), BREAK if "page" in comment[1].lower() else "")


def page_marks(string: str, seeds: Seeds) -> Iterator[Edit]:
    """Page numbers, and the mastheads beside them, become one page break."""
    found = {m.start(): m.end() for m in _at(string, seeds.pattern("repair.page_number"), SIGNED)}
    found.update({m.start(): m.end() for m in _at(string, seeds.pattern("repair.paper_page"), PAGED)})
    found.update(_sequence(string, seeds))
    heads = {m.start(): m.end() for m in _at(string, seeds.pattern("repair.masthead"), PAPER)}
    beside = {start: end for start, end in heads.items() if _beside(string, start, end, found)}
    shapes = {_shape(string[start:end]) for start, end in beside.items()}
    found.update({start: end for start, end in heads.items() if _shape(string[start:end]) in shapes})
    return (Edit(start, end, BREAK) for start, end in sorted(found.items()) if end > start)


def _shape(line: str) -> str:
    """A line without what changes from page to page."""
    return re.sub(r"[\d\s]+", "", line)


def _at(string: str, pattern: re.Pattern[str], cue: re.Pattern[str]) -> list[re.Match[str]]:
    """The matches of a pattern for whole lines, looked for only in lines with its cue."""
    starts = {string.rfind("\n", 0, m.start()) + 1 for m in cue.finditer("\n" + string)}
    return [found for start in sorted(starts) if (found := pattern.match(string, start))]


def _sequence(string: str, seeds: Seeds) -> dict[int, int]:
    """Numbers alone on a line are page numbers where three or more only grow, or at the end of a page."""
    lines = _at(string, seeds.pattern("repair.bare_number"), BARE)
    numbers = [int(line[0]) for line in lines]
    if len(numbers) >= 3 and all(a < b <= a + 2 for a, b in pairwise(numbers)):
        return {line.start(): line.end() for line in lines}
    return {line.start(): line.end() for line in lines if _next(string, line.end()) in ("", BREAK)}


def _next(string: str, end: int) -> str:
    """The next character that is no blank; nothing at the end."""
    while end < len(string) and string[end].isspace():
        end += 1
    return string[end : end + 1]


def _beside(string: str, start: int, end: int, marks: dict[int, int]) -> bool:
    """True where only blank lines lie between a line and a page mark or the break of a page."""
    ends = set(marks.values())
    before, after = start, end
    while before and string[before - 1].isspace():
        before -= 1
    while after < len(string) and string[after].isspace():
        after += 1
    first = not before and BREAK in string  # of a file with pages
    broken = first or BREAK in (string[max(before - 1, 0) : before], string[after : after + 1])
    return broken or before in ends or any(mark in marks for mark in range(end, after + 1))


def running_heads(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Remove lines that come back and cut sentences in two."""
    lines = string.split("\n")
    heads: list[int] = []
    for indexes in _recurring(lines):
        if 2 * sum(_cuts(_beyond(lines, i, -1), _beyond(lines, i, 1)) for i in indexes) >= len(indexes):
            heads += indexes
    if not heads:
        return iter(())
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return (Edit(starts[i], starts[i + 1] - 1, BREAK) for i in sorted(heads))


def _recurring(lines: list[str]) -> list[list[int]]:
    """Where lines of one shape stand, for each shape that comes three times and may be a running head."""
    texts = list(map(str.strip, lines))
    places: dict[str, list[int]] = defaultdict(list)
    for index in _edged(texts):
        if len(lines[index]) <= WIDEST and texts[index][-1] not in STOPS:
            places[DIGITS.sub("0", texts[index])].append(index)
    return [indexes for indexes in places.values() if len(indexes) >= 3]


def _edged(texts: list[str]) -> list[int]:
    """Where short lines stand whose first and last characters three have: few, and cheaply found."""
    edges = [text[0] + text[-1] if 4 <= len(text) <= LONGEST else "" for text in texts]
    edges = DIGITS.sub("0", "\n".join(edges)).split("\n")
    times = Counter(edges)
    return [index for index, edge in enumerate(edges) if edge and times[edge] >= 3]


def _beyond(lines: list[str], index: int, by: int) -> str:
    """The next line before or after that is not empty."""
    index += by
    while 0 <= index < len(lines):
        line = lines[index].strip()
        if line:
            return line
        index += by
    return ""


def _cuts(before: str, after: str) -> bool:
    """True where a sentence seems to run on from one line to another."""
    if not before or not after:
        return False
    if BREAK in (before, after):
        return True
    flowing = "，" in before or "、" in before or "，" in after or "、" in after
    return flowing and before[-1] not in END + "”）" and bool(re.match(rf"[{HAN}\d，、。]", after))


def contents(string: str, seeds: Seeds) -> Iterator[Edit]:
    """Remove contents lines, and the heading 目录 or CONTENTS of such a list."""
    lines = list(seeds.pattern("repair.contents_line").finditer(string))
    found = lines + (list(seeds.pattern("repair.contents_head").finditer(string)) if lines else [])
    return (Edit(m.start(), m.end(), "") for m in sorted(found, key=lambda m: m.start()))


def headings(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Markdown headings and lines that are bold as a whole keep a mark instead of their signs."""
    found = [Edit(m.start(), m.end(), HEAD) for m in HEADING.finditer(string)]
    found += [Edit(m.start(), m.end(), "") for m in HEADING_TAIL.finditer(string)]
    found += [Edit(m.start(), m.end(), HEAD) for m in BOLD_LINE.finditer(string) if m[2][-1] not in END]
    return iter(sorted(found))


def signs(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Remove the other signs of markdown; a bullet becomes the indent of a paragraph."""
    found = [Edit(m.start(), m.end(), "") for m in RULE.finditer(string)]
    found += [Edit(m.start(), m.end(), "") for m in BOLD.finditer(string)]
    found += [Edit(m.start(), m.end(), "\u3000") for m in BULLET.finditer(string)]
    done = 0
    for edit in sorted(found):
        if edit.start >= done:
            yield edit
            done = edit.end


def links(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Links keep their words; pictures go."""
    for link in LINK.finditer(string):
        if link[1] is None:
            yield Edit(link.start(), link.end(), "")
        else:
            yield Edit(link.start(), link.start(1), "")
            yield Edit(link.end(1), link.end(), "")


def bracketed(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """A heading in lenticular brackets (【分组审议】1月16日…) gets a line of its own."""
    for heading in BRACKETED.finditer(string):
        before = string[max(heading.start() - 1, 0) : heading.start()]
        if before in ("", "\n", "。", "”") or before in BREAK + HEAD:
            if before in ("。", "”"):
                yield Edit(heading.start(), heading.start(), "\n")
            if heading.end() < len(string) and string[heading.end()] != "\n":
                yield Edit(heading.end(), heading.end(), "\n")


def column_starts(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """One blank before a few lines of an otherwise unindented page marks a page or column that begins there."""
    found = list(LEADING_BLANK.finditer(string))
    if len(found) <= max(1, sum(1 for _ in LINE.finditer(string)) // 12):
        yield from (Edit(m.start(), m.end(), BREAK) for m in found)


def strays(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Remove triangles and boxes that stand alone on a line."""
    return (Edit(m.start(), m.end(), "") for m in STRAY.finditer(string))
