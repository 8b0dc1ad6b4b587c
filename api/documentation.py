"""The API's own description: for programs as OpenAPI, for people as a page without any script."""

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template

from .access import OPEN, declare

pages = Blueprint("documentation", __name__)

_METHODS = ("get", "post", "put", "patch", "delete")


@pages.get("/openapi.json")
def specification() -> Response:
    """The OpenAPI document."""
    return jsonify(_document())


@pages.get("/docs")
def docs() -> str:
    """The same, to be read."""
    return render_template("docs.html", spec=_document(), groups=_groups(_document()))


for view in (specification, docs):
    declare(view, OPEN)


def _document() -> dict[str, Any]:
    document: dict[str, Any] = current_app.extensions["openapi"]
    return document


def _groups(document: dict[str, Any]) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """The operations of each group as (method, path, operation)."""
    groups: dict[str, list[tuple[str, str, dict[str, Any]]]] = {tag["name"]: [] for tag in document["tags"]}
    for path, operations in document["paths"].items():
        for method in _METHODS:
            if method in operations:
                groups[operations[method]["tags"][0]].append((method.upper(), path, operations[method]))
    return groups
