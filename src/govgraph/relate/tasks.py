"""Who is charged with what: 牵头单位：产业发展处；责任单位：…, and 由县水利局牵头，县农业农村局配合.

Office documents divide their tasks in brackets or at the end of a paragraph, news say by whom something is built. What
is charged are the initiatives of the same sentence, else all that the paragraph names since the charge before; a
paragraph of nothing but a charge (责任单位：省民政厅) is about its item, back to the last heading or charge. What
leads is a ``leadBody``, the others are participants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.model import Claim, Paragraph, Prose
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

NOTED = "tasks.noted"
BARE = ("tasks.leads", "tasks.helps")  # clauses of a row of names and a verb
CHARGES = (
    ("tasks.lead", "leadBody"),
    ("tasks.by", "leadBody"),
    ("tasks.leads", "leadBody"),
    ("tasks.share", "participant"),
    ("tasks.helps", "participant"),
    (NOTED, "participant"),
)
SENTENCE_ENDS = "。；！？\n"
ACTORS = ("Body", "Place")
FOOT = 200  # characters of the footer of a site
OPENING = 1  # characters before a charge that a paragraph begins with: a bracket


@dataclass(frozen=True, slots=True, order=True)
class Charge:
    """Where a text says who does it, and where they are named."""

    start: int
    end: int
    low: int
    high: int
    predicate: str


def tasks(register: Register, bound: Sequence[Bound], seeds: Seeds) -> list[Claim]:
    """The claims of all paragraphs that divide tasks."""
    prose = register.prose
    found: list[Claim] = []
    item: list[Bound] = []
    last: list[Bound] = []
    for paragraph, inside in _by_paragraph(prose, bound):
        charges = _charges(prose, paragraph.start, paragraph.end, inside, seeds) if inside else []
        charges = [] if charges and _footer(prose.text.string, paragraph, seeds) else charges
        alone = bool(charges) and charges[0].start - paragraph.start <= OPENING
        if paragraph.kind == "heading" and not alone:
            item = []
        meant = [*(item or last), *inside] if alone else _headed(prose.text.string, paragraph.start, inside, seeds)
        if any(b.key.kind == "Initiative" for b in meant):
            found += _divided(prose, charges, meant, register)
        led = bool(charges) and all(charge.predicate == "leadBody" for charge in charges)
        last = (
            [b for b in meant if b.key.kind == "Initiative"] if led else []
        )  # others may follow on a line of their own
        item = [] if charges else [*item, *(b for b in inside if b.key.kind == "Initiative")]
    return found


def _footer(string: str, paragraph: Paragraph, seeds: Seeds) -> bool:
    """True of what runs a site, below the text: 主办单位：某县人民政府办公室 版权所有."""
    if seeds.pattern("tasks.site_host").match(string, paragraph.start, paragraph.end) is None:
        return False
    last = not string[paragraph.end :].strip()
    return last or seeds.pattern("tasks.site").search(string, paragraph.start, paragraph.start + FOOT) is not None


def _by_paragraph(prose: Prose, bound: Sequence[Bound]) -> Iterator[tuple[Paragraph, list[Bound]]]:
    rows = sorted(b for b in bound if b.key.kind in ("Body", "Initiative", "Place"))
    index = 0
    for paragraph in prose.paragraphs:
        while index < len(rows) and rows[index].start < paragraph.start:
            index += 1
        inside: list[Bound] = []
        while index < len(rows) and rows[index].start < paragraph.end:
            inside.append(rows[index])
            index += 1
        yield paragraph, inside


def _headed(string: str, start: int, inside: Sequence[Bound], seeds: Seeds) -> list[Bound]:
    """Below the name of an initiative that heads an item (9.“甲”项目。深入实施…) that one alone is charged."""
    initiatives = [b for b in inside if b.key.kind == "Initiative"]
    first = min(initiatives, key=lambda b: (b.start, -b.end), default=None)
    heads = first and seeds.pattern("tasks.item").fullmatch(string, start, first.start)
    named = first and heads and seeds.pattern("tasks.named").match(string, first.end)
    return [b for b in inside if b.key.kind != "Initiative" or b == first] if named else list(inside)


def _charges(prose: Prose, start: int, end: int, inside: Sequence[Bound], seeds: Seeds) -> list[Charge]:
    string = prose.text.string
    return sorted(
        Charge(*match.span(), *match.span("who"), predicate)
        for name, predicate in CHARGES
        for match in seeds.pattern(name).finditer(string, start, end)
        if not seeds.pattern("tasks.proposal").search(string, start, match.start())
        and (name != NOTED or _only_bodies(string, *match.span("who"), inside, seeds))
        and (name not in BARE or _ends_named(string, *match.span("who"), inside, seeds))
    )


def _ends_named(string: str, low: int, high: int, inside: Sequence[Bound], seeds: Seeds) -> bool:
    """True of 县水利局、县公安局等部门|配合, and not of 甲大桥等加快|施工, 某村公路已完成|设计."""
    ends = (b.end for b in inside if b.key.kind in ACTORS and low <= b.start and b.end <= high)
    last = max(ends, default=low)
    return seeds.pattern("tasks.named_rest").match(string[last:high]) is not None


def _only_bodies(string: str, low: int, high: int, inside: Sequence[Bound], seeds: Seeds) -> bool:
    """True of a bracket that names bodies and nothing else: 。（县水利局、县公安局）."""
    covered = {at for b in inside if b.key.kind == "Body" and low <= b.start and b.end <= high for at in range(*b[:2])}
    rest = "".join(string[at] for at in range(low, high) if at not in covered)
    return bool(covered) and seeds.pattern("tasks.noted_rest").fullmatch(rest) is not None


def _divided(prose: Prose, charges: Sequence[Charge], inside: Sequence[Bound], register: Register) -> Iterator[Claim]:
    initiatives = [b for b in inside if b.key.kind == "Initiative"]
    charged: list[Bound] = []
    done = 0
    for charge in charges:
        bodies = _named(prose.text.string, charge, inside)
        if not bodies:
            continue
        fresh = [i for i in initiatives if done <= i.start < charge.start]
        near = _near(prose.text.string, fresh, charge) or _behind(
            prose.text.string, initiatives, charge, register.seeds
        )
        charged, done = near or fresh or charged, max(done, charge.end)
        for item in charged:
            evidence = (*quote(prose, item.start, item.end), *quote(prose, charge.start, charge.end))
            for body in bodies:
                yield Claim(
                    item.key,
                    charge.predicate,
                    body.key,
                    evidence,
                    "task division",
                    "context",
                    "",
                    register.context.issued,
                )


def _near(string: str, initiatives: Sequence[Bound], charge: Charge) -> list[Bound]:
    """Those of the same sentence."""
    low = max(string.rfind(mark, 0, charge.start) for mark in SENTENCE_ENDS)
    return [i for i in initiatives if i.start > low]


def _behind(string: str, initiatives: Sequence[Bound], charge: Charge, seeds: Seeds) -> list[Bound]:
    """Those that follow in the same clause: 由甲主办，乙承办的丙活动, 甲牵头，乙配合，开展丙行动."""
    chain, onward = seeds.pattern("tasks.chain"), seeds.pattern("tasks.onward")
    gaps = [(i, string[charge.end : i.start]) for i in initiatives if i.start >= charge.end]
    return [i for i, gap in gaps if not set("，。；\n") & set(gap) or chain.match(gap) or onward.match(gap)]


def _named(string: str, charge: Charge, inside: Sequence[Bound]) -> list[Bound]:
    """The bodies that are charged; places too, where they stand in the row on their own (各镇, 甲街道)."""
    inner = [b for b in inside if b.key.kind in ACTORS and charge.low <= b.start and b.end <= charge.high]
    bodies = [b for b in inner if b.key.kind == "Body"]
    bodies = [b for b in bodies if not any(o.start <= b.start and b.end <= o.end and o != b for o in bodies)]
    alone = [
        b
        for b in inner
        if b.key.kind == "Place"
        and (b.start == charge.low or string[b.start - 1] in "、和及与，")
        and (b.end == charge.high or string[b.end] in "、和及与，")
        and not any(o.start <= b.start and b.end <= o.end for o in bodies)
    ]
    return [*bodies, *alone]
