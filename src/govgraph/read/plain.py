"""Plain text: a file is one document, and its text is what the bytes decode to, line ends included."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from govgraph.model import Attributes, Document
from govgraph.read.encodings import decode


def load(data: bytes, name: str) -> Iterator[Document]:
    """The document of a text file."""
    yield document(data, name, "txt")


def document(data: bytes, name: str, form: str, meta: Attributes = ()) -> Document:
    """A decoded document, named after its content: the same text is the same document under any name."""
    decoded = decode(data, name)
    return Document(
        id=identify(decoded.text),
        name=name,
        text=decoded.text,
        encoding=decoded.encoding,
        format=form,
        meta=meta,
        warnings=decoded.warnings,
    )


def identify(text: str) -> str:
    """The id of a text: the first half of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
