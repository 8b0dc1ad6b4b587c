"""Pages by keyset: one more row than asked for says whether there is a next page."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from flask import request


def page(found: Sequence[Any], limit: int, key: str, last: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """The first `limit` of `found`; the next page is this address with `key` set to what `last` says of the last."""
    items = list(found[:limit])
    if len(found) <= limit:
        return {"items": items, "next": None}, {}
    query = request.args.to_dict() | {key: str(last(items[-1]))}
    following = f"{request.path}?{urlencode(query)}"
    return {"items": items, "next": following}, {"Link": f'<{following}>; rel="next"'}
