"""The organisation that a chapter of a gazetteer or yearbook is about, whose officers it gives by their titles alone.

The heading ends in the name of a committee, an association or the party of the nationalists (第三节 某党某市委员会),
or says whose organisation follows (国民党某县地方组织, where the text names 某县党部). Lesser headings below it
(一、组织) are looked past; the next chapter is another one's.
"""

from __future__ import annotations

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.tokens import Token
from govgraph.seeds import Seeds

HEADINGS = ("heading", "title")
LED = ("party", "association", "cppcc")  # kinds of bodies that have such officers


class Headed:
    """Finds the organisations that the chapters of one document are about."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Looks at the headings of the document."""
        self.register, self.seeds, self.string = register, seeds, register.prose.text.string
        self.headings = [p for p in register.prose.paragraphs if p.kind in HEADINGS]
        self.bodies = [b for b in register.bound if b.key.kind == "Body"]

    def of(self, post: Token) -> Key | None:
        """The organisation of the chapter that a bare title stands in, if it can have such an officer."""
        officer = self.seeds.pattern("posts.of_section").match(post.mention.name)
        return self._chapter(post.start) if officer else None

    def other(self, post: Token, form: str, body: Key) -> Key | None:
        """The organisation of the chapter, where a bare committee (某市第三届委员会) would be the ruling party's."""
        ruling = self.seeds.pattern("posts.ruling_party")
        bare = ruling.match(body.name) and self.seeds.pattern("posts.bare_committee").match(form)
        own = self._chapter(post.start) if bare else None
        return own if own and not ruling.match(own.name) else None

    def _chapter(self, at: int) -> Key | None:
        for heading in reversed([p for p in self.headings if p.end <= at]):
            line = self.string[heading.start : heading.end]
            if (key := self._named(heading.start, heading.start + len(line.rstrip()), line)) is not None:
                return key
            if self.seeds.pattern("posts.chapter").search(line):
                return None
        return None

    def _named(self, start: int, end: int, line: str) -> Key | None:
        """The body that a heading ends in, or the one that the text names for the party of the heading."""
        inside = [b for b in self.bodies if start <= b.start and b.end == end and self._led(b)]
        if inside:
            return max(inside, key=lambda b: b.end - b.start).key
        party = self.seeds.pattern("posts.party_of_place").search(line)
        wanted = party and f"{party['party']}{party['place']}"
        return next((b.key for b in self.bodies if wanted and wanted in b.key.name and self._led(b)), None)

    def _led(self, body: Bound) -> bool:
        return self.register.drafts[body.key].attrs.get("kind") in LED
