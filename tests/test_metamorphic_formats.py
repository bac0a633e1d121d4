"""The file that a text came in changes nothing that it says: every document of the sample corpus in every form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.extraction import evidence_of, read_and_extract
from govgraph.model import Document
from govgraph.read import read_bytes
from govgraph.seeds import load
from tests.sample_files import docx, html, jsonl, paragraph, pdf, zipped
from tests.test_metamorphic import PROSE, document, facts, plain, traditional

WIDE, LONG = 32, 38  # characters of a line and lines of a page


def printed(text: str) -> bytes:
    """Pages of wrapped lines."""
    lines = [part[at : at + WIDE] for part in text.split("\n") for at in range(0, len(part), WIDE)]
    pages = [lines[at : at + LONG] for at in range(0, len(lines), LONG)]
    return pdf([[(50, 740 - 18 * number, line) for number, line in enumerate(page)] for page in pages])


def word(text: str) -> bytes:
    title, *rest = text.split("\n")
    return docx(paragraph(title, "1") + "".join(map(paragraph, rest)))


def web(text: str, charset: str = "utf-8") -> bytes:
    title, *rest = text.split("\n")
    return html(title, rest, charset)


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "md": ("a.md", lambda text: f"# {text}".encode()),
    "html": ("a.html", web),
    "html in GB18030": ("a.html", lambda text: web(text, "gb18030")),
    "docx": ("a.docx", word),
    "pdf": ("a.pdf", printed),
    "zip with names in GBK": ("a.zip", lambda text: zipped({"报告/正文.txt": text.encode("gb18030")})),
    "jsonl": ("a.jsonl", lambda text: jsonl([{"id": "1", "text": text}])),
    "GB18030": ("a.txt", lambda text: text.encode("gb18030")),
    "UTF-16": ("a.txt", lambda text: text.encode("utf-16")),
    "UTF-8 with a mark of byte order": ("a.txt", lambda text: text.encode("utf-8-sig")),
    "traditional in UTF-8": ("a.txt", lambda text: traditional(text).encode()),
}


@pytest.mark.parametrize(("name", "write"), FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_the_form_changes_no_fact(path: Path, name: str, write: Callable[[str], bytes]) -> None:
    text = plain(path)
    (read,) = read_bytes(write(text), name)
    assert isinstance(read, Document), read
    assert facts(read) == facts(document(text))


BIG5 = (
    "吉林市政府工作報告\n市長王吉主持會議，副市長李文清出席會議。市教育局牽頭實施校園餐桌提升行動，受益學生4.58萬人。\n"
    "市人大常委會審議通過《吉林市濕地保護條例》。任命周明遠為吉林市財政局局長。"
)
SIMPLE = (
    "吉林市政府工作报告\n市长王吉主持会议，副市长李文清出席会议。市教育局牵头实施校园餐桌提升行动，受益学生4.58万人。\n"
    "市人大常委会审议通过《吉林市湿地保护条例》。任命周明远为吉林市财政局局长。"
)


def test_big5_says_the_same_and_is_quoted_as_written() -> None:
    (read,) = read_bytes(BIG5.encode("big5"), "a.txt")
    assert isinstance(read, Document)
    assert read.encoding == "big5"
    assert facts(read) == facts(document(SIMPLE))
    assert len(facts(read)) > 8


def test_what_traditional_text_says_is_proven_by_its_own_characters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BIG5.encode("big5"))
    (proven,) = read_and_extract((tmp_path / "a.txt", "a.txt"), load()).documents
    assert proven.untrue == 0
    assert any("市長" in evidence.quote for evidence in evidence_of(proven.extraction))
