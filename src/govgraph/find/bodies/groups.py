"""Leading groups, headquarters and task forces, by the act that sets them up: 成立沂水县…工作领导小组.

Their names hold verbs (统筹推进…工作) that end every other name to the left, so the act of founding is what tells where
they begin. A name found so is found again wherever it stands, and its short form 领导小组 is left to *relate*.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground


def find(ground: Ground) -> Iterator[Body]:
    """Every occurrence of a group that the document sets up."""
    names = {match["name"] for match in ground.seeds.pattern("bodies.group_founded").finditer(ground.text)}
    for name in sorted(names):
        at = ground.text.find(name)
        while at >= 0:
            yield _body(ground, at, name)
            at = ground.text.find(name, at + len(name))


def _body(ground: Ground, at: int, name: str) -> Body:
    """The group, with the place that its name begins with as jurisdiction."""
    place = max((end for end, start in ground.place_before.items() if start == at and end < at + len(name)), default=at)
    written = ground.text[at:place] or _class(name)
    rest = name.removeprefix(written) if written else name
    template = "{J}" + rest if written else name
    return Body(at, at + len(name), "other", written, (template,), name, "body.group")


def _class(name: str) -> str:
    """The class character that a name begins with (县全域治理工作领导小组)."""
    return name[0] if name[0] in "省市县区州" else ""
