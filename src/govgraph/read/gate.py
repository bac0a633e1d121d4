"""The gate that every text passes before it is a document: what no output format can hold does not come in.

A lone surrogate (half a character, from a broken escape or a broken font table) becomes U+FFFD and is reported;
control characters other than tab, line feed, carriage return and form feed are taken out and reported. Text that is
whole passes as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from govgraph.errors import InputError
from govgraph.model import Attributes, Block, Document
from govgraph.read.options import Options

SURROGATES = re.compile("[\ud800-\udfff]")
LONGEST_NAME = 400
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """A text that every output can hold, and what had to be changed for it."""
    text, halves = SURROGATES.subn("\ufffd", text)
    text, controls = CONTROLS.subn("", text)
    warnings = [f"{halves} halves of characters replaced by U+FFFD"] if halves else []
    warnings += [f"{controls} control characters left out"] if controls else []
    return text, tuple(warnings)


def printable(name: str) -> str:
    """A name that can stand in a report, whatever it was in an archive or a corpus: one line, whole characters."""
    name = HIDDEN.sub("\ufffd", name)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 40]}…{name[-39:]}"


def identify(text: str) -> str:
    """The id of a text: the first half of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def document(
    name: str,
    text: str,
    form: str,
    options: Options,
    encoding: str = "utf-8",
    blocks: Sequence[Block] = (),
    meta: Attributes = (),
    warnings: Sequence[str] = (),
) -> Document:
    """A document of cleaned text, named after its content: the same text is the same document under any name."""
    if not text.strip():
        raise InputError(f"{name} is empty: nothing to read")
    if len(text) > options.characters:
        raise InputError(f"{name} is longer than {options.characters:,} characters: split it")
    return Document(identify(text), name, text, encoding, form, tuple(blocks), meta, tuple(warnings))
