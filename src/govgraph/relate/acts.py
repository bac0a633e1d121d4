"""Sentences to claims about initiatives, meetings and instruments: who runs, who attends, who acts on what.

The subject is the body that stands as subject of the clause; where none does, the body that the document speaks for,
and the claim says so (certainty ``context``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph.model import Claim, Evidence, Key
from govgraph.relate.issuer import Issuer
from govgraph.relate.naming import Bound, Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

# A body is the subject of a clause where it opens the clause, perhaps behind a date or an adverbial, and no 的 follows.
OPENERS = "，。；：！？、”）\n \u3000"
NOT_SUBJECT = re.compile(r"[的等]|领导|坚强|部署|要求|安排|关心|支持下|关于|《")
PASSIVE = re.compile(r"(?:在|按照|根据|围绕|贯彻|落实|听取|配合|服务|接受|对|向|为|由|受|经|与|和|助推)[^，。；]{0,4}$")


class Acts:
    """Collects the claims of one document about what is done."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """Names come from the register; the implied subject from the issuer."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.claims: list[Claim] = []

    def sentence(self, start: int, end: int, bound: Sequence[Bound]) -> None:
        """Read one sentence."""
        for item in _outermost(bound, ("Initiative",)):
            self._runs(start, item, bound)
        for item in _outermost(bound, ("Instrument",)):
            self._acted_on(start, end, item, bound)

    def subject(self, start: int, position: int, bound: Sequence[Bound]) -> Bound | None:
        """The body, or a place acting for its bodies, that is the subject before a position."""
        fits = [
            b for b in bound if b.key.kind == "Body" and start <= b.start and b.end <= position and self._acts(b, start)
        ]
        return max(fits, key=lambda b: (b.start, b.end), default=None)

    def _acts(self, item: Bound, start: int) -> bool:
        opens = item.start == start or self.string[item.start - 1] in OPENERS
        if not opens and not re.search(
            r"(?:年|月|日|来|后|中|下)$", self.string[max(start, item.start - 4) : item.start]
        ):
            return False
        if NOT_SUBJECT.match(self.string, item.end) or self.string[item.end : item.end + 1] in "。；":
            return False
        return PASSIVE.search(self.string[max(start, item.start - 6) : item.start]) is None

    def _runs(self, start: int, item: Bound, bound: Sequence[Bound]) -> None:
        subject = self.subject(start, item.start, bound)
        status = self._modality(start, item)
        if subject is not None:
            evidence = quote(self.register.prose, subject.start, item.end)
            self._claim(item.key, "participant", subject.key, evidence, "subject of clause", "stated", status)
        elif self.issuer.key is not None and item.mention.get("kind") != "national":
            evidence = quote(self.register.prose, max(start, item.start - 30), item.end)
            self._claim(item.key, "participant", self.issuer.key, evidence, "issuer implied", "context", status)

    def _modality(self, start: int, item: Bound) -> str:
        clause = self.string[max(start, item.start - 16) : item.start]
        for status in ("proposed", "planned", "denied"):
            if self.seeds.pattern(f"modality.{status}").search(clause):
                return status
        return ""

    def _acted_on(self, start: int, end: int, item: Bound, bound: Sequence[Bound]) -> None:
        """The verbs around a title say what was done to it."""
        before = self.string[max(start, item.start - 24) : item.start]
        after = self.string[item.end : min(end, item.end + 24)]
        predicate = self._act(before, after)
        if not predicate:
            return
        subject = self.subject(start, item.start, bound)
        key = subject.key if subject else self.issuer.key
        if key is None:
            return
        low = subject.start if subject else max(start, item.start - 24)
        evidence = quote(self.register.prose, low, min(end, item.end + (24 if not before else 0)))
        rule, certainty = ("subject of clause", "stated") if subject else ("issuer implied", "context")
        self._claim(item.key, predicate, key, evidence, rule, certainty, self._modality(start, item))

    def _act(self, before: str, after: str) -> str:
        """The act whose verb stands nearest, before the title or behind it."""
        best: tuple[int, str] | None = None
        for word in self.seeds.words("adopting_verbs"):
            place = before.rfind(word.form)
            if place >= 0 and (best is None or len(before) - place - len(word.form) < best[0]):
                best = (len(before) - place - len(word.form), word.kind)
            place = after.find(word.form)
            if 0 <= place < 12 and (best is None or place + 4 < best[0]):
                best = (place + 4, word.kind)
        return best[1] if best else ""

    def _claim(
        self,
        subject: Key,
        predicate: str,
        target: Key,
        evidence: tuple[Evidence, ...],
        rule: str,
        certainty: str,
        status: str,
    ) -> None:
        issued = self.register.context.issued
        self.claims.append(Claim(subject, predicate, target, evidence, rule, certainty, status, issued))


def _outermost(bound: Sequence[Bound], kinds: tuple[str, ...]) -> Iterator[Bound]:
    """Mentions of some kinds that do not lie inside a title in 《》 or a longer mention of the same kinds."""
    covers = [b for b in bound if b.key.kind in (*kinds, "Instrument")]
    for item in bound:
        if item.key.kind in kinds and not any(
            c != item and c.start <= item.start and item.end <= c.end and (c.start, c.end) != (item.start, item.end)
            for c in covers
        ):
            yield item
