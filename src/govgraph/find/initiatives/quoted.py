"""Names in quotation marks (“九解一协调”服务企业活动): a score decides whether a quotation names an initiative.

For it speak a head noun after the quotation or at its end, a verb of doing before it, numbers and sums inside it, a
place inside it, repetition, and counts after it. Against it speak doctrine, policy terms, figures of speech and
honours, by word and by frame. Coordinated quotations (“甲”“乙”行动) share the verb of the first and the head of the
last. The name is the quotation alone; the longer form with its head goes to ``names``.

Quotations that are speech, and those inside names of meetings and instruments, are left to others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

ENOUGH = 2
LONGEST = 22  # longer quotations are speech
NAMED = 6  # characters of a name with a head noun of its own
REACH = 24  # characters on either side that may hold verb and head
ROW = 120  # characters before it that a row may run over
NOTE = re.compile(r"\[\d+\]")  # the mark of a footnote
JOINTS = re.compile("[、，+＋·]")
CLAUSE_ENDS = re.compile(r"[。；！？\n]")
PART_ENDS = re.compile(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in its surroundings, which its coordinated neighbours share."""

    start: int
    end: int
    core: str
    before: str
    after: str
    times: int
    counted: bool
    governed: str = ""  # how far the verb that begins its clause reaches: "row" or, where it begins a member, "whole"


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every quotation that may name an initiative; weak where the score does not reach."""
    for quote in _quotes(prose.text.string, earlier, seeds):
        points = score(quote, seeds)
        if points > 0:
            yield _mention(prose.text.string, quote, points, seeds)


def _quotes(text: str, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Quote]:
    matches = list(seeds.pattern("initiatives.quoted").finditer(text))
    times = Counter(match["core"] for match in matches)
    counts = frozenset(m.start for m in earlier if m.kind == "quantity")
    documents = [m for m in earlier if m.kind == "meeting" or (m.kind == "instrument" and m.form[0] in "《«<")]
    taken = frozenset(at for m in documents for at in range(m.start, m.end))
    titled = frozenset(at for m in documents if m.kind == "instrument" for at in range(m.start, m.end))
    launched = seeds.pattern("initiatives.launched")
    aliases = frozenset((m.start, m.end) for m in earlier if m.rule == "body.alias")
    named = frozenset((m.start, m.end) for m in earlier if m.kind == "meeting")
    for group in _groups(text, matches, seeds):
        start = group[0].start()
        before = CLAUSE_ENDS.split(text[max(0, start - REACH) : start])[-1]
        for match, end in zip(group, _shared_ends(group, text), strict=True):
            within = match.start() in taken and match.end() - 1 in taken
            told = match.start() not in titled and launched.match(text, match.end())  # “某某”行动|启动仪式
            if (within and not told) or match.span("core") in aliases:
                continue
            after = CLAUSE_ENDS.split(NOTE.sub("", text[end : end + REACH]))[0]
            counted = any(at in counts for at in range(end, end + 10))  # “某某演出季”惠民演出12场 is a row of them
            if match.span("core") in named and not (counted or _carried(match["core"], after, seeds)):
                continue  # “某某文化节”: not what is carried out
            core = match["core"].strip("，、,· ")
            if seeds.pattern("initiatives.quoted_row").search(core):
                for part in re.finditer("[^、]+", match["core"]):
                    low, high = (match.start("core") + at for at in part.span())
                    yield Quote(low, high, part[0], before, after, times[match["core"]], counted)
            elif core:
                row = _governed(text, start, before, seeds)
                yield Quote(match.start(), match.end(), core, before, after, times[match["core"]], counted, row)


def _carried(core: str, after: str, seeds: Seeds) -> bool:
    """True of what sounds like a gathering, but runs on: “某某接待日”为载体."""

    def says(pattern: str, where: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(where))

    return says("head_after", after) or says("lever_after", after) or says("quality_place", core + "”")


def _governed(text: str, start: int, before: str, seeds: Seeds) -> str:
    """Of a later member of a row, whose verb begins the clause: 实施甲行动、乙计划、“丙”工程."""
    if seeds.pattern("initiatives.verb_before").search(before):
        return ""
    clause = PART_ENDS.split(text[max(0, start - ROW) : start])[-1]
    if not seeds.pattern("initiatives.governing").match(clause):
        return ""
    return "whole" if seeds.pattern("initiatives.governing_firm").search(clause) else "row"


def _shared_ends(group: Sequence[re.Match[str]], text: str) -> list[int]:
    """Where the head of each quotation of a row may begin: after the last that follows it without words between."""
    ends = [match.end() for match in group]
    for index in range(len(group) - 2, -1, -1):
        between = text[group[index].end() : group[index + 1].start()]
        if len(between) <= 1 or not any(character.isdigit() for character in between):
            ends[index] = ends[index + 1]
    return ends


def _groups(text: str, matches: Sequence[re.Match[str]], seeds: Seeds) -> list[list[re.Match[str]]]:
    """Quotations that stand in one row."""
    run_on = seeds.pattern("initiatives.run_on")
    groups: list[list[re.Match[str]]] = []
    for match in matches:
        if groups and run_on.search(text[groups[-1][-1].end() : match.start()]):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def score(quote: Quote, seeds: Seeds) -> int:
    """How much speaks for an initiative."""
    return _for(quote, seeds) - _against(quote, seeds)


def _for(quote: Quote, seeds: Seeds) -> int:
    def says(pattern: str, where: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(where))

    points = 0
    if says("head_after", quote.after) or says("head_within", quote.core):
        points += 2
    elif says("loose_head_after", quote.after):
        points += 1
    if says("verb_before", quote.before):
        points += 1 if not points and says("loose_verb", quote.before) else 2
    elif quote.governed == "whole" or (quote.governed and points > 1):
        points += 2
    if says("numerals", quote.core):
        points += 1 if says("long_numerals", quote.core) else 2
    points += (
        says("state_after", quote.after)
        + says("online_after", quote.after)
        + 2 * says("quality_place", quote.core + "”")
    )
    points += 2 * (says("clause_start", quote.before) and says("effect_after", quote.after))
    points += 2 * any(says(after, quote.after) for after in ("lever_after", "system_after", "under_way"))
    points += points > 0 and says("issued", quote.core)
    national = quote.core in seeds.forms("initiatives_national") and not _said(quote.core, seeds)
    points += 2 * (national or says("brought", quote.core))
    beside = int(not says("numerals", quote.core) and says("one_numeral", quote.core))
    beside += any(True for _ in seeds.gazetteer.scan(quote.core)) + (quote.times >= 3) + quote.counted
    return points + beside if points else min(beside, 1)  # a number, a place and repetition do not tell by themselves


def _against(quote: Quote, seeds: Seeds) -> int:
    def says(pattern: str, where: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(where))

    points = 0
    head = seeds.pattern("initiatives.head_after").search(quote.after)
    headed = head is not None
    if _said(quote.core, seeds) or says("doctrine", quote.core):
        points += 0 if says("campaign_after", quote.after) else 6
    if (says("doctrine_before", quote.before) and not (headed or says("verb_before", quote.before))) or says(
        "honour_before", quote.before
    ):
        points += 3
    carried = headed and (says("verb_before", quote.before) or quote.governed)
    if says("honour_within", quote.core) or (says("gathering_within", quote.core) and not headed):
        points += 2 if carried else 4  # 开展“某某标兵”评选活动
    named = len(quote.core) >= NAMED and says("own_head", quote.core)  # 把“某某三年行动”延长一年
    named = named or says("fought", quote.core)  # 打好“发展六仗”
    if says("copula_before", quote.before) and not (headed or named or says("state_after", quote.after)):
        points += 2
    direct = head is not None and not head["modifier"] and quote.after[0] != "的"
    told = says("code", quote.core) or says("own_head", quote.core) or says("effect_after", quote.after)
    told = told or quote.core in seeds.forms("initiatives_national")
    if says("figurative_after", quote.after) and not (direct or told):
        points += 2
    if says("sentence", quote.core) or (says("speech", quote.core) and not headed) or says("change_after", quote.after):
        points += 3
    if (says("team", quote.core) or says("tally", quote.core)) and not headed:
        points += 4
    if (says("likened_before", quote.before) and not headed) or says("venue", f"{quote.before[-1:]}““”{quote.after}"):
        points += 4
    points += (
        4 * (says("hall_after", quote.after) or says("other_after", quote.after))
        + 4 * says("calamity_after", quote.after)
        + 4 * (says("day_since", quote.after) and not (headed or says("verb_before", quote.before)))
        + 4 * says("period", f"{quote.core}”{quote.after}")
        + 6 * says("terrain_after", quote.after)
        + 4 * says("gathering_after", quote.after)
        + 2 * (says("focused", quote.before) and says("then_done", quote.after))
    )
    points += 4 * (says("planned_after", quote.after) or says("labelled", f"{quote.before[-NAMED:]}““”{quote.after}"))
    talked = says("topic_before", quote.before) and says("topic_after", quote.after)
    points += 5 * (talked and not (headed or says("numerals", quote.core)))  # but 围绕“三改一拆”协商
    points += 4 * ((says("boast", quote.core) or says("stands", quote.core)) and not headed)
    if says("couplet", quote.core) and not (headed or says("verb_before", quote.before)):
        points += 3
    if (len(quote.core) > LONGEST and not headed) or quote.core[-1] in "。！？；：" or len(quote.core) == 1:
        points += 4
    return points


def _said(core: str, seeds: Seeds) -> bool:
    """True of a word of doctrine or a figure of speech, and of a row of them: 线上+线下."""
    stops = seeds.forms("initiative_stops")
    return core in stops or all(part in stops for part in JOINTS.split(core))


def _kinds(seeds: Seeds) -> dict[str, str]:
    """The kinds of initiatives by head noun."""
    return {word.form: word.kind for word in seeds.words("initiative_heads")}


def _longest(seeds: Seeds) -> list[str]:
    """The head nouns, the longest first."""
    return sorted(seeds.once(_kinds), key=len, reverse=True)


def _mention(text: str, quote: Quote, points: int, seeds: Seeds) -> Mention:
    head = seeds.pattern("initiatives.head_after").search(quote.after)
    kinds = seeds.once(_kinds)
    attrs = {"kind": "other", "score": str(points)}
    if head and text[quote.start] in "“‘":
        attrs["kind"] = kinds[head["head"]]
        attrs["names"] = quote.core + NOTE.sub("", head["modifier"]).lstrip("等") + head["head"]
    else:
        within = next((form for form in seeds.once(_longest) if quote.core.endswith(form)), "")
        attrs["kind"] = kinds[within] if within else "other"
    return Mention(
        start=quote.start,
        end=quote.end,
        kind="initiative",
        form=text[quote.start : quote.end],
        name=quote.core,
        rule="initiative.quoted",
        strength="strong" if points >= ENOUGH else "weak",
        attrs=tuple(sorted(attrs.items())),
    )
