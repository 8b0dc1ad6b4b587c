"""How a route is declared: its address, who may call it, what goes in and out, and every way in which it can fail."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema

from escalator.core.access import ALLOWED

from . import access
from .access import Needs, View
from .reading import Reader

Example = Mapping[str, Any]


class Version(Enum):
    """What a route does with the version of a ticket that a caller has read."""

    NEEDED = "needed for a change"
    WELCOME = "checked if given"
    COMPARED = "compared, to save an answer"
    GIVEN = "only given back"
    UNUSED = "unused"


class _Blueprint(Blueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = Reader()


class Routes:
    """A group of routes; `about` stands in the specification."""

    def __init__(self, name: str, about: str) -> None:
        self.blueprint = _Blueprint(name, __name__, description=about)

    def route(
        self,
        method: str,
        path: str,
        *,
        needs: Needs,
        answers: type[Schema] | None = None,
        kind: str = "application/json",
        status: int = 200,
        takes: type[Schema] | None = None,
        asks: type[Schema] | None = None,
        version: Version = Version.UNUSED,
        refuses: Iterable[int] = (),
        reads: Example | None = None,
        hears: Sequence[Example] = (),
        example: Example | str | None = None,
        sends: Example | None = None,
    ) -> Callable[[View], View]:
        """Declares a view. `takes` is the shape of the body, `asks` of the query; `example` and `sends` show both.

        A view that reads the body by itself says in `reads` what the specification should know of it, and of headers
        in `hears`; one that writes the answer by itself says its media type as `kind`.
        """
        failures = _failures(needs, path, takes, asks, version) | set(refuses)

        def declare(view: View) -> View:
            bare = access.declare(view, needs)
            if takes is not None:
                bare = self.blueprint.arguments(takes, example=sends)(bare)
            if asks is not None:
                bare = self.blueprint.arguments(asks, location="query")(bare)
            headers = _headers(status, version)
            bare = self.blueprint.response(
                status, answers, content_type=kind, example=example, headers=headers or None
            )(bare)
            for failure in sorted(failures):
                bare = self.blueprint.alt_response(failure, f"problem_{failure}")(bare)
            bare = self.blueprint.doc(**_manual(needs, version, reads, hears))(bare)
            named = [_PARTS[name] for name in _PARTS if f"<{name}>" in path]
            self.blueprint.route(path, methods=[method], parameters=named)(bare)
            return view

        return declare


def _failures(needs: Needs, path: str, takes: Any, asks: Any, version: Version) -> set[int]:
    found = {500, 503}
    found |= {401, 403, 404} if needs else set()
    found |= {404} if "<" in path else set()
    found |= {400, 413, 415, 422} if takes else set()
    found |= {422} if asks else set()
    found |= {409, 412, 428} if version in (Version.NEEDED, Version.WELCOME) else set()
    return found


_PARTS = {
    "ref": {"name": "ref", "in": "path", "description": "The ticket's name.", "example": "T-1042"},
    "email": {
        "name": "email",
        "in": "path",
        "description": "The person's address.",
        "example": "sam@harbour.example",
    },
    "schedule": {"name": "schedule", "in": "path", "description": "The schedule's name.", "example": "night"},
    "attachment": {"name": "attachment", "in": "path", "description": "The file's number.", "example": "1"},
    "mail": {"name": "mail", "in": "path", "description": "The mail's number.", "example": "1"},
    "override": {"name": "override", "in": "path", "description": "The override's number.", "example": "1"},
}
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "description": "The version that you have read, as it stood in the ETag.",
    "schema": {"type": "string"},
    "example": '"7"',
}
_IF_NONE_MATCH = _IF_MATCH | {
    "name": "If-None-Match",
    "description": "A version you know: if it still is the one, 304.",
}
_ETAG = {"description": "The ticket's version now, strong.", "schema": {"type": "string"}, "example": '"7"'}
_LOCATION = {"description": "Where the new thing is.", "schema": {"type": "string"}}
_NOT_MODIFIED = {"304": {"description": "Nothing was written since that version.", "headers": {"ETag": _ETAG}}}


def _headers(status: int, version: Version) -> dict[str, Any]:
    tagged = {"ETag": _ETAG} if version is not Version.UNUSED else {}
    return tagged | ({"Location": _LOCATION} if status == 201 else {})


def _manual(needs: Needs, version: Version, reads: Example | None, hears: Sequence[Example]) -> dict[str, Any]:
    """What stands in the specification beside the shapes."""
    said: dict[str, Any] = {"security": [{"key": []}] if needs else []} | ({"parameters": [*hears]} if hears else {})
    if needs:
        said["x-roles"] = sorted(ALLOWED[needs])
    if version in (Version.NEEDED, Version.WELCOME):
        said["parameters"] = [_IF_MATCH | {"required": version is Version.NEEDED}]
    if version is Version.COMPARED:
        said |= {"parameters": [_IF_NONE_MATCH], "responses": _NOT_MODIFIED}
    return said | ({"requestBody": reads} if reads else {})
