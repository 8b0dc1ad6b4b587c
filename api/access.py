"""Who calls and whether they may: every route declares what it needs, and a route without a rule stops the start."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, g, request

from escalator.bootstrap import Application
from escalator.core.access import ALLOWED, Act, Principal, require

View = Callable[..., Any]
# What a route needs: an act that the caller's role must be allowed, or nothing at all.
Needs = Act | None
OPEN: Needs = None

_MARK = "needs"


def declare(view: View, needs: Needs) -> View:
    """Notes on the view what a caller needs; wrappers keep the note."""
    setattr(view, _MARK, needs)
    return view


def guard(app: Flask) -> None:
    """Checks the key before anything else of a request is looked at; call it when all routes are registered."""
    for rule in app.url_map.iter_rules():
        if not hasattr(app.view_functions[rule.endpoint], _MARK):
            raise RuntimeError(f"{rule.rule} has no access rule; say what it needs where it is declared")
    app.before_request(_admit)


def _admit() -> None:
    if request.endpoint is None:
        return  # No such address, or not with this method: that is answered without asking who calls.
    needs: Needs = getattr(current_app.view_functions[request.endpoint], _MARK)
    if needs is not None:
        g.caller = services().keys.authenticate(_bearer())
        require(g.caller, needs)


def _bearer() -> str | None:
    given = request.authorization
    return given.token if given is not None and given.type == "bearer" else None


def services() -> Application:
    """The use cases behind this app."""
    found: Application = current_app.extensions["escalator"]
    return found


def caller() -> Principal:
    """Whose key came with the request."""
    found: Principal = g.caller
    return found


def may(act: Act) -> bool:
    """Whether the caller's role is allowed `act`: for answers that tell less to those who may see less."""
    return caller().role in ALLOWED[act]
