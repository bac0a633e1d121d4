"""Speed of reading and repairing text, clean and damaged, in MB/s and against jieba's tagger on the same text.

    python bench/read_repair.py [megabytes]

The text is made of the clauses of the reports in seeds/corpus, put together anew with other numbers so that no page
repeats; and the same text damaged: wrapped, letter-spaced here and there, with page numbers, full-width digits and
ASCII punctuation. jieba's tagger is measured in turn with them on a part of the clean text, because machines differ
and no machine is as fast from one second to the next: every round has readings of all three, and what is told is the
median of the rounds. Python looks for cycles as seldom as in the command line.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import jieba.posseg

from govgraph import seeds
from govgraph.model import Document
from govgraph.read import read_bytes
from govgraph.repair import repair

CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
TAGGED = 10_000  # characters given to jieba in a round; it needs a second for a tenth of a megabyte
ROUNDS = 9
PARAGRAPHS = 150  # of one document, as long as a work report
PAGE = 36  # lines of a page
WIDE = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)} | {ord("，"): ","}


def clean(megabytes: float) -> Iterator[str]:
    """Documents of running text as repair itself leaves them, in paragraphs of a report's length, no two alike."""
    whole = [Document("0" * 32, p.name, p.read_text("utf-8")) for p in sorted(CORPUS.glob("*/*-report.txt"))]
    reports = [repair(document) for document in whole]
    strings = [r.text.string[p.start : p.end] for r in reports for p in r.paragraphs if p.kind == "body"]
    clauses = [clause for string in strings for clause in re.findall(r"[^，。；！？]+", string)]
    rng = random.Random(0)
    while megabytes > 0:
        text = "\n".join(_paragraph(rng, clauses) for _ in range(PARAGRAPHS))
        megabytes -= len(text.encode()) / 1e6
        yield text


def _paragraph(rng: random.Random, clauses: list[str]) -> str:
    """Sentences of clauses in a new order with new numbers, so that no line comes back often."""
    drawn = "".join(rng.choice(clauses) + rng.choice("，，，。") for _ in range(rng.randrange(6, 24)))
    return re.sub(r"\d+", lambda m: str(rng.randrange(10 ** len(m[0]))), drawn[:-1] + "。")


def damaged(text: str, width: int) -> str:
    """The same text as a scan of pages gives it."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        line = paragraph.translate(WIDE) if number % 3 == 0 else paragraph
        wrapped = [line[at : at + width] for at in range(0, len(line), width)]
        lines += [" ".join(part) for part in wrapped] if number % 10 == 0 else wrapped
    pages = ["\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)]
    return "\n".join(f"{page}\n- {number} -" for number, page in enumerate(pages, 1))


def measure(texts: list[str]) -> float:
    """Megabytes of UTF-8 a second through read and repair."""
    start = time.process_time()
    for number, text in enumerate(texts):
        for document in read_bytes(text.encode(), f"{number}.txt"):
            if isinstance(document, Document):
                repair(document)
    return sum(len(text.encode()) for text in texts) / 1e6 / (time.process_time() - start)


def tagger(text: str) -> float:
    """Megabytes of UTF-8 a second through jieba's part-of-speech tagger."""
    start = time.process_time()
    list(jieba.posseg.cut(text))
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def main() -> None:
    """Print the table."""
    gc.set_threshold(100_000)  # as in govgraph.cli
    seeds.load()
    texts = list(clean(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0))
    scans = [damaged(text, (16, 24, 33)[number % 3]) for number, text in enumerate(texts)]
    measure(texts[:1] + scans[:3])
    tagger("预热")
    rounds = [(tagger(texts[number % len(texts)][:TAGGED]), measure(texts), measure(scans)) for number in range(ROUNDS)]
    print(f"jieba.posseg.cut   {median(each[0] for each in rounds):8.2f} MB/s")
    for name, index in (("clean", 1), ("damaged", 2)):
        times = sorted(each[index] / each[0] for each in rounds)
        speed = median(each[index] for each in rounds)
        print(
            f"{name:18} {speed:8.2f} MB/s   {median(times):6.0f} times the tagger ({times[0]:.0f} to {times[-1]:.0f})"
        )


if __name__ == "__main__":
    main()
