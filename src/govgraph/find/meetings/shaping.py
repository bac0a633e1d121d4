"""The names of a counted meeting, filled into the templates of its series (``meeting_series.csv``).

Also where a name begins whose topic holds a word that mostly ends one.
"""

from __future__ import annotations

import re

from govgraph.find import edges
from govgraph.model import Mention
from govgraph.numerals import chinese, number
from govgraph.seeds import Seeds

_INNER = 2  # characters of what may stand inside a topic


def attributes(key: str, base: str, place: str, term: str | None, session: str | None, seeds: Seeds) -> dict[str, str]:
    """The templates of a series with term and session put in, and the numbers themselves."""
    numbers = {"term": number(term or ""), "session": number(session or "")}
    attrs = {"jurisdiction": place, "series": base.removesuffix("_whole")}
    attrs |= {k: str(v) for k, v in numbers.items() if v}

    def fill(template: str) -> str:
        for sign, value in (("{T}", numbers["term"]), ("{S}", numbers["session"])):
            template = template.replace(sign, chinese(value) if value else "")
        return template

    names = {
        kind: [fill(w.form) for w in seeds.words("meeting_series", key) if w.canonical == kind]
        for kind in ("full", "short")
    }
    return attrs | {kind: "|".join(forms) for kind, forms in names.items() if forms}


def made(
    text: str, start: int, end: int, name: str, rule: str, attrs: dict[str, str], *, strong: bool = True
) -> Mention:
    """A meeting at its place in the text."""
    strength = "strong" if strong else "weak"
    return Mention(start, end, "meeting", text[start:end], name, rule, strength, tuple(sorted(attrs.items())))


def inner(text: str, edge: edges.Edge, words: re.Pattern[str], seeds: Seeds) -> edges.Edge:
    """The edge before 党的 and 重点项目, which are part of a topic: 全市党的建设工作会议."""
    within = seeds.pattern("meetings.inner").match(text, max(0, edge.start - _INNER)) if edge.word else None
    if within and within.end() == edge.start:
        return edges.left(text, edge.start - len(edge.word), words)
    return edge
