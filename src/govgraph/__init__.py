"""govgraph: Chinese government documents into a knowledge graph with evidence for every fact.

>>> import govgraph
>>> summary = govgraph.build(["reports/"], "out")  # doctest: +SKIP
>>> govgraph.load("out").entity("九解一协调")  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.api import build, load

__all__ = ["__version__", "build", "load"]

__version__ = "0.1.0"

_HOMES = {"build": "govgraph.api", "load": "govgraph.api"}


def __getattr__(name: str) -> object:
    """Import the public functions when they are first used: importing govgraph does no work."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'govgraph' has no attribute {name!r}")
