"""The timelines: events are appended and read, never changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from escalator.core.ticket.events import Actor, Event, Kind

from . import setwise
from .database import Transaction
from .tables import events


@dataclass(frozen=True, slots=True)
class Stamped:
    """An event with the deadline that caused it, if one did."""

    event: Event
    deadline_id: int | None = None


def append(tx: Transaction, timelines: Iterable[tuple[int, int, Sequence[Stamped]]]) -> None:
    """Adds events to timelines, given as (ticket number, last sequence so far, events); no gaps, in one statement."""
    rows = [
        _row(ticket_id, seq, stamped)
        for ticket_id, last, new in timelines
        for seq, stamped in enumerate(new, start=last + 1)
    ]
    setwise.insert(tx, events, rows)


def _row(ticket_id: int, seq: int, stamped: Stamped) -> dict[str, Any]:
    event = stamped.event
    return {
        "ticket_id": ticket_id,
        "seq": seq,
        "at": event.at,
        "kind": str(event.kind),
        "actor_kind": event.actor.kind,
        "actor": event.actor.name,
        "cause": event.cause,
        "deadline_id": stamped.deadline_id,
        "data": dict(event.data),
    }


def timeline(tx: Transaction, ticket_id: int, after: int = 0, limit: int | None = None) -> list[tuple[int, Event]]:
    """The events of a ticket behind sequence `after`, oldest first, each with its sequence."""
    query = (
        select(events)
        .where(events.c.ticket_id == ticket_id, events.c.seq > after)
        .order_by(events.c.seq)
        .limit(limit)
    )
    return [event_of(row) for row in tx.conn.execute(query)]


def timelines(tx: Transaction, ticket_ids: Iterable[int]) -> dict[int, list[Row[Any]]]:
    """The events of several tickets, oldest first, for `event_of`: one that cannot be read spoils no other ticket."""
    query = select(events).where(events.c.ticket_id.in_(list(ticket_ids))).order_by(events.c.ticket_id, events.c.seq)
    found: dict[int, list[Row[Any]]] = {}
    for row in tx.conn.execute(query):
        found.setdefault(row.ticket_id, []).append(row)
    return found


def told(tx: Transaction, ticket_ids: Sequence[int], kind: Kind) -> list[tuple[int, Event]]:
    """The events of this kind in the timelines of these tickets."""
    query = select(events).where(events.c.ticket_id.in_(ticket_ids), events.c.kind == str(kind))
    return [(row.ticket_id, event_of(row)[1]) for row in tx.conn.execute(query)]


def count(tx: Transaction, ticket_id: int, kind: Kind, since: datetime) -> int:
    """How often this has happened to a ticket since then."""
    these = (events.c.ticket_id == ticket_id, events.c.kind == str(kind), events.c.at > since)
    return int(tx.conn.execute(select(func.count()).select_from(events).where(*these)).scalar_one())


def event_of(row: Row[Any]) -> tuple[int, Event]:
    return row.seq, Event(Kind(row.kind), row.at, Actor(row.actor_kind, row.actor), row.cause, row.data)
