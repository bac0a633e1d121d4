"""HTML: the text of a page without what leads around it.

Headings, paragraphs and list items are parts; so is a table row, its cells with a tab between (姓名<TAB>职务), unless
the table lays out the page: then each cell is read like a page. Left out by structure: nav, header, footer, aside,
forms' buttons, hidden elements, and runs of lines that are nothing but links (menus, bread crumbs, lists of other
pages). Such lines, and sentences in the other parts, are counted in a warning. The title and what the meta elements of
government sites say (ArticleTitle, PubDate, ContentSource) become meta data. No script is run and nothing is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govgraph.model import Attributes, Document
from govgraph.read import gate
from govgraph.read.encodings import decode
from govgraph.read.options import Options
from govgraph.read.parts import Part, assemble
from govgraph.read.tokens import Token, tokens

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
ROWS = frozenset({"tr"})
CELLS = frozenset({"td", "th"})
BLOCKS = HEADINGS | {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "main", "blockquote", "pre", "center"),
    *("form", "fieldset", "figure", "figcaption", "hr", "address", "body", "tbody", "thead", "tfoot", "details"),
}
LEADING = frozenset({"nav", "header", "footer", "aside", "button", "select", "option", "head"})
VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "base", "wbr", "area", "embed", "source", "param"})
CONTENT = frozenset({"article", "main"})
HIDDEN = re.compile(r"\bhidden\b(?!\s*=\s*[\"']?(?:until|false))|display\s*:\s*none", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")
# A line end of the markup between Han characters is no blank: Chinese has none.
TORN = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])"
)
NAMES = {"articletitle": "title", "title": "title", "pubdate": "date", "contentsource": "source"}
LINKED = 0.75  # of a line in links: it leads elsewhere
MENU = 3  # such lines in a row, or such links in one line
SHORT_CELL = 200


@dataclass(slots=True)
class Line:
    """A paragraph that grows."""

    strings: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A finished paragraph and how much of it leads elsewhere."""

    text: str
    kind: str
    linked: float
    links: int


@dataclass(slots=True)
class Frame:
    """The page, or a row or cell of a table in it: where finished parts go."""

    name: str
    found: list[Found] = field(default_factory=list)
    cells: list[list[Found]] = field(default_factory=list)


class Page:
    """What has been read of a page so far; elements come and go, whether or not they close."""

    def __init__(self) -> None:
        """An empty page."""
        self.frames = [Frame("page")]
        self.line = Line()
        self.kind = "text"
        self.open: list[str] = []
        self.counts: Counter[str] = Counter()  # of the open elements by name
        self.left_out = 0  # depth of the stack at which something began that is left out; 0 where nothing
        self.unread = 0  # sentences in what was left out: a menu has none
        self.in_link = False
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self.lost = ""

    def take(self, token: Token) -> None:
        """Read one more token."""
        if token.kind == "text":
            self._text(token.text)
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._close(token.name)
        else:
            self.lost = token.name

    def _text(self, text: str) -> None:
        if self.open[-1:] == ["title"]:
            self.title.append(text)
        elif self.left_out:
            self.unread += text.count("。")
        else:
            self.line.strings.append(text)
            self.line.linked += self.in_link * len(text.strip())

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "meta":
            self._meta(token)
        elif name == "br":
            self.line.strings.append("\0" if not self.left_out else "")
        if name in VOID:
            if name == "hr":
                self.end_line()
            return
        if "head" in self.open[:2] and name not in {"title", "head"}:
            self._close("head")
        self._imply(name)
        self.open.append(name)
        self.counts[name] += 1
        if self.left_out:
            return
        if self._leads(name) or (token.text and HIDDEN.search(token.text) and name not in {"body", "html"}):
            self.left_out = len(self.open)
        elif name == "a":
            self.in_link, self.line.links = True, self.line.links + 1
        elif name in CELLS or name in ROWS:
            self.end_line()
            self.frames.append(Frame(name))
        elif name in BLOCKS:
            self.end_line()
            self.kind = "heading" if name in HEADINGS else "text"

    def _leads(self, name: str) -> bool:
        return name in LEADING and not (name == "header" and not CONTENT.isdisjoint(self.open[-16:]))

    def _imply(self, name: str) -> None:
        """Close what the start of another element closes: cells and rows that were left open."""
        if name in CELLS and "table" in self.open[-64:]:
            self._close_within(CELLS, "table")
        elif name in ROWS:
            self._close_within(ROWS, "table")
        elif name == "li":
            self._close_within({"li"}, "ul")
        elif name == "p" and self.open[-1:] == ["p"]:
            self._close("p")

    def _close_within(self, names: Iterable[str], border: str) -> None:
        for name in reversed(self.open[-64:]):
            if name in {border, "ol", "table"}:
                return
            if name in names:
                self._close(name)
                return

    def _close(self, name: str) -> None:
        """The end of an element, and of those inside it that were left open; one that never began ends nothing."""
        if name == "p" and not self.counts[name]:
            self.end_line()
        while self.counts[name]:
            last = self.open.pop()
            self.counts[last] -= 1
            self._left(last)
            if last == name:
                return

    def _left(self, name: str) -> None:
        if self.left_out:
            self.left_out = 0 if len(self.open) < self.left_out else self.left_out
        elif name == "a":
            self.in_link = False
        elif name in CELLS or name in ROWS:
            self.end_line()
            self._end_frame(name)
        elif name in BLOCKS or name == "table":
            self.end_line()

    def _end_frame(self, name: str) -> None:
        if self.frames[-1].name != name:
            return
        frame, over = self.frames.pop(), self.frames[-1]
        if name in ROWS:
            over.found += row(frame.cells) if frame.cells else []
            over.found += frame.found
        elif over.name in ROWS:
            over.cells.append(frame.found)
        else:
            over.found += frame.found

    def end_line(self) -> None:
        """What was read since the last block is a paragraph."""
        text = SPACE.sub(" ", TORN.sub("", "".join(self.line.strings)))
        text = re.sub(" ?\0 ?", "\n", text).strip(" \n\xa0\u3000" if self.kind == "heading" else " \n")
        if text:
            share = self.line.linked / max(len("".join(text.split())), 1)
            self.frames[-1].found.append(Found(text, self.kind, share, self.line.links))
        self.line, self.kind = Line(links=int(self.in_link)), "text"

    def _meta(self, token: Token) -> None:
        told = token.attributes()
        key = NAMES.get(told.get("name", "").lower())
        if key and told.get("content", "").strip():
            self.meta.setdefault(key, told["content"].strip())

    def finish(self) -> list[Found]:
        """All that was found, the frames that never closed included."""
        while self.open:
            self._left(self.open.pop())
        self.end_line()
        while len(self.frames) > 1:
            self._end_frame(self.frames[-1].name)
        return self.frames[0].found


def row(cells: list[list[Found]]) -> list[Found]:
    """A table row, or, where cells hold paragraphs, what stands in them one after the other."""
    if len(cells) == 1 or any(len(cell) > 2 or sum(len(each.text) for each in cell) > SHORT_CELL for cell in cells):
        return [found for cell in cells for found in cell]
    if any(each.kind == "row" for cell in cells for each in cell):
        return [found for cell in cells for found in cell]
    text = "\t".join(" ".join(each.text.replace("\n", " ") for each in cell) for cell in cells)
    every = [each for cell in cells for each in cell]
    length = sum(len(each.text) for each in every)
    linked = sum(each.linked * len(each.text) for each in every) / max(length, 1)
    return [Found(text, "row", linked, sum(each.links for each in every))] if text.strip() else []


def load(data: bytes, name: str, options: Options) -> Iterator[Document]:
    """The document of a page."""
    decoded = decode(data, name)
    page = Page()
    for token in tokens(decoded.text):
        page.take(token)
    kept, menus = _without_menus(page.finish())
    warnings = [*decoded.warnings]
    warnings += [f"{menus} lines of links left out"] if menus else []
    warnings += [f"{page.unread} sentences in hidden or leading parts of the page left out"] if page.unread else []
    warnings += [f"the page breaks off inside <{page.lost}>"] if page.lost else []
    text, blocks, changed = assemble((Part(found.text, found.kind) for found in kept), name, options)
    meta = _attributes(page)
    yield gate.document(name, text, "html", options, decoded.encoding, blocks, meta, (*warnings, *changed))


def _attributes(page: Page) -> Attributes:
    title = " ".join("".join(page.title).split())
    told = {**({"title": title} if title else {}), **page.meta}
    return tuple(sorted((key, gate.clean(value)[0]) for key, value in told.items()))


def _without_menus(found: list[Found]) -> tuple[list[Found], int]:
    """Drop lines of several links, and runs of lines that are one link each."""
    kept: list[Found] = []
    run: list[Found] = []
    for each in [*found, None]:
        if each is not None and each.linked >= LINKED and each.kind != "heading":
            run.append(each)
            continue
        if len(run) < MENU and not any(line.links >= MENU for line in run):
            kept += run
        run = []
        if each is not None:
            kept.append(each)
    return kept, len(found) - len(kept)
