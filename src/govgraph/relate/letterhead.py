"""The head and the foot of a document: its title, subtitle, number (文号) and the day on which it was issued.

    松江市人民政府文件 | 松政发〔2023〕12号 | 松江市人民政府关于印发 | 《…方案》 | 的 通 知 … 2023年4月8日

A title may stand on several lines, below lines that are none (the name of the series, 某市发布, 第四章). A date counts
only where its line holds no sentence: the day that a text tells of, or on which a law takes effect, is not the day of
the document. What is not there is left out, never guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence

from govgraph.model import Mention, Paragraph, Prose
from govgraph.seeds import Seeds

AUTHORED = 80  # characters of a title behind its author
LINES = 14  # paragraphs of a head
FEW = 5  # lines of a title
SHORT, LONG = 4, 60  # characters of a title on one line
HAN = re.compile(r"[\u3400-\u9fff]")
OCCASION = re.compile(r"——\d{4}年[^，。]{2,60}上$")  # of a speech
BETWEEN = " \u3000、"  # bodies that sign together
NOWHERE = (-1, -1)
TIMELESS = ("chronicle", "roster")  # they go over many years


def title(prose: Prose, seeds: Seeds) -> str:
    """What the document is called; nothing where it does not say."""
    told = next((value for key, value in prose.document.meta if key == "title" and value), "")
    if told:
        return told
    spoken = _spoken(prose, seeds)
    if spoken:
        return spoken
    lines = _head(prose)
    for start in range(len(lines)):
        if seeds.pattern("letterhead.head").match(lines[start]):
            continue
        for end in range(start + 1, min(start + FEW, len(lines)) + 1):
            joined = re.sub(r"[ \u3000]", "", "".join(lines[start:end]))
            if seeds.pattern("letterhead.titled").match(joined):
                return joined
            if not seeds.pattern("letterhead.begun").search(lines[end - 1]):
                break
    fits = (line for line, below in zip(lines, [*lines[1:], ""], strict=False) if _is_title(line, below, seeds))
    return next(fits, "")


def _spoken(prose: Prose, seeds: Seeds) -> str:
    """What a speech behind a foreword is called: the line above its occasion, or one set beside its columns.

    实干担当谱新篇 … 卷首语 | 松江市人民政府公报 | 政府工作报告 | ——2024年1月9日在某会议上 | 市长 李文清
    """
    paragraphs = prose.paragraphs
    for above, line, below in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        if line.kind != "heading" or below.kind != "byline" or not OCCASION.match(_string(prose, line)):
            continue
        if all(p.kind != "body" for p in paragraphs[: paragraphs.index(line)]):
            return ""  # it is the head of the document itself
        beside = (_string(prose, p) for p in (above, paragraphs[-1]) if p.kind == "heading")
        return next((text for text in beside if seeds.pattern("letterhead.report").match(text)), "")
    return ""


def _head(prose: Prose) -> list[str]:
    """The lines above the first paragraph of the text."""
    lines: list[str] = []
    for paragraph in prose.paragraphs[:LINES]:
        line = _string(prose, paragraph)
        if paragraph.kind == "byline":
            continue
        if paragraph.kind == "body" and ("。" in line or "，" in line or len(line) > LONG):
            if lines:
                break
            continue
        lines.append(line)
    return lines


def _string(prose: Prose, paragraph: Paragraph) -> str:
    return prose.text.string[paragraph.start : paragraph.end].strip(" #*\u3000")


def _is_title(line: str, below: str, seeds: Seeds) -> bool:
    if seeds.pattern("letterhead.head").match(below) and seeds.pattern("repair.broken_title").search(line):
        return False  # a series over two lines: 松江市九届人大二次 | 会议文件（十二）
    if not SHORT <= len(line) <= LONG or not HAN.search(line) or line.startswith(("—", "（", "【")) or line[-1] == "：":
        return False
    return not any(seeds.pattern(f"letterhead.{name}").match(line) for name in ("head", "number"))


def subtitle(prose: Prose) -> str:
    """The line behind a dash below the title, where it is not the occasion of a speech."""
    for line in _head(prose):
        if line.startswith("——") and not re.match(r"——\d{4}年", line):
            return line.strip("— ")
    return ""


def number(prose: Prose, seeds: Seeds) -> str:
    """The number of the document, which stands on a line of its own."""
    for paragraph in prose.paragraphs[:LINES]:
        found = seeds.pattern("letterhead.number").match(_string(prose, paragraph))
        if found:
            return found[0]
    return ""


def issued(prose: Prose, mentions: Sequence[Mention], seeds: Seeds) -> str:
    """The date of issue: what the file says, else the signature's at the foot, else one below the title."""
    for key, value in prose.document.meta:
        if key in ("date", "issued") and _dated(value):
            return value
    dates = [m for m in mentions if m.kind == "date" and re.fullmatch(r"\d{4}(-\d\d){1,2}", m.name)]
    head = [d for d in dates if _below(prose, d, prose.paragraphs[:LINES], seeds)]
    foot = [d for d in dates if _below(prose, d, prose.paragraphs[LINES // 2 :], seeds)]
    spoken = [d for d in head if len(d.name) == 10 and prose.text.string[: d.start].endswith(("——", "（"))]
    full = [*spoken, *sorted(foot, key=lambda d: -len(d.name)), *head]
    return full[0].name if full else ""


def _dated(value: str) -> bool:
    """True for a year, a month or a day that the calendar has: a file may say 2024-93-05."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        return False
    year, month, day = (int(part) for part in f"{value}-01-01".split("-")[:3])
    return year > 0 and 0 < month <= 12 and 0 < day <= calendar.monthrange(year, month)[1]


def _below(prose: Prose, date: Mention, paragraphs: Sequence[Paragraph], seeds: Seeds) -> bool:
    """True for a date on a line without a sentence, which does not count the years of a term."""
    line = next((p for p in paragraphs if p.start <= date.start and date.end <= p.end), None)
    if line is None or line.kind == "caption":
        return False
    string = _string(prose, line)
    return bool(seeds.pattern("letterhead.dated").match(string)) and not re.search(r"[~～—－-]\s*\d{4}", string[2:])


def authored(string: str, start: int, end: int, seeds: Seeds) -> bool:
    """True of a name that opens the title of its own document: 甲省文化厅关于印发…的通知, 2026年|甲省政府|工作报告."""
    line = string.rfind("\n", 0, start) + 1
    before = seeds.pattern("letterhead.line_before").fullmatch(string[line:start])
    return before is not None and seeds.pattern("issuer.titled").match(string[end : end + AUTHORED]) is not None


def author(string: str, names: Iterable[tuple[int, int]], seeds: Seeds) -> tuple[int, int]:
    """Where the first of the names of the bodies stands that a title begins with: 甲厅 乙厅关于印发…的通知."""
    spans = sorted(set(names), key=lambda span: (span[0], -span[1]))
    for first in (span for span in spans if authored(string, *span, seeds)):
        return first
    for start, end in spans:
        last = end
        while following := [span for span in spans if span[0] >= last and not string[last : span[0]].strip(BETWEEN)]:
            last = following[0][1]
        line = string.rfind("\n", 0, start) + 1
        if last > end and not string[line:start].strip() and authored(string[line:], 0, last - line, seeds):
            return start, end
    return NOWHERE


def genre(found: str, called: str, string: str, seeds: Seeds) -> str:
    """What a document is that is no news: a policy document or a chronicle, by its title or its beginning."""
    if seeds.pattern("letterhead.chronicle").search(string[:400]):
        return "chronicle"
    if found == "news" and seeds.pattern("letterhead.policy").search(called):
        return "policy"
    return found


def period(prose: Prose, year: str, kind: str, seeds: Seeds) -> str:
    """The year that a document reports on: the one under review in its headings, else the one it speaks of most."""
    if kind in TIMELESS:
        return ""
    for paragraph in prose.paragraphs:
        line = _string(prose, paragraph)
        found = seeds.pattern("sections.year").search(line) if len(line) <= LONG and paragraph.level else None
        if found and seeds.pattern("sections.done").search(line):
            return found[1]
    return year
