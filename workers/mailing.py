"""The tasks of the mailers: they empty the outbox, letter by letter, while nobody waits for it."""

import time

from escalator.service.delivery import Round

from .app import task
from .process import application

# After this no other round is begun; letters behind a slow one are given back meanwhile (service/mailbag.py).
ROUND_SECONDS = 30.0


@task(name="mail.deliver")
def deliver() -> None:
    """Sends the mail that waits; what is left when the time is over is for the next ring."""
    application().digests.fold()
    go_round(Round.MAIL)


@task(name="webhook.deliver")
def call() -> None:
    """Calls the webhooks and pagers that wait: apart from mail, because some receiver is always slow."""
    go_round(Round.CALLS)


def go_round(round_: Round) -> None:
    until = time.monotonic() + ROUND_SECONDS
    while time.monotonic() < until and application().delivery.deliver(round_.at_once, round_).tried:
        pass
