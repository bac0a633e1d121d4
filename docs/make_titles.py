"""Writes ``ontology/titles.ttl``: the titles of posts that govgraph knows, as a SKOS code list.

    python docs/make_titles.py

The titles are those of ``seeds/words/titles.csv``; one that stands for another is narrower than it. A test compares the
file with what this writes. A graph defines the codes of the titles that it has, also where the list lacks them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from govgraph import seeds
from govgraph.publish.iris import title_code
from govgraph.publish.terms import CODE

FILE = Path(__file__).parent.parent / "ontology" / "titles.ttl"
HEAD = f"""# Written by docs/make_titles.py from seeds/words/titles.csv.
@prefix code: <{CODE}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def page() -> str:
    """The whole file."""
    words = seeds.load().words("titles")
    broader = {word.form: word.canonical if word.canonical != word.form else "" for word in words}
    broader.update(dict.fromkeys(set(broader.values()) - broader.keys() - {""}, ""))
    concepts = ("\n".join(_concept(title, broader[title])) for title in sorted(broader))
    return HEAD + "".join(f"\n{concept}\n" for concept in concepts)


def _concept(title: str, broader: str) -> Iterator[str]:
    yield f"code:{title_code(title).removeprefix(CODE)} a skos:Concept ;"
    yield "    skos:inScheme code:title ;"
    yield (
        f"    skos:broader code:{title_code(broader).removeprefix(CODE)} ;"
        if broader
        else "    skos:topConceptOf code:title ;"
    )
    yield f'    skos:notation "{title}" ;'
    yield f'    skos:prefLabel "{title}"@zh .'


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
