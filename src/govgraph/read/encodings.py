"""Bytes to text: which encoding, decided by evidence and never by replacing what does not fit.

In this order: byte order mark, strict UTF-8, the charset that the file declares where it is one of those for Chinese,
UTF-8 with a few damaged bytes, then a choice among GB18030, Big5 and UTF-16 by the share of everyday characters in
what each would read. Big5 stays traditional. A file that none of them explains well, or that two explain equally well,
is refused with its name and the way out; so is one that is not text at all.

Damage is reported: where a few bytes of UTF-8 are broken, they become U+FFFD and a warning says how many and where;
a last character that was cut off is left out with a warning. In GB18030 and Big5 a broken byte can shift all that
follows, so such a file is refused.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from govgraph.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
# Charsets that a file may declare, and what reads them: files that declare a subset often use more of the whole.
CHARSETS = {
    **dict.fromkeys(("gbk", "gb2312", "x-gbk", "gb_2312-80", "gb18030", "cp936", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5", "big-5", "x-x-big5", "cp950", "big5-hkscs", "big5hkscs"), "big5"),
    **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}
WIDER = {"big5": ("big5", "cp950", "big5hkscs")}  # tables of one encoding that grew
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
NOT_CHANCE = re.compile("[\u0080-\u024f\u0800-\U0010ffff]")  # what two bytes of GBK hardly ever are in UTF-8
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# The commonest characters of official prose, simplified and traditional: a wrong reading hardly ever hits them.
FREQUENT = frozenset("的一是不了在有人和中大为為国國市会會员員长長工作政府年月日关關于於及对對委主任部全")
SAMPLE = 65536  # bytes that decide; an even number, for UTF-16
ENOUGH = 0.7  # share of everyday characters below which a reading is no reading
CLEAR = 0.08  # distance to the second best that makes a choice
SOUND = 400  # characters beyond ASCII to each damaged byte, at least, in a file that is still UTF-8


class Decoded(NamedTuple):
    """The text of a file, and how it was read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file; :class:`InputError` names the file where it cannot be known."""
    if not data.strip():
        raise InputError(f"{name} is empty: nothing to read")
    decoded = _marked(data, name) or _utf8(data) or _declared(data) or _damaged(data) or _scored(data, name)
    text = decoded.text.removeprefix("\ufeff")
    if len(CONTROLS.findall(text)) > len(text) // 1000 or "\x00" in text:
        raise InputError(f"{name} is not text (it holds control bytes): convert it to text, or leave it out")
    if not text.strip():
        raise InputError(f"{name} is empty: nothing to read")
    return decoded._replace(text=text)


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
            except UnicodeDecodeError as error:
                damaged = _damaged(data) if encoding == "utf-8-sig" else None
                if damaged:
                    return damaged
                raise InputError(
                    f"{name} begins as {encoding} but breaks at byte {error.start}: save it again"
                ) from error
    return None


def _utf8(data: bytes) -> Decoded | None:
    # A NUL is legal UTF-8 but never text; it is what UTF-16 makes of every line end, so let that have its turn.
    if b"\x00" in data:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # A few words of GBK may be legal UTF-8 by chance: they read as letters of the Near East, never as Han or Latin.
    if not text.isascii() and not NOT_CHANCE.search(text) and _score(data, "gb18030") >= ENOUGH:
        return None
    return Decoded(text, "utf-8")


def decode_name(data: bytes) -> str | None:
    """The name of a file whose system did not say its encoding: UTF-8, or what Chinese systems write."""
    utf8 = _utf8(data)
    if utf8:
        return utf8.text
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    found = DECLARED.search(data[:2048])
    encoding = CHARSETS.get(found[1].decode("ascii").lower()) if found else None
    return _strict(data, encoding) if encoding else None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 of which a few bytes are broken: it finds its feet at the next character."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    else:
        return None
    for part in (data[:SAMPLE], data):
        text = part.decode("utf-8", "replace")
        broken = text.count("\ufffd") - part.count("\ufffd".encode())
        if "\x00" in text or broken * SOUND > sum(character > "\x7f" for character in text):
            return None
    return Decoded(text, "utf-8", (f"{broken} damaged places became U+FFFD, the first at byte {place}",))


def _scored(data: bytes, name: str) -> Decoded:
    # A sample decides where it can; what it leaves open, the whole may settle.
    for part in (data[:SAMPLE], data)[len(data) <= SAMPLE :]:
        scores = sorted(((_score(part, encoding), encoding) for encoding in CANDIDATES), reverse=True)
        (best, encoding), (second, _) = scores[:2]
        read = _strict(data, encoding) if best >= ENOUGH and best - second >= CLEAR else None
        if read:
            return read._replace(warnings=(f"read as {encoding}, which the file does not say", *read.warnings))
    raise InputError(f"{name} is in no encoding that can be told for certain: save it as UTF-8")


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """The text, where every byte fits; a last character that was cut off may be missing."""
    for table in WIDER.get(encoding, (encoding,)):
        try:
            return Decoded(data.decode(table), encoding)
        except UnicodeDecodeError as error:
            if error.start and error.end == len(data) and len(data) - error.start < 4:
                text = data[: error.start].decode(table)
                return Decoded(text, encoding, ("the last character is cut off and left out",))
    return None


def _score(data: bytes, encoding: str) -> float:
    """How much of a sample reads as everyday Chinese: between 0 and 2; 0 where the bytes do not decode at all."""
    read = _strict(data, encoding)
    text = read.text[:SAMPLE] if read else ""
    beyond = [character for character in text if character > "\x7f"]
    if not beyond or "\x00" in text:
        return 0.0
    everyday = _everyday()
    usual = sum(character in everyday for character in beyond)
    frequent = sum(character in FREQUENT for character in beyond)
    return (usual + frequent) / len(beyond)


@cache
def _everyday() -> frozenset[str]:
    """The first levels of GB 2312 and Big5, which hold the characters in daily use, and Chinese punctuation."""
    gb = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    big = bytes(
        b for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)) for b in (row, cell)
    )
    marks = "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·％　〇０１２３４５６７８９"
    return frozenset(gb.decode("gb2312", "ignore") + big.decode("big5", "ignore") + marks)
