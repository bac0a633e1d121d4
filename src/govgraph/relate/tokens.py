"""The mentions of one sentence as a row of tokens that grammar can walk along, leftwards and rightwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govgraph.model import Key, Mention
from govgraph.seeds import Seeds

# What may stand between a title and the name that it belongs to.
TITLE_GAP = re.compile(r"[ \u3000\n]{0,4}")


class Token(NamedTuple):
    """A person, a post or a body where it stands; ``key`` is empty for posts."""

    start: int
    end: int
    kind: str
    mention: Mention
    key: Key | None = None


GOES_ON = frozenset("、，和及与等（· \n")  # what may follow the second name of a list
LONGEST_GAP = 40  # characters between two names of one list
UNKNOWN = 28  # characters in which the name of a body stands that nobody found, with the pause before it
INNER = ("enterprise", "school", "hospital", "university", "department")  # institutions, and parts that may be theirs
UNIT = 14  # characters of a part between a body and a title


@dataclass(frozen=True, slots=True)
class Held:
    """A title as the grammar read it, with the body that it is in, if any."""

    post: Token
    body: Token | None
    apart: bool = False  # in a body that nobody found, so that of its neighbours is not its own


class Row:
    """The tokens of a stretch of text, looked up by where they begin and end."""

    def __init__(
        self,
        string: str,
        tokens: Sequence[Token],
        seeds: Seeds,
        seated: frozenset[str] = frozenset(),
        places: Mapping[int, int] | None = None,
        led: frozenset[int] = frozenset(),
    ) -> None:
        """Tokens in order of the text.

        ``seated`` are the titles that say their body themselves (市长), ``places`` the ends and starts of the places
        that may stand before them (吉林市|市长), ``led`` the names in tables whose titles stand behind.
        """
        self.string, self.seeds, self.seated, self.places, self.led = string, seeds, seated, places or {}, led
        self.people = [t for t in tokens if t.kind == "person"]
        self.bodies = [t for t in tokens if t.kind == "body"]
        self.posts = _outermost([t for t in tokens if t.kind == "post" and not self._inside(t)])

    def _inside(self, post: Token) -> bool:
        """True for 代表 in 代表工作委员会: part of a body's name, not a title."""
        return any(b.start <= post.start and post.end <= b.end for b in self.bodies)

    def groups(self) -> Iterator[list[Token]]:
        """Runs of names that form one list: 王威、张志福、蔡体元."""
        group: list[Token] = []
        gap = self.seeds.pattern("posts.list_gap")
        for person in self.people:
            between = self.string[group[-1].end : person.start] if group else ""
            if group and len(between) < LONGEST_GAP and gap.match(between) and not self._alone(group, between, person):
                group.append(person)
                continue
            if group:
                yield group
            group = [person]
        if group:
            yield group

    def _alone(self, group: list[Token], between: str, person: Token) -> bool:
        """副书记甲，|乙任组织部长: a comma between one whose title stands before and one whose title comes behind."""
        if between == "，" and len(group) == 1 and self.string[person.end : person.end + 1] not in GOES_ON:
            return True  # 主任甲，|乙左边是…
        follows = self.string.startswith(tuple(sorted(self.seeds.forms("grammar", "chaining"))), person.end)
        return follows and between == "，" and self.post_ending(group[0].start) is not None

    def holders(self, held: Held, group: list[Token]) -> list[Token]:
        """The list behind a title, or its first name where one alone can have the title: 县长甲，|乙、丙等参加."""
        if len(group) > 1 and self.seeds.pattern("posts.chief").match(held.post.mention.name):
            gap = self.seeds.pattern("posts.set_apart").fullmatch(self.string, group[0].end, group[1].start)
            return group[:1] if gap and (gap["pause"] or len(group) > 2) else group
        return group

    def post_ending(self, position: int) -> Token | None:
        """The post that ends at a position, or before the blanks in front of it."""
        return next((t for t in self.posts if t.end <= position and self._blank(t.end, position)), None)

    def post_beginning(self, position: int) -> Token | None:
        """The post that begins at a position."""
        return next((t for t in self.posts if t.start == position), None)

    def seated_at(self, position: int) -> Held | None:
        """The title whose body begins at a position: 县人大|代表."""
        seated = [(post, body) for post in self.posts if (body := self.body_of(post)) and body.start == position]
        return next((Held(post, body) for post, body in seated), None)

    def body_of(self, post: Token) -> Token | None:
        """The longest body that a title leans on: 市教育局|局长; they may overlap (宣传部 of 宣传部长)."""
        marked = self._unmodified(self._unnoted(post.start))  # 市教育局|原|局长
        fits = [
            b
            for b in self.bodies
            if b.start < post.start <= b.end < post.end
            or b.start == post.start < b.end < post.end
            or (b.end == marked < post.start)
        ]
        return min(fits, key=lambda b: b.start, default=None) or (None if self._seats(post) else self._above(post))

    def _above(self, post: Token) -> Token | None:
        """The body of which the title's own unit is a part that nobody found: 市中级人民法院|民事审判第二庭|庭长."""
        near = [b for b in self.bodies if 1 < post.start - b.end <= UNIT]
        fits = [b for b in near if self.seeds.pattern("posts.part").fullmatch(self.string, b.end, post.start)]
        return max(fits, key=lambda b: (b.end, -b.start), default=None)

    def _blank(self, start: int, end: int) -> bool:
        return start == end or (end - start <= 4 and TITLE_GAP.fullmatch(self.string, start, end) is not None)

    def titles_before(self, position: int) -> list[Held]:
        """The apposition in front of a name, in order of the text: 市委农办主任、市农业农村局党组书记、局长潘明."""
        held: list[Held] = []
        cursor = position
        if position in self.led or self._taken(position):
            return held
        while (post := self.post_ending(cursor)) is not None:
            if held and (self._counted(post) or any(person.end == post.start for person in self.people)):
                break  # 甲医院王某院长、|乙局副局长李某; 任命了16位局长，|县委书记李某
            body = self.body_of(post)
            cursor = min(body.start, post.start) if body else self._unmodified(post.start)
            cursor = cursor if body else self.places.get(cursor, cursor)
            known = cursor if body else self._unknown(cursor)
            held.append(Held(post, body, apart=known < cursor))
            if not body and known < post.start and any(t.end == known for t in self.posts):
                cursor = known  # 副主任|兼|秘书长
                continue
            cursor = known
            if cursor < 1 or self.string[cursor - 1] not in "、兼，和" or self._given(cursor - 1):
                break
            cursor -= 1
        return self._inherited(held[::-1])

    def titled(self, groups: list[list[Token]]) -> list[Token]:
        """The last list of names with those whom only titles part from it: 县长甲、|副县长乙|分别任…."""
        people = groups[-1] if groups else []
        for before in reversed(groups[:-1]):
            first = self.first_title(people[0].start)
            if not self.seeds.pattern("posts.listing").fullmatch(self.string, before[-1].end, first):
                break
            people = [*before, *people]
        return people

    def first_title(self, position: int) -> int:
        """Where the titles in front of a name begin; the position itself where there are none."""
        tokens = (token for held in self.titles_before(position) for token in (held.post, held.body))
        return min((token.start for token in tokens if token), default=position)

    def _counted(self, post: Token) -> bool:
        """True of those who are many: 16位局长, 50名人民陪审员."""
        counted = self.seeds.pattern("posts.counted")
        return counted.search(self.string, max(0, post.start - 4), post.start) is not None

    def _taken(self, position: int) -> bool:
        """True where a blank parts the office that a headline gives to somebody from the next name: 甲任省长 乙任…."""
        post = self.post_ending(position)
        if post is None or post.end == position:
            return False
        return self._just_given(post) or (position - post.end > 1 and self.columns(position))

    def columns(self, position: int) -> bool:
        """True in a line of names, each with its office behind it: 甲 县长    乙 县委副书记."""
        line = self.string.rfind("\n", 0, position) + 1
        first = next((p for p in self.people if p.start >= line), None)
        if first is None or first.start >= position or self.string[line : first.start].strip():
            return False
        return self.string[first.end : first.end + 1] in (" ", "\u3000")

    def _just_given(self, post: Token) -> bool:
        """True of an office that a verb gives to the name right before it."""
        body = self.body_of(post)
        start = min(body.start, post.start) if body else self._unmodified(post.start)
        start = start if body else self.places.get(start, start)
        link = self.seeds.pattern("posts.taken")
        return any(link.fullmatch(self.string, person.end, start) for person in self.people if person.end < start)

    def _given(self, position: int) -> bool:
        """True where a title ends that somebody before has been given: 由某人任组长，|副县长…."""
        mark = self.string[position]
        post = self.post_ending(position) if mark in "，、" else None
        if post is not None and mark == "，" and post.mention.name in self.seeds.forms("grammar", "of_many"):
            return True  # 某处负责人，|副州长
        if post is None or mark == "、":
            return post is not None and self._just_given(post)  # 由甲任组长、|副县长乙任副组长
        start = self._opening(post)
        chained = self.string[max(0, start - 1) : start] in self.seeds.forms("grammar", "chaining")
        return chained or self._just_given(post)  # 某某兼任办公室主任，|副主任

    def _opening(self, post: Token) -> int:
        """Where an office begins, with its body and those that it is joined to: 时任|某小组副组长兼办公室主任."""
        if (body := self.body_of(post)) is not None:
            return min(body.start, post.start)
        known = self._unknown(post.start)
        earlier = next((t for t in self.posts if t.end == known - 1), None) if known < post.start else None
        return self._opening(earlier) if earlier else post.start

    def _unknown(self, position: int) -> int:
        """The position before an unknown body that a title stands in, where a further title comes before it."""
        name = self.seeds.pattern("posts.unknown_body").search(self.string, max(0, position - UNKNOWN), position)
        if name is None or any(name.start() < t.start < position for t in (*self.people, *self.posts)):
            return position  # somebody else stands between
        return name.start("name") if any(t.end == name.start() for t in self.posts) else position

    def _unmodified(self, position: int) -> int:
        """The position before 代, 原 and the like, which belong to the title behind them."""
        marked = self.seeds.pattern("posts.modifier").search(self.string, max(0, position - 2), position)
        return marked.start() if marked else position

    def _unnoted(self, position: int) -> int:
        """The position before a bracket with another name of the body: 某某局（某某中心）|局长."""
        noted = self.seeds.pattern("posts.noted_body").search(self.string, max(0, position - LONGEST_GAP), position)
        return noted.start() if noted else position

    def titles_between(self, start: int, end: int, seat: Token | None = None) -> list[Held]:
        """All titles in a stretch: what follows 为 in 任命…为…; ``seat`` is the body that the first leans on."""
        posts = [t for t in self.posts if start <= t.start and t.end <= end]
        held = [Held(post, self._near(self.body_of(post), start)) for post in posts]
        if held and seat and not held[0].body and not self._seats(held[0].post):
            held[0] = Held(held[0].post, seat)
        return self._inherited(held)

    def _seats(self, post: Token) -> bool:
        """True for a title that says its body itself."""
        return bool({post.mention.name, post.mention.get("head")} & self.seated)

    def body_before(self, position: int) -> Token | None:
        """The longest body that ends at a position."""
        return min((b for b in self.bodies if b.end == position), key=lambda b: b.start, default=None)

    def body_in(self, start: int, end: int) -> Token | None:
        """The last body named in a stretch, the longest where several end together."""
        inside = [b for b in self.bodies if start <= b.start and b.end <= end]
        return max(inside, key=lambda b: (b.end, -b.start), default=None)

    def _inherited(self, held: list[Held]) -> list[Held]:
        """A title without a body of its own is in the body of the title on its left (党组书记、局长)."""
        out: list[Held] = []
        for item in held:
            body = item.body
            if (
                body is None
                and out
                and not item.apart
                and not {item.post.mention.name, item.post.mention.get("head")} & self.seated
            ) or (body and out and out[-1].body and self._own_party(body, out[-1].body)):
                body = out[-1].body
            out.append(Held(item.post, body, item.apart))
        return out

    def _own_party(self, body: Token, seat: Token) -> bool:
        """True of 党委组织部 of no place in a row of an institution's offices: 某公司办公室主任、|党委组织部|部长."""
        part = body.mention.get("jurisdiction") == "" and self.seeds.pattern("posts.own_party").match(body.mention.form)
        return bool(part) and seat.mention.get("kind") in INNER and "{J}" not in seat.mention.get("full")

    def _near(self, body: Token | None, start: int) -> Token | None:
        return body if body and body.end > start else None


def _outermost(tokens: list[Token]) -> list[Token]:
    """Without those that lie inside another of the same kind."""
    return [t for t in tokens if not any(o != t and o.start <= t.start and t.end <= o.end for o in tokens)]
