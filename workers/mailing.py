"""The task of the mailer: it empties the outbox, letter by letter, while nobody waits for it."""

import time

from .app import task
from .process import application

# A letter may take a quarter of an hour, so no round holds more than one, and after this no other is begun.
ROUND_SECONDS = 30.0


@task(name="mail.deliver")
def deliver() -> None:
    """Sends what waits; what is left when the time is over is for the next ring."""
    until = time.monotonic() + ROUND_SECONDS
    while time.monotonic() < until and application().delivery.deliver(limit=1).tried:
        pass
