"""Instruments without brackets: laws in a list (预算法、监督法), 城市绿化条例, 总体规划, work reports, orders, 文号.

National laws are known by name. Anything else needs a word for a document at its end, words that tell it from others
before that, and mostly somebody who does something to it (修订, 印发, 编制 …): 有关规定 and 规划建设 are no documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.instruments.titles import attributes, mention
from govgraph.model import Mention
from govgraph.numerals import number
from govgraph.seeds import Seeds

_LAW = re.compile("法(?:典|通则)?(?![定治律制规院学庭官人系师子式则医宝])")
_UNKNOWN_LAW = re.compile(
    "(?:通过了?|新修订的?|修改|修订|颁布|施行|、)(?P<law>(?![一-鿿]{0,3}的)[一-鿿]{3,20}[^方办做想看用说书合执违依司普守手疗算作立]法)"
    "(?=[、，。；（]|的决定)"
)
_AFTER_CONSTITUTION = re.compile("宣誓|法律|日|精神|意识|实践|理论|权威|和法律|、法律|规定")
_VAGUE = re.compile(
    "^(?:有关|相关|各项|各类|各种|这|该|本|此|其|上述|一系列|具体|[一二三四五六七八九十百几多两\\d]+[项条个部件]|若干|地方性|配套|新的)"
    "|(?:有关|相关|明文|明确|硬性|统一|具体|法律|法规|纪律|政策|以下|如下)$"
)
_LEAST = {"regulation": 2, "measures": 3, "plan": 4}  # characters before the word for a document
_FOLLOW = re.compile(
    "[，。；、！？：\n（）(”》]|$|等|和|及|编制|修编|修订|执行|实施|落实|贯彻|落地|颁布|正式|出台|获|的?(?:要求|决定|情况)"
)


def laws(text: str, seeds: Seeds) -> Iterator[Mention]:
    """National laws by name, and what an assembly is said to have passed as …法."""
    known = seeds.forms("instrument_laws")
    longest = max(map(len, known))
    for match in _LAW.finditer(text):
        end = match.end()
        name = next((n for n in (text[end - k : end] for k in range(min(longest, end), 1, -1)) if n in known), None)
        if name and _is_law(text, end - len(name), end, name):
            yield _law(text, end - len(name), end, "instrument.law", seeds)
    for match in _UNKNOWN_LAW.finditer(text):
        if not any(match["law"].endswith(law) for law in known):
            yield _law(text, match.start("law"), match.end("law"), "instrument.law_unknown", seeds)


def _is_law(text: str, start: int, end: int, name: str) -> bool:
    """Short names are also parts of words and must stand apart; 宪法宣誓 is no mention of the constitution."""
    if name == "宪法":
        return not _AFTER_CONSTITUTION.match(text, end)
    if len(name) > 2:
        return True
    return not edges.han(text, start - 1) and not edges.han(text, end)


def _law(text: str, start: int, end: int, rule: str, seeds: Seeds) -> Mention:
    state = "中华人民共和国"
    if text.startswith(state, start - len(state)):
        start -= len(state)
    name = text[start:end]
    draft = seeds.pattern("instruments.draft").match(text, end)
    attrs = attributes(name, "law", draft=draft is not None)
    return mention(text, start, draft.end() if draft else end, name, rule, attrs, strong=True)


def named(text: str, seeds: Seeds) -> Iterator[Mention]:
    """条例, 办法, 规则, 规划 … with the words that say which."""
    words = re.compile(seeds.expand("{{instrument_edges}}"))
    acts = seeds.forms("instrument_edges", "acts")
    kinds = {word.form: word.canonical for word in seeds.words("instrument_heads", "unmarked")}
    last = 0
    for match in re.finditer(seeds.expand("{{instrument_heads.unmarked}}"), text):
        kind = kinds[match[0]]
        edge = edges.left(text, match.start(), words, 30)
        told = text[edge.start : match.start()]
        if len(told) < _least(kind, match[0]) or _VAGUE.search(told) or not _FOLLOW.match(text, match.end()):
            continue
        listed = last > 0 and text[last : edge.start] in ("、", "和")
        strong = edge.word in acts or listed or (kind == "regulation" and len(told) >= 4)
        last = match.end() if strong else 0
        draft = bool(seeds.pattern("instruments.draft").match(text, match.end()))
        name = text[edge.start : match.end()]
        attrs = attributes(name, kind, draft=draft)
        yield mention(text, edge.start, match.end(), name, f"instrument.{kind}", attrs, strong=strong)


def _least(kind: str, head: str) -> int:
    """How many characters must tell the document from others; 规定 is mostly no title."""
    return 6 if head == "规定" else _LEAST[kind]


def reports(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """政府工作报告 and its like, with the place before it; reports that an assembly hears."""
    for match in seeds.pattern("instruments.work_report").finditer(text):
        start = _placed(text, match.start(), starts)
        attrs = {"full": "{J}" + match[0].replace("人民政府", "政府"), "kind": "report"}
        yield mention(text, start, match.end(), text[start : match.end()], "instrument.work_report", attrs, strong=True)
    for match in seeds.pattern("instruments.reported").finditer(text):
        attrs = {"full": "{J}政府工作报告", "kind": "report"}
        yield mention(text, match.start("form"), match.end(), "政府工作报告", "instrument.reported", attrs, strong=True)
    for match in seeds.pattern("instruments.heard").finditer(text):
        at = match.start("list")
        for part in re.finditer("[^、和]+", match["list"]):
            attrs = {"kind": "report"}
            yield mention(
                text, at + part.start(), at + part.end(), part[0], "instrument.heard", attrs, strong=len(part[0]) > 4
            )


def _placed(text: str, at: int, starts: dict[int, int]) -> int:
    """Where the place before a position starts, by name or by class alone (市)."""
    if at in starts:
        return starts[at]
    return at - 1 if at and text[at - 1] in "省市县区旗州镇乡" else at


def orders(text: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """主席令第九号, 第三十号主席令, 第一号、二号主席令, 国务院令第700号."""
    for match in seeds.pattern("instruments.order").finditer(text):
        attrs = {"kind": "order", "number": str(number(match["a"] or match["b"]) or "")}
        start = _placed(text, match.start(), starts) if "政府令" in match[0] else match.start()
        yield mention(text, start, match.end(), text[start : match.end()], "instrument.order", attrs, strong=True)
    for match in seeds.pattern("instruments.orders").finditer(text):
        parts = list(re.finditer("第?([^第号、和]+)号", match[0][: match.start("head") - match.start()]))
        for part in parts:
            end = match.end() if part is parts[-1] else match.start() + part.end()
            attrs = {"kind": "order", "number": str(number(part[1]) or "")}
            name = f"第{part[1]}号{match['head']}"
            yield mention(text, match.start() + part.start(), end, name, "instrument.orders", attrs, strong=True)


def numbers(text: str, seeds: Seeds) -> Iterator[Mention]:
    """文号 that no title precedes stand for the document."""
    words = re.compile(seeds.expand("{{instrument_edges}}"))
    for match in seeds.pattern("instruments.number").finditer(text):
        sign = re.search(r"[〔\[［（(【]", match[0])
        assert sign is not None
        start = max(match.start(), edges.left(text, match.start() + sign.start(), words).start)
        titled = text[max(0, start - 2) : start] in ("》（", "》(")
        name = text[start : match.end()]
        yield mention(
            text, start, match.end(), name, "instrument.number", {"kind": "notice", "number": name}, strong=not titled
        )
