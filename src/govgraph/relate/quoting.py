"""From a stretch of repaired text to the characters of the source that say so."""

from __future__ import annotations

from govgraph.model import Evidence, Prose

# Characters of context on either side: enough to find the place again in a damaged page, short enough to quote.
CONTEXT = 16


def quote(prose: Prose, start: int, end: int) -> tuple[Evidence, ...]:
    """Evidence for a stretch: one piece of source, or several where repair brought distant pieces together."""
    string, document = (prose.written or prose.text).string, prose.document.id
    spans = prose.text.to_source(start, end)
    prefix, suffix = string[max(0, start - CONTEXT) : start], string[end : end + CONTEXT]
    if len(spans) == 1:  # as nearly all
        (span,) = spans
        return (Evidence(document, span.start, span.end, prose.quote(span), prefix, suffix),)
    return tuple(
        Evidence(
            document,
            span.start,
            span.end,
            prose.quote(span),
            prefix if index == 0 else "",
            suffix if index == len(spans) - 1 else "",
        )
        for index, span in enumerate(spans)
    )
