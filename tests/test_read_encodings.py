"""Bytes to text: every encoding of offices, short and long, whole and damaged."""

from __future__ import annotations

import pytest

from govgraph.errors import InputError
from govgraph.read.encodings import decode, decode_name

LONG = "松江市人民政府决定成立重点项目建设领导小组，由市长李文清任组长，副市长何静任副组长，各部门分工负责。\n" * 30
TRADITIONAL = "市長主持會議，聽取國家重點項目建設情況的報告。會議決定成立專案小組，由副市長擔任組長，於碁裏鎮開工。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("length", [6, 12, 25, 50, 1000])
def test_whole_text_is_read(encoding: str, length: int) -> None:
    text = LONG[:length]
    assert decode(text.encode(encoding), "a.txt").text == text


def test_big5_stays_traditional_with_the_characters_it_grew_by() -> None:
    decoded = decode(TRADITIONAL.encode("cp950"), "a.txt")
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, "big5")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("gb2312", "gbk"),
        ("GBK", "gb18030"),
        ("big5", "big5"),
        ("utf-8", "gbk"),
        ("iso-8859-1", "gbk"),
        ("gbk", "utf-8"),
    ],
)
def test_a_declaration_is_believed_where_it_can_be_true(declared: str, written: str) -> None:
    text = f'<meta charset="{declared}">' + (TRADITIONAL.replace("碁裏", "") if written == "big5" else LONG)
    assert decode(text.encode(written), "a.html").text == text


@pytest.mark.parametrize("codec", ["unicode_escape", "utf-7", "punycode", "zlib", "rot13", "idna", "undefined"])
def test_codecs_that_are_no_charset_are_not_used(codec: str) -> None:
    text = f'<meta charset="{codec}">\\u5e02\\x41+ZeU-'
    assert decode(text.encode(), "a.html").text == text


def test_words_of_gbk_that_are_legal_utf8_are_not_read_as_utf8() -> None:
    assert decode("通知".encode("gbk"), "a.txt").text == "通知"
    assert decode_name("通知.txt".encode("gbk")) == "通知.txt"
    assert decode_name("通知2.txt".encode("gbk")) == "通知2.txt"
    assert decode("naïve café".encode(), "a.txt").text == "naïve café"


def test_a_damaged_byte_is_replaced_and_reported() -> None:
    data = bytearray(LONG.encode())
    place = len(LONG[:99].encode())
    data[place] = 0xFF
    decoded = decode(bytes(data), "a.txt")
    assert decoded.text.count("\ufffd") in (1, 2, 3)
    assert decoded.warnings[0].endswith(f"the first at byte {place}")
    marked = decode(b"\xef\xbb\xbf" + bytes(data), "a.txt")
    assert (marked.text, len(marked.warnings)) == (decoded.text, 1)


@pytest.mark.parametrize(
    ("encoding", "lost"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("big5", 1), ("utf-16-le", 1)]
)
def test_a_last_character_that_was_cut_off_is_reported(encoding: str, lost: int) -> None:
    text = (TRADITIONAL.replace("碁裏", "") * 30 if encoding == "big5" else LONG).strip()
    decoded = decode(text.encode(encoding)[:-lost], "a.txt")
    assert decoded.text.removesuffix("\ufffd") == text[:-1]
    assert decoded.warnings


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_byte_that_shifts_what_follows_is_not_guessed_at(encoding: str) -> None:
    data = bytearray((TRADITIONAL.replace("碁裏", "") if encoding == "big5" else LONG).encode(encoding))
    data[40:40] = b"\xff"
    with pytest.raises(InputError, match=r"no encoding that can be told"):
        decode(bytes(data), "a.txt")


def test_many_damaged_bytes_are_too_many() -> None:
    with pytest.raises(InputError, match="no encoding"):
        decode(LONG.encode().replace("市".encode(), b"\xff"), "a.txt")
