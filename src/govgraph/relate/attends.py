"""Who takes part in which meeting.

* A named meeting and a verb of taking part in one sentence (主持, 出席, 参加, 讲话 …): ``named meeting``.
* 会议, 大会, 审议 without a name mean the meeting of the document: ``meeting of the document``.
* A sentence close behind one that tells of a meeting says who is there or presides (出席, 到会, 主持仪式, 仪式上):
  ``meeting of the sentence before``.
* Under a heading such as 联组讨论, or once 分组审议 has begun, whoever speaks takes part: ``debate``.
* Rows behind 出席：, 列席人员： and the like, or below a heading that says whose list it is: ``list of those present``.
* The head of government who signs a work report gives it to the session in its subtitle: ``speaker of report``.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.model import Claim, Key, Mention
from govgraph.relate.ballots import HEAD
from govgraph.relate.congresses import coming
from govgraph.relate.convened import BLANKS, REPORTS, Convened
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.present import Rows
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

NEAR, FAR = 500, 1500  # characters from a meeting to those who take part in it, and to where 会议 still means it
LEAD = 48  # characters before a name in which a bracket of credits may open
WORDS = 16  # characters behind a name that are read for what is only quoted
HOUSES = ("congress", "cppcc")  # whose sessions are debated in
NEWS = ("news", "group notice")


class Attendance:
    """Collects attendance, sentence by sentence; remembers which meeting 大会 and 会议 speak of."""

    def __init__(self, register: Register, posts: Sequence[Mention], seeds: Seeds) -> None:
        """Looks at all meetings of the document first."""
        self.register, self.seeds = register, seeds
        self.string = register.prose.text.string
        self.openings = {p.start for p in register.prose.paragraphs}
        self.convened = Convened(register, seeds)
        self.main, self.floors = self.convened.main, self.convened.floors
        self.titles = {end: post for post in posts for end in (post.start, post.end)}
        self.headings = {p.start for p in register.prose.paragraphs if p.kind in ("heading", "title")}
        self.last: Key | None = None
        self.told = -NEAR  # where the last meeting that takes place was told of
        self.joined = -NEAR  # where a sentence said who took part in it
        self.opened = 0  # where the paragraph began
        self.rows = Rows(register, seeds)
        self.debating = False  # until the end of the paragraph
        self.section = False  # until the next heading
        self.speaker: Key | None = None
        self.claims: list[Claim] = []

    def sentence(self, start: int, end: int, bound: Sequence[Bound], generic: bool) -> None:
        """Read one sentence; ``generic`` says that it speaks of a meeting without its name."""
        if start in self.openings:
            self.opened = start
            self.last = None if self._entry(start) or self.convened.begins(start, "chapter") else self.last
        meetings = [b for b in bound if b.key.kind == "Meeting" and not self.convened.cited(b)]
        meetings = [b for b in meetings if not any(_holds(other, b) for other in meetings)]
        current = [b for b in meetings if not coming(self.string, b, self.seeds)]
        people = [b for b in bound if b.key.kind == "Person" and self._present(b, end)]
        there = [p for p in people if not self._conveyed(p, start) and not self._appointed(p, start, end)]
        held = [b for b in meetings if self.convened.held(b) and not self.convened.far(b)]
        convened = [b for b in held if self.convened.held(b, "convened")]
        if convened or (held and start - self.told > NEAR):
            self.last, self.told = (convened or held)[-1].key, (convened or held)[-1].end
        elif meetings and start in self.headings and self.convened.event(meetings[-1], end):
            self.last, self.told = meetings[-1].key, end
        aside = self.last is not None and self.seeds.pattern("attends.presidium").search(self.last.name)
        if self.main and aside and self.seeds.pattern("attends.plenary").search(self.string, start, end):
            self.last = self.main  # behind a sitting of the presidium
        debate = self.seeds.pattern("attends.debate").search(self.string, start, end) is not None
        if start in self.headings:
            self.debating = self.section = debate
        elif start in self.openings:
            self.debating = self.section
        self._signed(start, end, people)
        verb = self.seeds.pattern("attends.verb").search(self.string, start, end)
        seated = self.seeds.pattern("attends.seated").search(self.string, start, end) is not None
        rows = self.rows.read((start, end), bound, opening=start in self.openings)
        if rows is not None:
            self._claim(self._listing(start, current), rows, (start, end), ("list of those present", "stated"))
        elif people and verb is not None and current:
            for person in people:
                self._named(person, [m for m in current if person in there or m.start >= person.end], verb.span())
        elif there and (debate or seated or (generic and verb is not None)):
            span = (there[0].start, there[-1].end)
            self._claim(self._meant(start, end, debate=debate), there, span, ("meeting of the document", "context"))
        elif there and self.last and start - self.told <= FAR and (joining := self._joining(there, start, end)):
            self.told = self.joined = end
            span = (joining[0].start, joining[-1].end)
            self._claim(self.last, joining, span, ("meeting of the sentence before", "context"))
        elif there and self.debating:
            speakers = [person for person in there if self._member(person)]
            self._claim(self.main, speakers, (there[0].start, there[-1].end), ("debate", "context"))
        self.debating = self.debating or debate
        self.section = self.section or self.seeds.pattern("attends.floor").search(self.string, start, end) is not None

    def _listing(self, start: int, meetings: Sequence[Bound]) -> Key | None:
        """The meeting of a row: the one that it begins with, of the heading, told of before, or of the document."""
        near = self.last if start - self.told <= FAR else None
        return next((m.key for m in meetings), None) or self.rows.session or near or self.main or self.convened.titled

    def _meant(self, start: int, end: int, *, debate: bool) -> Key | None:
        """The meeting that 会议 means, or of whose session a debate is."""
        own = debate and self.register.context.genre not in NEWS and self.told < self.opened
        near = self.last if start - self.told <= (NEAR if debate else FAR) and not own else None
        near = None if near and self.seeds.pattern("attends.feast").search(near.name) else near
        houses = [h for h in self.floors if debate and self._speaks_of(h, start, end)]
        floor = self.floors[houses[0]] if len(houses) == 1 and near in (None, *self.floors.values()) else None
        return floor or near or self.main

    def _speaks_of(self, house: str, start: int, end: int) -> bool:
        """Whether a sentence has words for the members of a house (代表团, 政协委员)."""
        return house in HOUSES and self.seeds.pattern(f"attends.of_{house}").search(self.string, start, end) is not None

    def _appointed(self, person: Bound, start: int, end: int) -> bool:
        """True of somebody to whom a meeting gives an office or takes one from."""
        if self.seeds.pattern("attends.appoints").search(self.string, start, person.start) is None:
            return False
        return self.seeds.pattern("attends.office").match(self.string, person.end, end) is not None

    def _entry(self, start: int) -> bool:
        """True where an entry of a chronicle begins that does not stand right below the meeting as its heading."""
        entry = self.convened.begins(start, "entry") or (self.convened.chronicle and self.convened.begins(start, "day"))
        return entry and (self.told == self.joined or bool(self.string[max(0, self.told) : start].strip(BLANKS)))

    def _joining(self, people: Sequence[Bound], start: int, end: int) -> list[Bound]:
        """Those of whom a sentence says that they take part, in what it need not name again."""
        verb = self.seeds.pattern("attends.joining")
        event = self.seeds.pattern("attends.event").search(self.string, start, end)
        speaks = self.seeds.pattern("attends.speaking") if self._inside(start, end) else None
        return [
            p
            for p in people
            if event or verb.search(self.string, p.end, end) or (speaks and speaks.match(self.string, p.end, end))
        ]

    def _inside(self, start: int, end: int) -> bool:
        """Whether the news are still of the meeting that they told of, and have gone nowhere since."""
        outing = self.seeds.pattern("attends.outing").search(self.string, max(0, self.told), end)
        return self.register.context.genre not in REPORTS and start - self.told <= NEAR and outing is None

    def _conveyed(self, person: Bound, start: int) -> bool:
        """True of a leader whose words are passed on at another meeting."""
        return self.seeds.pattern("attends.conveyed").search(self.string, start, person.start) is not None

    def _present(self, person: Bound, end: int) -> bool:
        """False of reporters and photographers, and of a leader whose words or instructions are spoken of."""
        quoted = self.seeds.pattern("attends.quoted").search(self.string[person.end : min(person.end + WORDS, end)])
        lead = self.string[max(0, person.start - LEAD) : person.start]
        credit = self.seeds.pattern("attends.credit").search(lead)
        return quoted is None and credit is None and person.mention.get("context") not in ("byline", "credit")

    def _named(self, person: Bound, meetings: Sequence[Bound], verb: tuple[int, int]) -> None:
        """The meeting that a name leads to (…在…上, 参加…), else the last one before it."""
        lead, said = self.seeds.pattern("attends.leads"), self.seeds.pattern("attends.said")
        after = [m for m in meetings if m.start >= person.end and lead.search(self.string, person.end, m.start)]
        after = [m for m in after if not said.search(self.string, person.end, m.start)]
        before = [m for m in meetings if m.end <= person.start]
        if not after and not before:
            return
        meeting = after[0] if after else before[-1]
        span = min(person.start, meeting.start), max(person.end, meeting.end, verb[1] if not after else 0)
        self._claim(meeting.key, [person], span, ("named meeting", "stated"))

    def _member(self, person: Bound) -> bool:
        """True for a deputy or member, or for whoever is given the floor (name and colon, name and 说)."""
        if self.seeds.pattern("attends.proposing").match(self.string, person.end):
            return False
        behind = self.string[person.end : person.end + 2]
        post = self.titles.get(person.end) or self.titles.get(person.start)
        member = post is not None and post.get("head") in self.seeds.forms("grammar", "speaks_for")
        return member or behind[:1] in "：说" or self._listed(person)

    def _listed(self, person: Bound) -> bool:
        """True for a name in a list that ends in 等代表."""
        return self.seeds.pattern("attends.members").match(self.string, person.end) is not None

    def _signed(self, start: int, end: int, people: Sequence[Bound]) -> None:
        """The first person in the head of a report, or below its occasion wherever that is, gives it."""
        if self.speaker or self.main is None or (start > HEAD and not self._below(start)):
            return
        if not people or ((start > HEAD or self.register.context.genre not in REPORTS) and not self._subtitled(start)):
            return
        alone = self._subtitled(start) and self.string[end : end + 1] == "\n"  # a name with nothing beside it
        signed = [
            p for p in people if self.titles.get(self._trim(p.start)) or (alone and (p.start, p.end) == (start, end))
        ]
        if signed and end - start < HEAD // 10:
            self.speaker = signed[0].key
            self._claim(self.main, signed[:1], (signed[0].start, signed[0].end), ("speaker of report", "context"))

    def _below(self, at: int) -> bool:
        """True for the line below one that ends as an occasion does."""
        return self.string.startswith("上\n", at - 2)

    def _subtitled(self, at: int) -> bool:
        """True below —— 2020年5月12日在某会议上, whatever report it is."""
        above = [b for b in self.register.bound if b.key == self.main and b.end <= at]
        return bool(above) and self.string[above[-1].end : above[-1].end + 2].strip("）") == "上\n"

    def _trim(self, at: int) -> int:
        """The end of what stands before some blanks."""
        while at and self.string[at - 1] in BLANKS:
            at -= 1
        return at

    def _claim(self, meeting: Key | None, people: Sequence[Bound], span: tuple[int, int], how: tuple[str, str]) -> None:
        if meeting is None:
            return
        meeting = self.convened.sessions.get(meeting) or meeting  # whoever is at a sitting is at the session
        rule, certainty = how
        evidence = quote(self.register.prose, *span)
        when = self.register.days.at(span[0])
        for person in people:
            if person.mention.name in meeting.name:
                continue  # 某某诞辰纪念大会 is held for him, not with him
            self.claims.append(Claim(meeting, "attendee", person.key, evidence, rule, certainty, "", when))


def _holds(whole: Bound, part: Bound) -> bool:
    """True of a meeting whose name holds another's: 学习某大会精神座谈会."""
    return whole.start <= part.start and part.end <= whole.end and whole[:2] != part[:2]
