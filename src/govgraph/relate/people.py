"""People inside one document: the same name is one person here, and belongs to the region that the document is of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govgraph.model import Claim, Key, Mention
from govgraph.relate.naming import Register

# What speaks for a person who is named in the title of a document: 关于接受张三同志辞去县长职务的决定.
OF_OFFICE = ("act", "before_title", "after_title")


def bind_people(register: Register, mentions: Iterable[Mention]) -> None:
    """Make a thing of each name; stated attributes go to it."""
    covered = [(b.start, b.end) for b in register.bound if b.key.kind == "Body"]
    titles = [(b.start, b.end) for b in register.bound if b.key.kind == "Instrument"]
    for mention in mentions:
        if mention.kind != "person" or mention.strength != "strong":
            continue
        closed = covered if mention.get("context") in OF_OFFICE else [*covered, *titles]
        if any(low <= mention.start and mention.end <= high for low, high in closed):
            continue
        key = register.thing(
            Key("Person", mention.name), mention.name, gender=mention.get("gender"), ethnicity=mention.get("ethnicity")
        )
        register.bind(mention, key)
    register.bound.sort()


def person_scopes(register: Register, claims: Iterable[Claim]) -> Callable[[Key], Key]:
    """Give each person the region in which the name is theirs: of the posts held, else of the document."""
    own = _region(register.context.site.code or register.context.site.key.name) if register.context.site else ""
    regions: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == "holds" and (body := register.posts.get(claim.object)) is not None:
            home = register.homes.get(body)
            if home is not None:
                regions.setdefault(claim.subject.name, set()).add(
                    "" if home.national else _region(home.code or home.bare)
                )

    def rename(key: Key) -> Key:
        if key.kind != "Person" or key.scope:
            return key
        found = regions.get(key.name, set())
        return Key(key.kind, key.name, own if own in found or not found else min(found))

    return rename


def _region(code: str) -> str:
    """The prefecture of a division code: people move between its counties more often than between prefectures."""
    return code[:4] if code.isdigit() else code
