"""Who was there: rows behind 出席：, 列席人员：, 请假： and the like, in minutes and rosters.

Each item of such a row is a name, alone or behind the body that it is from (列席：县财政局张三、县教育局李四).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find.people import rosters
from govgraph.find.people.bare import wordy
from govgraph.find.people.weighing import THRESHOLD, Found, Search

ITEM = re.compile("[㐀-鿿]+")
SIZES = (3, 2, 4)


def find(search: Search) -> Iterator[Found]:
    """The names at the ends of all items."""
    for row in search.pattern("presence").finditer(search.text):
        for item in ITEM.finditer(search.text, row.start("names"), row.end("names")):
            yield from _last(search, *item.span())


def _last(search: Search, start: int, end: int) -> Iterator[Found]:
    """The name that an item ends in, if it is all of it or stands behind a body."""
    for size in SIZES:
        low = end - size
        if low < start or not (low == start or search.ends_in(start, low)) or search.held(low, end):
            continue
        if size > 3 and search.text[low : low + 2] not in search.names.surnames:
            continue
        points = search.names.alone(search.text, low, end, firm=(True, True))
        if points >= rosters.AVERAGE - 1 and not (low == start and wordy(search, search.text[low:end]) and size < 3):
            yield Found(low, end, THRESHOLD, "roster")
            return
