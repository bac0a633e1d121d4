"""Which loader reads what: by suffix, and by content where the suffix does not say.

A loader is one small module: ``load(data, name, options)`` turns the bytes of one file into documents, and failures
for parts that cannot be read. Those of this package stand in :func:`builtin`; others join through the entry-point
group ``govgraph.loaders``, whose names are file suffixes (``odt = "my_package:load"``). Adding one touches nothing
else. All but those of plain text run in a child process, see :mod:`govgraph.read.isolation`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePath

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read.isolation import ARCHIVE
from govgraph.read.options import Options

Loader = Callable[[bytes, str, Options], Iterable[Document | Failure]]

IN_PROCESS = frozenset({".txt", ".text", ".md", ".markdown", ".jsonl"})
# Kinds of documents that offices use and that are not read: they are reported, where pictures are passed over.
FOREIGN = frozenset({".doc", ".wps", ".rtf", ".ofd", ".xls", ".xlsx", ".et", ".ceb", ".rar", ".7z"})
UNTOLD = frozenset({"", ".txt", ".text"})  # suffixes that do not promise what is inside
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
HEAD = 1024


@cache
def builtin() -> Mapping[str, Loader]:
    """The loaders of this package, by suffix."""
    from govgraph.read import docx, jsonl, markdown, pdf, plain, webpage  # noqa: PLC0415 - importing does no work

    return {
        **dict.fromkeys((".txt", ".text"), plain.load),
        **dict.fromkeys((".md", ".markdown"), markdown.load),
        **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), webpage.load),
        ".docx": docx.load,
        ".jsonl": jsonl.load,
        ".pdf": pdf.load,
    }


@cache
def loaders() -> Mapping[str, Loader]:
    """All loaders, those of other packages included."""
    found = dict(builtin())
    for point in sorted(entry_points(group="govgraph.loaders"), key=lambda point: point.name):
        found["." + point.name.lower().removeprefix(".")] = point.load()
    return found


def suffix(name: str) -> str:
    """The kind of a file, as its name says."""
    return PurePath(name).suffix.lower()


def readable(kind: str) -> bool:
    """True for kinds that are read."""
    return kind == ARCHIVE or kind in loaders()


def reported(name: str) -> bool:
    """True for files that are read, and for documents of kinds that are not: both appear in the report."""
    kind = suffix(name)
    return readable(kind) or kind in FOREIGN


def known() -> str:
    """The suffixes that are read, for messages."""
    return ", ".join(sorted({ARCHIVE, *loaders()}))


def kind(data: bytes, name: str) -> str:
    """The suffix of the loader that reads these bytes."""
    told = suffix(name)
    if data.startswith(OLD_WORD):
        raise InputError(f"{name} is an old Office file: save it as .docx")
    if told in UNTOLD:
        return _sniffed(data) or ".txt"
    if not readable(told):
        raise InputError(f"{name} is of a kind that is not read: convert it to one of {known()}")
    return told


def _sniffed(data: bytes) -> str:
    """The kind that the first bytes tell; empty where they tell none."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        # The table of contents stands at the end and names each member.
        return ".docx" if b"word/document.xml" in data[-(1 << 16) :] else ARCHIVE
    if MARKUP.match(data[:HEAD]):
        return ".html"
    return ".jsonl" if data.startswith(b"{") and _is_json_line(data) else ""


def _is_json_line(data: bytes) -> bool:
    try:
        fields = json.loads(data.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and "text" in fields
