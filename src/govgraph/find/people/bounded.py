"""Names whose two ends are fixed from outside, so that their characters need say little.

Three shapes: names of parts joined by a dot (:mod:`govgraph.find.people.dotted`); the rows of lists of members and of
tables of office (闵 洁   县农业农村局局长; 洪 度   1971.2～1979.8; 闵洁  市第一中学); and names before a bracket with
sex or nationality, or between 任命 and 为 (任命拉琼（女，藏族）为…), also without a Chinese surname.

Not a name: a word of the dictionary, a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from govgraph.find.people import dotted, rosters
from govgraph.find.people.cues import NONE, PAUSE
from govgraph.find.people.weighing import FIRM, STOPS, THRESHOLD, Found, Search

LINKS = frozenset("和与及等、")
HAN = re.compile("[㐀-鿿]")
LINE_END = re.compile("\n|$")
BLANKS = " \u3000"
LINE = 40  # characters in which blanks are looked for
BEFORE_ROW = ("", "\n", "、", "：", " ", "\u3000")
SYLLABLES = 4  # fewer may be two names
WHOLE = 6  # the longest name of parts without a dot
EVEN = 2  # points of a surname that is neither usual nor rare
ANOTHER = 2  # points of characters that are rather the next name, where a page has lost the blank between them
# Classes of words that people are called by: 高峰, 严明, 向阳.
WORDS = frozenset(("n", "a", "v", "an", "t", "nr", "nz", "ns", "b", "z"))
DEEDS = ("v", "d", "p", "c", "uj")  # classes of the words that tell what somebody does, or whose something is


def find(search: Search) -> Iterator[Found]:
    """All such names; they may overlap with other readings."""
    yield from dotted.find(search)
    yield from _rows(search)
    yield from _tabled(search)
    yield from _members(search)
    yield from _padded(search)
    yield from _pinned(search)
    yield from _noted(search)
    yield from _appointed(search)
    yield from _called(search)
    yield from _worded(search)


def single(search: Search, start: int) -> int:
    """Where a name of one part ends (县长洛桑出席, 扎西、洛桑), before a pause, a link or a verb; 0 where none does."""
    part = search.names.part.match(search.text, start)
    if part is None or search.held(start, part.end()) or search.titles_in(start, part.end()):
        return 0
    return part.end() if closes(search, start, part.end()) else 0


def syllables(search: Search, start: int) -> int:
    """Where a name of four and more syllables of transliteration ends, before a pause or what is said; 0 if nowhere."""
    text, at = search.text, start
    while at - start <= WHOLE and text[at : at + 1] in search.names.sounds and at not in search.cues.ends:
        at += 1
    spoken = search.cues.ends.get(at, NONE).points > FIRM or text[at : at + 1] in PAUSE
    return at if SYLLABLES <= at - start <= WHOLE and spoken and strange(search, start, at) else 0


def _called(search: Search) -> Iterator[Found]:
    """Names without titles that open a sentence and are said to have come; each of them must look like a name."""
    for call in search.pattern("rollcall").finditer(search.text):
        at, spans = call.start("names"), []
        for item in call["names"].split("、"):
            spans.append((at, at + len(item)))
            at += len(item) + 1
        points = [search.names.points(search.text[start:end]) for start, end in spans]
        if min(points) >= 1 and sum(points) >= FIRM * len(points):
            yield from (Found(start, end, THRESHOLD + 5, "list") for start, end in spans)


def _rows(search: Search) -> Iterator[Found]:
    """A line of a name, blanks, and an office or its years; one blank is enough at the head of a line."""
    text = search.text
    rolls = tuple(_rolls(search))
    for row in search.pattern("rank_and_file").finditer(text):
        start, end = row.span()
        line = text.rfind("\n", 0, start) + 1
        if _enrolled(search, rolls, start, end):
            yield Found(start, end, THRESHOLD + 5, "roster")
            continue
        heads = not text[line:start].strip() or start in search.cues.starts
        line_end = LINE_END.search(text, end)
        if not heads or line_end is None or search.titles_in(start, end) or search.held(start, end):
            continue
        seat = end + _gap(text, end)
        placed = seat - end > 1 and search.held(seat, line_end.start())  # 张某  市第一中学
        if not (placed or search.titles_in(end, line_end.end()) or search.pattern("years").match(text, end)):
            continue
        whole = rosters.clean(row[0])
        single = text[end : end + 1] == " " and text[end + 1 : end + 2] != " "
        if single and text[line:start].strip():
            continue
        least = 2 if single else -2
        if search.names.alone(whole, 0, len(whole), listed=not single, firm=(True, True)) >= least:
            yield Found(start, end, THRESHOLD + 5, "roster")


def _gap(text: str, at: int) -> int:
    """How many blanks stand at a position."""
    return len(text[at : at + LINE]) - len(text[at : at + LINE].lstrip(BLANKS))


def _rolls(search: Search) -> Iterator[tuple[int, int]]:
    """Where the lists of the members of a group stand: from a label (成 员：) to the next sentence."""
    for label in search.pattern("roll_label").finditer(search.text):
        stop = search.text.find("。", label.end())
        yield label.end(), len(search.text) if stop < 0 else stop


def _enrolled(search: Search, rolls: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """A row of such a list: at the head of a line or behind the label, and an office right behind one blank or more."""
    text = search.text
    roll = next((low for low, high in reversed(rolls) if low <= start < high), None)
    if roll is None or text[max(roll, text.rfind("\n", 0, start) + 1) : start].strip(BLANKS):
        return False
    behind = end + _gap(text, end)
    if search.titles_in(start, end) or search.held(start, end):
        return False
    office = behind > end and (search.held(behind, behind + 1) or behind in search.titles)
    name = rosters.clean(text[start:end])
    padded = end - start > len(name)  # set apart to fill its column: no word
    if office and text[end:behind] != " " and strange(search, start, end):
        return True  # 多托    市教育局局长: whatever people the name is of
    return office and search.names.points(name, listed=padded) >= (-2 if padded else 1)


def _tabled(search: Search) -> Iterator[Found]:
    """A row of a table with the sex in the next column."""
    for row in search.pattern("table_row").finditer(search.text):
        whole = rosters.clean(row[0])
        if search.names.alone(whole, 0, len(whole), listed=True, firm=(True, True)) >= -2:
            yield Found(*row.span(), THRESHOLD + 5, "roster")


def _members(search: Search) -> Iterator[Found]:
    """A name at the head of a line or after a title, and a unit or an office in a bracket behind it."""
    text = search.text
    for row in search.pattern("member_row").finditer(text):
        start, end = row.span()
        unit = row.span("unit")
        heads = text[start - 1 : start] in BEFORE_ROW or start in search.cues.starts
        if heads and (search.held(*unit) or search.titles_in(*unit)) and not search.titles_in(start, end):
            whole = rosters.clean(row[0])
            if search.names.alone(whole, 0, len(whole), listed=True, firm=(True, True)) >= -2:
                yield Found(start, end, THRESHOLD + 5, "roster")


def _padded(search: Search) -> Iterator[Found]:
    """Two characters set apart to fill a column, right behind a title: 副市长：陈　明."""
    for start, cue in sorted(search.cues.starts.items()):
        name = search.pattern("padded").match(search.text, start) if cue.points > FIRM else None
        if name and search.names.points(rosters.clean(name[0])) >= ANOTHER + 1:
            yield Found(start, name.end(), THRESHOLD, cue.context)


def _pinned(search: Search) -> Iterator[Found]:
    """Three characters between a title and a verb, with a surname and two that are no word."""
    spoken = _speakers(search)
    for start, cue in sorted(search.cues.starts.items()):
        if cue.points <= FIRM or cue.context != "after_title":
            continue
        after = search.cues.ends.get(start + 3, NONE)
        if search.cues.starts.get(start + 1, NONE).context == "act" and search.text[start] in search.names.function:
            continue  # 主任|由保昆兼任
        named = search.text[start : start + 1] in search.names.surnames and search.text[start : start + 3] in spoken
        odd = unusual(search, start, start + 3) or _odd_end(search, start, start + 3)
        if named or (after.context == "speaker" and odd):
            yield Found(start, start + 3, THRESHOLD, "after_title")


def _worded(search: Search) -> Iterator[Found]:
    """Two characters that are a noun or an adjective as well, between a title and 主持, 说 or the next of a list.

    Or between 任命, 免去 and what somebody is made or loses: 免去|高峰|的某县县长职务.
    """
    text, names = search.text, search.names
    for start, cue in sorted(search.cues.starts.items()):
        end, form = start + 2, text[start : start + 2]
        acted = cue.context == "act" and cue.points >= FIRM
        titled = cue.context == "after_title" and cue.points > FIRM
        if not (acted or titled) or form[:1] not in names.surnames or form in names.manner:
            continue
        closed = search.cues.ends.get(end, NONE)
        spoken = closed.context == ("act" if acted else "speaker") or (titled and closed.points > FIRM)
        following = titled and search.pattern("next_of_list").match(text, end)
        if not (spoken or following) or text[start - 1] in LINKS:
            continue
        words = rjieba.tag(form, False)
        whole = len(words) == 1 and words[0][1][:2] in WORDS and names.shape(form) >= ANOTHER + 1
        if whole and not search.held(start, end) and not search.titles_in(start, end):
            yield Found(start, end, THRESHOLD, "after_title" if titled else "act")


def _speakers(search: Search) -> frozenset[str]:
    """Three characters that open a clause and speak, whatever words they are: 。张团结|指出."""
    text = search.text
    ends = [end for end, cue in search.cues.ends.items() if cue.context == "speaker" and end > 2]
    return frozenset(text[end - 3 : end] for end in ends if end == 3 or text[end - 4] in PAUSE)


def closes(search: Search, start: int, end: int) -> bool:
    """True where a name may end: before a pause, a link of a list, or a word that tells what somebody does."""
    following = search.text[end : end + WHOLE]
    if not following or following[0] in PAUSE:
        return True
    at = start
    for word, tag in rjieba.tag(search.text[start : end + WHOLE], False):
        if at >= end:
            return at == end and (tag in DEEDS or following[0] in LINKS or end in search.cues.ends)
        at += len(word)
    return False


def _odd_end(search: Search, start: int, end: int) -> bool:
    """A usual surname and given name whose last character ends places and counts (副区长|徐启楼|列席), but no word."""
    text, names = search.text, search.names
    if end > len(text):
        return False
    usual = names.surnames.get(text[start], 0) > EVEN and text[start] not in names.everyday
    words = rjieba.tag(text[start:end], False)
    apart = all(len(word) == 1 for word, _ in words) and names.given.get(text[start + 1], 0) > 0
    return usual and apart and not search.held(start, end) and not search.titles_in(start, end)


def unusual(search: Search, start: int, end: int) -> bool:
    """A surname and two characters that are seldom in names, but no word either."""
    given = rjieba.tag(search.text[start + 1 : end], False)
    surname = search.text[start : start + 1] in search.names.surnames
    return surname and end - start == 3 and len(given) == 2 and strange(search, start, end)


def _noted(search: Search) -> Iterator[Found]:
    """A name before （女，藏族）, from a title, an act or a pause on."""
    for note in search.pattern("note").finditer(search.text):
        if not (note["gender"] or note["ethnicity"]):
            continue
        for start in range(note.start() - 2, max(0, note.start() - WHOLE) - 1, -1):
            if not HAN.match(search.text[start]):
                break
            firm = search.cues.starts.get(start, NONE).points >= FIRM
            of_a_people = note["ethnicity"] not in (None, "汉族") and search.text[start - 1 : start] == "、"
            both = bool(note["gender"] and note["ethnicity"]) or of_a_people
            if (firm or (both and search.text[start - 1 : start] in PAUSE)) and strange(search, start, note.start()):
                yield Found(start, note.start(), THRESHOLD, search.cues.starts.get(start, NONE).context or "roster")
                break


def _appointed(search: Search) -> Iterator[Found]:
    """A name between 任命 and 为 with a title, or one of known parts between a pause and 任 with a title."""
    for end, after in sorted(search.cues.ends.items()):
        if after.context in ("act", "roster") and after.points >= FIRM:
            for start in range(end - 2, max(0, end - WHOLE) - 1, -1):
                if search.text[start - 1 : start] in (*BEFORE_ROW, *STOPS) and search.names.parts.fullmatch(
                    search.text, start, end
                ):
                    yield Found(start, end, THRESHOLD + 3, "act")
    for start, cue in sorted(search.cues.starts.items()):
        if cue.context == "act" and cue.points >= FIRM:
            for end in range(start + 2, start + 5):
                after = search.cues.ends.get(end, NONE)
                if after.context == "act" and search.text[end : end + 1] == "为" and strange(search, start, end):
                    yield Found(start, end, THRESHOLD, "act")


def cuts(form: str, edges: frozenset[int]) -> bool:
    """True where an edge goes through a word that nobody is called by: 王建国|严重违|纪违法."""
    at = 0
    for word, tag in rjieba.tag(form, False):
        if not (tag.startswith("nr") or tag == "x") and any(at < edge < at + len(word) for edge in edges):
            return True
        at += len(word)
    return False


def strange(search: Search, start: int, end: int) -> bool:
    """A stretch that may be a name of any people: Chinese characters, no word, title, function word or unit."""
    form = search.text[start:end]
    if not all(map(HAN.match, form)) or search.titles_in(start, end) or search.held(start, end):
        return False
    if form in search.names.stop or not {form[-1]}.isdisjoint(search.names.never_after | search.names.never):
        return False
    words = rjieba.tag(form, False)
    return not any(len(word) > 1 and not (tag.startswith("nr") or tag in ("x", "ns")) for word, tag in words)
