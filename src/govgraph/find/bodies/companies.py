"""Short names of companies: a place or a coinage + a noun of industry (天池钼业, 吉林化纤), standing as a noun.

Not with a noun of the branch after it (化工产业, 光电产业园). Weak where the noun is as often a branch as a company
(科技, 农业) and nothing else speaks for a company: a second mention, 集团 or 公司 after it, an honour that only
companies win, a project of its own. Names without any such noun are a matter of :mod:`told` and :mod:`listed`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies import told
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.edge import left_edge, parted
from govgraph.find.bodies.ground import Ground

_STEM = (2, 6)
_ROW = 60  # characters of a row of works


def find(ground: Ground) -> Iterator[Body]:
    """Candidates by industry noun; what is said twice supports itself."""
    found = list(_candidates(ground))
    times = Counter(body.name for body in found)
    found = [replace(body, strength="strong") if times[body.name] > 1 else body for body in found]
    found += told.find(ground)
    yield from found
    yield from (replace(body, strength="strong") for body in _beside(ground, found))


def company(ground: Ground, start: int, end: int, strength: str = "strong") -> Body:
    """A company that is called as it stands in the text."""
    name = ground.text[start:end]
    return Body(start, end, "enterprise", "", (name,), name, "body.company", strength)


def _candidates(ground: Ground) -> Iterator[Body]:
    sector = ground.seeds.pattern("bodies.sector_after")
    for match in ground.seeds.pattern("bodies.industry").finditer(ground.text):
        start, proper = _edge(ground, match.start())
        stem = ground.text[start : match.start()]
        proper = proper or _names_itself(ground, match[0], stem)
        if not proper or "”" in stem or not _STEM[0] <= len(stem) <= _STEM[1] or ground.says("class", stem[-1:]):
            continue
        word = ground.words[ground.word_at(start)]
        if ground.starting("body_forms", start + 1) is not None and ground.says("county_up", ground.text[start]):
            continue  # 市|政协|农业和民进界别
        common = (word.start, word.end) == (start, match.end()) and word.tag == "nt"  # 国防工业
        if common or ground.seeds.pattern("bodies.promoted").match(stem):
            continue  # 大力发展精细|化工
        if ground.words[ground.word_at(match.end() - 1)].end > match.end():
            continue  # 白化|工作
        works = ground.says("made", match[0]) and ground.seeds.pattern("bodies.projects_after")
        if works and works.match(ground.text, match.end(), match.end() + _ROW):
            continue  # 某某化学|新材料|等重大项目
        if ground.seeds.pattern("bodies.legal_after").match(ground.text, match.end()):
            continue  # 某某实业|有限公司
        if not sector.match(ground.text[match.end() : match.end() + 2]):
            yield company(ground, start, match.end(), "strong" if _sure(ground, match) else "weak")


def _edge(ground: Ground, end: int) -> tuple[int, bool]:
    """The left edge of a stem; one character more where it alone is left of an item, or is a numeral (三|金药业)."""
    start, proper = left_edge(ground, end)
    word = ground.words[ground.word_at(start - 1)] if start else None
    if ground.says("lead", ground.text[start : start + 1]) and parted(ground, start, end):
        return start + 1, proper
    if word is None or len(word.form) != 1 or not "\u3400" <= word.form <= "\u9fff":
        return start, proper
    numeral = end - start == 1 and word.tag == "m"
    alone = proper and ground.text[word.start - 1 : word.start] == "、" and word.tag not in ("c", "p", "v", "uj", "d")
    return (word.start, True) if numeral or alone else (start, proper)


def _names_itself(ground: Ground, noun: str, stem: str) -> bool:
    """True for a noun that no branch is called by (钼业, 实业) after anything that is no kind of company."""
    forms = ground.seeds.forms
    return noun in forms("body_industries", "name") and stem not in forms("body_left", "plain")


def _sure(ground: Ground, match: re.Match[str]) -> bool:
    """True where the noun, or what is said after it, tells a company from a branch."""
    forms = ground.seeds.forms
    if match[0] in forms("body_industries", "sure") | forms("body_industries", "name"):
        return True
    placed = match.start() in ground.place_before  # 吉林电力 may be the branch there
    told = ground.seeds.pattern("bodies.company_deed" if placed else "bodies.company_after")
    return told.match(ground.text, match.end(), match.end() + 40) is not None


def _beside(ground: Ground, companies: list[Body]) -> Iterator[Body]:
    """What stands between 、 beside a sure company is one too, if it is a candidate or a coinage (金渠银通)."""
    candidates = {body.start: body for body in companies}
    ends = {(body.start, body.end): body for body in companies}
    for body in sorted(companies, key=lambda b: (b.start, b.end)):
        if body.strength != "strong":
            continue
        at = body.start
        while (item := _item_before(ground, at)) is not None:
            at = item.start()
            known = ends.get(item.span())
            if known is None and not _coined(ground, item.start(), item.end()):
                break
            yield known or company(ground, at, item.end())
        after = candidates.get(body.end + 1)
        while after is not None and ground.text[after.start - 1] == "、":
            yield after
            after = candidates.get(after.end + 1)


def _item_before(ground: Ground, at: int) -> re.Match[str] | None:
    """The item of a list that ends before a position."""
    match = ground.seeds.pattern("bodies.item").search(ground.text, max(0, at - 9), at)
    return re.compile(re.escape(match[1])).match(ground.text, match.start(1)) if match else None


def _coined(ground: Ground, start: int, end: int) -> bool:
    """True for a stretch that begins with a word that no dictionary has (金渠|银通)."""
    word = ground.words[ground.word_at(start)]
    return word.start == start and word.end <= end and ground.proper(word) and start not in ground.place_after
