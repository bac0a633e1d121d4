"""Who runs an initiative, and who did what to an instrument.

The subject is the body that opens the clause; where none does, the body that the document speaks for, and the
claim says so (certainty ``context``). Bodies written right before a title (县委、县政府《关于…的通知》) or before
提出的 are its authors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govgraph.model import Claim, Evidence, Key
from govgraph.relate.actors import Actors
from govgraph.relate.authors import Authors
from govgraph.relate.congresses import Congresses
from govgraph.relate.covers import outermost, outside
from govgraph.relate.drafts import Bound
from govgraph.relate.hosts import own_place
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import Register
from govgraph.relate.passages import BEFORE, Passages
from govgraph.relate.quoting import quote
from govgraph.relate.subjects import Subjects
from govgraph.seeds import Seeds

LEAD = 80  # characters in which news say whom they are about
FAR = 200  # characters behind a title in which it is said who dealt with the document
BASIS = 60  # characters before a title that may say that it is what something else rests on
NOTE = re.compile("（[^（）]{1,12}）")  # 《…》（草案）、《…》
RULING = ("department", "government")  # kinds of bodies that make rules in their own name
HEARING = ("reviewedBy", "adoptedBy")  # what a meeting does to a document, whoever wrote it
HOUSES = ("congress", "cppcc")  # bodies that hear what others report
LIST_MARKS = frozenset("、，；和及与《》«»“” ")


class Holder(NamedTuple):
    """Who does something to a document, where that begins to be said, and the rule and certainty."""

    first: int
    keys: list[Key]
    how: tuple[str, str]


class Past(NamedTuple):
    """What was said of the document before in a sentence: the act, since where, its end, its authors, by whom."""

    act: str
    low: int
    end: int
    authors: Sequence[Bound] = ()
    holder: Holder | None = None


class Acts:
    """Collects the claims of one document about what is done."""

    def __init__(self, register: Register, issuer: Issuer, subjects: Subjects, seeds: Seeds) -> None:
        """Names come from the register, explicit subjects from ``subjects``, the implied one from the issuer."""
        self.register, self.issuer, self.subjects, self.seeds = register, issuer, subjects, seeds
        self.actors = Actors(register, issuer, subjects, seeds)
        self.congresses = Congresses(register, seeds)
        self.authors = Authors(register, seeds)
        self.string = register.prose.text.string
        self.passages = Passages(self.string, self.congresses, seeds)
        self.claims: list[Claim] = []
        self.when = register.context.issued
        self.charged: frozenset[Key] = frozenset()  # initiatives that the document charges somebody with

    def sentence(self, start: int, end: int, bound: Sequence[Bound]) -> None:
        """Read one sentence."""
        for item in outermost(bound, "Initiative"):
            self.when = self.register.days.at(item.start)
            self._runs(start, item, bound)
        self.actors.sentence(start, end, bound)
        past = Past("", start, start)
        documents = list(outermost(bound, "Instrument"))
        stops = [*(b.start for b in documents[1:]), end]
        for item, stop in zip(documents, stops, strict=False):
            self.when = self.register.days.at(item.start)
            others = outside(bound, documents, item)
            past = self._instrument((start, end), item, others, past)
            self._passed(start, item, others, stop)

    # -- initiatives -------------------------------------------------------------------------------------------------

    def _runs(self, start: int, item: Bound, bound: Sequence[Bound]) -> None:
        status = self._modality(start, item)
        actor = None if status == "denied" else self.actors.of(start, item, bound)
        if actor is None or (actor.certainty == "context" and status == "proposed"):
            return
        charged = actor.certainty == "context" and item.key in self.charged  # only whoever is said to act with them
        beside = {b.key for b in self.subjects.partners(start, item.start, bound)} if charged else set(actor.keys)
        prose = self.register.prose
        if actor.start < start:  # named in another sentence
            evidence = (*quote(prose, actor.start, actor.end), *quote(prose, item.start, item.end))
        else:
            evidence = quote(prose, min(actor.start, item.start), max(actor.end, item.end))
        for key in (key for key in actor.keys if key in beside):
            self._claim(item.key, "participant", key, evidence, actor.rule, actor.certainty, status)

    def _modality(self, start: int, item: Bound) -> str:
        clause = self.string[max(start, item.start - 16) : item.start]
        for status in ("proposed", "planned", "denied"):
            if self.seeds.pattern(f"modality.{status}").search(clause):
                return status
        return ""

    # -- instruments -------------------------------------------------------------------------------------------------

    def _instrument(self, stretch: tuple[int, int], item: Bound, bound: Sequence[Bound], past: Past) -> Past:
        """Who wrote a document and who did what to it; in a row of documents the words before the first are of all."""
        start, end = stretch
        gap = self.string[past.end : item.start]
        listed = past.end > start and set(NOTE.sub("", gap)) <= LIST_MARKS
        given = self.authors.given(start, item, bound)
        authors = given[0] if given else self.authors.of(past.end, item, bound)
        behind = bool(authors) and self.string[past.end : authors[0].start] == "，"  # 审议了甲局《…》，乙局《…》
        behind = behind or (past.end > start and self.seeds.pattern("acts.row_author").fullmatch(gap) is not None)
        beside = behind or self.seeds.pattern("acts.beside_title").fullmatch(gap)
        rests = self.seeds.pattern("acts.basis").search(self.string, max(start, item.start - BASIS), item.start)
        linked = bool(authors) and authors[-1].end < item.start - 1  # 批准了|某局上报的《…》
        at = authors[0].start if linked else item.start
        fresh = self.passages.act(max(past.low, past.end), item, end, at=at, cited=rests is not None)
        spoken = self.seeds.pattern("acts.spoken").match(self.string, item.end, end) is not None
        act = (past.act or fresh) if listed or behind else fresh or (past.act if beside else "")
        act = "reviewedBy" if given is not None else "proposedBy" if spoken and act in ("", "draftedBy") else act
        report = self.congresses.reported(item, end)
        orphan = given is None and self.authors.orphan(past.end, item, authors)
        act = "draftedBy" if report and not listed else "" if orphan else act
        reporter = self.congresses.reporter(item, report, bound) if report else None
        low = past.low if listed else max(start, item.start - BEFORE)
        authors = [] if reporter else authors or (self.authors.shared(past.authors, item) if listed else [])
        for author in authors:
            predicate = self.authors.act(self.string[authors[-1].end : item.start])
            evidence = quote(self.register.prose, author.start, item.end)
            self._claim(item.key, predicate, author.key, evidence, "author before title", "stated", "")
        where, by = (given[1], []) if given else (item, authors)
        holder = (past.holder if listed or behind else None) or self._holder((start, low), where, bound, act, by)
        if reporter:
            holder = Holder(item.start, [reporter], ("report named", "stated"))
        if spoken and act == "proposedBy" and holder.how[1] == "context":
            holder = holder._replace(keys=[])  # whose meeting it is did not write what is said there
        heard = act in HEARING and self._by_meeting(start, item) is not None
        reported = self._own_report(item) is not None
        yearly = self.seeds.pattern("acts.government_report").search(item.key.name)
        listened = heard or (act in HEARING and not yearly and any(self._attr(k) in HOUSES for k in holder.keys))
        titled = self._titled(item, bound) and not listened
        own = (reported and not heard) or titled or self._foreign(item, bound, start)
        passed_on = authors and self._passed_on(holder, authors)
        if act and not own and not (authors and act in ("draftedBy", "proposedBy", "issuedBy") and not passed_on):
            evidence = quote(self.register.prose, holder.first, min(end, item.end + 12))
            for key in holder.keys:
                self._claim(item.key, act, key, evidence, *holder.how, self._modality(start, item))
        return Past(act, low, item.end, authors, holder if act and (heard or not own) else None)

    def _passed(self, start: int, item: Bound, bound: Sequence[Bound], stop: int) -> None:
        """What is said behind a title of those who dealt with the document one after another."""
        for passage in self.passages.of(item, bound, stop):
            evidence = quote(self.register.prose, item.start, passage.end)
            for key in passage.keys if passage.act else ():
                status = self._modality(start, item)
                self._claim(item.key, passage.act, key, evidence, "agent behind title", "stated", status)

    def _holder(
        self, stretch: tuple[int, int], item: Bound, bound: Sequence[Bound], act: str, authors: Sequence[Bound]
    ) -> Holder:
        """Who does something to a document: the subject of the clause, else the meeting's body or the issuer."""
        start, low = stretch
        kinds = ("Body", "Person") if act in ("issuedBy", "proposedBy") else ("Body",)
        before = min(item.start, authors[0].start) if authors else item.start
        if self.seeds.pattern("acts.agent").match(self.string, item.end):
            stop = min((b.start for b in bound if b.key.kind == "Instrument" and b.start > item.end), default=low + FAR)
            if passage := next(self.passages.of(item, bound, stop), None):
                return Holder(
                    item.start, passage.keys if passage.act in (act, "") else [], ("agent behind title", "stated")
                )
        subject = self.subjects.before(start, before, bound, kinds)
        others = [b.key for b in self.subjects.partners(start, before, bound)]
        if subject:
            row = self._row(subject, bound)
            return Holder(row[0].start, [*(b.key for b in row), *others], ("subject of clause", "stated"))
        sitting = self.subjects.before(start, before, bound, ("Meeting",)) if act in (*HEARING, "issuedBy") else None
        if sitting and (body := self.congresses.whose(sitting.key.name)[0]):
            return Holder(sitting.start, [body, *others], ("meeting as subject", "stated"))
        held = self.seeds.pattern("acts.holding").search(self.string, start, before)  # 召开第3次常务会议，通过《…》
        called = [b for b in bound if held and b.key.kind == "Meeting" and b.start == held.end()]
        if called and act in HEARING and (body := self.congresses.whose(max(called, key=lambda b: b.end).key.name)[0]):
            return Holder(called[0].start, [body, *others], ("meeting as subject", "stated"))
        signed = self.seeds.pattern("acts.signs").search(self.string, low, item.start)  # by parties that must be told
        if act in HEARING:
            signed = signed or self.seeds.pattern("acts.delegation").search(self.string, start, item.start)
        implied = None if signed else (self._meeting if self._by_meeting(start, item) else self._issuer)(start, item)
        return Holder(low, [implied, *others] if implied else [], ("issuer implied", "context"))

    def _passed_on(self, holder: Holder, authors: Sequence[Bound]) -> bool:
        """True where somebody else than its authors sends a document on: 县政府办公室转发|县教育局《…》."""
        between = self.string[holder.first : authors[0].start]
        told = holder.how[1] == "stated" and not {b.key for b in authors} & set(holder.keys)
        return told and self.seeds.pattern("acts.sends_on").search(between) is not None

    def _row(self, subject: Bound, bound: Sequence[Bound], *, beside: bool = False) -> list[Bound]:
        """A subject with those named beside it: 县委、县政府印发…; in a title nothing need part them (``beside``)."""
        row, listed = [subject], self.seeds.pattern("actors.listed")
        while True:
            before = [b for b in bound if b.key.kind == "Body" and b.end <= row[0].start]
            gaps = {b: self.string[b.end : row[0].start] for b in before}
            before = [b for b in before if listed.fullmatch(gaps[b]) or (beside and not gaps[b].strip())]
            if not before:
                return row
            row.insert(0, min(before, key=lambda b: b.start))

    def _by_meeting(self, start: int, item: Bound) -> re.Match[str] | None:
        """Where 会议 is the subject: 会议审议了《…》."""
        return self.seeds.pattern("acts.by_meeting").search(self.string, max(0, start - 1), item.start)

    def _meeting(self, start: int, item: Bound) -> Key | None:
        """The body that holds the meeting told of before, whose name begins with its own; else the issuer."""
        subject = self._by_meeting(start, item)
        if told := self.congresses.sitting(
            item.start - 1, plenum=subject is not None and subject["plenum"] is not None
        ):
            body, settled = self.congresses.whose(told.key.name)
            if body or settled:
                return body
        implied = self._issuer(start, item, heard=True)
        session = told and self.seeds.pattern("acts.session").search(told.key.name)
        return None if session and implied and self._attr(implied) not in HOUSES else implied

    def _issuer(self, start: int, item: Bound, *, heard: bool = False) -> Key | None:
        """The body that the document speaks for; in news nobody acts on what somebody says that others should do."""
        told = self.actors.told and not self.issuer.speaks
        said = self.seeds.pattern("actors.speech").search(self.string, start, item.start)
        passive = self.seeds.pattern("acts.passive").match(self.string, item.end)
        aside = not heard and (self._aside() or self._elsewhere(start, item))
        return None if told and (said or passive or aside) else self.issuer.key

    def _aside(self) -> bool:
        """True of a body that news name somewhere, and that they are not about."""
        first = self.register.drafts[self.issuer.key].first if self.issuer.key else None
        return first is not None and first.start > LEAD

    def _elsewhere(self, start: int, item: Bound) -> bool:
        """True where a clause begins with another place than the document's own: 某省专门制定了《…》."""
        clause = max(start, self.string.rfind("，", start, item.start) + 1)
        places = [b.key for b in self.register.bound if b.key.kind == "Place" and b.start == clause]
        return bool(places) and own_place(self.register) not in places

    def _own_report(self, item: Bound) -> Key | None:
        """政府工作报告 is the government's, whoever is hearing it."""
        if not self.seeds.pattern("acts.government_report").search(item.mention.get("full")):
            return None
        government = self.issuer.make("government")
        if government is not None:
            self.register.bind(item.mention, government, form=False)
            evidence = quote(self.register.prose, item.start, item.end)
            self._claim(item.key, "proposedBy", government, evidence, "name of report", "context", "")
        return government

    def _titled(self, item: Bound, bound: Sequence[Bound]) -> bool:
        """全国人大常委会关于…的决定 says in its title whose it is."""
        about = self.seeds.pattern("acts.about")
        inside = [b for b in bound if b.key.kind == "Body" and item.start <= b.start and b.end < item.end]
        rules = self.seeds.pattern("acts.own_rules")
        marked = self.string[item.start] in "《«" or item.mention.rule == "instrument.title_line"
        rows = [
            self._row(b, inside, beside=True)
            for b in inside
            if about.match(self.string, b.end, item.end)
            or (marked and self._attr(b.key) in RULING and rules.fullmatch(self.string, b.end, item.end))
        ]
        rows = [row for row in rows if row[0].start <= item.start + 1]
        said = quote(self.register.prose, item.start, item.end)
        for body in max(rows, key=lambda row: row[-1].end, default=()):
            self._claim(item.key, "issuedBy", body.key, said, "body in title", "stated", "")
        return bool(rows)

    def _attr(self, key: Key) -> str:
        return self.register.drafts[key].attrs.get("kind", "")

    def _foreign(self, item: Bound, bound: Sequence[Bound], start: int) -> bool:
        """A national law is made by national bodies: a county that carries it out does not act on it."""
        if item.mention.get("kind") != "law":
            return False
        key = (self.subjects.before(start, item.start, bound) or self.issuer).key
        home = self.register.homes.get(key) if key else None
        return home is not None and not home.national

    def _claim(
        self,
        subject: Key,
        predicate: str,
        target: Key,
        evidence: tuple[Evidence, ...],
        rule: str,
        certainty: str,
        status: str,
    ) -> None:
        self.claims.append(Claim(subject, predicate, target, evidence, rule, certainty, status, self.when))
