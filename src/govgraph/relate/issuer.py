"""Which body a document speaks for: the implied subject of its sentences, and whose 代表 and 委员 its people are."""

from __future__ import annotations

from collections import Counter

from govgraph.model import Key, Mention
from govgraph.relate import letterhead
from govgraph.relate.ballots import HEAD, SPEAKS
from govgraph.relate.drafts import OPEN
from govgraph.relate.naming import Register
from govgraph.relate.sites import NATIONAL
from govgraph.seeds import Seeds

TITLE = letterhead.AUTHORED
OFFICE = "department"
OPENING = 600  # characters of a report in which it says whose it is
FOOT = 40  # characters behind the body that signs a document
# What a kind of document is written by, as kinds of bodies in order of preference.
AUTHORS = {
    "government work report": ("government",),
    "gazette": ("government",),
    "congress spread": ("congress",),
    "congress report": ("congress",),
    "cppcc spread": ("cppcc",),
}
KINDS = ("congress", "cppcc", "government", "party", "department", "supervision", "court", "procuratorate")
TEMPLATES = {
    "government": "{J}人民政府",
    "cppcc": "中国人民政治协商会议{J}委员会",
    "congress": "{J}人民代表大会常务委员会",
}
MEMBERS = ("委员", "常委", "主席", "副主席")  # of a CPPCC; the first also of a standing committee
GENERAL = {"government": "政府", "congress": "人大", "cppcc": "政协"}
SHORTS = {
    "government": "{J}政府",
    "cppcc": "{J}政协|政协{J}委员会",
    "congress": "{J}人大常委会",
}


class Issuer:
    """The body that a document is of, and the bodies that its general words for members mean."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Looks at the bodies that the register has named."""
        self.register = register
        self.seeds = seeds
        titled = self._titled() or self._represented() or self._reported() or self._signed() or self._ours()
        office = titled is not None and seeds.pattern("issuer.office").search(titled.name) is not None
        self.kind = register.drafts[titled].attrs.get("kind", "") if titled and not office else self._kind()
        self.key = (self.make("government") if office else titled) or self._key()
        self.speaks = titled is not None  # its own title says whose document it is
        self.beside = self._beside(self.key) if self.speaks else ()
        self.township = self._township()

    def _titled(self) -> Key | None:
        """The body that the title names as the author: 甲省文化厅关于印发…的通知, 甲委员会工作报告."""
        heads = [b for b in self.register.bound if b.start <= HEAD and b.key.kind == "Body"]
        span = letterhead.author(self.register.prose.text.string, [(b.start, b.end) for b in heads], self.seeds)
        return next((b.key for b in heads if (b.start, b.end) == span), None)

    def _beside(self, key: Key | None) -> tuple[Key, ...]:
        """Who shares the name that a title begins with: 县纪委|监委."""
        heads = [b for b in self.register.bound if b.end <= HEAD and b.key.kind == "Body"]
        ends = {b.end for b in heads if b.key == key}
        return tuple(dict.fromkeys(b.key for b in heads if b.start in ends and b.key != key))

    def _represented(self) -> Key | None:
        """The party committee in whose name a report is given: 我代表中国共产党甲县第八届委员会向大会作报告."""
        string, patterns = self.register.prose.text.string, self.seeds.pattern
        for bound in self.register.bound:
            if bound.start > OPENING or bound.key.kind != "Body":
                continue
            says = patterns("letterhead.speaks").search(string, max(0, bound.start - SPEAKS), bound.start)
            party = self.register.drafts[bound.key].attrs.get("kind") == "party"
            if says and party and patterns("issuer.reports").match(string, bound.end):
                return bound.key
        return None

    def _reported(self) -> Key | None:
        """The court or procuratorate whose head gives its report in the first sentence: 甲法院院长乙在…上作工作报告."""
        string, pattern = self.register.prose.text.string, self.seeds.pattern("issuer.reporter")
        first = len(string[:HEAD].partition("。")[0])
        found = {
            b.key
            for b in self.register.bound
            if b.start < first and b.key.kind == "Body" and pattern.match(string, b.end)
        }
        return next(iter(found)) if len(found) == 1 else None

    def _signed(self) -> Key | None:
        """The body that signs: alone on the last line of the text, or on the last before a day."""
        string = self.register.prose.text.string
        foot = self.seeds.pattern("issuer.foot")
        for bound in reversed(self.register.bound):
            if len(string) - bound.end > FOOT:
                break
            line = string.rfind("\n", 0, bound.start) + 1
            alone = bound.key.kind == "Body" and line and not string[line : bound.start].strip()
            if alone and self.register.context.site is not None and foot.match(string[bound.end :]):
                return bound.key
        return None

    def _ours(self) -> Key | None:
        """The office of the document's place that is named first, in what speaks of 我局 or 全局 as its own."""
        string, site = self.register.prose.text.string, self.register.context.site
        found = self.seeds.pattern("issuer.ours").search(string)
        if found is None or site is None or string.rfind("“", 0, found.start()) > string.rfind("”", 0, found.start()):
            return None  # who is quoted speaks of the own office, too
        bodies = (b for b in self.register.bound if b.key.kind == "Body" and b.start < min(HEAD, found.start()))
        first = next((b.key for b in bodies if b.key.name.endswith(found["class"])), None)
        home = self.register.homes.get(first) if first else None
        return first if home is not None and home.key == site.key else None

    def _township(self) -> Key | None:
        """The street or town that reports: 甲街道2021年工作总结; 甲街道…，现将全年工作总结如下."""
        string, patterns = self.register.prose.text.string, self.seeds.pattern
        for bound in self.register.bound:
            if bound.start > HEAD or bound.key.kind != "Place":
                continue
            line, rest = string.rfind("\n", 0, bound.start) + 1, string[bound.end : bound.end + 2 * HEAD]
            titled = bound.start - line < TITLE // 8 and patterns("issuer.titled").match(rest[:TITLE])
            presents = patterns("issuer.presents").search(rest.partition("\n")[0])
            if self.register.drafts[bound.key].attrs.get("kind") == "township" and (titled or presents):
                return bound.key
        return None

    def _own(self) -> Counter[Key]:
        """Mentions of bodies of the document's own place, those in its head counted more."""
        site = self.register.context.site
        own = site.key if site else NATIONAL.key
        counts: Counter[Key] = Counter()
        if site is None and (open_bodies := self._unplaced()):
            return Counter(open_bodies)
        for bound in self.register.bound:
            home = self.register.homes.get(bound.key)
            if bound.key.kind == "Body" and home and home.key == own:
                counts[bound.key] += 3 if bound.start < HEAD else 1
        return counts

    def _unplaced(self) -> list[Key]:
        """Mentions of bodies of the place that a text begins with and never names: 区政协召开会议."""
        bodies = [b for b in self.register.bound if b.key.kind == "Body"]
        if not bodies or not bodies[0].key.scope.startswith(OPEN):
            return []
        written = bodies[0].mention.get("jurisdiction")
        return [b.key for b in bodies if b.key.scope.startswith(OPEN) and b.mention.get("jurisdiction") == written]

    def _kind(self) -> str:
        """The kind of body that the genre, else the most mentioned own body, speaks for."""
        authors = AUTHORS.get(self.register.context.genre)
        if authors:
            return authors[0]
        own = self._own()
        for leading in (True, False):
            kinds: Counter[str] = Counter()
            for key, count in own.items():
                if not leading or self._leading(key):
                    kinds[self.register.drafts[key].attrs.get("kind", "")] += count
            if kinds["government"] * 2 >= kinds["party"]:
                kinds["party"] = 0  # the party committee leads, the government acts
            ranked = [(kinds[kind], -index, kind) for index, kind in enumerate(KINDS) if kinds[kind]]
            if ranked:
                return max(ranked)[2]
        return ""

    def _leading(self, key: Key) -> bool:
        """The four leading bodies of a place speak for it, their departments and offices for themselves."""
        return self.seeds.pattern("issuer.leading").fullmatch(key.name) is not None

    def _key(self) -> Key | None:
        """The issuing body: of the genre's kind, made from the place if the text never names it."""
        if not self.kind:
            return None
        of_kind = {k: n for k, n in self._own().items() if self.register.drafts[k].attrs.get("kind") == self.kind}
        leading = {k: n for k, n in of_kind.items() if self._leading(k) or self.kind not in TEMPLATES}
        seated = self.kind == "congress"  # whose committee sits the year round
        preferred = {k: n for k, n in leading.items() if k.name.endswith("常务委员会") is seated}
        if self.kind == OFFICE and 2 * max(leading.values(), default=0) < sum(leading.values()):
            return None  # one office of many
        if preferred or leading:
            return min((-n, k) for k, n in (preferred or leading).items())[1]
        return self._implied(self.make(self.kind)) or self._open()

    def _open(self) -> Key | None:
        """In a text that names no place, the one that speaks (我代表市政府), else the one of the lowest class."""
        string, speaks = self.register.prose.text.string, self.seeds.pattern("letterhead.speaks")
        ranks = {word.form: int(word.canonical) for word in self.seeds.words("grammar", "class_rank")}
        best = (False, -1, 0)
        found = None
        for bound in self.register.bound:
            kind = self.register.drafts[bound.key].attrs.get("kind") if bound.key.scope.startswith(OPEN) else ""
            says = speaks.search(string, max(0, bound.start - SPEAKS), bound.start) is not None
            rank = (says, ranks.get(bound.mention.get("jurisdiction"), -1), -bound.start)
            if bound.key.kind == "Body" and kind == self.kind and rank[:2] > best[:2]:
                best, found = rank, bound.key
        return found

    def _implied(self, key: Key | None) -> Key | None:
        """A body that speaks without being named is met where its general word (政府) first stands, or its place."""
        if key is None or self.register.drafts[key].first is not None:
            return key
        string, word = self.register.prose.text.string, GENERAL.get(self.kind, "")
        start = string.find(word) if word else -1
        site = self.register.context.site
        if start < 0 and site is not None:
            named = [b.mention for b in self.register.bound if b.key == site.key]
            start, word = min(((m.start, m.form) for m in named), default=(-1, ""))
        if start >= 0:
            mention = Mention(start, start + len(word), "body", word, word, "implied", "weak")
            self.register.bind(mention, key, form=False)
        return key

    def make(self, kind: str, template: str = "", short: str = "") -> Key | None:
        """The body of a kind in the document's own place, even where it is only implied."""
        nation = self.register.context.site is not None and self.register.context.site.national
        council = min(self.seeds.forms("grammar", "council")) if nation and kind == "government" else ""
        template = template or council or TEMPLATES.get(kind, "")
        if not template or self.register.context.site is None:
            return None
        attrs = (("full", template), ("kind", kind), ("short", short or SHORTS.get(kind, "")))
        return self.register.identify(Mention(0, 0, "body", "", "", "implied", attrs=attrs))

    def _seated(self) -> bool:
        """True for the standing committee of a congress, whose members are 委员 too."""
        return self.kind == "congress" and self.key is not None and self.key.name.endswith("常务委员会")

    def membership(self, mention: Mention) -> Key | None:
        """Whose 代表 (a congress) or 委员, 常委 (a CPPCC, or a standing committee) a bare title means."""
        head = mention.get("head") or mention.name
        if head == "代表" and self.kind in ("congress", "government", "party", ""):
            key = self.make("congress", "{J}人民代表大会", "{J}人大") if self.kind == "congress" else None
        elif head in MEMBERS[: 1 if self._seated() else 0 if self.kind != "cppcc" else None]:
            key = (self.make("cppcc") or self.key) if self.kind == "cppcc" else self.key
        else:
            return None
        if key is not None:
            self.register.bind(mention, key, form=False)
        return key
