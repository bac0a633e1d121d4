"""Phrases of titles: where what a verb gives somebody ends, and whether it goes on behind a comma.

Each takes the tokens of a sentence and where a phrase begins in it, and gives a position, or whether it is so.
"""

from __future__ import annotations

from govgraph.relate.holds import Holdings
from govgraph.relate.tokens import Row
from govgraph.seeds import Seeds

CHAIN = "，；"  # at which a list of all that somebody was may go on


class Phrases:
    """Reads the phrases of one document."""

    def __init__(self, holdings: Holdings, seeds: Seeds) -> None:
        """``holdings`` says where a title ends that leads to a name."""
        self.holdings, self.seeds, self.string = holdings, seeds, holdings.string

    def end(self, row: Row, start: int, end: int, stops: str) -> int:
        """Where a phrase of titles ends: not at a comma with a body and a title right behind it, in a life."""
        if stops == "lifelong":
            end = min((person.start for person in row.people if start < person.start < end), default=end)
        for stop in self.seeds.pattern("acts." + stops).finditer(self.string, start, end):
            if stop[0] not in (CHAIN if stops == "lifelong" else "，") or not self.goes_on(row, stop.end(), end):
                return stop.start()
        return end

    def apart(self, row: Row, start: int, end: int) -> int:
        """Where the titles of the next name begin, behind the first of a phrase: 任组长、|镇长甲任副组长."""
        first = next((p for p in row.posts if p.start >= start), None)
        held = row.titles_before(self.holdings.opening(end)) if any(p.start == end for p in row.people) else []
        low = min((t.start for item in held for t in (item.body, item.post) if t), default=end)
        return low if first is not None and first.end < low else end

    def goes_on(self, row: Row, start: int, end: int) -> bool:
        """True where nothing but titles with their bodies stands up to the next comma, and no name."""
        pause = self.seeds.pattern("acts.stop").search(self.string, start, end)
        if pause is None and any(p.start == end for p in row.people):
            return False  # 任组长，|镇长甲任副组长
        high = pause.start() if pause else end
        rest = self.seeds.pattern("acts.and_so_on").search(self.string, start, high)
        high = rest.start() if rest and rest.end() == high else high
        begins = any(body.start == start for body in row.bodies if body.end < high)
        starts = self.holdings.starts  # 甲县乡长；|某市|副市长
        begins = begins or any(start in (starts.get(p.start), starts.get(p.start + 1)) for p in row.posts)
        return begins and row.post_ending(high) is not None and not any(start <= p.start < high for p in row.people)

    def only(self, row: Row, start: int, end: int) -> bool:
        """True where a title and nothing else stands up to the next pause."""
        pause = self.seeds.pattern("acts.pause").search(self.string, start, end)
        post = row.post_beginning(start)
        return post is not None and post.end == (pause.start() if pause else end)
