"""Who wrote a document, by the words right before its title: 县委、县政府《…》, 某局印发的《…》, 某某等12人提出的《…》.

The body to which something is submitted (向县人大提交《…》) has not written it.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.seeds import Seeds

GIVEN = 60  # characters before a report in which it is said who gives it


class Authors:
    """Reads the authors of the documents of one text."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Names come from the register."""
        self.register, self.seeds, self.string = register, seeds, register.prose.text.string
        self.verbs = [verb for verb in seeds.words("adopting_verbs") if len(verb.form) > 1]

    def orphan(self, start: int, item: Bound, authors: Sequence[Bound]) -> bool:
        """What somebody whom nobody found has put forward: 某某等12人提出的|关于…的议案."""
        return not authors and bool(self.seeds.pattern("acts.orphan").search(self.string, start, item.start))

    def of(self, start: int, item: Bound, bound: Sequence[Bound]) -> list[Bound]:
        """Bodies in a row right before the title, or before 提出的 and the like."""
        links = self.seeds.pattern("acts.author").finditer(self.string, start, item.start)
        marked = self.string[item.start] in "《“"
        ends = (link for link in links if link.end() == item.start and (marked or link["marked"] is None))
        cursor = next((link.start() for link in ends), item.start)
        found: list[Bound] = []
        while True:
            near = [b for b in bound if b.key.kind in ("Body", "Person") and 0 <= cursor - b.end <= 1]
            near = [b for b in near if b.end == cursor or self.string[b.end] in "、和"]
            if not near:
                return found[::-1]
            first = min(near, key=lambda b: b.start)
            if cursor != item.start and self.seeds.pattern("acts.recipient").search(self.string, start, first.start):
                return []  # 县政府向|县人大|提交《…》
            found.append(first)
            cursor = first.start

    def given(self, start: int, item: Bound, bound: Sequence[Bound]) -> tuple[list[Bound], Bound] | None:
        """For whom somebody gives a report that is heard (受|县政府|委托所作的), as he has not written it himself.

        With the report as it would stand right behind 听取, for nobody named since then hears it.
        """
        given = self.seeds.pattern("acts.heard_given").search(self.string, max(start, item.start - GIVEN), item.start)
        hears = self.seeds.pattern("acts.hears").search(self.string, start, given.start()) if given else None
        if given is None or hears is None:
            return None
        low, high = given.span("on")
        asked = [b for b in bound if b.key.kind == "Body" and low <= b.start and b.end <= high]
        return asked, item._replace(start=hears.end())

    def act(self, link: str) -> str:
        """What authors did to a document by the words between them and it: 印发的《…》, 提出的《…》."""
        acts = [(link.find(w.form), -len(w.form), w.kind) for w in self.verbs if w.form in link]
        return min(acts)[2] if acts else "issuedBy" if link in ("", "《") else "proposedBy"

    def shared(self, authors: Sequence[Bound], item: Bound) -> list[Bound]:
        """The authors of the title before, unless this one begins with the place of others: 国务院《…》及《某省…》."""
        name = item.mention.name.lstrip("《")
        local = any(name.startswith(b.mention.name) for b in self.register.bound if b.key.kind == "Place")
        homes = [(author, self.register.homes.get(author.key)) for author in authors]
        return [author for author, home in homes if not local or (home and name.startswith(home.bare))]
