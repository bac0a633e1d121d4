"""``python -m govgraph``: the same as the command ``govgraph``."""

from __future__ import annotations

from govgraph.cli import main

if __name__ == "__main__":
    main()
