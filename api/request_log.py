"""One line for each request with its id, and never a body, a key or a token."""

import re
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger(__name__)

_SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")


def register(app: Flask) -> None:
    """Gives each request of `app` an id, the caller's own if it is sane, and logs how it ended."""
    app.before_request(_name)
    app.after_request(_note)


def _name() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if _SANE.fullmatch(given) else uuid4().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _note(response: Response) -> Response:
    # The rule, not the path: /take/<token> is a secret.
    log.info("request", method=request.method, route=str(request.url_rule), status=response.status_code)
    response.headers["X-Request-ID"] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
