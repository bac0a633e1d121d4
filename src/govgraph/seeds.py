"""The one reader of ``seeds/``: word lists, patterns and places, validated, frozen and hashed.

* ``seeds/words/LIST.csv``: ``form,kind,canonical,strength,source``. A *strong* form means what the list says wherever
  it stands; a *weak* one only where context supports it. An empty canonical means the form itself.
* ``seeds/patterns/TOPIC.toml``: ``[[pattern]]`` tables with ``name``, ``regex``, ``source``, ``examples`` and
  ``counter``. ``{{list}}`` or ``{{list.kind}}`` in a regex stands for an alternation of that list's forms, longest
  first; ``{{TOPIC.name}}`` with a capital-free topic that is a pattern file stands for another pattern.
* ``seeds/places.csv``: see :mod:`govgraph.gazetteer`.

Nothing is read at import: :func:`load` reads once per process and folder.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from govgraph.errors import SeedError
from govgraph.gazetteer import Gazetteer
from govgraph.settings import shipped

COLUMNS = ["form", "kind", "canonical", "strength", "source"]
STRENGTHS = ("strong", "weak")


class Word(NamedTuple):
    """One entry of a word list."""

    form: str
    kind: str
    canonical: str
    strength: str
    source: str


class Hit(NamedTuple):
    """A strong form of some list, found in a text."""

    start: int
    end: int
    list: str
    word: Word


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named regular expression with the examples that prove it."""

    name: str
    regex: str
    source: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@dataclass(frozen=True)
class Seeds:
    """Everything that the package knows about the language of government."""

    lists: Mapping[str, tuple[Word, ...]]
    patterns: Mapping[str, Pattern]
    gazetteer: Gazetteer
    digest: str

    def words(self, name: str, kind: str | None = None) -> tuple[Word, ...]:
        """The entries of a list, or of one kind in it."""
        if name not in self.lists:
            raise SeedError(f"there is no word list seeds/words/{name}.csv")
        return tuple(w for w in self.lists[name] if kind is None or w.kind == kind)

    def forms(self, name: str, kind: str | None = None) -> frozenset[str]:
        """The forms of a list as a set."""
        return self._forms(name, kind)

    @cached_property
    def _form_sets(self) -> dict[tuple[str, str | None], frozenset[str]]:
        return {}

    def _forms(self, name: str, kind: str | None) -> frozenset[str]:
        key = (name, kind)
        if key not in self._form_sets:
            self._form_sets[key] = frozenset(w.form for w in self.words(name, kind))
        return self._form_sets[key]

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {}

    def pattern(self, name: str) -> re.Pattern[str]:
        """The compiled pattern ``topic.name``."""
        if name not in self._compiled:
            if name not in self.patterns:
                raise SeedError(f"there is no pattern {name} in seeds/patterns/")
            self._compiled[name] = re.compile(self.expand(self.patterns[name].regex))
        return self._compiled[name]

    def expand(self, regex: str) -> str:
        """Put the alternations of lists and other patterns in the place of their ``{{names}}``."""
        return re.sub(r"\{\{([a-z_]+)(?:\.([a-z_]+))?\}\}", lambda m: self._part(m[1], m[2]), regex)

    def _part(self, name: str, kind: str | None) -> str:
        if f"{name}.{kind}" in self.patterns:
            return f"(?:{self.expand(self.patterns[f'{name}.{kind}'].regex)})"
        forms = sorted(self.forms(name, kind), key=lambda form: (-len(form), form))
        if not forms:
            raise SeedError(f"seeds/words/{name}.csv has no entry of kind {kind!r}")
        return "(?:" + "|".join(map(re.escape, forms)) + ")"

    @cached_property
    def _lexicon(self) -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[tuple[str, Word], ...]]]:
        entries: dict[str, list[tuple[str, Word]]] = defaultdict(list)
        for name in sorted(self.lists):
            for word in self.lists[name]:
                if word.strength == "strong":
                    entries[word.form].append((name, word))
        forms = sorted(entries)
        matcher = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.Standard)
        return matcher, [tuple(entries[form]) for form in forms]

    def scan(self, text: str) -> Iterator[Hit]:
        """Every strong form of every list in a text, overlapping ones included, by end position."""
        matcher, entries = self._lexicon
        for index, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
            for name, word in entries[index]:
                yield Hit(start, end, name, word)


def load(folder: Path | None = None) -> Seeds:
    """Read, validate and freeze a seeds/ folder; the packaged one by default."""
    return _load((folder or shipped("seeds")).resolve())


@cache
def _load(folder: Path) -> Seeds:
    words = {path.stem: _read_words(path) for path in sorted((folder / "words").glob("*.csv"))}
    patterns = {p.name: p for path in sorted((folder / "patterns").glob("*.toml")) for p in _read_patterns(path)}
    if not words:
        raise SeedError(f"{folder} holds no word lists: it should have a folder words/ with .csv files")
    return Seeds(words, patterns, Gazetteer.read(folder / "places.csv"), _digest(folder))


def _digest(folder: Path) -> str:
    """One hash over every file that can change a graph."""
    total = hashlib.sha256()
    for path in sorted([*folder.glob("*.csv"), *folder.glob("words/*.csv"), *folder.glob("patterns/*.toml")]):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _read_words(path: Path) -> tuple[Word, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        if next(rows, None) != COLUMNS:
            raise SeedError(f"{path}: the first line must be {','.join(COLUMNS)}")
        words = tuple(_word(path, number, row) for number, row in enumerate(rows, start=2))
    keys = [(w.kind, w.form) for w in words]
    for before, after in pairwise(keys):
        if before >= after:
            raise SeedError(f"{path}: {after[1]!r} ({after[0]}) is out of order or twice; sort by kind, then form")
    return words


def _word(path: Path, number: int, row: list[str]) -> Word:
    if len(row) != len(COLUMNS):
        raise SeedError(f"{path}:{number}: expected {len(COLUMNS)} columns, found {len(row)}")
    word = Word(*row)
    if not word.form or word.form != word.form.strip():
        raise SeedError(f"{path}:{number}: the form {word.form!r} is empty or padded")
    if word.strength not in STRENGTHS:
        raise SeedError(f"{path}:{number}: strength must be strong or weak, not {word.strength!r}")
    return word if word.canonical else word._replace(canonical=word.form)


def _read_patterns(path: Path) -> Iterator[Pattern]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["pattern"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise SeedError(f"{path}: expected [[pattern]] tables ({error})") from error
    for table in tables:
        try:
            yield Pattern(
                name=f"{path.stem}.{table['name']}",
                regex=table["regex"],
                source=table["source"],
                examples=tuple(table["examples"]),
                counter=tuple(table["counter"]),
            )
        except KeyError as error:
            raise SeedError(f"{path}: the pattern {table.get('name', '?')} lacks {error}") from error


def faults(seeds: Seeds) -> list[str]:
    """Patterns that miss one of their examples or match one of their counter-examples."""
    found: list[str] = []
    for name, pattern in sorted(seeds.patterns.items()):
        regex = seeds.pattern(name)
        found += [f"{name} misses its example {text!r}" for text in pattern.examples if not regex.search(text)]
        found += [f"{name} matches its counter-example {text!r}" for text in pattern.counter if regex.search(text)]
        if not pattern.examples or not pattern.counter:
            found.append(f"{name} needs at least one example and one counter-example")
    return found
