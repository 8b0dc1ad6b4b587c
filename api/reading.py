"""Reads what callers send: JSON and query strings, refused with sentences that name the place, never with a crash."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NoReturn

from flask import Request, request
from marshmallow import RAISE, Schema, ValidationError
from marshmallow.exceptions import SCHEMA
from webargs.core import missing
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import ClientDisconnected, HTTPException, RequestEntityTooLarge, UnsupportedMediaType

from escalator.core.desk.problems import Path, shown
from escalator.core.errors import Invalid

from .errors import Malformed

# More than anybody mends in one go; a hostile body could have a hundred thousand.
_MOST_FIELDS = 50

# What marshmallow says by itself, in our words.
_OUR_WORDS = {
    "Missing data for required field.": "is missing",
    "Field may not be null.": "must not be null",
    "Unknown field.": "is not known here",
    "Not a valid string.": "must be text",
    "Not a valid list.": "must be a list",
    "Not a valid integer.": "must be a whole number",
    "Invalid input type.": "must be an object with named fields",
}


class Reader(FlaskParser):
    """webargs' parser, strict: a body must be JSON and say so, and a name that is not known is refused."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"json": None, "query": RAISE}  # noqa: RUF012 - as webargs declares it

    def load_json(self, req: Request, schema: Schema) -> Any:  # noqa: ARG002 - webargs' signature
        if not req.is_json:
            raise UnsupportedMediaType("application/json")
        return parse(body())

    def handle_error(self, error: ValidationError, *_: Any, **__: Any) -> NoReturn:
        told = islice(_sentences(next(iter(error.messages_dict.values()))), _MOST_FIELDS)
        fields: dict[str, list[str]] = {}
        for path, sentence in told:
            fields.setdefault(shown(path) or "body", []).append(sentence)
        raise Invalid("; ".join(f"{path} {said[0]}" for path, said in islice(fields.items(), 3)), fields)


def body(most: int | None = None) -> bytes:
    """The whole body, or an error: a server that ends the stream by itself lets half of one look like all of it.

    `most` octets are read at most, whatever the headers say; without it as many as everywhere.
    """
    if most is not None:
        request.max_content_length = most
    announced = request.content_length
    try:
        came = request.get_data()
    except HTTPException:
        raise
    except Exception as error:  # servers have errors of their own for a body that breaks their framing
        raise ClientDisconnected from error
    if announced is not None and len(came) < announced:
        raise ClientDisconnected
    if announced is None and len(came) >= (request.max_content_length or 0):
        raise RequestEntityTooLarge
    return came


def parse(text: bytes) -> Any:
    """The JSON value in `text`; raises `Malformed` whatever is wrong with it, however deep or long it is."""
    try:
        return json.loads(text.decode("utf-8"), parse_constant=_refuse_constant) if text else missing
    except RecursionError:
        raise Malformed(
            "the body is nested too deeply; nothing that is taken here has more than three levels"
        ) from None
    except ValueError as error:
        place = (
            f": look at line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        )
        raise Malformed(f"the body is not JSON in UTF-8{place}") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _sentences(errors: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Marshmallow's nested errors as (path, sentence) pairs."""
    if isinstance(errors, Mapping):
        for key, inner in errors.items():
            yield from _sentences(inner, path if key == SCHEMA else (*path, key))
    else:
        yield from ((path, _OUR_WORDS.get(error, error)) for error in errors)


def require_kind(*kinds: str) -> None:
    """Refuses a body that does not come as one of these media types."""
    if request.mimetype not in kinds:
        raise UnsupportedMediaType(" or ".join(kinds))


def text_of(*kinds: str) -> str:
    """The body as text, if it comes as one of these media types."""
    require_kind(*kinds)
    try:
        return body().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed(f"the body is not text in UTF-8 (byte {error.start + 1}); save it as UTF-8") from None
