"""What all pages of a site share: head, policy, both languages, the way back."""

from __future__ import annotations

from collections.abc import Mapping

from govgraph import __version__
from govgraph.publish.pages import render, template
from govgraph.publish.site.known import Known


def framed(
    name: str,
    title: str,
    values: Mapping[str, object],
    known: Known,
    *,
    top: str = "../",
    scripts: tuple[str, ...] = (),
) -> str:
    """Fill ``templates/site/<name>.html``; ``top`` leads to the first page."""
    shared = {"page_title": title, "top": top, "version": __version__, "site": known.pair("ui", "title")}
    texts = [template(f"site/{script}.js") for script in ("page", *scripts)]
    return render(f"site/{name}.html", texts, [template("site/site.css")], {**shared, **values})
