"""Markdown: text with marks, which stay in it (repair takes them out of the prose), and perhaps front matter."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.model import Document
from govgraph.read import plain
from govgraph.read.options import Options


def load(data: bytes, name: str, options: Options) -> Iterator[Document]:
    """The document of a markdown file."""
    yield plain.document(data, name, "md", options)
