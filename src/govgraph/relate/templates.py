"""Templates of names as they are for a place: {J}人民政府 becomes 吉林市人民政府, and 国法院 the nation's.

Between the places of a document (:mod:`govgraph.relate.sites`) and its things (:mod:`govgraph.relate.naming`).
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.gazetteer import Gazetteer
from govgraph.relate.sites import NATIONWIDE, Site
from govgraph.seeds import Seeds

COURTS = (("0000", "high_court"), ("00", "intermediate_court"))  # by how the code of a division ends


def fitted(template: str, site: Site | None, seeds: Seeds) -> str:
    """A template as it is for a place: a nation's congress has 全国 behind its term, 省法院 is its high court."""
    if site is None:
        return template
    if site.national:
        return seeds.pattern("identity.of_the_nation").sub(rf"\g<who>\g<term>{NATIONWIDE[0]}\g<what>", template)
    rank = next((kind for ending, kind in COURTS if len(site.code) == len("000000") and site.code.endswith(ending)), "")
    court = seeds.pattern("identity.court").fullmatch(template) if rank else None
    return next(iter(seeds.forms("grammar", rank))) if court else template


def filled(template: str, site: Site | None, gazetteer: Gazetteer, *, titled: bool = False) -> Iterator[str]:
    """A template with the legal prefix, then with the bare name where that, or a title, is unique."""
    if site is None or "{J}" not in template:
        yield template.replace("{J}", "")
        return
    yield template.replace("{J}", site.full)
    if site.bare != site.full and (titled or len(gazetteer.named(site.bare)) == 1):
        yield template.replace("{J}", site.bare)
