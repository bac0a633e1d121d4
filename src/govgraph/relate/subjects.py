"""The subject of a clause: the body that opens it, and is not part of a title, of another name or of an adverbial."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govgraph.model import Key, Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.seeds import Seeds

MARKED = (1, 2)  # characters of 原 and 时任, which stand before a title
LIST = 80  # characters of a list before its member
# A body is the subject of a clause where it opens the clause, perhaps behind a date or an adverbial.
OPENERS = "，。；：！？、”）\n \u3000"


class Subjects:
    """Finds subjects in the sentences of one document."""

    def __init__(self, register: Register, posts: Iterable[Mention], seeds: Seeds) -> None:
        """``posts`` are the titles of the document: a body in front of one belongs to it."""
        self.register = register
        self.string = register.prose.text.string
        self.titles = {at for post in posts for at in range(post.start, post.end)}
        self.adverbial = seeds.pattern("subjects.adverbial")
        self.dated = seeds.pattern("subjects.dated_lead")
        self.attributive = seeds.pattern("subjects.attributive")
        self.modifier, self.causing = seeds.pattern("posts.modifier"), seeds.pattern("subjects.causing")
        self.when = seeds.pattern("subjects.when")
        self.beside, self.together = seeds.pattern("subjects.beside"), seeds.pattern("subjects.together")
        self.gone_together = seeds.pattern("subjects.gone_together")
        self.joining, self.gone = seeds.pattern("subjects.joining"), seeds.pattern("subjects.gone")
        self.cited = seeds.pattern("subjects.cited_meeting")
        self.listed = seeds.pattern("actors.listed")
        self.named = {b.end: b.start for b in sorted(register.bound, reverse=True) if b.key.kind in ("Body", "Place")}

    def before(
        self, start: int, position: int, bound: Sequence[Bound], kinds: tuple[str, ...] = ("Body",)
    ) -> Bound | None:
        """The last subject of a kind between the start of a sentence and a position."""
        names = [b for b in bound if b.key.kind == "Initiative"]
        names += [b for b in bound if b.key.kind == "Meeting" and self.cited.match(self.string, b.end)]
        titles = [b for b in bound if b.key.kind == "Instrument"]
        fits = [
            item
            for item in bound
            if item.key.kind in kinds
            and start <= item.start
            and item.end <= position
            and self._opens(item, start)
            and not self._beside(item, start, bound)
            and not any(n.start <= item.start and item.end <= n.end for n in names)
            and not any(t.start < item.start and item.end <= t.end for t in titles)
        ]
        return max(fits, key=lambda b: (b.start, b.end), default=None)

    def partners(self, start: int, position: int, bound: Sequence[Bound]) -> list[Bound]:
        """Bodies with whom the subject of a clause acts: 与县教育局、县妇联联合开展; none of the subject itself."""
        low = max(start, *(self.string.rfind(mark, start, position) + 1 for mark in "，；。"))
        if self.gone_together.search(self.string, start, low):  # 与县教育局合作，|推出
            low = max(start, *(self.string.rfind(mark, start, low - 1) + 1 for mark in "，；。"))
        bodies = sorted(b for b in bound if b.key.kind == "Body" and low <= b.start and b.end <= position)
        last = next((b for b in reversed(bodies) if self.together.match(self.string, b.end, position)), None)
        row = [last] if last else []
        for body in reversed(bodies):
            if row and body.end <= row[0].start and self.listed.fullmatch(self.string, body.end, row[0].start):
                row.insert(0, body)
        while row and not self.beside.search(self.string, low, row[0].start):
            row.pop(0)  # 县教育局与|县妇联联合: what stands before 与 is the subject
        return row or self._joined(low, bodies)

    def _joined(self, low: int, bodies: Sequence[Bound]) -> list[Bound]:
        """会同县公安局、县林业局出台, where nothing says once more that they act together."""
        row: list[Bound] = []
        for body in bodies:
            if row and self.listed.fullmatch(self.string, row[-1].end, body.start):
                row.append(body)
            elif not row and self.joining.search(self.string, low, body.start):
                row = [body]
        return row if row and self.ends_open(row[-1], row[-1].end) else []

    def _beside(self, item: Bound, start: int, bound: Sequence[Bound]) -> bool:
        """True for one of a list that an adverbial opens: 会同县公安局、|县林业局."""
        first = item
        while before := [b for b in bound if b.key.kind == "Body" and start <= b.start and b.end <= first.start]:
            last = max(before, key=lambda b: (b.end, -b.start))
            if not self.listed.fullmatch(self.string, last.end, first.start):
                break
            first = last
        low = max(start, first.start - 6)
        return first is not item and self.adverbial.search(self.string, low, first.start) is not None

    def _opens(self, item: Bound, start: int) -> bool:
        if item.key.kind == "Person":
            return not self.attributive.match(self.string, item.end)
        return self.opens(item, start) and self.ends_open(item, item.end)

    def opens(self, item: Bound, start: int) -> bool:
        """True for a name that stands at the beginning of a clause, and not in an adverbial."""
        begin = self._titled(item, start) if item.key.kind == "Person" else item.start
        lead = self.string[max(start, begin - 6) : begin]
        opens = begin == start or lead[-1:] in OPENERS or self.dated.search(lead) is not None
        opens = opens or self.causing.search(lead) is not None
        if not opens or self.adverbial.search(lead):
            return False
        return lead[-1:] != "、" or not self.gone.search(self.string, max(start, begin - LIST), begin)

    def _titled(self, person: Bound, start: int) -> int:
        """Where the titles and bodies begin that stand before a name: |某局党组成员、副局长某某."""
        at = person.start
        while at > start:
            if at in self.named and self.named[at] >= start:
                at = self.named[at]
            elif at - 1 in self.titles or (self.string[at - 1] == "、" and at - 2 in self.titles):
                at -= 1
            else:
                break
        when = self.when.search(self.string, max(start, at - 2), at)
        return when.start() if when else at

    def ends_open(self, item: Bound, end: int) -> bool:
        """True for a name that a predicate may follow at ``end``: no title, no attribute, no end of the sentence."""
        marked = next((item.end + n for n in MARKED if item.end + n in self.titles), item.end)
        modified = self.modifier.fullmatch(self.string, item.end, marked)  # 全国政协|原|副主席
        if self._kind(item.key) == "media" or item.end in self.titles or modified:
            return False
        ends = self.string[end : end + 1] in ("", "\n", "。", "；")
        return not ends and not self.attributive.match(self.string, end)

    def _kind(self, key: Key) -> str:
        draft = self.register.drafts.get(key)
        return draft.attrs.get("kind", "") if draft else ""
