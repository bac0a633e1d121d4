"""Markup to tokens, in time that grows with its length alone, whatever the markup.

Not a parser: a page of an office is often no well-formed HTML, and what a parser repairs it may also drop (text nested
deeper than 255 elements, everything after ``<![if``). A token is text, the start or the end of an element; comments,
declarations and what stands in script and style are passed over. A tag or comment that never closes hides nothing; a
script that never closes is passed over to the end, and a token says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import NamedTuple

TAG = re.compile(r"""<(/?)([A-Za-z][^\s/><]*+)((?:[^>"'<=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|[="'])*+)>""")
PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][^\s/><]*+)([^<>]*+)>")
ATTRIBUTE = re.compile(r"""([A-Za-z][\w:.-]*+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")
SKIPPED = frozenset({"script", "style", "noscript", "template", "textarea", "svg", "math", "iframe", "object"})
LONGEST_TAG = 1 << 18
PATIENCE = 64  # tags with quotes that go nowhere before quotes are ignored: each may cost a look at LONGEST_TAG


class Token(NamedTuple):
    """A piece of markup."""

    kind: str  # text, start, end, lost
    name: str = ""  # of an element, in lower case
    text: str = ""  # of text: as it reads; of a start: its attributes as written

    def attributes(self) -> dict[str, str]:
        """The attributes of a start, by name in lower case."""
        found = ATTRIBUTE.finditer(self.text[:4096])
        return {m[1].lower(): unescape(next((v for v in m.groups()[1:] if v is not None), "")) for m in found}


def tokens(string: str) -> Iterator[Token]:
    """The tokens in order; the text of adjacent tokens is not joined."""
    at = failed = 0
    missing: set[re.Pattern[str]] = set()
    while at < len(string):
        opening = string.find("<", at)
        if opening != at:
            yield Token("text", text=unescape(string[at:] if opening < 0 else string[at:opening]))
        if opening < 0:
            return
        at = _passed(string, opening, missing)
        if at > opening:
            continue
        tag = (TAG if failed < PATIENCE else PLAIN_TAG).match(string, opening, opening + LONGEST_TAG)
        if not tag:
            failed, at = failed + 1, opening + 1
            yield Token("text", text="<")
            continue
        name, at = tag[2].lower(), tag.end()
        if not tag[1] and name in SKIPPED and not tag[3].endswith("/"):
            at = _end(string, _closing(name), tag.end(), missing)
            if at == tag.end():
                yield Token("lost", name)
                return
            continue
        yield Token("end" if tag[1] else "start", name, tag[3])


def _passed(string: str, at: int, missing: set[re.Pattern[str]]) -> int:
    """Where a comment, declaration or instruction ends; ``at`` where there is none."""
    if string.startswith("<!--", at):
        return _end(string, re.compile("-->"), at + 4, missing)
    if string.startswith(("<!", "<?"), at):
        return _end(string, re.compile(">"), at + 2, missing)
    return at


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[^>]*+>", re.IGNORECASE)


def _end(string: str, mark: re.Pattern[str], at: int, missing: set[re.Pattern[str]]) -> int:
    """Behind the next mark; where there is none, here."""
    found = None if mark in missing else mark.search(string, at)
    if not found:
        missing.add(mark)
        return at
    return found.end()
