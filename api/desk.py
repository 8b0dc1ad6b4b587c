"""The desk document: read, checked, put into use."""

from collections.abc import Sequence
from typing import Any

from flask import request

from escalator.core.access import Act
from escalator.core.desk.problems import Problem

from . import examples
from .access import caller, services
from .reading import Reader, text_of
from .routes import Routes
from .schemas.desk import DeskAppliedSchema, DeskCheckedSchema, DeskDocumentSchema, DeskSchema

routes = Routes("desk", "The desk: calendars, people, promises and ladders, as one document.")

_KINDS = ("application/yaml", "application/x-yaml", "text/yaml", "text/plain")
_READS_A_DOCUMENT = {400, 413, 415, 422}
_BODY = {
    "required": True,
    "content": {
        "application/yaml": {"schema": {"type": "string"}, "example": examples.DESK_DOCUMENT},
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["document"],
                "properties": {"document": {"type": "string"}},
                "additionalProperties": False,
            },
            "example": {"document": examples.DESK_DOCUMENT},
        },
    },
}


def _document() -> str:
    """The desk's text: the body itself when it is YAML, else the field `document`."""
    if request.is_json:
        return str(Reader().parse(DeskDocumentSchema(), request, location="json")["document"])
    return text_of(*_KINDS, "application/json")


def _warnings(problems: Sequence[Problem]) -> bool:
    return all(problem.severity == "warning" for problem in problems)


@routes.route("GET", "/v1/desk", needs=Act.DESK_READ, answers=DeskSchema, example=examples.DESK)
def read_desk() -> Any:
    """Read the desk that is in use."""
    version, document = services().desk.current(caller())
    return {"version": version, "document": document}


@routes.route(
    "PUT",
    "/v1/desk",
    needs=Act.DESK_CHANGE,
    answers=DeskAppliedSchema,
    example=examples.DESK_APPLIED,
    refuses=_READS_A_DOCUMENT,
    reads=_BODY,
)
def apply_desk() -> Any:
    """Put a new version of the desk into use.

    Send desk.yaml itself, or JSON with its text as `document`. A desk with errors is refused with 422, and the old
    one stays in use. What already climbs a ladder keeps the version with which it started, and open clocks keep
    theirs until `escalator desk apply` recalculates them.
    """
    return services().desk.apply(caller(), _document())


@routes.route(
    "POST",
    "/v1/desk/check",
    needs=Act.DESK_READ,
    answers=DeskCheckedSchema,
    example=examples.DESK_CHECKED,
    refuses=_READS_A_DOCUMENT,
    reads=_BODY,
)
def check_desk() -> Any:
    """Check a desk without using it: every error and warning with its path, its line and the remedy."""
    problems = services().desk.check(_document())
    return {"ok": _warnings(problems), "problems": problems}
