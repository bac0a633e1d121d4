"""Bytes to checked Turtle beside the usual stack, interleaved on the same text in one run; and cold starts.

    python bench/end_to_end.py [--rounds 5] [PATH…]     PATH: files, folders of UTF-8 text; our own by default

*govgraph* is a whole build without views: read, repaired, extracted, every quote compared with its source, resolved,
written with evidence, read back by a strict parser, hashed. *usual* is jieba.posseg.cut, a person beside a title with
the last body before it, and an rdflib graph written as Turtle: no repair, no evidence, no identities. Both are warm
(words loaded, patterns compiled, dictionary read) and are counted in CPU time of the process and its children, because
machines are shared: trust the ratio, which is the median of the ratios of each round. Cold starts are whole processes.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path
from statistics import median

import jieba
import jieba.posseg
import rdflib

from govgraph import seeds
from govgraph.engine.local import Local
from govgraph.extraction import prove
from govgraph.find import find
from govgraph.model import Document
from govgraph.pipeline import build
from govgraph.read import find_files, read_bytes
from govgraph.relate import relate
from govgraph.repair import repair
from govgraph.settings import Settings

TOP = Path(__file__).parent.parent
OWN = (TOP / "bench" / "gold" / "texts", TOP / "seeds" / "corpus")
PAGE = 1_000  # characters
JIEBA = "import jieba.posseg; list(jieba.posseg.cut('预热'))"
EX = rdflib.Namespace("http://example.org/")


def cpu() -> float:
    """Seconds of processor time of this process and of the children that it waited for."""
    each = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in each)


def ours(files: list[Path], folder: Path) -> int:
    """A build of the files; how many triples."""
    settings = Settings(incremental=False, views=False, force_replace=True)
    return build(files, folder / "out", settings, Local()).triples


def usual(files: list[Path], folder: Path) -> int:
    """What most projects do; how many triples."""
    titles = {word.form for word in seeds.load().words("titles")}
    graph = rdflib.Graph()
    graph.bind("ex", EX)
    for path in files:
        body, title = "", ""
        for word, tag in jieba.posseg.cut(path.read_bytes().decode()):
            if tag.startswith(("nt", "ns")):
                body = word
            elif word in titles:
                title = word
            elif tag.startswith("nr") and title:
                _tell(graph, word, title, body)
            elif tag == "x" and word in "。\n":
                body, title = "", ""
    graph.serialize(folder / "usual.ttl", format="turtle")
    return len(graph)


def _tell(graph: rdflib.Graph, person: str, title: str, body: str) -> None:
    node, post = EX[person], EX[body + title]
    graph.add((node, rdflib.RDFS.label, rdflib.Literal(person, lang="zh")))
    graph.add((node, EX.holds, post))
    graph.add((post, EX.title, rdflib.Literal(title, lang="zh")))
    if body:
        graph.add((post, EX["in"], EX[body]))


def rounds(times: int, files: list[Path], folder: Path) -> list[tuple[float, float]]:
    """Seconds of both, one after the other in each round; the first round warms up."""
    found: list[tuple[float, float]] = []
    for _ in range(times + 1):
        pair = [_timed(way, files, folder) for way in (ours, usual)]
        found.append((pair[0], pair[1]))
    return found[1:]


def _timed(way: Callable[[list[Path], Path], int], files: list[Path], folder: Path) -> float:
    start = cpu()
    way(files, folder)
    return cpu() - start


def stages(files: list[Path]) -> dict[str, float]:
    """Seconds of each step inside a document, each at its best of three."""
    known, best = seeds.load(), dict[str, float]()
    for _ in range(3):
        took = dict.fromkeys(("read", "repair", "find", "relate", "prove"), 0.0)
        for path in files:
            marks = [time.process_time()]
            documents = [each for each in read_bytes(path.read_bytes(), path.name) if isinstance(each, Document)]
            marks.append(time.process_time())
            proses = [repair(document) for document in documents]
            marks.append(time.process_time())
            mentions = [find(prose, known) for prose in proses]
            marks.append(time.process_time())
            told = [relate(prose, found, known) for prose, found in zip(proses, mentions, strict=True)]
            marks.append(time.process_time())
            for prose, extraction in zip(proses, told, strict=True):
                prove(prose, extraction)
            marks.append(time.process_time())
            for name, start, end in zip(took, marks, marks[1:], strict=False):
                took[name] += end - start
        best = {name: min(best.get(name, seconds), seconds) for name, seconds in took.items()}
    return best


def cold(*arguments: str, home: str = "/nonexistent") -> float:
    """CPU seconds of a whole process, the median of five after a first that compiles what was not yet compiled.

    ``home`` is where patterns are kept from one process to the next.
    """
    command = [sys.executable, *arguments]
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    known["XDG_CACHE_HOME"] = home
    took = []
    for _ in range(6):
        start = cpu()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=known)
        took.append(cpu() - start)
    return median(took[1:])


def machine() -> str:
    """What this was measured on."""
    names = ("jieba", "rjieba", "rdflib", "pyoxigraph", "ahocorasick_rs")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    model = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    return (
        f"{model[0].partition(':')[2].strip() if model else platform.processor()}, {os.cpu_count()} cores; "
        f"Python {platform.python_version()}; {versions}"
    )


def _lines(path: str) -> Iterable[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else ()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*", type=Path, default=list(OWN))
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    files = [path for path, _ in find_files(given.paths)]
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    print(machine())
    print(f"{len(files)} documents, {megabytes:.3f} MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        triples = [way(files, folder) for way in (ours, usual)]
        pairs = rounds(given.rounds, files, folder)
        for index, way in enumerate(("govgraph", "usual")):
            seconds = median(pair[index] for pair in pairs)
            print(f"{way:10} {megabytes / seconds:7.3f} MB/s   {triples[index]:6} triples")
        print(f"govgraph is {median(two / one for one, two in pairs):.2f} times as fast, median of {len(pairs)} rounds")
        for step, seconds in stages(files).items():
            print(f"  {step:10} {megabytes / seconds:7.2f} MB/s")
        page = folder / "page.txt"
        page.write_text((TOP / "seeds/corpus/jilin/2024-work-report.txt").read_text("utf-8")[:PAGE], encoding="utf-8")
        print(f"cold: jieba.posseg, one word {cold('-c', JIEBA):.2f} s, for comparison")
        print(f"cold: --help {cold('-m', 'govgraph', '--help'):.2f} s")
        build = ("-m", "govgraph", "build", str(page), "--quiet", "-o")
        cold(*build, str(folder / "first"), home=name)  # keeps its patterns
        for when, home in (("the first that an account makes", "/nonexistent"), ("any later one", name)):
            whole, bare = (
                cold(*build, str(folder / kind), "--no-cache", *more, home=home)
                for kind, more in (("whole", ()), ("bare", ("--no-views",)))
            )
            print(f"cold: build of one page, {when}: {whole:.2f} s, without views {bare:.2f} s")


if __name__ == "__main__":
    main()
