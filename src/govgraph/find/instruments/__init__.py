"""Instruments: titled official documents, from laws and treaties to plans, decisions, reports and proposals.

Titles in brackets, documents named by what they are about, numbers and unmarked names each have a module. All give
mentions of kind ``instrument`` with attributes ``kind`` (law, regulation, measures, plan, opinion, decision, report,
notice, proposal, order, treaty, media, other) and, where they hold, ``draft`` (yes), ``number`` (文号, order),
``full`` (a template in which {J} stands for the jurisdiction) and ``short`` (further names, with | between).

A part of a title is no instrument of its own, except what a decision approves. A plan of work, a cause in quotation
marks or a campaign is an initiative.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.instruments import decisions, numbered, phrased, titles, unmarked
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

PLACED = "instrument.work_report"  # says whose it is, as a report that is heard does not
BLANKS = " \u3000\n"


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """The instruments of a text; an unmarked name inside a title or a longer name is dropped."""
    text = prose.text.string
    pairs = tuple(titles.brackets(text))
    lines = list(unmarked.lines(text, seeds))
    whole = edges.inside([(m.start, m.end) for m in lines], len(text))
    about = _parted(text, [m for m in decisions.decisions(text, pairs, seeds) if not whole[m.start]])
    starts = edges.ending(m for m in earlier if m.kind == "place")
    marked = [*titles.titles(text, pairs, seeds), *about, *lines, *unmarked.implementing(text, starts, seeds)]
    yield from marked
    taken = edges.inside([(m.start, m.end) for m in marked if m.rule != "instrument.about"], len(text))
    law_names = list(unmarked.laws(text, seeds))
    others = [
        *unmarked.orders(text, starts, seeds),
        *numbered.numbers(text, marked, seeds),
        *numbered.files(text, seeds),
        *unmarked.reports(text, starts, seeds),
    ]
    full = edges.inside([(m.start, m.end) for m in marked], len(text))
    for found in law_names:
        if not taken[found.start]:
            yield found
    plain = (
        *others,
        *phrased.phrased(text, starts, seeds),
        *unmarked.named(text, seeds),
        *unmarked.adopted(text, seeds),
    )
    for found in sorted(plain, key=lambda m: (m.strength, m.start, -m.end, m.rule != PLACED, m.rule)):
        if not any(full[found.start : found.end]):
            full[found.start : found.end] = b"\1" * (found.end - found.start)
            yield found


def _parted(text: str, about: list[Mention]) -> list[Mention]:
    """The titles; one whose author stands on the line above is the one that the text has in one line as well."""
    names = {m.name for m in about}
    return [max((_joined(text, m, name) for name in names), key=lambda j: j.end - j.start) for m in about]


def _joined(text: str, title: Mention, name: str) -> Mention:
    """The title with its author above, where both together are ``name``; else as it is."""
    author = name.removesuffix(title.name)
    above = text[: title.start].rstrip(BLANKS)
    if not author or author == name or not text.startswith("\n", title.start - 1) or not above.endswith(author):
        return title
    start = len(above) - len(author)
    return title._replace(start=start, form=text[start : title.end], name=name)
