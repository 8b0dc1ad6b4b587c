"""The Celery application of the workers: `celery -A workers.app worker -Q sweep`, or `-Q mail`, or both."""

from collections.abc import Callable
from typing import TypeVar

from celery import signals

from escalator.core.errors import Unavailable

from . import process
from .bell import app

__all__ = ["app", "task"]

TaskFunction = TypeVar("TaskFunction", bound=Callable[..., None])

app.conf.imports = ("workers.sweeping", "workers.mailing")

signals.worker_init.connect(process.refuse_foreign_schema)
signals.worker_shutting_down.connect(process.leave_in_time)
signals.worker_process_init.connect(process.begin)
signals.worker_process_shutdown.connect(process.end)


def task(name: str) -> Callable[[TaskFunction], TaskFunction]:
    """Makes a function a task. A database that does not answer is no failure to report: the next tick comes."""

    def register(function: TaskFunction) -> TaskFunction:
        app.task(name=name, throws=(Unavailable,))(function)
        return function

    return register
