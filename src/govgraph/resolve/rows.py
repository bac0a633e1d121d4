"""The extractions of all documents, gone through as often as resolve needs, whether they are in memory or on disk.

Identity is decided on *sketches*: the names of things and who holds what, without words, figures and evidence. The
renamings are kept as tables and applied again whenever the rows are gone through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from govgraph.model import Claim, DocumentFacts, Extraction, Key, Thing
from govgraph.resolve.canonical import canonical, following
from govgraph.resolve.language import Language
from govgraph.resolve.renaming import Rename, Steps, renamed
from govgraph.shelf import Log, Room

Change = Callable[[str], Rename]  # a document to the renaming that holds in it
_PLACING = ("postIn", "jurisdiction")


@dataclass(frozen=True)
class Rows:
    """One extraction a document, under keys that change step by step."""

    extractions: Iterable[Extraction]
    drawn: Iterable[Extraction]
    names: Mapping[str, str]  # of each document the name under which it counts
    language: Language
    ready: bool  # the extractions are few, and already under keys that mean the same everywhere
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, extractions: Iterable[Extraction], language: Language, room: Room | None = None) -> Rows:
        """Go through all once; of a text under several file names the first name counts."""
        extractions = tuple(extractions) if isinstance(extractions, Iterator) else extractions
        log, names, keys = Log[Extraction](room, Extraction), dict[str, str](), dict[Key, Key]()
        rows: list[Extraction] | None = []
        for extraction in extractions:
            document = extraction.document
            names[document.id] = min(names.get(document.id, document.name), document.name)
            row = canonical(extraction, language, lambda key: keys.setdefault(key, key))
            log.add(_sketch(row))
            if log.path:  # what is much is made again when it is needed
                rows = None
            elif rows is not None:
                rows.append(row)
        return cls(extractions if rows is None else rows, log, names, language, rows is not None)

    def __iter__(self) -> Iterator[Extraction]:
        for extraction in self._once(self.extractions):
            yield self._changed(extraction if self.ready else canonical(extraction, self.language))

    def sketches(self) -> Iterator[Extraction]:
        """What identity is decided on."""
        return map(self._changed, self._once(self.drawn))

    def moved(self, table: Mapping[Key, Key]) -> Rows:
        """Everything under the keys that stand."""
        if not table:
            return self
        rename = following(table)
        return self._with(lambda _: rename)

    def told_apart(self, keys: Mapping[tuple[str, Key], Key]) -> Rows:
        """Each person of each document under a key of its own."""
        tables: dict[str, dict[Key, Key]] = defaultdict(dict)
        for (document, key), own in keys.items():
            tables[document][key] = own
        return self._with(lambda document: following(tables.get(document, {})))

    def _with(self, change: Change) -> Rows:
        return replace(self, changes=(*self.changes, change))

    def _changed(self, row: Extraction) -> Extraction:
        if not self.changes:
            return row
        return renamed(row, Steps(*(change(row.document.id) for change in self.changes)).__getitem__)

    def _once(self, rows: Iterable[Extraction]) -> Iterator[Extraction]:
        seen: set[str] = set()
        for row in rows:
            document = row.document
            if document.id not in seen and document.name == self.names[document.id]:
                seen.add(document.id)
                yield row


def _sketch(row: Extraction) -> Extraction:
    """What identity is decided on."""
    return Extraction(
        _bare(row.document),
        tuple(Thing(thing.key, thing.label, thing.names, attrs=thing.attrs) for thing in row.things),
        tuple(_spare(claim) for claim in row.claims if _tells(claim)),
        (),
    )


def _bare(document: DocumentFacts) -> DocumentFacts:
    return DocumentFacts(
        document.id, document.name, jurisdiction=document.jurisdiction, issued=document.issued, period=document.period
    )


def _tells(claim: Claim) -> bool:
    return claim.predicate in _PLACING or "Person" in (claim.subject.kind, claim.object.kind)


def _spare(claim: Claim) -> Claim:
    ends = (claim.subject, claim.predicate, claim.object)
    return Claim(*ends, (), "", status=claim.status, asserted_on=claim.asserted_on)
