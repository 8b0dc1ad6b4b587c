"""The API's own description: for programs as OpenAPI, for people as a page without any script."""

import json
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template

from .access import OPEN, declare

pages = Blueprint("documentation", __name__)

Described = dict[str, Any]

_METHODS = ("get", "post", "put", "patch", "delete")
_LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "from {}",
    "maximum": "to {}",
    "maxItems": "at most {} items",
    "default": "{} if not given",
}


@pages.get("/openapi.json")
def specification() -> Response:
    """The OpenAPI document."""
    return jsonify(_document())


@pages.get("/docs")
def docs() -> Response:
    """The same, to be read."""
    told = render_template(
        "docs.html", spec=_document(), groups=_groups(), resolve=_resolve, in_words=_in_words, pretty=_pretty
    )
    policy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
    return Response(told, headers={"Content-Security-Policy": policy})


for view in (specification, docs):
    declare(view, OPEN)


def _document() -> Described:
    document: Described = current_app.extensions["openapi"]
    return document


def _groups() -> dict[str, list[tuple[str, str, Described]]]:
    """The operations of each group as (method, path, operation)."""
    groups: dict[str, list[tuple[str, str, Described]]] = {tag["name"]: [] for tag in _document()["tags"]}
    for path, operations in _document()["paths"].items():
        for method in _METHODS:
            if method in operations:
                groups[operations[method]["tags"][0]].append((method.upper(), path, operations[method]))
    return groups


def _resolve(schema: Described) -> Described:
    """The shape itself where `schema` only refers to it."""
    named = schema.get("$ref", "").rpartition("/")[2]
    return _document()["components"]["schemas"][named] if named else schema


def _in_words(field: Described) -> str:
    """What a field may hold, for a reader: `text; one of low, high; normal if not given`."""
    kind = _kind(field)
    limits = [words.format(_said(field[name])) for name, words in _LIMITS.items() if name in field]
    choices = [f"one of {', '.join(map(str, field['enum']))}"] if "enum" in field else []
    return "; ".join([kind, *choices, *limits, *([field["description"]] if "description" in field else [])])


def _kind(field: Described) -> str:
    if refs := [each["$ref"] for each in (field, *field.get("anyOf", ()), *field.get("allOf", ())) if "$ref" in each]:
        return f"a {refs[0].rpartition('/')[2]}"
    kinds = field.get("type", "anything")
    kind = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return f"list of {_kind(field['items'])}" if "items" in field else str(field.get("format", kind))


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _pretty(example: Any) -> str:
    return example if isinstance(example, str) else json.dumps(example, indent=2, ensure_ascii=False)
