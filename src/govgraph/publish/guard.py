"""May a new version replace the one that readers see? Not if it breaks the shapes, nor if a class has shrunk.

A graph that has lost a fifth of its people is more often a folder that was not mounted than a reform. Who knows better
builds with ``--force-replace``. Classes of fewer than :data:`SMALL` members come and go, and are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from govgraph.errors import CheckError
from govgraph.publish import manifest
from govgraph.publish.shapes import Watch
from govgraph.publish.terms import GG

SMALL, SHARE = 20, 0.8
_WAY_OUT = "the version before was kept; build with --force-replace if this is meant"


def counts(watch: Watch) -> dict[str, int]:
    """How many members each class of the ontology has, by its local name."""
    return {name.removeprefix(GG): times for name, times in sorted(watch.classes.items()) if name.startswith(GG)}


def pass_or_raise(watch: Watch, before: Path | None) -> None:
    """Refuse a version that breaks a rule, or that has lost too much since the version before."""
    broken = watch.broken()
    if broken:
        message, nodes = next(iter(broken.items()))
        times = sum(map(len, broken.values()))
        raise CheckError(
            f"the new graph breaks {len(broken)} rules of ontology/shapes.ttl {times} times: {message}, as {nodes[0]} "
            f"does; {_WAY_OUT}"
        )
    lost = list(_lost(_before(before), counts(watch)))
    if lost:
        raise CheckError(f"the new graph has far less than the one before: {', '.join(lost)}; {_WAY_OUT}")


def _before(version: Path | None) -> Mapping[str, int]:
    """The counts of the version before; none where there is none, or where it did not say."""
    if version is None:
        return {}
    try:
        said = manifest.read(version).get("classes")
    except CheckError:
        return {}
    return {str(name): int(times) for name, times in said.items()} if isinstance(said, dict) else {}


def _lost(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[str]:
    for name, times in sorted(before.items()):
        left = after.get(name, 0)
        if times >= SMALL and left < times * SHARE:
            yield f"{left} {name} of {times}"
