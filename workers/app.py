"""The Celery application of the workers, beat and Flower: `celery -A workers.app worker -Q sweep` and the like."""

from collections.abc import Callable
from typing import TypeVar

from celery import Celery, signals

from escalator import logs
from escalator.bootstrap import task_queue
from escalator.core.errors import Unavailable
from escalator.settings import read_settings

from . import process

TaskFunction = TypeVar("TaskFunction", bound=Callable[..., None])

app: Celery = task_queue(read_settings())
app.conf.imports = ("workers.sweeping", "workers.mailing")

signals.setup_logging.connect(lambda **_: logs.configure(read_settings().log_level), weak=False)
signals.worker_init.connect(process.refuse_foreign_schema)
signals.worker_process_init.connect(process.begin)
signals.worker_process_shutdown.connect(process.end)


def task(name: str) -> Callable[[TaskFunction], TaskFunction]:
    """Makes a function a task. A database that does not answer is no failure to report: the next tick comes."""

    def register(function: TaskFunction) -> TaskFunction:
        app.task(name=name, throws=(Unavailable,))(function)
        return function

    return register

