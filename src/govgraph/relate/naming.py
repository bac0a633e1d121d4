"""Mentions to things: every mention that can be identified gets a key, a label and its unambiguous names.

The finders leave a template (``{J}人民政府``) and the jurisdiction as written (市); :class:`Sites` says which place
that is, and the template becomes 吉林市人民政府 with 吉林市政府 as another name. Weak mentions (常委会, 舒兰, 大会)
join a thing that stands elsewhere in the document on its own feet; alone they are nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govgraph.model import Evidence, Key, Mention, Prose, Thing
from govgraph.relate import strangers
from govgraph.relate.context import Context
from govgraph.relate.coordinate import coordinated
from govgraph.relate.days import Days
from govgraph.relate.drafts import OPEN, Bound, Draft
from govgraph.relate.leaning import Leaning
from govgraph.relate.quoting import quote
from govgraph.relate.shifts import Shift, shifts
from govgraph.relate.shortened import spelt
from govgraph.relate.sites import CLASSES, NATIONWIDE, Site, Sites, answers, division_site
from govgraph.relate.templates import filled, fitted
from govgraph.relate.titles import spelt_out
from govgraph.relate.townships import Townships, state_zones
from govgraph.relate.unite import UNITED, called, named, united
from govgraph.seeds import Seeds

LABELLED = ("body", "meeting", "instrument")
IMPLIED = "implied by title"  # the rule of a body that only a title names: the government of 县长


class Register:
    """The things of one document, and which mention names which."""

    def __init__(self, prose: Prose, context: Context, seeds: Seeds) -> None:
        """An empty register for a document whose context is settled."""
        self.prose, self.context, self.seeds = prose, context, seeds
        self.sites = Sites(seeds.gazetteer, context.site, seeds.once(state_zones))
        self.drafts: dict[Key, Draft] = {}
        self.bound: list[Bound] = []
        self.ambiguous: set[tuple[str, Evidence, tuple[str, ...]]] = set()
        self.aliases: dict[tuple[str, str], Key] = {}  # whose an unambiguous name is
        self.shifts: tuple[Shift, ...] = ()
        self.townships = Townships()
        self.leaning = Leaning(prose, context, seeds)
        self.days = Days(prose, (), context.issued, seeds)
        self.homes: dict[Key, Site] = {}  # which place a body belongs to
        self.posts: dict[Key, Key] = {}  # which body a post is in

    def add(self, mentions: Iterable[Mention]) -> None:
        """Name all mentions: strong ones first, then those that lean on them."""
        rows = sorted(coordinated(spelt_out(mentions, self.seeds), self.prose.text.string, self.seeds))
        places = [mention for mention in rows if mention.kind == "place"]
        self.shifts = shifts(self.prose, rows, self.sites, self.seeds)
        for mention in places:
            if mention.get("parent") and not mention.get("codes"):
                self.sites.named(mention.get("parent") + mention.name)
        dates = [mention for mention in rows if mention.kind == "date"]
        self.days = Days(self.prose, dates, self.context.issued, self.seeds)
        guests = strangers.guests(self.prose.text.string, places, self.seeds)
        own = (mention for mention in rows if mention.start not in guests)
        self.townships = Townships(own).of_province(self.context.site, places, self.seeds.gazetteer)
        self.leaning = Leaning(self.prose, self.context, self.seeds, rows)
        for mention in rows:
            if mention.strength == "strong":
                self._name(mention)
        for mention in rows:
            if mention.strength != "strong":
                self._lean(spelt(mention, self.bound, self.site, self.leaning.titles, self.seeds))
        self._unite()
        self.bound.sort()

    def _unite(self) -> None:
        """Make one thing of those that share an unambiguous name, and remember whose each name is."""
        stands_for = united(named(self.drafts, self.seeds.gazetteer.codes))
        for key, target in stands_for.items():
            if key != target:
                self.drafts[target].take(self.drafts.pop(key))
            self.aliases.update(((target.kind, name), target) for name in self._names_of(target))
        self.homes = {stands_for[key]: home for key, home in sorted(self.homes.items(), key=lambda item: item[0])}
        self.bound = [b._replace(key=key) if (key := stands_for[b.key]) != b.key else b for b in self.bound]

    def _names_of(self, key: Key) -> Iterator[str]:
        draft = self.drafts.get(key)
        if draft is not None and key.kind in UNITED:
            yield from sorted({draft.label, *draft.names})

    def thing(self, key: Key, label: str, names: Iterable[str] = (), **attrs: str) -> Key:
        """Make sure that a thing exists, and what is known of it."""
        key = self.aliases.get((key.kind, label), key)
        draft = self.drafts.setdefault(key, Draft(label))
        draft.names.update(name for name in names if name and name != draft.label)
        for name, value in attrs.items():
            if value:
                draft.attrs.setdefault(name, value)
        return key

    def bind(self, mention: Mention, key: Key, form: bool = True) -> Key:
        """Note that a mention names a thing, with its form as written where that may stand as a name."""
        draft = self.drafts[key]
        self.bound.append(Bound(mention.start, mention.end, key, mention))
        if form:
            draft.forms.update(self._forms(mention))
        if draft.first is None or mention < draft.first:
            draft.first = mention
        return key

    def _forms(self, mention: Mention) -> Iterator[str]:
        """A mention as it stands in full, its name, and in a traditional text both in the characters of the source."""
        written = self.prose.written.string[mention.start : mention.end] if self.prose.written else ""
        whole = "" if mention.get("partial") else mention.form
        return (form for form in (whole, mention.name, written) if form and "\n" not in form)

    def part(self, tables: Mapping[Key, Mapping[Mention, Key]]) -> None:
        """Give the mentions of things to the keys that they are really of: one thing may be several."""
        for key, table in sorted(tables.items()):
            targets = sorted(set(table.values()))
            if targets == [key]:
                continue
            draft = self.drafts.pop(key)
            for target in targets:
                mentions = sorted(mention for mention, owner in table.items() if owner == target)
                forms = {f for m in mentions for f in self._forms(m) if f in draft.forms}
                self.drafts[target] = Draft(draft.label, set(draft.names), forms, dict(draft.attrs), mentions[0])
            self.aliases = {name: targets[0] if own == key else own for name, own in self.aliases.items()}
        parted = [(b, tables.get(b.key, {}).get(b.mention, b.key)) for b in self.bound]
        self.bound = [b if b.key == key else b._replace(key=key) for b, key in parted]

    def things(self) -> Iterator[Thing]:
        """All things as frozen values, sorted; those without a mention come from the gazetteer."""
        for key in sorted(self.drafts):
            draft = self.drafts[key]
            evidence = quote(self.prose, draft.first.start, draft.first.end) if draft.first else ()
            yield Thing(
                key,
                draft.label,
                tuple(sorted(draft.names - {draft.label})),
                tuple(sorted(draft.forms - {draft.label})),
                tuple(sorted(draft.attrs.items())),
                (self.prose.document.id,) if draft.first else (),
                evidence[:1],
            )

    # -- by kind -----------------------------------------------------------------------------------------------------

    def _name(self, mention: Mention) -> None:
        if mention.kind in LABELLED:
            key = self.identify(mention)
            if key:
                self.bind(mention, key)
        elif mention.kind == "place":
            self._place(mention)
        elif mention.kind == "initiative":
            self._initiative(mention)

    def _lean(self, mention: Mention) -> None:
        """Bind a weak mention to a thing that the document names strongly."""
        if mention.kind in LABELLED:
            key = self.identify(mention, create=mention.strength == "strong" or self.leaning.stands(mention))
            if key:
                self.bind(mention, key)
        elif mention.kind == "place":
            self._weak_place(mention)
        elif mention.kind == "initiative":
            key = self._initiative_key(mention)
            if key in self.drafts:
                self.bind(mention, key)

    def identify(self, mention: Mention, create: bool = True) -> Key | None:
        """The thing that a body, meeting or instrument is, from its template and jurisdiction."""
        kind = mention.kind.capitalize()
        template = mention.get("full") or mention.name
        site = self.site(mention) if "{J}" in template else None
        template = fitted(template, site, self.seeds)
        if "{J}" in template and site is None:
            return self._open(mention, kind, template, create)
        gazetteer, titled = self.seeds.gazetteer, kind == "Instrument"
        names = list(filled(template, site, gazetteer, titled=titled))
        label = names[0]
        names += called(label, self.seeds) if kind == "Body" else ()
        names += [template.replace("{J}", old) for old in self._older(mention) if site]
        key = self.aliases.get((kind, label), Key(kind, label, self._scope(mention, site)))
        if not create and key not in self.drafts:
            return None
        listed = filter(None, mention.get("short").split("|"))
        shorts = [n for t in listed for n in filled(t, site, gazetteer, titled=titled)]
        self.thing(key, label, [*names, *shorts], kind=mention.get("kind"), number=mention.get("number"))
        home = site or self.site(mention)
        if home and kind == "Body" and (site or mention.get("jurisdiction")):
            self.homes[key] = home
        return key

    def site(self, mention: Mention) -> Site | None:
        """The place of a mention's jurisdiction where it stands."""
        written = mention.get("jurisdiction")
        for shift in self.shifts if written in CLASSES else ():
            if shift.start < mention.start < shift.end and answers(shift.site.bare, written):
                return shift.site
        nearest = self.townships.nearest(written, mention.start)
        site = self.sites.resolve(written, mention.get("kind"))
        if written in ("", *CLASSES) and self.seeds.pattern("identity.of_province").search(mention.get("full")):
            site = self.sites.province() or site  # 审计厅 behind 省民政厅: no city has one
        if nearest and (site is None or not site.bare.endswith(written)):  # 省委 in a region's paper: of a province
            return self.sites.named(nearest)
        return site

    def _older(self, mention: Mention) -> Iterator[str]:
        """The name that a mention gives to a division that has another one today."""
        if mention.get("jurisdiction") in self.seeds.gazetteer.renamed:
            yield mention.get("jurisdiction")

    def _scope(self, mention: Mention, site: Site | None) -> str:
        """Names with a jurisdiction are unique by themselves; others only where they were met."""
        if site is not None or mention.get("jurisdiction") in NATIONWIDE:
            return site.owner if site else ""
        if mention.kind == "instrument" or mention.get("kind") in ("university", "media", "party"):
            return ""
        own = self.context.site
        wide = mention.get("kind") == "enterprise"  # the name of a company says more than that of a school
        return (own.code[:4] if wide and own.code else own.home) if own else ""

    def _open(self, mention: Mention, kind: str, template: str, create: bool) -> Key | None:
        """A body whose jurisdiction stays open: a thing of its own name where it is written.

        A meeting of an open 县 is one of this document, called as it is written; so is a body (县委, 市水务局), and a
        report, of a document that names no place, and nothing of one that has a place, but none of that class.
        """
        written = mention.get("jurisdiction")
        implied = written in CLASSES or (kind == "Instrument" and not written)
        own = kind == "Meeting" or (kind in ("Body", "Instrument") and self.context.unplaced(written))
        if not create or (implied and not own) or not (written or implied):
            return None
        candidates = self.sites.candidates(written)
        label = mention.name if implied and mention.rule != IMPLIED else template.replace("{J}", written)
        open_key = Key(kind, template.replace("{J}", written), OPEN + self.prose.document.id[:10])
        key = self.thing(open_key, label, kind=mention.get("kind"))
        names = self.sites.full_names(candidates)
        for evidence in quote(self.prose, mention.start, mention.end)[:1] if names else ():
            self.ambiguous.add((written, evidence, names))
        return key

    def _place(self, mention: Mention) -> None:
        written, found = mention.get("parent") + mention.name, self.sites.fitting(mention)
        if len(found) == 1:
            self.bind(mention, self.division(found[0].code))
            return
        scope = self.context.site.home if self.context.site and self.context.site.code else ""
        if len(found) > 1:
            for evidence in quote(self.prose, mention.start, mention.end)[:1]:
                self.ambiguous.add((mention.form, evidence, self.sites.full_names(found)))
            scope = OPEN + self.prose.document.id[:10]
        own = self.context.site
        if own and not own.code and mention.name == own.bare:
            self.bind(mention, self.thing(own.key, own.full, kind=mention.get("kind")))
            return
        site = self.sites.named(written) if not found else None
        if site is None:
            key = self.thing(Key("Place", mention.name, scope), mention.name, kind=mention.get("kind"))
        else:
            key = self.thing(site.key, site.full, [site.bare], kind=mention.get("kind"))
        self.bind(mention, key)

    def division(self, code: str) -> Key:
        """The place of a division code, with its names."""
        division = self.seeds.gazetteer.by_code(code)
        if division is None:
            raise KeyError(code)
        site = division_site(division, self.seeds.gazetteer)
        return self.thing(
            site.key, site.full, [site.bare], kind=division.level, code=code, lat=division.lat, lon=division.lon
        )

    def _weak_place(self, mention: Mention) -> None:
        """A bare stem counts below the document's own place; 全市 and 我市 are that place itself."""
        own = self.context.site
        if mention.get("deictic"):
            if (site := self.sites.climb(mention.get("deictic"))) and site.code:
                self.bind(mention, self.division(site.code), form=False)
            return
        codes = [code for code in mention.get("codes").split("|") if code]
        if not own or not own.code or not codes:
            return
        noun = mention.form in self.seeds.forms("grammar", "common_district")
        if (site := self.sites.former(mention)) and (not noun or site in self.homes.values()):
            self.bind(mention, self.thing(site.key, site.full, [site.bare], kind=mention.get("kind")))
            return
        inside = [code for code in codes if self.seeds.gazetteer.within(code, own.code)]
        known = inside or [code for code in codes if Key("Place", code) in self.drafts]
        if len(known) == 1:
            self.bind(mention, self.division(known[0]))

    def _initiative_key(self, mention: Mention) -> Key:
        """An initiative of the document's own place until its owner is known (see belonging)."""
        return Key("Initiative", mention.name, self.context.site.scope if self.context.site else "")

    def _initiative(self, mention: Mention) -> None:
        names = [name for name in mention.get("names").split("|") if name]
        key = self.thing(self._initiative_key(mention), mention.name, names, kind=mention.get("kind"))
        self.bind(mention, key)
