"""Statements as a page shows them: grouped by relation, then by the other end, each with its quotes.

A body also shows who holds its posts, because that is what is asked of a body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.model import VALUES, Claim, Evidence, Figure, Key
from govgraph.publish.literals import number
from govgraph.publish.site.known import Known, Pair, Ref, Said


class Quote(NamedTuple):
    """The characters that say so, and where they stand."""

    prefix: str
    quote: str
    suffix: str
    document: str
    href: str


class Told(NamedTuple):
    """One statement of one document."""

    date: str  # what it is sorted by
    when: str  # as people read it
    status: Pair
    certainty: Pair
    rule: str
    iri: str
    value: str  # of a figure
    measure: str
    reporter: Ref | None
    quotes: tuple[Quote, ...]
    doubtful: bool


class Item(NamedTuple):
    """All statements with the same other end."""

    ref: Ref | None
    note: str  # the post by which a person belongs to a body
    told: tuple[Told, ...]


class Group(NamedTuple):
    """One relation, read in one direction."""

    name: str
    title: Pair
    items: tuple[Item, ...]

    @property
    def number(self) -> int:
        """How many statements."""
        return sum(len(item.told) for item in self.items)


_Place = tuple[int, str, bool]  # order of the relation, its name, read back


def groups(known: Known, key: Key) -> tuple[Group, ...]:
    """Everything said of a thing."""
    found: dict[_Place, dict[tuple[Key | None, str], list[Said]]] = defaultdict(lambda: defaultdict(list))
    order = {name: at for at, name in enumerate(known.words["relations"])}
    for each, other, note, back in _ends(known, key):
        name = "figure" if isinstance(each, Figure) else each.predicate
        found[order.get(name, 99), name, back][other, note].append(each)
    return tuple(
        Group(name, _title(known, name, key.kind, back=back), _items(known, items))
        for (_, name, back), items in sorted(found.items(), key=lambda pair: pair[0])
    )


def _title(known: Known, name: str, kind: str, *, back: bool) -> Pair:
    if name == "figure" and back:
        return "报告的数字", "figures reported"
    if name == "holds" and kind == "Body":
        return "任职者", "office holders"
    return known.relation(name, back=back)


def _ends(known: Known, key: Key) -> Iterable[tuple[Said, Key | None, str, bool]]:
    """Each statement with its other end, the post in between, and whether it is read back."""
    for each in known.said[key]:
        if isinstance(each, Figure):
            yield each, (None if each.about == key else each.about), "", each.about != key
        elif each.object.kind in VALUES:
            yield each, None, each.object.name, False
        else:
            yield each, (each.object if each.subject == key else each.subject), "", each.subject != key
    for post in sorted(set(known.posts[key]), key=known.names.thing):
        for each in known.said[post]:
            if isinstance(each, Claim) and each.predicate == "holds" and each.object == post:
                yield each, each.subject, known.by_key[post].label, True


def _items(known: Known, items: dict[tuple[Key | None, str], list[Said]]) -> tuple[Item, ...]:
    shown = [Item(known.ref(other), note, told(known, said)) for (other, note), said in items.items()]
    return tuple(sorted(shown, key=lambda item: (item.note, item.ref or Ref("", "", "", "", ""))))


def told(known: Known, said: Iterable[Said]) -> tuple[Told, ...]:
    """Statements by date."""
    return tuple(sorted((_told(known, each) for each in said), key=lambda each: (each.date or "9", each)))


def _told(known: Known, each: Said) -> Told:
    if isinstance(each, Figure):
        value = amount(each)
        measure, reporter, span = each.measure, known.ref(each.reporter), each.period
    else:
        value, measure, reporter, span = "", "", None, _span(each.valid_from, each.valid_to)
    return Told(
        (span or each.asserted_on).strip("–"),
        span or each.asserted_on,
        known.pair("status", each.status) if each.status else ("", ""),
        known.pair("certainty", each.certainty if each.evidence else ""),
        each.rule,
        known.iri(each),
        value,
        measure,
        reporter,
        quotes(known, each.evidence),
        bool(each.evidence) and each.certainty == "inferred",
    )


def amount(figure: Figure) -> str:
    """A figure as people read it; with its bound as it was written, because 余 follows and 约 precedes."""
    if figure.qualifier and figure.as_written:
        return figure.as_written
    return f"{figure.qualifier}{grouped(figure.value)}{figure.unit}"


def grouped(value: str) -> str:
    """A number with its thousands apart."""
    text = number(value).text
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else text


def _span(since: str, until: str) -> str:
    return f"{since}–{until}" if since or until else ""


def quotes(known: Known, evidence: Sequence[Evidence]) -> tuple[Quote, ...]:
    """Each place in a document once."""
    return tuple(dict.fromkeys(_quote(known, each) for each in sorted(evidence)))


def _quote(known: Known, evidence: Evidence) -> Quote:
    document = known.document.get(evidence.document)
    name = (document.title or document.name) if document else evidence.document
    href = f"../{known.document_path(document.id)}#c{evidence.start}-{evidence.end}" if document else ""
    return Quote(evidence.prefix, evidence.quote, evidence.suffix, name, href)
