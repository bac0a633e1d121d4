"""Document to prose: layout damage undone, with the map to the source kept."""

from __future__ import annotations

import re

from govgraph.model import Document, Paragraph, Prose
from govgraph.text import Edit, Span, Text

HAN = r"[\u3400-\u9fff０-９0-9，、。；：“”《》（）]"
WRAP = re.compile(r"(?<=[^。！？：；”\n#】]) *\n\n?[ \u3000]?(?=[\u3400-\u9fff0-9，、。；：”》）])")
SPACE = re.compile(rf"(?<={HAN})[ \u3000]+(?={HAN})")


def repair(document: Document) -> Prose:
    """A first reading: wraps joined, spaces between Han dropped."""
    text = Text.of(document.text)
    text = text.rewrite(Edit(m.start(), m.end(), "") for m in WRAP.finditer(text.string))
    text = text.rewrite(Edit(m.start(), m.end(), "") for m in SPACE.finditer(text.string))
    digits = {ord("０") + i: str(i) for i in range(10)}
    text = text.translate({**digits, ord(","): "，", ord("("): "（", ord(")"): "）"})
    paragraphs = tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text.string))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^。！？；\n]+[。！？；]?[”’]?", text.string))
    return Prose(document, text, paragraphs, sentences)
