"""Several articles in one file: the items of a page of news, the documents of an issue.

    甲县举行开工仪式 | 本报讯（记者李文）… | 乙县召开推进会 | 本报讯（记者张强）…
    甲市人民政府关于…的通知 | 甲政发〔2023〕1号 | … | 2023年1月3日 | 甲市人民政府关于…的意见 | 甲政发〔2023〕2号 | …

An article begins with the headings above a dateline or a line that tells its source, or with the title of an office
document above its number, its addressee or the day on which it was passed. Articles are read one by one only where
that matters: where they are of places neither of which lies in the other, or bear different days. Elsewhere, as on
the pages of one paper, what one says helps to read the next, and the document is read as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from govgraph.gazetteer import Gazetteer
from govgraph.model import Extraction, Key, Mention, Paragraph, Prose, Thing
from govgraph.relate.context import Context, settle
from govgraph.seeds import Seeds
from govgraph.text import Span

HEADINGS = 4  # lines above a dateline that may be its title
LEAST = 40  # characters of an article
Part = tuple[Prose, tuple[Mention, ...], Context]


def parted(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> list[Part]:
    """The articles of a document with their own contexts; one where it is to be read as a whole."""
    spans = _spans(prose, seeds)
    if len(spans) > 1:
        pieces = [(_slice(prose, span), _within(mentions, span)) for span in spans]
        contexts = [settle(piece, own, seeds) for piece, own in pieces]
        if _differ(contexts, seeds.gazetteer):
            sites = {context.site for context in contexts if context.site}
            common = next(iter(sites)) if len(sites) == 1 else None
            settled = [context if context.site else replace(context, site=common) for context in contexts]
            return [(*piece, context) for piece, context in zip(pieces, settled, strict=True)]
    return [(prose, mentions, settle(prose, mentions, seeds))]


def united(parts: Sequence[Extraction], kept: int) -> Extraction:
    """What all articles say; the document's own title, place and day are those of the first, or of a speech."""
    main = max((part.document for part in parts), key=lambda document: document.speaker is not None)
    things: dict[Key, Thing] = {}
    for part in parts:
        for thing in part.things:
            before = things.get(thing.key)
            things[thing.key] = _merged(before, thing) if before else thing
    return Extraction(
        replace(main, kept=kept),
        tuple(things[key] for key in sorted(things)),
        tuple(sorted({claim for part in parts for claim in part.claims})),
        tuple(sorted({figure for part in parts for figure in part.figures})),
        tuple(sorted({entry for part in parts for entry in part.ambiguous})),
        tuple(evidence for part in parts for evidence in part.omissions),
    )


def _merged(one: Thing, other: Thing) -> Thing:
    return one._replace(
        names=tuple(sorted({*one.names, *other.names})),
        forms=tuple(sorted({*one.forms, *other.forms})),
        attrs=tuple(sorted((dict(other.attrs) | dict(one.attrs)).items())),
        documents=one.documents or other.documents,
        evidence=one.evidence or other.evidence,
    )


def _differ(contexts: Sequence[Context], gazetteer: Gazetteer) -> bool:
    """True for articles of two days, or of two places that are apart."""
    days = {context.issued for context in contexts if context.issued}
    codes = sorted({context.site.code for context in contexts if context.site and context.site.code})
    apart = (not gazetteer.within(a, b) and not gazetteer.within(b, a) for a in codes for b in codes if a < b)
    return len(days) > 1 or any(apart)


def _spans(prose: Prose, seeds: Seeds) -> list[Span]:
    """Where each article stands; together they hold the whole document."""
    string = prose.text.string
    starts = sorted(set(_starts(prose, seeds)))
    long = [start for start, end in pairwise([*starts, len(string)]) if _told(prose, start, end) >= LEAST]
    return [Span(start, end) for start, end in pairwise([0, *long[1:], len(string)])] if len(long) > 1 else []


def _told(prose: Prose, start: int, end: int) -> int:
    """The characters of running text in a stretch."""
    return sum(p.end - p.start for p in prose.paragraphs if start <= p.start < end and p.kind == "body")


def _starts(prose: Prose, seeds: Seeds) -> Iterator[int]:
    paragraphs, string = prose.paragraphs, prose.text.string
    for index, paragraph in enumerate(paragraphs):
        above = _above(prose, index, seeds)
        if seeds.pattern("articles.dateline").match(string, paragraph.start, paragraph.end):
            yield above[0].start if above else paragraph.start
        elif above and seeds.pattern("articles.occasion").match(string, paragraph.start, paragraph.end):
            yield above[0].start
        elif above and seeds.pattern("articles.below_title").match(string, paragraph.start, paragraph.end):
            for first in range(len(above)):
                called = "".join(string[p.start : p.end] for p in above[first:])
                if seeds.pattern("letterhead.titled").match("".join(called.split())):
                    yield above[first].start
                    break


def _above(prose: Prose, index: int, seeds: Seeds) -> tuple[Paragraph, ...]:
    """The headings and bylines right above a paragraph, up to the day below the signature of the article before."""
    paragraphs, top = prose.paragraphs, index
    while top and index - top < HEADINGS and paragraphs[top - 1].kind in ("title", "heading", "byline"):
        line = paragraphs[top - 1]
        if seeds.pattern("articles.below_title").match(prose.text.string, line.start, line.end):
            break
        top -= 1
    return paragraphs[top:index]


def _slice(prose: Prose, span: Span) -> Prose:
    """One article as a document of its own, which keeps its map to the source."""
    start, end = span
    return replace(
        prose,
        text=prose.text.slice(start, end),
        written=prose.written and prose.written.slice(start, end),
        paragraphs=tuple(replace(p, start=p.start - start, end=p.end - start) for p in _inside(prose.paragraphs, span)),
        sentences=tuple(Span(s.start - start, s.end - start) for s in prose.sentences if start <= s.start < end),
    )


def _inside(paragraphs: Iterable[Paragraph], span: Span) -> Iterator[Paragraph]:
    return (p for p in paragraphs if span.start <= p.start < span.end)


def _within(mentions: Iterable[Mention], span: Span) -> tuple[Mention, ...]:
    """The mentions of an article, counted from its beginning."""
    inside = (m for m in mentions if span.start <= m.start and m.end <= span.end)
    return tuple(m._replace(start=m.start - span.start, end=m.end - span.start) for m in inside)
