"""The parts of an initiative, where the text lists them next to its name.

    “三大工程”：甲工程、乙工程、丙工程 | “五心”服务（即…、…） | …行动，分别是… | 甲、乙、丙“三网”建设

A number in the name says how many there must be (“九解一协调” has nine and one), or at least so many where the row ends
with 等; a name without a number needs a word that announces its parts (即, 包括, 分别是). A row that does not count up
is nobody's. A part that is an initiative itself is joined to it, another one is given as it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govgraph.model import Claim, Key
from govgraph.numerals import number
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

LONGEST = 150  # characters of a list behind a name
BEFORE = 60  # and of one before it
ENDS = "，。；：！？\n“”《》（）"  # none of which a row holds
OPENING = 3  # characters of a list that may number it: （一）
MARKS = "“”‘’ \u3000"
Part = tuple[int, int]


def members(register: Register, initiatives: Iterable[Bound], seeds: Seeds) -> Iterator[Claim]:
    """One claim for each part."""
    string = register.prose.text.string
    known = {b.start: b for b in sorted(register.bound, key=lambda b: b.end) if b.key.kind == "Initiative"}
    for item in initiatives:
        for part in _behind(string, item, seeds) or _before(string, item, seeds):
            yield _claim(register, item, part, known)


def _claim(register: Register, item: Bound, part: Part, known: dict[int, Bound]) -> Claim:
    start, end = part
    string = register.prose.text.string
    own = known.get(start) or known.get(start - 1)
    if own and own.end <= end + 1 and own.key != item.key:
        predicate, target = "hasPart", own.key
    else:
        predicate, target = "partName", Key("Name", "".join(c for c in string[start:end] if c not in MARKS))
    evidence = tuple(sorted((*quote(register.prose, item.start, item.end), *quote(register.prose, start, end))))
    return Claim(item.key, predicate, target, evidence, "list of parts", asserted_on=register.context.issued)


def _behind(string: str, item: Bound, seeds: Seeds) -> list[Part]:
    """The parts of the list behind a name."""
    match = seeds.pattern("members.behind").match(string, item.end, item.end + LONGEST)
    if match is None:
        return []
    announced = seeds.pattern("members.announced").search(string, item.end, match.start("list") + OPENING)
    parts, more = _row(string, match.start("list"), match.end("list"), seeds)
    return _counted(string, item, parts, seeds, more=more, announced=announced is not None)


def _before(string: str, item: Bound, seeds: Seeds) -> list[Part]:
    """The parts of the row right before a name with a number."""
    low = max(0, item.start - BEFORE)
    row = string[low : item.start].removesuffix("\n").removesuffix("“")
    low += 1 + max(map(row.rfind, ENDS))
    if "、" not in string[low : item.start]:
        return []
    match = seeds.pattern("members.before").search(string, low, item.start)
    if match is None:
        return []
    start = match.start("list")
    first = string[start : match.end("list")].partition("、")[0]
    verb = seeds.pattern("members.doing").match(first)
    start += verb.end() if verb and verb.end() < len(first) - 1 else 0
    parts, more = _row(string, start, match.end("list"), seeds)
    return [] if more else _counted(string, item, parts, seeds, more=False, announced=False)


def _row(string: str, start: int, end: int, seeds: Seeds) -> tuple[list[Part], bool]:
    """The members of a row, each cut to its name, and whether there are more of them (等)."""
    between = (match.span() for match in seeds.pattern("members.break").finditer(string, start, end))
    cuts = [(start, start), *between, (end, end)]
    parts: list[Part] = []
    for (_, low), (high, _) in pairwise(cuts):
        cut = _cut(string, low, high, seeds)
        if cut[0] < cut[1]:
            parts.append(cut)
        rest = string[cut[1] : high].lstrip(MARKS)
        if rest and string[high : high + 1] != "，":
            return parts, rest.startswith("等")
    return parts, False


def _cut(string: str, low: int, high: int, seeds: Seeds) -> Part:
    """A member without quotation marks and without what follows the row."""
    end = seeds.pattern("members.cut").search(string, low, high)
    high = end.start() if end else high
    while low < high and string[low] in MARKS:
        low += 1
    while high > low and string[high - 1] in MARKS:
        high -= 1
    return low, high


def _counted(string: str, item: Bound, parts: list[Part], seeds: Seeds, *, more: bool, announced: bool) -> list[Part]:
    """The parts, if they are as many as the name says and each may be one."""
    wanted = _number(item.mention.name, seeds)
    if parts and len(parts) + 1 == wanted:
        parts = _parted(string, parts, seeds)
    enough = (len(parts) < wanted if more else len(parts) == wanted) if wanted > 1 else announced
    fits = all(high - low > 1 and not seeds.pattern("members.unfit").search(string[low:high]) for low, high in parts)
    return parts if len(parts) > 1 and enough and fits else []


def _number(name: str, seeds: Seeds) -> int:
    """How many parts a name speaks of: the sum of its numbers; nothing where it has none."""
    return sum(number(digit) or 0 for digit in seeds.pattern("members.number").findall(name))


def _parted(string: str, parts: list[Part], seeds: Seeds) -> list[Part]:
    """The last member in two, where 和 joins two in it."""
    low, high = parts[-1]
    both: re.Match[str] | None = seeds.pattern("members.last").search(string, low, high)
    return [*parts[:-1], (low, both.start()), (both.end(), high)] if both else parts
