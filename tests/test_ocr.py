"""A page that is a picture, read by the real tesseract: printed by a browser, drawn as pixels, wrapped as a PDF."""

from __future__ import annotations

import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest

from govgraph import build, seeds
from govgraph.extraction import extract
from govgraph.model import Document, Failure
from govgraph.read import ocr, read_bytes
from govgraph.read.options import Options
from govgraph.settings import Settings
from tests.browser import CHROMIUM, needs_chromium
from tests.sample_files import pdf_of
from tests.test_metamorphic import said

needs_tesseract = pytest.mark.skipif(
    not ocr.installed(), reason="needs tesseract (Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim)"
)
pytestmark = [needs_chromium, needs_tesseract]
NOTICE = (
    "吉林市人民政府关于周明远同志任职的通知",
    "各县（市）区人民政府，市政府各委办局：",
    "市政府2024年3月22日研究决定：",
    "任命周明远为吉林市教育局局长。",
    "市教育局牵头开展“校园餐桌”提升行动，受益学生45800人。",
)
DOTS = 200  # an inch: what an office scanner gives


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The notice as a scanner would give it: a page of grey pixels and nothing else."""
    folder = tmp_path_factory.mktemp("scan")
    style = '<meta charset="utf-8"><style>body{font:16pt/1.8 "Noto Serif CJK SC";margin:40px}</style>'
    page = folder / "page.html"
    page.write_text(style + "".join(f"<p>{line}</p>" for line in NOTICE), encoding="utf-8")
    printed = folder / "page.pdf"
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [str(CHROMIUM), *quiet, f"--print-to-pdf={printed}", str(page)], check=True, capture_output=True, timeout=60
    )
    return _pictured(printed)


def _pictured(path: Path) -> bytes:
    bitmap = pypdfium2.PdfDocument(path)[0].render(scale=DOTS / 72, grayscale=True)
    data = bytes(bitmap.buffer)
    rows = (data[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    head = b"q 600 0 0 800 0 0 cm BI /W %d /H %d /CS /G /BPC 8 ID " % (bitmap.width, bitmap.height)
    return pdf_of([head + b"".join(rows) + b" EI Q"])


def test_a_scanned_page_is_not_passed_over_in_silence(scan: bytes) -> None:
    assert list(read_bytes(scan, "scan.pdf")) == [Failure("scan.pdf", "scan.pdf: page 1: scanned, not read")]


def test_a_scanned_page_is_read_and_says_so(scan: bytes) -> None:
    (document,) = read_bytes(scan, "scan.pdf", Options(ocr=True))
    assert isinstance(document, Document)
    assert document.warnings == ("page 1: scanned, read by OCR",)
    told = "".join(document.text.split())
    assert SequenceMatcher(None, told, "".join(NOTICE), autojunk=False).ratio() > 0.9
    facts = said(extract(document, seeds.load()))
    assert ("周明远", "holds", "吉林市教育局局长", "appointed") in facts


def test_the_build_reads_scanned_pages_where_that_is_wanted(scan: bytes, tmp_path: Path) -> None:
    path, out = tmp_path / "scan.pdf", tmp_path / "out"
    path.write_bytes(scan)
    assert build([path], out, Settings(ocr=True)).exit_code == 0
    assert "周明远" in (out / "graph.ttl").read_text(encoding="utf-8")
    assert "scanned, read by OCR" in (out / "report.json").read_text(encoding="utf-8")
