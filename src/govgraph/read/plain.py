"""Plain text: a file is one document, and its text is what the bytes decode to, line ends included."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.model import Document
from govgraph.read import front, gate
from govgraph.read.encodings import decode
from govgraph.read.options import Options


def load(data: bytes, name: str, options: Options) -> Iterator[Document]:
    """The document of a text file."""
    yield document(data, name, "txt", options)


def document(data: bytes, name: str, form: str, options: Options) -> Document:
    """A decoded document, with what its front matter says."""
    text, encoding, warnings = decode(data, name)
    return gate.document(name, text, form, options, encoding, meta=front.matter(text), warnings=warnings)
