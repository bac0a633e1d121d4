"""Initiatives (工作抓手): named programmes, campaigns, projects, mechanisms, methods, strategies, platforms, brands.

* in quotation marks, by score: “九解一协调”服务企业活动, ``quoted``;
* without them, by head noun and by what is done or built: 城市更新三年行动, 甲药业二期项目, ``unquoted``, which
  reads ``clauses``;
* in the task column of a table, ``tabled``;
* met again: 九解一协调工作 after “九解一协调”, ``again``.

``name`` is the shortest form that identifies it; ``names`` has the longer ones with their head noun. Doctrine, figures
of speech, honours, laws and work without a name are not initiatives.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.initiatives import again, quoted, shapes, short, tabled, unquoted, works
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All initiatives of a document."""
    first = [m for way in (quoted, unquoted, shapes, tabled) for m in way.find(prose, earlier, seeds)]
    rows = list(works.find(prose, earlier, seeds))
    both = again.apart((m for m in first if not _two(m, rows, seeds)), rows)
    found = again.joined(short.united(both, earlier, seeds), seeds)
    yield from found
    yield from again.known(prose.text.string, found)


def _two(mention: Mention, rows: list[Mention], seeds: Seeds) -> bool:
    """True of 甲乙和丙丁高铁 and 甲路改造和乙河治理, of which each half was found as a work of its own.

    So it is of 甲县乙河、丙县丁湖国家湿地公园: each member opens with a place, which has one such park.
    """
    first, _, rest = mention.form.partition("、")
    if rest and seeds.pattern("initiatives.park_of_each").search(rest):
        return mention.start + len(first) in {row.end for row in rows}
    pair = seeds.pattern("initiatives.two_lines").match(mention.form)
    pair = pair or seeds.pattern("initiatives.two_works").fullmatch(mention.form)
    return pair is not None and {mention.start + pair.end(part) for part in ("first", "second")} <= {
        row.end for row in rows
    }
