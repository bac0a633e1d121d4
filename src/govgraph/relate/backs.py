"""Whom words mean that refer back to who was named before: 该局, 镇里, 公司积极…, 她牵头…."""

from __future__ import annotations

from govgraph.relate.naming import Register
from govgraph.relate.owners import Actor, Owners
from govgraph.seeds import Seeds

SIMILAR = {"school": "university"}


class Backs:
    """Looks back in one document."""

    def __init__(self, register: Register, owners: Owners, seeds: Seeds) -> None:
        """Kinds of bodies and places come from ``owners``."""
        self.register, self.owners, self.seeds = register, owners, seeds
        self.string = register.prose.text.string

    def of(self, start: int, position: int) -> Actor | None:
        """What 该局 and 镇里 between two positions refer back to: the last name of that class."""
        backs = list(self.seeds.pattern("actors.back").finditer(self.string, start, position))
        if not backs:
            return self._person(start, position)
        found = backs[-1]
        suffix = found["class"] or found["inside"] or ""
        kinds = (found.lastgroup, SIMILAR.get(found.lastgroup or ""))
        before = [
            b
            for b in self.register.bound
            if b.key.kind in ("Body", "Place")
            and b.end <= found.start()
            and (b.mention.form.endswith(suffix) if suffix else self.owners.attr(b.key, "kind") in kinds)
        ]
        if not before:
            return None
        last = max(before, key=lambda b: (b.end, b.start))
        return Actor((last.key,), *found.span(), "referred back to", "context")

    def _person(self, start: int, position: int) -> Actor | None:
        """Whom 她 means where she leads something: the last person named."""
        found = self.seeds.pattern("actors.pronoun").search(self.string, start, position)
        people = [b for b in self.register.bound if b.key.kind == "Person" and b.end <= found.start()] if found else []
        last = max(people, key=lambda b: b.end, default=None)
        return Actor((last.key,), *found.span(), "referred back to", "context") if found and last else None
