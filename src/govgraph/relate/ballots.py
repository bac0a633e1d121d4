"""Votes on whose a document is: what each place, body, session and document that it names says for a division.

Names in titles and in the head of a document count most, what is named after a place more than the place itself. A
place counts against itself where the text goes there (市委书记李文清到灵川县调研: the 市 that it speaks of is another).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from govgraph.model import Mention, Prose
from govgraph.relate import letterhead, strangers
from govgraph.relate.sites import CLASSES, NATION, NATIONWIDE, Sites, answers
from govgraph.seeds import Seeds

# A title, a signature or a running head says more than a passing mention; the head of a document is its first part.
HEAD = 600
TITLE_WEIGHT, HEAD_WEIGHT, BODY_WEIGHT, PLACE_WEIGHT = 6.0, 3.0, 1.5, 1.0
SENT_WEIGHT = 3 * BODY_WEIGHT  # of a delegation for the city above, whatever else it says of its county
SPEAKS, SPEAKER_WEIGHT = 8, 40.0  # 我代表某县人民政府: whoever speaks says for whom; the nation's meetings are quoted
OPENING_WEIGHT = 24.0  # of what the first line begins with, or is about
PRESS_WEIGHT = 20.0  # of the newspaper that tells (灵川日报讯), or of the place whose chronicle it is
OCCASION = 24  # characters of the line of a session (——2024年1月9日在) before its name
STEMS = 3  # counties by their stems in a row (鄞州、海曙、余姚) that show whose they are
DATELINE = 16  # characters of 新华社北京7月9日电 behind the agency: where it was written, not of whom
JOINT, STOP, TITLED = "、", "。", "《》"
DIVISIONS = ("province", "prefecture", "county")
TOWN = 9  # digits of the code of a township that the table has once
SHORT, LINE = 2, ("", "\n", *"，。、；：")  # 富县 inside a clause is what somebody wants: 三产富县
ABROAD = "78"  # first digits of Taiwan, Hong Kong and Macao, of which no document is: investors come from there


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one mention says: for which divisions, or for which name that the gazetteer does not have."""

    codes: tuple[str, ...]
    name: str
    weight: float
    start: int
    end: int
    press: bool = False


def count(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> tuple[dict[str, float], bool]:
    """Weight per division code, or per name where the gazetteer has none; and whether the text says who speaks."""
    votes: dict[str, float] = defaultdict(float)
    rows: list[tuple[str, float]] = []
    cited = seeds.pattern("attends.cited")
    mentions = tuple(m for m in mentions if m.kind != "meeting" or not _quoted(m, prose.text.string, cited))
    said, national = _spoken(prose, mentions, seeds)
    votes |= {NATION: SPEAKER_WEIGHT} if national else {}
    weighed = _Weights(prose, said, seeds)
    ballots = tuple(_ballots(prose, mentions, seeds))
    weighed.starts = frozenset(ballot.start for ballot in ballots if ballot.weight >= PLACE_WEIGHT)
    for ballot in ballots:
        vote = weighed(ballot)
        if ballot.weight < PLACE_WEIGHT:
            rows += [(code, vote / len(ballot.codes)) for code in ballot.codes]
            continue
        for code in ballot.codes:
            votes[code] += vote / len(ballot.codes)
        if not ballot.codes and ballot.name:
            known = any(d.level in DIVISIONS[1:] for d in seeds.gazetteer.stem(ballot.name[:-1]))
            # 当阳县 is 当阳市 today; else the table of divisions knows better than an unknown name.
            votes[ballot.name] += vote if known else vote / 2
    for key, value in prose.document.meta:
        if key == "title":
            for division in _in_title(value, seeds):
                votes[division] += TITLE_WEIGHT
    sure = set(votes)
    for code, vote in rows:  # 新建 is a verb, and a district only where its city is named
        if sure & {division.code for division in seeds.gazetteer.chain(code)}:
            votes[code] += vote
    for code, start in _together(prose, mentions, seeds):
        votes[code] += PLACE_WEIGHT * (HEAD_WEIGHT if start < HEAD else 1)
    for code in strangers.codes(prose.text.string, mentions, seeds):
        votes.pop(code, None)
    return votes, weighed.said or national


class _Weights:
    """Weighs a ballot by where it stands."""

    def __init__(self, prose: Prose, signed: int, seeds: Seeds) -> None:
        self.string, self.signed, self.said = prose.text.string, signed, False
        self.titles = [(p.start, p.end) for p in prose.paragraphs if p.kind == "title"]
        self.speaks, self.dateline = seeds.pattern("letterhead.speaks"), seeds.pattern("letterhead.dateline")
        self.delivered, self.occasion = seeds.pattern("letterhead.delivered"), seeds.pattern("letterhead.occasion")
        self.about = seeds.pattern("letterhead.about")
        self.first = next(((p.start, p.end) for p in prose.paragraphs if p.end > p.start), (0, 0))
        self.annals = seeds.pattern("letterhead.of_place")
        self.opened = -1  # where the place ends that the first line begins with
        self.starts: frozenset[int] = frozenset()  # where ballots start: what a place stands before is in it

    def __call__(self, ballot: Ballot) -> float:
        """Its vote; ``said`` is set where it is what the text is spoken for."""
        string, start, weight = self.string, ballot.start, ballot.weight
        head = start < HEAD or any(low <= start < high for low, high in self.titles)
        vote = weight * HEAD_WEIGHT if head else weight
        if ballot.press:
            return PRESS_WEIGHT
        if self.dateline.search(string, start, start + DATELINE):
            return 0.0
        given = start == self.signed and weight >= BODY_WEIGHT
        if head and self.delivered.search(string, max(0, start - OCCASION), start):
            given = given or self.occasion.match(string, start) is not None
        if given or (weight >= PLACE_WEIGHT and self.speaks.search(string, max(0, start - SPEAKS), start)):
            self.said = True
            return vote + SPEAKER_WEIGHT
        if self._cites(start):
            return vote / 2
        if weight < PLACE_WEIGHT or not self._opens(start):
            return vote
        self.opened = ballot.end
        if ballot.end in self.starts:
            return vote  # 甲市 of 甲市乙区2023年政府工作报告
        return vote + (PRESS_WEIGHT if self.annals.match(string, ballot.end) else OPENING_WEIGHT)

    def _cites(self, start: int) -> bool:
        """True inside the title of another document, mostly one that those above have issued."""
        line = max(self.first[1], self.string.rfind("\n", 0, start))
        opened = self.string.rfind(TITLED[0], line, start)
        return opened >= 0 and self.string.find(TITLED[1], opened, start) < 0

    def _opens(self, start: int) -> bool:
        """True of what the first line, a title, begins with or is about: 关于调整|灵川县|补贴标准的通知."""
        low, high = self.first
        if not low <= start < high or high - low > letterhead.LONG or STOP in self.string[low:high]:
            return False
        return start == self.opened or self.about.match(self.string[low:start]) is not None


def _spoken(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> tuple[int, bool]:
    """Where the first line names the body whose document it heads (2026年甲省政府工作报告), and whether it is national.

    -1 where it does not. Several may sign together, the first of them being the one that says whose it is.
    """
    start, end = next(((p.start, p.end) for p in prose.paragraphs if p.end > p.start), (0, 0))
    bodies = [m for m in mentions if m.kind == "body" and start <= m.start < m.end <= end]
    author = letterhead.author(prose.text.string, [(m.start, m.end) for m in bodies], seeds)
    own = [m for m in bodies if (m.start, m.end) == author]
    central = any(m.start == author[0] and m.rule == "body.national" for m in bodies)
    return (author[0] if own else -1), central and not any(m.get("jurisdiction") for m in own)


def _quoted(meeting: Mention, string: str, cited: re.Pattern[str]) -> bool:
    """True for a meeting of the nation that is quoted (党的二十大精神), as every county does."""
    return meeting.get("jurisdiction") in NATIONWIDE and cited.match(string, meeting.end) is not None


def _in_title(title: str, seeds: Seeds) -> Iterator[str]:
    """The division that begins a title: 三门峡市政府工作报告."""
    for end in range(min(len(title), 12), 1, -1):
        found = seeds.gazetteer.named(title[:end])
        if len(found) == 1:
            yield found[0].code
            return


def _ballots(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[Ballot]:
    companies = sorted((m.start, m.end) for m in mentions if m.kind == "body" and m.get("kind") == "enterprise")
    lows, ends = [low for low, _ in companies], [0, *accumulate((high for _, high in companies), max)]
    classes = seeds.forms("grammar", "county_up")
    press, string, street = seeds.pattern("letterhead.press"), prose.text.string, seeds.pattern("letterhead.street")
    sites, former = Sites(seeds.gazetteer, None), tuple(seeds.forms("grammar", "former_class"))
    sent = dict(_sent(mentions, sites))
    yield from _papers(string, seeds)
    within = {at: start for start, (end, _) in sent.items() for at in range(start, end)}
    for mention in mentions:
        written = mention.get("jurisdiction")
        start, end = mention.start, mention.end
        if start < end <= ends[bisect_right(lows, start)]:
            continue  # a company works far from the place that it is named after
        if start in within:
            if mention.get("kind") == "delegation":
                yield Ballot((sent[within[start]][1],), "", SENT_WEIGHT, start, end)
            continue
        if written in NATIONWIDE:
            yield Ballot((), NATION, 2 * BODY_WEIGHT, start, end)
        elif mention.kind in ("body", "meeting", "instrument") and written and written not in CLASSES:
            divisions = sites.candidates(written)
            known = tuple(d.code for d in divisions if d.level in DIVISIONS)
            if known or (not divisions and written.endswith(("市", "县", "区", "省"))):
                yield Ballot(known, written, BODY_WEIGHT, start, end)
        elif mention.kind == "place" and mention.rule == "division" and len(mention.get("codes")) == TOWN:
            yield Ballot((mention.get("codes")[:6],), "", PLACE_WEIGHT / 2, start, end)  # which 新华区 it lies in
        elif mention.kind == "place" and mention.get("codes"):
            known = tuple(code for code in _reached(mention, sites) if code[0] not in ABROAD)
            named = string[start - 1 : start] in LINE or len(mention.form) > SHORT or mention.form[-1] not in classes
            passing = not named or (mention.rule.startswith("stem") and street.match(string, end))
            if known and not passing and not (start < HEAD and press.match(string, end)):
                yield Ballot(known, "", PLACE_WEIGHT * (1 if mention.strength == "strong" else 0.4), start, end)
        elif mention.kind == "place" and mention.strength == "strong" and mention.name.endswith(former):
            yield Ballot((), mention.name, PLACE_WEIGHT, start, end)  # a county of the past, which gazetteers speak of


def _papers(string: str, seeds: Seeds) -> Iterator[Ballot]:
    """The newspapers that tell what follows (浦东时报讯), whatever body their name is taken for."""
    for match in seeds.pattern("letterhead.paper").finditer(string, 0, HEAD):
        for start in (match.start("place"), match.end("place") - 2):
            found = tuple(
                d.code for d in seeds.gazetteer.stem(string[start : match.end("place")]) if d.level in DIVISIONS
            )
            if found:
                yield Ballot(found, "", PLACE_WEIGHT, start, match.end("place"), press=True)
                break


def _sent(mentions: tuple[Mention, ...], sites: Sites) -> Iterator[tuple[int, tuple[int, str]]]:
    """The delegations to a session of the 市 above, with where they end and the code of that 市.

    江油代表团 and 三台代表团 at 市八届人大五次会议: the city is the one that both lie in.
    """
    held = {m.get("jurisdiction") for m in mentions if m.kind == "meeting" and m.get("jurisdiction") in CLASSES}
    for mention in mentions if held else ():
        if mention.kind != "body" or mention.get("kind") != "delegation":
            continue
        divisions = sites.candidates(mention.get("jurisdiction"))
        above = {d.code[:4] + "00" for d in divisions if d.level == "county"}
        whole = sites.gazetteer.by_code(min(above)) if len(above) == 1 else None
        if whole is not None and any(answers(whole.name, character) for character in held):
            yield mention.start, (mention.end, whole.code)


def _reached(mention: Mention, sites: Sites) -> Iterator[str]:
    """The codes of the divisions that a place may be."""
    codes = mention.get("codes").split("|")
    coded = [d for code in codes if len(code) == 6 and (d := sites.gazetteer.by_code(code))]
    yield from (d.code for d in sites.reachable(coded, mention.get("parent") + mention.name))


def _together(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[tuple[str, int]]:
    """The cities and prefectures whose counties stand in a row (大冶市、阳新县、黄石港区), with where they do."""
    counties = [m for m in mentions if m.kind == "place" and m.get("kind") == "county"]
    gazetteer, run = seeds.gazetteer, 1
    for before, after in pairwise(counties):
        above = [{c[:4] for c in m.get("codes").split("|")} for m in (before, after)]
        joined = prose.text.string[before.end : after.start] == JOINT and above[0] & above[1]
        run = run + 1 if joined else 1
        sure = all(m.rule == "division" and m.strength == "strong" for m in (before, after)) or run >= STEMS
        for stem in sorted(joined) if joined and sure else ():
            if gazetteer.by_code(f"{stem}00") is not None:
                yield f"{stem}00", before.start
