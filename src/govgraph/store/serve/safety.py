"""What is seen in the text of a query before anything runs: its size, how deep and how long it is, whom it calls.

This refuses early and says why; what it does not see costs one child and reaches no network (``confine``).
"""

from __future__ import annotations

import re

from govgraph.store.query import calls_others, code
from govgraph.store.serve.options import Limits

_OPERATOR = re.compile(
    r"[+*/|^!<>=;,.-]|\b(?:UNION|OPTIONAL|MINUS|BIND|FILTER|EXISTS|GRAPH|VALUES|SELECT|IN|AS)\b", re.IGNORECASE
)
_UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_ROWS_OF_DATA = re.compile(r"\bVALUES\b[^{}]*\{[^{}]*\}", re.IGNORECASE)


def refusal(text: str, limits: Limits) -> str:
    """Why a query is not run; empty where nothing speaks against it."""
    if len(text.encode("utf-8", "surrogatepass")) > limits.text:
        return f"the query is longer than {limits.text} bytes"
    if calls_others(text):
        return "SERVICE is refused: a query reads this graph and calls no other server"
    bare = code(text)
    if nesting(bare) > limits.nesting:
        return f"the query nests brackets more than {limits.nesting} deep"
    if sum(1 for _ in _OPERATOR.finditer(_ROWS_OF_DATA.sub("", bare))) > limits.operators:
        return f"the query has more than {limits.operators} operators"
    return ""


def nesting(bare: str) -> int:
    """How deep brackets of any kind stand in one another."""
    depth = deepest = 0
    for character in bare:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth = max(0, depth - 1)
    return deepest


def is_update(text: str) -> bool:
    """True where a text that is no query looks like an update: for the message alone."""
    return _UPDATE.search(code(text)) is not None
