"""What readers report as wrong: proposals in the form of the corrections file, for a person to review.

A proposal changes nothing. Whoever agrees copies its line to ``corrections.tsv``, where the next build applies it.
"""

from __future__ import annotations

import json
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from govgraph.store.serve import protocol
from govgraph.store.serve.clerk import Clerk
from govgraph.store.serve.options import Options
from govgraph.store.serve.protocol import RefusedError


async def propose(request: Request, clerk: Clerk, options: Options) -> Response:
    """Note that a claim is no fact, with the reason that was given."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin" or "origin" not in request.headers:
        raise RefusedError(403, "a proposal is sent from the page of the claim")
    given = parse_qs((await protocol.whole(request, 1 << 14)).decode("utf-8", "replace"), max_num_fields=8)
    iri, reason = given.get("claim", [""])[0], given.get("reason", [""])[0].strip()[:500]
    if not iri.startswith(clerk.snapshot.base) or not protocol.is_iri(iri) or not reason:
        raise RefusedError(400, "give a claim and a reason")
    it = json.loads((await protocol.asked(clerk, {"do": "page", "iri": iri}, request)).data)
    if it["kind"] not in ("Claim", "Figure"):
        raise RefusedError(400, "give a claim and a reason")
    save = options.proposals
    if save is None:
        raise RefusedError(404, "this server takes no proposals")
    await run_in_threadpool(save, clerk.snapshot, iri, reason)
    return JSONResponse({"saved": True})
