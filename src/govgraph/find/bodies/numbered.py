"""Bodies that a number tells from their sisters: 县交警|三大队, 某某地毯|十四厂, 水电|七局, 某某城建|二公司.

The number is no count only where a name or the trade of such bodies (采油, 水电, 交警) stands right before it: a verb,
a pronoun or a plain noun there makes it one (建成三厂, 全市五公司). A squad by trade alone may be any town's, and is
weak.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.edge import left_edge
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before

_SHORTEST, _LONGEST = 2, 12


def find(ground: Ground) -> Iterator[Body]:
    """All of them in a text."""
    for match in ground.seeds.pattern("bodies.numbered").finditer(ground.text):
        at = match.start()
        start, proper = left_edge(ground, at)
        trade = _trade(ground, at)
        if at - start < len(trade):
            start = at - len(trade)  # the tagger took 采气 for a verb
        if not _SHORTEST <= at - start <= _LONGEST or not (trade or proper):
            continue
        if at - start > _SHORTEST and ground.says("lead", ground.text[start]):
            start += 1 if at - start - 1 == len(trade) or _opens(ground, start + 1) else 0  # 从|省建一公司
        start, jurisdiction = _whose(ground, start)
        if start in ground.place_after and not jurisdiction:
            proper = True
        squad = match["squad"] is not None
        sure = bool(jurisdiction) or proper or (bool(trade) and not squad)
        name = ground.text[start : match.end()]
        armed = name.startswith(tuple(ground.seeds.forms("grammar", "armed")))
        kind = "enterprise" if not squad else "military" if armed else "department"
        template = "{J}" + name[len(jurisdiction) :] if jurisdiction else name
        yield Body(start, match.end(), kind, jurisdiction, (template,), name, "body.name", "strong" if sure else "weak")


def _trade(ground: Ground, end: int) -> str:
    """The longest trade of numbered bodies that ends at a position."""
    trades = ground.seeds.forms("body_left", "numbered")
    ending = (trade for trade in trades if ground.text.endswith(trade, 0, end))
    return max(ending, key=len, default="")


def _opens(ground: Ground, start: int) -> bool:
    return start in ground.place_after or ground.says("opening_class", ground.text[start])


def _whose(ground: Ground, start: int) -> tuple[int, str]:
    """Where the name starts, and the jurisdiction that it starts with: a place by its class, or a class character."""
    end = max(ground.place_after.get(start, ()), default=start)
    if end > start:
        name = ground.text[start:end]
        return start, name if ground.classed(name) else ""
    if ground.says("opening_class", ground.text[start]):
        return start, ground.text[start]
    left = before(ground, start)
    return (left.start, left.jurisdiction) if left and left.jurisdiction else (start, "")
