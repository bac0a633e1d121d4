"""What resolve must know of the language of government, taken from ``seeds/`` once per build.

Patterns are those of ``seeds/patterns/identity.toml``; the lists name successors of bodies, campaigns that the centre
runs everywhere, and leaders whose names are rare. A name that is on no list is judged by evidence alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.resolve.divisions import Former
from govgraph.seeds import Seeds, load


@dataclass(frozen=True, slots=True)
class Language:
    """Compiled patterns and lists."""

    nation_prefix: re.Pattern[str]
    national_body: re.Pattern[str]
    national_name: re.Pattern[str]
    national_lead: re.Pattern[str]
    leading_body: re.Pattern[str]
    own_instrument: re.Pattern[str]
    recurring_meeting: re.Pattern[str]
    sole_title: re.Pattern[str]
    members: frozenset[str]
    campaigns: frozenset[str]
    national: frozenset[str]  # full names of bodies of the nation
    leaders: frozenset[str]
    successors: Mapping[str, tuple[str, ...]]  # ending of a name: new endings
    former: Former

    @classmethod
    def of(cls, seeds: Seeds | None) -> Language:
        """The language of some seeds, by default of those that come with the package."""
        return _read(load() if seeds is None else seeds)

    def nationwide(self, name: str) -> bool:
        """True for a body that is one in the whole country, by its name alone."""
        found = name in self.national or self.national_body.search(name) or self.national_name.search(name)
        return bool(found)

    def bare(self, name: str) -> str:
        """A national name without the name of the state."""
        return self.nation_prefix.sub("", name)


def _read(seeds: Seeds) -> Language:
    successors: dict[str, tuple[str, ...]] = {}
    for word in seeds.words("body_successors"):
        successors[word.form] = (*successors.get(word.form, ()), *word.canonical.split("|"))
    return Language(
        nation_prefix=seeds.pattern("identity.nation_prefix"),
        national_body=seeds.pattern("identity.national_body"),
        national_name=seeds.pattern("identity.national_name"),
        national_lead=seeds.pattern("identity.national_lead"),
        leading_body=seeds.pattern("identity.leading_body"),
        own_instrument=seeds.pattern("identity.own_instrument"),
        recurring_meeting=seeds.pattern("identity.recurring_meeting"),
        sole_title=seeds.pattern("identity.sole_title"),
        members=seeds.forms("shared_titles"),
        campaigns=seeds.forms("initiatives_national"),
        national=frozenset(word.canonical.partition("|")[0] for word in seeds.words("body_national")),
        leaders=seeds.forms("people_national"),
        successors=successors,
        former=Former.of(seeds),
    )
