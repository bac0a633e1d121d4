"""Quantities (数量): a number and the unit it is counted in, as government texts write them.

Recognised: 2658名, 4.58万人, 339亿元, 200余家, 9600多万, 38.82%, 3—5个, 三百余户, 百分之三十, with the words that
bound them (超过, 左右), the change verb before (增长6.7%) and the noun that is counted (74名干部, 项目246个). Numbers
in a row share the verb (分别增长20%、21%) and the unit (1.8个、0.2个和0.1个百分点) of their row.

Not quantities: ordinals (第3次), dates and years, document and telephone numbers, sessions (十七届), numbers inside
quoted names (“三项新机制”) and the numeral 一, which mostly is an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import rjieba

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
PLAIN = str.maketrans({",": "", "．": ".", "％": "%"})
# Parts of speech that a counted noun phrase is made of, by the tagger; 的 and verbs end it.
NOMINAL = ("n", "vn", "a", "b", "j", "l", "s", "t", "ng", "nz", "eng", "an", "q", "k", "m")
LONGEST_NOUN = 12
REACH = 20  # characters around a number that may hold the noun


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, before it is worded as a mention."""

    start: int
    end: int
    value: str
    unit: str
    qualifier: str
    direction: str
    lead: int  # where the words begin that bound the number or say how it changed


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every quantity of the text that is not part of a date."""
    text = prose.text.string
    taken = {at for m in earlier if m.kind == "date" for at in range(m.start, m.end)}
    measures = [m for m in _measures(text, seeds) if m.start not in taken]
    breaks = seeds.forms("quantity_breaks") | seeds.forms("quantity_directions")
    for measure in _in_rows(text, measures, seeds):
        yield _mention(text, measure, breaks)


def _measures(text: str, seeds: Seeds) -> Iterator[Measure]:
    chinese_units = seeds.forms("unit_words") - seeds.forms("unit_words", "digits")
    for match in seeds.pattern("quantities.quantity").finditer(text):
        if match["low"][0].isdigit() or (match["unit"] in chinese_units and _counts(text, match)):
            yield _measure(text, match, seeds)
    for match in seeds.pattern("quantities.hundredths").finditer(text):
        value = chinese_number(match["low"].replace("点", ""))
        if "点" not in match["low"] and value:
            verb, lead = _direction(text, match.start(), seeds)
            yield Measure(match.start(), match.end(), str(value), "%", "", verb, lead)


def _counts(text: str, match: re.Match[str]) -> bool:
    """True for a Chinese numeral that counts: 三百余户, but not 一个, and not inside the name “三项新机制”."""
    if not match["times"] and (match["low"] == "一" or (match["unit"] == "元" and match["low"] in DIGITS)):
        return False  # 三元正极材料
    opened = text.rfind("“", max(0, match.start() - 12), match.start())
    return opened < 0 or "”" in text[opened : match.start()]


def _measure(text: str, match: re.Match[str], seeds: Seeds) -> Measure:
    qualifier = "".join(match[g] or "" for g in ("more", "rest", "after"))
    low = match["low"]
    if match["high"]:
        qualifier = text[match.start("low") : match.end("high")]
    bound = seeds.pattern("quantities.bound").search(text, max(0, match.start() - 4), match.start())
    direction, lead = _direction(text, bound.start() if bound else match.start(), seeds)
    return Measure(
        start=match.start(),
        end=match.end(),
        value=_plain(_number(low) * _factor((match["times"] or "") or _shared(match))),
        unit=match["unit"].translate(PLAIN),
        qualifier=(bound["bound"] if bound else "") + qualifier,
        direction=direction,
        lead=lead,
    )


def _shared(match: re.Match[str]) -> str:
    """The multiplier that only the low end of a range carries: 3万—5万人 and 3万—5人 alike."""
    unit = match["lowunit"] or ""
    return unit if unit in MYRIADS else ""


def _direction(text: str, start: int, seeds: Seeds) -> tuple[str, int]:
    """The change verb right before a position, and where it begins."""
    found = seeds.pattern("quantities.direction").search(text, max(0, start - 10), start)
    return (found["direction"], found.start()) if found else ("", start)


def _number(written: str) -> Decimal:
    return Decimal(written.translate(PLAIN)) if written[0].isdigit() else Decimal(chinese_number(written))


def chinese_number(written: str) -> int:
    """The value of a Chinese numeral.

    >>> chinese_number("三百二十万")
    3200000
    """
    total = section = digit = 0
    for character in written:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in TENS:
            section += (digit or 1) * TENS[character]
            digit = 0
        elif character in MYRIADS:
            total = (total + section + digit) * MYRIADS[character]
            section = digit = 0
    return total + section + digit


def _factor(times: str) -> int:
    factor = 1
    for character in times:
        factor *= TENS.get(character) or MYRIADS[character]
    return factor


def _plain(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _in_rows(text: str, measures: list[Measure], seeds: Seeds) -> list[Measure]:
    """Share verb and unit along rows such as 分别增长20%、21% and 1.8个、0.2个和0.1个百分点."""
    rows = sorted(measures, key=lambda m: m.start)
    between = seeds.pattern("quantities.coordination")
    for index in range(1, len(rows)):
        before, here = rows[index - 1], rows[index]
        if not here.direction and between.search(text[before.end : here.start]):
            rows[index] = replace(here, direction=before.direction)
    for index in range(len(rows) - 2, -1, -1):
        here, after = rows[index], rows[index + 1]
        if here.unit == "个" and after.unit == "个百分点" and between.search(text[here.end : after.start]):
            rows[index] = replace(here, unit=after.unit)
    return rows


def _mention(text: str, measure: Measure, breaks: frozenset[str]) -> Mention:
    before = text[max(0, measure.lead - REACH) : measure.lead]
    after = text[measure.end : measure.end + REACH]
    attrs = {
        "direction": measure.direction,
        "noun": counted_noun(before, after, breaks),
        "qualifier": measure.qualifier,
        "unit": measure.unit,
        "value": measure.value,
    }
    return Mention(
        start=measure.start,
        end=measure.end,
        kind="quantity",
        form=text[measure.start : measure.end],
        name=f"{measure.value} {measure.unit}",
        rule="quantity",
        attrs=tuple((key, value) for key, value in sorted(attrs.items()) if value),
    )


def counted_noun(before: str, after: str, breaks: frozenset[str]) -> str:
    """What is counted: the noun phrase right after the number (74名干部), else the one right before (项目246个)."""
    return _nominal(rjieba.tag(after), breaks) or _nominal(rjieba.tag(before)[::-1], breaks, back=True)


def _nominal(words: list[tuple[str, str]], breaks: frozenset[str], *, back: bool = False) -> str:
    """The words of a noun phrase from the beginning of a list on; ``back`` for one that was reversed."""
    noun = ""
    for word, tag in words:
        longer = word + noun if back else noun + word
        if word in breaks or not tag.startswith(NOMINAL) or not word.isalpha() or len(longer) > LONGEST_NOUN:
            break
        noun = longer
    return noun if len(noun) > 1 else ""
