"""Numbers that a document reports: of the initiative that they follow, or of the place and body that it speaks for.

A figure belongs to the nearest initiative before it in its sentence, unless another subject with a name of its own
(an indicator such as 地区生产总值) stands between; indicators are figures of the document's place (see
:mod:`govgraph.relate.place_figures`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from govgraph.model import Figure, Key, Mention
from govgraph.relate.bearing import REACH, Bearing
from govgraph.relate.drafts import Bound
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import Register
from govgraph.relate.pairing import paired, shared
from govgraph.relate.place_figures import Indicator, PlaceFigures, named
from govgraph.relate.quoting import quote
from govgraph.relate.sections import Sections
from govgraph.seeds import Seeds

WORKS = 600  # characters in which a text goes on about the works that it told of
STUDY = "initiative.theme_education"  # told as the time in which much else was done (主题教育开展以来，…)
GLOSSED = "initiative.glossed"  # a note says what the name means, and counts what it is made up of
BROAD = ("strategy", "programme")  # in a report they head what has many subjects (推进健康甲市建设。…)
BUILT = ("project", "programme", "plan", "other", "platform")  # kinds that 该项目 and 总投资 may mean
ROW_MARKS = ("", "、", "和", "及")
HEADINGS = ("heading", "title")
BEGINNING = 6  # characters of a name that call it again
HEAD_NOUN = 10  # characters that a heading may have behind the name


class Figures:
    """Collects the figures of one document."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """The reporter of a figure is the body that the document speaks for."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.figures: list[Figure] = []
        self.topic: Bound | None = None
        self.heading: Bound | None = None
        self.over: Bound | None = None  # what a heading on a line of its own names, for the paragraphs below it
        self.resumed = -1  # the paragraph that goes on about the one before
        self.built: Bound | None = None  # the project that was last spoken of
        self.parted: Bound | None = None  # what the last number was about, for a sentence that parts it (其中，…)
        self.own = register.context.genre == "government work report"  # in it 全年 begins another matter
        self.bearing = Bearing(register, seeds)
        self.sections = Sections(register.prose, seeds)
        self.places = PlaceFigures(self.string, seeds)
        self.paragraphs = [p.start for p in register.prose.paragraphs]
        self.lines = {p.start: p for p in register.prose.paragraphs}

    def sentence(self, start: int, end: int, bound: Sequence[Bound], quantities: Sequence[Mention]) -> None:
        """Read one sentence."""
        initiatives = [b for b in bound if b.key.kind == "Initiative" and not self._study(b)]
        initiatives = [b for b in initiatives if not self.bearing.part(b, initiatives)]
        if self.seeds.pattern("figures.item_ends").match(self.string, start):
            self.topic = self.heading = self.built = self.parted = None
        self._resume(start)
        headed = self._headed(start) or (None if initiatives else self._below(start))
        among = self.seeds.pattern("figures.among").match(self.string, start)
        self.parted = self.parted if among or not initiatives else None
        pairs = paired(self.string, initiatives, quantities, self.seeds)
        works = next((w for q in quantities if (w := self._works(q))), None) if not initiatives else None
        each = False
        for quantity in quantities:
            abstract = self.seeds.pattern("figures.abstract").match(self.string, quantity.start)
            if abstract or pairs.get(quantity.start, quantity) is None or self.bearing.lists(quantity, bound):
                continue
            for item in (row := shared(self.string, initiatives, quantity, self.seeds)):
                self._of_initiative(item, None, quantity)
            if row:
                each = True  # then 总投资5亿元的甲等5个项目 tells of the first one too
                continue
            indicator = self._indicator(start, quantity)
            about = pairs.get(quantity.start) or (self.bearing.first_of(quantity, initiatives) if each else None)
            about = about or self.bearing.about(quantity, initiatives, bound, end)
            indicator = None if about and self.bearing.own_guests(about, quantity) else indicator
            topic = headed or (None if initiatives else self._topic(start, bound))
            topic = topic or (None if about else works)
            clause = self.places.read(start, quantity)
            if clause and about and not indicator and self.bearing.idle(about, quantity, clause.measure):
                about = None
            if clause and (indicator or (about is None and topic is None)):
                self._of_place(clause, quantity, bound, start)
            elif indicator:
                continue  # some figure of the place, but whose number it is stays open
            elif about is not None or topic is not None:
                self._of_initiative(about, topic, quantity)
        if initiatives:
            told = [item for item in initiatives if self.bearing.told_of(item)]
            self.topic = self._single(told)
            self.built = self.topic if self.topic and self.topic.mention.get("kind") == "project" else None
            self._head(start, end, initiatives)

    def _single(self, told: Sequence[Bound]) -> Bound | None:
        """The last that a sentence tells of, if it is no member of a row (开展“甲”“乙”“丙”行动)."""
        last = max(told, key=lambda b: b.end, default=None)
        rows = (self.string[b.end : last.start].strip("“”") for b in told if last and b.end <= last.start and b != last)
        return None if any(gap in ROW_MARKS for gap in rows) else last

    def _study(self, item: Bound) -> bool:
        """True of a campaign of study, in which the work of the year is done, and of a name that a note explains."""
        return item.mention.rule in (STUDY, GLOSSED) or bool(
            self.seeds.pattern("figures.study").match(self.string, item.end)
        )

    def _head(self, start: int, end: int, initiatives: Sequence[Bound]) -> None:
        """Note an item that is headed by the name of an initiative, as （一）实施甲工程 is."""
        first, last = initiatives[0], initiatives[-1]
        before, after = self.string[start : first.start], self.string[last.end : end]
        heading = self.seeds.pattern("figures.heading")
        row = all("，" not in self.string[a.end : b.start] for a, b in pairwise(initiatives))
        row = row and (first is last or before.strip() != "")  # 甲、乙等项目进展顺利 tells, and heads nothing
        opens = start == self._opening(start) or self.seeds.pattern("figures.item_ends").match(self.string, start)
        ends = len(after.strip("。\n")) <= HEAD_NOUN and "，" not in after
        if opens and row and heading.search(before) and ends:
            self.heading = first
            line = self.lines[self._opening(start)]
            numbered = self.seeds.pattern("figures.numbered").match(self.string, start)
            bare = self.seeds.pattern("figures.bare_heading").fullmatch(after.strip("。：\n \u3000"))
            alone = numbered and bare and line.end - end <= 1 and first is last
            self.over = first if alone and not self._broad(first) else None

    def _headed(self, start: int) -> Bound | None:
        """The initiative that the item is about, below its heading."""
        if self.heading is None or not self._opening(start) <= self.heading.start < start:
            return None
        return None if self._broad(self.heading) else self.heading

    def _broad(self, item: Bound) -> bool:
        return self.own and item.mention.get("kind") in BROAD

    def _below(self, start: int) -> Bound | None:
        """The initiative that the heading above names, up to the next heading or item."""
        line = self.lines[self._opening(start)]
        item = self.seeds.pattern("figures.numbered").match(self.string, line.start)
        if self.over is None or line.kind in HEADINGS or item or start - self.over.end > WORKS:
            self.over = None
        return self.over

    def _opening(self, position: int) -> int:
        return self.paragraphs[bisect_right(self.paragraphs, position) - 1]

    def _of_initiative(self, about: Bound | None, topic: Bound | None, quantity: Mention) -> None:
        item = about or topic
        if item is not None:
            self.parted = item
            rule = "next to initiative" if about else "goes on about initiative"
            self._write(item.key, quantity, min(item.start, quantity.start), self._measure(quantity, item.end), rule)

    def _topic(self, start: int, bound: Sequence[Bound]) -> Bound | None:
        """The initiative of the sentence before, where this one goes on about it (该项目占地53亩, 总投资…)."""
        if self.parted and self.seeds.pattern("figures.among").match(self.string, start):
            return self.parted if self.parted.start >= self._opening(start) else None
        if self.topic is None or self._opening(start) not in (self.resumed, self._opening(self.topic.start)):
            return None
        if self.topic.mention.get("kind") in BUILT and self._named_again(self.topic, start):
            return self.topic
        if on := self.seeds.pattern("figures.goes_on").match(self.string, start):
            built = self.topic.mention.get("kind") in BUILT
            fits = built if on["size"] or on["built"] or on["house"] else not built if on["done"] else True
            return self.topic if fits else None
        sums = None if self.own else self.seeds.pattern("figures.sums_up").match(self.string, start)
        whose = self.register.context.site
        other = sums and any(b.start == sums.end() and b.key.kind == "Place" for b in bound)
        project = self.topic.mention.get("kind") == "project"
        return self.topic if sums and not (other and project and whose) else None

    def _resume(self, start: int) -> None:
        """Note a new paragraph that goes on about what the one before told of: 该项目占地53亩, 活动期间，."""
        if self.topic is None or start - self.topic.end > WORKS:
            return
        if self.seeds.pattern("figures.definite").match(self.string, start) or self._named_again(self.topic, start):
            self.resumed = self._opening(start)

    def _named_again(self, item: Bound, start: int) -> bool:
        """True of a sentence that begins with the beginning of a name: 甲至乙公路扩建工程…。|甲至乙公路全长9公里."""
        said = self.seeds.pattern("figures.it_is_said").match(self.string, start)
        return self.string.startswith(item.mention.name[:BEGINNING], said.end() if said else start)

    def _works(self, quantity: Mention) -> Bound | None:
        """The project of the sentences before, for a measure that only works have (总库容, 坝高)."""
        if self.own or self.built is None or quantity.start - self.built.end > WORKS:
            return None
        low = max(0, quantity.start - REACH)
        works = self.seeds.pattern("figures.works").search(self.string, low, quantity.start)
        whole = works and self.seeds.pattern("figures.whole_place").search(self.string, low, quantity.start)
        return self.built if works and not whole else None

    def _indicator(self, start: int, quantity: Mention) -> tuple[int, str] | None:
        low = max(start, quantity.start - REACH)
        matches = list(self.seeds.pattern("figures.indicator").finditer(self.string, low, quantity.start))
        return (matches[-1].start(), matches[-1][0]) if matches else None

    def _of_place(self, indicator: Indicator, quantity: Mention, bound: Sequence[Bound], start: int) -> None:
        """A figure of the place or body that its clause begins with, else of the document's own place."""
        owner = named(bound, indicator.start, self.register)
        site = self.register.context.site
        if owner is not None and self.string[indicator.start - 1] not in "、和":
            measure = indicator.measure[owner.end - indicator.start :]
            self._write(owner.key, quantity, indicator.start, measure, "clause of its subject")
        elif owner is None and (told := named(bound, start, self.register)) and self._described(told):
            self._write(told.key, quantity, indicator.start, indicator.measure, "clause of its subject")
        elif owner is None and site is not None:
            about = self.register.division(site.code) if site.code else self.register.thing(site.key, site.full)
            self._write(about, quantity, indicator.start, indicator.measure, "clause of the place")

    def _described(self, subject: Bound) -> bool:
        """True of what a sentence describes: 某村位于镇东，土地面积3180亩."""
        return self.seeds.pattern("figures.described_place").match(self.string, subject.end) is not None

    def _measure(self, quantity: Mention, after: int) -> str:
        """What was counted: the words between the last comma and the number, and the noun behind it."""
        lead = self.string[max(after, quantity.start - 14) : quantity.start]
        for mark in "，。；、：）（\n":
            lead = lead.rpartition(mark)[2]
        noun = quantity.get("noun")
        behind = noun if noun and self.string.startswith(noun, quantity.end) else ""
        return (lead + behind).replace("“", "").replace("”", "").strip()

    def _status(self, quantity: Mention) -> str:
        """Planned where the clause or the section says so."""
        section = self.sections.at(quantity.start)
        clause = self.string[max(0, quantity.start - 20) : quantity.start].rpartition("。")[2]
        planned = self.seeds.pattern("figures.target").search(clause) is not None
        return "planned" if planned or (section is not None and section.planned) else ""

    def _period(self, quantity: Mention) -> str:
        """The year of the section, else the year that the document speaks of."""
        section = self.sections.at(quantity.start)
        year = section.year if section is not None else ""
        return year or self.places.year(quantity.start) or self.register.context.year

    def _write(self, about: Key, quantity: Mention, low: int, measure: str, rule: str) -> None:
        high = quantity.end + (
            len(noun) if (noun := quantity.get("noun")) and self.string.startswith(noun, quantity.end) else 0
        )
        self.figures.append(
            Figure(
                about,
                quantity.get("value"),
                quantity.get("unit"),
                measure,
                self.string[quantity.start : high],
                quote(self.register.prose, min(low, quantity.start), high),
                rule,
                "stated" if rule == "next to initiative" else "context",
                quantity.get("qualifier"),
                self._status(quantity),
                self.issuer.key,
                self._period(quantity),
                self.register.context.issued,
            )
        )
