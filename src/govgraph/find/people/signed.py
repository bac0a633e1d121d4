"""Who wrote a piece of news, where nothing but the place on the page says that it is a name.

Four shapes: names alone between 记者 and 报道 (本报记者张三、李四报道); a bracket that closes a piece of news and
opens with where the writer is from (（青山县农业局张三）); the line between a title and the text; and the
line of office and name above 各位代表.

Not a name: a word of the dictionary (记者连续报道), a heading, the line of a roster.
"""

from __future__ import annotations

from collections.abc import Iterator

import rjieba

from govgraph.find.people import rosters
from govgraph.find.people.bare import wordy
from govgraph.find.people.cues import NONE
from govgraph.find.people.weighing import THRESHOLD, Found, Search, weigh

BLANKS = " \u3000"
GIVEN = THRESHOLD + 7  # more than names glued together by their points alone
ALONE = 6  # points of what stands between a title and the text
TITLES_END = frozenset("。；，、：")  # no title ends so


def find(search: Search) -> Iterator[Found]:
    """All such names; they may overlap with other readings."""
    yield from _reporters(search)
    yield from _from_somewhere(search)
    yield from _authors(search)
    yield from _speakers(search)


def _reporters(search: Search) -> Iterator[Found]:
    """What stands alone between 记者 and 报道 has a surname, whatever its other characters are."""
    for head in search.pattern("reported").finditer(search.text):
        at = head.start("names")
        for name in head["names"].split("、"):
            start, at = at, at + len(name) + 1
            for low, high in _cut(search, start, start + len(name)):
                yield Found(low, high, GIVEN, "byline")


def _cut(search: Search, start: int, end: int) -> list[tuple[int, int]]:
    """One name, or the two of four to six characters that no blank parts: 何葳|张文卓."""
    if _person(search, start, end):
        return [(start, end)]
    cuts = [[(start, at), (at, end)] for at in (start + 3, start + 2) if 1 < end - at < 4]
    good = [cut for cut in cuts if all(_person(search, *span) for span in cut)]
    return max(good, key=lambda cut: sum(search.names.points(search.text[a:b]) for a, b in cut), default=[])


def _person(search: Search, start: int, end: int) -> bool:
    """A surname with one or two characters, no title, and no word unless its surname is hardly ever one."""
    form, names = search.text[start:end], search.names
    compound = form[:2] in names.surnames
    if not (compound or form[0] in names.surnames) or len(form) > 3 + compound:
        return False
    if form in names.stop or search.titles_in(start, end):
        return False
    words = rjieba.tag(form, False)
    return form[0] not in names.everyday or all(len(word) == 1 or tag.startswith("nr") for word, tag in words)


def _from_somewhere(search: Search) -> Iterator[Found]:
    """The end of a bracket behind a place or a body that it opens with."""
    for bracket in search.pattern("signed_from").finditer(search.text):
        end = bracket.end() - 1
        for size in (3, 2):
            start = end - size
            at = start - (search.text[start - 1] in BLANKS)
            points = search.names.alone(search.text, start, end, firm=(True, True))
            if points >= rosters.AVERAGE - 1 and search.ends_in(bracket.start() + 1, at):
                yield Found(start, end, THRESHOLD, "byline")
                break


def _speakers(search: Search) -> Iterator[Found]:
    """Whoever gives a report, alone behind a title on the line above 各位代表: any people's names."""
    for line in search.pattern("speaker_line").finditer(search.text):
        start, end = line.span("name")
        led = search.cues.starts.get(start, NONE).context == "after_title"
        if led and not (search.titles_in(start, end) or search.held(start, end)):
            yield Found(start, end, THRESHOLD + 4, "after_title")


def _authors(search: Search) -> Iterator[Found]:
    """A name on a line of its own between what may be a title and a line of prose."""
    text = search.text
    for line in search.pattern("author_line").finditer(text):
        start, end = line.span("name")
        above = text[text.rfind("\n", 0, line.start()) + 1 : line.start()].strip(BLANKS)
        if not above or above[-1] in TITLES_END or search.held(start, end):
            continue
        whole = rosters.clean(line["name"])
        if len(whole) == end - start:
            points = weigh(search, start, end).points
        else:
            points = search.names.alone(whole, 0, len(whole), firm=(True, True)) + rosters.AVERAGE
        credit = search.cues.ends.get(end - 1, NONE).context == "credit"
        if points >= ALONE and not credit and not (len(whole) > 2 and wordy(search, whole)):
            yield Found(start, end, THRESHOLD, "byline")
