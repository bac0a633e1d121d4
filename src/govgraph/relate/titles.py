"""Titles that begin with a body as only the document's context resolves it: 县政府关于某事的报告 is 某县人民政府关于….

The title becomes a template like the names of bodies. A body that says its place (某县人大常委会关于…) is left as it
is written, and so is a title in which the body is not followed by what the document is about.
"""

from __future__ import annotations

from collections.abc import Iterable

from govgraph.model import Mention
from govgraph.relate.sites import CLASSES
from govgraph.seeds import Seeds


def spelt_out(mentions: Iterable[Mention], seeds: Seeds) -> list[Mention]:
    """The mentions, with templates for such titles."""
    rows = list(mentions)
    owners: dict[int, Mention] = {}
    for mention in rows:
        if mention.kind == "body" and mention.get("jurisdiction") in CLASSES and "{J}" in mention.get("full"):
            known = owners.get(mention.start)
            owners[mention.start] = max(filter(None, (known, mention)), key=lambda m: (m.end, m))
    return [_spelt(row, owners, seeds) if row.kind == "instrument" else row for row in rows]


def _spelt(title: Mention, owners: dict[int, Mention], seeds: Seeds) -> Mention:
    bracket = len(title.form) - len(title.form.lstrip("《«"))
    owner = owners.get(title.start + bracket)
    if owner is None or title.get("full") or not title.name.startswith(owner.form):
        return title
    rest = title.name.removeprefix(owner.form)
    if seeds.pattern("acts.about").match(rest) is None:
        return title
    short = [template + rest for template in owner.get("short").split("|") if template]
    attrs = dict(title.attrs) | {
        "full": owner.get("full") + rest,
        "jurisdiction": owner.get("jurisdiction"),
        "short": "|".join([*short, *filter(None, [title.get("short")])]),
    }
    return title._replace(attrs=tuple(sorted(attrs.items())))
