"""Which weak bodies are named after all: 人大 alone in a place's own paper, 公安局|局长, 某某大学|校长.

A form that may be many bodies counts where the document's own place makes it one, or where a title stands right
behind it and nothing that could be more of its name before it. A party organ without its unit (党委) stays nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from govgraph.gazetteer import short
from govgraph.model import Mention, Prose
from govgraph.relate.context import Context
from govgraph.seeds import Seeds

LED = 2  # characters before an office that say that it begins its clause


class Leaning:
    """Knows the place of a document and where its titles start."""

    def __init__(self, prose: Prose, context: Context, seeds: Seeds, mentions: Iterable[Mention] = ()) -> None:
        """``mentions`` are those of the document."""
        self.string, self.site = prose.text.string, context.site
        self.plain = seeds.forms("plain_bodies")
        self.part = seeds.forms("grammar", "part_alone")
        self.before, self.behind = seeds.pattern("belonging.office_led"), seeds.pattern("belonging.office_acts")
        self.province = tuple(seeds.forms("grammar", "province_class"))
        self.office = seeds.forms("grammar", "province_office")
        self.more = seeds.pattern("belonging.of_name")
        division = seeds.gazetteer.by_code(self.site.code) if self.site else None
        self.level = division.level if division else ""
        self.garrisons = {word.form: word.canonical for word in seeds.words("grammar", "garrison")}
        self.standing = seeds.pattern("bodies.standing_part")
        self.home = self._home(seeds)
        rows = list(mentions)
        self.titles = {mention.start for mention in rows if mention.kind == "post"}
        self.elsewhere = [mention.start for mention in rows if self._foreign(mention)]
        self.people = [mention.start for mention in rows if mention.kind == "person"]

    def stands(self, mention: Mention) -> bool:
        """True for a weak mention that names a body by itself."""
        return mention.kind == "body" and (self._plain(mention) or self._staffed(mention) or self._acts(mention))

    def _acts(self, mention: Mention) -> bool:
        """True of 教育局、卫生健康委开展…, offices of the document's place, where the sentence names no other."""
        site, bare = self.site, mention.rule == "body.bare" and mention.get("kind") == "department"
        if not bare or site is None or site.national or "{J}" not in mention.get("full") or mention.name in self.part:
            return False
        if site.bare.endswith(self.province) != (mention.name[-1] in self.office):
            return False  # 教育厅 of a city, 教育局 of a province
        sentence = max(self.string.rfind(mark, 0, mention.start) for mark in "。\n") + 1
        if bisect_left(self.elsewhere, sentence) < bisect_left(self.elsewhere, mention.start):
            return False
        led = self.before.search(self.string, max(0, mention.start - LED), mention.start)
        return led is not None and self.behind.match(self.string, mention.end) is not None

    def _foreign(self, mention: Mention) -> bool:
        """True of a place, or a body with its place, that is neither the document's own nor what it lies in."""
        named = mention.name if mention.kind == "place" and not mention.get("deictic") else mention.get("jurisdiction")
        return mention.kind in ("place", "body") and len(named) > 1 and named not in self.home

    def _home(self, seeds: Seeds) -> frozenset[str]:
        """The names of the document's place and of all that it lies in: 东山县, 东山, 漳州市, 漳州, 福建."""
        if self.site is None:
            return frozenset()
        chain = [d.name for d in seeds.gazetteer.chain(self.site.code)] if self.site.code else []
        ends = (self.site.full[at:] for at in range(len(self.site.full) - 1))
        return frozenset((*ends, *chain, *(short(name) for name in chain)))

    def _garrison(self, mention: Mention) -> bool:
        """True of 军分区 in the document of a prefecture and 人武部 in that of a county: each has one."""
        return self.level != "" and self.level == self.garrisons.get(mention.form)

    def _plain(self, mention: Mention) -> bool:
        """True for 人大, 政协 without a jurisdiction in the document of one place."""
        return mention.form in self.plain and self.site is not None and not self.site.national

    def _staffed(self, mention: Mention) -> bool:
        """True with a title right behind, for a name of its own or a department of the document's place."""
        if (
            mention.name in self.part
            or mention.end not in self.titles
            or self.more.match(self.string, max(0, mention.start - 1), mention.start)
        ):
            return False
        if bisect_left(self.people, mention.start) < bisect_left(self.people, mention.end):
            return False
        own = mention.get("kind") == "department" or self._garrison(mention) or self.standing.match(mention.form)
        return "{J}" not in mention.get("full") or (bool(own) and self.site is not None)
