"""Score the rules on texts of our own whose every name is marked, and say what a trained tagger would add to them.

    python -m bench.training.train [--folds 5]

The tagger is an averaged perceptron over candidates: for each word that may end a name, all runs of words that end with
it stand for election, with "no name" among them; where another than the marked one wins, weights move. It learns from
all but one fold and is tried on that, where the rules have found nothing. Read are the marked texts beside this file,
the ten of ``bench/gold`` (a name of their annotation is marked wherever it stands), and the sample corpus, in which
what the rules find is taken for all there is. Nothing is written: the package does without it (see README.md here).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from bench.training import features, learned
from bench.training.features import Words
from bench.training.model import BIAS, Model

from govgraph import seeds
from govgraph.find import find
from govgraph.model import Document, Prose
from govgraph.repair import repair

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
CORPUS = HERE.parent.parent / "seeds" / "corpus"
MARK = re.compile(r"\[([PBLIMDT]):([^\[\]]+)\]")
MARKS = {
    "B": "body",
    "I": "initiative",
    "M": "meeting",
    "D": "instrument",
    "L": "place",
    "P": "person",
    "T": "post",
}
KINDS = ("body", "initiative", "meeting", "instrument", "place")  # that the tagger learns
ROUNDS = 6
MARGIN = 1.0  # by which the right reading must win
SCALE = 100  # of the weights
LEAST = 0.05  # weights nearer to zero are left out


class Span(NamedTuple):
    """An annotated name: where it stands in the repaired text, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Page:
    """A text to learn from: its words, its names by the word that they end with, and what the rules find."""

    name: str
    words: Words
    names: dict[int, tuple[int, str]]
    rules: learned.Named


class Election(NamedTuple):
    """The candidates of one end, with the numbers of their features, and the right one (-1: none)."""

    ends: array[int]
    wholes: list[array[int]]
    right: int
    kind: int


def marked(raw: str) -> tuple[str, list[Span]]:
    """The text without its marks, and what they mark; the first line is about the text."""
    text, spans, at = "", [], 0
    body = raw.split("\n", 1)[1]
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark[2]), mark[1]))
        text, at = text + mark[2], mark.end()
    return text + body[at:], spans


def pages_of(known: seeds.Seeds) -> Iterator[Page]:
    """All texts to learn from."""
    for path in sorted((HERE / "texts").glob("*.txt")):
        source, spans = marked(path.read_text("utf-8"))
        prose = repair(Document("0" * 32, path.name, source))
        yield page(path.stem, prose, moved(prose, spans), known)
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        prose = repair(Document("0" * 32, path.name, (GOLD / "texts" / gold["document"]).read_text("utf-8")))
        yield page(path.stem, prose, named(gold, prose.text.string), known)
    for path in sorted(CORPUS.rglob("*.txt")):
        prose = repair(Document("0" * 32, path.name, path.read_text("utf-8")))
        ruled = [Span(m.start, m.end, m.kind) for m in find(prose, known) if m.strength == "strong"]
        yield page(path.stem, prose, ruled, known)


def moved(prose: Prose, spans: Iterable[Span]) -> Iterator[Span]:
    """The marks of a source where they stand after repair."""
    places = [(at, span) for at in range(len(prose.text)) for span in prose.text.to_source(at, at + 1)[:1]]
    first = {span.start: at for at, span in reversed(places)}
    last = {span.end: at + 1 for at, span in places}
    for span in spans:
        if span.kind in MARKS and span.start in first and span.end in last:
            yield Span(first[span.start], last[span.end], MARKS[span.kind])


def named(gold: Any, text: str) -> Iterator[Span]:
    """The names of an annotation by document, wherever they stand in the text."""
    forms: dict[str, str] = {}
    for entity in gold["entities"]:
        forms |= dict.fromkeys((*entity["names"], *entity["surfaces"]), entity["type"].lower())
    longest = sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))
    for match in re.finditer("|".join(map(re.escape, longest)), text):
        yield Span(*match.span(), forms[match[0]])


def page(name: str, prose: Prose, spans: Iterable[Span], known: seeds.Seeds) -> Page:
    """One text as the model sees it: in words, with its names and with what the rules find."""
    mentions = find(prose, known)
    words = learned.words(prose, mentions)
    names = {}
    for span in spans:
        start, end = words.starting.get(span.start), words.ending.get(span.end)
        if span.kind in KINDS and start is not None and end is not None:
            names[end] = (start, span.kind)
    return Page(name, words, names, learned.named(words, mentions))


def elections(pages: Iterable[Page], numbers: dict[str, int]) -> Iterator[Election]:
    """Every end of every page; features are numbered as they come."""

    def numbered(seen: Sequence[str]) -> array[int]:
        return array("i", (numbers.setdefault(feature, len(numbers)) for feature in seen))

    for each in pages:
        for last in range(len(each.words.tokens)):
            starts = each.words.starts(last)
            if not starts:
                continue
            first, kind = each.names.get(last, (-1, ""))
            right = starts.index(first) if first in starts else -1
            yield Election(
                numbered([BIAS, *features.of_end(each.words, last)]),
                [numbered(features.of_whole(each.words, start, last)) for start in starts],
                right,
                KINDS.index(kind) if right >= 0 else -1,
            )


def learn(pages: Sequence[Page]) -> dict[str, tuple[int, ...]]:
    """The averaged weights, rounded."""
    numbers: dict[str, int] = {}
    every = list(elections(pages, numbers))
    size = len(KINDS)
    now = [[0.0] * len(numbers) for _ in range(size)]
    past = [[0.0] * len(numbers) for _ in range(size)]
    order, step = random.Random(1), 1
    for _ in range(ROUNDS):
        order.shuffle(every)
        for election in every:
            chosen = _winner(election, now)
            right = (election.right, election.kind)
            if chosen != right:
                for (candidate, kind), change in ((right, 1.0), (chosen, -1.0)):
                    if candidate >= 0:
                        row, old = now[kind], past[kind]
                        for feature in (*election.ends, *election.wholes[candidate]):
                            row[feature] += change
                            old[feature] += change * step
            step += 1
    weights = {}
    for name, number in sorted(numbers.items()):
        means = [now[kind][number] - past[kind][number] / step for kind in range(size)]
        if max(map(abs, means)) >= LEAST:
            weights[name] = tuple(round(mean * SCALE) for mean in means)
    return weights


def _winner(election: Election, weights: list[list[float]]) -> tuple[int, int]:
    """The candidate and kind with most points, where the right one has to win by a margin; (-1, -1) for no name."""
    best, chosen = (0.0 if election.right < 0 else MARGIN), (-1, -1)
    for kind, row in enumerate(weights):
        end = sum([row[feature] for feature in election.ends])
        for candidate, whole in enumerate(election.wholes):
            points = end + sum([row[feature] for feature in whole])
            points += 0.0 if (candidate, kind) == (election.right, election.kind) else MARGIN
            if points > best or (points == best and (candidate, kind) == (election.right, election.kind)):
                best, chosen = points, (candidate, kind)
    return chosen


def tried(pages: Sequence[Page], folds: int) -> None:
    """What the weights add to the rules on texts that they were not learned from."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for fold in range(folds):
        model = Model(KINDS, learn([p for n, p in enumerate(pages) if n % folds != fold]))
        for each in (p for n, p in enumerate(pages) if n % folds == fold):
            there.update(each.names[end][1] for end in each.rules.ends if end in each.names)
            for found in learned.chosen(each.words, each.rules, model):
                same = each.names.get(found.last) == (found.first, found.kind)
                (right if same else wrong)[found.kind] += 1
                if not same:
                    start, end = each.words.tokens[found.first].start, each.words.tokens[found.last].end
                    around = each.words.text[max(0, start - 6) : end + 5].replace("\n", "/")
                    name = each.words.text[start:end]
                    print(f"  {each.name} {found.kind} {found.points}: {name} in …{around}…")
    for kind in KINDS:
        print(f"tagger, {kind}: right {right[kind]}, wrong {wrong[kind]}, of {there[kind]} that the rules leave open")


def ruled(known: seeds.Seeds) -> None:
    """What the rules find on the marked texts, name by name as it stands there."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for path in sorted((HERE / "texts").glob("*.txt")):
        source, spans = marked(path.read_text("utf-8"))
        prose = repair(Document("0" * 32, path.name, source))
        there = list(moved(prose, spans))
        found = [Span(m.start, m.end, m.kind) for m in find(prose, known) if m.strength == "strong"]
        for kind in MARKS.values():
            names, told = ({_bare(s, prose.text.string) for s in some if s.kind == kind} for some in (there, found))
            right[kind] += len(names & told)
            missed[kind] += len(names - told)
            wrong[kind] += sum(not any(s.start <= low and high <= s.end for s in there) for low, high in told - names)
    for kind in MARKS.values():
        print(f"rules, {kind}: right {right[kind]}, wrong {wrong[kind]}, missed {missed[kind]}")


def _bare(span: Span, text: str) -> tuple[int, int]:
    """A name without the marks around it."""
    return span.start + (text[span.start] in "“《"), span.end - (text[span.end - 1] in "”》")


def main() -> None:
    """Score the rules, and try the tagger."""
    parser = argparse.ArgumentParser(description="Rules and a trained tagger on marked texts.")
    parser.add_argument("--folds", type=int, default=5)
    asked = parser.parse_args()
    known = seeds.load()
    ruled(known)
    tried(list(pages_of(known)), asked.folds)


if __name__ == "__main__":
    main()
