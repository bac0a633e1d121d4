"""Sittings of a session and meetings of its presidium: 某届人大二次会议|第三次全体会议, 主席团|举行第一次会议.

Each is a meeting of its own that is called after its session: the one right before it, else the last one that is said
to take place, else the last one named, else the first that follows. A count without 主席团 or 全体 is a sitting only
right behind its session.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.model import Mention
from govgraph.seeds import Seeds

SEATED = ("congress", "congress_sc", "cppcc", "cppcc_sc")  # those whose sittings are counted


def sittings(text: str, counted: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """The sittings of the sessions among the counted meetings of a text."""
    part = seeds.pattern("meetings.part")
    rows = sorted(m for m in counted if m.get("series") in SEATED and not part.search(m.name))
    lead, taking_place = seeds.pattern("meetings.sitting_lead"), seeds.pattern("meetings.taking_place")
    for match in seeds.pattern("meetings.sitting").finditer(text) if rows else ():
        if any(m.start < match.end("sitting") and match.start("sitting") < m.end for m in counted):
            continue
        before = [m for m in rows if m.end <= match.start()]
        behind = bool(before) and before[-1].end == match.start()
        named = match["whole"] or match["presidium"]
        if not behind and not (named and lead.search(text, max(0, match.start() - 4), match.start("sitting"))):
            continue
        held = [m for m in before if m.form != m.name or taking_place.match(text, m.end)]
        owner = before[-1] if behind else (held or before[-1:] or rows)[-1 if before else 0]
        name = match["sitting"].replace(match["held2"] or "\0", "", 1).removeprefix("大会")
        attrs = {k: "|".join(t + name for t in owner.get(k).split("|")) for k in ("full", "short") if owner.get(k)}
        attrs |= {"jurisdiction": owner.get("jurisdiction"), "series": "body"}
        attrs |= {} if match["presidium"] else {"of": owner.name}
        span = match.span("sitting")
        yield Mention(
            *span,
            "meeting",
            match["sitting"],
            owner.name + name,
            "meeting.sitting",
            "strong",
            tuple(sorted(attrs.items())),
        )
