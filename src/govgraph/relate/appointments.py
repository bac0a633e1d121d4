"""Acts of appointment and removal, and the offices that a life or a public notice tells of.

* 任命甲为…, 免去乙的…职务, 选举…为, 接受…辞去: a verb, people, a link, titles (``act``). One verb governs a row of
  people: 任命甲为…，乙为…; as a heading (任命：) it governs the lines below it, up to the first that is no such row.
* 甲、乙分别任…、…: as many offices as people, in order (``act``).
* 任命甲为…，兼任…; 免去其…职务: further offices of the same people (``act``).
* 甲，男，1970年生，历任…，现任…，拟任…: what a paragraph or clause that opens with a name says of it, and what the
  paragraphs and lines (1998年 某校校长) below such an opening say (``career``).

另有任用, 任期, 任务 are no acts; an office that a clause gives to somebody else named in it is not read twice.
"""

from __future__ import annotations

from bisect import bisect_right

from govgraph.model import Key
from govgraph.relate.holds import Holdings
from govgraph.relate.phrases import Phrases
from govgraph.relate.tokens import Row, Token
from govgraph.seeds import Seeds

# How far before a list of names its verb may begin: 决定任命, 同意接受, 补充任命.
VERB_REACH = 12
# A line that may stand between a heading such as 任命： and its rows: a number, the name of a court.
SHORT, HEADING = 16, 60  # and the longest line that may be such a heading
CEASED = "removed"  # from offices that end with another
APPOINTED = "appointed"  # what a decision does whose rows say 为 alone
BLANKS = (" ", "\u3000", "\n")  # behind a name in a table, not in a sentence
LINE = 40  # the longest line of offices without years
APART = "。；\n"


class Appointments:
    """Reads acts sentence by sentence; remembers what the last verb does and of whom the paragraph speaks."""

    def __init__(self, holdings: Holdings, seeds: Seeds) -> None:
        """``holdings`` writes the tenures down."""
        self.holdings, self.seeds, self.string = holdings, seeds, holdings.string
        self.phrases = Phrases(holdings, seeds)
        self.starts = [paragraph.start for paragraph in holdings.register.prose.paragraphs]
        self.carried = ""  # what the last verb of appointing does
        self.heading = False  # it stands above its rows
        self.paragraph = -1
        self.told: list[Token] = []  # of whom the last act in the paragraph speaks
        self.topic: list[Token] = []  # with whom the paragraph opens
        self.subject: list[Token] = []  # whose life is told, over its paragraphs
        self.rows = False  # in lines of years and offices
        self.met: dict[Key | None, Token] = {}  # who was named in the paragraph

    def sentence(self, row: Row, groups: list[list[Token]], start: int, end: int) -> None:
        """Read one sentence."""
        self._settle(groups, start, end)
        self.holdings.seat = None
        for index in range(len(groups)):
            edge = next((group[0].start for group in groups[index + 1 :] if self._link(group, end)), end)
            if not self._act(row, self._chained(row, groups, index, end), start, edge):
                self._being(row, groups[index], edge)
        for match in self.seeds.pattern("acts.his").finditer(self.string, start, end) if groups or self.told else ():
            before = [group for group in groups if group[-1].end <= match.start()]
            status = CEASED if match["ceased"] else self._status(match[0])
            seat = self._just_told(row, start, match.start())
            self._titles(row, before[-1] if before else self.told, match.end(), end, status, seat=seat)
        self._respectively(row, groups, start, end)
        self._resume(row, groups, start, end)
        self._career(row, groups, start, end)
        self._in_post(row, groups, start, end)
        self.told = groups[-1] if groups else self.told

    def _just_told(self, row: Row, start: int, end: int) -> Token | None:
        """The body of the office given in the clause before: 任命甲为某局|局长，免去其|副局长职务."""
        posts = [post for post in row.posts if start <= post.start and post.end <= end]
        return row.body_of(posts[-1]) if posts else None

    def _settle(self, groups: list[list[Token]], start: int, end: int) -> None:
        """What is still true of the sentence before: a verb in a heading, or in a row of the same list."""
        paragraph = bisect_right(self.starts, start)
        rows = any(self._opens(group, start) and self._link(group, end) for group in groups[:1])
        heading = end - start <= HEADING and self.seeds.pattern("acts.heading").search(self.string[start:end])
        if heading:
            self.carried, self.heading = self._status(heading[0]) or APPOINTED, True
        elif not rows and not (self.heading and end - start <= SHORT):
            self.carried, self.heading = "", False
        if paragraph != self.paragraph:
            self.paragraph, self.told = paragraph, []
            self._open(groups, start, end)
            self.met = {person.key: person for person in self.topic}
        elif groups and self._lives(groups[0], start, end):
            self.topic = groups[0][:1]
        self.met |= {person.key: person for group in groups for person in group}

    def _open(self, groups: list[list[Token]], start: int, end: int) -> None:
        """Whom a new paragraph speaks of: its first name, else whose life is being told."""
        opens = groups and self._opens(groups[0], start)
        life = bool(groups) and self._lives(groups[0], start, end)
        tabled = opens and self.string.startswith(BLANKS, groups[0][0].end)
        told = self.seeds.pattern("acts.introduced").match(self.string, groups[0][0].end, end) if groups else None
        self.topic = groups[0][:1] if life or told or (opens and not tabled) else []
        if life:
            self.subject, self.rows = self.topic, False
        elif groups and groups[0][0].key != (self.subject[0].key if self.subject else None):
            self.subject = []
        if not groups and len(self.met) == 1 and self.seeds.pattern("acts.pronoun").match(self.string[start:end]):
            self.topic = list(self.met.values())
        self.topic = self.topic or ([] if groups else self.subject)

    def _lives(self, group: list[Token], start: int, end: int) -> bool:
        """A sentence opens with a name and tells a life: 甲，1970年生，…."""
        told = self.seeds.pattern("acts.life").search(self.string[group[0].end : end])
        return self._opens(group, start) and bool(
            told or self.seeds.pattern("acts.card").search(self.string[start:end])
        )

    def _opens(self, group: list[Token], start: int) -> bool:
        """A list of names is the first thing in a sentence, perhaps behind a number."""
        return self.seeds.pattern("acts.opening").search(self.string[start : group[0].start]) is not None

    def _link(self, group: list[Token], end: int) -> str:
        link = self.seeds.pattern("acts.link").match(self.string, group[-1].end, end)
        return link[0] if link else ""

    def _chained(self, row: Row, groups: list[list[Token]], index: int, end: int) -> list[Token]:
        """All who share a verb: 副县长甲、乙，局长丙任副组长; each list ends where the titles of the next begin."""
        people = groups[index]
        for before in reversed(groups[:index]):
            first = row.first_title(people[0].start)
            if (
                first == people[0].start
                or not self.seeds.pattern("posts.listing").fullmatch(self.string, before[-1].end, first)
                or self._link(before, end)
            ):
                break
            people = [*before, *people]
        link = self._link(people, end)
        closed = self.seeds.pattern("acts.closed").match(self.string, people[-1].end, end) is not None
        return people if closed or link in self.seeds.forms("grammar", "chaining") else groups[index]

    def _act(self, row: Row, group: list[Token], start: int, end: int) -> bool:
        """为, 任, 的…职务 and their kin behind a list of names, with the verb in front of it; False where none is."""
        link = self.seeds.pattern("acts.link").match(self.string, group[-1].end, end)
        if link is None:
            return False
        low = max(start, group[0].start - VERB_REACH)
        verb = self.seeds.pattern("acts.verb").search(self.string[low : group[0].start])
        status = self._status(verb[0]) if verb else ""
        if verb and verb["act"]:
            self.carried = status
        made = link[0].endswith(tuple(self.seeds.forms("grammar", "chaining")))  # 免去甲的…职务；乙|为…
        carried = APPOINTED if made and self.carried == CEASED else self.carried
        status = status or self._status(link[0]) or (APPOINTED if verb and verb["decided"] else carried)
        if not status and self.seeds.pattern("acts.ceasing").match(self.string, link.end(), end):
            status = CEASED
        now = self.seeds.pattern("acts.in_office").search(link[0])
        if not (status or now) or self._charged(row, group, link[0], status):
            return bool(status or now)
        stops = "lifelong" if self._status(link[0]) == "former" else "stop"
        at = self._titles(row, group, link.end(), end, status, low + verb.start() if verb else None, stops=stops)
        while more := self.seeds.pattern("acts.more").match(self.string, at, end):
            at = self._titles(row, group, more.end(), end, self._status(more[0]) or status)
        return True

    def _being(self, row: Row, group: list[Token], end: int) -> None:
        """是 or 为 behind a name and nothing but bodies and titles up to the next pause: 某人为议长."""
        link = self.seeds.pattern("acts.being").match(self.string, group[-1].end, end)
        if link and (
            self.phrases.goes_on(row, link.end(), end) or (link["made"] and self.phrases.only(row, link.end(), end))
        ):
            self._titles(row, group, link.end(), end, "", rule="career")

    def _titles(
        self,
        row: Row,
        group: list[Token],
        start: int,
        end: int,
        status: str,
        verb: int | None = None,
        rule: str = "act",
        stops: str = "stop",
        seat: Token | None = None,
        term: str = "",
    ) -> int:
        """Hold the titles from a position to where the phrase ends, and say where that is."""
        end = self.phrases.apart(row, start, self.phrases.end(row, start, end, stops))
        for held in row.titles_between(start, end, seat):
            for person in group:
                self.holdings.hold(person, held, rule, status, start=verb, term=term)
        return end

    def _respectively(self, row: Row, groups: list[list[Token]], start: int, end: int) -> None:
        """甲、乙分别任…、…: each has one of the offices; nothing where they are not as many as the people."""
        for match in self.seeds.pattern("acts.respectively").finditer(self.string, start, end) if groups else ():
            before = [group for group in groups if group[-1].end <= match.start()]
            stop = self.seeds.pattern("acts.stop").search(self.string, match.end(), end)
            offices = list(row.titles_between(match.end(), stop.start() if stop else end))
            people = row.titled(before)
            people = people if len(people) == len(offices) else before[-1] if before else []
            if len(people) == len(offices) > 1:
                low = max(start, people[0].start - VERB_REACH)
                verb = self.seeds.pattern("acts.verb").search(self.string, low, people[0].start)
                status = self._status(match[0]) or self._status(verb[0] if verb else "")
                status = "former" if match["before"] else status
                for person, held in zip(people, offices, strict=True):
                    self.holdings.hold(person, held, "act", status)

    def _charged(self, row: Row, group: list[Token], link: str, status: str) -> bool:
        """市长由某人担任: the title stands in front, and the link behind the name only closes the phrase."""
        at = min(
            (t.start for held in row.titles_before(group[0].start) for t in (held.body, held.post) if t), default=-1
        )
        at = at if at >= 0 else group[0].start  # 副主任由|武装部政委|某人兼任
        by = self.seeds.pattern("acts.by").search(self.string, max(0, at - 4), at)
        held = row.titles_before(by.start()) if by and by.end() == at and "任" in link else []
        for item in held:
            for person in group:
                self.holdings.hold(person, item, "act", status)
        return bool(held)

    def _career(self, row: Row, groups: list[list[Token]], start: int, end: int) -> None:
        """现任, 历任, 拟任 at the head of a clause, said of whoever opens the sentence, the paragraph or the life."""
        told = groups or self.topic
        for match in self.seeds.pattern("acts.career").finditer(self.string, start, end) if told else ():
            before = [person for group in groups for person in group if person.end <= match.start()]
            opens = before and self._opens(before, start) and not self.string.startswith(BLANKS, before[0].end)
            topic = [before[0]] if opens or self._alone(before, match.start()) else self.topic
            own = self._own_clause(before, match.start())
            topic = own or topic
            if (
                topic
                and (own or len(before) <= (topic[0].start >= start))
                and not self._leads(row, groups, match.end())
            ):
                status = self._status(match["verb"])
                seat = row.body_in(*match.span("where")) if match["where"] else None
                stops = "lifelong" if status == "former" else "stop"
                self._titles(row, topic, match.end(), end, status, rule="career", stops=stops, seat=seat)
                if status == "proposed":
                    self._at_present(row, topic, start, match.start())

    def _at_present(self, row: Row, topic: list[Token], start: int, end: int) -> None:
        """The offices in the clause before 拟任, which a notice gives without a verb: 某局副局长，|拟任某局局长."""
        pauses = self.seeds.pattern("acts.pause_of_card").finditer(self.string, start, end - 1)
        low = max((pause.end() for pause in pauses), default=end)
        if low < end and self.phrases.goes_on(row, low, end - 1):
            self._titles(row, topic, low, end - 1, "", rule="career")

    def _leads(self, row: Row, groups: list[list[Token]], at: int) -> bool:
        """The offices behind a verb are those of a name behind them: 时任某县县长的|某人, 现任某局局长|某人."""
        behind = next((group[0] for group in groups if group[0].start > at), None)
        held = row.titles_before(self.holdings.opening(behind.start)) if behind else []
        low = min((token.start for item in held for token in (item.body, item.post) if token), default=-1)
        verb = self.seeds.pattern("acts.career").search(self.string, at, max(low, at))
        return low >= at and not verb and not any(mark in self.string[at:low] for mark in APART)

    def _own_clause(self, before: list[Token], at: int) -> list[Token]:
        """The name that opens the clause of a list of lives: 甲，现任…；|乙，现任…."""
        opens = before and self.string.startswith("；", before[-1].start - 1)
        return before[-1:] if opens and "；" not in self.string[before[-1].end : at] else []

    def _alone(self, before: list[Token], at: int) -> bool:
        """The one name of the sentence so far, of whom nothing is said that gives somebody else the office."""
        return len(before) == 1 and not self.seeds.pattern("acts.reported").search(self.string, before[0].end, at)

    def _in_post(self, row: Row, groups: list[list[Token]], start: int, end: int) -> None:
        """在某局局长任上: the office of whoever is named behind, right before, or of whom the text speaks."""
        for match in self.seeds.pattern("acts.in_post").finditer(self.string, start, end):
            titles = row.titles_before(match.start())
            low = min((t.start for held in titles for t in (held.post, held.body) if t), default=start)
            before = [group for group in groups if group[-1].end <= low]
            behind = [group for group in groups if match["of"] and group[0].start == match.end()]
            people = next((group[-1:] for group in (*behind, *before[-1:])), self.topic)
            for held in titles:
                for person in people:
                    self.holdings.hold(person, held, "career", "former")
            if match["next"] and titles and people:
                self._titles(row, people, match.end(), end, APPOINTED, rule="career")

    def _resume(self, row: Row, groups: list[list[Token]], start: int, end: int) -> None:
        """A line of a life: years and offices, or the offices alone below such lines."""
        if not self.subject:
            return
        line = self.seeds.pattern("acts.resume").search(self.string[start:end])
        self.rows = bool(line) or (self.rows and end - start <= LINE)
        verb = self.seeds.pattern("acts.career").search(self.string, start, end)
        if groups or not self.rows or verb or start not in self.starts:
            return
        term = f"{line['from']}/{line['to'] or ''}" if line else ""
        at = start + line.end() if line else start
        self._titles(row, self.subject, at, end, "", rule="career", stops="lifelong", term=term)

    def _status(self, words: str) -> str:
        """What the longest verb in some words makes of the tenure; empty where nothing happens."""
        verbs = [entry for entry in self.seeds.words("act_verbs") if entry.form in words]
        return max(verbs, key=lambda entry: len(entry.form)).kind if verbs else ""
