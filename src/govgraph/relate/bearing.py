"""Which initiative of its sentence a number speaks of: the one it stands in, that it leads to, or that came last.

What stands between an initiative and a number decides whether the number is still about it. Another subject (甲工程
完工，乙镇34个小区…), a count of the initiative itself (甲工程10万亩，建设乙田10万亩), or words that only invoke it
(按照“甲”思路，…) end its reach. What is a mechanism, a pilot or a line of thought, and no campaign or work, does not
bring about what is built or signed in the next clause.
"""

from __future__ import annotations

from collections.abc import Sequence

import rjieba

from govgraph.model import Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.owners import DIVISIONS
from govgraph.seeds import Seeds

# How far before a number its indicator may begin; 社会消费品零售总额同比增长9.5% is typical.
REACH = 24
LED = ("mechanism", "method", "strategy")  # kinds of names that a house may be called by
CLAUSES = "，；"
DOING = ("v", "d", "p")  # parts of speech that no name of a work begins with
WORD = 3  # characters of a name that say that it is meant
# Kinds of names with neither a campaign nor a work behind them.
IDEAS = ("mechanism", "pilot", "strategy", "method", "other")
ROW = 16  # characters before a number that hold the last member of a row and its comma


class Bearing:
    """Reads the words between initiatives and numbers of one document."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Kinds of places come from the register."""
        self.register, self.seeds = register, seeds
        self.string = register.prose.text.string

    def about(self, quantity: Mention, initiatives: Sequence[Bound], bound: Sequence[Bound], end: int) -> Bound | None:
        """The initiative that a number speaks of, in the sentence that ends at ``end``."""
        for item in initiatives:
            if item.start <= quantity.start and quantity.end <= item.end:
                work, digits = item.mention.get("kind") == "project", quantity.form[0].isdigit()
                return item if (work and digits) or (not work and item.start == quantity.start) else None  # 五台|山路桥
        if self.seeds.pattern("figures.threshold").match(self.string, quantity.end, end):
            return None
        if self.first_of(quantity, initiatives):
            return None
        of_all = self.string.startswith("的", quantity.end)
        initiatives = [b for b in initiatives if not of_all or b.end <= quantity.start or not self._summed(b)]
        for item in initiatives:
            if 0 <= item.start - quantity.end <= REACH and self._leads(quantity, item, initiatives):
                return item
        before = [b for b in initiatives if b.end <= quantity.start and not self._located(b) and not self.looked_at(b)]
        if not before:
            return self._described(quantity, initiatives)
        last = max(before, key=lambda b: b.end)
        same = [b for b in before if b.key == last.key]  # “甲”计划实施，启动甲36个，整合资金|1亿元
        return next((b for b in (last, *same[:-1]) if self._keeps(b, quantity, before, bound)), None)

    def first_of(self, quantity: Mention, initiatives: Sequence[Bound]) -> Bound | None:
        """The first of the works that a number stands before and that are counted: 总投资|9亿元|的甲、乙等12个项目."""
        behind = (b for b in initiatives if b.start == quantity.end + 1 and self._summed(b))
        return next(behind, None) if self.string.startswith("的", quantity.end) else None

    def _summed(self, item: Bound) -> bool:
        return self.seeds.pattern("figures.list_counted").match(self.string, item.end) is not None

    def _keeps(self, item: Bound, quantity: Mention, before: Sequence[Bound], bound: Sequence[Bound]) -> bool:
        """True where everything up to the number still speaks of the initiative."""
        gap = self.string[item.end : quantity.start]
        counts = gap in ("", "”") and self.seeds.pattern("figures.parts").match(self.string, quantity.start)
        kept = (
            self._reaches(gap, item)
            and not self._begun(item, gap, quantity)
            and (self._quoted(item) or not self._another_work(gap))
            and not ("，" in gap and self._heeded(item))
            and not self._wider(item, gap, bound)
            and not self._of_others(item, quantity, before, bound)
        )
        return kept and not counts and not ("，" in gap and self._grows(quantity, gap, "points"))

    def part(self, item: Bound, initiatives: Sequence[Bound]) -> bool:
        """True of what another work is made up of: 由甲工程、乙工程两部分组成, 甲项目占地50亩，主要建设|乙生产线."""
        low = max(0, item.start - ROW)
        inside = self.seeds.pattern("figures.content").search(self.string, low, item.start) is not None
        whole = inside and any(b.end < low and b.mention.get("kind") == "project" for b in initiatives)
        return whole or self.seeds.pattern("figures.part_of").match(self.string, item.end) is not None

    def told_of(self, item: Bound) -> bool:
        """True of what a sentence tells something of: it is no mere place of something, and not only invoked."""
        if self._located(item) or self.looked_at(item):
            return False
        return not self.seeds.pattern("figures.invoked").match(self.string, item.end)

    def looked_at(self, item: Bound) -> bool:
        """True of what somebody only looks into: 围绕甲工程开展专题协商3次."""
        low = max(0, item.start - 2 * REACH)
        into = self.seeds.pattern("figures.looked_into").match(self.string, item.end)
        return (
            into is not None and self.seeds.pattern("figures.looks_at").search(self.string, low, item.start) is not None
        )

    def own_guests(self, item: Bound, quantity: Mention) -> bool:
        """True where an initiative is to bring what a place has too: 实施甲工程，力争年接待游客|10万人次."""
        guests = self.seeds.pattern("figures.own_guests").search(self.string, item.end, quantity.start)
        return guests is not None

    def idle(self, item: Bound, quantity: Mention, measure: str) -> bool:
        """True where an idea stands in another clause than an indicator, the place's own, as any growth is."""
        if "，" not in self.string[item.end : quantity.start]:
            return False
        share = self.seeds.pattern("figures.share").search(measure) is not None
        grown = quantity.get("direction") != "" and self._grows(quantity, measure, "rate")
        if self.seeds.pattern("figures.own_share").search(self.string, quantity.start - ROW // 2, quantity.start):
            return False
        return share or grown or item.mention.get("kind") in IDEAS

    def _grows(self, quantity: Mention, words: str, unit: str) -> bool:
        """True of the growth of an indicator, which no one campaign has; 办结率提高到98% a campaign has."""
        grown = self.seeds.pattern(f"figures.{unit}").search(quantity.get("unit"))
        return grown is not None and not self.seeds.pattern("figures.own_rate").search(words)

    def _located(self, item: Bound) -> bool:
        low = max(0, item.start - 2 * REACH)
        return self.seeds.pattern("figures.located").search(self.string, low, item.start) is not None

    def _of_others(self, item: Bound, quantity: Mention, before: Sequence[Bound], bound: Sequence[Bound]) -> bool:
        """True of a number behind words of another subject, of all of a row, or of what comes next to an idea."""
        gap = self.string[item.end : quantity.start]
        rows = [b for b in before if b != item and self.string[b.end : item.start].strip("”“") == "、"]
        counts = self.seeds.pattern("figures.counter").match(quantity.get("unit")) is not None
        if (rows and not gap and counts) or self.seeds.pattern("figures.aimed").search(gap):
            return True  # 甲花园、乙花园|3个小区
        if (rows and self.seeds.pattern("figures.sum").match(gap)) or self.seeds.pattern("figures.in_step").match(gap):
            return True
        if (
            self._idea(item)
            and not any(self.seeds.pattern(f"figures.{how}").match(gap) for how in ("since", "yielded"))
            and not _shared(item.mention.name, gap)
            and self.seeds.pattern("figures.of_idea").search(gap)
        ):
            return True
        if _shared(item.mention.name, gap):
            return False
        return any(self._another(b, item, bound) for b in bound if item.end < b.start and b.end <= quantity.start)

    def _idea(self, item: Bound) -> bool:
        """True of a mechanism, a pilot or a line of thought; what is 开展 is a campaign, whatever its name."""
        low = max(0, item.start - WORD)
        done = self.seeds.pattern("figures.done").search(self.string, low, item.start)
        return item.mention.get("kind") in IDEAS and not (done and item.mention.get("kind") == "other")

    def _another(self, place: Bound, item: Bound, bound: Sequence[Bound]) -> bool:
        """True of a division that opens a clause behind an initiative, and is not who runs it."""
        draft = self.register.drafts.get(place.key)
        if place.key.kind == "Body" and item.mention.get("kind") == "project":
            return self.string[place.start - 1] == "，" and self._told(place)
        if place.key.kind != "Place" or draft is None or draft.attrs.get("kind") not in DIVISIONS:
            return False
        if self.string[place.start - 1] not in CLAUSES:
            return False
        site = self.register.context.site
        own = site is not None and place.key == site.key
        acts = any(b.key == place.key and b.end <= item.start for b in bound)
        return item.mention.get("kind") == "project" or not (own or acts)

    def _told(self, body: Bound) -> bool:
        """True of a body whose own things are counted: ，甲创新中心首批10个项目落地."""
        return self.seeds.pattern("figures.own_batch").match(self.string, body.end) is not None

    def _heeded(self, item: Bound) -> bool:
        """True of what others have set: 紧扣县委“某某”部署谋划工作，全年作出决定13项."""
        low, work = max(0, item.start - REACH), item.mention.get("kind") == "project"
        led = self.seeds.pattern("figures.heeded").search(self.string, low, item.start)
        return not work and led is not None and (led["set"] is not None or self._routine(item))

    def _wider(self, item: Bound, gap: str, bound: Sequence[Bound]) -> bool:
        """True of what one township has, before what all have: 甲镇“乙议事厅”成为驿站，全市建成议事室94个."""
        owned = any(b.key.kind == "Place" and b.end == item.start for b in bound)
        return owned and self.seeds.pattern("figures.all_now").search(gap) is not None

    def _routine(self, item: Bound) -> bool:
        """True where what follows is the year's business, whatever it serves: 聚焦“甲”活动，受理案件9件."""
        return self.seeds.pattern("figures.routine").match(self.string, item.end) is not None

    def _described(self, quantity: Mention, initiatives: Sequence[Bound]) -> Bound | None:
        """The initiative whose measures stand in front of it: 占地30亩、总投资1亿元的某学校."""
        described = self.seeds.pattern("figures.described")
        first = min(initiatives, key=lambda b: b.start, default=None)
        fits = first is not None and described.fullmatch(self.string, quantity.end, first.start)
        return first if fits else None

    def lists(self, quantity: Mention, bound: Sequence[Bound]) -> bool:
        """True of a count that belongs to names: 甲、乙、丙三个乡镇, 甲局等9部门, 两个“零发生”, 甲油田、东山3个气田."""
        if self.seeds.pattern("figures.numbered_name").match(self.string, quantity.start):
            return True
        low = max(0, quantity.start - ROW)
        summed = self.seeds.pattern("figures.row_sum").search(self.string, low, quantity.end + ROW)
        if self.seeds.pattern("figures.row_count").search(self.string, low, quantity.end):
            return True
        if summed and any(b.key.kind == "Initiative" and b.end == quantity.start for b in bound):
            return summed.start() < quantity.start
        works = [b for b in bound if b.key.kind == "Initiative" and b.end <= quantity.start]
        last = max((b.end for b in works), default=quantity.start)
        own = any(b.key.kind == "Initiative" and b.start <= quantity.start < b.end for b in bound)  # 甲100万千瓦风电
        if not own and self.seeds.pattern("figures.next_member").fullmatch(self.string, last, quantity.start):
            return True
        counts = self.seeds.pattern("figures.list_of_places").match(self.string, quantity.start)
        more = self.string.startswith("等", quantity.start - 1)
        kinds = ("Place", *(("Body",) if more else ()))
        ends = any(b.key.kind in kinds and b.end == quantity.start - more for b in bound)
        return (ends and more) or (counts is not None and (ends or more))

    def _leads(self, quantity: Mention, item: Bound, initiatives: Sequence[Bound]) -> bool:
        housed = item.mention.get("kind") in LED and self.seeds.pattern("figures.housed").match(self.string, item.end)
        if housed:
            return False
        counted = self.seeds.pattern("figures.counter").match(quantity.get("unit")) is not None
        costs = quantity.end == item.start and (quantity.get("unit") == "元" or counted)  # 15亿元|甲水泥优化升级
        if costs or self.seeds.pattern("figures.leads").fullmatch(self.string, quantity.end, item.start):
            return True
        between = self.string[quantity.end : item.start]
        if counted and self._quoted(item) and self.seeds.pattern("figures.counts").match(between):
            return True
        spent = self.seeds.pattern("figures.spent").search(self.string, max(0, quantity.start - 8), quantity.start)
        mark = "“" if self.string.startswith("“", item.start) else ""
        on = self.seeds.pattern("figures.spent_on").match(between + mark)
        return spent is not None and on is not None and not self._labelled(quantity, initiatives)

    def _labelled(self, quantity: Mention, initiatives: Sequence[Bound]) -> bool:
        """True of 甲项目…，年度计划投资|3亿元，建设乙中心: it is the money of the work before it."""
        label = self.seeds.pattern("figures.labelled").search(self.string, max(0, quantity.start - 12), quantity.start)
        before = max((b.end for b in initiatives if b.end <= quantity.start), default=-1)
        return label is not None and before >= 0 and "；" not in self.string[before : quantity.start]

    def _quoted(self, item: Bound) -> bool:
        return self.string[item.start] == "“" or self.string[item.start - 1] == "“"

    def _sized(self, item: Bound) -> bool:
        """True of 1.2万亩土地整理工程: its own number is in its name."""
        return self.seeds.pattern("figures.sized").match(self.string, item.start) is not None

    def _begun(self, item: Bound, gap: str, quantity: Mention) -> bool:
        """True where what comes next to a work is counted: 甲搬迁工程启动，|2座天桥建成, 建成甲中心，新建学校|12所.

        What is built in the course of a work that is carried out is its own: 实施甲路网工程，新建道路|6公里.
        """
        if item.mention.get("kind") != "project":
            return False
        low = max(0, item.start - WORD)
        carried = self.seeds.pattern("figures.carried").search(self.string, low, item.start) is not None
        counted = self.seeds.pattern("figures.counter").match(quantity.get("unit")) is not None
        ways = ("begun", *(() if carried else ("next_work", *(("counted_next",) if counted else ()))))
        return any(self.seeds.pattern(f"figures.{how}").search(gap) for how in ways)

    def _another_work(self, gap: str) -> bool:
        """True where a clause begins with another work: ，|天保工程有效管护; not with a verb: ，|建设甲水库."""
        found = self.seeds.pattern("figures.another_work").search(gap)
        words = rjieba.tag(found["work"]) if found else []
        return bool(words) and not words[0][1].startswith(DOING)

    def _reaches(self, gap: str, item: Bound) -> bool:
        """True where the words between an initiative and a number keep to the initiative."""
        gap = self.seeds.pattern("figures.results").sub("，", gap)
        if gap.rfind("（") > gap.rfind("）"):  # a bracket that tells of the initiative before it
            gap = gap.replace("；", "，")
        closed = any(self.seeds.pattern("figures." + how).match(gap) for how in ("counted", "invoked"))
        ends = ("quoted_other", *(() if self._quoted(item) else ("for_others",)))
        closed = closed or any(self.seeds.pattern("figures." + how).search(gap) for how in ends)
        if "；" in gap or "。" in gap or closed:
            return False
        head, _, rest = gap.partition("，")
        beside, _, other = head.partition("、")
        if other and self.seeds.pattern("figures.own_number").fullmatch(beside):
            return False  # 甲工程15个、健身中心2处
        done = self.seeds.pattern("figures.finished").search(head)
        if not rest:
            return True
        if not (done or self._sized(item) or self.seeds.pattern("figures.own_number").fullmatch(head)):
            return True
        return self.seeds.pattern("figures.yields").match(rest) is not None


def _shared(name: str, text: str) -> bool:
    """True where a text takes up a word of a name: “书香校园”建设，新建书香校园12所."""
    return any(name[at : at + WORD] in text for at in range(len(name) - WORD + 1))
