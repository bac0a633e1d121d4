"""Whose a body is behind one whose place is written: 金华市委、市政府 in the papers of 兰溪市.

And in the sentence of a session that elects (吉林省第九届人民代表大会第一次会议选举某为省人大常委会主任), wherever the
page comes from. Without it 市政府 would be that of the document's own place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph.model import Mention
from govgraph.relate.sites import CLASSES
from govgraph.seeds import Seeds


def coordinated(mentions: Iterable[Mention], string: str, seeds: Seeds) -> Iterator[Mention]:
    """The mentions, in which a class character behind a mark is the place of the body before the mark."""
    marks, elects = seeds.forms("grammar", "joins_bodies"), seeds.pattern("posts.elects")
    session, until = "", 0  # the place whose session elects, and where its sentence ends
    owners: dict[int, str] = {}  # the place of the body that ends at a position
    for mention in sorted(mentions):
        place = mention.get("jurisdiction") if mention.kind == "body" else ""
        owner = owners.get(mention.start - 1, "") if string[mention.start - 1 : mention.start] in marks else ""
        if mention.kind == "meeting" and (act := elects.match(string, mention.end)):
            session, until = mention.get("jurisdiction"), act.end()
        owner = owner or (session if mention.start < until else "")
        inherits = place in CLASSES and owner.endswith(place)
        place = owner if inherits else place
        if place and place not in CLASSES:
            owners[mention.end] = place
        attrs = {**dict(mention.attrs), "jurisdiction": place}
        yield mention._replace(attrs=tuple(sorted(attrs.items()))) if inherits else mention
