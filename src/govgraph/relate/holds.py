"""Who holds which post: titles before and after names, acts of appointment and removal, rosters.

* 磐石市第五中学党支部书记、校长潘太东: the titles in front of a name, each with its body (``title before``).
* 栗战书委员长, 姜浩委员: a title behind the name (``title after``).

Acts are read by :mod:`govgraph.relate.appointments`, rosters by :mod:`govgraph.relate.rosters`; both write here.
A title that implies its body (市长) gets it from ``seeds/words/implied_bodies.csv``, others stay without one where the
text gives none. 代表 and 委员 take the congress or the CPPCC that the document is of.
"""

from __future__ import annotations

from govgraph import grid
from govgraph.model import Claim, Key, Mention
from govgraph.relate import lower, settling
from govgraph.relate.congresses import elected
from govgraph.relate.days import point
from govgraph.relate.drafts import Bound
from govgraph.relate.issuer import TEMPLATES, Issuer
from govgraph.relate.naming import IMPLIED, Register
from govgraph.relate.quoting import quote
from govgraph.relate.seats import Seats
from govgraph.relate.sites import CLASSES, answers
from govgraph.relate.tokens import Held, Row, Token
from govgraph.seeds import Seeds, Word

LOCAL = ("镇|乡", "村|社区")  # kinds of implied bodies that are below every place of a document's own
BLANKS = (" ", "\u3000")
COLUMN = ("  ", "\u3000\u3000", " \u3000", "\u3000 ")  # what sets columns side by side apart
LEAD = 16  # characters between a title and a name


class Holdings:
    """Collects the tenures of one document."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """``register`` names things, ``issuer`` says whose congress 代表 means."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.led = grid.led(self.string, register.prose.paragraphs, seeds)
        self.implied: dict[str, Word] = {w.form: w for w in seeds.words("implied_bodies")}
        self.local = frozenset(form for form, word in self.implied.items() if word.kind in LOCAL)
        self.seated = frozenset(form for form, word in self.implied.items() if word.kind != "own")
        self.places = {b.end: b for b in register.bound if b.key.kind == "Place" and b.mention.kind == "place"}
        self.starts = {end: place.start for end, place in self.places.items()}
        self.seats = Seats(register, issuer, seeds)
        self.seat: Key | None = None  # the body of the last title in the sentence
        self.chiefs = lower.Chiefs(self.string)
        self.listed = False  # the title at hand goes on a list of people with titles
        self.named = False  # the title at hand stands right behind a name
        self.claims: list[Claim] = []

    def row(self, tokens: list[Token]) -> Row:
        """The tokens of a sentence in a row."""
        return Row(self.string, tokens, self.seeds, self.seated, self.starts, self.led)

    def sentence(self, row: Row, groups: list[list[Token]], end: int) -> None:
        """Read the titles around the names of one sentence."""
        self.seat, behind = None, -1
        for group in groups:
            self._before(row, group, behind)
            behind = group[-1].end
            self.listed = False
            self._after(row, group, end)
            for person in group:
                self._beside(row, person, group, end)

    def _before(self, row: Row, group: list[Token], behind: int) -> None:
        titles = row.titles_before(self.opening(group[0].start))
        if titles and behind >= 0:
            first = min(token.start for token in (titles[0].post, titles[0].body) if token)
            self.listed = self.seeds.pattern("posts.listing").fullmatch(self.string, behind, first) is not None
        for held in titles:
            for person in row.holders(held, group):
                self.hold(person, held, "title before")

    def opening(self, position: int) -> int:
        """Where a title ends that leads to a name: before 组长：王某, 县长为王某, 政协委员、作家王某."""
        link = self.seeds.pattern("posts.lead").search(self.string[max(0, position - LEAD) : position])
        return position - len(link[0]) if link else position

    def _after(self, row: Row, group: list[Token], end: int) -> None:
        last = group[-1]
        if self.seeds.pattern("acts.removing").search(self.string, max(0, group[0].start - LEAD), group[0].start):
            return  # 免去张三同志某中学校长职务: what an act says
        match = self.seeds.pattern("posts.honorific").match(self.string, last.end, end)
        at = match.end() if match else last.end
        post = row.post_beginning(at)
        if post is None or (post.start > last.end and self._leads(row, post)):
            held = row.seated_at(at) if post is None and at > last.end else None  # 等3名|县人大|代表
        else:
            held = Held(post, row.body_before(group[0].start))
        if held is not None:
            shared = held.post.mention.name in self.seeds.forms("shared_titles")
            for person in group if shared else [last]:
                self.hold(person, held, "title after")

    def _leads(self, row: Row, post: Token) -> bool:
        """A title set off on both sides is that of the name behind it: 县长　甲　副县长　乙."""
        blank = self.seeds.pattern("posts.set_off").match(self.string, post.end)
        line = self.string.rfind("\n", 0, post.start) + 1
        if blank is None and self.string[post.start - 1 : post.start] in BLANKS and not row.columns(post.start):
            return any(person.start == post.end for person in row.people)  # 县长甲　副县长|乙
        if blank is None or any(not self.string[line : person.start].strip() for person in row.people):
            return False  # a line that opens with a name goes on with names and titles in that order
        vacant = self.seeds.pattern("posts.vacant").match(self.string, post.end) is not None
        return vacant or any(person.start == blank.end() and person.start not in row.led for person in row.people)

    def _beside(self, row: Row, person: Token, group: list[Token], end: int) -> None:
        """Titles set off behind a name: 薛峰   县委副书记、县长; 王吉（市委副书记、市长）."""
        gap = self.seeds.pattern("acts.beside").match(self.string, person.end, end)
        before = self.string[max(0, group[0].start - 1) : group[0].start]
        noted = gap is not None and gap[0].count("（") > gap[0].count("）")  # the titles stand in it
        if gap is None or not (noted or person == group[-1]):
            return
        if (gap[0] == " " or gap[0].endswith("）")) and before not in ("", "\n", "："):
            return
        stop = self.string.find("）" if noted else "\n", gap.end(), end)
        stop = stop if stop >= 0 else end
        others = [p.start for p in row.posts if self._leads(row, p)] + sorted(row.led)
        others += [p.start for p in row.people if self.string.endswith(COLUMN, 0, p.start)]
        stop = min((other for other in others if gap.end() <= other < stop), default=stop)
        behind = [t for t in (*row.bodies, *row.posts) if gap.end() <= t.start and t.end <= stop]
        first = min((t.start for t in behind), default=-1)
        party = self.seeds.pattern("posts.party_lead").fullmatch(self.string, gap.end(), max(first, gap.end()))
        if not party and gap.end() not in (first, self.starts.get(first), self.starts.get(first + 1)):  # 白沙镇|镇长
            return
        for held in row.titles_between(gap.end(), stop):
            self.hold(person, held, "title beside")

    def hold(
        self,
        person: Token,
        held: Held,
        rule: str,
        status: str = "",
        certainty: str = "stated",
        start: int | None = None,
        term: str = "",
    ) -> None:
        """Write one tenure; 校友代表 is none."""
        if person.key is None or held.post.mention.get("speaks_for"):
            return
        self.named = held.body is None and person.end == held.post.start
        body, by_context = self._body(held)
        self.seat = body if held.body is not None else body or self.seat
        self.chiefs.note(held.post, max(person.end, held.post.end), body)
        leads = held.body or (None if by_context else self._place(held.post))
        low = min(t for t in (person.start, held.post.start, leads.start if leads else None, start) if t is not None)
        high = max(person.end, held.post.end)
        spans = [(low, high)] if rule != "roster" else [(held.post.start, held.post.end), (person.start, person.end)]
        evidence = tuple(e for a, b in spans for e in quote(self.register.prose, a, b))
        in_office = "" if rule in ("career", "act", "title after") else person.mention.get("term")
        years = [point(part) for part in (term or in_office or "/").split("/")]
        self.claims.append(
            Claim(
                person.key,
                "holds",
                self.post(held, body),
                evidence,
                rule,
                "context" if by_context else certainty,
                status or held.post.mention.get("status"),
                self.register.days.at(min(person.start, held.post.start)),
                years[0],
                years[-1],
            )
        )

    def settled(self) -> list[Claim]:
        """All tenures, each in the body that the person is said to hold it in."""
        return settling.settled(self.claims, self.register)

    def _body(self, held: Held) -> tuple[Key | None, bool]:
        """The body of a title, and whether context had to supply it."""
        mention = held.post.mention
        if mention.name in self.local and (key := self._local(mention)) is not None:
            return key, True
        if held.body is not None:
            return self.seats.around(held.post, held.body), False
        if (branch := lower.branch(self.register, held.post, self.places, self.seeds)) is not None:
            return branch, False
        if (said := self.seats.said(held.post)) is not None:
            return said, True
        word = self._implied(held.post)
        if word is not None and word.kind == "none":
            return None, False
        if word is not None and word.kind == "nation" and (begun := self.seats.founded(held.post)) is not None:
            return begun, True  # 委员长 of a committee that the text has just founded
        if word is not None and not (self.named or self._of_nation(word)):
            return self.seats.of(held.post, self.seat, self.listed, self.named), True
        if word is not None:
            place = self._place(held.post)
            beside = self._beside_equal(held.post, word.kind) if place is None and word.kind in CLASSES else ""
            made = self.imply(mention, word._replace(kind=beside) if beside else word, place)
            if made is not None:
                return made, place is None
        member = self.issuer.membership(mention)
        if member is not None and (own := self.seats.headed.of(held.post)) is not None:
            return self.seats.founded(held.post) or own, True
        seat = self.chiefs.of(held.post) or self.seat
        return member or self.seats.of(held.post, seat, self.listed, self.named), True

    def _of_nation(self, word: Word) -> bool:
        """False of the 委员长 of a county's council or union, in a paper that never names the nation's body."""
        site = self.register.context.site
        local = word.form.endswith("委员长") and site is not None and not site.national
        return not local or any(b.key.name == word.canonical for b in self.register.bound)

    def _implied(self, post: Token) -> Word | None:
        """What a title says of its body: 市长, 自治区主席."""
        return self.implied.get(post.mention.name) or self.implied.get(post.mention.get("head"))

    def _local(self, mention: Mention) -> Key | None:
        """The body of a title that only townships or villages have: 人大主席, 村主任."""
        word = self.implied[mention.name]
        nearest = [self.register.townships.nearest(c, mention.start) for c in word.kind.split("|")]
        named = max(filter(None, nearest), key=lambda name: self.string.rfind(name, 0, mention.start + 1), default="")
        return self.imply(mention, word._replace(kind=named)) if named else None

    def _beside_equal(self, post: Token, written: str) -> str:
        """The place of the office right before: 河南省副省长、|代理省长; 某市委副书记、|市长; 某市委书记某、|市长."""
        home = self.register.homes.get(self.seat) if self.seat else None
        before = self.string[max(0, post.start - LEAD) : post.start]
        beside = (self.listed and before.endswith("、")) or self.seeds.pattern("posts.goes_on").search(before)
        equal = home.full if beside and home and answers(home.bare, written) else ""
        return equal or elected(self.register, post.start, written)

    def _place(self, post: Token) -> Bound | None:
        """The place right before a title, which says whose it is: 舒兰市|市长, 舒兰市|长."""
        found = self.places.get(post.start) or self.places.get(post.start + 1)
        word = self._implied(post)
        return found if found and word and word.kind in CLASSES and answers(found.mention.name, word.kind) else None

    def imply(self, mention: Mention, word: Word, place: Bound | None = None) -> Key | None:
        """The body that a title carries in itself: 市长 → the people's government of the 市, of the place before it."""
        written = {"nation": "全国", "own": ""}.get(word.kind, word.kind)
        if place is not None:
            known = self.register.seeds.gazetteer.by_code(place.key.name)
            written = self.register.seeds.gazetteer.full_name(known.code) if known else place.mention.name
        elif written in CLASSES and self.register.sites.resolve(written) is None:
            home = self.register.homes.get(self.seat) if self.seat else None
            nearest = self.register.townships.nearest(written, mention.start)
            written = home.full if home and answers(home.bare, written) else nearest or written
        made = Mention(
            mention.start,
            mention.end,
            "body",
            mention.form,
            mention.name,
            IMPLIED,
            attrs=(("full", word.canonical), ("jurisdiction", written)),
        )
        key = self._seated(made) or self.register.identify(made)
        return self.register.bind(mention, key, form=False) if key else None

    def _seated(self, made: Mention) -> Key | None:
        """The government that the document itself names for the place (人民委员会 in a chronicle)."""
        site = self.register.site(made)
        if made.get("full") != TEMPLATES["government"] or site is None:
            return None
        named = [k for k, home in self.register.homes.items() if home.key == site.key and k in self.register.drafts]
        ruling = {site.full + form for form in self.seeds.forms("grammar", "ruling")}
        governing = [k for k in named if k.name in ruling]
        return max(governing, key=lambda k: (k.name.endswith("人民政府"), k), default=None)

    def says_body(self, post: Token) -> bool:
        """True for a role in a group and for a title that carries its body (县长): no heading above need tell it."""
        return post.mention.name in self.seats.roles or bool(
            {post.mention.name, post.mention.get("head")} & self.seated
        )

    def suits(self, post: Token, body: Token | None) -> bool:
        """False of a heading above a roster that cannot be the body of the title: 检察长 below 人大常委会：."""
        return body is None or self.seats.suits(post, body.key)

    def post(self, held: Held, body: Key | None) -> Key:
        """The post of a title in a body, with its label: 吉林市人民政府市长."""
        title = held.post.mention.get("acting") + lower.bare(held, self.places, self.seeds)
        label = (self.register.drafts[body].label if body else "") + title
        scope = f"{body.kind}|{body.name}|{body.scope}" if body else ""
        key = self.register.thing(Key("Post", label, scope), label, title=title)
        self.register.bind(held.post.mention, key, form=False)
        if body:
            self.register.posts[key] = body
        return key
