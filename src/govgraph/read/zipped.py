"""A zip file, opened without trust: what archives and DOCX files share.

Members are read from memory as a stream and never written anywhere. Refused are members that share bytes with others
(a few kilobytes that unpack to gigabytes), that grow beyond what honest text does, that lie about their size, that are
encrypted, or are links. Names that do not say they are UTF-8 are tried as UTF-8, then as GB18030, which Chinese
systems write; they are shown, never used as paths.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from govgraph.errors import InputError
from govgraph.read.encodings import decode_name
from govgraph.read.gate import printable
from govgraph.read.options import Options

UTF8_NAME = 0x800
ENCRYPTED = 0x1
HEADER = 30  # bytes of a local header without name
CHUNK = 1 << 16
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
UPWARD = re.compile(r"(?:^|/)\.{1,2}(?=/|$)|^[A-Za-z]:")


class Budget:
    """What one input file may still grow to; archives inside archives draw on the same."""

    def __init__(self, options: Options) -> None:
        """A full purse."""
        self.options = options
        self.unpacked = options.unpacked
        self.entries = options.entries

    def enter(self, name: str, count: int) -> None:
        """Pay for the entries of one archive."""
        self.entries -= count
        if self.entries < 0:
            raise InputError(f"{name} holds more than {self.options.entries:,} entries: not unpacked")


def opened(data: bytes, name: str, budget: Budget) -> zipfile.ZipFile:
    """The archive, after a look at its table of contents."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise InputError(f"{name} is a broken zip file: {_one_line(error)}") from error
    budget.enter(name, len(archive.filelist))
    ends = sorted((info.header_offset, info.header_offset + HEADER + info.compress_size) for info in archive.filelist)
    if any(before[1] > after[0] for before, after in pairwise(ends)):
        raise InputError(f"{name} is a zip bomb: its members share the same bytes")
    return archive


def content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> bytes:
    """The bytes of a member, read as far as the budget goes."""
    if info.flag_bits & ENCRYPTED:
        raise InputError(f"{name} is encrypted: unpack it first")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise InputError(f"{name} is compressed in a way that is not read: pack it as ordinary zip")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise InputError(f"{name} is a link: links are not followed")
    try:
        return b"".join(_chunks(archive, info, name, budget))
    except BROKEN as error:
        raise InputError(f"{name} is damaged: {_one_line(error)}") from error


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Iterator[bytes]:
    size, options = 0, budget.options
    with archive.open(info) as member:
        while chunk := member.read(CHUNK):
            size += len(chunk)
            budget.unpacked -= len(chunk)
            if size > options.ratio_from and size > options.ratio * max(info.compress_size, 1):
                raise InputError(f"{name} is a zip bomb: it grows to more than {options.ratio} times its size")
            if size > options.file_bytes or budget.unpacked < 0:
                raise InputError(f"{name} unpacks to more than is read of one file: unpack it first")
            yield chunk


def named(info: zipfile.ZipInfo) -> str:
    """The name of a member for people, in the encoding that its writer most likely used."""
    name = info.orig_filename
    if not info.flag_bits & UTF8_NAME:
        with suppress(UnicodeEncodeError):  # not from this table: it is text already
            name = decode_name(name.encode("cp437")) or name
    return printable(UPWARD.sub("", name.replace("\\", "/")).lstrip("/") or "unnamed")


def _one_line(error: BaseException) -> str:
    return printable(" ".join(str(error).split()) or type(error).__name__)
