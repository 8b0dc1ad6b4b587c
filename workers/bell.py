"""Celery without the work: for beat, which only rings, and Flower, which only looks; both start the faster for it."""

from typing import Any

from celery import Celery, signals

from escalator import logs
from escalator.settings import read_settings
from escalator.taskqueue import task_queue

_settings = read_settings()

app: Celery = task_queue(_settings)


def configure_logs(**_: Any) -> None:
    logs.configure(_settings.log_level)


signals.setup_logging.connect(configure_logs)
