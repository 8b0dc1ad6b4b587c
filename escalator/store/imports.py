"""What an import needs of the rows: how far it came, what is due in its lane, and what came of it all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import event, func, select, update

from escalator.core.dossier import Dossier
from escalator.core.ticket.events import Kind

from .database import Database, Transaction
from .dossiers import TICKETS, dossier_of
from .tables import deadlines, escalation_runs, events, outbox, tickets

_MARK = "import:"


def mark(index: int, key: str) -> str:
    """The cause of what an entry of a case brought about, in whatever ticket; a later run goes on behind the last."""
    return f"{_MARK}{index}:{key}"


def standing(tx: Transaction, lane: str) -> dict[str, tuple[int, int]]:
    """How far an import came: for each case its ticket's number and the index of its last entry that was played."""
    query = (
        select(events.c.cause, tickets.c.import_key)
        .distinct()
        .join(tickets, events.c.ticket_id == tickets.c.id)
        .where(tickets.c.lane == lane, events.c.cause.startswith(_MARK))
    )
    # A follow-up is no case of the log.
    cases = select(tickets.c.import_key, tickets.c.id).where(
        tickets.c.lane == lane, tickets.c.import_key.is_not(None)
    )
    # The first entry of a case opens the ticket, so a ticket without a mark has come that far.
    reached = {row.import_key: (row.id, 0) for row in tx.conn.execute(cases)}
    for cause, own in tx.conn.execute(query):
        index, _, key = cause.removeprefix(_MARK).partition(":")
        key = key or own  # the first release did not name the case: it was always that of the ticket
        number, last = reached[key]
        reached[key] = (number, max(last, int(index)))
    return reached


def release(tx: Transaction, lane: str) -> None:
    """Takes the lane's deadlines from a run that was killed while it held them."""
    held = update(deadlines).where(deadlines.c.lane == lane, deadlines.c.state == "pending")
    tx.conn.execute(held.values(claim=None, claimed_until=None))


def next_due(tx: Transaction, lane: str) -> datetime | None:
    """The earliest armed instant of the lane, but for deadlines that were put off because they failed."""
    query = select(func.min(deadlines.c.due_at)).where(
        deadlines.c.state == "pending", deadlines.c.lane == lane, deadlines.c.claimed_until.is_(None)
    )
    earliest: datetime | None = tx.conn.execute(query).scalar_one()
    return earliest


def commit_lightly(database: Database) -> None:
    """Lets commits return before the disk has them: an import that loses its last moments plays them again.

    On both databases this cannot damage what is stored, only lose the end of it in a power cut.
    """

    def _lightly(connection: Any, _: Any) -> None:
        sqlite = database.engine.dialect.name == "sqlite"
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=NORMAL" if sqlite else "SET SESSION synchronous_commit = off")
        cursor.close()

    event.listen(database.engine, "connect", _lightly)


@dataclass(frozen=True, slots=True)
class Asked:
    """A step of a ladder that asked somebody; `rung` counts through all repeats, from 0."""

    ladder: str
    rung: int
    action: str


def dossiers(tx: Transaction, lane: str) -> Iterator[Dossier]:
    for row in tx.conn.execute(TICKETS.where(tickets.c.lane == lane).order_by(tickets.c.id)):
        yield dossier_of(row)


def runs(tx: Transaction, lane: str) -> list[tuple[str, str, str]]:
    """Reason, state and why it ended, of each ladder run."""
    query = (
        select(escalation_runs.c.reason, escalation_runs.c.state, escalation_runs.c.ended_because)
        .join(tickets, tickets.c.id == escalation_runs.c.ticket_id)
        .where(tickets.c.lane == lane)
    )
    return [(row.reason, row.state, row.ended_because) for row in tx.conn.execute(query)]


def asked(tx: Transaction, lane: str) -> list[Asked]:
    """Every time that a step asked somebody."""
    ladders = {
        (row.ticket_id, row.number): row.ladder
        for row in tx.conn.execute(
            select(escalation_runs.c.ticket_id, escalation_runs.c.number, escalation_runs.c.ladder)
            .join(tickets, tickets.c.id == escalation_runs.c.ticket_id)
            .where(tickets.c.lane == lane)
        )
    }
    query = (
        select(events.c.ticket_id, events.c.data)
        .join(tickets, tickets.c.id == events.c.ticket_id)
        .where(tickets.c.lane == lane, events.c.kind == str(Kind.STEP_ASKED))
    )
    return [
        Asked(ladders[row.ticket_id, row.data["run"]], row.data["rung"], row.data["action"])
        for row in tx.conn.execute(query)
    ]


def letters(tx: Transaction, lane: str) -> list[tuple[str, str, datetime]]:
    """Recipient, kind and instant of each letter."""
    query = (
        select(outbox.c.recipient, outbox.c.kind, outbox.c.created_at)
        .join(tickets, tickets.c.id == outbox.c.ticket_id)
        .where(tickets.c.lane == lane)
    )
    return [(row.recipient, row.kind, row.created_at) for row in tx.conn.execute(query)]
