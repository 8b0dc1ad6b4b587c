"""The watch of a worker process: what beat and Redis should have rung for is done without them when they fall silent.

Redis is a doorbell that may break, so each worker process looks at the signs of life in the database by itself.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial

import structlog

from escalator.bootstrap import Application
from escalator.service.delivery import Round

NO_TICK = timedelta(seconds=3)
# Beat rings the mailer and the reader every five seconds, and for a look into the mailbox every fifteen.
NO_MAIL_ROUND = timedelta(seconds=8)
NO_READING = timedelta(seconds=8)
NO_POLL = timedelta(seconds=25)
LOOK_SECONDS = 1.0
SCHEMA_LOOK_SECONDS = 10.0

log = structlog.get_logger(__name__)


class Watch(threading.Thread):
    """Calls `look` every `seconds` until it is told to end; a look that fails is followed by the next."""

    def __init__(self, name: str, look: Callable[[], None], seconds: float = LOOK_SECONDS) -> None:
        super().__init__(name=f"watch-{name}", daemon=True)
        self._look, self._seconds = look, seconds
        self._ended = threading.Event()
        self._blind = False

    def run(self) -> None:
        while not self._ended.wait(self._seconds):
            self._look_once()

    def end(self) -> None:
        self._ended.set()

    def _look_once(self) -> None:
        try:
            self._look()
        except Exception as failure:  # noqa: BLE001 - the watch outlives whatever it meets
            if not self._blind:
                log.warning("watch_blind", watch=self.name, error=type(failure).__name__)
            self._blind = True
            return
        if self._blind:
            log.warning("watch_sees_again", watch=self.name)
        self._blind = False


def watches(app: Application, queues: Sequence[str], stop_worker: Callable[[], None]) -> Iterator[Watch]:
    """The watches of a process that works for `queues`."""
    if "sweep" in queues:
        yield Watch("sweep", lambda: sweep_when_silent(app))
    for round_ in Round:
        if round_ in queues:
            yield Watch(round_, partial(deliver_when_silent, app, round_))
    if "inbound" in queues:
        yield Watch("inbound", partial(read_when_silent, app))
        yield Watch("mailbox", partial(poll_when_silent, app))
    yield Watch("schema", lambda: stop_on_foreign_schema(app, stop_worker), SCHEMA_LOOK_SECONDS)


def sweep_when_silent(app: Application) -> None:
    """Sweeps when no tick has come for three seconds; the noted beat tells the other watches that somebody does."""
    silence = app.deadlines.silence()
    if silence is not None and silence <= NO_TICK:
        return
    app.deadlines.beat()
    fired = app.deadlines.sweep()
    if fired.tickets:
        log.warning("swept_without_tick", tickets=fired.tickets, failed=fired.failed)
    if fired.letters:
        app.doorbell.ring_mailer()


def deliver_when_silent(app: Application, round_: Round = Round.MAIL) -> None:
    """Delivers when no mailer has looked for some seconds."""
    silence = app.delivery.silence(round_)
    if silence is not None and silence <= NO_MAIL_ROUND:
        return
    if round_ is Round.MAIL:
        app.digests.fold()
    while app.delivery.deliver(1, round_).tried:
        pass


def read_when_silent(app: Application) -> None:
    """Reads mail when no reader has looked for some seconds."""
    silence = app.incoming.silence()
    if silence is not None and silence <= NO_READING:
        return
    while app.incoming.work(1).tried:
        pass


def poll_when_silent(app: Application) -> None:
    """Looks into the mailbox, if there is one, when nobody has for some time."""
    silence = app.mailbox.silence()
    if app.mailbox.is_there and (silence is None or silence > NO_POLL):
        app.mailbox.poll()


def stop_on_foreign_schema(app: Application, stop_worker: Callable[[], None]) -> None:
    """A worker of an older release does not write into a newer schema (guarantees.md, O4)."""
    if not app.health.schema_is_current():
        stop_worker()
