"""The body that a bare title leans on, when neither the words before it nor the title itself name one.

* 办公室主任 below a leading group: the group's office.
* 组长, 成员 and other roles: the group named last.
* 局长, 校长, 董事长: the body of that noun (局, 学校, 公司) named last and near, else the author of the paper.
* 厅党组书记 in a department's own paper: the department.
* 甲任书记, right behind the founding of a body (某委员会成立：, 大会产生某理事会，): the body that begins.
* 法院院长 of no place: the court of the document's county.
* 党委副书记 close behind a township: the party of the township.
* 副书记 in a row that tells years, in a table headed 某县委历届领导任职情况表: the body of the heading.
* 会议选举甲为主任: the body whose meeting elects (:mod:`govgraph.relate.electing`).
* 执行主席, 主席团常务主席: the congress or conference whose session the text tells of.
* 副主任 and other deputies, and whoever goes on a list: the body of the title before.

A title right behind other words (某某所所长, whose body nobody found) leans on nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from govgraph.model import Key, Mention
from govgraph.relate import electing, lower, offices
from govgraph.relate.congresses import Congresses
from govgraph.relate.drafts import Bound
from govgraph.relate.headed import Headed
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import IMPLIED, Register
from govgraph.relate.tokens import Token
from govgraph.seeds import Seeds

OFFICE, COMMITTEE = "办公室", "委员会"
LEADING = ("party", "congress", "cppcc", "government")
CLAUSE = ("", "\n", "，", "。", "；", "：", "\u3000")
# Kinds of institutions by the word for themselves in their papers.
HOUSES = {"school": ("university", "school"), "house": ("hospital", "university"), "company": ("enterprise",)}
CLUBS = ("association", "cppcc", "congress")  # bodies that have chairmen
BEFORE = 4  # characters before a title that say whether it is bare
FOUNDED = 120  # characters behind the founding of a body in which bare titles are in it
PARTY, TOWN = "中国共产党{J}委员会", "3"  # and the rank of the classes of townships
OTHERS = ("enterprise", "school", "hospital", "university", "department", "court", "procuratorate", "military")
WIDER = "00"  # the end of the code of a division above the counties
COURT = 8  # characters before a title in which its court is named
BARE = "body.bare"  # the rule of 党委 and the like without whose
TOLD = 160  # characters behind a township in which 党委 is its party
TABLE = 2000  # characters between the heading of a table and a row
AMONG, STOP = 3, "。"  # bodies of the sentence that are looked at, and its end
END = "。；：，"  # a line that ends so is no row
COURTS = ("court", "procuratorate")
NEAR = 400  # characters between a body and a title that leans on it


class Seats:
    """Finds bodies for bare titles in one document."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """Looks at the bodies that the register has named."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.bodies = sorted(b for b in register.bound if b.mention.kind == "body" and b.key.kind == "Body")
        self.starts = [b.start for b in self.bodies]
        groups = tuple(seeds.forms("grammar", "group"))  # bodies whose members have roles, not posts
        self.groups = [b for b in self.bodies if b.key.name.endswith(groups) or self._manned(b)]
        self.roles = seeds.forms("group_roles")
        self.deputies = seeds.forms("deputy_titles")
        self.tails = {w.form: tuple(w.canonical.split("|")) for w in seeds.words("title_homes")}
        self.author, self.house = self._author(), self._institution()
        self.club = self._association()
        self.headed = Headed(register, seeds)

    def of(self, post: Token, seat: Key | None, listed: bool, named: bool = False) -> Key | None:
        """The body of a bare title, of which ``named`` says that a name stands right before.

        ``seat`` is the body of the title before, ``listed`` says that a list goes on.
        """
        mention = post.mention
        chairs = self.seeds.pattern("posts.presidium").match(mention.name)
        if chairs or (own := self._court(post) or self._tabled(post)) is not None:
            return self._assembly(post) if chairs else own
        if mention.name in self.roles or (
            self.seeds.pattern("posts.of_committee").match(mention.name) and self._led(post)
        ):
            return self._group(post)
        if (own := self._office(post) or offices.own(self.register, post, seat, self.seeds)) is not None:
            return own
        if not named and not self.seeds.pattern("posts.bare").search(
            self.string[max(0, post.start - BEFORE) : post.start]
        ):
            return None
        if listed and seat and self.suits(post, seat):
            return lower.party(self.register, post, seat, self.seeds) or seat
        if (town := self._town(post)) is not None:
            return town
        follows = listed or mention.name in self.deputies
        if follows and (beside := lower.party(self.register, post, seat, self.seeds)) is not None:
            return beside
        seat = seat if follows and self.suits(post, seat) else None
        if seat is None and (own := electing.body(self.register, post, self.seeds)) is not None:
            return own
        return self._kin(post) or seat or self.founded(post) or self.headed.of(post) or self._house(post)

    def said(self, post: Token) -> Key | None:
        """The body named last of the kind that stands for it: 该院|党组书记."""
        return offices.said(self.register, post, self._before(post.start), self.seeds)

    def _assembly(self, post: Token) -> Key | None:
        """The congress or conference of the session named last before one who presides over it, else of the first."""
        session = self.seeds.pattern("posts.session")
        told = [b for b in self.register.bound if b.key.kind == "Meeting" and session.search(b.key.name)]
        meeting = max((b for b in told if b.start < post.start), key=lambda b: b.end, default=None)
        meeting = meeting or min(told, key=lambda b: b.start, default=None)
        return Congresses(self.register, self.seeds).presided(meeting.key.name) if meeting else None

    def _court(self, post: Token) -> Key | None:
        """The court or procuratorate of the document's own county, named without it: 法院|院长, 人民检察院|检察长."""
        bare = self.seeds.pattern("posts.own_court").search(self.string, max(0, post.start - COURT), post.start)
        site = self.register.context.site
        if bare is None or site is None or not site.code or site.code.endswith(WIDER):
            return None
        kind, form = "procuratorate" if bare["procuratorate"] else "court", bare["name"]
        key = self.issuer.make(kind, "{J}人民" + bare["what"], "{J}" + bare["what"])
        mention = Mention(bare.start("name"), bare.end("name"), "body", form, form, "own court")
        return self.register.bind(mention, key, form=False) if key else None

    def _tabled(self, post: Token) -> Key | None:
        """The body that the heading of a table names, in a row of it that tells from when to when."""
        low = self.string.rfind("\n", 0, post.start) + 1
        line = self.string[low : self.string.find("\n", post.end) % (len(self.string) + 1)]
        if not line or line[-1] in END or not self.seeds.pattern("people.tenure").search(line):
            return None
        headed = self.seeds.pattern("posts.table_of_body")
        above = (b for b in reversed(self.bodies) if b.end <= low <= b.end + TABLE)
        return next((b.key for b in above if headed.match(self.string, b.end) and self.suits(post, b.key)), None)

    def _manned(self, body: Bound) -> bool:
        """True of a body that is set up in a line below which its members stand: 成立某某委员会，其组成人员如下：."""
        adjusted = body.key.name.endswith(COMMITTEE) and self.register.drafts[body.key].attrs.get("kind") not in LEADING
        if adjusted and self.seeds.pattern("posts.members_of").match(self.string, body.end):
            return True
        line = self.string.find("\n", body.end)
        follow = self.seeds.pattern("posts.members_follow").search(self.string, body.end, line) if line >= 0 else None
        before = self.string[max(0, body.start - BEFORE * 2) : body.start]
        return follow is not None and self.seeds.pattern("posts.founding").search(before) is not None

    def _group(self, post: Token) -> Key | None:
        """The group named last."""
        before = [b for b in self.groups if b.start < post.start]
        return before[-1].key if before else None

    def _led(self, post: Token) -> bool:
        """True behind a committee whose members are adjusted, where 主任由某某担任 opens its clause."""
        group = next((b for b in reversed(self.groups) if b.start < post.start), None)
        near = group is not None and group.key.name.endswith(COMMITTEE) and post.start - group.end < NEAR
        return near and self.string[max(0, post.start - 1) : post.start] in CLAUSE

    def _office(self, post: Token) -> Key | None:
        """The office of the group named last: 某某兼任|办公室|主任; 办公室设在某局，|主任由某某兼任."""
        low = post.start - len(OFFICE)
        if not self.string.startswith(OFFICE, max(0, low)):
            low = self._sited(post)
        group = self._group(post) if low >= 0 else None
        if group is None:
            return None
        label = self.register.drafts[group].label + OFFICE
        key = self.register.thing(Key("Body", label, group.scope), label, kind="department")
        mention = Mention(low, low + len(OFFICE), "body", OFFICE, OFFICE, "office of group")
        return self.register.bind(mention, key, form=False)

    def _sited(self, post: Token) -> int:
        """Where the office is named that the clauses before say the seat of, or -1: 办公室设在某局，|主任由某某兼任."""
        if not self.seeds.pattern("posts.of_office").match(self.string[post.start : post.end + 1]):
            return -1
        line = max(self.string.rfind("\n", 0, post.start) + 1, post.start - NEAR)
        sited = self.seeds.pattern("posts.office_sited").search(self.string, line, post.start)
        return sited.start() if sited else -1

    def founded(self, post: Token) -> Key | None:
        """The body named last, or before in the sentence, if the text tells of its founding near the title."""
        before = self._before(post.start)
        for end in sorted({b.end for b in before if post.start - b.end <= FOUNDED}, reverse=True)[:AMONG]:
            between = self.string[end : post.start]
            if "\n" in between or (end < before[-1].end and STOP in between):
                return None  # 某某革命委员会成立，武装部政委甲任|主任
            row = self._together(min((b for b in before if b.end == end), key=lambda b: b.start), before)
            if (begun := self._begun(post, row)) is not None:
                return begun
        return None

    def _begun(self, post: Token, row: list[Bound]) -> Key | None:
        """The body of a row that the text says begins, if the title can be in it."""
        first, behind = row[0].start, self.string[row[-1].end : post.start]
        act = self.seeds.pattern("posts.founding").search(self.string[max(0, first - BEFORE * 2) : first])
        begun = self.seeds.pattern("posts.founded").match(behind)
        if begun is None or not (
            act or begun["sited"] or begun[0].endswith(tuple(self.seeds.forms("grammar", "begun")))
        ):
            return None
        fit = next((body for body in row if self.suits(post, body.key)), None)
        return (self.headed.other(post, fit.mention.form, fit.key) or fit.key) if fit else None

    def _together(self, last: Bound, before: list[Bound]) -> list[Bound]:
        """The bodies that are founded or elected together: 中共某县第三届委员会暨纪律检查委员会."""
        row, beside = [last], self.seeds.pattern("posts.elected_together")
        for body in reversed(before):
            if body.end < row[0].start and beside.fullmatch(self.string, body.end, row[0].start):
                row.insert(0, body)
        return row

    def _town(self, post: Token) -> Key | None:
        """The party of the township named close before, for 党委书记 of no body: 某镇召开会议，由|党委书记…."""
        if not self.seeds.pattern("posts.of_party").match(post.mention.name):
            return None
        towns = [word.form for word in self.seeds.words("grammar", "class_rank") if word.canonical == TOWN]
        named = [place for kind in towns for place in self.register.townships.named.get(kind, ())]
        start, name = max((place for place in named if 0 <= post.start - place[0] <= TOLD), default=(0, ""))
        between = [b for b in self._before(post.start) if b.start > start and self._is(b.key, OTHERS)]
        if not name or between:
            return None
        attrs = (("full", PARTY), ("jurisdiction", name), ("kind", "party"))
        mention = Mention(post.start, post.end, "body", post.mention.form, post.mention.name, IMPLIED, attrs=attrs)
        key = self.register.identify(mention)
        return self.register.bind(mention, key, form=False) if key else None

    def _kin(self, post: Token) -> Key | None:
        """The body with the noun of the title."""
        noun = self.string[post.start - 1 : post.start]
        tails = (noun,) if noun in self.seeds.forms("title_homes", "noun") else self.tails.get(post.mention.get("head"))
        if not tails:
            return None
        whose = self.issuer.key if self.issuer.speaks else None
        if whose and self.string[post.start - 1] in END and self._is(whose, COURTS) and self._ends(whose, tails):
            return whose  # whose report it is: 获最高人民检察院表彰。|副检察长某某
        near = [b for b in reversed(self._before(post.start)) if b.start >= post.start - NEAR]
        fits = [b.key for b in near if self._ends(b.key, tails)]
        if fits:
            return fits[0]
        own = [key for key in (self.author, self.issuer.key) if key and self._ends(key, tails)]
        return own[0] if own else None

    def _house(self, post: Token) -> Key | None:
        """The institution whose own paper this is, which calls its officers by their titles alone: 我校, 公司."""
        if self.club is not None and self.seeds.pattern("posts.of_club").match(post.mention.name):
            return self.club
        if self.house is None or not self.seeds.pattern("posts.of_house").match(post.mention.name):
            return None
        return self.house

    def _institution(self) -> Key | None:
        """The one that a paper which says 我校, 我院 or 公司党委 names most."""
        own = self.seeds.pattern("posts.house").search(self.string)
        named = (
            Counter(b.key for b in self.bodies if self._is(b.key, HOUSES[own.lastgroup]))
            if own and own.lastgroup
            else Counter()
        )
        return min(named, key=lambda key: (-named[key], key), default=None)

    def _association(self) -> Key | None:
        """The one association that a text names again and again, where no 政协 has a chairman too."""
        own = Counter(b.key for b in self.bodies if self._is(b.key, CLUBS[:1]))
        if not own or any(self._is(b.key, CLUBS[1:]) for b in self.bodies):
            return None
        (key, most), *rest = sorted(own.items(), key=lambda item: (-item[1], item[0]))
        opens = self.author == key
        return key if (most > 1 or opens) and all(count < most for _, count in rest) else None

    def _is(self, key: Key, kinds: tuple[str, ...]) -> bool:
        return self.register.drafts[key].attrs.get("kind") in kinds

    def _author(self) -> Key | None:
        """The body that a title or heading in the head of the document begins with: 某某厅文件, 某某局关于…."""
        heads = {p.start for p in self.register.prose.paragraphs[:12] if p.kind in ("title", "heading")}
        return next((b.key for b in self.bodies if b.start in heads), None)

    def suits(self, post: Token, body: Key | None) -> bool:
        """True unless the noun of the title asks for another kind of body."""
        tails = self.tails.get(post.mention.get("head"))
        return body is None or tails is None or self._ends(body, tails)

    def around(self, post: Token, seat: Token) -> Key | None:
        """The body, or the one that it is a part of where the title asks for that: 法院审判委员会委员、|审判员."""
        body = seat.key
        own = offices.whole(self.register, post, seat, self.seeds) or offices.own(self.register, post, body, self.seeds)
        if body and (own := own or self.headed.other(post, seat.mention.form, body)) is not None:
            return own
        if seat.mention.rule == BARE and (town := self._town(post)) is not None:
            return town
        if body is None or self.suits(post, body) or body not in self.register.drafts:
            return lower.standing(self.register, post, body, self.seeds) if body else None
        label, drafts = self.register.drafts[body].label, self.register.drafts
        wide = [b.key for b in self.bodies if b.key != body and label.startswith(drafts[b.key].label)]
        return max((key for key in wide if self.suits(post, key)), key=lambda key: (len(key.name), key), default=body)

    def _before(self, at: int) -> list[Bound]:
        return self.bodies[max(0, bisect_right(self.starts, at) - 24) : bisect_right(self.starts, at)]

    def _ends(self, key: Key, tails: tuple[str, ...]) -> bool:
        draft = self.register.drafts.get(key)
        return draft is not None and draft.label.endswith(tails)
