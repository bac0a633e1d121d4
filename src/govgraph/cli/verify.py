"""``govgraph verify``: what an output folder promised, looked at again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.table import visible
from govgraph.errors import CheckError

if TYPE_CHECKING:
    from govgraph.model import Prose

EXAMPLES = """\b
Examples:
  govgraph verify out/
  govgraph verify out/ reports/      compares every quote with its source as well
"""


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("verify", epilog=EXAMPLES)(verify)


def verify(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build.")] = Path("out"),
    sources: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]…", help="The documents, as they were given to build.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print faults only.")] = False,
) -> None:
    """Check the hashes of an output folder, the backing of every relation, and every quote against its source."""
    from govgraph.store.verify import verify as look  # noqa: PLC0415 - pyoxigraph; --help must not wait for it

    found = look(folder, _reader(sources) if sources else None)
    for fault in found.faults:
        typer.echo(visible(fault), err=True)
    for name in found.missing:
        typer.echo(f"{visible(name)}: its source was not given, so its quotes were not compared", err=True)
    if not found.holds:
        raise CheckError(f"{len(found.faults)} promises of {folder} do not hold: build again")
    if not quiet:
        compared = f"{found.checked} of {found.evidence} quotes equal their source" if sources else "sources not given"
        typer.echo(f"{found.files} files are as they were built; every relation has its evidence; {compared}")


def _reader(sources: list[Path]) -> Callable[[str], Prose | None]:
    """Read and repair a source when it is asked for."""
    from govgraph.read import find_files, read_documents  # noqa: PLC0415
    from govgraph.repair import repair  # noqa: PLC0415

    files = {name: path for path, name in find_files(sources)}

    def prose(name: str) -> Prose | None:
        if name not in files:
            return None
        return next((repair(document) for document in read_documents(files[name], name)), None)

    return prose
