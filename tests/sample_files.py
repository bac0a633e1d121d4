"""Documents of every format, made of paragraphs: what the tests read is written by the tests."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from html import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Line = tuple[float, float, str]  # left, bottom, text


def html(title: str, paragraphs: Iterable[str], charset: str = "utf-8") -> bytes:
    body = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    page = f'<html><head><meta charset="{charset}"></head><body><h1>{escape(title)}</h1>\n{body}</body></html>'
    return page.encode(charset)


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Iterable[Iterable[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(body: str, extra: Mapping[str, str] | None = None, head: str = "") -> bytes:
    styles = f'<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>{paragraph("")}'
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}{document}',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        **(extra or {}),
    }
    return zipped({name: text.encode() for name, text in members.items()})


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def jsonl(documents: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents).encode()


def pdf(pages: Sequence[Sequence[Line]], picture: bytes = b"", title: str = "") -> bytes:
    """A PDF of lines of text at 12 points; a page without lines shows a picture. The font maps codes to characters."""
    characters = sorted({character for page in pages for _, _, text in page for character in text})
    codes = {character: number + 1 for number, character in enumerate(characters)}
    return pdf_of([_drawn(page, codes) if page else (picture or PICTURE) for page in pages], _mapping(codes), title)


PICTURE = b"q 400 0 0 400 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


def _drawn(page: Sequence[Line], codes: Mapping[str, int]) -> bytes:
    shown = (
        f"BT /F 12 Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[c]:04x}' for c in text)}> Tj ET" for x, y, text in page
    )
    return "\n".join(shown).encode()


def _mapping(codes: Mapping[str, int]) -> bytes:
    chars = [f"<{code:04x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()]
    blocks = (chars[at : at + 100] for at in range(0, len(chars), 100))
    lines = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{lines}\nendcmap end end"
    ).encode()


def pdf_of(contents: Sequence[bytes], mapping: bytes = b"", title: str = "", *, flate: bool = False) -> bytes:
    """A PDF of page contents as they are."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} /MediaBox [0 0 600 800] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 /FontDescriptor 6 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: _stream(mapping),
        6: b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 "
        b"/ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
        7: f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>".encode(),
    }
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents {11 + 2 * number} 0 R >>"
        objects[10 + 2 * number] = page.encode()
        objects[11 + 2 * number] = _stream(content, flate=flate)
    return _file(objects)


def _stream(data: bytes, *, flate: bool = False) -> bytes:
    packed = zlib.compress(data, 9) if flate else data
    coding = b" /Filter /FlateDecode" if flate else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), coding, packed)


def _file(objects: Mapping[int, bytes]) -> bytes:
    file = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    last, start = max(objects), len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        file += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)
    return bytes(file)


def wrapped(text: str, width: int, left: float = 50, top: float = 740) -> list[Line]:
    """A text as lines of a page."""
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return [(left, top - 18 * number, line) for number, line in enumerate(lines)]
