"""Who runs an initiative, as the sentence, the paragraph or the document says.

Looked for in this order, and the first that is found is it:

* whoever stands right before the name: 县公安局“夜巡”行动, 甲公司二期项目;
* the row that opens the clause: 县教育局、县妇联联合开展…, 甲镇扎实推进…, 王某组织实施…; a place acts where a verb of
  doing follows it;
* what 该局, 该镇, 村里 refers back to;
* in news, who acted in the sentence before in the same paragraph, else in the headline;
* the body that the document speaks for, else its place: the claim says that this follows from the context.

What somebody says that others should do (他强调，要…) has no subject of its own. What is only proposed runs nowhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import rjieba

from govgraph.model import Key
from govgraph.relate.backs import Backs
from govgraph.relate.drafts import Bound
from govgraph.relate.elsewhere import Elsewhere
from govgraph.relate.hosts import host, of_another_place, own_place, reported
from govgraph.relate.issuer import AUTHORS, Issuer
from govgraph.relate.naming import Register
from govgraph.relate.owners import DIVISIONS, OWNERS, Actor, Owners
from govgraph.relate.speakers import Speakers
from govgraph.relate.subjects import Subjects
from govgraph.seeds import Seeds

DOING = ("v", "d", "p", "ad")  # parts of speech that begin a predicate
OPENING = 2  # paragraphs of a piece that may name who it is about
NOUNS = "nmqsft"  # first letters of parts of speech that stand before a name
PREFIX = 6  # characters of a noun before a name
LEAD = 20  # characters of an adverbial before the subject
REACH = 12  # characters that are read for what follows a place, or stands before it


class Actors:
    """Finds the actors of one document, sentence by sentence."""

    def __init__(self, register: Register, issuer: Issuer, subjects: Subjects, seeds: Seeds) -> None:
        """Opening bodies come from ``subjects``, the last resort from the issuer."""
        self.register, self.issuer, self.subjects, self.seeds = register, issuer, subjects, seeds
        self.string = register.prose.text.string
        self.paragraphs = [p.start for p in register.prose.paragraphs]
        self.told = register.context.genre not in AUTHORS  # by somebody else: it names who acts
        self.owners = Owners(register, issuer, seeds)
        self.elsewhere = Elsewhere(self.string, self.owners, seeds)
        self.backs = Backs(register, self.owners, seeds)
        self.speakers = Speakers(register, subjects.titles, seeds)
        self.counts = seeds.pattern("actors.statistics").search(register.context.title) is not None
        self.topic: Actor | None = None
        self.headline: Actor | None = None
        self.opened = -1  # the paragraph that is being read
        self.piece = 0  # the paragraph that the piece of news begins with

    def sentence(self, start: int, end: int, bound: Sequence[Bound]) -> None:
        """Note who acts in a sentence, for those that follow it; call it after the sentence was read."""
        if not self.told or self.counts:
            return
        self._turn(start)
        rows = [row for row in self._rows(start, end, bound) if self._leading(start, row[0].start)]
        rows = [row for row in rows if row[0].start - 1 not in self.subjects.titles]  # 村书记|某某 does one thing
        rows = rows or [row for row in [self.elsewhere.agents(start, end, bound)] if row]
        if rows:
            self.topic = self._row(rows[0])
            if self.opened - self.piece <= OPENING and self.owners.attr(self.topic.keys[0], "kind") not in OWNERS:
                self.headline = self.headline or self.topic

    def of(self, start: int, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """Who runs the initiative that a sentence names; what a congress votes on its government carries out."""
        actor = self._together(self._named(start, item, bound), start, item, bound)
        voted = self.seeds.pattern("actors.voted").search(item.mention.name) is not None
        kinds = ("congress", *(DIVISIONS if actor and actor.certainty == "context" else ()))
        if actor is None or not voted or self.owners.attr(actor.keys[0], "kind") not in kinds:
            return actor
        government = self.issuer.make("government")
        return Actor((government,), actor.start, actor.end, "government implied", "context") if government else actor

    def _together(self, actor: Actor | None, start: int, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """With those that it acts together with: 县教育局与县妇联联合开展."""
        partners = self.subjects.partners(start, item.start, bound) if actor else []
        if actor is None or not partners:
            return actor
        keys = tuple(dict.fromkeys((*actor.keys, *(b.key for b in partners))))
        return Actor(keys, actor.start, actor.end, actor.rule, actor.certainty)

    def _named(self, start: int, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """Who stands in the sentence or before it, else the body that the document speaks for."""
        self._turn(start)
        owner = self.owners.before(item, bound)
        public = owner and owner.start == item.start and self.owners.attr(owner.keys[0], "kind") in OWNERS[1:]
        named = self._rows(start, item.start, bound) if public else []
        if named and public:
            return self._row(named[-1])  # 县政府…建设|县医院迁建项目
        if owner or self._visited(start, item):
            key = host(self.register, start, item, bound) if self.told and not owner else None
            low = max(start, item.start - LEAD)
            return Actor((key,), low, item.start, "host of visit", "context") if key else owner
        if self.issuer.kind == "government" and (self.issuer.speaks or not self.told):
            # In its report a semicolon ends what a subject does.
            start = max(start, self.string.rfind("；", start, item.start) + 1)
        rows = self._rows(start, item.start, bound)
        rows = [row for row in rows if not self._past(row, item.start)]
        if not self.told and self.seeds.pattern("actors.of_members").search(item.mention.name):
            rows = [row for row in rows if row[-1].key.kind == "Body"]
        low = rows[-1][-1].end if rows else start
        said = self.seeds.pattern("actors.speech").search(self.string, low, item.start)
        if any(
            self.seeds.pattern(f"actors.{how}").search(self.string, max(start, item.start - LEAD), item.start)
            for how in ("of_above", *(() if rows else ("taken_up",)))
        ):
            return None
        if said or (self._heads_clause(item) and not self._own(rows)):
            back = self.backs.of(said.end(), item.start) if said else None
            beside = None if rows else self._elsewhere(start, item, bound)
            other = back or beside or self._spoken(start, item)
            return None if said and said["proposal"] else other or self._implied(start, item, bound)
        reports = not self.told and self.issuer.kind == "government"
        office = self.issuer.speaks and self.issuer.kind != "government"
        whole = office and bool(rows) and rows[-1][-1].mention.form.startswith("全")
        itself = (reports or whole) and self._own(rows)  # 全市上下 in its report is who reports
        return (
            (self._row(rows[-1]) if rows and not itself else None)
            or (None if rows else self._elsewhere(start, item, bound))
            or self._back(start, item.start)
            or self._spoken(start, item)
            or self._carried(start)
            or self._implied(start, item, bound)
        )

    def _back(self, start: int, position: int) -> Actor | None:
        """Whom 该局 or 镇里 means; 县里 in the report of the county's government is who reports."""
        back, site = self.backs.of(start, position), self.register.context.site
        own = back is not None and site is not None and back.keys == (site.key,)
        return None if own and not self.told and self.issuer.kind == "government" else back

    def _elsewhere(self, start: int, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """Who is said to do it behind its name, in the midst of the sentence or in the clause that it leads up to."""
        row = self.elsewhere.made(item, bound) or (self.elsewhere.doing(item, bound) if self.told else [])
        begin = None if row else self.elsewhere.leads_up(start, item)
        if begin is not None:
            row = self.elsewhere.main(
                self._rows(begin, bound[-1].end if bound else begin, bound), begin, told=self.told
            )
        return None if not row or (not self.told and self._own([row])) else self._row(row)

    def _turn(self, start: int) -> None:
        """A new paragraph has no topic yet."""
        opened = bisect_right(self.paragraphs, start)
        if opened != self.opened:
            self.opened, self.topic = opened, None
            if self.seeds.pattern("actors.piece").match(self.string, start):
                self.piece, self.headline = opened, None

    def _leading(self, start: int, position: int) -> bool:
        """True for a subject at the beginning of its sentence, perhaps behind a byline and an adverbial."""
        byline = self.seeds.pattern("actors.byline").match(self.string, start, position)
        before = self.string[byline.end() if byline else start : position]
        return len(before) <= LEAD and before.count("，") < 2

    def _heads_clause(self, item: Bound) -> bool:
        """True where the initiative is itself the subject: ，甲项目建成投产, ，东山“甲”项目取得进展."""
        low = 1 + max(self.string.rfind(mark, 0, item.start) for mark in "，；。\n")
        if not self.string[low : item.start].strip():
            return True
        before = self.string[low : item.start].strip("“ \u3000")
        stands = self.seeds.pattern("actors.stands").match(self.string, item.end)
        return stands is not None and 0 < len(before) <= PREFIX and all(t[0] in NOUNS for _, t in rjieba.tag(before))

    def _past(self, row: Sequence[Bound], position: int) -> bool:
        """True of a school or hospital behind whose clause a semicolon stands, and of a body that was only founded."""
        listed = self.owners.attr(row[-1].key, "kind") in OWNERS[1:]
        between = self.string[row[-1].end : position]
        founded = not self.told and self.seeds.pattern("actors.founded").match(between)
        return (listed and "；" in between) or (bool(founded) and "，" in between)

    def _own(self, rows: Sequence[Sequence[Bound]]) -> bool:
        """True where the document's own place acts (全市): all that its clause tells is its own."""
        site = self.register.context.site
        return bool(rows) and site is not None and rows[-1][-1].key == site.key

    def _visited(self, start: int, item: Bound) -> bool:
        """True where somebody looks at the initiative: 视察甲项目, 甲工程实施情况."""
        low = max(start, item.start - LEAD)
        if self.string[item.start - 1 : item.start] == "、":  # one of a list
            low = max(start, *(self.string.rfind(mark, start, item.start) for mark in "，；。"))
        if self.seeds.pattern("actors.inspected").match(self.string[item.end : item.end + LEAD]):
            return True
        return self.seeds.pattern("actors.visit").search(self.string, low, item.start) is not None

    # -- the sentence ------------------------------------------------------------------------------------------------

    def _rows(self, start: int, position: int, bound: Sequence[Bound]) -> list[list[Bound]]:
        """The rows of names that open a clause and act, in order of the text."""
        names = [
            b for b in bound if start <= b.start and b.end <= position and b.key.kind in ("Body", "Place", "Person")
        ]
        names = [b for b in names if not any(_covers(o, b) for o in bound)]
        rows: list[list[Bound]] = []
        for name in names:
            if rows and rows[-1][-1].end == name.start and rows[-1][-1].key.kind == "Place":
                rows[-1][-1] = name._replace(start=rows[-1][-1].start)  # 甲县|乙镇 is one name
            elif rows and self._listed(rows[-1][-1], name):
                rows[-1].append(name)
            else:
                rows.append([name])
        return [row for row in rows if self.subjects.opens(row[0], start) and self._acts(row)]

    def _listed(self, before: Bound, name: Bound) -> bool:
        between = self.seeds.pattern("actors.listed").fullmatch(self.string, before.end, name.start)
        one = before.end == name.start and before.key.kind == name.key.kind == "Body"  # 县纪委|监委
        return "Person" not in (before.key.kind, name.key.kind) and (one or between is not None)

    def _acts(self, row: Sequence[Bound]) -> bool:
        """True where a predicate follows the row."""
        last = row[-1]
        more = self.seeds.pattern("actors.more").match(self.string, last.end)
        end = more.end() if more else last.end
        if last.key.kind == "Person":
            return self.seeds.pattern("actors.leads").match(self.string, end) is not None
        who = next((b for b in reversed(row) if self.owners.attr(b.key, "kind") != "media"), last)  # 甲公司联合县电视台
        if not self.subjects.ends_open(who, end) or self.string[end] in "、和及与（":
            return False
        spoken_of = self.seeds.pattern("actors.spoken_of").match(self.string, end)
        if last.key.kind == "Body" and self._works(last, end):
            return False
        if last.key.kind == "Body":  # 甲医院东院开诊, 甲项目、乙公司二期项目: what lengthens another name does not act
            lengthens = self.owners.attr(last.key, "kind") in OWNERS or self.string[row[0].start - 1] == "、"
            return not lengthens or self._predicate(end)
        return self.owners.division(last) and not spoken_of and self._predicate(end)

    def _works(self, body: Bound, end: int) -> bool:
        """True of what is built or grows itself: 甲铝业满产达产，乙基地建成; 甲污水处理厂; 推动|甲联络站…."""
        plant = self.seeds.pattern("actors.plant").search(body.mention.form)
        worked_on = self.owners.pushed(body)
        return worked_on or plant is not None or self.seeds.pattern("actors.itself").match(self.string, end) is not None

    def _predicate(self, position: int) -> bool:
        """True where a verb, an adverb or a preposition follows."""
        rest = self.string[position : position + REACH]
        if self.seeds.pattern("actors.predicate").match(rest):
            return True
        words = rjieba.tag(rest)
        return bool(words) and words[0][1].startswith(DOING) and words[0][1] != "vn"

    def _row(self, row: Sequence[Bound]) -> Actor:
        return Actor(tuple(dict.fromkeys(b.key for b in row)), row[0].start, row[-1].end, "subject of clause")

    # -- beyond the sentence -----------------------------------------------------------------------------------------

    def _spoken(self, start: int, item: Bound) -> Actor | None:
        """The group set up for it; or whose words they are: in news whoever is quoted, else who makes the statement."""
        speaker = self.speakers.of(start, item) if self.told else None
        return self.owners.group(item) or speaker or self.speakers.stated(start)

    def _carried(self, start: int) -> Actor | None:
        """Who acted before: in the paragraph, else in the headline; a sentence that begins with a year begins anew."""
        if self.seeds.pattern("actors.anew").match(self.string, start):
            return None
        before = self.topic or self.headline if self.told else None
        return Actor(before.keys, before.start, before.end, "subject carried on", "context") if before else None

    def _implied(self, start: int, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """The body that the document speaks for; news of a place tell what the place does."""
        key = self.issuer.make("government") if reported(self.register, item.start) else self._voice()
        if (
            key is None
            or item.mention.get("kind") == "national"
            or (self.told and of_another_place(self.register, item, bound))
        ):
            return None
        keys = (key, *(self.issuer.beside if key == self.issuer.key else ()))
        return Actor(keys, max(start, item.start - 30), item.start, "issuer implied", "context")

    def _voice(self) -> Key | None:
        key = None if self.counts else self.issuer.key
        if self.issuer.township is not None and not self.issuer.speaks:
            return self.issuer.township
        if key is not None and (self.issuer.speaks or not self.told) and self._met(key):
            return key
        return own_place(self.register)

    def _met(self, key: Key) -> bool:
        """True for what the document names, under whatever name."""
        draft = self.register.drafts.get(key)
        return draft is not None and draft.first is not None


def _covers(outer: Bound, inner: Bound) -> bool:
    """True for a name inside a longer one, and for a place that stands for a body (甲街道、乙街道人大工委)."""
    if outer.key.kind not in ("Body", "Initiative", "Instrument", "Meeting"):
        return False
    inside = outer.start <= inner.start and inner.end <= outer.end
    longer = outer.end - outer.start > inner.end - inner.start
    return inside and (longer or (inner.key.kind == "Place" and outer.key.kind == "Body"))
