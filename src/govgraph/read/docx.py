"""DOCX: paragraphs, headings, tables as rows, footnotes and endnotes.

A heading is a paragraph whose style has an outline level. A table row is one part, its cells with a tab between; a
cell of several paragraphs is one line of the row, unless it is long: then it is read like a page. Notes stand at the
end. Text that was deleted under tracking is left out, text that was inserted is kept; of alternatives the first is
read. Numbers that Word computes (automatic lists) are not in the file, and so not in the text: a warning counts them.

The file is read as what it is, a zip of XML, by the tokenizer of the standard library: any document type declaration
is refused, so there are no entities and nothing is fetched; nothing is kept of the tree, so depth costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.parsers import expat  # declarations are refused, so no entity is ever defined

from govgraph.errors import InputError
from govgraph.model import Document
from govgraph.read import gate
from govgraph.read.options import Options
from govgraph.read.parts import Part, assemble
from govgraph.read.zipped import Budget, content, opened

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
WORD = re.compile(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/wordprocessingml/(?:2006/)?main")
HEADING_NAME = re.compile(r"(?:heading|标题)\s*[1-9]|^title$", re.IGNORECASE)
DROPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "sectPr", "pPrChange", "rPrChange"})
SEPARATORS = frozenset({"separator", "continuationSeparator"})
SHORT_CELL = 200
CHUNK = 1 << 16
Start = Callable[[str, dict[str, str]], None]


def load(data: bytes, name: str, options: Options) -> Iterator[Document]:
    """The document of a DOCX file."""
    budget = Budget(options)
    with opened(data, name, budget) as archive:
        members = {info.filename: info for info in archive.filelist}
        if MAIN not in members:
            raise InputError(f"{name} is no DOCX file: it holds no {MAIN}")

        def read(member: str) -> bytes:
            return content(archive, members[member], f"{name}/{member}", budget)

        headings = Styles(read(STYLES), name).headings() if STYLES in members else frozenset[str]()
        body = Body(headings, name, options)
        body.read(read(MAIN))
        for notes in NOTES:
            if notes in members:
                body.read(read(notes), "note")
    text, blocks, changed = assemble(body.parts, name, options)
    numbered = [f"{body.numbered} numbers of automatic lists are not in the text"] if body.numbered else []
    yield gate.document(name, text, "docx", options, "utf-8", blocks, warnings=(*changed, *numbered))


def parse(data: bytes, name: str, start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
    """Run through XML; elements by local name, those of other vocabularies with a colon before it."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}

    def local(full: str) -> str:
        if full not in names:
            space, _, own = full.rpartition(" ")
            names[full] = own if WORD.fullmatch(space) or own == "Fallback" else ":" + own
        return names[full]

    def refuse(*_: object) -> None:
        raise InputError(f"{name} has a document type declaration: such files are not read")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda full, found: start(local(full), {local(k): v for k, v in found.items()})
    parser.EndElementHandler = lambda full: end(local(full))
    parser.CharacterDataHandler = text
    try:
        for at in range(0, len(data), CHUNK):
            parser.Parse(data[at : at + CHUNK], at + CHUNK >= len(data))
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise InputError(f"{name} holds broken XML: {error}") from error


class Styles:
    """The styles of a document: which of them are headings, by outline level, name or what they are based on."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the styles."""
        self.based: dict[str, str] = {}
        self.found: set[str] = set()
        self.style = ""
        parse(data, name, self._start, lambda _: None, lambda _: None)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self.style = attributes.get("styleId", "")
        elif name == "basedOn":
            self.based[self.style] = value
        elif (name == "outlineLvl" and value in set("012345678")) or (name == "name" and HEADING_NAME.search(value)):
            self.found.add(self.style)

    def headings(self) -> frozenset[str]:
        """The styles that are headings."""
        return frozenset(style for style in {*self.based, *self.found} if self._leads(style))

    def _leads(self, style: str) -> bool:
        for _ in range(12):  # no honest style stands on more
            if style in self.found:
                return True
            style = self.based.get(style, "")
        return False


class Body:
    """The text of a document, part by part."""

    def __init__(self, headings: frozenset[str], name: str, options: Options) -> None:
        """Nothing read yet."""
        self.headings, self.name, self.options = headings, name, options
        self.parts: list[Part] = []
        self.strings: list[list[str]] = [[]]  # of the open paragraphs: a text box stands inside another
        self.kinds: list[str] = ["text"]
        self.tables: list[list[list[Part]]] = []  # cells of the open rows
        self.dropped = 0  # depth inside what is left out
        self.default = "text"
        self.in_text = False
        self.skipped_note = False
        self.length = self.numbered = 0

    def read(self, data: bytes, kind: str = "text") -> None:
        """Add the paragraphs of a part of the file."""
        self.default = kind
        parse(data, self.name, self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.dropped or name in DROPPED or self._separates(name, attributes):
            self.dropped += 1
        elif name == "p":
            self.strings.append([])
            self.kinds.append(self.default)
        elif name == "t":
            self.in_text = True
        elif name in {"tab", "ptab"} and self.kinds[-1] != "row":
            self.strings[-1].append("\t")
        elif name in {"br", "cr"}:
            self.strings[-1].append("\n")
        elif name == "noBreakHyphen":
            self.strings[-1].append("-")
        elif name == "pStyle" and attributes.get("val", "") in self.headings and self.default == "text":
            self.kinds[-1] = "heading"
        elif name == "numId" and attributes.get("val") != "0":
            self.numbered += 1
        elif name == "tr":
            self.tables.append([])
        elif name == "tc" and self.tables:
            self.tables[-1].append([])

    def _separates(self, name: str, attributes: dict[str, str]) -> bool:
        return name in {"footnote", "endnote"} and attributes.get("type", "normal") != "normal"

    def _end(self, name: str) -> None:
        if self.dropped:
            self.dropped -= 1
        elif name == "t":
            self.in_text = False
        elif name == "p" and len(self.strings) > 1:
            self._put(Part("".join(self.strings.pop()), self.kinds.pop()))
        elif name == "tr" and self.tables:
            for part in row(self.tables.pop()):
                self._put(part)

    def _text(self, text: str) -> None:
        if self.in_text and not self.dropped:
            self.strings[-1].append(text)
            self.length += len(text)
            if self.length > self.options.characters:
                raise InputError(f"{self.name} is longer than {self.options.characters:,} characters: split it")

    def _put(self, part: Part) -> None:
        if not part.text.strip():
            return
        place = self.tables[-1][-1] if self.tables and self.tables[-1] else self.parts
        place.append(part)


def row(cells: list[list[Part]]) -> list[Part]:
    """A table row, or, where cells are pages of their own, what stands in them one after the other."""
    every = [part for cell in cells for part in cell]
    paged = any(sum(len(part.text) for part in cell) > SHORT_CELL for cell in cells)
    if len(cells) < 2 or paged or any(part.kind == "row" for part in every):
        return every
    text = "\t".join(" ".join(part.text.replace("\n", " ") for part in cell) for cell in cells)
    return [Part(text, "row")] if text.strip() else []
