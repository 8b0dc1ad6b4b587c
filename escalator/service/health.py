"""Whether the service does its work: silence is seen within two minutes (guarantees.md, O1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from escalator.core.mail.breakers import HOUR
from escalator.store import deadlines, desks, heartbeats, incoming, mailbox_cursors, migrate, outbox, people
from escalator.store.database import Database, Transaction
from escalator.store.deadlines import Backlog

from . import deadlines as sweeping
from . import delivery, mailbag
from . import incoming as reading
from .customer_letters import BRAKE

TOO_LONG = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Health:
    """`troubles` are sentences that say what is wrong and what to do; none means ready."""

    troubles: tuple[str, ...]
    overdue: int
    oldest_overdue: datetime | None
    quarantined: int
    outbox: dict[str, int]
    inbound: dict[str, int]

    @property
    def ready(self) -> bool:
        return not self.troubles


class HealthService:
    """Answers /readyz, /metrics and the operator's questions."""

    def __init__(self, database: Database, mailbox: str = "") -> None:
        """`mailbox` is the one from which mail is fetched, if one is."""
        self._database, self._mailbox = database, mailbox

    def schema_is_current(self) -> bool:
        """Whether the database has the schema of this code; a worker that finds another stops itself (O4)."""
        return migrate.is_current(self._database)

    def look(self) -> Health:
        if not self.schema_is_current():
            trouble = "the database has another schema than this code; run `escalator migrate`"
            return Health((trouble,), 0, None, 0, {}, {})
        with self._database.reading() as tx:
            backlog = deadlines.backlog(tx)
            troubles = (
                *_silences(tx),
                *_lateness(tx, backlog),
                *_unread(tx, self._mailbox),
                *_configuration(tx),
            )
            letters, mails = outbox.counts(tx), incoming.counts(tx)
            return Health(troubles, backlog.overdue, backlog.oldest, backlog.quarantined, letters, mails)


def _silences(tx: Transaction) -> Iterator[str]:
    parts = ((sweeping.HEARTBEAT, "worker"), (delivery.HEARTBEAT, "mailer"), (reading.HEARTBEAT, "reader"))
    for name, part in parts:
        last = heartbeats.last(tx, name)
        if last is None or tx.now - last > TOO_LONG:
            since = f"since {last.isoformat()}" if last else "ever"
            yield f"no sign of the {name} {since}; look whether the {part} process runs"


def _lateness(tx: Transaction, backlog: Backlog) -> Iterator[str]:
    if backlog.quarantined:
        yield f"{backlog.quarantined} deadlines failed again and again and are quarantined; look at the worker's log"
    oldest_deadline = backlog.oldest
    if oldest_deadline is not None and tx.now - oldest_deadline > TOO_LONG:
        yield f"a deadline of {oldest_deadline.isoformat()} has not fired; look at the worker's log"
    oldest_letter = outbox.oldest_pending(tx)
    if oldest_letter is not None and tx.now - oldest_letter > TOO_LONG:
        yield f"a letter of {oldest_letter.isoformat()} has not been sent; look at `escalator outbox list`"


def _unread(tx: Transaction, mailbox: str) -> Iterator[str]:
    due_since = incoming.due_since(tx)
    if due_since is not None and tx.now - due_since > TOO_LONG:
        yield f"mail has waited to be read since {due_since.isoformat()}; look at the reader's log"
    polled_at = mailbox_cursors.polled_at(tx, mailbox) if mailbox else None
    if polled_at is not None and tx.now - polled_at > TOO_LONG:
        yield f"the mailbox has not been seen to its end since {polled_at.isoformat()}; look at the reader's log"


def _configuration(tx: Transaction) -> Iterator[str]:
    if desks.active_version(tx) is None:
        yield "no desk is in use; apply one with `escalator desk apply FILE`"
    if unreached := len(people.unreachable(tx)):
        # This page is open to everybody who reaches it, so it names nobody.
        yield f"mail does not reach {unreached} of our people; see `escalator people list`, mend, `people reachable`"
    braked = heartbeats.last(tx, BRAKE)
    if braked is not None and tx.now - braked < HOUR:
        yield "so many automatic mails went to customers that some were held back; see `escalator outbox list`"
    if (reason := heartbeats.thrown(tx, mailbag.OUTBOUND_HOLD)) is not None:
        yield f"outgoing mail is held ({reason}); let it go with `escalator outbox release`"
