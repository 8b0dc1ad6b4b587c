"""What one worker process has: its own application, its watches, and an end when the schema is not its own."""

import os
import signal
import sys
import threading
from typing import Any

import structlog
from celery import current_app

from escalator.bootstrap import Application, build
from escalator.core.errors import Unavailable
from escalator.settings import read_settings

from . import watch

# Longer than the soft shutdown, in which running tasks may end.
GOODBYE_SECONDS = 7.0

log = structlog.get_logger(__name__)

_building = threading.Lock()
_applications: dict[int, Application] = {}
_watches: list[watch.Watch] = []


def application() -> Application:
    """The application of this very process: connections never cross a fork."""
    with _building:
        if os.getpid() not in _applications:
            _applications[os.getpid()] = build(read_settings())
        return _applications[os.getpid()]


def refuse_foreign_schema(**_: Any) -> None:
    """Before any task: a worker of another release than the database does not start (guarantees.md, O4)."""
    ours = build(read_settings())
    try:
        current = ours.health.schema_is_current()
    except Unavailable:
        return  # the watch looks again
    finally:
        ours.close()
    if not current:
        sys.exit("The database has another schema than this code: run `escalator migrate`, then start again.")


def begin(**_: Any) -> None:
    """A worker process begins, and watches over what its queues are for. (Celery ends it with its parent.)"""
    ours = application()
    _watches.extend(watch.watches(ours, tuple(current_app.amqp.queues.consume_from), stop_worker=_stop_worker))
    for each in _watches:
        each.start()


def end(**_: Any) -> None:
    """A worker process ends in peace."""
    for each in _watches:
        each.end()
    application().close()


def leave_in_time(how: str = "", **_: Any) -> None:
    """A worker that is told to end and cannot say goodbye, because Redis is away, goes without."""
    if how.lower() != "warm":
        goodbye = threading.Timer(GOODBYE_SECONDS, os._exit, (1,))
        goodbye.daemon = True
        goodbye.start()


def _stop_worker() -> None:
    """Ends the worker with all its processes; whoever supervises it starts the new code."""
    log.error("foreign_schema", remedy="run `escalator migrate`, then start the worker again")
    os.kill(os.getppid(), signal.SIGTERM)
