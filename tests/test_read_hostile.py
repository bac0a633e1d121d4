"""Files made to break readers: each costs one line with its reason, and everything beside it is read."""

from __future__ import annotations

import hashlib
import io
import os
import random
import stat
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read import Options, find_files, isolation, read_all, read_bytes, read_paths
from tests.sample_files import docx, paragraph, pdf, pdf_of, wrapped, zipped

LONG = "".join(map(chr, range(0x4E00, 0x4E00 + 1400)))
OPTIONS = Options(seconds=4, seconds_at_most=4, memory=512 << 20)
GOOD = "松江市人民政府市长李文清主持会议。"


@pytest.fixture(autouse=True, scope="module")
def _end_children() -> Iterator[None]:
    yield
    isolation.stop()


def read(data: bytes, name: str, options: Options = OPTIONS) -> list[Document | Failure]:
    began = time.monotonic()
    try:
        found = list(read_bytes(data, name, options))
    except InputError as error:
        found = [Failure(name, str(error))]
    assert time.monotonic() - began < 10
    for item in found:
        assert not isinstance(item, Failure) or (item.reason.isprintable() and item.name in item.reason), item
    return found


def reason(data: bytes, name: str, options: Options = OPTIONS) -> str:
    (failure,) = read(data, name, options)
    assert isinstance(failure, Failure), failure
    return failure.reason


def texts(data: bytes, name: str) -> list[str]:
    return [item.text.strip() for item in read(data, name) if isinstance(item, Document)]


# Archives


def overlapping(copies: int = 200) -> bytes:
    """Many names for one compressed member."""
    file = bytearray(zipped({"a.txt": b"0" * (1 << 20)}))
    end = file.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", file[end + 16 : end + 20])[0]
    entry = bytes(file[start:end])
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, copies, copies, len(entry) * copies, start, 0)
    return bytes(file[:start]) + entry * copies + tail


def quoted() -> bytes:
    """Members whose bytes lie within the bytes of the one before."""
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("a.txt", b"PK\x03\x04" + b"x" * 400)
        archive.writestr("b.txt", b"y" * 10)
        archive.filelist[1].header_offset = 60
    return outer.getvalue()


def lying() -> bytes:
    """A member that is longer than it says."""
    data = zipped({"a.txt": GOOD.encode() * 100, "b.txt": GOOD.encode()})
    size = struct.pack("<I", len(GOOD.encode()) * 100)
    return data.replace(size, struct.pack("<I", 10))


def nested(depth: int) -> bytes:
    data = zipped({"里.txt": GOOD.encode()})
    for _ in range(depth):
        data = zipped({"n.zip": data})
    return data


def marked(flags: int = 0, mode: int = 0, method: int | None = None) -> bytes:
    """An archive whose first member is marked: encrypted, a link, packed in another way; the second is good."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = mode << 16
        archive.writestr(info, b"/etc/passwd", method)
        archive.writestr("b.txt", GOOD.encode())
        archive.filelist[0].flag_bits |= flags
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped({"a.txt": b"0" * (64 << 20)}), "zip bomb: it grows to more than 100 times"),
        (zipped({"a.docx": b"0" * (16 << 20)}), "zip bomb"),
        (overlapping(), "zip bomb: its members share"),
        (quoted(), "zip bomb: its members share"),
        (nested(30), "is an archive in 3 others"),
        (nested(3), "is an archive in 3 others"),
        (zipped({f"{n}.txt": b"" for n in range(10_001)}), "more than 10,000 entries"),
        (b"PK\x03\x04", "broken zip"),
        (b"PK\x05\x06" + bytes(17), "broken zip"),
        (zipped({"a.txt": b"x"})[:-30], "broken zip"),
    ],
    ids=["deflate", "docx inside", "one for many", "quoted", "30 deep", "4 deep", "entries", "head", "tail", "cut"],
)
def test_an_archive_that_is_a_trap(data: bytes, expected: str) -> None:
    assert expected in reason(data, "a.zip")


def test_depth_three_is_read() -> None:
    assert texts(nested(2), "a.zip") == [GOOD]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (marked(flags=0x1), "a.zip/a.txt is encrypted"),
        (marked(mode=stat.S_IFLNK | 0o777), "a.zip/a.txt is a link"),
        (marked(method=zipfile.ZIP_LZMA), "a.zip/a.txt is compressed in a way"),
        (zipped({"a.txt": b"0" * (16 << 20), "b.txt": GOOD.encode()}), "a.zip/a.txt is a zip bomb"),
        (zipped({"a.txt": b"a\0\1\2b", "b.txt": GOOD.encode()}), "a.zip/a.txt is"),
        (zipped({"a.zip": overlapping(), "b.txt": GOOD.encode()}), "a.zip/a.zip is a zip bomb"),
    ],
    ids=["encrypted", "link", "lzma", "bomb", "controls", "nested bomb"],
)
def test_the_rest_of_an_archive_is_read(data: bytes, expected: str) -> None:
    failure, document = read(data, "a.zip")
    assert isinstance(failure, Failure)
    assert isinstance(document, Document)
    assert expected in failure.reason
    assert (document.name, document.text) == ("a.zip/b.txt", GOOD)


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    failure, document = read(lying(), "a.zip")
    assert isinstance(failure, Failure)
    assert "a.zip/a.txt is damaged" in failure.reason
    assert document.name == "a.zip/b.txt"


def test_a_budget_is_shared_by_archives_in_archives() -> None:
    data = random.Random(1).randbytes(60_000)
    archive = zipped({f"{n}.zip": zipped({"a.md": data}) for n in range(5)})
    found = read(archive, "a.zip", replace(OPTIONS, unpacked=400_000))
    assert "unpacks to more than" in str(found[-1])


NAMES = [
    "../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\..\\evil.txt", "a/../../evil.txt", "CON.txt", "nul\0.txt",
    "长" * 300 + ".txt", "a\nb\x1b[31m.txt", "\u202etxt.exe.txt", "-rf.txt", "~/.ssh/x.txt", "%2e%2e/evil.txt",
    "....//x.txt",
]  # fmt: skip


def test_names_lead_nowhere(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.zip").write_bytes(zipped({name: f"{GOOD}{n}".encode() for n, name in enumerate(NAMES)}))
    before = tree(tmp_path)
    found = list(read_paths([inside], OPTIONS))
    assert tree(tmp_path) == before
    assert len([item for item in found if isinstance(item, Document)]) == len(NAMES) - 3  # hidden, or of no kind
    for item in found:
        assert item.name.startswith("a.zip/")
        assert item.name.isprintable()
        assert not {"..", ""} & set(item.name.split("/"))


def tree(folder: Path) -> str:
    files = sorted((str(path), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))
    return hashlib.sha256(repr(files).encode()).hexdigest()


def test_names_of_chinese_systems_and_doubled_names() -> None:
    names = ["通知/关于.txt", "通知/关于.txt", "长" * 100 + ".txt"]
    written = [name.encode("gbk") for name in names]
    places = [letter * len(name) for letter, name in zip((b"A", b"B", b"C"), written, strict=True)]
    data = zipped({place.decode(): f"{GOOD}{n}".encode() for n, place in enumerate(places)})
    for place, name in zip(places, written, strict=True):
        data = data.replace(place, name)
    found = [item.name for item in read(data, "a.zip")]
    assert found == ["a.zip/通知/关于.txt", "a.zip/通知/关于#2.txt", "a.zip/" + "长" * 100 + ".txt"]


# PDF


def tree_of_forms(depth: int) -> bytes:
    """Forms that each draw the next one twice."""
    data = pdf_of([b"/X0 Do"]).replace(b"/Resources << ", b"/Resources << /XObject << /X0 100 0 R >> ")
    objects = b"".join(
        b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Y %d 0 R >> >> "
        b"/Length 11 >>\nstream\n/Y Do /Y Do\nendstream\nendobj\n" % (100 + n, 101 + n)
        for n in range(depth)
    )
    return data[: data.rindex(b"xref\n0")] + objects + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize(
    "data",
    [
        pdf_of([b"q " * 2_000_000], flate=True),
        pdf_of([b"[" * 1_000_000], flate=True),
        pdf_of([b"(a) " * 500_000], flate=True),
        tree_of_forms(24),
        b"%PDF-1.7\n" + b"\0" * 100_000,
        b"%PDF-1.7\n" + b"<<" * 200_000,
        pdf([wrapped(GOOD, 40)])[:700],
        pdf_of([]),
    ],
    ids=["tokens", "brackets", "strings", "forms", "zeros", "dictionaries", "cut", "no pages"],
)
def test_a_pdf_that_is_a_trap(data: bytes) -> None:
    assert reason(data, "a.pdf").startswith("a.pdf")


def test_a_flate_bomb_costs_one_child() -> None:
    bomb = pdf_of([b" " * (240 << 20)], flate=True)
    assert len(bomb) < 1 << 19
    archive = zipped({"a.pdf": bomb, "b.pdf": pdf([wrapped(GOOD, 40)])}, zipfile.ZIP_STORED)
    failure, document = read(archive, "a.zip", replace(OPTIONS, memory=240 << 20))
    assert isinstance(failure, Failure)
    assert failure.name == "a.zip/a.pdf"
    assert isinstance(document, Document)
    assert (document.name, document.text.strip()) == ("a.zip/b.pdf", GOOD)


def test_broken_bytes_of_a_pdf_break_nothing() -> None:
    chance, good = random.Random(7), pdf([wrapped(GOOD, 40), []])
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        assert len(read(bytes(data), "a.pdf")) == 1


# DOCX


def doctype(subset: str) -> str:
    return f"<!DOCTYPE w:document [{subset}]>"


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in pairwise("abcdefghi")
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (docx(paragraph("&i;"), head=doctype(LAUGHS)), "document type declaration"),
        (
            docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head=doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')),
            "document type",
        ),
        (docx("", head='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), "document type declaration"),
        (docx("", head=doctype('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;')), "document type declaration"),
        (docx("<w:p/>" * 4_000_000), "zip bomb"),
        (docx("<w:p>" * 100_000), "broken XML"),
        (docx("<w:p>&undefined;</w:p>"), "broken XML"),
        (docx(f"<w:p><w:r><w:t>{'字' * 700_000}</w:t></w:r></w:p>", {"x": "y"}), "zip bomb"),
        (zipped({"word/document.xml": b"\xff\xfe\x00"}), "broken XML"),
        (zipped({"a.xml": b"<a/>"}), "no word/document.xml"),
        (docx(""), "is empty"),
        (b"PK\x03\x04 no zip", "broken zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old Office file"),
    ],
    ids=[
        "laughs",
        "file entity",
        "dtd",
        "parameter",
        "paragraphs",
        "open",
        "entity",
        "long",
        "utf",
        "other",
        "empty",
        "no",
        "ole",
    ],
)
def test_a_docx_that_is_a_trap(data: bytes, expected: str) -> None:
    assert expected in reason(data, "a.docx")


def test_a_docx_of_many_paragraphs_and_depths_is_read() -> None:
    chance = random.Random(3)
    noise = "".join(f"<w:p w:x='{chance.randbytes(8).hex()}'/>" for _ in range(100_000))
    deep = "<w:sdt>" * 50_000 + paragraph(GOOD) + "</w:sdt>" * 50_000
    (text,) = texts(docx(f"{noise}{deep}{noise}"), "a.docx")
    assert text == GOOD


def test_nothing_outside_is_read_for_a_docx(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    head = doctype(f'<!ENTITY x SYSTEM "{secret.as_uri()}">')
    assert "canary" not in reason(docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head=head), "a.docx")


# HTML and text


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<![",
        "<div>",
        "<table><tr><td>",
        "<a href='",
        '<p title="',
        "&#",
        "&amp",
        "<script>",
        "]]>",
        "<td>",
        "</p>",
    ],
)
def test_html_of_one_piece_over_and_over(piece: str) -> None:
    data = f"<html><p>{GOOD}</p>{piece * (400_000 // len(piece))}".encode()
    (text,) = texts(data, "a.html")
    assert GOOD in text


def test_what_follows_deep_markup_is_read() -> None:
    for depth in (100, 300, 5_000, 20_000):
        (text,) = texts(
            f"<html>{'<table><tr><td>' * depth}里{'</td></tr></table>' * depth}<p>{GOOD}</p>".encode(), "a.html"
        )
        assert text.split("\n") == ["里", GOOD]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"), (b"", "a.pdf"), (b"", "a.zip"), (b"\0" * 1000, "a.txt"), (b"\0" * 1000, "a.html"),
        (b"\xed\xa0\x80" * 50, "a.txt"), (b"\xff" * 50, "a.txt"), (b"\xff\xfe\x00\xd8a\0", "a.txt"),
        (b"[" * 200_000, "a.jsonl"), (b'{"text": ' + b"[" * 200_000, "a.jsonl"), (b'{"text": "\\u0000"}', "a.jsonl"),
        (b"<html>" + b"\0" * 1000, "a.html"), (b"<html></html>", "a.html"), (b"x", "a.exe"),
        (b"\xd0\xcf\x11\xe0", "a.txt"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(data: bytes, name: str) -> None:
    (failure,) = read(data, name)
    assert isinstance(failure, Failure)


def test_size_is_limited(tmp_path: Path) -> None:
    short = replace(OPTIONS, characters=1000, file_bytes=5000)
    assert "longer than 1,000 characters" in reason(b"a" * 1001, "a.txt", short)
    assert "longer than 1,000 characters" in reason(b"<html>" + b"<p>a</p>" * 600, "a.html", short)
    assert "longer than 1,000 characters" in reason(docx(paragraph("字" * 1001)), "a.docx", short)
    assert "longer than 1,000 characters" in reason(pdf([wrapped(LONG, 40)]), "a.pdf", short)
    assert "more than 2 pages" in reason(pdf([[], [], []]), "a.pdf", replace(OPTIONS, pages=2))
    (tmp_path / "a.txt").write_bytes(b"a" * 5001)
    (failure,) = read_all(tmp_path / "a.txt", options=short)
    assert isinstance(failure, Failure)
    assert "larger than" in failure.reason


# Files and the child


def test_devices_pipes_and_links_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("canary")
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    found = {item.name: item for item in read_paths([folder])}
    assert isinstance(found["a.txt"], Document)
    assert list(found) == ["a.txt"]
    with pytest.raises(InputError, match="a device or a pipe"):
        find_files([folder / "pipe.txt"])
    (failure,) = read_all(folder / "pipe.txt")
    assert isinstance(failure, Failure)


def test_a_name_in_another_encoding_is_shown_as_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "通知".encode("gbk") + b".txt"
    Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    ((_, name),) = find_files([tmp_path])
    assert name == "通知.txt"


HANG = "import time\ndef load(data, name, options):\n    time.sleep(60)"
LOADERS = {
    "hang": (HANG, "takes longer than 1 s"),
    "burn": ("def load(data, name, options):\n    while True: pass", "takes longer than 1 s"),
    "crash": ("import os, signal\ndef load(data, name, options):\n    os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
    "eat": ("def load(data, name, options):\n    x = bytes(1 << 40)", "MiB of memory"),
    "leave": ("import os\ndef load(data, name, options):\n    os._exit(3)", "exit 3"),
    "raise": ("def load(data, name, options):\n    raise KeyError(name)", "KeyError"),
    "write": (
        "def load(data, name, options):\n    open(__file__ + '.x', 'wb', 0).write(b'x')",
        "File too large",
    ),
    "talk": (
        "def load(data, name, options):\n    print('{}' * 100000)\n    raise ValueError('said')",
        "ValueError: said",
    ),
    "lie": ("def load(data, name, options):\n    return [1]", "TypeError"),
}


@pytest.mark.parametrize("name", LOADERS)
def test_a_loader_of_others_runs_in_the_child(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, expected = LOADERS[name]
    (tmp_path / f"govgraph_{name}.py").write_text(code)
    (tmp_path / f"x_{name}-1.dist-info").mkdir()
    (tmp_path / f"x_{name}-1.dist-info" / "METADATA").write_text(f"Metadata-Version: 2.1\nName: x-{name}\nVersion: 1\n")
    entry = f"[govgraph.loaders]\n{name} = govgraph_{name}:load\n"
    (tmp_path / f"x_{name}-1.dist-info" / "entry_points.txt").write_text(entry)
    monkeypatch.syspath_prepend(str(tmp_path))
    isolation.stop()
    options = replace(OPTIONS, seconds=1, seconds_at_most=1)
    archive = zipped({f"a.{name}": b"x", "b.txt": GOOD.encode()})
    found = list(isolation.read(archive, ".zip", "a.zip", options))
    isolation.stop()
    assert isinstance(found[0], Failure)
    assert expected in found[0].reason
    assert [item.name for item in found] == [f"a.zip/a.{name}", "a.zip/b.txt"]


def test_a_child_is_used_again() -> None:
    isolation.stop()
    first = texts(b"<p>" + GOOD.encode(), "a.html")
    process = isolation._idle[0].process.pid
    assert texts(b"<p>" + GOOD.encode(), "a.html") == first == [GOOD]
    assert [child.process.pid for child in isolation._idle] == [process]


def test_reading_that_is_given_up_leaves_no_child() -> None:
    isolation.stop()
    archive = zipped({f"{n}.txt": GOOD.encode() for n in range(9)})
    reading = read_bytes(archive, "a.zip", OPTIONS)
    assert next(reading).name == "a.zip/0.txt"
    other = texts(archive, "b.zip")
    assert len(other) == 9
    assert isinstance(reading, Generator)
    reading.close()
    assert len(isolation._idle) == 1


def test_modules_in_the_working_folder_are_not_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    (tmp_path / "a.html").write_text(f"<p>{GOOD}", encoding="utf-8")
    code = "from pathlib import Path; from govgraph.read import read_file; print(read_file(Path('a.html')).text)"
    told = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert told.stdout.strip() == GOOD
