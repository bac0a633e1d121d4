"""Whose officers a session, a plenum or an assembly elects, which tells their titles alone.

* 某县第八届人大一次会议召开。会议选举甲为主任，乙为副主任: of the standing committee of the congress.
* 政协某县第九届委员会第一次会议…甲当选主席: of the conference; 某市总工会第六次代表大会选举甲为主席: of the union.
* 某县委一次全会选举甲为书记: of the party's committee.

The meeting stands in the same paragraph before the title, and the last thing that is done between them is an election.
"""

from __future__ import annotations

from govgraph.model import Key
from govgraph.relate import lower
from govgraph.relate.congresses import Congresses
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.tokens import Token
from govgraph.seeds import Seeds

FAR = 500  # characters between the meeting and a title


def body(register: Register, post: Token, seeds: Seeds) -> Key | None:
    """The body whose officer a meeting elects, or nothing."""
    if not seeds.pattern("posts.of_elected").match(post.mention.name):
        return None
    meeting = _meeting(register, post)
    if meeting is None or not _elects(register.prose.text.string, meeting.end, post.start, seeds):
        return None
    congresses, draft = Congresses(register, seeds), register.drafts[meeting.key]
    found = (congresses.whose(name)[0] for name in (meeting.key.name, *sorted(draft.names)))
    key = next((key for key in found if key), None)
    return lower.standing(register, post, key, seeds, elected=True) if key else None


def _meeting(register: Register, post: Token) -> Bound | None:
    """The meeting named last before a title in its paragraph."""
    low = max(register.prose.text.string.rfind("\n", 0, post.start), post.start - FAR)
    told = (b for b in register.bound if b.key.kind == "Meeting" and low < b.start < b.end < post.start)
    return max(told, key=lambda b: b.end, default=None)


def _elects(string: str, start: int, end: int, seeds: Seeds) -> bool:
    """True where the last act between two positions is an election that no full stop parts from the second."""
    acts = list(seeds.pattern("posts.electing").finditer(string, start, end))
    return bool(acts) and "。" not in string[acts[-1].end() : end] and acts[-1]["elects"] is not None
