"""The names and numbers of a counted meeting, filled into the templates of its series (``meeting_series.csv``)."""

from __future__ import annotations

from govgraph.model import Mention
from govgraph.numerals import chinese, number
from govgraph.seeds import Seeds


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
