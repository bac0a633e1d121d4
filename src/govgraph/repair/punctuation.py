"""ASCII punctuation that stands for Chinese: 前行,推动 · 各项任务. · (市、区) · "四个机关".

A comma, colon, semicolon, exclamation or question mark is Chinese where it touches a Han character and does not
stand between digits (1,000 · 10:30 stay). A full stop is 。 after a Han character at the end of a line, and anywhere
in a text that hardly uses 。 itself. Parentheses go in pairs. Straight quotes are paired within a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.regexes import compiled
from govgraph.repair.marks import HAN
from govgraph.text import Edit

WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
# Each pattern begins with what it looks for and then looks back: a search for one rare character costs next to nothing.
TOUCHING = tuple(
    compiled(rf"{re.escape(sign)}(?:(?<=[{HAN}”》）〕)%].)|(?<!:)(?=[{HAN}“《（〔])|(?<!\d.)(?=[{HAN}“《（]))")
    for sign in ",;:!?"
)
STOP = compiled(rf"\.(?<=[{HAN}”》）〕)%].)(?![.A-Za-z/])")
STOP_AT_END = compiled(rf"\.(?<=[{HAN}”》）〕)%].)(?=[”’]?[ \u3000]*(?:\n|\Z))")
NUMERAL = re.compile(r"(?:\A|(?<=[\n \u3000]))[一二三四五六七八九十]{1,3}\Z")
PARENTHESES = re.compile(r"[(（][^()（）\n]{0,80}[)）]|[()]")
TOUCHES_HAN = compiled(rf"[{HAN}：，、]")
QUOTED = re.compile(r'"([^"\n]{1,80})"')
CODE = compiled(rf'(?<=[{HAN}])"\d[\d+]*[\dA-Za-z]"(?=[{HAN}])')  # 围绕"1142"工作安排


def marks(string: str) -> list[tuple[int, int, str]]:
    """Commas and their like."""
    places = sorted(m.start() for touching in TOUCHING for m in touching.finditer(string))
    return [(place, place + 1, WIDE[string[place]]) for place in places]


def stops(string: str) -> Iterator[Edit]:
    """Full stops; after a numeral at the start of a line the enumeration comma is meant (一. → 一、)."""
    found = [m.start() for m in STOP.finditer(string)]
    if 2 * string.count("。") >= len(found):
        found = [m.start() for m in STOP_AT_END.finditer(string)]
    for place in found:
        numeral = NUMERAL.search(string, max(place - 3, 0), place)
        yield Edit(place, place + 1, "、" if numeral else "。")


def parentheses(string: str) -> Iterator[Edit]:
    """Both parentheses of a pair take the width that the surrounding Han asks for."""
    for pair in PARENTHESES.finditer(string):
        around = string[max(pair.start() - 1, 0) : pair.end() + 1]
        if TOUCHES_HAN.search(around) or "（" in pair[0] or "）" in pair[0]:
            for place in sorted({pair.start(), pair.end() - 1}):
                if string[place] in "()":
                    yield Edit(place, place + 1, WIDE[string[place]])


def quotes(string: str) -> Iterator[Edit]:
    """Straight double quotes around Han, and around a code of digits among Han, in pairs."""
    for pair in QUOTED.finditer(string):
        if TOUCHES_HAN.search(pair[1]) or CODE.match(string, pair.start()):
            yield Edit(pair.start(), pair.start() + 1, "“")
            yield Edit(pair.end() - 1, pair.end(), "”")
