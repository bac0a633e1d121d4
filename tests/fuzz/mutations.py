"""Files of each format, and what may become of them: bits turned, parts lost, doubled, moved, mixed or cut off."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.sample_files import docx, html, jsonl, paragraph, pdf, table, wrapped, zipped

SAID = (
    "江阴市人民政府公告",
    "2024年3月5日，江阴市人民政府市长林知远出席“清水长流”行动推进会。",
    "任命白如练为江阴市水利局局长；免去方既明的江阴市水利局局长职务。",
    "江阴市财政局牵头，江阴市水利局配合，选派1200名干部，投资约4.58亿元。",
)
TEXT = "\n\n".join(SAID) + "\n"
ROWS = (("职务", "姓名"), ("江阴市财政局局长", "顾行之"), ("江阴市水利局局长", "白如练"))
HTML = html(SAID[0], SAID[1:])
DOCX = docx("".join(map(paragraph, SAID)) + table(ROWS))
LINES = jsonl([{"text": TEXT, "title": SAID[0], "id": "一"}, {"text": SAID[2], "date": "2024-03-05"}])
PDF = pdf([wrapped("".join(SAID), 30), wrapped(SAID[2], 30)], title=SAID[0])
HALVES = (
    "\\ud8",
    "\\udc",
    "&#x",
    "<![CDATA[",
    "<!--",
    "<table><tr><td>",
    "]]>",
    '{"text":',
    "endobj",
    "stream\n",
    "PK\x03\x04",
)

SAMPLES: dict[str, tuple[bytes, ...]] = {
    "txt": tuple(TEXT.encode(each) for each in ("utf-8", "gb18030", "utf-16", "utf-8-sig")),
    "md": (f"# {SAID[0]}\n\n{SAID[1]}\n\n- {SAID[2]}\n\n| 职务 | 姓名 |\n|---|---|\n| 局长 | 顾行之 |\n".encode(),),
    "html": (HTML, html(SAID[0], SAID[1:], "gb18030")),
    "docx": (DOCX,),
    "pdf": (PDF,),
    "jsonl": (LINES,),
    "zip": (zipped({"甲/一.txt": TEXT.encode(), "二.html": HTML, "三.jsonl": LINES, "四.docx": DOCX}),),
}

Mutation = Callable[[bytearray, random.Random], bytes]


def mutated(kind: str, number: int) -> bytes:
    """The n-th damaged file of a kind: the same on every machine."""
    chance = random.Random(f"{kind} {number}")
    data = chance.choice(SAMPLES[kind])
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(MUTATIONS)(bytearray(data), chance) if data else data
    return data


def damaged(data: bytes, seed: str) -> bytes:
    """Any bytes, damaged once or twice."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 2))):
        data = chance.choice(MUTATIONS)(bytearray(data), chance) if data else data
    return data


def _flip(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 3, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(data: bytearray, chance: random.Random) -> bytes:
    return bytes(data[: max(1, len(data) * chance.randint(1, 99) // 100)])


def _stretch(data: bytearray, chance: random.Random) -> slice:
    start = chance.randrange(len(data))
    return slice(start, start + chance.choice((1, 4, 64, len(data) // 4 + 1)))


def _lost(data: bytearray, chance: random.Random) -> bytes:
    del data[_stretch(data, chance)]
    return bytes(data)


def _doubled(data: bytearray, chance: random.Random) -> bytes:
    part = _stretch(data, chance)
    data[part.start : part.start] = data[part] * chance.choice((1, 2, 50))
    return bytes(data)


def _moved(data: bytearray, chance: random.Random) -> bytes:
    part = _stretch(data, chance)
    piece = bytes(data[part])
    del data[part]
    at = chance.randrange(len(data) + 1)
    data[at:at] = piece
    return bytes(data)


def _mixed(data: bytearray, chance: random.Random) -> bytes:
    other = chance.choice(chance.choice(list(SAMPLES.values())))
    return bytes(data[: chance.randrange(len(data) + 1)]) + other[chance.randrange(len(other)) :]


def _set(data: bytearray, chance: random.Random) -> bytes:
    part = _stretch(data, chance)
    data[part] = bytes([chance.choice((0, 0x20, 0x7F, 0x81, 0xFE, 0xFF))]) * len(data[part])
    return bytes(data)


def _half(data: bytearray, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(HALVES).encode("latin-1") * chance.choice((1, 30))
    return bytes(data)


def _number(data: bytearray, chance: random.Random) -> bytes:
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    for at in chance.sample(places, min(len(places), 3)):
        data[at] = chance.choice(b"0189-")
    return bytes(data)


MUTATIONS: tuple[Mutation, ...] = (_flip, _cut, _lost, _doubled, _moved, _mixed, _set, _half, _number)
