"""Instruments without brackets: laws in a list (预算法、监督法), 城市绿化条例, 总体规划, work reports, orders.

National laws are known by name. Anything else needs a word for a document at its end, words that tell it from others
before that, and mostly somebody who does something to it (修订, 印发, 编制 …): 有关规定 and 规划建设 are no documents.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.instruments.titles import attributes, kind_of, mention
from govgraph.model import Mention
from govgraph.numerals import number
from govgraph.seeds import Seeds

_LEAST = {"regulation": 2, "measures": 3, "plan": 4}  # characters before the word for a document
_OFFICE = 20  # characters of the office whose order it is
_WHOLE = 4  # characters of a word for a plan that needs few others (总体规划)
_HEAD = 200  # where the title of a document stands
_ADOPTED = 4  # characters before one that only its adoption makes a document (方案, 标准)


def laws(text: str, seeds: Seeds) -> Iterator[Mention]:
    """National laws by name, and what an assembly is said to have passed as …法."""
    known = seeds.forms("instrument_laws")
    longest = max(map(len, known))
    for match in seeds.pattern("instruments.law").finditer(text):
        end = match.end()
        name = next((n for n in (text[end - k : end] for k in range(min(longest, end), 1, -1)) if n in known), None)
        if name and (amended := seeds.pattern("instruments.amendment").match(text, end)):
            yield _law(text, end - len(name), amended.end(), "instrument.amendment", seeds)
        elif name and _is_law(text, end - len(name), end, name, seeds):
            yield _law(text, end - len(name), end, "instrument.law", seeds)
    unknown = (seeds.pattern(f"instruments.{rule}").finditer(text) for rule in ("law_unknown", "law_force"))
    for match in itertools.chain.from_iterable(unknown):
        if not any(match["law"].endswith(law) for law in known):
            yield _law(text, match.start("law"), match.end("law"), "instrument.law_unknown", seeds)


def _is_law(text: str, start: int, end: int, name: str, seeds: Seeds) -> bool:
    """Short names are also parts of words and must stand apart; 宪法宣誓 is no mention of the constitution."""
    if name == "宪法":
        return not seeds.pattern("instruments.constitution_after").match(text, end)
    if len(name) > 3 or (len(name) == 3 and name not in seeds.forms("instrument_laws", "short")):
        return True
    follows = seeds.pattern("instruments.short_law_after").match(text[end : end + 2])
    article = seeds.pattern("instruments.article").match(text, end)
    if article and text.endswith(tuple(seeds.forms("instrument_edges", "acts")), 0, start):
        return True
    row = follows is not None and text[start - 1 : start] == "、"
    apart = follows is not None if len(name) > 2 else article is not None or row or not edges.han(text, end)
    return not edges.han(text, start - 1) and apart


def _law(text: str, start: int, end: int, rule: str, seeds: Seeds) -> Mention:
    state = "中华人民共和国"
    if text.startswith(state, start - len(state)):
        start -= len(state)
    name = text[start:end]
    draft = seeds.pattern("instruments.draft").match(text, end)
    attrs = attributes(name, "law", draft=draft is not None)
    return mention(text, start, draft.end() if draft else end, name, rule, attrs, strong=True)


def implementing(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """湖畔市实施义务教育法办法, which is the place's and no mention of the law."""
    for match in seeds.pattern("instruments.implementing").finditer(text):
        at = match.start() + (text[match.start()] == "、")
        start = placed(text, at, starts, seeds)
        attrs = attributes(text[start : match.end()], "measures") | {"full": "{J}" + text[at : match.end()]}
        yield mention(
            text, start, match.end(), text[start : match.end()], "instrument.implementing", attrs, strong=True
        )


def named(text: str, seeds: Seeds) -> Iterator[Mention]:
    """条例, 办法, 规则, 规划 … with the words that say which."""
    words = seeds.compiled("{{instrument_edges}}")
    acts = seeds.forms("instrument_edges", "acts")
    kinds = {word.form: word.canonical for word in seeds.words("instrument_heads", "unmarked")}
    last = 0
    for match in seeds.compiled("{{instrument_heads.unmarked}}").finditer(text):
        kind = kinds[match[0]]
        edge = _opened(text, edges.left(text, match.start(), words, 30), acts, last, seeds)
        treated = seeds.pattern("instruments.treated").match(text, edge.start)
        edge = edge._replace(start=treated.end()) if treated and treated.end() < match.start() else edge
        told = text[edge.start : match.start()]
        draft = seeds.pattern("instruments.draft_of").match(text, match.end())
        end = draft.end() if draft else match.end()
        submitted = draft is not None and seeds.pattern("instruments.submitted").match(text, end) is not None
        behind = seeds.pattern("instruments.acted_behind").match(text, match.end())
        listed = last > 0 and text[last : edge.start] in ("、", "和")
        acted = edge.word in acts or listed or behind is not None
        least = len(told) >= 2 if submitted else len(told) >= _least(kind, match[0], acted=acted)
        if not least or (not submitted and _loose(text, told, end, seeds)) or told.count("“") != told.count("”"):
            continue  # 落实某某“三个|规定”
        strong = acted or submitted or (kind == "regulation" and len(told) >= 4)
        last = match.end() if strong else 0
        drafted = draft is not None or seeds.pattern("instruments.draft").match(text, match.end()) is not None
        name = text[edge.start : match.end()]
        attrs = attributes(name, kind, draft=drafted)
        yield mention(text, edge.start, end, name, f"instrument.{kind}", attrs, strong=strong)


def _opened(text: str, edge: edges.Edge, acts: frozenset[str], last: int, seeds: Seeds) -> edges.Edge:
    """The edge before a verb that opens a title, if another verb or title stands before it: 出台|支持新市民购房办法."""
    verb = edge.start - len(edge.word)
    if not seeds.pattern("instruments.opening").search(edge.word):
        return edge
    if last and text[last:verb] in ("、", "和"):
        return edges.Edge(verb, "")
    act = next((act for act in sorted(acts) if text.endswith(act, 0, verb)), "")
    return edges.Edge(verb, act) if act else edge


def adopted(text: str, seeds: Seeds) -> Iterator[Mention]:
    """实施方案, 标准 and the like, which are documents where an assembly or office is said to have passed them."""
    kinds = {word.form: word.canonical for word in seeds.words("instrument_heads", "titled")}
    passed = (
        seeds.pattern(f"instruments.{rule}").finditer(text) for rule in ("adopted", "approved", "drawn", "list_issued")
    )
    for match in itertools.chain.from_iterable(passed):
        told = match["told"]
        if len(told) < _ADOPTED or _loose(text, told, match.end("name"), seeds):
            continue
        attrs = attributes(match["name"], kinds.get(match["head"], "other"))
        yield mention(text, *match.span("name"), match["name"], "instrument.adopted", attrs, strong=True)
    for match in seeds.pattern("instruments.proposed").finditer(text):
        attrs = attributes(match["name"], kinds.get(match["head"], "proposal"))
        yield mention(text, *match.span("name"), match["name"], "instrument.adopted", attrs, strong=True)
    counted = (seeds.pattern(f"instruments.{rule}").finditer(text) for rule in ("clauses", "clauses_row"))
    for match in itertools.chain.from_iterable(counted):
        if not _loose(text, match["told"], match.end("name"), seeds):
            attrs = attributes(match["name"], "measures")
            yield mention(text, *match.span("name"), match["name"], "instrument.clauses", attrs, strong=True)


def lines(text: str, seeds: Seeds) -> Iterator[Mention]:
    """Documents by their title line: 某局…的通知 passed on, 招聘公告（2017年第13号）, first 某市2022年工作要点."""
    for match in seeds.pattern("instruments.title_line").finditer(text, 0, min(len(text), _HEAD)):
        attrs = attributes(match["name"], kind_of(match["name"], seeds))
        yield mention(text, *match.span("name"), match["name"], "instrument.title_line", attrs, strong=True)
    for rule in ("passed_on", "numbered_title"):
        if any(cue in text for cue in seeds.forms("grammar", rule)):
            for match in seeds.pattern(f"instruments.{rule}").finditer(text):
                attrs = attributes(match["name"], "notice")
                yield mention(text, *match.span("name"), match["name"], f"instrument.{rule}", attrs, strong=True)


def _loose(text: str, told: str, end: int, seeds: Seeds) -> bool:
    """True of words that tell no document from another, and of a head that only begins a longer word."""
    vague = seeds.pattern("instruments.vague").search(told)
    return vague is not None or not seeds.pattern("instruments.follow").match(text[end : end + 4])


def _least(kind: str, head: str, *, acted: bool) -> int:
    """How many characters must tell it from others; 规定 is mostly no title, 城市总体规划 one that is made."""
    return 6 if head == "规定" else 2 if acted and kind == "plan" and len(head) >= _WHOLE else _LEAST[kind]


def reports(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """政府工作报告 and its like, with the place before it; reports that an assembly hears."""
    for match in seeds.pattern("instruments.work_report").finditer(text):
        start = placed(text, match.start(), starts, seeds)
        attrs = {"full": "{J}" + match[0].replace("人民政府", "政府"), "kind": "report"}
        yield mention(text, start, match.end(), text[start : match.end()], "instrument.work_report", attrs, strong=True)
    yield from _of_each(text, starts, seeds)
    for match in seeds.pattern("instruments.party_report").finditer(text):
        start = placed(text, match.start(), starts, seeds)
        name = text[start : match.end()]
        yield mention(text, start, match.end(), name, "instrument.party_report", {"kind": "report"}, strong=True)
    words = seeds.compiled("{{instrument_edges}}")
    for match in seeds.pattern("instruments.resolution").finditer(text):
        start = edges.left(text, match.start(), words).start
        lead = seeds.pattern("instruments.order_lead").match(text, start, match.start())
        name = text[(start := lead.end() if lead else start) : match.end()]
        attrs = {"kind": kind_of(name, seeds)}
        yield mention(text, start, match.end(), name, "instrument.resolution", attrs, strong=True)
    yield from _of_committees(text, starts, seeds)
    for match in seeds.pattern("instruments.reported").finditer(text):
        attrs = {"full": "{J}政府工作报告", "kind": "report"}
        yield mention(text, match.start("form"), match.end(), "政府工作报告", "instrument.reported", attrs, strong=True)
    vague = seeds.pattern("instruments.heard_vague")
    for match in seeds.pattern("instruments.heard").finditer(text):
        at = match.start("list")
        for part in seeds.pattern("instruments.one_report").finditer(match["list"]):
            begin = part.start() + max(part[0].rfind("作的") + 2, 0) if "作的" in part[0] else part.start()
            whose = seeds.pattern("instruments.heard_of").match(match["list"], begin, part.end())
            begin = whose.end() if whose else begin
            name = text[at + begin : at + part.end()]
            attrs, end = {"kind": "report"}, at + part.end()
            if seeds.pattern("instruments.system_after").match(text, end):
                continue
            yield mention(
                text, at + begin, end, name, "instrument.heard", attrs, strong=len(name) > 4 and not vague.search(name)
            )


def _of_each(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """县法院、县检察院工作报告: the report of each body before the last, which has the words for all of them."""
    for row in seeds.pattern("instruments.reports_row").finditer(text):
        for item in re.finditer("[^、和与及]+", row["list"]):
            start, end = row.start() + item.start(), row.start() + item.end()
            bare = item[0][1:] if item[0][0] in seeds.forms("grammar", "class") else item[0]
            attrs = {"full": "{J}" + bare.replace("人民政府", "政府") + "工作报告", "kind": "report", "partial": "yes"}
            begin = placed(text, end - len(bare), starts, seeds)
            name = text[begin:end] + "工作报告"
            yield mention(text, min(begin, start), end, name, "instrument.work_report", attrs, strong=True)


def _of_committees(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """某省第九届人民代表大会某某委员会工作报告: the report of a committee, with the place that it begins with."""
    for match in seeds.pattern("instruments.committee_report").finditer(text):
        start = placed(text, match.start(), starts, seeds)
        if start < match.start():
            whose = seeds.pattern("instruments.of_conference").search(text, 0, start)
            attrs = {"full": (whose[0] if whose else "") + "{J}" + match[0], "kind": "report"}
            start = whose.start() if whose else start
            name = text[start : match.end()]
            yield mention(text, start, match.end(), name, "instrument.work_report", attrs, strong=True)


def placed(text: str, at: int, starts: dict[int, int], seeds: Seeds) -> int:
    """Where the place before a position starts, by name or by class alone (市)."""
    if at in starts:
        return starts[at]
    return at - 1 if at and text[at - 1] in seeds.forms("grammar", "class") else at


def orders(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """主席令第九号, 第三十号主席令, 第一号、二号主席令, 国务院令第700号, 财政部令第87号."""
    words = seeds.compiled("{{instrument_edges}}")
    for match in seeds.pattern("instruments.order").finditer(text):
        attrs = {"kind": "order", "number": str(number(match["a"] or match["b"] or match["c"] or match["d"]) or "")}
        start = placed(text, match.start(), starts, seeds) if match["of"] or match["of2"] else match.start()
        if match["office"] or match["office2"]:
            start = edges.left(text, match.start() + 1, words, _OFFICE).start
            lead = seeds.pattern("instruments.order_lead").match(text, start, match.start())
            start = lead.end() if lead else start
        name = "".join(text[start : match.end()].split())
        yield mention(text, start, match.end(), name, "instrument.order", attrs, strong=True)
    for match in seeds.pattern("instruments.announced").finditer(text):
        start = placed(text, match.start(), starts, seeds)
        name = text[start : match.end()]
        yield mention(text, start, match.end(), name, "instrument.announced", {"kind": "notice"}, strong=True)
    for match in seeds.pattern("instruments.orders").finditer(text):
        parts = list(re.finditer("第?([^第号、和]+)号", match[0][: match.start("head") - match.start()]))
        for part in parts:
            end = match.end() if part is parts[-1] else match.start() + part.end()
            attrs = {"kind": "order", "number": str(number(part[1]) or "")}
            name = f"第{part[1]}号{match['head']}"
            yield mention(text, match.start() + part.start(), end, name, "instrument.orders", attrs, strong=True)
