"""Two hundred strings that would run if any of them were ever taken for markup, script, style or address."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any, get_type_hints

from govgraph.model import Claim, Contradiction, Evidence, Facts, Figure, Key, Link, Thing
from tests.facts import facts

RUN = "window.ran=1"
TAGS = (
    "<script>{}</script>",
    "<img src=x onerror={}>",
    "<svg onload={}>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<iframe src='javascript:parent.{}'></iframe>",
    "<body onload={}>",
    "<details open ontoggle={}>",
    "<video><source onerror={}></video>",
    "<input autofocus onfocus={}>",
    "<a href='javascript:{}' autofocus>x</a>",
    "<style>@import'x';*{{background:url(javascript:{})}}</style>",
    "<link rel=stylesheet href='data:text/css,*{{}}' onload={}>",
    "<math><mtext><script>{}</script></mtext></math>",
    "<object data='javascript:{}'></object>",
    "<base href='javascript:{}//'>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<template><script>{}</script></template>",
    "<marquee onstart={}>x</marquee>",
    "javascript:{}",
)
BREAKS = (
    "{}",
    '">{}',
    "'>{}",
    "</script>{}",
    "</title></style></textarea>{}",
    "-->{}<!--",
    "]]>{}",
    "\u2028{}\u2029",
    "{{{{constructor.constructor('" + RUN + "')()}}}}{}",
    "\u202e{}href",
)
PAYLOADS = tuple(outer.format(inner.format(RUN)) for inner, outer in product(TAGS, BREAKS))


def poisoned() -> Facts:
    """The small graph, many times over: every text that a document can fill holds each of the payloads once."""
    turn = iter(range(10**9))

    def attack(text: str = "") -> str:
        number = next(turn)
        return f"{PAYLOADS[number % len(PAYLOADS)]}{number if text else ''}"

    def poison(value: Any) -> Any:
        kept = {"document", "id", "predicate", "kind", "value"}
        hints = get_type_hints(type(value))
        texts = {name: attack(getattr(value, name)) for name, kind in hints.items() if kind is str and name not in kept}
        return value._replace(**texts) if hasattr(value, "_replace") else replace(value, **texts)

    given, times = facts(), len(PAYLOADS)
    words = ("江川市人民政府", "九河连通")
    evidence = tuple(poison(e) for claim in given.claims for e in claim.evidence)
    things, claims, figures = [], [], []
    for n in range(times):
        keys = [Key("Body", f"{words[0]}{n}"), Key("Initiative", f"{words[1]}{n}")]
        told: tuple[Evidence, ...] = tuple(poison(e) for e in evidence[:1])
        things += [
            Thing(k, attack(), (attack(), attack("x")), (attack(),), documents=(evidence[0].document,), evidence=told)
            for k in keys
        ]
        claims.append(poison(Claim(keys[1], "participant", keys[0], told, "r", asserted_on="2024")))
        figures.append(poison(Figure(keys[1], "1", "", "m", "w", told, "r", reporter=keys[0], period="p")))
    clashes = tuple(
        Contradiction("figure", "conflict", f.about, attack(), attack(), f, c)
        for f, c in zip(figures, claims, strict=True)
    )
    links = tuple(Link(a.key, "possiblySame", b.key) for a, b in zip(things[::2], things[2::2], strict=False))
    documents = tuple(poison(document) for document in given.documents)
    return Facts(documents, tuple(things), tuple(claims), tuple(figures), contradictions=clashes, links=links)
