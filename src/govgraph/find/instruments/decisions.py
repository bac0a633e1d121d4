"""Documents named by what they are about: (某某常委会)关于批准《…》的决定, 关于修改某某法的决定, 关于…的意见.

The name runs from 关于, with the body before it where one stands there, to 的 and a word for a document; a chain
(关于批准关于…的条约的决定) is read to its end and gives the treaty inside as well. A list leaves words out:
“关于批准《甲》的决定、《乙》的决定” gives 关于批准《乙》的决定 too. Where one clause stands for several treaties
(甲国和乙国、甲国和丙国关于…的条约) each of them is given.

Strong where somebody does something to it (通过, 印发, 听取 …), a body's name begins it or it stands alone in a
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.instruments.titles import Title, attributes, kind_of, mention
from govgraph.model import Mention
from govgraph.seeds import Seeds

_HEAD = 300  # where the title of a document stands
_LONG = 140  # characters of a name
_OWNER = 32  # characters of a body before 关于
_ENDS = ("", "\n", "；", "。", "（")  # what may follow an item of a list
_ALONE = {(a, b) for a in ("", "\n") for b in ("", "\n", "（")} | {("“", "”")}


def decisions(text: str, pairs: tuple[Title, ...], seeds: Seeds) -> Iterator[Mention]:
    """The documents that 关于 begins, outside of title brackets."""
    marked = edges.inside([(p.start, p.end) for p in pairs], len(text))
    tail = seeds.pattern("instruments.decision_tail")
    done = 0
    for about in seeds.pattern("instruments.about").finditer(text):
        if marked[about.start()] or about.start() < done:
            continue
        over = seeds.pattern("instruments.decision_stop").search(text, about.end(), about.end() + _LONG)
        if (end := _end(text, about.start(), tail, marked, over.start() if over else len(text))) is None:
            continue
        done = end
        yield from _named(text, about.start(), end, seeds)
        for item in _elliptical(text, about.start(), end, seeds):
            done = item.end
            yield item


def _end(text: str, start: int, tail: re.Pattern[str], marked: bytearray, over: int) -> int | None:
    """Where the name that begins with 关于 ends: at the first word for a document that no further 的 follows."""
    quoted = 0
    for stop in re.finditer("[。；！？\n，“”]", text[start : start + _LONG]):
        quoted += {"“": 1, "”": -1}.get(stop[0], 0)
        if stop[0] == "\n" and start < _HEAD and tail.search(text, start, start + stop.start()) is None:
            continue  # a title on two lines
        if stop[0] not in "“”" and not marked[start + stop.start()] and quoted <= 0:
            limit = start + stop.start()
            break
    else:
        limit = min(len(text), start + _LONG)
    limit = over if over < limit and not marked[over] else limit
    end = None
    for match in tail.finditer(text, start, limit + 1):
        if match.end() > limit or marked[match.start()] or (end is not None and match.start() != end):
            continue
        end = match.end()
    return end


def _named(text: str, start: int, end: int, seeds: Seeds) -> Iterator[Mention]:
    """The document itself, with the body that its name may begin with, and the treaties inside."""
    words = seeds.compiled("{{instrument_edges}}")
    edge = edges.left(text, start + len("关于"), words)
    while edge.word and seeds.pattern("instruments.inside_owner").match(text, edge.start):
        edge = edges.left(text, edge.start - len(edge.word), words)  # 市场监督|管理局
    joined = seeds.pattern("instruments.joined").match(text, edge.start, start)
    edge = edges.Edge(joined.end(), "") if joined else edge
    given = seeds.pattern("instruments.giver").match(text, edge.start, start)
    edge = edges.Edge(given.end(), "") if given else edge
    owner = text[edge.start : start]
    first = edge.start if 1 < len(owner) <= _OWNER and seeds.pattern("instruments.owner").search(owner) else start
    joint = seeds.pattern("instruments.joint_owner").search(text, max(0, first - 30), first) if first < start else None
    first = joint.start("name") if joint and joint.end() == first else first
    acted = edge.word in seeds.forms("instrument_edges", "acts") or text[max(0, start - 1) : start] in "了的"
    rows = (("listed_before", 40), ("passed_before", 180))
    listed = any(seeds.pattern(f"instruments.{p}").search(text, max(0, start - n), start) for p, n in rows)
    alone = (text[first - 1 : first], text[end : end + 1]) in _ALONE or _item(text, first, end, seeds)
    name = text[first:end].replace("\n", "")
    attrs = attributes(name, kind_of(name, seeds))
    strong = acted or first < start or alone or listed
    yield mention(text, first, end, name, "instrument.about", attrs, strong=strong)
    if inner := seeds.pattern("instruments.inner_treaty").match(text[start:end]):
        yield from _treaties(text, start + inner.start("treaty"), start + inner.end("treaty"), seeds)


def _item(text: str, start: int, end: int, seeds: Seeds) -> bool:
    """Whether a name is all that an item of a numbered list says."""
    before = seeds.pattern("instruments.item_before").search(text, max(0, start - 8), start)
    return before is not None and text[end : end + 1] in _ENDS


def _treaties(text: str, start: int, end: int, seeds: Seeds) -> Iterator[Mention]:
    """The treaty that a decision approves, or each of several that one clause names."""
    attrs = {"kind": "treaty"}
    shared = seeds.pattern("instruments.parties").match(text[start:end])
    if shared is None:
        yield mention(text, start, end, text[start:end], "instrument.treaty", attrs, strong=True)
        return
    at, rest = start, shared["rest"]
    parts = (shared["first"] + shared["more"]).split("、")
    for part in parts:
        stop = end if part is parts[-1] else at + len(part)
        yield mention(text, at, stop, part + rest, "instrument.treaty_list", attrs, strong=True)
        at += len(part) + 1


def _elliptical(text: str, start: int, end: int, seeds: Seeds) -> Iterator[Mention]:
    """《乙》的决定 after 关于批准《甲》的决定: the words before the title are those of the first."""
    first = seeds.pattern("instruments.elliptical").match(text, start, end)
    head = re.search("的[^的》]+$", text[start:end])
    if not first or not head:
        return
    for match in re.compile(f"、(《[^》]+》{head[0]})").finditer(text, end):
        if match.start() != end:
            return
        end, name = match.end(), first[0] + match[1]
        yield mention(
            text, match.start(1), end, name, "instrument.about_list", {"kind": kind_of(name, seeds)}, strong=True
        )
