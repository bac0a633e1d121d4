"""A thing of the graph as people read it: what it is, what is said of it, and the words that say so.

The HTML has no script and no style sheet: it is the same in Jupyter, VS Code and Colab, trusted
or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from govgraph.api.table import Table
from govgraph.store.explain import Explanation, Source, Stated

_MARK = "background:#f0e442;color:#1b1b1b"
_QUOTE = "border-left:3px solid #8888;margin:.2em 0 .6em;padding:.1em .8em"


class Entity:
    """One thing, statement or figure."""

    def __init__(self, told: Explanation) -> None:
        self.told = told
        self.iri, self.kind, self.label, self.names = told.iri, told.kind, told.label, told.names
        self.facts: dict[str, list[str]] = {}
        for name, value in told.facts:
            self.facts.setdefault(name, []).append(value)
        self.stated: tuple[Stated, ...] = told.stated

    def quotes(self) -> Table:
        """The words that say so, one a row, in the order of their dates."""
        rows = sorted(
            (each.asserted_on, each.subject, each.relation, each.object, source.quote, source.document, source.start)
            for each in self.stated
            for source in each.sources
        )
        return Table(("date", "subject", "relation", "object", "quote", "document", "start"), tuple(rows))

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    __str__ = __repr__

    def _lines(self) -> Iterator[str]:
        yield _plain(f"{self.label}  {self.kind}  {self.iri}")
        if self.names:
            yield _plain("  " + "；".join(self.names))
        yield from (_plain(f"  {name}: {'；'.join(values)}") for name, values in self.facts.items())
        for each in self.stated:
            yield _plain(f"  {_said(each)}")
            yield from (_plain(f"    «{source.quote}»  {source.document}:{source.start}") for source in each.sources)

    def _repr_html_(self) -> str:
        head = f"<h3>{escape(self.label)} <small>{escape(self.kind)}</small></h3>"
        names = f"<p>{escape('；'.join(self.names))}</p>" if self.names else ""
        known = Table(("", " "), tuple((name, "；".join(values)) for name, values in self.facts.items()))
        said = "".join(map(_statement, self.stated))
        table = known._repr_html_() if known else ""
        return f"{head}{names}{table}{said}<p><code>{escape(self.iri)}</code></p>"


def _said(each: Stated) -> str:
    span = f"{each.valid_from}–{each.valid_to}" if each.valid_from or each.valid_to else each.asserted_on
    notes = " · ".join(filter(None, (each.status, span, each.certainty)))
    return f"{each.subject} — {each.relation} → {each.object}" + (f"  ({notes})" if notes else "")


def _statement(each: Stated) -> str:
    return f"<p>{escape(_said(each))}</p>" + "".join(map(_source, each.sources))


def _source(source: Source) -> str:
    quote = f'{escape(source.prefix)}<span style="{_MARK}">{escape(source.quote)}</span>{escape(source.suffix)}'
    return (
        f'<blockquote style="{_QUOTE}">{quote}<br><small>{escape(source.document)}:{source.start}</small></blockquote>'
    )


def _plain(text: str) -> str:
    """One line, without what moves a cursor."""
    return "".join(character if character.isprintable() else " " for character in text)
