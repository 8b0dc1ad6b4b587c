"""The sweep: claims what is due and fires it, once each, however many workers sweep at the same time."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from sqlalchemy.exc import DBAPIError

from escalator.core.errors import Busy
from escalator.core.notify.retries import wait_before
from escalator.store import deadlines as rows
from escalator.store import heartbeats
from escalator.store.database import Database, Transaction
from escalator.store.deadlines import Claimed as Claimed
from escalator.store.tables import LIVE

from .handling import Handling

# Longer than firing a chunk can take, shorter than anybody notices: a claim lost with its worker is free again then.
LEASE = timedelta(seconds=30)
ATTEMPTS_BEFORE_QUARANTINE = 5
HEARTBEAT = "sweep"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """Due deadlines that are ours for the length of the lease, proven by the token."""

    token: str
    deadlines: tuple[Claimed, ...]

    def parts(self, chunk: int) -> Iterator[list[Claimed]]:
        """What may be fired together: chunks of what is tried for the first time, then the others one by one.

        Something in a chunk may have killed its process; so whatever is tried again is tried alone, and last.
        """
        fresh = sorted((one for one in self.deadlines if one.attempts == 1), key=lambda one: one.ticket_id)
        for start in range(0, len(fresh), chunk):
            yield fresh[start : start + chunk]
        for deadline in self.deadlines:
            if deadline.attempts > 1:
                yield [deadline]


@dataclass(frozen=True, slots=True)
class Fired:
    """What a firing came to; `letters` says whether the mailer has something to do."""

    tickets: int = 0
    failed: int = 0
    letters: int = 0

    def __add__(self, other: "Fired") -> "Fired":
        return Fired(self.tickets + other.tickets, self.failed + other.failed, self.letters + other.letters)


class DeadlineService:
    """Use cases of the sweep. `lane` keeps an import's deadlines apart from the live ones."""

    def __init__(self, database: Database, handling: Handling, lane: str = LIVE) -> None:
        self._database, self._handling, self._lane = database, handling, lane

    def claim(self, limit: int) -> Claim:
        """Takes up to `limit` due deadlines; committed before any work on them begins."""
        token = uuid4().hex
        with self._database.transaction() as tx:
            claimed = rows.claim(tx, token, limit, LEASE, self._lane)
            for deadline in claimed:
                if deadline.attempts > ATTEMPTS_BEFORE_QUARANTINE:
                    _put_off(tx, token, deadline)  # its process died each time, and could not say so
        return Claim(token, tuple(one for one in claimed if one.attempts <= ATTEMPTS_BEFORE_QUARANTINE))

    def fire(self, token: str, ids: Sequence[int]) -> Fired:
        """Fires those of `ids` that `token` still holds, as one chunk in one transaction.

        When the database refuses the chunk, its tickets are tried one at a time, so that the one that cannot be
        written is found and the others are not delayed.
        """
        try:
            with self._database.transaction() as tx:
                return self._fire(tx, token, rows.held(tx, token, ids))
        except (DBAPIError, Busy) as error:
            if len(ids) == 1:
                log.error("deadline_refused", deadline=ids[0], error=type(error).__name__)
                self._set_back(token, ids[0])
                return Fired(failed=1)
            return sum((self.fire(token, [id_]) for id_ in ids), Fired())

    def _fire(self, tx: Transaction, token: str, held: Sequence[Claimed]) -> Fired:
        handled = self._handling.handle(tx, {deadline.ticket_id for deadline in held}, lane=self._lane)
        for deadline in held:
            failure = handled.failures.get(deadline.ticket_id)
            if failure is not None:
                log.error("deadline_failed", deadline=deadline.id, kind=deadline.kind, error=type(failure).__name__)
                _put_off(tx, token, deadline)
        return Fired(len(handled.dossiers), len(handled.failures), handled.letters)

    def _set_back(self, token: str, id_: int) -> None:
        with self._database.transaction() as tx:
            for deadline in rows.held(tx, token, [id_]):
                _put_off(tx, token, deadline)

    def sweep(self, limit: int = 500) -> Fired:
        """Claims and fires in this very process until nothing is due: for imports, tests, and when Redis is away."""
        total = Fired()
        while (claim := self.claim(limit)).deadlines:
            for part in claim.parts(limit):
                total += self.fire(claim.token, [deadline.id for deadline in part])
        return total

    def next_due(self) -> datetime | None:
        """The earliest armed instant of this lane."""
        with self._database.reading() as tx:
            return rows.next_due(tx, self._lane)

    def beat(self) -> None:
        """Notes that somebody sweeps."""
        with self._database.transaction() as tx:
            heartbeats.beat(tx, HEARTBEAT)

    def silence(self) -> timedelta | None:
        """How long nobody has swept; None if nobody ever did."""
        with self._database.reading() as tx:
            last = heartbeats.last(tx, HEARTBEAT)
            return None if last is None else tx.now - last


def _put_off(tx: Transaction, token: str, deadline: Claimed) -> None:
    if deadline.attempts >= ATTEMPTS_BEFORE_QUARANTINE:
        log.error("deadline_quarantined", deadline=deadline.id, kind=deadline.kind, attempts=deadline.attempts)
        rows.quarantine(tx, token, deadline.id)
    else:
        wait = wait_before(deadline.attempts, random.random())  # noqa: S311 - spreads load, guards nothing
        rows.put_off(tx, token, deadline.id, tx.now + wait)
