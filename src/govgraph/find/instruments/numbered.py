"""文号: the number that an office gives to what it issues (某政办发〔2021〕15号).

It stands for the document. Alone on a line (in brackets or behind 文号： too), next to a title that stands alone too,
or in brackets behind 《…》, it is another name of the document with that title. However its brackets are written, the
name has those of the rules.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from govgraph.find import edges
from govgraph.find.instruments.titles import mention, official
from govgraph.model import Mention
from govgraph.seeds import Seeds

_NEAR = 60  # characters between a number and the title that it belongs to
_LINE = ("", "\n")
_LABEL = 12  # characters before a number that say on its line what it is
_END = re.compile(r"[）)]?[ \u3000]*(?:\n|$)")  # of such a line


def numbers(text: str, titles: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """Every number, with the title of its document where that stands beside it."""
    words = seeds.compiled("{{instrument_edges}}")
    heads = [m for m in titles if _alone(text, m.start, m.end)]
    signed = (seeds.pattern(f"instruments.{rule}").finditer(text) for rule in ("number", "number_early"))
    for match in itertools.chain.from_iterable(signed):
        sign = re.search(r"[〔\[［（(【]", match[0])
        assert sign is not None
        start = max(match.start(), edges.left(text, match.start() + sign.start(), words).start)
        lead = seeds.pattern("instruments.number_lead").match(text, start, match.start() + sign.end())
        start = lead.end() if lead else start
        name = official(text[start : match.end()])
        attrs = {"kind": "notice", "number": name}
        lone = seeds.pattern("instruments.number_line").search(text[max(0, start - _LABEL) : start])
        alone = _alone(text, start, match.end()) or (lone and _END.match(text, match.end()))
        title = _title(start, match.end(), heads) if alone else None
        if of := seeds.pattern("instruments.file_of").match(text, match.end()):
            title = next((m for m in titles if m.start == of.end()), None)
        if title is not None:
            attrs |= {"full": title.name, "short": name, "kind": title.get("kind")}
        strong = text[max(0, start - 2) : start] not in ("》（", "》(")
        yield mention(text, start, match.end(), name, "instrument.number", attrs, strong=strong)


def files(text: str, seeds: Seeds) -> Iterator[Mention]:
    """国务院512号文件: a file by its number alone."""
    for match in seeds.pattern("instruments.file_number").finditer(text):
        attrs = {"kind": "notice", "number": match["name"]}
        yield mention(text, *match.span("name"), match["name"], "instrument.file_number", attrs, strong=True)


def _alone(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _LINE and text[end : end + 1] in _LINE


def _title(start: int, end: int, heads: Sequence[Mention]) -> Mention | None:
    """The nearest title that stands alone, the one below before the one above."""
    near = [(m.start - end, 0, m) for m in heads if 0 <= m.start - end <= _NEAR]
    near += [(start - m.end, 1, m) for m in heads if 0 <= start - m.end <= _NEAR]
    return min(near, key=lambda found: found[:2])[2] if near else None
