"""The one table that says what HTTP makes of an error, and its answer as problem details (RFC 9457)."""

import traceback
from collections.abc import Mapping
from typing import Any

import structlog
from flask import Flask, Response, g, json, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES

from escalator.core.errors import (
    EscalatorError,
    Forbidden,
    Invalid,
    NotAllowedNow,
    NotFound,
    StaleVersion,
    TooLarge,
    TooOften,
    Unauthorized,
    Unavailable,
)

log = structlog.get_logger(__name__)

PROBLEM = "application/problem+json"


class Malformed(EscalatorError):
    """The body is not what its headers say."""

    code = "malformed"


class PreconditionRequired(EscalatorError):
    """The change does not say which version of the ticket it is meant for."""

    code = "precondition_required"


class NotReady(Unavailable):
    """The service runs but does not do its work; `troubles` are sentences that say why."""

    code = "not_ready"

    def __init__(self, troubles: tuple[str, ...]) -> None:
        super().__init__("; ".join(troubles))
        self.troubles = troubles


class CrossSite(Forbidden):
    """Another site's page tried to press our button."""

    code = "cross_site"


STATUSES: Mapping[type[EscalatorError], int] = {
    Malformed: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotFound: 404,
    NotAllowedNow: 409,
    StaleVersion: 412,
    Invalid: 422,
    PreconditionRequired: 428,
    TooLarge: 413,
    TooOften: 429,
    Unavailable: 503,
}

HEADERS: Mapping[int, Mapping[str, str]] = {
    401: {"WWW-Authenticate": 'Bearer realm="escalator"'},
    503: {"Retry-After": "5"},
}

# What the web framework refuses by itself, in our words.
_REFUSALS: Mapping[int, tuple[str, str]] = {
    400: ("malformed", "the request could not be read to its end or is not what its headers say; send it again"),
    404: ("not_found", "there is nothing at this address; /docs lists what there is"),
    405: ("method_not_allowed", "this address does not take this method; the header Allow says which it takes"),
    413: ("too_large", "the body is larger than {most} bytes; send less"),
    415: ("unsupported_media_type", "this body is of a kind that is not taken here; send Content-Type: {takes}"),
}


def status_of(error: EscalatorError) -> int:
    """The status for the error's class or the nearest one above it; 500 for what no caller should ever see."""
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)


def register(app: Flask) -> None:
    """Answers every error of `app` as problem details."""
    app.register_error_handler(EscalatorError, _refused)
    app.register_error_handler(HTTPException, _refused_by_framework)
    app.register_error_handler(Exception, _unexpected)


def _refused(error: EscalatorError) -> Response:
    status = status_of(error)
    if status == 500:
        return _unexpected(error)
    more = {name: getattr(error, name) for name in ("fields", "troubles") if getattr(error, name, None)}
    return problem(status, error.code, str(error), **more)


def _refused_by_framework(error: HTTPException) -> Response | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    if status == 500:
        return _unexpected(error)
    code, sentence = _REFUSALS.get(status, ("bad_request", error.description or "this request cannot be answered"))
    most = f"{request.max_content_length or 0:,}"
    answer = problem(status, code, sentence.replace("{takes}", error.description or "").replace("{most}", most))
    answer.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    return answer


def _unexpected(error: Exception) -> Response:
    # Not the message: a database error quotes the row, and with it what a customer wrote.
    where = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-6:]]
    log.error("unexpected_error", error=type(error).__name__, where=where, route=str(request.url_rule))
    return problem(500, "internal", "something went wrong here; tell the operator the request_id")


def problem(status: int, code: str, detail: str, **more: Any) -> Response:
    """An answer in the shape of RFC 9457; `code` is stable, `detail` is for a person."""
    body = {"type": "about:blank", "title": HTTP_STATUS_CODES[status], "status": status, "code": code}
    body |= {"detail": detail, **more, "request_id": g.request_id}
    return Response(json.dumps(body), status, HEADERS.get(status), content_type=PROBLEM)
