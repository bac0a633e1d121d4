"""``govgraph correct``: decisions of people, appended to a text file and applied on every build."""

from __future__ import annotations

import getpass
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.errors import InputError, SettingsError

if TYPE_CHECKING:
    from govgraph.store.pick import Picked

DEFAULT = Path("corrections.tsv")  # in the working folder, where git sees it

Folder = Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build that has the things.")]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why: whoever reviews the file reads it.")]
Author = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; git's user.name if not given.")]
File = Annotated[Path, typer.Option("--corrections", metavar="FILE", help="Where decisions are kept.")]
First = Annotated[str, typer.Argument(metavar="A", help="An IRI, a prefixed name or an unambiguous name.")]
Second = Annotated[str, typer.Argument(metavar="B", help="The other thing, of the same kind.")]

_PLACES = {
    "same": "same person:e3cvwdyy4x person:k2b7x4q5rt out/ --reason '同一任市长'",
    "different": "different person:e3cvwdyy4x person:k2b7x4q5rt out/ --reason '两地同名'",
    "unsure": "unsure person:e3cvwdyy4x person:k2b7x4q5rt out/ --reason '待查'",
    "split": "split person:e3cvwdyy4x --part doc:oyfjvigu4t --part claim:2ddpdh36d6slz2lk out/ --reason '外市同名者'",
    "no-such-thing": "no-such-thing person:e3cvwdyy4x out/ --reason '是“和谐”一词，不是人名'",
    "not-a-fact": "not-a-fact claim:2ddpdh36d6slz2lk out/ --reason '引文说的是下一届'",
    "rename": "rename 市发改委 '吉林市发展和改革委员会' out/ --reason '官网全称'",
    "add": "add 王吉 holds 吉林市人民政府市长 out/ --reason '2024年1月人大公报'",
    "list": "list --corrections corrections.tsv",
}


def commands() -> typer.Typer:
    """The commands about corrections."""
    about = "Correct what was built: same, different, unsure, split, no-such-thing, not-a-fact, rename, add, list."
    group = typer.Typer(help=about, no_args_is_help=True, rich_markup_mode=None)
    for name, function in (
        ("same", same),
        ("different", different),
        ("unsure", unsure),
        ("split", split),
        ("no-such-thing", no_such_thing),
        ("not-a-fact", not_a_fact),
        ("rename", rename),
        ("add", add),
        ("list", show),
    ):
        group.command(name, epilog=f"\b\nExamples:\n  govgraph correct {_PLACES[name]}\n")(function)
    return group


def same(
    one: First, two: Second, reason: Reason, folder: Folder = Path("out"), author: Author = None, file: File = DEFAULT
) -> None:
    """A and B are one thing: the fuller name stays, and the other IRI is kept as one that it replaces."""
    _pair("same", one, two, reason, folder, author, file)


def different(
    one: First, two: Second, reason: Reason, folder: Folder = Path("out"), author: Author = None, file: File = DEFAULT
) -> None:
    """A and B are two things, whatever their names say."""
    _pair("different", one, two, reason, folder, author, file)


def unsure(
    one: First, two: Second, reason: Reason, folder: Folder = Path("out"), author: Author = None, file: File = DEFAULT
) -> None:
    """Nobody knows whether A and B are one; withdraws an earlier decision on them."""
    _pair("unsure", one, two, reason, folder, author, file)


def split(
    thing: First,
    part: Annotated[list[str], typer.Option(metavar="WHAT", help="A document or a claim that is of the other one.")],
    reason: Reason,
    folder: Folder = Path("out"),
    author: Author = None,
    file: File = DEFAULT,
) -> None:
    """A is really two: what the parts say is of another one; both get new IRIs, and the old one is replaced by both."""
    (found,) = _things(folder, thing)
    parts = sorted({end for each in part for end in _part(folder, each)})
    _save("split", found.text, "", " ".join(parts), reason, found.documents, author, file)


def no_such_thing(
    thing: First, reason: Reason, folder: Folder = Path("out"), author: Author = None, file: File = DEFAULT
) -> None:
    """A is no thing at all: it is left out, and what was said of it with it."""
    (found,) = _things(folder, thing)
    _save("no-such-thing", found.text, "", "", reason, found.documents, author, file)


def not_a_fact(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim or a figure, as explain shows it.")],
    reason: Reason,
    folder: Folder = Path("out"),
    author: Author = None,
    file: File = DEFAULT,
) -> None:
    """What a claim says is no fact: it is left out as long as the document says it in these words."""
    from govgraph.corrections.facts import figure_of, quote_of  # noqa: PLC0415 - --help must not wait for it
    from govgraph.store import pick  # noqa: PLC0415
    from govgraph.store.open import open_graph  # noqa: PLC0415

    found = pick.statement(open_graph(folder), claim)
    target = found.object.text if found.object else figure_of(found.value, found.unit)
    quotes = sorted({quote_of(quote) for quote in found.quotes})
    _save("not-a-fact", found.subject.text, found.relation, target, reason, (*found.documents, *quotes), author, file)


def rename(
    thing: First,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called from now on.")],
    reason: Reason,
    folder: Folder = Path("out"),
    author: Author = None,
    file: File = DEFAULT,
) -> None:
    """A is called NAME; the name that it had stays among its names, and its IRI stays."""
    (found,) = _things(folder, thing)
    if not name.strip():
        raise InputError("the new name is empty")
    _save("rename", found.text, "", name, reason, found.documents, author, file)


def add(
    subject: Annotated[str, typer.Argument(metavar="A", help="A person, an initiative, a meeting, an instrument.")],
    relation: Annotated[str, typer.Argument(metavar="RELATION", help="holds, participant, attendee, issuedBy …")],
    target: Annotated[str, typer.Argument(metavar="B", help="A post, a body, a person …")],
    reason: Reason,
    folder: Folder = Path("out"),
    author: Author = None,
    file: File = DEFAULT,
) -> None:
    """A stands in a relation to B, though no document says so: the reason is its source, the certainty "corrected"."""
    from govgraph.corrections.facts import misfit  # noqa: PLC0415 - --help must not wait for it

    one, two = _things(folder, subject, target)
    fault = misfit(one.kind, relation, two.kind)
    if fault:
        raise InputError(fault)
    _save("add", one.text, relation, two.text, reason, _documents(one, two), author, file)


def show(file: File = DEFAULT) -> None:
    """Show the decisions of a corrections file; what became of them is in the report of the build."""
    from govgraph.cli.table import table, visible  # noqa: PLC0415 - rich
    from govgraph.corrections.journal import read  # noqa: PLC0415

    journal = read(file)
    rows = [
        (str(d.line), d.when, d.author, d.decision, " ".join(filter(None, (d.subject, d.relation, d.object))), d.reason)
        for d in journal.decisions
    ]
    typer.echo(table(("line", "when", "author", "decision", "of", "reason"), rows), nl=False)
    for damage in journal.damaged:
        typer.echo(f"{visible(journal.name)}:{damage.line}: passed over, {visible(damage.fault)}", err=True)


def _pair(decision: str, one: str, two: str, reason: str, folder: Path, author: str | None, file: Path) -> None:
    first, second = _things(folder, one, two)
    if first.id == second.id:
        raise InputError(f"{one!r} and {two!r} are one thing in {folder}: {first.text}")
    if first.kind != second.kind:
        raise InputError(f"{first.text} is a {first.kind.lower()} and {second.text} a {second.kind.lower()}")
    _save(decision, first.text, "", second.text, reason, _documents(first, second), author, file)


def _things(folder: Path, *names: str) -> list[Picked]:
    from govgraph.store import pick  # noqa: PLC0415 - pyoxigraph; --help must not wait for it
    from govgraph.store.open import open_graph  # noqa: PLC0415

    graph = open_graph(folder)
    return [pick.thing(graph, name) for name in names]


def _part(folder: Path, name: str) -> list[str]:
    """What a split moves, as the corrections file has it: a document, or the words of a claim in a document."""
    from govgraph.corrections.facts import quote_of  # noqa: PLC0415 - --help must not wait for it
    from govgraph.store import pick  # noqa: PLC0415
    from govgraph.store.open import open_graph  # noqa: PLC0415

    graph = open_graph(folder)
    document = pick.document(graph, name)
    if document:
        return [document]
    found = pick.statement(graph, name)
    return [f"{end}+{quote_of(quote)}" for end in found.documents for quote in found.quotes]


def _documents(*things: Picked) -> tuple[str, ...]:
    return tuple(sorted({document for thing in things for document in thing.documents}))


def _save(
    decision: str,
    subject: str,
    relation: str,
    target: str,
    reason: str,
    evidence: tuple[str, ...],
    author: str | None,
    file: Path,
) -> None:
    """Put the decision on the disk and say so; the clock is read here and nowhere else."""
    from govgraph.corrections.journal import Decision, append  # noqa: PLC0415

    if not reason.strip():
        raise SettingsError("--reason is empty: whoever reviews the decision needs one")
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    append(file, Decision(when, _author(author), decision, subject, relation, target, reason, evidence))
    said = " ".join(filter(None, (subject, decision, relation, target)))
    typer.echo(f"saved in {file}: {said}; the next `govgraph build` applies it")


def _author(given: str | None) -> str:
    """Who decides: as told, as git knows them, or as the system does."""
    if given is not None:
        if not given.strip():
            raise SettingsError("--author is empty")
        return given
    git = shutil.which("git")
    if git:
        told = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
        if told.stdout.strip():
            return told.stdout.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise SettingsError("who decides? give --author NAME") from error
