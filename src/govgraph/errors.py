"""What can go wrong, and whose fault it is.

    GovGraphError
    ├── InputError      a document or a path given by the user cannot be used
    ├── SeedError       a word list or a pattern in seeds/ is malformed
    ├── SettingsError   an option has no sensible reading
    ├── OutputError     the output folder cannot be written, or is in use
    ├── QueryError      a SPARQL text or a named query cannot be run
    └── CheckError      a written graph does not keep its promises

Every message names the input at fault and, where there is one, the way out.
"Not found" is not an error: it is ``None`` or an empty result.
"""

from __future__ import annotations


class GovGraphError(Exception):
    """Root of every error that this package raises on purpose."""

    exit_code = 1


class InputError(GovGraphError):
    """A document or a path given by the user cannot be used."""


class SeedError(GovGraphError):
    """A word list or a pattern in seeds/ is malformed."""


class SettingsError(GovGraphError):
    """An option has no sensible reading."""

    exit_code = 2


class OutputError(GovGraphError):
    """The output folder cannot be written, or is in use."""


class QueryError(GovGraphError):
    """A SPARQL text or a named query cannot be run."""


class CheckError(GovGraphError):
    """A written graph does not keep its promises."""
