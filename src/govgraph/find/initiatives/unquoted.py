"""Names without quotation marks: 国企改革三年行动, 甲药业二期项目, 第二轮省级督察, 平安甲市, 河长制, 12345热线.

* Programmes are known by their head noun (行动 战略 工程 计划 专项整治 试点 …) and a verb that carries them out; what
  stands before the head must say which one: 专项行动 and 重点工程 name nothing.
* Projects must be specific: a company or a place at their beginning, a capacity (15万吨), a phase (二期), a facility;
  农田水利项目 and 项目202个 are work, not names.

Work without a name (优化营商环境) is left alone; so are improved mechanisms and deepened reforms, which are weak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import rjieba

from govgraph.find.initiatives import placing
from govgraph.find.initiatives.clauses import Item, items
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

ENOUGH = 3
LONGEST = 34
FOUR = 4  # characters of the members of a row of slogans: 绿色发展、共建共享等战略
ANCHORS = ("body", "place")
PROPER_TAGS = ("nr", "ns", "nt", "nz", "eng")


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All programmes and projects without quotation marks."""
    text = prose.text.string
    anchors = {m.start: m.end for m in sorted(earlier, reverse=True) if m.kind in ANCHORS}  # the shortest of each
    taken = {at for m in earlier if m.kind in ("instrument", "meeting") for at in range(m.start, m.end)}
    days = {m.start: m.end for m in earlier if m.kind == "date" and m.name.startswith("--")}
    for item in (_plain(item, days, seeds) for item in items(text, seeds)):
        if not (item.start in taken and item.end - 1 in taken):
            yield from _named(item, anchors, seeds)


def _plain(item: Item, days: dict[int, int], seeds: Seeds) -> Item:
    """The item without what stands before its name: a date, a price, where it is carried out."""
    return _unscoped(_unpriced(_undated(item, days), seeds), seeds)


def _unscoped(item: Item, seeds: Seeds) -> Item:
    """The item without how far it reaches: 全市|甲专项行动."""
    scope = seeds.pattern("initiatives.scope").match(item.text)
    return replace(item, start=item.start + scope.end(), text=item.text[scope.end() :]) if scope else item


def _undated(item: Item, days: dict[int, int]) -> Item:
    """The item without the month or day that an entry of a chronicle begins with: 8月|某某水库."""
    size = days.get(item.start, item.start) - item.start
    return replace(item, start=item.start + size, text=item.text[size:]) if 0 < size < len(item.text) else item


def _unpriced(item: Item, seeds: Seeds) -> Item:
    """The item without what it costs: 15亿元|甲水泥优化升级."""
    price = seeds.pattern("initiatives.priced").match(item.text)
    return replace(item, start=item.start + price.end(), text=item.text[price.end() :]) if price else item


def _named(item: Item, anchors: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    if not _speakable(item, seeds) or seeds.pattern("initiatives.classed").search(item.listed):
        return
    kinds = seeds.once(_kinds)
    own = seeds.pattern("initiatives.own_head").search(item.text)
    head = own["head"] if own else item.head
    kind = kinds.get(head, "project")
    points = 0 if kind == "project" else programme_points(item, head, seeds)
    if kind == "project" or head == "工程":
        specific = project_points(item, _name(item, head, "project", seeds), anchors, seeds)
        kind = "project" if specific >= ENOUGH else kind
        points = max(points, specific)
    name = _name(item, head, kind, seeds)
    if points >= ENOUGH and placing.spoken(item.text, seeds) and not _called(item, seeds):
        return
    if points > 0 and not (item.listed and _is_place(name, seeds)):
        yield _mention(item, name, kind, points, seeds)


def _kinds(seeds: Seeds) -> dict[str, str]:
    """The kinds of programmes by head noun."""
    return {word.form: word.kind for word in seeds.words("initiative_named_heads")}


def _name(item: Item, head: str, kind: str, seeds: Seeds) -> str:
    """The name; in a row, with the head that it shares: 甲、乙战略 are 甲战略 and 乙战略."""
    census = seeds.pattern("initiatives.round").fullmatch(item.text)
    housed = kind == "platform" and seeds.pattern("initiatives.joined").search(item.text)  # 甲计算中心、乙服务平台
    shared = item.listed == "row" and kind != "project" and not (census or housed)
    elliptic = item.listed == "等" and head in seeds.forms("initiative_works", "facility")
    road = seeds.pattern("initiatives.row_road").match(head)
    phased = seeds.pattern("initiatives.phase").fullmatch(item.text[-2:])  # 甲地供水一期等引水工程
    closed = phased or (road and seeds.pattern("initiatives.row_whole").search(item.text))  # 甲铁路乙县段等铁路
    takes = shared or (elliptic and not closed)
    whole = item.text + head if takes and not item.text.endswith(head) else item.text
    whole = seeds.pattern("initiatives.built_tail").sub("", whole.removesuffix("工作"))
    return whole + _kind_of_road(item, seeds)


def _kind_of_road(item: Item, seeds: Seeds) -> str:
    """What the sum says of a road that is called by its ends: 甲地至乙地等|高速公路|项目."""
    road = seeds.pattern("initiatives.row_road").search(item.listed)
    bare = seeds.pattern("initiatives.two_ends").search(item.text)
    return road["road"] if road and bare and not seeds.pattern("initiatives.row_whole").search(item.text) else ""


def _speakable(item: Item, seeds: Seeds) -> bool:
    """A name has no quotation marks, verbs of doing at its beginning, particles or counts of things."""
    unfit = seeds.pattern("initiatives.unfit").search(item.text) or _begins_with_verb(item, seeds)
    whole = "、" not in item.text or bool(seeds.pattern("initiatives.own_head").search(item.text))
    return 4 <= len(item.text) <= LONGEST and whole and not unfit


def _begins_with_verb(item: Item, seeds: Seeds) -> bool:
    """True for 推进甲项目; false for 实施|打造甲高地行动, a campaign called by what it does."""
    verb = seeds.pattern("initiatives.begins_with_verb").search(item.text)
    alike = item.listed and len(item.text) == FOUR and seeds.pattern("initiatives.acting_head").search(item.head)
    return bool(verb) and not (alike or _called(item, seeds))


def _called(item: Item, seeds: Seeds) -> bool:
    """True of a campaign that is called by what it does."""
    return bool(seeds.pattern("initiatives.verbal").search(f"{item.verb}·{item.text}"))


def programme_points(item: Item, head: str, seeds: Seeds) -> int:
    """How much speaks for a named programme."""
    stem = item.text.removesuffix(head)
    if item.listed and item.head != head:  # 冬季会战、百日攻坚等行动: what sums them up is the head
        stem = item.text
    alone = item.text == head and item.listed in ("", "row")
    if alone or stem in seeds.forms("initiative_generic", "stem"):
        return 0
    emblem = seeds.pattern("initiatives.emblem").fullmatch(item.text) is not None
    if len(stem) < (2 if emblem or seeds.pattern("initiatives.short_stem").search(head) else 3):
        return 0
    if "、" in stem and seeds.pattern("initiatives.all_common").search(stem):
        return 0
    tells = len(stem) >= 4 or emblem or seeds.pattern("initiatives.telling_head").search(head) is not None
    points = 2 + tells + bool(item.listed)
    if seeds.pattern("initiatives.counted_after").search(item.counted):
        points = min(points, 1)  # 饮水工程34项
    if seeds.pattern("initiatives.general_stem").search(stem):
        points -= 2
    strict = seeds.pattern("initiatives.strict_heads").search(head)
    whole = item.text + head if item.listed == "row" and not item.text.endswith(head) else item.text
    if (
        strict
        and not emblem
        and not seeds.pattern(f"initiatives.fit_{strict.lastgroup}").search(f"{item.verb}·{whole}")
    ):
        points = min(points, 1)
    return points


def project_points(item: Item, name: str, anchors: dict[int, int], seeds: Seeds) -> int:
    """How much speaks for a named project: what is built, by whom, where, how large, which phase."""

    def says(pattern: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(name))

    built = 2 * says("capacity") + says("phase") + 2 * says("ends_in_facility") + says("ends_in_action")
    if says("general_project") or not (built or item.listed or says("own_head")):
        return 0
    own = seeds.pattern("initiatives.own_tail").sub("", name)
    called = placing.placed(name, seeds) or says("industry_first")
    located = item.start in anchors or called
    aim = seeds.pattern("initiatives.aiming").search(item.verb) and not (item.listed or says("own_head"))
    told = called or anchors.get(item.start, item.end) < item.end
    if placing.bare(own, seeds) or (aim and not told):
        return 0  # 甲县项目; 打造某某产业园
    if says("ends_in_institute") and not seeds.pattern("initiatives.own_head").search(item.head):
        return 1  # a school or hospital that is built is left to ``works``
    points = built + 2 * located
    here = item.start in anchors or placing.placed(name, seeds)
    if not here and seeds.pattern("initiatives.counted_after").search(item.counted):
        return min(points, 1)  # 建成县域物流中心|44个
    points += (len(name) >= 6) + bool(item.listed) + ("一批" in item.listed) - 2 * bool(item.counted)
    if points > 0 and rjieba.tag(name)[0][1] in PROPER_TAGS:
        points += 1
    return points if points >= ENOUGH and not says("all_common") else min(points, 1)


def _deeds(seeds: Seeds) -> frozenset[str]:
    """Heads that say what is done to a work; one that has its own takes none from its neighbour."""
    return seeds.forms("initiative_works", "action") | seeds.forms("initiative_works", "work")


def _is_place(text: str, seeds: Seeds) -> bool:
    """True of a member that is where the work is done: 甲、乙等口岸提升工程."""
    return any(name.start == 0 and name.end == len(text) for name in seeds.gazetteer.scan(text))


def _mention(item: Item, name: str, kind: str, points: int, seeds: Seeds) -> Mention:
    attrs = {"kind": kind, "score": str(points)}
    whole = seeds.pattern("initiatives.ends_in_facility").search(item.text) and item.head in seeds.forms(
        "initiative_works", "facility"
    )  # 甲文化中心、乙体育中心: each has its own
    told = item.head in item.text or item.text.endswith(tuple(seeds.forms("grammar", "whole_head")))
    done = seeds.pattern("initiatives.ends_in_action").search(item.text) and item.head in _deeds(seeds)
    if item.listed and not (whole or told or done):
        attrs["names"] = item.text + item.head.removeprefix("重点")
    return Mention(
        start=item.start,
        end=item.end,
        kind="initiative",
        form=item.text,
        name=name,
        rule="initiative.project" if kind == "project" else "initiative.programme",
        strength="strong" if points >= ENOUGH else "weak",
        attrs=tuple(sorted(attrs.items())),
    )
