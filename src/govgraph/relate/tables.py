"""Tables with a header: who of the name column holds what the post column says, who is charged with which task.

    序号 | 姓名 | 性别 | 职务 · 重点任务 | 牵头单位 | 责任单位

A row that grammar has read already (a title right behind its name) is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph import grid
from govgraph.model import Claim, Key
from govgraph.relate.drafts import Bound
from govgraph.relate.holds import Holdings
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.relate.tokens import Held, Row, Token
from govgraph.seeds import Seeds

REACH = 1200  # characters between the heading of a table and a row
CHARGES = {"lead": "leadBody", "share": "participant"}


def members(holdings: Holdings, tokens: Iterable[Token], seeds: Seeds) -> None:
    """Hold what member lists say."""
    every = list(tokens)
    for row in grid.rows(holdings.string, holdings.register.prose.paragraphs, seeds):
        _members(holdings, row, every, seeds)


def charges(register: Register, seeds: Seeds) -> list[Claim]:
    """What the tables of tasks say."""
    prose = register.prose
    return [c for row in grid.rows(prose.text.string, prose.paragraphs, seeds) for c in _charged(register, row)]


def _members(holdings: Holdings, row: grid.Row, tokens: list[Token], seeds: Seeds) -> None:
    names = [cell for cell in row if cell.column == "name"]
    posts = [cell for cell in row if cell.column == "post"]
    if not names:
        return
    told, term = _told(holdings, row), _term(holdings, row, seeds)
    people = [(t, cell) for cell in names for t in tokens if t.kind == "person" and cell.start <= t.start < cell.end]
    grammar = holdings.row(tokens)
    for person, name in people:
        if person.key in told:
            continue
        for cell in grid.of_name(row, name):
            for held in grammar.titles_between(cell.start, cell.end):
                holdings.hold(person, held, "table", term=term)
        if not posts and (title := _heading(holdings, row, grammar, seeds)) is not None:
            holdings.hold(person, title, "table", certainty="context", term=term)


def _term(holdings: Holdings, row: grid.Row, seeds: Seeds) -> str:
    """From when to when, as the column of terms says it."""
    tenure = seeds.pattern("people.tenure")
    cells = [tenure.search(holdings.string, cell.start, cell.end) for cell in row if cell.column == "term"]
    return next((f"{found['from']}/{found['to'] or ''}" for found in cells if found), "")


def _heading(holdings: Holdings, row: grid.Row, grammar: Row, seeds: Seeds) -> Held | None:
    """The title that the heading of a table without titles names: 历任县长表."""
    headed = seeds.pattern("posts.table_heading")
    above = [p for p in grammar.posts if p.end <= row[0].start <= p.end + REACH]
    fits = [p for p in above if headed.match(holdings.string, p.end)]
    return Held(fits[-1], grammar.body_of(fits[-1])) if fits and any(cell.column == "term" for cell in row) else None


def _told(holdings: Holdings, row: grid.Row) -> set[Key]:
    """Who is said to hold something in the names and titles of a row, whatever a further column tells of them."""
    text = holdings.register.prose.text
    last = max((cell.end for cell in row if cell.column == "post"), default=row[-1].end)
    low, high = text.place_of(row[0].start), text.place_of(last)
    return {c.subject for c in holdings.claims if any(low <= each.start and each.end <= high for each in c.evidence)}


def _charged(register: Register, row: grid.Row) -> Iterator[Claim]:
    items = [b for cell in row if cell.column == "task" for b in _inside(register, cell, "Initiative")]
    for cell in row:
        for body in _inside(register, cell, "Body") if cell.column in CHARGES else ():
            for item in items:
                evidence = (*quote(register.prose, item.start, item.end), *quote(register.prose, body.start, body.end))
                issued = register.context.issued
                yield Claim(item.key, CHARGES[cell.column], body.key, evidence, "table", "stated", "", issued)


def _inside(register: Register, cell: grid.Cell, kind: str) -> list[Bound]:
    return [b for b in register.bound if b.key.kind == kind and cell.start <= b.start and b.end <= cell.end]
