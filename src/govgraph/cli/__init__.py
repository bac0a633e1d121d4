"""The command line: one file a subject, one error a line, no traceback for what a user can mend.

Exit codes: 0 done, 1 could not be done, 2 wrong usage, 3 some documents could not be read (the rest was written),
75 the output folder is in use; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command ``govgraph``."""
    gc.set_threshold(500_000)  # words, facts and triples are trees: looking for cycles among them costs a tenth
    from govgraph.cli.app import app  # noqa: PLC0415 - typer is loaded by whoever runs a command, not by importers
    from govgraph.errors import GovGraphError  # noqa: PLC0415

    try:
        app()(prog_name="govgraph")
    except GovGraphError as error:
        print("govgraph:", " ".join(str(error).split()), file=sys.stderr)  # noqa: T201 - this is the command line
        sys.exit(error.exit_code)
