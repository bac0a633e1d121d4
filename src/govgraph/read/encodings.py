"""Bytes to text: which encoding, decided by evidence and never by replacing what does not fit.

In this order: byte order mark, strict UTF-8, the charset that the file declares, then a choice among GB18030, Big5 and
UTF-16 by the share of everyday characters in what each would read. A file that none of them explains well, or that
two explain equally well, is refused with its name and the way out; so is one that is not text at all.
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
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# The commonest characters of official prose, simplified and traditional: a wrong reading hardly ever hits them.
FREQUENT = frozenset("的一是不了在有人和中大为為国國市会會员員长長工作政府年月日关關于於及对對委主任部全")
SAMPLE = 65536  # bytes that decide; an even number, for UTF-16
ENOUGH = 0.7  # share of everyday characters below which a reading is no reading
CLEAR = 0.08  # distance to the second best that makes a choice


class Decoded(NamedTuple):
    """The text of a file, and how it was read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file; :class:`InputError` names the file where it cannot be known."""
    if not data.strip():
        raise InputError(f"{name} is empty: nothing to read")
    decoded = _marked(data, name) or _utf8(data) or _declared(data) or _scored(data, name)
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
    # A few words of GBK may be legal UTF-8 by chance: then they read as letters of the Near East, never as Han.
    if not text.isascii() and max(text) < "\u0800" and _score(data, "gb18030") >= ENOUGH:
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
    if not found:
        return None
    encoding = found[1].decode("ascii").lower()
    # GBK and GB2312 are subsets of GB18030, and files that declare them often use more.
    encoding = "gb18030" if encoding in {"gbk", "gb2312", "x-gbk", "gb_2312-80"} else encoding
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
    except (LookupError, UnicodeDecodeError):
        return None


def _scored(data: bytes, name: str) -> Decoded:
    scores = sorted(((_score(data, encoding), encoding) for encoding in CANDIDATES), reverse=True)
    (best, encoding), (second, _) = scores[:2]
    if best < ENOUGH or best - second < CLEAR:
        raise InputError(f"{name} is in no encoding that can be told for certain: save it as UTF-8")
    text = data.decode(encoding)
    return Decoded(text, encoding, (f"read as {encoding}, which the file does not say",))


def _score(data: bytes, encoding: str) -> float:
    """How much of a sample reads as everyday Chinese: between 0 and 2; 0 where the bytes do not decode at all."""
    try:
        text = data.decode(encoding)[:SAMPLE]
    except UnicodeDecodeError:
        return 0.0
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
