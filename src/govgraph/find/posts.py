"""Posts: titles such as 市长, 党组书记, 常务副主任, one mention an occurrence.

A post is named by its bare title, with 党组/党支部 and 副 where they stand, without the body: 教育局党组书记、局长
gives 党组书记 and 局长. Coordinated titles are separate mentions. Signs of status (代, 原, 时任, 候选人, 兼) are no
part of the name: they become the attribute ``status``; a grade in brackets (正厅级) becomes ``rank``.

In tables and lists a title may be spread over its column (书　　记, 副 主 任); its name is without the blanks.

Not a post: a title that goes on as another word (主任会议, 书记处, 代表团, 局长远规划), 代表 as a verb (我代表市政府),
班长. 代表, 委员, 成员, 记者 are weak: they count next to a name or a body, or as a listed kind of member (人大代表).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rjieba

from govgraph.find.names import Names
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds, Word

# Points of characters that look like a name by themselves.
NAME = 2
REGION = 3  # characters of 自治区
# Characters behind 代表 that tell a verb by its object, and the classes of the words that are one.
OBJECT, NOUNS = 6, ("n", "ns", "nt", "nz")
OPENERS = ("。", "；", "\n", "，", "”")


@dataclass(frozen=True)
class _Reader:
    """The text and what the rules ask of it."""

    text: str
    heads: dict[str, Word]
    status: dict[str, str]
    bodies: dict[int, int]  # end of a body mention → its start
    seated: frozenset[int]  # where bodies start
    names: Names
    seeds: Seeds

    def pattern(self, name: str) -> re.Pattern[str]:
        return self.seeds.pattern(f"posts.{name}")


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every title of a document."""
    text = prose.text.string
    reader = _Reader(
        text,
        {word.form: word for word in seeds.words("titles", "head")},
        {
            word.form: word.canonical
            for kind in ("status", "candidate")
            for word in seeds.words("title_modifiers", kind)
        },
        {m.end: m.start for m in earlier if m.kind == "body"},
        frozenset(m.start for m in earlier if m.kind == "body" and m.strength == "strong"),
        seeds.once(Names.of),
        seeds,
    )
    stop = re.compile("|".join(sorted(seeds.forms("title_modifiers", "not_after"), key=lambda f: (-len(f), f))))
    weak = re.compile("|".join(sorted(seeds.forms("title_modifiers", "not_after_weak"))))  # 委员视察, but 市长|视察
    goes_on = seeds.pattern("posts.no_title_after")
    for match in seeds.pattern("posts.title").finditer(text):
        loose = reader.heads[match["head"]].strength == "weak" and weak.match(text, match.end())
        stopped = stop.match(text, match.end()) or loose
        if stopped and len(stopped[0]) == 1 and reader.names.starts(text, match.end()):
            stopped = None  # 县委书记|权某某
        if (stopped and not _held_up(reader, match)) or goes_on.match(text, match.end()):
            continue
        if match["head"] == "代表" and _verb(reader, match.start(), match.end()):
            continue
        yield _mention(reader, match.span("form"), match)
    yield from _spaced(reader)


def _spaced(reader: _Reader) -> Iterator[Mention]:
    """Titles that a table spreads over its column, up to the end of the run or to a name: 书　　记　佘 山."""
    for run in reader.pattern("spaced").finditer(reader.text):
        signs = [run.start() + at for at, sign in enumerate(run[0]) if sign not in " 　"]
        for size in range(len(signs), 1, -1):
            form, rest = ("".join(reader.text[at] for at in part) for part in (signs[:size], signs[size:]))
            match = reader.pattern("title").fullmatch(form)
            if match and (not rest or reader.names.points(rest) >= NAME):
                yield _mention(reader, (signs[0], signs[size - 1] + 1), match)
                break


def _held_up(reader: _Reader, match: re.Match[str]) -> bool:
    """等代表建议, 李红梅委员建议: 代表 and 委员 stay titles where names stand before."""
    weak = reader.heads[match["head"]].strength == "weak"
    if weak and (count := reader.pattern("counted").search(reader.text, max(0, match.start() - 4), match.start())):
        return reader.names.ends(reader.text, count.start())  # 王某、李某|两位|代表
    opens = any(
        (start == 0 or reader.text[start - 1] in OPENERS) and reader.names.alone(reader.text, start, match.start()) >= 1
        for start in (match.start() - 2, match.start() - 3)
        if start >= 0
    )
    return weak and (
        opens or reader.text[match.start() - 1 : match.start()] == "等" or reader.names.ends(reader.text, match.start())
    )


def _verb(reader: _Reader, start: int, end: int) -> bool:
    """代表 with an object is a verb, unless the object is the name of a deputy."""
    if end in reader.seated or reader.pattern("verb_before").search(reader.text[max(0, start - 3) : start]):
        return True  # 齐某代表|县法院
    behind = rjieba.tag(reader.text[end : end + OBJECT], False)
    if behind and behind[0][1] in NOUNS and reader.names.ends(reader.text, start):
        return not reader.names.starts(reader.text, end)  # 李明代表|项目业主发言
    return bool(reader.pattern("object").match(reader.text, end)) and not reader.names.starts(reader.text, end)


def _mention(reader: _Reader, span: tuple[int, int], match: re.Match[str]) -> Mention:
    (start, end), form = span, reader.pattern("others").sub("", match["form"])
    head = reader.heads[match["head"]]
    region = reader.pattern("region").search(reader.text[max(0, start - REGION) : end])
    attrs = [("head", region["region"] + region["head"] if region else head.canonical)]
    if "副" in form:
        attrs.append(("deputy", "yes"))
    if grade := reader.pattern("grade_after").match(reader.text[end : end + 10]):
        attrs.append(("rank", grade["grade"]))
    if status := _status(reader, start, end):
        attrs.append(("status", status))
    if head.form == "代表" and reader.pattern("spokesman").search(reader.text[max(0, start - 3) : start]):
        attrs.append(("speaks_for", "others"))
    acting = reader.pattern("acting").search(reader.text[max(0, start - 5) : start])
    if acting and not _stood_in_for(reader, start - len(acting["acting"]), end):
        attrs.append(("acting", acting["acting"]))
    strength = head.strength if head.strength == "strong" or not _supported(reader, start, end) else "strong"
    return Mention(start, end, "post", reader.text[start:end], form, "posts.title", strength, tuple(sorted(attrs)))


def _status(reader: _Reader, start: int, end: int) -> str:
    """代, 原, 时任 and the like before the title or before its body; 候选人 after it."""
    before = reader.pattern("status_before")
    for at in (start, reader.bodies.get(start, start)):
        if found := before.search(reader.text[max(0, at - 5) : at]):
            told = reader.status[found["status"]]
            return "" if told == "acting" and _stood_in_for(reader, at - len(found["status"]), end) else told
    found = reader.pattern("candidate_after").match(reader.text[end : end + 6])
    return reader.status[found["status"]] if found else ""


def _stood_in_for(reader: _Reader, start: int, end: int) -> bool:
    """李明代县长王强作报告: between two names 代 is the verb, and the title that of whom the first stands in for."""
    name = reader.pattern("comrade").search(reader.text[max(0, start - 3) : start])
    return bool(name or reader.names.ends(reader.text, start)) and reader.names.starts(reader.text, end)


def _supported(reader: _Reader, start: int, end: int) -> bool:
    """A body or an organ stands before, or a name before or after; or it opens a line with a colon: 成 员：."""
    if reader.pattern("labels").match(reader.text, end) and not reader.text[
        reader.text.rfind("\n", 0, start) + 1 : start
    ].strip(" \u3000"):
        return True
    return start in reader.bodies or reader.names.starts(reader.text, end) or reader.names.ends(reader.text, start)
