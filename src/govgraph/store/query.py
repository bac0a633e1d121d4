"""SPARQL on an opened graph: a text, or one of the named queries of ``ontology/queries/``.

A named query is a file that runs as it stands in any store. Its head says what it answers and what may be asked:

    # title@zh: 谁任何职
    # title@en: Who holds which post
    # param: body = 吉林市人民政府 | optional | 机构的任一名称 | any name of the body

and its WHERE holds one line ``VALUES ?bodyName { … } ?asked rdfs:label ?bodyName .`` for each parameter. A value that
the user gives replaces what stands between the braces, as literals and never as text of the query; an optional
parameter that is not given removes the line. ``SERVICE`` is refused: a query reads this graph and calls nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

import pyoxigraph

from govgraph.errors import QueryError
from govgraph.settings import shipped
from govgraph.store.open import Graph

Value = str | int | Decimal | bool | None

_HEAD = re.compile(r"#\s*(title@zh|title@en|param):\s*(.+?)\s*", re.ASCII)
_OPAQUE = re.compile(
    r'''<[^<>"{}|^`\\\s]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'''
    r"""'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|'(?:[^'\\\n]|\\.)*'|\#[^\n]*""",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PLACE = re.compile(r"at (\d+):(\d+)")
_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』《》〈〉")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query may be asked about."""

    name: str
    example: str
    optional: bool
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Named:
    """A query of ``ontology/queries/``."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of plain values; an IRI is a string, an unbound cell None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def run(graph: Graph, text: str) -> Answer:
    """Run a SPARQL text; the usual prefixes need not be declared."""
    if calls_others(text):
        raise QueryError("SERVICE is refused: a query reads this graph and calls no other server")
    try:
        result = graph.store.query(text, prefixes=graph.prefixes)
        return _answer(result)
    except SyntaxError as error:
        raise QueryError(_where(str(error), text) + _undeclared(graph, text)) from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be run: {error}") from error


def calls_others(text: str) -> bool:
    """True where SERVICE stands as a keyword: outside strings, comments, IRIs, variables and local names."""
    return "SERVICE" in re.sub(r"[?$]\w+|(?<=:)[\w.%-]+", " ", code(text)).upper()


def code(text: str) -> str:
    """A query with its escapes resolved, without what stands in strings, comments and IRIs."""
    plain_text = _ESCAPED.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)
    return _OPAQUE.sub(" ", plain_text)


def ask(graph: Graph, name: str, given: Mapping[str, str]) -> Answer:
    """Run a named query with parameters."""
    return run(graph, filled(named(name), given))


def available(folder: Path | None = None) -> tuple[Named, ...]:
    """All named queries, by name."""
    folder = (folder or shipped("ontology")) / "queries"
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


def named(name: str) -> Named:
    """One named query."""
    known = {query.name: query for query in available()}
    if name not in known:
        raise QueryError(f"there is no query named {name!r}; there are {', '.join(known)}")
    return known[name]


def parse(name: str, text: str) -> Named:
    """Read the head of a query file."""
    heads = [(match[1], match[2]) for line in text.splitlines() if (match := _HEAD.fullmatch(line))]
    titles = dict(heads)
    parameters = tuple(_parameter(name, said) for kind, said in heads if kind == "param")
    return Named(name, titles.get("title@zh", name), titles.get("title@en", name), parameters, text)


def _parameter(query: str, said: str) -> Parameter:
    name, _, rest = said.partition("=")
    parts = [part.strip() for part in rest.split("|")]
    if len(parts) != 4 or parts[1] not in ("optional", "required"):
        raise QueryError(f"{query}.rq: expected `# param: name = example | optional | zh | en`, found {said!r}")
    return Parameter(name.strip(), parts[0], parts[1] == "optional", parts[2], parts[3])


def filled(query: Named, given: Mapping[str, str]) -> str:
    """The text of a named query with its parameters as literals."""
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            takes = f"takes {', '.join(sorted(known))}" if known else "takes no parameters"
            raise QueryError(f"the query {query.name} {takes}, not {name!r}")
    text = query.text
    for parameter in query.parameters:
        value = given.get(parameter.name, "")
        if not value and not parameter.optional:
            raise QueryError(f"the query {query.name} needs --{parameter.name}, for example {parameter.example}")
        put = partial(_put, parameter.name, value)
        text = _line(parameter.name).sub(put, text)
    return text


def _line(parameter: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*VALUES \?{re.escape(parameter)}Name \{{[^\n]*?\}}([^\n]*)\n", re.MULTILINE)


def _put(parameter: str, value: str, line: re.Match[str]) -> str:
    """The line of a parameter with a value in it; empty where nothing was asked."""
    if not value:
        return ""
    literals = " ".join(str(pyoxigraph.Literal(name, language="zh")) for name in spellings(value))
    return f"  VALUES ?{parameter}Name {{ {literals} }}{line[1]}\n"


def spellings(value: str) -> Iterator[str]:
    """A name as typed, folded, and with its quotation marks dropped or put around it."""
    folded = unicodedata.normalize("NFKC", value).strip()
    bare = folded.translate(_QUOTES)
    yield from dict.fromkeys((value.strip(), folded, bare, f"“{bare}”", f"《{bare}》"))


def _answer(result: object) -> Answer:
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Answer(("answer",), ((bool(result),),))
    if isinstance(result, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        return Answer(columns, tuple(tuple(map(plain, solution)) for solution in result))
    if isinstance(result, pyoxigraph.QueryTriples):
        rows = ((plain(t.subject), plain(t.predicate), plain(t.object)) for t in result)
        return Answer(("subject", "predicate", "object"), tuple(sorted(rows, key=repr)))
    raise QueryError("the query gives neither rows, nor triples, nor yes or no")


def plain(term: object) -> Value:
    """A term as a value of Python."""
    if not isinstance(term, pyoxigraph.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.rpartition("#")[2]
    if kind == "integer":
        return int(term.value)
    if kind == "decimal":
        return Decimal(term.value)
    return term.value == "true" if kind == "boolean" else term.value


def _where(message: str, text: str) -> str:
    """A syntax error with the line that it is about."""
    place = _PLACE.search(message)
    if not place:
        return f"the query is not SPARQL: {message}"
    number, column = int(place[1]), int(place[2])
    said = message.partition(": ")[2] or message
    lines = text.splitlines()
    shown = lines[number - 1].strip() if number <= len(lines) else "the end of the query"
    return f"the query is not SPARQL at line {number}, column {column} ({shown}): {said}"


def _undeclared(graph: Graph, text: str) -> str:
    """A hint where a prefix is used that nobody declared."""
    bare = _OPAQUE.sub(" ", text)
    declared = {*graph.prefixes, *re.findall(r"(?i)\bPREFIX\s+([\w-]*):", bare)}
    used = dict.fromkeys(re.findall(r"(?<![\w?$:@-])([A-Za-z][\w-]*):(?!\s*<)", bare))
    unknown = [name for name in used if name not in declared]
    if not unknown:
        return ""
    return f"; the prefix {unknown[0]}: is not declared; known are {', '.join(sorted(graph.prefixes))}"
