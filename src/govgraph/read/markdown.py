"""Markdown: text with marks, and perhaps front matter that says what the document is.

    ---
    title: 2021年政府工作报告
    date: 2021-02-02
    ---

Front matter becomes ``Document.meta``; it stays in the text, so that offsets count in the file as it is (repair takes
it out of the prose). Only flat ``key: value`` lines are read: nested YAML is left alone, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govgraph.model import Attributes, Document
from govgraph.read import plain

FRONT = re.compile(r"\A\s*---[ \t]*\r?\n((?:[^\n]*\n){0,50}?)---[ \t]*(?:\r?\n|\Z)")
FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.+?)[ \t\r]*$", re.MULTILINE)


def load(data: bytes, name: str) -> Iterator[Document]:
    """The document of a markdown file."""
    read = plain.document(data, name, "md")
    yield replace(read, meta=front_matter(read.text))


def front_matter(text: str) -> Attributes:
    """The fields between the two ``---`` lines at the very start, sorted by key."""
    front = FRONT.match(text)
    if not front:
        return ()
    fields = {field[1].lower(): field[2].strip("\"'") for field in FIELD.finditer(front[1])}
    return tuple(sorted(fields.items()))
