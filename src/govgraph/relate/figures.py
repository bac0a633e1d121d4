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
from govgraph.relate.drafts import Bound
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import Register
from govgraph.relate.pairing import paired
from govgraph.relate.place_figures import Indicator, PlaceFigures, named
from govgraph.relate.quoting import quote
from govgraph.relate.sections import Sections
from govgraph.seeds import Seeds

# How far before a number its indicator may begin; 社会消费品零售总额同比增长9.5% is typical.
REACH = 24
WORKS = 600  # characters in which a text goes on about the works that it told of
STUDY = "initiative.theme_education"  # told as the time in which much else was done (主题教育开展以来，…)
BROAD = ("strategy", "programme")  # in a report they head what has many subjects (推进健康甲市建设。…)
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
        self.built: Bound | None = None  # the project that was last spoken of
        self.own = register.context.genre == "government work report"  # in it 全年 begins another matter
        self.sections = Sections(register.prose, seeds)
        self.places = PlaceFigures(self.string, seeds)
        self.paragraphs = [p.start for p in register.prose.paragraphs]

    def sentence(self, start: int, end: int, bound: Sequence[Bound], quantities: Sequence[Mention]) -> None:
        """Read one sentence."""
        initiatives = [b for b in bound if b.key.kind == "Initiative" and b.mention.rule != STUDY]
        headed = self._headed(start)
        pairs = paired(self.string, initiatives, quantities, self.seeds)
        for quantity in quantities:
            if pairs.get(quantity.start, quantity) is None:
                continue
            indicator = self._indicator(start, quantity)
            about = pairs.get(quantity.start) or self._about(quantity, initiatives, end)
            topic = headed or (None if initiatives else self._topic(start))
            topic = topic or (None if initiatives or about else self._works(quantity))
            clause = self.places.read(start, quantity)
            if clause and (indicator or (about is None and topic is None)):
                self._of_place(clause, quantity, bound)
            elif indicator:
                continue  # some figure of the place, but whose number it is stays open
            elif about is not None or topic is not None:
                self._of_initiative(about, topic, quantity)
        if initiatives:
            self.topic = max(initiatives, key=lambda b: b.end)
            self.built = self.topic if self.topic.mention.get("kind") == "project" else None
            self._head(start, end, initiatives)

    def _head(self, start: int, end: int, initiatives: Sequence[Bound]) -> None:
        """Note an item that is headed by the name of an initiative, as （一）实施甲工程 is."""
        first, last = initiatives[0], initiatives[-1]
        before, after = self.string[start : first.start], self.string[last.end : end]
        heading = self.seeds.pattern("figures.heading")
        row = all("，" not in self.string[a.end : b.start] for a, b in pairwise(initiatives))
        if start == self._opening(start) and row and heading.search(before) and len(after.strip("。\n")) <= HEAD_NOUN:
            self.heading = first

    def _headed(self, start: int) -> Bound | None:
        """The initiative that the item is about, below its heading."""
        if self.heading is None or not self._opening(start) <= self.heading.start < start:
            return None
        broad = self.own and self.heading.mention.get("kind") in BROAD
        return None if broad else self.heading

    def _opening(self, position: int) -> int:
        return self.paragraphs[bisect_right(self.paragraphs, position) - 1]

    def _of_initiative(self, about: Bound | None, topic: Bound | None, quantity: Mention) -> None:
        item = about or topic
        if item is not None:
            rule = "next to initiative" if about else "goes on about initiative"
            self._write(item.key, quantity, min(item.start, quantity.start), self._measure(quantity, item.end), rule)

    def _topic(self, start: int) -> Bound | None:
        """The initiative of the sentence before, where this one goes on about it (该项目占地53亩, 总投资…)."""
        if self.topic is None or self.topic.start < self._opening(start):
            return None
        ways = ("figures.goes_on",) if self.own else ("figures.goes_on", "figures.sums_up")
        return self.topic if any(self.seeds.pattern(way).match(self.string, start) for way in ways) else None

    def _works(self, quantity: Mention) -> Bound | None:
        """The project of the sentences before, for a measure that only works have (总库容, 坝高)."""
        if self.own or self.built is None or quantity.start - self.built.end > WORKS:
            return None
        low = max(0, quantity.start - REACH)
        works = self.seeds.pattern("figures.works").search(self.string, low, quantity.start)
        whole = works and self.seeds.pattern("figures.whole_place").search(self.string, low, quantity.start)
        return self.built if works and not whole else None

    def _about(self, quantity: Mention, initiatives: Sequence[Bound], end: int) -> Bound | None:
        """The initiative that a number speaks of: the one it stands in, that it leads to, or that came last."""
        for item in initiatives:
            if item.start <= quantity.start and quantity.end <= item.end:
                sizes = item.mention.get("kind") == "project" or item.start == quantity.start
                return item if sizes else None
        if self.seeds.pattern("figures.threshold").match(self.string, quantity.end, end):
            return None
        summed = self.seeds.pattern("figures.list_counted")  # 总投资9亿元的甲、乙等12个项目
        of_all = self.string.startswith("的", quantity.end)
        initiatives = [
            b for b in initiatives if not of_all or b.end <= quantity.start or not summed.match(self.string, b.end)
        ]
        for item in initiatives:
            if 0 <= item.start - quantity.end <= REACH and self._leads(quantity, item):
                return item
        before = [b for b in initiatives if b.end <= quantity.start]
        if not before:
            return self._described(quantity, initiatives)
        last = max(before, key=lambda b: b.end)
        gap = self.string[last.end : quantity.start]
        counts = gap in ("", "”") and self.seeds.pattern("figures.parts").match(self.string, quantity.start)
        return last if not counts and self._reaches(gap, self._sized(last)) else None

    def _described(self, quantity: Mention, initiatives: Sequence[Bound]) -> Bound | None:
        """The initiative whose measures stand in front of it: 占地30亩、总投资1亿元的某学校."""
        described = self.seeds.pattern("figures.described")
        first = min(initiatives, key=lambda b: b.start, default=None)
        fits = first is not None and described.fullmatch(self.string, quantity.end, first.start)
        return first if fits else None

    def _leads(self, quantity: Mention, item: Bound) -> bool:
        if self.seeds.pattern("figures.numbered_name").match(self.string, quantity.start):
            return False
        costs = quantity.end == item.start and quantity.get("unit") == "元"  # 15亿元|甲水泥优化升级
        if costs or self.seeds.pattern("figures.leads").fullmatch(self.string, quantity.end, item.start):
            return True
        between = self.string[quantity.end : item.start]
        things = self.seeds.pattern("figures.counter").match(quantity.get("unit")) and self._quoted(item)
        if things and self.seeds.pattern("figures.counts").match(between):
            return True
        spent = self.seeds.pattern("figures.spent").search(self.string, max(0, quantity.start - 8), quantity.start)
        on = self.seeds.pattern("figures.spent_on").match(between)
        return spent is not None and on is not None

    def _quoted(self, item: Bound) -> bool:
        return self.string[item.start] == "“" or self.string[item.start - 1] == "“"

    def _sized(self, item: Bound) -> bool:
        """True of 1.2万亩土地整理工程: its own number is in its name."""
        return self.seeds.pattern("figures.sized").match(self.string, item.start) is not None

    def _reaches(self, gap: str, sized: bool = False) -> bool:
        """True where the words between an initiative and a number keep to the initiative."""
        closed = any(self.seeds.pattern("figures." + how).match(gap) for how in ("counted", "invoked"))
        closed = closed or self.seeds.pattern("figures.for_others").search(gap) is not None
        if "；" in gap or "。" in gap or closed:
            return False
        head, _, rest = gap.partition("，")
        beside, _, other = head.partition("、")
        if other and self.seeds.pattern("figures.own_number").fullmatch(beside):
            return False  # 甲工程15个、健身中心2处
        done = self.seeds.pattern("figures.finished").search(head)
        if not rest or not (done or sized or self.seeds.pattern("figures.own_number").fullmatch(head)):
            return True
        return self.seeds.pattern("figures.yields").match(rest) is not None

    def _indicator(self, start: int, quantity: Mention) -> tuple[int, str] | None:
        low = max(start, quantity.start - REACH)
        matches = list(self.seeds.pattern("figures.indicator").finditer(self.string, low, quantity.start))
        return (matches[-1].start(), matches[-1][0]) if matches else None

    def _of_place(self, indicator: Indicator, quantity: Mention, bound: Sequence[Bound]) -> None:
        """A figure of the place or body that its clause begins with, else of the document's own place."""
        owner = named(bound, indicator.start, self.register)
        site = self.register.context.site
        if owner is not None and self.string[indicator.start - 1] not in "、和":
            measure = indicator.measure[owner.end - indicator.start :]
            self._write(owner.key, quantity, indicator.start, measure, "clause of its subject")
        elif owner is None and site is not None:
            about = self.register.division(site.code) if site.code else self.register.thing(site.key, site.full)
            self._write(about, quantity, indicator.start, indicator.measure, "clause of the place")

    def _measure(self, quantity: Mention, after: int) -> str:
        """What was counted: the words between the last comma and the number, and the noun behind it."""
        lead = self.string[max(after, quantity.start - 14) : quantity.start]
        for mark in "，。；、：）（":
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
