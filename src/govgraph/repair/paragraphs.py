"""Kinds of paragraphs, and the sentences in them.

title (the first heading), heading with its level (一、 is 1, （一） 2, 1. or 一是 3), byline, caption, row (a line of
a roster: 市长 alone, 李文清（1955.4~1957.1）, names with blanks between) and body. A sentence ends at 。！？ and at
the end of a paragraph; quotation marks and parentheses that close after the stop belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from govgraph.model import Paragraph
from govgraph.regexes import compiled
from govgraph.repair import captions
from govgraph.repair.marks import BREAK, END, GAP, HEAD, each_line
from govgraph.seeds import Seeds
from govgraph.text import Edit, Span

MARKS = re.compile(f"[{HEAD}{BREAK}]")
EMPTY = compiled(r"(?:(?<=\n)|(?<=\A))[ \u3000]*\n|[ \u3000]+(?=\n|\Z)|\n+\Z|(?:(?<=\n)|(?<=\A))[ \u3000]+")
STOP = r"[。！？]+[”’』」）》】]*(?:（[^（）\n]{1,12}）(?=\n|\Z))?"
SENTENCE = re.compile(rf"[^。！？\n]+(?:{STOP})?|{STOP}")
PROSE = re.compile("[，。；！？]")
LEVELS = (
    (1, re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章编]")),
    (2, re.compile(r"（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百\d]{1,4}节")),
    (3, re.compile(r"\d{1,2}[.．、](?!\d)|（\d{1,2}）|[一二三四五六七八九十]是")),
)
LONGEST_HEADING = 48
ROW = 12  # characters: a line without any punctuation among others of its kind


def unmark(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """Take out the marks of earlier steps."""
    return (Edit(m.start(), m.end(), "") for m in MARKS.finditer(string))


def tidy(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Take out empty lines and margins."""
    blanks = [blank for blank in " \u3000" if blank in string]
    cues = ("\n\n", *("\n" + blank for blank in blanks), *(blank + "\n" for blank in blanks))
    if string == string.strip("\n \u3000") and not any(cue in string for cue in cues):
        return iter(())
    return (Edit(m.start(), m.end(), "") for m in EMPTY.finditer(string) if m.end() > m.start())


def classify(string: str, marked: frozenset[str], lifted: frozenset[str], seeds: Seeds) -> tuple[Paragraph, ...]:
    """The paragraphs; ``marked`` are headings by the file's own word, ``lifted`` captions that cut a sentence."""
    found: list[Paragraph] = []
    titled = False
    for start, line in each_line(string):
        kind, level = ("caption", 0) if lifted and line in lifted else _kind(line, marked, seeds)
        if kind == "heading" and not level and not titled and all(p.kind in {"byline", "caption"} for p in found):
            kind, titled = "title", True
        found.append(Paragraph(start, start + len(line), kind, level))
    return tuple(found)


def _kind(line: str, marked: frozenset[str], seeds: Seeds) -> tuple[str, int]:
    if len(line) > captions.LONGEST:
        return "body", 0
    level = next((number for number, pattern in LEVELS if pattern.match(line)), 0)
    if line in marked:
        return ("row", 0) if GAP in line or "。" in line else ("heading", level)
    if captions.told(line, seeds):
        return "caption", 0
    if seeds.pattern("repair.byline").match(line):
        return "byline", 0
    if seeds.pattern("repair.dated_name").match(line) or _listed(line):
        return "row", 0
    if (
        len(line) <= LONGEST_HEADING
        and line[-1] not in END
        and (not PROSE.search(line) or (level and "。" not in line))
    ):
        return ("heading", level) if level or len(line) > 4 else ("row", 0)
    return "body", 0


def _listed(line: str) -> bool:
    """True for names with blanks between: three or more short words and nothing else."""
    words = line.split()
    return len(words) >= 3 and not PROSE.search(line) and max(map(len, words)) <= 6


def sentences(string: str) -> tuple[Span, ...]:
    """The sentences, in order; together they hold everything but the line ends."""
    return tuple(map(partial(tuple.__new__, Span), map(re.Match.span, SENTENCE.finditer(string))))
