"""Paths and bytes to documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read import find_files, read_file, read_paths

SAMPLE = (
    "松江市人民政府关于成立重点项目建设领导小组的通知\n各县（市）、区人民政府：为加强统筹，市政府决定成立领导小组。\n"
)
TRADITIONAL = "市長主持會議，聽取國家重點項目建設情況的報告。會議決定成立專案小組，由副市長擔任組長。\n"


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SAMPLE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SAMPLE.encode(), "utf-8"),
        (SAMPLE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + SAMPLE.encode("utf-16-be"), "utf-16"),
        (SAMPLE.encode("utf-16-le"), "utf-16-le"),
        (SAMPLE.encode("utf-16-be"), "utf-16-be"),
        (SAMPLE.encode("gb18030"), "gb18030"),
        (SAMPLE.encode("gbk"), "gb18030"),
    ],
)
def test_the_same_text_in_any_encoding_is_the_same_document(tmp_path: Path, data: bytes, encoding: str) -> None:
    document = read_file(put(tmp_path, "a.txt", data))
    assert (document.text, document.encoding) == (SAMPLE, encoding)
    assert document.id == hashlib.sha256(SAMPLE.encode()).hexdigest()[:32]


def test_big5_is_kept_traditional(tmp_path: Path) -> None:
    document = read_file(put(tmp_path, "a.txt", TRADITIONAL.encode("big5")))
    assert (document.text, document.encoding) == (TRADITIONAL, "big5")
    assert document.warnings


def test_a_declared_charset_decides(tmp_path: Path) -> None:
    text = '<meta charset="gb2312">\n名单\n'
    assert read_file(put(tmp_path, "a.txt", text.encode("gbk"))).text == text


def test_line_ends_stay_in_the_source(tmp_path: Path) -> None:
    assert read_file(put(tmp_path, "a.txt", "第一行\r\n第二行\r\n")).text == "第一行\r\n第二行\r\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t \r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"abc\x00def\x00\x01", "encoding|not text"),
        (bytes(range(256)) * 4, "encoding|not text"),
        (SAMPLE.encode()[:-8] + b"\xff\xfe\xff", "encoding"),
        (b"\xff\xfe\x00", "breaks at byte"),
        ("市长\x01\x02\x03\x04".encode(), "not text"),
    ],
)
def test_what_cannot_be_read_says_which_file_and_why(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_file(put(tmp_path, "怪.txt", data))
    assert "怪.txt" in str(caught.value)


def test_front_matter_becomes_meta_and_stays_in_the_text(tmp_path: Path) -> None:
    text = "---\ntitle: 松江市政府工作报告\ndate: '2021-02-02'\n---\n\n各位代表：\n"
    document = read_file(put(tmp_path, "a.md", text))
    assert document.meta == (("date", "2021-02-02"), ("title", "松江市政府工作报告"))
    assert (document.text, document.format) == (text, "md")


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    assert read_file(put(tmp_path, "a.md", "# 标题\n\n---\n甲: 乙\n---\n")).meta == ()


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.TXT", ".hidden/x.txt", "a/.x.txt", "photo.jpg"):
        put(tmp_path, name, SAMPLE)
    assert [name for _, name in find_files([tmp_path])] == ["a/y.TXT", "a/z.md", "b.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "b.txt", SAMPLE)
    assert [name for _, name in find_files([tmp_path, path])] == ["b.txt"]


@pytest.mark.parametrize(("name", "reason"), [("photo.jpg", "kind that is not read"), ("none.txt", "does not exist")])
def test_a_path_that_cannot_be_used(tmp_path: Path, name: str, reason: str) -> None:
    put(tmp_path, "photo.jpg", b"x")
    with pytest.raises(InputError, match=reason):
        find_files([tmp_path / name])


def test_an_empty_folder_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no readable document: put .*\.txt"):
        find_files([tmp_path])


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"")
    put(tmp_path, "b.txt", SAMPLE)
    failure, document = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.name == "a.txt"
    assert isinstance(document, Document)
