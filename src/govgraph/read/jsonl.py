"""JSON lines: a corpus in one file, a document a line: ``{"id": …, "text": …, "title": …, "date": …, "source": …}``.

Only ``text`` is needed; the other fields, where they are text or numbers, become ``Document.meta``. A document is
named after its file and its id, or its line where it has none. A line that is no such object is reported by its
number and the others are read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from govgraph.errors import InputError
from govgraph.model import Attributes, Document, Failure
from govgraph.read import gate
from govgraph.read.encodings import decode
from govgraph.read.options import Options

FIELDS = ("id", "title", "date", "source")


def load(data: bytes, name: str, options: Options) -> Iterator[Document | Failure]:
    """The documents of the lines, in their order."""
    text, encoding, warnings = decode(data, name)
    seen: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        own = f"{name}/line {number}"
        try:
            fields = _fields(line, own)
            own = _named(name, str(fields.get("id") or f"line {number}"), seen)
            yield _document(fields, own, encoding, warnings, options)
        except InputError as error:
            yield Failure(own, str(error))


def _fields(line: str, name: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is no JSON object on one line") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise InputError(f'{name} is no JSON object with a "text"')
    return fields


def _named(name: str, own: str, seen: Counter[str]) -> str:
    """The name of a document; an id that comes again says how often it came."""
    own = gate.printable(own)
    seen[own] += 1
    return f"{name}/{own}" if seen[own] == 1 else f"{name}/{own}#{seen[own]}"


def _document(
    fields: dict[str, object], name: str, encoding: str, warnings: tuple[str, ...], options: Options
) -> Document:
    text, changed = gate.clean(str(fields["text"]))
    return gate.document(name, text, "jsonl", options, encoding, meta=_meta(fields), warnings=(*warnings, *changed))


def _meta(fields: dict[str, object]) -> Attributes:
    told = ((key, fields.get(key)) for key in sorted(FIELDS))
    return tuple((key, gate.clean(str(value))[0]) for key, value in told if isinstance(value, str | int) and value)
