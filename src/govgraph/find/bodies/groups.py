"""Leading groups, headquarters and task forces, by the act that sets them up: 成立沂水县…工作领导小组.

Also by the heading of the list of their members (某省统计工作联席会议组成人员名单), and by the title of what they issue
(某省某某领导小组关于印发…的通知).

Their names hold verbs (统筹推进…工作) that end every other name to the left, so the act of founding is what tells where
they begin. A name found so is found again wherever it stands, its office too (领导小组下设办公室); the short form
领导小组 is left to *relate*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before

_SENTENCE = 60  # characters back from the act of founding to whoever does it


def find(ground: Ground) -> Iterator[Body]:
    """Every occurrence of a group that the document sets up."""
    shapes = ("bodies.group_founded", "bodies.group_titled", "bodies.group_issuing")
    names: dict[str, str] = {}  # with who sets it up
    for match in (match for shape in shapes for match in ground.seeds.pattern(shape).finditer(ground.text)):
        names[match["name"]] = names.get(match["name"]) or _founder(ground, match.start())
    for name in sorted(names):
        at = ground.text.find(name)
        while at >= 0:
            yield _body(ground, at, name, names[name])
            at = ground.text.find(name, at + len(name))
    if names:
        yield from _offices(ground, names)
    yield from _placed(ground)


def _placed(ground: Ground) -> Iterator[Body]:
    """Groups right behind their place or its class character that is a word of its own: 由|县|乡村振兴领导小组."""
    for match in ground.seeds.pattern("bodies.group_placed").finditer(ground.text):
        left = before(ground, match.start("rest"))
        if left is None or not left.jurisdiction or left.prefix or left.term:
            continue
        name = left.jurisdiction + match["rest"]
        yield Body(left.start, match.end(), "other", left.jurisdiction, ("{J}" + match["rest"],), name, "body.name")


def _founder(ground: Ground, at: int) -> str:
    """The jurisdiction of the committee or government that sets up a group: 县委|成立某某领导小组."""
    found = ground.seeds.pattern("bodies.group_founder").search(ground.text, max(0, at - _SENTENCE), at)
    if found is None:
        return ""
    end = found.end("class")
    return ground.text[ground.place_before.get(end, found.start("class")) : end]


def _offices(ground: Ground, names: dict[str, str]) -> Iterator[Body]:
    """The office of the one group of its kind that is set up: 领导小组下设办公室."""
    for match in ground.seeds.pattern("bodies.group_office").finditer(ground.text):
        owners = [name for name in names if name.endswith(match["group"])]
        if len(owners) == 1:
            group = _body(ground, ground.text.find(owners[0]), owners[0], names[owners[0]])
            whole = ground.text.endswith(owners[0], 0, match.end("group"))
            start = match.end("group") - len(owners[0]) if whole else match.start()
            name, template = group.name + "办公室", group.templates[0] + "办公室"
            yield replace(group, start=start, end=match.end(), name=name, templates=(template, *_short(group, name)))


def _body(ground: Ground, at: int, written: str, founder: str) -> Body:
    """The group, with the place that its name begins with as jurisdiction; a title may stand on two lines.

    A name without a place is of the place whose committee or government sets the group up, and may stand alone.
    """
    end, name = at + len(written), written.replace("\n", "")
    place = max((low for low, start in ground.place_before.items() if start == at and low < end), default=at)
    owner = ground.text[at:place] or _class(ground, name)
    rest = name.removeprefix(owner) if owner else name
    template = "{J}" + rest if owner or founder else name
    short = (name,) if founder and not owner else ()
    return Body(at, end, "other", owner or founder, (template, *short), name, "body.group")


def _short(group: Body, name: str) -> tuple[str, ...]:
    return (name,) if len(group.templates) > 1 else ()


def _class(ground: Ground, name: str) -> str:
    """The class character that a name begins with (县全域治理工作领导小组)."""
    return name[0] if ground.says("opening_class", name[0]) else ""
