"""HTML pages that open from disk: one template each, every value escaped, no request possible.

The content security policy names the hash of each script and style of the page and allows nothing else, so that a page
neither loads anything nor runs what a document smuggled in. Data for scripts stand in a JSON block in which no
character can end the block, or, where they are many, compressed in base64.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import jinja2
import markupsafe


def render(name: str, scripts: Sequence[str], styles: Sequence[str], values: Mapping[str, object]) -> str:
    """Fill the template ``name`` of ``publish/templates/``."""
    page = _environment().get_template(name)
    return page.render(
        policy=_policy(scripts, styles),
        scripts=[markupsafe.Markup(script) for script in scripts],  # noqa: S704 - our own files, named by hash above
        styles=[markupsafe.Markup(style) for style in styles],  # noqa: S704 - as above
        **values,
    )


@cache
def _environment() -> jinja2.Environment:
    """One for all pages: a site has thousands of the same kind."""
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(template), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )


def template(name: str) -> str:
    """The text of a file in ``publish/templates/``."""
    return (resources.files("govgraph.publish") / "templates" / name).read_text(encoding="utf-8")


def data_block(value: object) -> markupsafe.Markup:
    """JSON that can stand in a script element: nothing in it closes the element or opens a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return markupsafe.Markup(text)  # noqa: S704 - made safe in the line above


def packed_block(value: object) -> str:
    """JSON as base64 of zlib: a fifth of the bytes, and no character that markup knows."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode("ascii")


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    parts = ["default-src 'none'", "img-src data: blob:", "base-uri 'none'", "form-action 'none'"]
    for directive, texts in (("script-src", scripts), ("style-src", styles)):
        if texts:
            parts.append(f"{directive} {' '.join(map(_hash, texts))}")
    return "; ".join(parts)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
