"""The tasks of the readers: they read the mail that came in, mail by mail, and fetch what lies in a mailbox."""

import time

from .app import task
from .process import application

# A mail may take half a minute, so no round holds more than one, and after this no other is begun.
ROUND_SECONDS = 20.0


@task(name="inbound.read")
def read() -> None:
    """Reads the mail that waits; what is left when the time is over is for the next ring."""
    until = time.monotonic() + ROUND_SECONDS
    while time.monotonic() < until and application().incoming.work(1).tried:
        pass


@task(name="inbound.poll")
def poll() -> None:
    """Fetches what has come into the mailbox since it was last looked at."""
    application().mailbox.poll()
