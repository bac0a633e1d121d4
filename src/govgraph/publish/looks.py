"""How each kind of thing looks in the view, and the words around the facts in both languages.

Shape and Okabe-Ito colour tell the kinds apart, each by itself. The words are data (``templates/words.json``): of each
the Chinese and the English, of a relation also how it reads from its object.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, NamedTuple

from govgraph.publish.pages import template


class Look(NamedTuple):
    """Shape and colour of a kind, and its sign in the legend."""

    shape: str
    color: str
    sign: str


LOOKS = MappingProxyType(
    {
        "Person": Look("dot", "#d55e00", "●"),
        "Post": Look("diamond", "#8a8a8a", "◆"),
        "Body": Look("square", "#0072b2", "■"),
        "Place": Look("hexagon", "#009e73", "⬢"),
        "Initiative": Look("triangle", "#cc79a7", "▲"),
        "Meeting": Look("star", "#e69f00", "★"),
        "Instrument": Look("triangleDown", "#56b4e9", "▼"),
    }
)

OPTIONS = MappingProxyType(
    {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": False, "multiselect": False},
        "nodes": {"font": {"face": "system-ui, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"}},
        "edges": {"smooth": False, "color": {"inherit": False, "color": "#8888"}, "width": 1},
    }
)


def words() -> dict[str, Any]:
    """All words of the pages."""
    loaded: dict[str, Any] = json.loads(template("words.json"))
    return loaded
