"""Rosters: titles alone on a line or before names, and the names below them.

* 市长 / 罗文岳（1955.5～1957.3）: a title line, then lines of names with their terms.
* 书　　记　卫振东（山东莱芜人）   1949.5～1951.8: the title in front of the first name, further names below it.
* 县政协委员名单 / 农业界（3名） / 王一平　李文清: the title of the list is that of all names in its groups.
* 副组长：武兆祥   县委常委: a role in front, the lines below go on with it; the titles behind belong to the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govgraph.model import Paragraph
from govgraph.relate.holds import Holdings
from govgraph.relate.tokens import Held, Token

# What stands between the names of a line, how much else OCR may leave there, what is no line of a roster.
SEPARATORS = re.compile(r"[（(][^（）()]*[）)]|[\s、，·‧.~～—–-]|\d+")
BLANKS = " ：:\u3000\n"
WIDE = re.compile(r"[（(]|[ \u3000]{2,}|\Z|\n")
STRAY, LONG = 3, 60
LEAD = 8  # characters before a body that may say that it begins


@dataclass
class State:
    """What the lines above have said."""

    body: Token | None = None
    post: Token | None = None
    roll: bool = False  # the title is of all names of a list, whatever groups it has
    named: bool = False  # the heading says that a list of the people of the body follows
    membered: bool = False  # the body is one whose members are listed, so roles such as 成员 are in it


def read_rosters(holdings: Holdings, tokens: Iterable[Token]) -> None:
    """Walk over the paragraphs and hold what their lines say."""
    rows = sorted(tokens)
    starts = [token.start for token in rows]
    state = State()
    for paragraph in holdings.register.prose.paragraphs:
        inside = rows[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        _line(holdings, paragraph, inside, state)


def _line(holdings: Holdings, paragraph: Paragraph, inside: Sequence[Token], state: State) -> None:
    string = holdings.string
    text = string[paragraph.start : paragraph.end]
    people = [t for t in inside if t.kind == "person"]
    posts = [t for t in inside if t.kind == "post"]
    bodies = [t for t in inside if t.kind == "body"]
    if not people:
        columns = text.split()
        if len(columns) > 1 and not holdings.seeds.forms("table_columns", "name").isdisjoint(columns):
            state.post, state.roll = None, False  # the columns of a table, which is read by itself
            return
        if _roll(holdings, text, paragraph, posts, state):
            state.body = _of_titles(bodies, posts, bodies[-1]) if posts and bodies else state.body
            return
        state.roll = False
        opens = bodies and "（" not in string[paragraph.start : bodies[0].start]
        if opens and not (state.post and state.post.mention.name in holdings.seats.roles and posts):
            listed = _membered(holdings, bodies, text)
            told = len(text) > LONG and "。" in text.strip(BLANKS)[:-1]  # a paragraph of a history heads no roster
            state.named = holdings.seeds.pattern("posts.list_of_people").search(text) is not None
            state.body, state.membered, state.post = (
                listed or (None if told else _of_titles(bodies, posts, bodies[0])),
                listed is not None,
                None,
            )
        head = holdings.seeds.pattern("posts.roll_head")
        bare = holdings.seeds.pattern("posts.ordered").sub("", text).strip(BLANKS)
        if len(posts) == 1 and {bare, head.sub("", bare).strip(BLANKS)} & _titles(string, posts[0], bodies):
            state.post = posts[0]
        elif len(text) > LONG or "。" in text:
            state.post = None
        return
    lead = _lead(string, paragraph.start, posts, people[0])
    if state.named and lead is None and not bodies and (noted := _noted(holdings, paragraph, people, posts)):
        held = Held(noted, _seat(holdings, noted, state))
        holdings.hold(people[0], held, "roster", certainty="context")
        return
    if lead is not None:
        state.post = lead
    before = string[paragraph.start : people[0].start]
    opens = not holdings.seeds.pattern("posts.roll_head").sub("", before).strip(BLANKS) or lead is not None
    labelled = state.roll and not opens and holdings.seeds.pattern("posts.roll_label").match(before) is not None
    termed = opens and bool(people[0].mention.get("term")) and "。" not in text.rstrip(BLANKS)[:-1]
    if state.post is None or ("。" in text and not termed) or not (opens or labelled):
        return
    body = _seat(holdings, state.post, state)
    low = people[0].start if labelled else lead.end if lead else paragraph.start
    parted = any(people[0].end <= p.start < people[-1].start and string[p.start - 1] != "（" for p in posts)
    if not parted and _only_names(string, low, paragraph.end, people):
        for person in people:
            holdings.hold(person, Held(state.post, body), "roster", certainty="context")
    elif termed:
        holdings.hold(people[0], Held(state.post, body), "roster", certainty="context")
    elif WIDE.match(string, people[0].end) or _enrolled(holdings, state.post, people[0], inside):
        body = body if state.membered else None
        holdings.hold(people[0], Held(state.post, body), "roster", certainty="context")


def _noted(holdings: Holdings, paragraph: Paragraph, people: Sequence[Token], posts: Sequence[Token]) -> Token | None:
    """The title alone in a bracket behind the one name of a line: 王某（书记）, 李某（女，副书记）."""
    string, (person, *more) = holdings.string, people
    gap = holdings.seeds.pattern("acts.beside").match(string, person.end, paragraph.end)
    post = next((post for post in posts if gap and gap[0].startswith("（") and post.start == gap.end()), None)
    alone = not more and not string[paragraph.start : person.start].strip(BLANKS)
    return post if post and alone and string.startswith("）", post.end) else None


def _of_titles(bodies: Sequence[Token], posts: Sequence[Token], other: Token) -> Token:
    """The body of a heading whose titles stand right behind it: 某市人大|常务委员会|副主任、委员名单."""
    seats = {post.start for post in posts}
    return next((body for body in bodies if body.end in seats), other)


def _membered(holdings: Holdings, bodies: Sequence[Token], text: str) -> Token | None:
    """The body of a heading that says that the members of this body follow."""
    string, pattern = holdings.string, holdings.seeds.pattern
    named = next((body for body in bodies if pattern("posts.members_of").match(string, body.end)), None)
    if named is None and pattern("posts.members_follow").search(text):
        founding = pattern("posts.founding")
        named = next((b for b in bodies if founding.search(string[max(0, b.start - LEAD) : b.start])), None)
    return named


def _enrolled(holdings: Holdings, post: Token, person: Token, inside: Sequence[Token]) -> bool:
    """A member of a group whose own office follows behind one blank: 成 员：甲乙丙 市财政局局长."""
    string, labels = holdings.string, holdings.seeds.pattern("posts.labels")
    role = post.mention.name in holdings.seats.roles or labels.match(string, post.end)
    office = next((t for t in inside if t.start > person.end), None)
    if not role or office is None or string[person.end] not in BLANKS:
        return False
    return set(string[person.end + 1 : office.start]).isdisjoint(BLANKS + "，、；")


def _seat(holdings: Holdings, post: Token, state: State) -> Token | None:
    """The body above, where the title does not say its own."""
    if state.membered and post.mention.name in holdings.seats.roles:
        return state.body
    return None if holdings.says_body(post) or not holdings.suits(post, state.body) else state.body


def _titles(string: str, post: Token, bodies: Sequence[Token]) -> frozenset[str]:
    """What a line that is a title may read: the title alone, or with its body before it."""
    seated = (string[body.start : post.end] for body in bodies if body.end == post.start)
    return frozenset((post.mention.form, *seated))


def _roll(holdings: Holdings, text: str, paragraph: Paragraph, posts: Sequence[Token], state: State) -> bool:
    """True of the heading of a list of members, which sets the title, and of its groups, which keep it."""
    titled = holdings.seeds.pattern("posts.roll_title")
    heads = [p for p in posts if titled.match(text[p.end - paragraph.start :])]
    if heads and not (len(posts) > len(heads) or holdings.seeds.pattern("posts.roll_of_two").search(text)):
        state.post, state.roll = heads[0], True
    return bool(heads) or (state.roll and holdings.seeds.pattern("posts.roll_group").search(text) is not None)


def _lead(string: str, start: int, posts: Sequence[Token], person: Token) -> Token | None:
    """The title that opens a line right before its first name."""
    fits = [p for p in posts if p.end <= person.start and not string[start : p.start].strip(BLANKS)]
    fits = [p for p in fits if not string[p.end : person.start].strip(BLANKS)]
    return fits[0] if fits else None


def _only_names(string: str, start: int, end: int, people: Sequence[Token]) -> bool:
    """True for a line of names with their brackets and terms, and little else."""
    rest, cursor = "", start
    for person in people:
        rest += string[cursor : person.start]
        cursor = person.end
    return len(SEPARATORS.sub("", rest + string[cursor:end]).strip(BLANKS)) <= STRAY
