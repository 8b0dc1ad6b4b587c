"""The Celery application of the workers: `celery -A workers.app worker -Q sweep`, `-Q mail` and so on."""

import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from celery import signals

from escalator.core.errors import Unavailable

from . import process
from .bell import app

__all__ = ["app", "task"]

TaskFunction = TypeVar("TaskFunction", bound=Callable[..., None])

app.conf.imports = ("workers.sweeping", "workers.mailing", "workers.reading")

signals.worker_init.connect(process.refuse_foreign_schema)
signals.worker_shutting_down.connect(process.leave_in_time)
signals.worker_process_init.connect(process.begin)
signals.worker_process_shutdown.connect(process.end)


class TaskFailed(Exception):
    """A task failed; says how, and nothing of what it was about."""


def _discreet(function: TaskFunction) -> TaskFunction:
    """A database quotes the row that it refuses, and with it addresses and links: Celery logs the class only (C5)."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except Unavailable:
            raise
        except Exception as failure:  # noqa: BLE001 - nothing may reach Celery in its own words
            way = [f"{step.name}:{step.lineno}" for step in traceback.extract_tb(failure.__traceback__)]
            code = getattr(getattr(failure, "orig", None), "sqlstate", None) or "no code"
            raise TaskFailed(f"{type(failure).__name__} ({code}) at {' > '.join(way)}") from None

    return cast(TaskFunction, run)


def task(name: str) -> Callable[[TaskFunction], TaskFunction]:
    """Makes a function a task. A database that does not answer is no failure to report: the next tick comes."""

    def register(function: TaskFunction) -> TaskFunction:
        app.task(name=name, throws=(Unavailable, TaskFailed))(_discreet(function))
        return function

    return register
