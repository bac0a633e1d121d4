"""Traditional text, read as simplified: 市長 is matched as 市长, and quoted as 市長.

One character stands for one (``seeds/words/variant_characters.csv``), so every position stays what it is. Only a text
that is written in traditional characters throughout is read so; a name with one such character in simplified text
keeps it. What has no variant in the table, and words that differ (程式, 軟體), stay as they are.
"""

from __future__ import annotations

import re

from govgraph.regexes import compiled
from govgraph.seeds import Seeds
from govgraph.text import Text

SHARE = 20  # one character in so many
FEWEST = 3  # different ones: 覆 and 乾 stand in simplified text too
LOOK = 20_000  # characters that are looked at


def fold(text: Text, seeds: Seeds) -> Text:
    """The text in simplified characters, where it is written in traditional ones."""
    found = seeds.once(_traditional).findall(text.string, 0, LOOK)
    enough = len(set(found)) >= FEWEST and SHARE * len(found) > min(len(text), LOOK)
    return text.translate(seeds.once(_table)) if enough else text


def written(text: Text, source: str, seeds: Seeds) -> Text:
    """A text that was read as simplified, in the characters of its source."""
    table = seeds.once(_table)
    characters = (
        source[place] if place >= 0 and table.get(ord(source[place])) == now else now
        for now, place in zip(text.string, text.places, strict=True)
    )
    return Text("".join(characters), text.places, text.runs)


def _table(seeds: Seeds) -> dict[int, str]:
    return {ord(word.form): word.canonical for word in seeds.words("variant_characters")}


def _traditional(seeds: Seeds) -> re.Pattern[str]:
    characters = "".join(re.escape(chr(code)) for code in sorted(seeds.once(_table)))
    return compiled(f"[{characters}]" if characters else "(?!)")
