"""``govgraph build``: documents to a graph, whole or not at all."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.correct import DEFAULT
from govgraph.settings import DEFAULT_BASE

if TYPE_CHECKING:
    from govgraph.pipeline import BuildSummary, Progress

EXAMPLES = """\b
Examples:
  govgraph build reports/ --output out
  govgraph build a.txt b.md --output out --json
  govgraph build reports/ --output out --format nt --format trig --export ftm
  cat notice.txt | govgraph build - --output out

\b
Exit codes: 0 every document was read; 3 some were not, the rest was written; 75 the output folder is in use;
130 stopped by Ctrl-C.
"""


INTERRUPTED = 130  # 128 and the number of the signal, as shells have it
_STOPPED = "govgraph: stopped; the graph is that of the build before, and the next one goes on where this one was"
_REST = "putting it together"


class Form(StrEnum):
    """Formats of the graph."""

    TTL = "ttl"
    NT = "nt"
    NQ = "nq"
    TRIG = "trig"
    JSONLD = "jsonld"
    RDF12 = "rdf12"


class Work(StrEnum):
    """Who reads."""

    LOCAL = "local"
    DASK = "dask"
    SPARK = "spark"


class Export(StrEnum):
    """Shapes of other tools."""

    FTM = "ftm"
    WIKIDATA = "wikidata"
    GRAPHML = "graphml"


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("build", epilog=EXAMPLES)(build)


def build(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Files, folders, addresses (s3://…); '-': standard input.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the graph goes.")] = Path("out"),
    base: Annotated[str, typer.Option(metavar="IRI", help="What the IRIs of things begin with.")] = DEFAULT_BASE,
    seeds: Annotated[Path | None, typer.Option(metavar="DIR", help="Another folder of words and patterns.")] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Decisions to apply; ./corrections.tsv if there is one."),
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where earlier readings are kept, instead of in the output.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every document again, and keep nothing.")] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Look at scanned pages, with tesseract and chi_sim.")] = False,
    workers: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that read; 0: one a processor, none for a few pages."),
    ] = 0,
    engine: Annotated[
        Work, typer.Option(help="Who reads: processes here, or a cluster that shares the folders (docs/cluster.md).")
    ] = Work.LOCAL,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Of the cluster, as tcp://host:8786; without it one is made here.")
    ] = "",
    patience: Annotated[
        float, typer.Option(metavar="SECONDS", help="What one document may take, and again for each MiB of it.")
    ] = 60.0,
    formats: Annotated[
        list[Form] | None, typer.Option("--format", help="The graph once more in another format; may be repeated.")
    ] = None,
    exports: Annotated[
        list[Export] | None, typer.Option("--export", help="For FollowTheMoney, Wikidata or Gephi; may be repeated.")
    ] = None,
    shards: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where workers leave the graph in shards, N-Quads and Parquet.")
    ] = "",
    no_views: Annotated[
        bool, typer.Option("--no-views", help="Leave out index.html, report.html and the tables.")
    ] = False,
    second_reader: Annotated[
        bool, typer.Option("--second-reader", help="Read what was written with rdflib as well; takes twice as long.")
    ] = False,
    licence: Annotated[str, typer.Option(metavar="IRI", help="The licence that you give the graph.")] = "",
    force_replace: Annotated[
        bool, typer.Option("--force-replace", help="Replace even by what breaks the shapes or has shrunk.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Read documents and write their graph, tables, view and report to a folder."""
    from govgraph import start  # noqa: PLC0415 - --help must not wait for it
    from govgraph.settings import Settings  # noqa: PLC0415

    if corrections is None and DEFAULT.exists():
        corrections = DEFAULT
    settings = Settings(
        base=base,
        seeds=seeds,
        corrections=corrections,
        cache=cache,
        workers=workers,
        engine=engine.value,
        scheduler=scheduler,
        patience=patience,
        incremental=not no_cache,
        formats=tuple(form.value for form in formats or ()),
        exports=tuple(export.value for export in exports or ()),
        shards=shards,
        views=not no_views,
        second_reader=second_reader,
        licence=licence,
        force_replace=force_replace,
        ocr=ocr,
    )
    with _standard_input(paths) as files, _bar(shown=not quiet and sys.stderr.isatty()) as progress:
        try:
            with start.ahead(files, output, settings) as readers:
                from govgraph import pipeline  # noqa: PLC0415 - heavy: workers load what they need meanwhile

                summary = pipeline.build(files, output, settings, readers, progress)
        except KeyboardInterrupt:
            typer.echo(_STOPPED, err=True)
            raise typer.Exit(INTERRUPTED) from None
    if as_json:
        typer.echo(_json(summary))
    elif not quiet and sys.stdout.isatty():
        typer.echo(_told(summary))
    _complain(summary, quiet=quiet)
    raise typer.Exit(summary.exit_code)


@contextmanager
def _standard_input(paths: list[Path]) -> Iterator[list[Path]]:
    """The paths, with ``-`` replaced by a file of what standard input says."""
    if Path("-") not in paths:
        yield paths
        return
    with tempfile.TemporaryDirectory(prefix="govgraph-") as folder:
        file = Path(folder) / "stdin.txt"
        file.write_bytes(sys.stdin.buffer.read())
        yield [file if path == Path("-") else path for path in paths]


@contextmanager
def _bar(*, shown: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error, while someone looks at it."""
    if not shown:
        yield None
        return
    from rich import progress as rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415 - for terminals alone

    columns = (
        *(
            rich.BarColumn(),
            rich.MofNCompleteColumn(),
            rich.TextColumn("{task.fields[rate]}"),
            rich.TimeElapsedColumn(),
        ),
        *(rich.TimeRemainingColumn(), rich.TextColumn("{task.description}", markup=False)),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task, begun = bar.add_task("", total=None, rate=""), time.monotonic()

        def progress(done: int, total: int, name: str) -> None:
            rate = f"{done / max(time.monotonic() - begun, 0.001):.1f}/s"
            bar.update(task, completed=done, total=total, description=name if done < total else _REST, rate=rate)

        yield progress


def _told(summary: BuildSummary) -> str:
    """Where to look, in four lines."""
    facts = summary.claims + summary.figures
    view = summary.output / "index.html"
    return (
        f"{summary.documents} documents, {summary.entities} entities, {facts} facts, each with its quote\n"
        + (f"  view    {view}\n" if view.exists() else "")
        + f"  report  {_report(summary)}\n"
        f"  graph   {summary.output / 'graph.ttl'}   (govgraph query who-holds {summary.output})"
    )


def _report(summary: BuildSummary) -> Path:
    """The report for people; the one for machines where there are no views."""
    page = summary.output / "report.html"
    return page if page.exists() else summary.output / "report.json"


def _json(summary: BuildSummary) -> str:
    said = {
        "output": str(summary.output),
        "documents": summary.documents,
        "failures": [{"name": failure.name, "reason": failure.reason} for failure in summary.failures],
        "entities": summary.entities,
        "claims": summary.claims,
        "figures": summary.figures,
        "triples": summary.triples,
        "corrections": dict(sorted(Counter(r.state for r in summary.rulings).items())),
        "evidence": summary.evidence,
        "warnings": list(summary.warnings),
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _complain(summary: BuildSummary, *, quiet: bool) -> None:
    """One line for what failed, one for a build that found nothing, one for corrections that need a look."""
    for failure in summary.failures[:3]:
        typer.echo(f"govgraph: {failure.name}: {' '.join(failure.reason.split())}", err=True)
    if summary.failures:
        rest = f"{len(summary.failures)} files could not be read; all are listed in {_report(summary)}"
        typer.echo(f"govgraph: {rest}", err=True)
    open_ = sum(ruling.state != "applied" for ruling in summary.rulings)
    if open_ and not quiet:
        typer.echo(
            f"govgraph: {open_} of {len(summary.rulings)} corrections need a look, see {_report(summary)}", err=True
        )
    if not summary.entities and not quiet:
        typer.echo(f"govgraph: {summary.warnings[0]}", err=True)
