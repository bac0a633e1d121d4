"""Houses that a body has elsewhere, called by both: 某大学附属甲医院|乙地医院, 某某实验室|乙地研究院.

The place in the middle ends the name of the second; right behind a hospital, a school or a laboratory the two are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_OWNERS = ("hospital", "university", "school", "other")
_HEAD = 3  # characters of the longest head of a branch


def find(ground: Ground, found: Iterable[Body]) -> Iterator[Body]:
    """The whole names, given all bodies by name."""
    bodies = [body for body in found if body.kind in _OWNERS]
    owners = {body.end: body for body in bodies if body.strength == "strong"}
    for body in sorted(bodies, key=lambda b: b.start):
        owner = owners.get(body.start)
        if owner is not None and _branch(ground, body):
            rest = ground.text[body.start : body.end]
            templates = tuple(template + rest for template in owner.templates)
            whole = replace(owner, end=body.end, kind=body.kind, templates=templates, name=owner.name + rest)
            yield replace(whole, rule="body.branch")


def _branch(ground: Ground, body: Body) -> bool:
    """True of what a place and the head of a branch make."""
    ends = (ground.text[body.end - size : body.end] for size in range(2, _HEAD + 1))
    return body.start in ground.place_after and any(ground.says("branch_head", end) for end in ends)
