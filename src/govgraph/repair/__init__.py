"""Document to prose: layout damage undone, with the map to the source kept.

The order of the steps is the one that loses least: shapes of characters, then what the page added, then blanks and
doubles, then line ends, then repetitions and the order of blocks. A step finds edits in a string and knows nothing of
the map; one whose cue characters are not in the text does not run. What cannot be mapped is not done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from govgraph import seeds as _seeds
from govgraph.model import Document, Prose, Removal
from govgraph.repair import (
    captions,
    cells,
    columns,
    doubling,
    furniture,
    gutters,
    imposition,
    members,
    order,
    paragraphs,
    punctuation,
    repeats,
    sections,
    spacing,
    variants,
    width,
    wraps,
)
from govgraph.repair.marks import BREAK, HEAD
from govgraph.seeds import Seeds
from govgraph.text import Edits, Text


class Step(NamedTuple):
    """A named rewriting; it runs where one of its cues is in the text, or always where it has none."""

    name: str
    edits: Callable[[str, Seeds], Edits]
    cues: str | tuple[str, ...] = ""
    times: Callable[[list[tuple[int, int, str | slice]]], int] = len


def _plain(edits: Callable[[str], Edits]) -> Callable[[str, Seeds], Edits]:
    """A step that needs no seeds."""
    return lambda string, _: edits(string)


LINES = (
    Step("front matter", furniture.front_matter, "-"),
    Step("comments", furniture.comments, "<"),
    Step("page marks", furniture.page_marks, "0123456789"),
    Step("links", furniture.links, "]"),
    Step("drawn tables", cells.boxes, "│┃"),
    Step("markdown headings", furniture.headings, "#*_"),
    Step("markdown signs", furniture.signs, "*_`-=+"),
    Step("tabs", cells.tabs, "\t"),
    Step("stray signs", furniture.strays, "▲△▼▽◆◇■□●○★☆"),
    Step("doubled headings", _plain(doubling.headings)),
    Step("running heads", furniture.running_heads),
    Step("contents", furniture.contents, ("……", "....", "····")),
    Step("headings in brackets", furniture.bracketed, "【"),
    Step("column starts", furniture.column_starts, ("\n ",)),
    Step("repeated pages", repeats.pages),
    Step("punctuation", _plain(punctuation.marks), ",;:!?"),
    Step("full stops", _plain(punctuation.stops), "."),
    Step("parentheses", _plain(punctuation.parentheses), "()"),
    Step("letter-spacing", _plain(spacing.letters), " \u3000", spacing.times),
    Step("table cells", cells.bars, "|"),
    Step("table rows", cells.rows, "\t"),
    Step("rows below a header", cells.loose, " \u3000"),
    Step("caption ends", captions.splits, ("（资料", " 摄", "\u3000摄")),
    Step("narrow captions", captions.narrow, ("（资料",)),
    Step("indents in a line", _plain(spacing.indents), ("\u3000\u3000",)),
    Step("torn quotations", columns.breaks, "“”"),
    Step("column heights", columns.heights, BREAK),
)
PARAGRAPHS = (
    Step("line ends", wraps.joins, "\n"),
    Step("parentheses", _plain(punctuation.parentheses), "()"),
    Step("straight quotes", _plain(punctuation.quotes), '"'),
    Step("blanks at numbers", _plain(spacing.numbers), " "),
    Step("blanks at points", _plain(spacing.points), " "),
    Step("padded names", _plain(spacing.padding), " \u3000"),
    Step("blanks in prose", spacing.prose, " \u3000"),
    Step("caption credits", captions.attaches, "摄图"),
    Step("repeated paragraphs", repeats.paragraphs),
)
LAST = (
    Step("rows of members", members.splits),
    Step("marks", paragraphs.unmark, HEAD + BREAK),
    Step("empty lines", paragraphs.tidy),
)
HEADED = re.compile(rf"{HEAD}([^\n]+)")


def repair(document: Document, seeds: Seeds | None = None) -> Prose:
    """The readable text of a document, with its paragraphs, its sentences and a log of what was changed."""
    seeds = seeds or _seeds.load()
    log: list[Removal] = []
    shaped = _fold(Text.of(document.text), seeds, log)
    simplified = variants.fold(shaped, seeds)
    text = cells.mark(simplified, document.blocks)
    apart = gutters.arrange(text, seeds)
    if apart is not text:
        log.append(Removal("columns side by side", 1, 0))
    text = _run(apart, LINES, seeds, log)
    pages = imposition.arrange(text, seeds)
    settled = pages is not text
    text = _run(pages, PARAGRAPHS, seeds, log)
    text, times, lifted, doubts = order.arrange(text, seeds, settled)
    if times:
        log.append(Removal("order of blocks", times, 0))
    text, moved = sections.arrange(text)
    if moved:
        log.append(Removal("order of sections", moved, 0))
    headings = frozenset(heading.strip() for heading in HEADED.findall(text.string))
    text = _run(text, LAST, seeds, log)
    string = text.string
    found = paragraphs.classify(string, headings, lifted, seeds)
    return Prose(
        document,
        text,
        tuple(cells.told(text, found, document.blocks)) if document.blocks else found,
        paragraphs.sentences(string),
        tuple(log),
        doubts,
        variants.written(text, document.text, seeds) if simplified is not shaped else None,
    )


def _fold(text: Text, seeds: Seeds, log: list[Removal]) -> Text:
    """The shapes of characters; one look at which of them there are saves most passes."""
    present = width.odd(text.string, seeds)
    if not present:
        return text
    table = width.folding(seeds)
    invisible = [c for c in present if width.INVISIBLE.match(c)]
    steps = [Step("invisible characters", _plain(width.invisible))] if invisible else []
    steps += [Step("line ends of other systems", _plain(width.line_ends))] if present & {"\r", "\x0c"} else []
    text = _run(text, steps, seeds, log)
    folded = sorted(c for c in present if ord(c) in table)
    if folded:
        log.append(Removal("width", sum(map(text.string.count, folded)), 0))
        text = text.translate({ord(c): table[ord(c)] for c in folded})
    return text


def _run(text: Text, steps: Iterable[Step], seeds: Seeds, log: list[Removal]) -> Text:
    for step in steps:
        if step.cues and not any(_stands(cue, text.string) for cue in step.cues):
            continue
        edits = list(step.edits(text.string, seeds))
        if edits:
            before, text = len(text), text.rewrite(edits)
            log.append(Removal(step.name, step.times(edits), max(before - len(text), 0)))
    return text


def _stands(cue: str, string: str) -> bool:
    """True where a cue is in a text; to look for its signs first costs a tenth, and most texts lack one of them."""
    return all(map(string.__contains__, cue)) and cue in string
