"""Front matter: lines at the very top that say what the document is.

    ---
    title: 2021年政府工作报告
    date: 2021-02-02
    ---

They become ``Document.meta``; they stay in the text, so that offsets count in the file as it is (repair takes them out
of the prose). Only flat ``key: value`` lines are read: nested YAML is left alone, not guessed at.
"""

from __future__ import annotations

import re

from govgraph.model import Attributes

FRONT = re.compile(r"\A\s*---[ \t]*\r?\n((?:[^\n]*\n){0,50}?)---[ \t]*(?:\r?\n|\Z)")
FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.+?)[ \t\r]*$", re.MULTILINE)


def matter(text: str) -> Attributes:
    """The fields between the two ``---`` lines, sorted by key."""
    front = FRONT.match(text)
    if not front:
        return ()
    fields = {field[1].lower(): field[2].strip("\"'") for field in FIELD.finditer(front[1])}
    return tuple(sorted(fields.items()))
