"""Titles in brackets: 《某某条例》, 《〈某某公约〉修正案》, «某某办法»«某某意见».

A pair nests; one that never closes, or closes only after a sentence or a hundred characters, is damage and no title.
Newspapers, broadcasts, books and works of art are weak and of kind ``media``: told by the title (…日报), by what
stands around it (录制《…》, 杂技《…》, 《…》栏目) and by their neighbours in a list. A title that is only the name of
a sort of document (《建议书》) is weak.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from govgraph.model import Mention
from govgraph.seeds import Seeds

OPEN, CLOSE = "《«", "》»"
LONGEST = 110
CONGRESS = 300  # characters behind a congress in which its reports are given
SHORTEST_OTHER = 6  # a title that says no sort of document and is as short as this is mostly a work of art
BEFORE = 14  # characters before a title that may say that it is a document
BRACKETS = str.maketrans("[［（(【]］）)】", "〔〔〔〔〔〕〕〕〕〕")


class Title(NamedTuple):
    """A bracketed stretch; ``start`` and ``end`` include the brackets."""

    start: int
    end: int
    name: str


def brackets(text: str) -> Iterator[Title]:
    """The outermost pairs of title brackets."""
    depth, start = 0, -1
    for match in re.finditer("[《«》»。！？\n]", text):
        sign = match[0]
        if sign in OPEN and (depth == 0 or match.start() - start > LONGEST):
            depth, start = 1, match.start()
        elif sign in OPEN:
            depth += 1
        elif sign in CLOSE and depth:
            depth -= 1
            if depth == 0 and 2 < match.end() - start <= LONGEST:
                yield Title(start, match.end(), " ".join(text[start + 1 : match.start()].split()))
        elif sign == "。":
            depth = 0


def kind_of(name: str, seeds: Seeds) -> str:
    """What sort of document a title names, by its last word; "other" where that does not say."""
    heads = {word.form: word.canonical for word in seeds.words("instrument_heads")}
    kind = heads.get(_head(name, heads), "other")
    return "other" if kind == "law" and seeds.pattern("instruments.not_law").search(name) else kind


def _head(name: str, words: Container[str]) -> str:
    """The longest word of a list that a title ends in."""
    name = re.sub(r"[（(][^（）()]*[）)]$|〔\d{4}〕第?\d+号$", "", name.rstrip("〉"))
    return next((name[-k:] for k in range(min(6, len(name)), 0, -1) if name[-k:] in words), "")


def _periodical(name: str, seeds: Seeds) -> bool:
    """Whether a title ends in a word for a periodical or book: 某某日报, but 统计公报 and 情况通报 are documents."""
    head = _head(name, seeds.forms("instrument_heads"))
    found = _head(name, seeds.forms("instrument_titles", "suffix"))
    return bool(found) and len(found) >= len(head)


def titles(text: str, pairs: tuple[Title, ...], seeds: Seeds) -> Iterator[Mention]:
    """One mention for each bracketed title."""
    media = _media(text, pairs, seeds)
    beside = _beside(text, pairs, seeds)
    untitled = seeds.forms("instrument_titles", "untitled")
    number = seeds.pattern("instruments.number")
    short = {word.form: word.canonical for word in seeds.words("instrument_titles", "short")}
    for pair in pairs:
        name, draft = undraft(pair.name, seeds)
        after = text[pair.end : pair.end + 24]
        draft = draft or bool(seeds.pattern("instruments.draft").match(after))
        kind = "media" if pair.start in media else kind_of(name, seeds)
        attrs = attributes(name, kind, draft=draft)
        if found := number.search(after, 0, 24) if after[:1] in "（(" else None:
            attrs["number"] = official(found[0])
            attrs["short"] = "|".join(filter(None, (attrs.get("short"), attrs["number"])))
        if seeds.pattern("instruments.work_report").fullmatch(name):
            attrs["full"] = "{J}" + name.replace("人民政府", "政府")
        attrs |= {"full": short[name], "short": name} if name in short else {}
        slight = kind == "other" and name not in short and not _reported(text, pair, seeds)
        if slight and len(name) > SHORTEST_OTHER:
            slight = pair.start not in beside and not _official(text, pair, seeds)
        weak = kind == "media" or name in untitled or slight
        yield mention(text, pair.start, pair.end, name, "instrument.title", attrs, strong=not weak)
        for inner in seeds.pattern("instruments.approved_title").finditer(text, pair.start, pair.end):
            title = inner["name"]
            of_it = attributes(title, kind_of(title, seeds))
            yield mention(text, *inner.span("name"), title, "instrument.approved", of_it, strong=True)


def official(number: str) -> str:
    """A number with the brackets that the rules on official documents ask for: 某发〔2023〕5号."""
    return number.translate(BRACKETS)


def undraft(name: str, seeds: Seeds) -> tuple[str, bool]:
    """The name of what a draft is a draft of, and whether it is one."""
    match = re.search(f"(?:{seeds.pattern('instruments.draft').pattern})$", name)
    return (name[: match.start()], True) if match and match.start() else (name, False)


def attributes(name: str, kind: str, *, draft: bool = False) -> dict[str, str]:
    """What every instrument says of itself: its kind, whether it is a draft, how else a law is called."""
    attrs = {"kind": kind} | ({"draft": "yes"} if draft else {})
    state = "中华人民共和国"
    if kind == "law" and name.startswith(state) and "和" not in name[len(state) : len(state) + 1]:
        attrs["short"] = name.removeprefix(state)
    elif kind == "law":
        attrs["short"] = state + name
    return attrs


def mention(text: str, start: int, end: int, name: str, rule: str, attrs: dict[str, str], *, strong: bool) -> Mention:
    """A mention of an instrument."""
    strength = "strong" if strong else "weak"
    return Mention(start, end, "instrument", text[start:end], name, rule, strength, tuple(sorted(attrs.items())))


def _media(text: str, pairs: tuple[Title, ...], seeds: Seeds) -> frozenset[int]:
    """Where titles of media start; titles listed side by side are of one sort."""
    before = seeds.compiled("{{instrument_titles.before}}[^，。；、]{0,3}$")
    after = seeds.pattern("instruments.media_after")
    found: set[int] = set()
    for group in _groups(text, pairs):
        if _tells(text, group, before, after, seeds):
            found |= {t.start for t in group if _periodical(t.name, seeds) or _headless(t.name, seeds)}
    return frozenset(found)


def _beside(text: str, pairs: tuple[Title, ...], seeds: Seeds) -> frozenset[int]:
    """Where titles start in a row in which another one says what sort of document it is."""
    rows = (group for group in _groups(text, pairs) if len(group) > 1)
    return frozenset(t.start for group in rows if any(not _headless(t.name, seeds) for t in group) for t in group)


def _groups(text: str, pairs: tuple[Title, ...]) -> Iterator[list[Title]]:
    """The titles side by side."""
    group: list[Title] = []
    for pair in pairs:
        if group and text[group[-1].end : pair.start] not in ("", "、", "和", "与"):
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _official(text: str, title: Title, seeds: Seeds) -> bool:
    """Whether a title that says no sort of document is one after all, by how it begins or what is done to it."""
    if seeds.pattern("instruments.official_name").match(title.name):
        return True
    before = seeds.pattern("instruments.official_before").search(text, max(0, title.start - BEFORE), title.start)
    return before is not None or seeds.pattern("instruments.official_after").match(text, title.end) is not None


def _reported(text: str, title: Title, seeds: Seeds) -> bool:
    """Whether a work report is given under a title, or at a congress any report."""
    report = seeds.pattern("instruments.report_after").match(text, title.end)
    congress = seeds.pattern("instruments.congress").search(text, max(0, title.start - CONGRESS), title.start)
    return report is not None and (report["work"] is not None or congress is not None)


def _headless(name: str, seeds: Seeds) -> bool:
    """Whether a title does not end in a word for a document."""
    return kind_of(undraft(name, seeds)[0], seeds) == "other"


def _tells(text: str, group: list[Title], before: re.Pattern[str], after: re.Pattern[str], seeds: Seeds) -> bool:
    start, end = group[0].start, group[-1].end
    return bool(
        any(_periodical(title.name, seeds) for title in group)
        or (before.search(text[max(0, start - 9) : start]) and not _reported(text, group[-1], seeds))
        or after.match(text, end)
    )
