"""What the pages of a site look up: each thing by key, what is said of it, where its page is.

A page is named like the end of its IRI (``person/e3cvwdyy4x``). An IRI of a foreign graph that ends otherwise, or like
another, gets a hash instead, so that no name of a document becomes a path.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import NamedTuple

from govgraph.model import KINDS, Claim, Contradiction, DocumentFacts, Evidence, Facts, Figure, Key, Link, Thing
from govgraph.publish.atlas import Names
from govgraph.publish.iris import token
from govgraph.publish.looks import LOOKS, words

Pair = tuple[str, str]  # Chinese and English
Said = Claim | Figure

_END = re.compile(r"(?!index$)[a-z0-9][a-z0-9-]{0,63}", re.ASCII)


class Ref(NamedTuple):
    """A thing as a page links to it."""

    label: str
    href: str  # from a page one folder down
    kind: str
    sign: str
    color: str


class Known:
    """The facts of a graph, by thing and by document."""

    def __init__(self, facts: Facts, names: Names) -> None:
        self.facts, self.names = facts, names
        self.words = words()
        self.by_key = {thing.key: thing for thing in facts.things}
        self.said: dict[Key, list[Said]] = defaultdict(list)
        self.told: dict[str, set[Said]] = defaultdict(set)
        self.met: dict[str, set[Evidence]] = defaultdict(set)
        self.posts: dict[Key, list[Key]] = defaultdict(list)
        self.doubts: dict[Key, list[Contradiction]] = defaultdict(list)
        self.links: dict[Key, list[Link]] = defaultdict(list)
        for doubt in facts.contradictions:
            self.doubts[doubt.about].append(doubt)
        for link in facts.links:
            for key in {link.subject, link.object}:
                self.links[key].append(link)
        for thing in facts.things:
            for evidence in thing.evidence:
                self.met[evidence.document].add(evidence)
        for claim in facts.claims:
            self._put(claim)
        for figure in facts.figures:
            self._put(figure)

    def _put(self, each: Said) -> None:
        ends = (each.about, each.reporter) if isinstance(each, Figure) else (each.subject, each.object)
        for key in dict.fromkeys(ends):
            if key in self.by_key:
                self.said[key].append(each)
        for evidence in each.evidence:
            self.told[evidence.document].add(each)
        if isinstance(each, Claim) and each.predicate == "postIn":
            self.posts[each.object].append(each.subject)

    @cached_property
    def things(self) -> list[Thing]:
        """All things that a document or a fact names, by label."""
        worth = (thing for thing in self.facts.things if thing.documents or self.said[thing.key])
        return sorted(worth, key=lambda thing: (thing.label, self.names.thing(thing.key)))

    @cached_property
    def documents(self) -> list[DocumentFacts]:
        """All documents, by name."""
        return sorted(self.facts.documents, key=lambda each: (each.name, each.id))

    @cached_property
    def document(self) -> dict[str, DocumentFacts]:
        """Documents by id."""
        return {each.id: each for each in self.facts.documents}

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds that the graph has, in the order of the ontology."""
        present = {thing.key.kind for thing in self.things}
        return [kind for kind in KINDS if kind in present]

    @cached_property
    def degree(self) -> Counter[Key]:
        """How much is said of a thing."""
        return Counter({key: len(said) for key, said in self.said.items()})

    @cached_property
    def _paths(self) -> dict[str, str]:
        """IRI to the page: kind and end of the IRI; a hash where that is no name or another's."""
        iris = [(thing.key.kind.lower(), self.names.thing(thing.key)) for thing in self.facts.things]
        iris += [("doc", self.names.document(each.id)) for each in self.facts.documents]
        ends = Counter((folder, _end(iri)) for folder, iri in iris)
        plain = {(folder, end) for (folder, end), times in ends.items() if times == 1 and _END.fullmatch(end)}
        return {
            iri: f"{folder}/{_end(iri) if (folder, _end(iri)) in plain else token(iri)}.html" for folder, iri in iris
        }

    def path(self, key: Key) -> str:
        """Where the page of a thing is, below the top of the site."""
        return self._paths[self.names.thing(key)]

    def document_path(self, id_: str) -> str:
        """Where the page of a document is."""
        return self._paths[self.names.document(id_)]

    def ref(self, key: Key | None) -> Ref | None:
        """A link to a thing; None where the graph does not know it."""
        thing = self.by_key.get(key) if key else None
        if not thing or not key:
            return None
        look = LOOKS[key.kind]
        return Ref(thing.label or self.names.thing(key), f"../{self.path(key)}", key.kind, look.sign, look.color)

    def pair(self, table: str, name: str) -> Pair:
        """The Chinese and the English of a word."""
        found = self.words[table].get(name) or (name, name)
        return str(found[0]), str(found[1])

    def relation(self, name: str, *, back: bool) -> Pair:
        """A relation as it reads from its subject, or back from its object."""
        found = self.words["relations"].get(name) or (name,) * 4
        return (str(found[2]), str(found[3])) if back else (str(found[0]), str(found[1]))

    def iri(self, each: Said) -> str:
        """Of a statement; nothing where it has none."""
        if isinstance(each, Figure):
            return self.names.figure(each)
        return self.names.claim(each) if each.evidence else ""


def _end(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
