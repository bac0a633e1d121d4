"""Bodies that a title implies beside or below the one that the text names, and the title without its body.

* 人大副主任: of the standing committee, for a congress has no such officers.
* 镇长甲、副书记乙: a secretary behind the officers of a government is of the party of the same place.
* 某村第一书记, 某村书记: of the party branch of the village; 某县书记, 某镇书记: of the committee there.
* 主任甲主持会议，副主任乙出席: of the body of the head.
"""

from __future__ import annotations

from collections.abc import Mapping

from govgraph.gazetteer import ZONES
from govgraph.model import Key, Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.issuer import TEMPLATES
from govgraph.relate.naming import IMPLIED, Register
from govgraph.relate.sites import CLASSES, LOWEST
from govgraph.relate.tokens import Held, Token
from govgraph.seeds import Seeds

CONGRESS, PARTY, BRANCH = "{J}人民代表大会", "中国共产党{J}委员会", "{J}党支部"
WORKING = "中国共产党{J}工作委员会"  # of a street or a zone, which elects no committee
FAR, OPENERS = 120, ("。", "；", "，", "\n")  # characters between a head and a deputy in another clause, and its start
VERB = 6  # characters before a title that may say that somebody serves


class Chiefs:
    """Whose heads the text has named, for the deputies who open the clauses behind: 主任某某主持，|副主任某某出席."""

    def __init__(self, string: str) -> None:
        """Nothing is known at the start of the text."""
        self.string = string
        self.named: dict[str, tuple[int, Key]] = {}  # by the title: where it was named last, and the body

    def note(self, post: Token, end: int, body: Key | None) -> None:
        """Remember the head of a body."""
        if body is not None and not post.mention.get("deputy"):
            self.named[post.mention.get("head")] = (end, body)

    def of(self, post: Token) -> Key | None:
        """The body of a deputy who opens a clause close behind the head."""
        at, body = self.named.get(post.mention.get("head"), (0, None))
        opens = self.string[max(0, post.start - 1) : post.start] in OPENERS
        return body if opens and 0 < post.start - at <= FAR and post.mention.get("deputy") else None


def standing(register: Register, post: Token, body: Key, seeds: Seeds, *, elected: bool = False) -> Key:
    """The standing committee of a congress, where the title is one of its officers or members; else the body itself."""
    draft = register.drafts.get(body)
    named = seeds.pattern("posts.elected_standing" if elected else "posts.of_standing")
    officer = named.match(post.mention.name) is not None
    place = _place(draft.label, CONGRESS) if draft else ""
    if not officer or not place:
        return body
    label = TEMPLATES["congress"].replace("{J}", place)
    key = register.thing(Key("Body", label, body.scope), label, kind="congress")
    if body in register.homes:
        register.homes.setdefault(key, register.homes[body])
    return register.bind(post.mention, key, form=False)


def party(register: Register, post: Token, seat: Key | None, seeds: Seeds) -> Key | None:
    """The party committee of the place of a government, for a secretary behind its officers."""
    home = register.homes.get(seat) if seat else None
    draft = register.drafts.get(seat) if seat else None
    secretary = seeds.pattern("posts.secretary").match(post.mention.name) is not None
    place = _place(draft.label, TEMPLATES["government"]) if draft else ""
    return _implied(register, post, PARTY, home.full if home else place) if place and secretary else None


def branch(register: Register, post: Token, places: Mapping[int, Bound], seeds: Seeds) -> Key | None:
    """The party branch of a village, or the committee of a division, right before a secretary, or where one serves."""
    verb = seeds.pattern("posts.serves").search(register.prose.text.string, max(0, post.start - VERB), post.start)
    place = places.get(verb.start() if verb else post.start) or places.get(post.start + 1)
    secretary = seeds.pattern("posts.secretary").match(_own(post, places)) is not None
    if place is None or not secretary or not place.mention.name.endswith((*LOWEST, *CLASSES)):
        return None
    name = place.mention.name
    appointed = name.endswith(tuple(seeds.forms("grammar", "long_class"))) or place.mention.get("kind") in ZONES
    full = BRANCH if name.endswith(LOWEST) else WORKING if appointed else PARTY
    return _implied(register, post, full, place.mention.get("parent") + name)


def bare(held: Held, places: Mapping[int, Bound], seeds: Seeds) -> str:
    """The title without what names its body: 主任 of 某村村委会|主任 and 某村|主任, but 部长 of 宣传部|长."""
    name = held.post.mention.name
    overlap = held.body.end - held.post.start if held.body else 0
    if held.body is None:
        own = _own(held.post, places)
        alone = any(seeds.pattern(f"posts.{kind}").match(own) for kind in ("secretary", "of_standing"))
        return own if alone else name
    if overlap <= 0 or not held.post.mention.form.endswith(name[-1:]):
        return name
    rest = held.post.mention.form[overlap:]
    return rest if len(rest) > 1 else held.post.mention.form[overlap - 1 :]


def _own(post: Token, places: Mapping[int, Bound]) -> str:
    """The title without the last character of the place before it: 某村|书记."""
    inside = post.start not in places and post.start + 1 in places
    return post.mention.name[1:] if inside else post.mention.name


def _place(label: str, template: str) -> str:
    """The place in the legal name of a body, or nothing where it is of another kind."""
    form = template.replace("{J}", "")
    return label.removesuffix(form) if label.endswith(form) else ""


def _implied(register: Register, post: Token, full: str, place: str) -> Key | None:
    attrs = (("full", full), ("jurisdiction", place), ("kind", "party"))
    mention = Mention(post.start, post.end, "body", post.mention.form, post.mention.name, IMPLIED, attrs=attrs)
    key = register.identify(mention)
    return register.bind(mention, key, form=False) if key else None
