"""``index.html``: the graph as a picture that opens from disk, with the quoted source beside each fact.

The vis-network that pyvis brings, in our own template: positions computed beforehand, nothing moves, all assets inside,
no request possible. Nodes and edges are what a ``pyvis.network.Network`` would hold, without loading it: it imports
IPython and networkx. Every value that comes from a document reaches the page as data and is shown as text.

A page carries at most :data:`~govgraph.publish.atlas.CARRIED` things, fewer where much is said of each, and draws at
most 1,500 of them at once; it says what it left out.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from govgraph import __version__
from govgraph.model import Facts
from govgraph.publish.atlas import Names, atlas
from govgraph.publish.iris import Iris
from govgraph.publish.looks import LOOKS, OPTIONS, words
from govgraph.publish.overview import first
from govgraph.settings import DEFAULT_BASE

# In the order in which they stand in the page; each adds what the later ones use.
SCRIPTS = ("unpack", "data", "filter", "layout", "labels", "draw", "panel", "lists", "export", "search", "keys", "page")


def write(folder: Path, facts: Facts, base: str = DEFAULT_BASE) -> None:
    """Write ``index.html``."""
    text = page(facts, Iris.of(base, facts.documents))
    (folder / "index.html").write_text(text, encoding="utf-8", newline="\n")


def page(facts: Facts, names: Names | None = None) -> str:
    """The whole page; the same text for the same facts."""
    from govgraph.publish.pages import data_block, packed_block, render, template  # noqa: PLC0415 - for build alone

    iris = names or Iris.of(DEFAULT_BASE, facts.documents)
    drawn = atlas(facts, iris)
    picture = first(drawn.facts, drawn.home, iris.thing)
    start = {
        "mode": picture.mode,
        "nodes": picture.nodes,
        "edges": picture.edges,
        "options": dict(OPTIONS),
        "looks": {kind: look._asdict() for kind, look in LOOKS.items()},
        "words": words(),
    }
    script = "\n".join(template(f"view/{name}.js") for name in SCRIPTS)
    values = {"start": data_block(start), "data": packed_block(drawn.columns), "looks": LOOKS}
    values |= {"words": words(), "version": __version__}
    return render("view.html", [_vis(), script], [template("view.css")], values)


def _vis() -> str:
    """The vis-network that pyvis brings, without the line that sends a debugger to look for its source map."""
    text = _pyvis().joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"\r\n?", "\n", text.partition("//# sourceMappingURL")[0])


def _pyvis() -> Path:
    """The folder of pyvis, found without importing it."""
    spec = find_spec("pyvis")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'pyvis': install govgraph again", name="pyvis")
    return Path(spec.submodule_search_locations[0])
