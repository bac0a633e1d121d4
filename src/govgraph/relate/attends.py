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

from collections import Counter
from collections.abc import Sequence

from govgraph.model import Claim, Key, Mention, Paragraph
from govgraph.relate.ballots import HEAD
from govgraph.relate.congresses import coming
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.present import Rows
from govgraph.relate.quoting import quote
from govgraph.relate.sites import NATIONWIDE
from govgraph.seeds import Seeds

# The session that a title names is the document's, however often another is mentioned.
TITLE_WEIGHT, OWN_WEIGHT = 10, 4
NEAR, FAR = 500, 1500  # characters from a meeting to those who take part in it, and to where 会议 still means it
FURTHER = 44  # characters behind a meeting in which 在某地隆重举行 may stand
WORDS = 16  # characters behind a name that are read for what is only quoted
CHRONICLE = 4  # entries that make a chronicle of a text
BLANKS = " \u3000\n"
CENTRAL = ("party_congress", "party")  # series of the party's congresses and plenums
HOUSES = ("congress", "cppcc")  # whose sessions are debated in
NEWS = ("news", "group notice")
REPORTS = ("government work report", "congress report", "gazette")


class Attendance:
    """Collects attendance, sentence by sentence; remembers which meeting 大会 and 会议 speak of."""

    def __init__(self, register: Register, posts: Sequence[Mention], seeds: Seeds) -> None:
        """The main meeting of the document is the session named most often."""
        self.register, self.seeds = register, seeds
        self.string = register.prose.text.string
        self.openings = {p.start for p in register.prose.paragraphs}
        self.chronicle = sum(self._begins(at, "entry") or self._begins(at, "day") for at in self.openings) >= CHRONICLE
        titles = [p for p in register.prose.paragraphs if p.kind in ("title", "heading")]
        counts: Counter[Key] = Counter()
        series: dict[Key, str] = {}
        meetings = [b for b in register.bound if b.key.kind == "Meeting"]
        for item in meetings:
            if _session(item.key, seeds) and not self._cited(item) and not self._alien(item):
                counts[item.key] += self._weight(item, titles)
                series[item.key] = item.mention.get("series")
        self.main = max(counts, key=lambda key: counts[key], default=None) or self._opening()
        self.floors = {series[key]: key for key in sorted(counts, key=lambda key: (counts[key], key == self.main))}
        top = titles[0].end if titles else 0
        self.titled = meetings[0].key if meetings and meetings[0].start < top else None
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

    def _cited(self, item: Bound) -> bool:
        """True for a meeting that is quoted, not held: 贯彻…全会精神."""
        return self.seeds.pattern("attends.cited").match(self.string, item.end) is not None

    def _held(self, item: Bound, how: str = "held") -> bool:
        """True for a meeting that takes place here: 召开…, …开幕, 在…上, or that this is the news of (``convened``)."""
        before = self.string[max(0, item.start - 16) : item.end].rpartition("。")[2]
        dated = self.seeds.pattern("attends.dated").match(self.string, item.end)
        end = dated.end() if dated else item.end
        behind = self.string[end : end + FURTHER].partition("。")[0]
        placed = self.seeds.pattern("attends.at_a_place").match(behind)
        window = before + (placed[0] if placed else behind[:16])
        told = self.seeds.pattern("attends." + how).search(window) is not None and not self._resting(item)
        return told and not self._cited(item) and not coming(self.string, item, self.seeds)

    def _resting(self, item: Bound) -> bool:
        """True for a congress of the party that is what everything else rests on, and not the news."""
        central = item.mention.get("series") in CENTRAL and item.mention.get("jurisdiction") in NATIONWIDE
        central = central or self.seeds.pattern("attends.congress").fullmatch(item.key.name) is not None
        return central and self.seeds.pattern("attends.congress_now").match(self.string, item.end) is None

    def _far(self, item: Bound) -> bool:
        """True for a meeting of the nation in the document of one place: it is spoken of, not attended."""
        site = self.register.context.site
        return site is not None and not site.national and item.mention.get("jurisdiction") in NATIONWIDE

    def _alien(self, item: Bound) -> bool:
        """True for a session of the nation, one still to come, or any that news without a place bring up."""
        bare = self.register.context.site is None and not self._held(item)
        return bare or coming(self.string, item, self.seeds) or self._far(item)

    def _opening(self) -> Key | None:
        """The first meeting that the head of a document tells of: what a piece of news is about, not a chronicle."""
        if self.chronicle:
            return None
        held = [
            b
            for b in self.register.bound
            if b.key.kind == "Meeting" and b.start < HEAD and self._held(b) and not self._far(b)
        ]
        return held[0].key if held else None

    def _weight(self, item: Bound, titles: Sequence[Paragraph]) -> int:
        """A session named in a title, told of in the head, or of the document's own place, counts more."""
        titled = any(p.start <= item.start < p.end for p in titles) or self._tells(item)
        site = self.register.context.site
        own = site is not None and item.key.scope in (site.code, site.key.name)
        return (OWN_WEIGHT if own else 1) * (TITLE_WEIGHT if titled else 1)

    def sentence(self, start: int, end: int, bound: Sequence[Bound], generic: bool) -> None:
        """Read one sentence; ``generic`` says that it speaks of a meeting without its name."""
        if start in self.openings:
            self.opened = start
            self.last = None if self._entry(start) or self._begins(start, "chapter") else self.last
        meetings = [b for b in bound if b.key.kind == "Meeting" and not self._cited(b)]
        meetings = [b for b in meetings if not any(_holds(other, b) for other in meetings)]
        current = [b for b in meetings if not coming(self.string, b, self.seeds)]
        people = [b for b in bound if b.key.kind == "Person" and self._present(b, end)]
        there = [p for p in people if not self._conveyed(p, start) and not self._appointed(p, start, end)]
        held = [b for b in meetings if self._held(b) and not self._far(b)]
        convened = [b for b in held if self._held(b, "convened")]
        if convened or (held and start - self.told > NEAR):
            self.last, self.told = (convened or held)[-1].key, (convened or held)[-1].end
        elif meetings and start in self.headings and self._event(meetings[-1], end):
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
        rows = self.rows.read((start, end), bound, opening=start in self.openings)
        if rows is not None:
            self._claim(self._listing(start, current), rows, (start, end), ("list of those present", "stated"))
        elif people and verb is not None and current:
            for person in people:
                self._named(person, [m for m in current if person in there or m.start >= person.end], verb.span())
        elif there and (debate or (generic and verb is not None)):
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
        return next((m.key for m in meetings), None) or self.rows.session or near or self.main or self.titled

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
        entry = self._begins(start, "entry") or (self.chronicle and self._begins(start, "day"))
        return entry and (self.told == self.joined or bool(self.string[max(0, self.told) : start].strip(BLANKS)))

    def _begins(self, start: int, how: str) -> bool:
        return self.seeds.pattern("attends." + how).match(self.string, start) is not None

    def _tells(self, item: Bound) -> bool:
        """True for the session whose opening begins a piece of news."""
        return self.register.context.genre not in REPORTS and item.start < HEAD // 6 and self._held(item, "convened")

    def _event(self, meeting: Bound, end: int) -> bool:
        """True for a ceremony or a sitting that a headline ends in; a festival goes on for days."""
        sitting = self.seeds.pattern("attends.sitting").search(meeting.mention.form)
        return sitting is not None and not self._far(meeting) and not self.string[meeting.end : end].strip(BLANKS)

    def _joining(self, people: Sequence[Bound], start: int, end: int) -> list[Bound]:
        """Those of whom a sentence says that they take part, in what it need not name again."""
        verb = self.seeds.pattern("attends.joining")
        event = self.seeds.pattern("attends.event").search(self.string, start, end)
        return [p for p in people if event or verb.search(self.string, p.end, end)]

    def _conveyed(self, person: Bound, start: int) -> bool:
        """True of a leader whose words are passed on at another meeting."""
        return self.seeds.pattern("attends.conveyed").search(self.string, start, person.start) is not None

    def _present(self, person: Bound, end: int) -> bool:
        """False of reporters and photographers, and of a leader whose words or instructions are spoken of."""
        quoted = self.seeds.pattern("attends.quoted").search(self.string[person.end : min(person.end + WORDS, end)])
        return quoted is None and person.mention.get("context") not in ("byline", "credit")

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
        rule, certainty = how
        evidence = quote(self.register.prose, *span)
        when = self.register.days.at(span[0])
        for person in people:
            if person.mention.name in meeting.name:
                continue  # 某某诞辰纪念大会 is held for him, not with him
            self.claims.append(Claim(meeting, "attendee", person.key, evidence, rule, certainty, "", when))


def _session(key: Key, seeds: Seeds) -> bool:
    return "届" in key.name and key.name[-2:] in seeds.forms("grammar", "session")


def _holds(whole: Bound, part: Bound) -> bool:
    """True of a meeting whose name holds another's: 学习某大会精神座谈会."""
    return whole.start <= part.start and part.end <= whole.end and whole[:2] != part[:2]
