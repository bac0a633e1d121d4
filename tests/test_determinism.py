"""One hash: whatever the seed of hashes, workers, order of files, time zone, locale, file mask and engine.

Every pair of values occurs in one of ten builds, not every combination.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path

import pytest

from tests.sample_files import docx, html, paragraph, zipped
from tests.test_pipeline import CORPUS, digest

SEEDS = ("0", "1", "4242")
WORKERS = ("1", "2", "4")
ORDERS = ("1", "2", "3")
ZONES = ("UTC", "Asia/Shanghai", "America/St_Johns")
LOCALES = ("C.UTF-8", "C")  # the second without UTF-8: names of files are bytes to it
MASKS = ("022", "077")
# Numbers of values, one build a line.
TABLE = "000000 011200 022100 101101 112010 120211 202201 210111 221010 000011"
RUNS = tuple(tuple(map(int, run)) for run in TABLE.split())

BUILD = """
import os, random, shutil, sys
from pathlib import Path
import govgraph
from govgraph.settings import Settings
os.umask(int(sys.argv[5], 8))
given, work, order = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
files = sorted(path for path in given.rglob("*") if path.is_file())
random.Random(order).shuffle(files)
for file in files:  # into the folder, too, they come in another order
    copy = work / "in" / file.relative_to(given)
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)
paths = sorted((work / "in").iterdir())
random.Random(order).shuffle(paths)
govgraph.build(paths, work / "out", Settings(workers=int(sys.argv[4]), engine=sys.argv[6]))
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of each format, names in Chinese among them."""
    folder = tmp_path_factory.mktemp("documents")
    for path in sorted(CORPUS.rglob("*.txt"), key=lambda path: path.stat().st_size)[:5]:
        (folder / path.name).write_bytes(path.read_bytes())
    said = ["2024年3月5日，江阴市人民政府市长林知远出席会议。", "任命白如练为江阴市水利局局长。"]
    page = html("江阴市人民政府公告", said, "gb18030")
    (folder / "公告.html").write_bytes(page)
    (folder / "深").mkdir()
    (folder / "深" / "通知.docx").write_bytes(docx("".join(map(paragraph, ["江阴市人民政府通知", *said]))))
    (folder / "包.zip").write_bytes(zipped({"甲.txt": f"江阴市公告\n\n{said[0]}".encode(), "乙.html": page}))
    return folder


def build(documents: Path, work: Path, run: tuple[int, ...], engine: str = "local") -> dict[str, str]:
    seed, workers, order, zone, locale, mask = run
    work.mkdir()
    environment = {
        **os.environ,
        "PYTHONHASHSEED": SEEDS[seed],
        "TZ": ZONES[zone],
        "LC_ALL": LOCALES[locale],
        **({"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"} if LOCALES[locale] == "C" else {}),
    }
    arguments = [str(documents), str(work), ORDERS[order], WORKERS[workers], MASKS[mask], engine]
    done = subprocess.run(
        [sys.executable, "-c", BUILD, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return digest(work / "out")


def test_every_pair_of_values_occurs() -> None:
    values = (SEEDS, WORKERS, ORDERS, ZONES, LOCALES, MASKS)
    for one, two in combinations(range(len(values)), 2):
        met = {(run[one], run[two]) for run in RUNS}
        assert met == set(product(range(len(values[one])), range(len(values[two])))), (one, two)


def test_one_hash_for_all_surroundings(documents: Path, tmp_path: Path) -> None:
    first = build(documents, tmp_path / "first", RUNS[0])
    assert {"graph.ttl", "tables/people.csv", "index.html", "manifest.json"} <= first.keys()
    assert "林知远" in (tmp_path / "first" / "out" / "graph.ttl").read_text(encoding="utf-8")
    for number, run in enumerate(RUNS[1:], start=1):
        assert build(documents, tmp_path / str(number), run) == first, run


def test_one_hash_for_a_cluster(documents: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    alone = build(documents, tmp_path / "alone", RUNS[0])
    assert build(documents, tmp_path / "cluster", RUNS[-1], "dask") == alone
