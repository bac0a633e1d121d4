"""Blocks to Turtle that every store loads: prefixes first, one block a subject, one statement a line.

Only what RDF 1.1 Turtle allows everywhere is written: ASCII IRIs, no blank nodes, no multi-line strings, no escapes in
names; Chinese stands in literals as it is. The order is that of the blocks, so equal blocks give equal bytes.
A file counts as written only after a strict parser has read the same number of triples back (:func:`reread`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from govgraph.errors import OutputError
from govgraph.publish import reading
from govgraph.publish.graph import Block, Told, apart
from govgraph.publish.iris import prefixes
from govgraph.publish.literals import Literal
from govgraph.publish.quoted import Quoted
from govgraph.publish.terms import NAMESPACES, TYPE, XSD

Naming = Callable[[str], str]

_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?", re.ASCII)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*", re.ASCII)
_NUMBERS = {XSD + "integer": re.compile(r"-?\d+", re.ASCII), XSD + "decimal": re.compile(r"-?\d+\.\d+", re.ASCII)}
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(32), *range(127, 160), 0xFEFF)} | {
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
}

_SPECIAL = re.compile("[" + "".join(re.escape(chr(code)) for code in _ESCAPES) + "]")


def write(path: Path, blocks: Iterable[Told], base: str) -> int:
    """Write a file, block by block, and return the number of triples."""
    triples = 0

    def counted() -> Iterator[Told]:
        nonlocal triples
        for block in blocks:
            triples += block.size
            yield block

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(counted(), base))
    return triples


def lines(blocks: Iterable[Told], base: str) -> Iterator[str]:
    """The text of a file, in pieces."""
    yield from head(base)
    yield from written(blocks, naming(base))


def written(blocks: Iterable[Told], name: Naming) -> Iterator[str]:
    """The text of blocks."""
    for block in blocks:
        yield _quoted(block, name) if isinstance(block, Quoted) else described(block, name)


def head(base: str) -> Iterator[str]:
    """The prefixes, all of them before the first statement."""
    known = {**NAMESPACES, **prefixes(base)}
    for name in sorted(known):
        yield f"@prefix {name}: <{checked(known[name])}> .\n"


def naming(base: str) -> Naming:
    """The function that writes an IRI in a file with these prefixes."""
    short = {namespace: name for name, namespace in {**NAMESPACES, **prefixes(base)}.items()}
    return lru_cache(maxsize=1 << 15)(partial(_name, short))


def reread(path: Path, triples: int) -> None:
    """Read a written file with a strict parser, or say that it must not be used."""
    reading.reread(path, "ttl", triples)


def described(block: Block, name: Naming) -> str:
    """One subject with all that is said of it, as Turtle and TriG write it."""
    said = ["\n", name(block.subject)]
    last = ""
    for predicate, value in block.rows:
        if predicate == last:
            said.append(" , ")
        else:
            said += (" ;\n    " if last else " ", "a" if predicate == TYPE else name(predicate), " ")
            last = predicate
        said.append(term(value, name))
    said.append(" .\n")
    return "".join(said)


def _quoted(value: Quoted, name: Naming) -> str:
    """What is quoted, as its three blocks are written; a test compares."""
    iri = name(value.subject)
    if iri[0] == "<":  # a base that no prefix stands for
        return "".join(described(block, name) for block in apart((value,)))
    source, prefix, suffix = name(value.source), value.prefix, value.suffix
    return (
        f"\n{iri} a gg:Evidence ;\n    oa:hasSelector {iri}-p , {iri}-q ;\n    oa:hasSource {source} .\n"
        f"\n{iri}-p a oa:TextPositionSelector ;\n    oa:end {value.end} ;\n    oa:start {value.start} .\n"
        f"\n{iri}-q a oa:TextQuoteSelector ;\n    oa:exact {_text(value.exact)}"
        + (f" ;\n    oa:prefix {_text(prefix)}" if prefix else "")
        + (f" ;\n    oa:suffix {_text(suffix)} .\n" if suffix else " .\n")
    )


def _name(short: Mapping[str, str], iri: str) -> str:
    """A prefixed name where no character of it needs an escape, else the IRI in full."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = short.get(iri[:cut])
    if prefix and _LOCAL.fullmatch(iri, cut):
        return f"{prefix}:{iri[cut:]}"
    return f"<{checked(iri)}>"


def checked(iri: str) -> str:
    """An IRI that may stand between angle brackets in every format."""
    if not _IRI.fullmatch(iri):
        raise OutputError(f"{iri!r} is not an ASCII IRI that every store reads")
    return iri


def term(value: str | Literal, name: Naming) -> str:
    """An IRI or a literal as Turtle writes it."""
    return name(value) if isinstance(value, str) else _literal(value, name)


def _literal(value: Literal, name: Naming) -> str:
    if value.datatype and (plain := _NUMBERS.get(value.datatype)) and plain.fullmatch(value.text):
        return value.text
    return literal(value, name)


def _text(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:  # as most is, and sooner seen
        return f'"{text}"'
    return f'"{text.translate(_ESCAPES)}"' if _SPECIAL.search(text) else f'"{text}"'


def literal(value: Literal, name: Naming) -> str:
    """A literal with its quotation marks; as N-Triples write it, where ``name`` writes IRIs in full."""
    text = _text(value.text)
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{name(value.datatype)}" if value.datatype else text
