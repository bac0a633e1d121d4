"""An alternation of words as a regular expression that shares their beginnings: 市长, 市委, 市 become 市(?:[委长]|).

It matches what the plain alternation of the words, longest first, matches, and gives up its matches in the same
order: those that can match at one place are all beginnings of each other. It only tries far fewer branches.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_FEW = 3  # so few branches are tried as fast as a set is asked


def alternation(words: Iterable[str], *, guarded: bool = False) -> str:
    """The words as one group; ``guarded`` by a look at the next two characters, which is the fastest way to fail."""
    forms = sorted(set(words))
    tree = f"(?:{_tree(forms)})"
    heads = len({form[0] for form in forms})
    return f"(?:{_guard(forms)}{tree})" if guarded and heads > _FEW and not _alike(forms) else tree


def _alike(forms: list[str]) -> bool:
    """True of single characters, which become a set anyway."""
    return all(len(form) == 1 for form in forms)


def _guard(forms: list[str]) -> str:
    """A look at whether a word may begin here; it stands before all branches, not in the first of them."""
    longer = [form for form in forms if len(form) > 1]
    pair = _set(sorted({form[0] for form in longer})) + _set(sorted({form[1] for form in longer}))
    single = [form for form in forms if len(form) == 1]
    return f"(?={pair}|{_set(single)})" if single else f"(?={pair})"


def _tree(forms: list[str]) -> str:
    """What matches one of the forms, the longest first; an empty form is the end of one that is among longer ones."""
    tails: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if form:
            tails[form[0]].append(form[1:])
    single = sorted(head for head, rest in tails.items() if rest == [""])
    branches = [re.escape(head) + _group(rest) for head, rest in sorted(tails.items()) if rest != [""]]
    branches += [_set(single)] if single else []
    branches += [""] if "" in forms else []
    return "|".join(branches)


def _group(tails: list[str]) -> str:
    return re.escape(tails[0]) if len(tails) == 1 else f"(?:{_tree(tails)})"


def _set(characters: list[str]) -> str:
    return re.escape(characters[0]) if len(characters) == 1 else "[" + "".join(map(re.escape, characters)) + "]"
