"""Two hundred strings that would run if any of them were ever taken for markup, script, style or address."""

from __future__ import annotations

from itertools import product

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
