"""A ticket's version as its ETag: strong, `"7"`; who changes a ticket says which version they have read."""

import re
from typing import Any

from flask import Response, request

from escalator.core.access import Act
from escalator.core.errors import StaleVersion
from escalator.service.views import TicketView

from .access import may
from .errors import PreconditionRequired

_VERSION = re.compile(r'"([0-9]{1,9})"')

_HOW = 'read the ticket and send the version from its ETag, like If-Match: "7"'


def version_read() -> int:
    """The version in If-Match; `*` is refused, since it would overwrite what the caller has not seen."""
    version = version_if_given()
    if version is None:
        raise PreconditionRequired(f"this changes a ticket: {_HOW}")
    return version


def version_if_given() -> int | None:
    """The version in If-Match, if there is one; anything but one strong version matches no ticket."""
    given = request.headers.get("If-Match", "").strip()
    if not given:
        return None
    if given == "*" or "," in given:
        raise PreconditionRequired(f"If-Match must name the one version that you have read: {_HOW}")
    match = _VERSION.fullmatch(given)
    if match is None:
        raise StaleVersion(f"no ticket has the version that If-Match names: {_HOW}")
    return int(match[1])


def versioned(ticket: TicketView) -> tuple[TicketView, dict[str, str]]:
    """The answer with its version."""
    return ticket, etag(ticket)


def etag(ticket: TicketView) -> dict[str, str]:
    """The header with the version, for those who may read tickets."""
    return {"ETag": f'"{ticket.version}"'} if may(Act.TICKET_READ) else {}


def unless_known(ticket: TicketView) -> Any:
    """The versioned answer, or 304 when If-None-Match names this version: nothing was written since.

    Elapsed seconds move on by themselves; they are no reason to send a ticket again.
    """
    if request.if_none_match.contains_weak(str(ticket.version)):
        return Response(status=304, headers=etag(ticket))
    return versioned(ticket)
