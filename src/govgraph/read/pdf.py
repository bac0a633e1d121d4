"""PDF: the text layer, page by page, in the order in which people read it.

Each page begins with a form feed; its lines are those of the page. Where the lines of a page stand in two columns of
prose with a gutter between, the left column is read before the right one and both are blocks of their own; any other
page keeps the order of the file. Wide gaps inside a line (tables, rosters) become tabs. A page without
text but with a picture is reported as scanned; with the option ``ocr`` and tesseract on the machine it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govgraph.errors import InputError
from govgraph.model import Document
from govgraph.read import columns, gate, ocr
from govgraph.read.columns import Character
from govgraph.read.options import Options
from govgraph.read.parts import Part, assemble

PASSWORD = "password"  # noqa: S105 - a word of PDFium's messages


def load(data: bytes, name: str, options: Options) -> Iterator[Document]:
    """The document of a PDF file."""
    import pypdfium2  # noqa: PLC0415 - a native library: only in the child, and only for PDF

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = PASSWORD in str(error).lower()
        raise InputError(f"{name} {'needs a password' if locked else 'is a broken PDF file'}") from error
    if len(file) > options.pages:
        raise InputError(f"{name} has more than {options.pages:,} pages: split it")
    parts: list[Part] = []
    warnings: list[str] = []
    length = 0
    for number in range(1, len(file) + 1):
        found, warning = _page(file, number, options)
        parts += found
        warnings += [warning] if warning else []
        length += sum(len(part.text) for part in found)
        if length > options.characters:
            raise InputError(f"{name} is longer than {options.characters:,} characters: split it")
    if not parts and warnings:
        raise InputError(f"{name}: {'; '.join(warnings[:3])}{' …' if len(warnings) > 3 else ''}")
    text, blocks, changed = assemble(parts, name, options)
    yield gate.document(name, text, "pdf", options, "utf-8", blocks, _meta(file), (*warnings, *changed))


def _page(file: Any, number: int, options: Options) -> tuple[list[Part], str]:
    """The parts of a page, and what is missing from it."""
    import pypdfium2  # noqa: PLC0415

    try:
        page = file[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return [], f"page {number}: damaged, not read"
    try:
        if text.count_chars() > options.characters:
            return [], f"page {number}: longer than {options.characters:,} characters, not read"
        strings = columns.read(_characters(text), page.get_width())
        if strings:
            return [Part(string, "text", number, breaks=True) for string in strings], ""
        if not _pictured(page):
            return [], ""
        return _looked_at(page, number, options)
    finally:
        text.close()
        page.close()


def _looked_at(page: Any, number: int, options: Options) -> tuple[list[Part], str]:
    """A page that is a picture, read by tesseract where that is wanted and there."""
    if not options.ocr:
        return [], f"page {number}: scanned, not read"
    if not ocr.installed():
        return [], f"page {number}: scanned, not read (tesseract with chi_sim is not installed)"
    string = ocr.read(page, options)
    if not string.strip():
        return [], f"page {number}: scanned, nothing recognised"
    return [Part(string, "text", number, breaks=True)], f"page {number}: scanned, read by OCR"


def _pictured(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415

    return next(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=3), None) is not None


def _characters(text: Any) -> Iterator[Character]:
    """The characters of a page with their boxes, in the order of the file."""
    from pypdfium2 import raw  # noqa: PLC0415

    box, unicode_of, box_of = raw.FS_RECTF(), raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for index in range(text.count_chars()):
        code = unicode_of(text, index)
        if code in {0, 2, 0xFFFE, 0xFFFF}:  # of no known meaning, or the hyphen of a Latin word cut by the line end
            continue
        box_of(text, index, box)
        yield Character(chr(code) if code < 0x110000 else "\ufffd", box.left, box.bottom, box.right, box.top)


def _meta(file: Any) -> tuple[tuple[str, str], ...]:
    """The title, where the maker of the file gave one that is a title."""
    title = gate.clean(file.get_metadata_value("Title"))[0].strip()
    return (("title", title),) if title and not title.lower().endswith((".doc", ".docx", ".wps", ".pdf")) else ()
