"""The OpenAPI document: built from the declared routes, with problem details for every way to fail."""

from typing import Any

from flask import Flask
from flask_smorest import Api
from werkzeug.http import HTTP_STATUS_CODES

from . import examples
from .errors import HEADERS, PROBLEM, STATUSES
from .schemas.problems import ProblemSchema

_ABOUT = """Support tickets whose clocks never stop being watched.

Send your API key as `Authorization: Bearer esc_...`. Every refusal is `application/problem+json` with a stable `code`
and a sentence in `detail` that says what to do. Instants are ISO 8601 in UTC. Who changes a ticket sends the version
they have read (its ETag) as `If-Match`; `*` is refused, since it would overwrite what they have not seen."""

_KEY = {"type": "http", "scheme": "bearer", "description": "An API key, made with `escalator key create`."}


class DeskApi(Api):  # type: ignore[misc]
    """flask-smorest's API with our problem details in its specification."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_responses(self) -> None:
        for status in sorted({*STATUSES.values(), 413, 415, 500}):
            self.spec.components.response(f"problem_{status}", _response(status), lazy=True)

    def _register_error_handlers(self) -> None:
        """Errors are ours: see `errors`."""


def _response(status: int) -> dict[str, Any]:
    example = examples.PROBLEM if status == examples.PROBLEM["status"] else None
    content = {"schema": ProblemSchema} | ({"example": example} if example else {})
    headers = {name: {"schema": {"type": "string"}} for name in HEADERS.get(status, ())}
    described = {"description": HTTP_STATUS_CODES[status], "content": {PROBLEM: content}}
    return described | ({"headers": headers} if headers else {})


def attach(app: Flask) -> DeskApi:
    """The API of `app`, ready to take routes."""
    app.config |= {"API_TITLE": "Escalator", "API_VERSION": "v1", "OPENAPI_VERSION": "3.1.0"}
    api = DeskApi(app, spec_kwargs={"info": {"description": _ABOUT}})
    api.spec.components.security_scheme("key", _KEY)
    return api
