"""What is Turtle and what is not, shape by shape, through the strict reader that every written file must pass.

What is Turtle must also be read by rdflib, which most users have.
The cases are of our own writing, after the grammar of RDF 1.1 Turtle. Where rdflib is more lenient it is not asked.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.memory import Memory

from govgraph.errors import OutputError
from govgraph.publish.reading import reread

P = "@prefix p: <http://a/> .\n"

GOOD = [
    ("", 0),
    ("# only a comment\n", 0),
    ("<http://a/s> <http://a/p> <http://a/o> .", 1),
    ("<http://a/s><http://a/p><http://a/o>.", 1),
    ("@base <http://a/> . <s> <p> <o> .", 1),
    ("BASE <http://a/>\n<s> <p> <o> .", 1),
    (P + "p:s p:p p:o .", 1),
    ("PREFIX p: <http://a/>\np:s p:p p:o .", 1),
    ("prefix p: <http://a/>\np:s p:p p:o .", 1),
    ("@prefix : <http://a/> .\n:s :p :o .", 1),
    (P + "p:s a p:C .", 1),
    (P + "p:s p:p p:o1 , p:o2 .", 2),
    (P + "p:s p:p p:o ; p:q p:r .", 2),
    (P + "p:s p:p p:o ; p:q p:r ; .", 2),
    (P + "p:s p:p p:o ;; p:q p:r .", 2),
    (P + "p: p:p p:o .", 1),
    (P + "p:a.b p:p p:o .", 1),
    (P + "p:0 p:p p:o .", 1),
    (P + "p:a-b p:p p:o .", 1),
    (P + "p:王吉 p:任 p:市长 .", 1),
    (P + r"p:a\~b p:p p:o .", 1),
    (P + "p:%20 p:p p:o .", 1),
    (P + "p:a:b p:p p:o .", 1),
    (P + "_:b p:p p:o .", 1),
    (P + "[] p:p p:o .", 1),
    (P + "[ p:p p:o ] .", 1),
    (P + "p:s p:p [ p:q p:r ] .", 2),
    (P + "p:s p:p () .", 1),
    (P + "p:s p:p ( 1 2 ) .", 5),
    (P + 'p:s p:p "x" .', 1),
    (P + "p:s p:p 'x' .", 1),
    (P + 'p:s p:p """x""" .', 1),
    (P + 'p:s p:p """a "quoted" b""" .', 1),
    (P + 'p:s p:p """a\nb""" .', 1),
    (P + "p:s p:p '''a\nb''' .", 1),
    (P + 'p:s p:p "" .', 1),
    (P + r'p:s p:p "\t\b\n\r\f\"\'\\" .', 1),
    (P + r'p:s p:p "\u738B\U00020BB7" .', 1),
    (P + 'p:s p:p "王吉"@zh .', 1),
    (P + 'p:s p:p "x"@zh-Hans-CN .', 1),
    (P + 'p:s p:p "1"^^p:t .', 1),
    (P + 'p:s p:p "1"^^<http://a/t> .', 1),
    (P + "p:s p:p 1 , -1 , +1 , 01 .", 4),
    (P + "p:s p:p 1.0 , -1.5 , .5 .", 3),
    (P + "p:s p:p 1e0 , 1.5E-3 , .5e+1 .", 3),
    (P + "p:s p:p true , false .", 2),
    (P + "p:s p:p p:o . # comment\n# another\np:s p:p p:q .", 2),
    (r"<http://a/\u738B> <http://a/p> <http://a/o> .", 1),
    ("<http://a/王> <http://a/p> <http://a/o> .", 1),
    (P + "@prefix p: <http://b/> .\np:s p:p p:o .", 1),
]

BAD = [
    "<http://a/s> <http://a/p> <http://a/o>",
    "<http://a/s> <http://a/p> .",
    "<http://a/s> <http://a/p> <http://a/o> <http://a/x> .",
    '"x" <http://a/p> <http://a/o> .',
    '<http://a/s> "p" <http://a/o> .',
    "<http://a/s> _:p <http://a/o> .",
    "<s> <p> <o> .",
    "p:s p:p p:o .",
    "@prefix p <http://a/> .",
    "@prefix p: <http://a/>\np:s p:p p:o .",
    "PREFIX p: <http://a/> .\np:s p:p p:o .",
    "@PREFIX p: <http://a/> .\n",
    P + "p:s p:p p:o",
    P + "p:s p:p , .",
    P + "p:s ; .",
    P + "a p:p p:o .",
    P + "p:s p:p a .",
    P + "p:“九解一协调” p:p p:o .",
    P + "p:-a p:p p:o .",
    P + "p:a/b p:p p:o .",
    P + "p:%2 p:p p:o .",
    P + r"p:a\qb p:p p:o .",
    P + 'p:s p:p "x .',
    P + 'p:s p:p "a\nb" .',
    P + 'p:s p:p """x" .',
    P + r'p:s p:p "\x41" .',
    P + r'p:s p:p "\u12" .',
    P + r'p:s p:p "\uD800" .',
    P + 'p:s p:p "x"@zh_CN .',
    P + 'p:s p:p "x"@ zh .',
    P + 'p:s p:p "x"@1 .',
    P + 'p:s p:p "1"^^ .',
    P + 'p:s p:p "1"^^"t" .',
    P + "p:s p:p 1. 2 .",
    P + "p:s p:p 1e .",
    P + "p:s p:p True .",
    P + "p:s p:p [ p:q p:r .",
    P + "p:s p:p ( 1 2 .",
    P + "[] .",
    P + "p:s p:p p:o }",
    "<http://a/ s> <http://a/p> <http://a/o> .",
    "<http://a/{s}> <http://a/p> <http://a/o> .",
    r"<http://a/\u0020> <http://a/p> <http://a/o> .",
    "<http://a/s\n> <http://a/p> <http://a/o> .",
    "\ufeff" + P + "p:s p:p p:o .",
    "<http://a/g> { <http://a/s> <http://a/p> <http://a/o> }",
    "<http://a/s> => <http://a/o> .",
    "{ <http://a/s> <http://a/p> <http://a/o> } .",
    P + "p:s = p:o .",
    P + "p:s p:p ?o .",
]


def test_there_are_enough() -> None:
    assert len(GOOD) >= 45
    assert len(BAD) >= 45


@pytest.mark.parametrize(("text", "triples"), GOOD)
def test_what_is_turtle_is_read_by_both(text: str, triples: int, tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, encoding="utf-8")
    reread(path, "ttl", triples)
    counter = Counter()
    rdflib.Graph(store=counter).parse(data=text, format="turtle")
    assert counter.count == triples


class Counter(Memory):
    """A store of rdflib that counts what it is given and keeps nothing."""

    count = 0

    def add(self, *_: object, **__: object) -> None:
        self.count += 1


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_turtle_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="not valid Turtle"):
        reread(path, "ttl", 1)


@pytest.mark.parametrize("data", [b"\xff\xfe<\x00", b'<http://a/s> <http://a/p> "\xe7\x8e" .', "王".encode("gb18030")])
def test_what_is_not_utf8_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_bytes(data)
    with pytest.raises(OutputError, match="not valid Turtle"):
        reread(path, "ttl", 1)
