"""Messages between server and child: each frame is its length in four bytes and that many bytes; an empty one ends."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from typing import Any

HEAD = struct.Struct(">I")
PIECE = 1 << 18  # bytes of a body that go in one frame


def framed(data: bytes) -> bytes:
    """One frame."""
    return HEAD.pack(len(data)) + data


def packed(value: object) -> bytes:
    """A value as JSON in a frame."""
    return framed(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def body(data: bytes) -> Iterator[bytes]:
    """A body in frames, and the empty frame behind it."""
    for at in range(0, len(data), PIECE):
        yield framed(data[at : at + PIECE])
    yield framed(b"")


def receive(source: socket.socket) -> dict[str, Any]:
    """The one frame that a child is sent."""
    length = HEAD.unpack(_exactly(source, HEAD.size))[0]
    question: dict[str, Any] = json.loads(_exactly(source, length).decode("utf-8", "surrogatepass"))
    return question


def _exactly(source: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = source.recv(size - len(data))
        if not more:
            raise EOFError
        data += more
    return data
