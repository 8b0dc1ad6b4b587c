"""The web face: one Flask app over the use cases."""

from flask import Flask

from escalator import bootstrap, logs
from escalator.bootstrap import Application
from escalator.settings import read_settings

from . import (
    access,
    attachments,
    call_backs,
    desk,
    documentation,
    errors,
    inbound,
    oncall,
    operation,
    outbox,
    people,
    request_log,
    reviews,
    taking,
    tickets,
    unsubscribing,
)
from .specification import attach

MOST_BYTES = 2**20

_GROUPS = (
    tickets.routes,
    attachments.routes,
    call_backs.routes,
    reviews.routes,
    desk.routes,
    people.routes,
    oncall.routes,
    outbox.routes,
    inbound.routes,
    operation.routes,
)
_PAGES = (taking.pages, unsubscribing.pages, documentation.pages)


def create_app(app: Application | None = None) -> Flask:
    """The app over `app`, or over what the environment describes."""
    flask = Flask(__name__)
    flask.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    flask.json.sort_keys = False  # type: ignore[attr-defined] # the order of the fields is the order to read them in
    flask.extensions["escalator"] = app or _of_the_environment()
    request_log.register(flask)
    errors.register(flask)
    _add_routes(flask)
    access.guard(flask)
    return flask


def _of_the_environment() -> Application:
    settings = read_settings()
    logs.configure(settings.log_level)
    return bootstrap.build(settings)


def _add_routes(flask: Flask) -> None:
    api = attach(flask)
    for group in _GROUPS:
        api.register_blueprint(group.blueprint)
    for pages in _PAGES:
        flask.register_blueprint(pages)
    access.declare(flask.view_functions["static"], access.OPEN)
    flask.extensions["openapi"] = api.spec.to_dict()
