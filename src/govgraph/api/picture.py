"""The interactive picture in a notebook: the whole page within a sandboxed frame, so that the notebook holds it.

A page that points to a file beside the notebook is empty in VS Code, in Colab and in a notebook sent by mail; one
within ``srcdoc`` is not, and its styles do not touch the notebook. Very large pages are not put there: save them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from govgraph.model import Facts
from govgraph.publish.part import chosen
from govgraph.publish.view import page
from govgraph.store.facts import Iris

Names = str | Sequence[str] | None

LARGEST = 8_000_000  # characters that a notebook still opens at once
_FRAME = "width:100%;height:640px;border:1px solid #8884;border-radius:6px"


class View:
    """The interactive page."""

    def __init__(self, html: str, things: int, facts: int) -> None:
        self.html, self.things, self.facts = html, things, facts

    def save(self, path: Path | str) -> Path:
        """Write the page: it opens from disk and makes no request."""
        path = Path(path)
        path.write_text(self.html, encoding="utf-8", newline="\n")
        return path

    def __repr__(self) -> str:
        return f"<govgraph view: {self.things} things, {self.facts} facts; .save('view.html') writes it>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        if len(self.html) > LARGEST:
            return f"<p>{escape(repr(self))}</p>"
        source = escape(self.html, quote=True)
        powers = "allow-scripts allow-downloads allow-popups"
        return f'<iframe title="govgraph" sandbox="{powers}" style="{_FRAME}" srcdoc="{source}"></iframe>'


def view(facts: Facts, iris: Iris, wanted: Mapping[str, Names], top: int | None) -> View:
    """The page of all, or of what surrounds the things that are named."""
    lists = {kind: [names] if isinstance(names, str) else list(names or ()) for kind, names in wanted.items()}
    part = chosen(facts, lists, top, iris.thing)
    return View(page(part, iris), len(part.things), len(part.claims) + len(part.figures))
