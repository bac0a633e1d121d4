"""Sessions in a row of their numbers: 市九届人大常委会第三次、第四次会议, 县政协九届二、三次会议.

Each number is read with the words before and behind the row, as the name of that one session would be. Rows of plenums
and of congresses of the party are a matter of :mod:`sessions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from govgraph.model import Mention
from govgraph.seeds import Seeds

CLAUSE = "。；，：！？\n"
Read = Callable[[str, dict[int, int]], Iterable[Mention]]  # the sessions of a text, given where its places start


def rows(text: str, starts: dict[int, int], read: Read, seeds: Seeds) -> Iterator[Mention]:
    """Every session of every row; ``read`` reads the name of one."""
    for match in seeds.pattern("meetings.session_row").finditer(text):
        clause = max(text.rfind(sign, 0, match.start()) for sign in CLAUSE) + 1
        low, high = match.span("list")
        places = {end - clause: start - clause for end, start in starts.items() if start >= clause and end <= low}
        items = list(re.finditer("[^、和]+", match["list"]))
        for item in items:
            front = text[clause:low] + spelt(item[0], match["list"], seeds)
            named = [m for m in read(front + text[high : match.end()], places) if m.start < low - clause < m.end]
            if not named:
                break
            begin = clause + named[0].start if item is items[0] else low + item.start()
            end = match.end() if item is items[-1] else low + item.end()
            attrs = tuple(sorted({*named[0].attrs, ("partial", "yes")}))
            yield named[0]._replace(start=begin, end=end, form=text[begin:end], attrs=attrs)


def spelt(item: str, row: str, seeds: Seeds) -> str:
    """An item of a row with what only its ends say: 三 of 第二、三次 is 第三次."""
    item = item.removesuffix("全会")
    whole = seeds.pattern("meetings.whole_item")
    item += row[-1] if whole.search(row) and not whole.search(item) else ""
    return "第" + item if row[0] == "第" != item[0] else item
