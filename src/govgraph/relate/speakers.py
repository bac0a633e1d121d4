"""Whose words they are in which news name an initiative: “我们开展‘甲’行动…。”县民政局局长某某说.

Looked for behind the quotation and before it, and before the clause that passes on what somebody reports (县民政局局长
某某介绍，…). A speaker who is named with body and title speaks for that body; in a quotation only where it says 我们 or
我局, for others praise in it what they were given. Those who lead the place itself speak for the place.

On a page of statements (表态发言) a line holds only who speaks (某区委书记某某：), and the paragraphs below it, up to
the next such line or heading, are what that person said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.owners import OWNERS, Actor
from govgraph.seeds import Seeds

REACH = 600  # characters of a quotation
NEAR = 30  # characters of the body and the title before a name
ALONE = 40  # characters of a line that holds only who speaks
OVER = ("heading", "row")
BEHIND = 12  # characters between a name and the verb of saying
LEADING = ("party", "government", "congress", "cppcc")


class Speakers:
    """Finds who speaks in the news of one document."""

    def __init__(self, register: Register, titles: Iterable[int], seeds: Seeds) -> None:
        """``titles`` are the characters of the document that belong to titles."""
        self.register, self.titles, self.seeds = register, titles, seeds
        self.string = register.prose.text.string
        self.paragraphs = [p.start for p in register.prose.paragraphs]
        self.people = sorted(b for b in register.bound if b.key.kind == "Person")
        self.starts = [b.start for b in self.people]
        self.ends = {b.end: b for b in self.people}
        self.bodies = sorted(b for b in register.bound if b.key.kind == "Body")
        self.begins = [b.start for b in self.bodies]
        self.floor = dict(self._floors())

    def of(self, start: int, item: Bound) -> Actor | None:
        """The body of who tells of an initiative in the sentence that begins at ``start``."""
        low = self.paragraphs[max(0, bisect_right(self.paragraphs, start) - 1)]
        opened, closed = self._quotation(low, item)
        if opened >= 0:
            ours = self.seeds.pattern("actors.ours").search(self.string, opened, closed)
            person = (self._before(opened) or self._behind(closed)) if ours else None
        else:
            person = self._reporting(start, item.start)
            source = None if person else self._source(start, item)
            if source is not None:
                return Actor((source.key,), source.start, source.end, "body of speaker", "context")
        return self._body(person, quoted=opened >= 0) if person else None

    def stated(self, start: int) -> Actor | None:
        """The body of who makes the statement that the sentence at ``start`` is part of, in whatever genre."""
        person = self.floor.get(self.paragraphs[max(0, bisect_right(self.paragraphs, start) - 1)])
        return self._body(person, quoted=True) if person else None

    def _floors(self) -> Iterator[tuple[int, Bound]]:
        """The paragraphs below a line that holds only who speaks, and the headings right above it."""
        person, above = None, list[int]()
        for paragraph in self.register.prose.paragraphs:
            line = self.string[paragraph.start : paragraph.end].rstrip()
            if line.endswith("：") and len(line) <= ALONE:
                person = self.ends.get(paragraph.start + len(line) - 1)
                yield from ((start, person) for start in above if person)
                above = []
            elif paragraph.kind != "body":
                person = None
                above = [*above, paragraph.start] if paragraph.kind in OVER else []
            else:
                above = []
                yield from [(paragraph.start, person)] if person else []

    def _quotation(self, low: int, item: Bound) -> tuple[int, int]:
        """Where the outermost quotation around an initiative opens and closes; -1 where there is none."""
        opened: list[int] = []
        begin = max(low, item.start - REACH)
        for at in range(begin, item.start - (self.string[item.start - 1] == "“")):
            if self.string[at] == "“":
                opened.append(at)
            elif self.string[at] == "”" and opened:
                opened.pop()
        depth = 0
        for at in range(item.start, min(len(self.string), item.end + REACH)) if opened else ():
            depth += {"“": 1, "”": -1}.get(self.string[at], 0)
            if depth == (-1 if self.string[item.start - 1] != "“" else -2):
                return opened[0], at
        return -1, -1

    def _before(self, opened: int) -> Bound | None:
        """Who is said to say what follows: 某某说：“…."""
        says = self.seeds.pattern("actors.says").search(self.string, max(0, opened - BEHIND), opened)
        return self.ends.get(says.start()) if says else None

    def _behind(self, closed: int) -> Bound | None:
        """Who is said to have said it: …。”县民政局局长某某说."""
        index = bisect_left(self.starts, closed)
        person = self.people[index] if index < len(self.people) else None
        if person is None or person.start - closed > NEAR or set("，。\n") & set(self.string[closed : person.start]):
            return None
        said = self.seeds.pattern("actors.said").match(self.string, person.end, person.end + BEHIND)
        return person if said else None

    def _reporting(self, start: int, position: int) -> Bound | None:
        """Who reports it: 县民政局局长某某介绍，…."""
        reports = self.seeds.pattern("actors.reports").search(self.string, start, position)
        return self.ends.get(reports.start()) if reports else None

    def _source(self, start: int, item: Bound) -> Bound | None:
        """Whom the paper has it from: 记者从|县公安局获悉，….; those who lead the place tell of more than their own.

        Companies tell of the works that they build.
        """
        position, works = item.start, item.mention.get("kind") == "project"
        others = (*LEADING, "media", *(OWNERS[1:] if works else OWNERS))
        low, high = bisect_left(self.begins, start), bisect_left(self.begins, position)
        for body in (b for b in self.bodies[low:high] if b.end <= position):
            led = self.seeds.pattern("actors.from").search(self.string, max(start, body.start - 6), body.start)
            told = self.seeds.pattern("actors.learnt").match(self.string, body.end)
            if led and told and self.register.drafts[body.key].attrs.get("kind") not in others:
                return body
        return None

    def _body(self, person: Bound, *, quoted: bool) -> Actor | None:
        """The body whose title stands before a name, with nothing but titles between."""
        rows = [
            b
            for b in self.bodies[: bisect_left(self.begins, person.start)]
            if 0 < person.start - b.end <= NEAR and self._titled(b.end, person.start)
        ]
        if not rows:
            return None
        body = min(rows, key=lambda b: (b.start, -b.end))
        kind, site = self.register.drafts[body.key].attrs.get("kind"), self.register.context.site
        home = self.register.homes.get(body.key)
        place = kind in LEADING and site is not None and home is not None and home.key == site.key
        if place or kind == "media" or (kind in OWNERS and not quoted):
            return None
        return Actor((body.key,), body.start, person.end, "body of speaker", "context")

    def _titled(self, low: int, high: int) -> bool:
        return all(at in self.titles or self.string[at] in "、兼" for at in range(low, high))
