"""One gathering under several names in one text: 某县第六届某某节 and 中国·某县第六届某某节暨某某赛, 林博会.

Those of one count whose topics end alike are one, called by the longest name. A fair called for short (西博会) is the
one gathering of the text whose topic has its characters in order. What no count and no year tells stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govgraph.model import Mention
from govgraph.seeds import Seeds

_LEAST = 3  # characters of a topic that tells a gathering


def named_alike(found: Iterable[Mention], seeds: Seeds) -> list[Mention]:
    """The mentions, each of several names of one gathering with the longest of them."""
    mentions = list(found)
    counted = sorted({m.name for m in mentions if m.strength == "strong"})
    table = {name: _fullest(name, counted, seeds) for name in counted}
    table |= {m.name: full for m in mentions if (full := _spelt(m, sorted(set(table.values())), seeds))}
    return [_called(m, table.get(m.name, m.name)) for m in mentions]


def _topic(name: str, seeds: Seeds) -> tuple[str, str]:
    """The count and the topic behind it, up to what the gathering is besides; nothing without a count."""
    count = seeds.pattern("meetings.ordinal").search(name)
    return (count[0], seeds.pattern("meetings.besides").split(name[count.end() :])[0]) if count else ("", "")


def _fullest(name: str, names: Sequence[str], seeds: Seeds) -> str:
    """The longest name of the gathering that a name is of, if all that are longer are of one."""
    count, topic = _topic(name, seeds)
    alike = [other for other in names if _alike((count, topic), _topic(other, seeds))]
    year = seeds.pattern("meetings.year")
    alike += [other for other in names if (told := year.match(other)) and other[told.end() :] == name]
    alike += [other for other in names if name in seeds.pattern("meetings.besides").split(other)]
    return max(alike, key=lambda other: (len(other), other), default=name)


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    short, long = sorted((one[1], other[1]), key=len)
    return one[0] == other[0] and len(short) >= _LEAST and long.endswith(short)


def _spelt(mention: Mention, names: Sequence[str], seeds: Seeds) -> str:
    """The only name of which a short one has the characters, in order."""
    if mention.rule != "meeting.abbreviated" or mention.get("short"):
        return ""
    letters = re.compile(".{0,6}?".join(map(re.escape, mention.name[:-1])) + f".{{0,6}}?{mention.name[-1]}")
    full = [name for name in names if letters.search(_topic(name, seeds)[1])]
    return full[0] if len(full) == 1 else ""


def _called(mention: Mention, name: str) -> Mention:
    """The mention under a name."""
    return mention if mention.name == name else mention._replace(name=name)
