"""A body as its grammar reads it, before it becomes a mention: jurisdiction, legal name as a template, short forms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govgraph.model import Mention

_QUOTES = str.maketrans("", "", '“”"「」『』')


@dataclass(frozen=True, slots=True)
class Body:
    """One occurrence of a body; ``templates`` hold {J} where the full name of the jurisdiction goes."""

    start: int
    end: int
    kind: str
    jurisdiction: str
    templates: tuple[str, ...]
    name: str
    rule: str
    strength: str = "strong"

    def renamed(self, start: int, end: int, name: str) -> Body:
        """The same body at another stretch of the text."""
        return replace(self, start=start, end=end, name=name)

    def mention(self, text: str) -> Mention:
        """The value that leaves this module."""
        full, *short = self.templates
        attrs = (
            ("full", full.translate(_QUOTES)),
            ("jurisdiction", self.jurisdiction),
            ("kind", self.kind),
            ("short", "|".join(s.translate(_QUOTES) for s in short)),
        )
        form = text[self.start : self.end]
        return Mention(
            self.start, self.end, "body", form, self.name.translate(_QUOTES), self.rule, self.strength, attrs
        )
