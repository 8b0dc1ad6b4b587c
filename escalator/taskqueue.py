"""Celery on the given settings: the little that beat and Flower need, who load nothing of the rest."""

from celery import Celery

from escalator.adapters.queue import celery_app
from escalator.settings import Settings


def task_queue(settings: Settings) -> Celery:
    """Celery as beat and Flower run it; the workers add the tasks."""
    return celery_app(settings.redis_url, has_mailbox=bool(settings.imap_url))
