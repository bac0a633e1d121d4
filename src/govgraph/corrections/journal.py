"""The corrections file: decisions of people, one a line, only ever appended to, meant to be reviewed in git.

    # govgraph corrections 1: when, author, decision, subject, relation, object, reason, evidence
    2024-03-05T08:00:00Z	林	same	person/e3cvwdyy4x 王吉		person/k2b7… 王吉	同一任市长	doc/oyfjvigu4t

Columns are parted by tabs, lines end in LF, the text is UTF-8. A thing is named by the end of its IRI, with its label
behind for people to read; only the first counts. Evidence is what the decision was made on: documents by their IRI,
quotations by a hash. A decision is told as saved only when the disk has it, file and folder.

A line that cannot be read is kept where it stands, reported with its number, and passed over. Nothing here removes or
rewrites a line: to change one's mind is to append a decision.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govgraph.errors import InputError, OutputError

DECISIONS = ("same", "different", "unsure", "split", "no-such-thing", "not-a-fact", "rename", "add")
ON_PAIRS = frozenset({"same", "different", "unsure"})
COLUMNS = ("when", "author", "decision", "subject", "relation", "object", "reason", "evidence")
HEADER = f"# govgraph corrections 1: {', '.join(COLUMNS)}\n"

_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_THING = re.compile(r"([a-z]+/[a-z0-9-]+)(?: .*)?", re.ASCII | re.DOTALL)
_EVIDENCE = re.compile(r"(?:doc|quote)/[a-z2-7]{10}", re.ASCII)
_PART = re.compile(r"doc/[a-z2-7]{10}(?:\+quote/[a-z2-7]{10})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: what somebody decided, why, and what they had before them."""

    when: str  # YYYY-MM-DDTHH:MM:SSZ
    author: str
    decision: str  # one of DECISIONS
    subject: str  # end of an IRI and a label: "person/e3cvwdyy4x 王吉"
    relation: str  # local name of a predicate, or "figure"; empty but for not-a-fact and add
    object: str  # another thing; of rename the new name, of a figure its value and unit, of split what is of the other
    reason: str
    evidence: tuple[str, ...] = ()  # doc/… and quote/…
    line: int = 0

    def text(self) -> str:
        """The line, without its end."""
        return "\t".join(map(_cell, self._cells()))

    def _cells(self) -> tuple[str, ...]:
        said = (self.subject, self.relation, self.object, self.reason)
        return (self.when, self.author, self.decision, *said, " ".join(self.evidence))


@dataclass(frozen=True, slots=True)
class Damage:
    """A line that cannot be read."""

    line: int
    fault: str
    text: str


@dataclass(frozen=True, slots=True)
class Journal:
    """All decisions in the order of their lines."""

    name: str = ""
    decisions: tuple[Decision, ...] = ()
    damaged: tuple[Damage, ...] = ()
    sha256: str = ""


def identity(thing: str) -> str:
    """What counts of a column: ``person/e3cvwdyy4x`` of ``person/e3cvwdyy4x 王吉``; empty where it names no thing."""
    match = _THING.fullmatch(thing)
    return match[1] if match else ""


def read(path: Path) -> Journal:
    """The decisions of a file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path} does not exist: `govgraph correct` makes one, or leave --corrections out") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    found = [_parsed(number, line) for number, line in _lines(data)]
    decisions = tuple(each for each in found if isinstance(each, Decision))
    damaged = tuple(each for each in found if isinstance(each, Damage))
    return Journal(path.name, decisions, damaged, hashlib.sha256(data).hexdigest())


def append(path: Path, decision: Decision) -> None:
    """Add a line; when this returns, the disk has it."""
    fault = _fault(decision)
    if fault:
        raise InputError(f"the decision cannot be saved: {fault}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            _write(file.fileno(), _opening(path) + decision.text().encode("utf-8") + b"\n")
            os.fsync(file.fileno())
            _settle(path.parent)
    except OSError as error:
        raise OutputError(f"{path} cannot be written, the decision was NOT saved: {error.strerror}") from error


def _opening(path: Path) -> bytes:
    """What goes before a line: the header in a new file, an end to a line that a crash cut short."""
    size = path.stat().st_size
    if size == 0:
        return HEADER.encode("utf-8")
    with path.open("rb") as file:
        file.seek(size - 1)
        return b"" if file.read(1) == b"\n" else b"\n"


def _write(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _settle(folder: Path) -> None:
    """Ask the disk to have the name of the file, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Numbered lines with something on them; bytes that are not UTF-8 stay visible as escapes."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        text = line.removesuffix(b"\r").decode("utf-8", "backslashreplace")
        if text.strip() and not text.startswith("#"):
            yield number, text


def _parsed(number: int, text: str) -> Decision | Damage:
    cells = text.split("\t")
    if len(cells) != len(COLUMNS):
        return Damage(number, f"{len(cells)} columns instead of {len(COLUMNS)}", text)
    when, author, decided, subject, relation, target, reason, evidence = cells
    decision = Decision(when, author, decided, subject, relation, target, reason, tuple(evidence.split()), number)
    fault = _fault(decision)
    return Damage(number, fault, text) if fault else decision


def _fault(decision: Decision) -> str:
    """What is wrong with a decision; empty where it is sound."""
    if not _WHEN.fullmatch(decision.when):
        return f"{decision.when!r} is not a time like 2024-03-05T08:00:00Z"
    if decision.decision not in DECISIONS:
        return f"{decision.decision!r} is none of {', '.join(DECISIONS)}"
    if not identity(decision.subject):
        return f"{decision.subject!r} names no thing"
    if decision.decision in ON_PAIRS and not identity(decision.object):
        return f"{decision.object!r} names no thing"
    if decision.decision in ("not-a-fact", "add") and not decision.relation:
        return f"{decision.decision} needs a relation"
    if decision.decision == "split" and not all(map(_PART.fullmatch, decision.object.split() or [""])):
        return f"{decision.object!r} is not a list of doc/… and doc/…+quote/…"
    if decision.decision != "no-such-thing" and not decision.object.strip():
        return f"{decision.decision} needs an object"
    if not all(map(_EVIDENCE.fullmatch, decision.evidence)):
        return "the evidence is cut short or not of the form doc/… or quote/…"
    return ""


def _cell(text: str) -> str:
    """Text that stays in its column and on its line, whatever was typed."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
