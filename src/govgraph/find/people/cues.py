"""What says that a name may start or end at a position: titles, bylines, verbs of appointment, brackets.

Each cue has points and the context that it stands for; of several cues at a position the strongest stays. A cue is no
name: :mod:`govgraph.find.people` weighs it with the characters between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.model import Mention
from govgraph.seeds import Seeds

PAUSE = frozenset('，。；：！？、（）()《》“”"【】〔〕—…·‧▲●■◆#*\n ,;:!?　')
CLAUSES = frozenset("，。；：、\n")
OFFICE, FIRMER = 24, 5  # characters before a title in which a verb says that somebody held it, and what that speaks
# A note such as （兼） or （正处级） may stand between a title and the name.
GAP = re.compile(r"(?:（[^（）\n]{1,8}）|\([^()\n]{1,8}\))?[ 　:：\n]*")


class Cue(NamedTuple):
    """Evidence at one boundary of a possible name."""

    points: int
    context: str


NONE = Cue(0, "")


@dataclass
class Cues:
    """The strongest cue at each position where a name may start, and where it may end."""

    starts: dict[int, Cue] = field(default_factory=dict)
    ends: dict[int, Cue] = field(default_factory=dict)

    def start(self, at: int, points: int, context: str) -> None:
        """Note that a name may start here."""
        if points > self.starts.get(at, NONE).points:
            self.starts[at] = Cue(points, context)

    def end(self, at: int, points: int, context: str) -> None:
        """Note that a name may end here."""
        if points > self.ends.get(at, NONE).points:
            self.ends[at] = Cue(points, context)


def collect(text: str, earlier: Iterable[Mention], seeds: Seeds) -> Cues:
    """All cues of a document, from the posts, bodies and places in it and from its words."""
    cues, earlier = Cues(), tuple(earlier)
    posts, bodies, places = ([m for m in earlier if m.kind == kind] for kind in ("post", "body", "place"))
    seats = {body.end for body in bodies}
    for body in bodies:
        if body.strength == "strong":
            cues.start(body.end, 2, "after_title")  # 县卫健局|张三、县中医院|李四等6人
    for post in posts:
        _title(text, post, seeds, cues)
        for start in {post.start - 2, post.start - 3} & seats:
            cues.start(start, 3, "before_title")
    for place in places:
        if home := seeds.pattern("people.home").match(text, place.end):
            cues.start(home.end(), 4 if home["native"] else 2, "after_title")
    _before(text, seeds, cues)
    _after(text, seeds, cues)
    _relieved(text, {body.start for body in bodies}, seeds, cues)
    return cues


def _title(text: str, post: Mention, seeds: Seeds, cues: Cues) -> None:
    """A name after the title, right before it, or at the head of a clause that ends in it."""
    standing = seeds.pattern("people.standing").match(text, post.end)  # 提名为县长|候选人|的某某
    end = standing.end() if standing else post.end
    gap = GAP.match(text, end)
    after = gap.end() if gap else end
    blank = text[end:after]
    cues.start(after, 2 if "\n" in blank else 6 if post.strength == "strong" else 5, "after_title")
    if firmness := _linked(seeds, text[end : end + 1]):
        held = seeds.pattern("people.held_office").search(text, max(0, post.start - OFFICE), post.start)
        cues.start(end + 1, max(firmness, FIRMER if held else 0), "after_title")
    before = post.start
    if text[before - 1 : before] == "等":
        before -= 1
    cues.end(before, 3 if post.form[0] in seeds.forms("grammar", "class") else 5, "before_title")
    clause = max(text.rfind(mark, 0, post.start) for mark in sorted(CLAUSES)) + 1
    links, ends = seeds.forms("grammar", "after_name"), seeds.pattern("people.name_ends")
    for tail in seeds.pattern("people.tail").finditer(text, clause, post.end):
        _act(text, tail.start(), cues)
        if text[tail.start()] in links and ends.match(text, tail.start() + 1):
            _act(text, tail.start() + 1, cues)  # 刘可为|被任命为县长


def _linked(seeds: Seeds, sign: str) -> int:
    """How firmly a word links a title to the name behind it (县长为张三, 担任县长的张三); 0 of any other."""
    return next((int(word.canonical) for word in seeds.words("grammar", "title_link") if word.form == sign), 0)


def _act(text: str, end: int, cues: Cues) -> None:
    """A name that is given or loses a post; it may be all that stands before in its clause."""
    cues.end(end, 4, "act")
    for size in (2, 3, 4):
        if end >= size and (end == size or text[end - size - 1] in CLAUSES):
            cues.start(end - size, 3, "act")


def _before(text: str, seeds: Seeds, cues: Cues) -> None:
    """Words that stand before a name."""
    for name, points, context in (
        ("byline", 7, "byline"),
        ("byline_slash", 7, "byline"),
        ("person", 4, "after_title"),
        ("act", 4, "act"),
        ("by", 2, "act"),
        ("charge", 4, "act"),
        ("beside", 4, "act"),
        ("labelled", 5, "after_title"),
        ("signed", 4, "byline"),
        ("term", 3, "roster"),
        ("roll", 4, "after_title"),
        ("list_of", 4, "after_title"),
        ("aged", 4, "after_title"),
        ("signed_off", 6, "byline"),
        ("occasion", 5, "after_title"),
        ("about", 4, "act"),
        ("born", 4, "after_title"),
        ("native", 4, "after_title"),
        ("called", 4, "after_title"),
        ("exemplar", 4, "act"),
        ("styled", 4, "after_title"),
        ("punished", 4, "act"),
    ):
        for match in seeds.pattern(f"people.{name}").finditer(text):
            cues.start(match.end(), points, context)

    for match in seeds.pattern("people.sent").finditer(text):
        cues.start(match.start("name"), 4, "act")
        cues.end(match.end(), 4, "act")


def _after(text: str, seeds: Seeds, cues: Cues) -> None:
    """Words and brackets that stand after a name."""
    for name, points, context in (
        ("credit", 6, "credit"),
        ("after", 5, "before_title"),
        ("speech", 5, "speaker"),
        ("attend", 3, "speaker"),
        ("term", 6, "roster"),
        ("deed", 4, "speaker"),
        ("being", 3, "speaker"),
        ("been", 3, "act"),
        ("adverb", 5, "speaker"),
        ("counted", 5, "before_title"),
        ("pictured", 6, "credit"),
        ("accused", 5, "speaker"),
        ("house", 4, "speaker"),
    ):
        for match in seeds.pattern(f"people.{name}").finditer(text):
            cues.end(_trim(text, match.start()), points, context)
    for match in seeds.pattern("people.besides").finditer(text):
        cues.end(match.end(), 5, "before_title")
    for match in seeds.pattern("people.note").finditer(text):
        if match["gender"] or match["ethnicity"]:
            _act(text, match.start(), cues)
            cues.end(match.start(), 6, "roster")
            cues.start(match.end(), 3, "roster")
    for match in seeds.pattern("people.sexed").finditer(text):
        _act(text, match.start(), cues)
        cues.end(match.start(), 6, "roster")
    for match in seeds.pattern("people.entry").finditer(text):
        cues.start(match.start("name"), 6, "roster")
        cues.end(match.end("name"), 6, "roster")
    for match in seeds.pattern("people.removed").finditer(text):
        _act(text, match.start(), cues)
    for match in re.finditer(r"(?:^|(?<=\n))([\u3400-\u9fff]{2,4})[：:]", text):
        cues.end(match.end(1), 4, "speaker")


def _relieved(text: str, offices: set[int], seeds: Seeds, cues: Cues) -> None:
    """Names that end where the office begins that somebody loses: 免去张三|县财政局局长职务."""
    for match in seeds.pattern("people.relieved").finditer(text):
        for at in range(match.start("who") + 2, match.end("office")):
            if at in offices and text[at - 1] != "、":
                cues.end(_untitled(text, at), 5, "act")


def _untitled(text: str, at: int) -> int:
    """The end of a name before 同志."""
    return at - 2 if text.endswith("同志", 0, at) else at


def _trim(text: str, at: int) -> int:
    """The end of the last character before blanks."""
    while at and text[at - 1] in " 　":
        at -= 1
    return at
