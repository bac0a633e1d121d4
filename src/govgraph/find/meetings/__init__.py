"""Meetings: sessions, plenums and congresses in long and short form, and named gatherings of every sort.

:mod:`sessions` reads what is counted (吉林市十七届人大四次会议, 市委十四届七次全会, 党的二十大), :mod:`gatherings` what
has a name (第十三届中国摄影艺术节). All are mentions of kind ``meeting`` with the attributes

* ``series``: congress, congress_sc, cppcc, cppcc_sc, party, party_congress, discipline, council, body, or the sort of a
  gathering (festival, contest, fair, forum, conference),
* ``full`` and ``short`` (further names, with | between): templates in which {J} stands for the jurisdiction,
* ``jurisdiction`` as written (吉林市, 市, 全国, or empty), ``term`` (届) and ``session`` (次) as Arabic numbers.

Words for a meeting that only the context resolves (大会, 本次会议, 市委全会) are weak and carry ``generic``. Records,
rules and rooms of meetings (会议纪要, 常务会议制度) are no meetings.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.meetings import gatherings, sessions
from govgraph.find.meetings.namesakes import named_alike
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """The meetings of a text; of two that overlap, the counted one, then the longer one.

    Both where one is about what was said at the other (某全会精神学习会).
    """
    text = prose.text.string
    titles = [(m.start, m.end) for m in earlier if m.rule == "instrument.title"]
    taken = edges.inside(titles, len(text))
    swallowed = seeds.pattern("meetings.swallowed")
    for found in sessions.sessions(text, earlier, seeds):
        if not any(taken[found.start : found.end]) and swallowed.search(found.name) is None:
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            yield found
    yield from named_alike(_gatherings(text, earlier, taken, seeds), seeds)
    yield from _generic(text, taken, seeds)


def _gatherings(text: str, earlier: tuple[Mention, ...], taken: bytearray, seeds: Seeds) -> Iterator[Mention]:
    """What has a name and is not taken yet; it is taken then."""
    spirit = [m.start() for m in seeds.pattern("meetings.spirit").finditer(text)]
    swallowed = seeds.pattern("meetings.swallowed")
    named = list(gatherings.gatherings(text, earlier, seeds))
    whole = [m for m in named if m.strength == "strong" and m.name.count("（") == m.name.count("）")]
    longest = {m.start: m.end for m in sorted(whole, key=lambda m: m.end)}
    for found in named:
        part = seeds.pattern("meetings.part_of_event").match(text, found.end)
        if found.end < longest.get(found.start, 0) and not part:
            continue
        said = [*spirit, *([found.end - 1] if found.rule == "meeting.study" else ())]
        of_another = any(found.start < at < found.end and not any(taken[at : found.end]) for at in said)
        if (of_another or not any(taken[found.start : found.end])) and swallowed.search(found.name) is None:
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            yield found


def _generic(text: str, taken: bytearray, seeds: Seeds) -> Iterator[Mention]:
    """Words that mean a meeting named elsewhere."""
    words = seeds.compiled("{{meeting_edges}}")
    for match in seeds.compiled("{{meeting_generic.bare}}").finditer(text):
        if any(taken[match.start() : match.end()]) or seeds.pattern("meetings.not_after").match(text, match.end()):
            continue
        if edges.left(text, match.start() + 1, words, 8).start != match.start():
            continue
        attrs = (("generic", "yes"), ("series", "other"))
        yield Mention(match.start(), match.end(), "meeting", match[0], match[0], "meeting.generic", "weak", attrs)
