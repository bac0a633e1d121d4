"""Who holds which post: titles before and after names, acts of appointment and removal, rosters.

* 磐石市第五中学党支部书记、校长潘太东: the titles in front of a name, each with its body (``title before``).
* 栗战书委员长, 姜浩委员: a title behind the name (``title after``).
* 任命陈一新为国家安全部部长, 免去…的…职务, 选举…为, 接受…辞去: acts, with the status that the verb gives (``act``).
* 副市长 alone on a line and names below it: rosters, with their terms (``roster``).

A title that implies its body (市长: the government of the 市) gets it from ``seeds/words/implied_bodies.csv``; a title
whose body the text does not give stays without one. 代表 and 委员 take the congress or the CPPCC that the document
is of.
"""

from __future__ import annotations

import re

from govgraph.model import Claim, Key, Mention
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import Bound, Register
from govgraph.relate.quoting import quote
from govgraph.relate.sites import CLASSES, answers
from govgraph.relate.tokens import Held, Row, Token
from govgraph.seeds import Seeds, Word

GOVERNMENT = "{J}人民政府"
# How far before a list of names its verb may begin: 决定任命, 同意接受, 补充任命.
VERB_REACH = 12
GROUPS = ("领导小组", "工作组", "指挥部", "专班", "协调组")  # bodies whose members have roles, not posts
HONORIFIC = re.compile(r"等?(?:[0-9]+[名位])?(?:同志|先生|女士)?[ \u3000]?")


class Holdings:
    """Collects the tenures of one document."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """``register`` names things, ``issuer`` says whose congress 代表 means."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.implied: dict[str, Word] = {w.form: w for w in seeds.words("implied_bodies")}
        self.seated = frozenset(form for form, word in self.implied.items() if word.kind != "own")
        self.carried = ""
        self.places = {b.end: b for b in register.bound if b.key.kind == "Place" and b.mention.kind == "place"}
        self.starts = {end: place.start for end, place in self.places.items()}
        self.roles = seeds.forms("group_roles")
        self.seat: Key | None = None  # the body of the last title in the sentence
        self.groups = [b for b in register.bound if b.key.kind == "Body" and b.key.name.endswith(GROUPS)]
        self.claims: list[Claim] = []

    def sentence(self, start: int, end: int, tokens: list[Token]) -> None:
        """Read one sentence."""
        self.carried = ""  # what the last verb of appointing in this sentence does
        self.seat = None
        row = Row(self.string, tokens, self.seated, self.starts)
        for group in row.groups():
            self._before(row, group)
            self._after(row, group, end)
            self._beside(row, group, end)
            self._acts(row, group, start, end)

    def _before(self, row: Row, group: list[Token]) -> None:
        for held in row.titles_before(_opening(self.string, group[0].start)):
            for person in group:
                self.hold(person, held, "title before")

    def _after(self, row: Row, group: list[Token], end: int) -> None:
        last = group[-1]
        match = HONORIFIC.match(self.string, last.end, end)
        post = row.post_beginning(match.end() if match else last.end)
        if post is None:
            return
        shared = post.mention.name in self.seeds.forms("shared_titles")
        for person in group if shared else [last]:
            self.hold(person, Held(post, None), "title after")

    def _beside(self, row: Row, group: list[Token], end: int) -> None:
        """Titles set off behind a name: 薛峰   县委副书记、县长; 王吉（市委副书记、市长）."""
        gap = self.seeds.pattern("acts.beside").match(self.string, group[-1].end, end)
        if gap is None:
            return
        stop = self.string.find("）" if "（" in gap[0] else "\n", gap.end(), end)
        stop = stop if stop >= 0 else end
        behind = [t for t in (*row.bodies, *row.posts) if gap.end() <= t.start and t.end <= stop]
        if min((t.start for t in behind), default=-1) != gap.end():
            return
        for held in row.titles_between(gap.end(), stop):
            self.hold(group[-1], held, "title beside")

    def _acts(self, row: Row, group: list[Token], start: int, end: int) -> None:
        """为, 任, 的…职务 and their kin behind a list of names, with the verb in front of it.

        One verb governs a row of appointments: 任命甲为…, 乙为…; 免去甲的…职务, 乙的…职务.
        """
        link = self.seeds.pattern("acts.link").match(self.string, group[-1].end, end)
        if link is None:
            return
        low = max(start, group[0].start - VERB_REACH)
        verb = self.seeds.pattern("acts.verb").search(self.string[low : group[0].start])
        status = self._status(verb[0]) if verb else ""
        if verb and verb["act"]:
            self.carried = status
        status = status or self._status(link[0]) or self.carried
        if not status:
            return
        if self._charged(row, group, link[0], status):
            return
        stop = self.seeds.pattern("acts.stop").search(self.string, link.end(), end)
        for held in row.titles_between(link.end(), stop.start() if stop else end):
            for person in group:
                self.hold(person, held, "act", status, start=low + verb.start() if verb else None)

    def _charged(self, row: Row, group: list[Token], link: str, status: str) -> bool:
        """市长由某人担任: the title stands in front, and the link behind the name only closes the phrase."""
        by = self.seeds.pattern("acts.by").search(self.string, max(0, group[0].start - 4), group[0].start)
        held = row.titles_before(by.start()) if by and by.end() == group[0].start and "任" in link else []
        for item in held:
            for person in group:
                self.hold(person, item, "act", status)
        return bool(held)

    def _status(self, words: str) -> str:
        """What the longest verb in some words makes of the tenure; empty where nothing happens."""
        verbs = [entry for entry in self.seeds.words("act_verbs") if entry.form in words]
        return max(verbs, key=lambda entry: len(entry.form)).kind if verbs else ""

    def hold(
        self,
        person: Token,
        held: Held,
        rule: str,
        status: str = "",
        certainty: str = "stated",
        start: int | None = None,
    ) -> None:
        """Write one tenure."""
        if person.key is None:
            return
        body, by_context = self._body(held)
        if held.body is not None:
            self.seat = body
        leads = held.body or (None if by_context else self._place(held.post))
        low = min(t for t in (person.start, held.post.start, leads.start if leads else None, start) if t is not None)
        high = max(person.end, held.post.end)
        spans = [(low, high)] if rule != "roster" else [(held.post.start, held.post.end), (person.start, person.end)]
        evidence = tuple(e for a, b in spans for e in quote(self.register.prose, a, b))
        term = [_date(part) for part in (person.mention.get("term") or "/").split("/")]
        self.claims.append(
            Claim(
                person.key,
                "holds",
                self.post(held, body),
                evidence,
                rule,
                "context" if by_context else certainty,
                status or held.post.mention.get("status"),
                self.register.context.issued,
                term[0],
                term[-1],
            )
        )

    def _body(self, held: Held) -> tuple[Key | None, bool]:
        """The body of a title, and whether context had to supply it."""
        if held.body is not None:
            return held.body.key, False
        mention = held.post.mention
        word = self.implied.get(mention.name) or self.implied.get(mention.get("head"))
        if word is not None:
            place = self._place(held.post)
            made = self.imply(mention, word, place)
            if made is not None:
                return made, place is None
        member = self.issuer.membership(mention)
        return member or self._seat(held.post), True

    def _seat(self, post: Token) -> Key | None:
        """The body that a bare title leans on: a role's group, or that of the title before (主任某，副主任某)."""
        if post.mention.name in self.roles:
            before = [b for b in self.groups if b.start < post.start]
            return before[-1].key if before else None
        return self.seat if post.mention.name in self.seeds.forms("deputy_titles") else None

    def _place(self, post: Token) -> Bound | None:
        """The place right before a title, which says whose it is: 舒兰市|市长, 舒兰市|长."""
        found = self.places.get(post.start) or self.places.get(post.start + 1)
        word = self.implied.get(post.mention.name)
        return found if found and word and word.kind in CLASSES and answers(found.mention.name, word.kind) else None

    def imply(self, mention: Mention, word: Word, place: Bound | None = None) -> Key | None:
        """The body that a title carries in itself: 市长 → the people's government of the 市, of the place before it."""
        written = {"nation": "全国", "own": ""}.get(word.kind, word.kind)
        if place is not None:
            known = self.register.seeds.gazetteer.by_code(place.key.name)
            written = self.register.seeds.gazetteer.full_name(known.code) if known else place.mention.name
        elif written in CLASSES and self.register.sites.resolve(written) is None:
            home = self.register.homes.get(self.seat) if self.seat else None
            written = home.full if home and answers(home.bare, written) else written
        made = Mention(
            mention.start,
            mention.end,
            "body",
            mention.form,
            mention.name,
            "implied by title",
            attrs=(("full", word.canonical), ("jurisdiction", written)),
        )
        key = self._seated(made) or self.register.identify(made)
        return self.register.bind(mention, key, form=False) if key else None

    def _seated(self, made: Mention) -> Key | None:
        """The government that the document itself names for the place (人民委员会 in a chronicle)."""
        site = self.register.sites.resolve(made.get("jurisdiction"))
        if made.get("full") != GOVERNMENT or site is None:
            return None
        named = [k for k, home in self.register.homes.items() if home.key == site.key and k in self.register.drafts]
        governing = [k for k in named if k.name.startswith(site.full + "人民") and self._governs(k)]
        return max(governing, key=lambda k: (k.name.endswith("人民政府"), k), default=None)

    def says_body(self, post: Token) -> bool:
        """True for a role in a group and for a title that carries its body (县长): no heading above need tell it."""
        return post.mention.name in self.roles or bool({post.mention.name, post.mention.get("head")} & self.seated)

    def _governs(self, key: Key) -> bool:
        return self.register.drafts[key].attrs.get("kind") == "government" and key.name.endswith(
            ("人民政府", "人民委员会")
        )

    def post(self, held: Held, body: Key | None) -> Key:
        """The post of a title in a body, with its label: 吉林市人民政府市长."""
        title = bare_title(held)
        label = (self.register.drafts[body].label if body else "") + title
        scope = f"{body.kind}|{body.name}|{body.scope}" if body else ""
        key = self.register.thing(Key("Post", label, scope), label, title=title)
        self.register.bind(held.post.mention, key, form=False)
        if body:
            self.register.posts[key] = body
        return key


def bare_title(held: Held) -> str:
    """The title without the part that names its body: 主任 of 棋盘村村委会|主任, but 部长 of 宣传部|长."""
    name = held.post.mention.name
    overlap = held.body.end - held.post.start if held.body else 0
    if overlap <= 0 or not held.post.mention.form.endswith(name[-1:]):
        return name
    rest = held.post.mention.form[overlap:]
    return rest if len(rest) > 1 else held.post.mention.form[overlap - 1 :]


def _date(written: str) -> str:
    """A point of a term as a date: 1955.4 → 1955-04."""
    return "-".join(part.zfill(2) for part in written.replace(".", "-").split("-") if part)


def _opening(string: str, position: int) -> int:
    """The position before a colon that separates a title from the names under it (组长：王某)."""
    return position - 1 if position and string[position - 1] == "：" else position
