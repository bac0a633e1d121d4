"""Width and look-alikes: one shape for one character.

Full-width digits and Latin (２０２２年), Kangxi and other radicals that stand for characters (⾼, ⻓), «» for 《》,
compatibility ideographs, the many middle dots, exotic blanks and line ends. Zero-width, bidirectional and other
invisible characters go. Chinese punctuation keeps its full width; nothing here changes the meaning of a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from govgraph.repair.marks import BREAK
from govgraph.seeds import Seeds
from govgraph.text import Edit

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
RETURNS = re.compile("\r\n?|\x0c")
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
LINE_ENDS = "\x85\u2028\u2029"


def invisible(string: str) -> Iterator[Edit]:
    """Remove what cannot be seen."""
    return (Edit(m.start(), m.end(), "") for m in INVISIBLE.finditer(string))


def line_ends(string: str) -> Iterator[Edit]:
    r"""One line end for all: CR LF and CR become LF, a form feed the break of a page."""
    return (Edit(m.start(), m.end(), f"\n{BREAK}\n" if m[0] == "\x0c" else "\n") for m in RETURNS.finditer(string))


def folding(seeds: Seeds) -> dict[int, str]:
    """The table of single characters that stand for other single characters."""
    return seeds.once(_folding)


def odd(string: str, seeds: Seeds) -> set[str]:
    """The characters that may need one of these steps: most texts have none, and one search shows it."""
    astral = len(string.encode("utf-16-le", "surrogatepass")) > 2 * len(string)
    found = set("".join(seeds.once(_odd).findall(string)))
    return found | {c for c in string if c > "\uffff"} if astral else found


def _odd(seeds: Seeds) -> re.Pattern[str]:
    # Beyond the first plane a class of characters is searched ten times slower.
    plane = (chr(code) for code in sorted(folding(seeds)) if code < 0x10000)
    invisible = INVISIBLE.pattern.removeprefix("[").partition("\U000e0100")[0]
    return re.compile(f"[{invisible}\r\f{''.join(map(re.escape, plane))}]+")


def _folding(seeds: Seeds) -> dict[int, str]:
    table = {ord(word.form): word.canonical for word in seeds.words("repair_lookalikes")}
    for start, end in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)):
        table.update({code: chr(code - 0xFEE0) for code in range(start, end + 1)})
    for start, end in ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
        table.update({code: unicodedata.normalize("NFKC", chr(code)) for code in range(start, end + 1)})
    table.update(dict.fromkeys(map(ord, BLANKS), " "))
    table.update(dict.fromkeys(map(ord, LINE_ENDS), "\n"))
    return table
