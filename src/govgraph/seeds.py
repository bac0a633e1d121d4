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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import ahocorasick_rs

from govgraph import plain_toml, regexes
from govgraph.errors import SeedError
from govgraph.gazetteer import Gazetteer
from govgraph.molds import Molds
from govgraph.settings import shipped
from govgraph.wordtree import alternation

Made = TypeVar("Made")
_NAME = re.compile(r"\{\{([a-z_]+)(?:\.([a-z_]+))?\}\}")
_OPENING = re.compile(r"(?:\((?:\?:|\?P<\w+>)?)*")
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

    @cached_property
    def _made(self) -> dict[object, Any]:
        """What was computed from these seeds alone; it can be kept because they never change."""
        return {}

    def once(self, make: Callable[[Seeds], Made]) -> Made:
        """What a step makes of the seeds, made at the first call; ``make`` must be a module's own function."""
        try:
            made: Made = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made

    def words(self, name: str, kind: str | None = None) -> tuple[Word, ...]:
        """The entries of a list, or of one kind in it."""
        found: tuple[Word, ...] | None = self._made.get(("words", name, kind))
        if found is None:
            if name not in self.lists:
                raise SeedError(f"there is no word list seeds/words/{name}.csv")
            found = tuple(w for w in self.lists[name] if kind is None or w.kind == kind)
            self._made["words", name, kind] = found
        return found

    @cached_property
    def forms(self) -> Callable[..., frozenset[str]]:
        """``forms(name, kind=None)``: the forms of a list as a set; asked so often that a table in C answers."""
        return cache(self._forms)

    def _forms(self, name: str, kind: str | None = None) -> frozenset[str]:
        return frozenset(w.form for w in self.words(name, kind))

    @cached_property
    def pattern(self) -> Callable[[str], re.Pattern[str]]:
        """The compiled pattern ``topic.name``; a table in C answers here too."""
        return cache(self._pattern)

    def _pattern(self, name: str) -> re.Pattern[str]:
        if name not in self.patterns:
            raise SeedError(f"there is no pattern {name} in seeds/patterns/")
        return self.compiled(self.patterns[name].regex)

    def compiled(self, regex: str) -> re.Pattern[str]:
        """A regular expression of a module's own with ``{{names}}`` in it."""
        found: re.Pattern[str] | None = self._made.get(("regex", regex))
        if found is None:
            found = self._made["regex", regex] = self._molds.pattern(regex) or self._new(regex)
        return found

    def _new(self, regex: str) -> re.Pattern[str]:
        codes = regexes.coded(self.expand(regex))
        self._molds.add(regex, codes)
        return regexes.made(codes)

    def keep(self) -> None:
        """Leave the patterns that were made to the next process that loads these seeds."""
        self._molds.keep()

    @cached_property
    def _molds(self) -> Molds:
        return Molds(self.digest)

    def expand(self, regex: str) -> str:
        """Put the alternations of lists and other patterns in the place of their ``{{names}}``."""
        return _NAME.sub(lambda m: self._part(m[1], m[2], first=_leads(regex, m)), regex)

    def _part(self, name: str, kind: str | None, *, first: bool) -> str:
        if f"{name}.{kind}" in self.patterns:
            return f"(?:{self.expand(self.patterns[f'{name}.{kind}'].regex)})"
        forms = self.forms(name, kind)
        if not forms:
            raise SeedError(f"seeds/words/{name}.csv has no entry of kind {kind!r}")
        return alternation(forms, guarded=not first)

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

    def hits(self, text: str, lists: frozenset[str]) -> list[Hit]:
        """The hits of :meth:`scan` that are forms of these lists; one pass over a text serves all who ask in turn."""
        matcher, _ = self._lexicon
        last: tuple[str, list[tuple[int, int, int]]] | None = self._made.get("last")
        if last is None or last[0] is not text:
            last = self._made["last"] = (text, matcher.find_matches_as_indexes(text, overlapping=True))
        chosen = self._chosen(lists)
        return [Hit(start, end, *entry) for index, start, end in last[1] for entry in chosen.get(index, ())]

    def _chosen(self, lists: frozenset[str]) -> dict[int, tuple[tuple[str, Word], ...]]:
        """The entries of some lists by the number of their form in the automaton."""
        chosen: dict[int, tuple[tuple[str, Word], ...]] | None = self._made.get(lists)
        if chosen is None:
            kept = (tuple(e for e in entry if e[0] in lists) for entry in self._lexicon[1])
            chosen = self._made[lists] = {index: entry for index, entry in enumerate(kept) if entry}
        return chosen


def _leads(regex: str, name: re.Match[str]) -> bool:
    """True of a list that all matches begin with: the search then skips to its first characters by itself."""
    return _OPENING.fullmatch(regex, 0, name.start()) is not None and regex[name.end() : name.end() + 1] not in "|?*"


def load(folder: Path | None = None) -> Seeds:
    """Read, validate and freeze a seeds/ folder; the packaged one by default."""
    if not folder:
        return _shipped()
    try:
        return _load(folder.resolve())
    except (OSError, ValueError, TypeError, AttributeError, csv.Error) as error:  # of files that somebody else wrote
        raise SeedError(f"{folder} cannot be read as seeds/: {error}; `govgraph seeds test` tries a folder") from error


@cache
def _shipped() -> Seeds:
    return _load(shipped("seeds").resolve())


@cache
def _load(folder: Path) -> Seeds:
    words = {path.stem: _read_words(path) for path in sorted((folder / "words").glob("*.csv"))}
    patterns = {p.name: p for path in sorted((folder / "patterns").glob("*.toml")) for p in _read_patterns(path)}
    if not words:
        raise SeedError(f"{folder} holds no word lists: it should have a folder words/ with .csv files")
    renamed = {word.form: word.canonical for word in words.get("division_renamings", ())}
    shorts = {word.form: word.canonical for word in words.get("division_shorts", ())}
    return Seeds(words, patterns, Gazetteer.read(folder / "places.csv", renamed, shorts), _digest(folder))


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
        every = list(rows)
    if not _sound(every):
        every = [_checked(path, number, row) for number, row in enumerate(every, start=2)]
    words = tuple(
        [Word(form, kind, canonical or form, strength, source) for form, kind, canonical, strength, source in every]
    )
    keys = [(w.kind, w.form) for w in words]
    for before, after in pairwise(keys):
        if before >= after:
            raise SeedError(f"{path}: {after[1]!r} ({after[0]}) is out of order or twice; sort by kind, then form")
    return words


def _sound(rows: list[list[str]]) -> bool:
    """True of rows that all pass; asked of all together, because there are tens of thousands."""
    if set(map(len, rows)) - {len(COLUMNS)}:
        return False
    forms = [row[0] for row in rows]
    return all(forms) and list(map(str.strip, forms)) == forms and {row[3] for row in rows} <= {*STRENGTHS}


def _checked(path: Path, number: int, row: list[str]) -> list[str]:
    """A row that passes."""
    if len(row) != len(COLUMNS):
        raise SeedError(f"{path}:{number}: expected {len(COLUMNS)} columns, found {len(row)}")
    form, _, _, strength, _ = row
    if not form or form != form.strip():
        raise SeedError(f"{path}:{number}: the form {form!r} is empty or padded")
    if strength not in STRENGTHS:
        raise SeedError(f"{path}:{number}: strength must be strong or weak, not {strength!r}")
    return row


def _read_patterns(path: Path) -> Iterator[Pattern]:
    try:
        tables = plain_toml.patterns(path.read_text(encoding="utf-8"))
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
