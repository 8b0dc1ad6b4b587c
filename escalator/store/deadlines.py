"""Deadlines as rows: armed as the core demands, claimed with a lease, fired once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from escalator.core.sla.deadlines import Due

from . import claims, setwise
from .database import Transaction
from .tables import LIVE, deadlines

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Armed:
    """A pending deadline of a ticket."""

    id: int
    due: Due


@dataclass(frozen=True, slots=True)
class Claimed:
    """A due deadline that a sweeper holds until its lease ends; `attempts` counts this claim."""

    id: int
    ticket_id: int
    kind: str
    cycle: int
    due_at: datetime
    attempts: int


def pending(tx: Transaction, ticket_ids: Iterable[int]) -> dict[int, list[Armed]]:
    """The armed deadlines of each ticket."""
    row = (deadlines.c.ticket_id, deadlines.c.id, deadlines.c.kind, deadlines.c.cycle, deadlines.c.due_at)
    query = select(*row).where(deadlines.c.ticket_id.in_(list(ticket_ids)), deadlines.c.state == "pending")
    found: dict[int, list[Armed]] = {}
    for ticket_id, id_, kind, cycle, due_at in tx.conn.execute(query).all():
        found.setdefault(ticket_id, []).append(Armed(id_, Due(kind, cycle, due_at)))
    return found


def sync(tx: Transaction, wanted: Mapping[int, frozenset[Due]], armed: Mapping[int, list[Armed]], lane: str) -> None:
    """Makes the pending rows of each ticket what the core wants: arms, moves and cancels.

    A deadline that has fired stays fired whatever is wanted: the same key never fires twice.
    """
    missing: list[Row] = []
    moved: list[Row] = []
    gone: list[Row] = []
    for ticket_id, dues in wanted.items():
        standing = {(row.due.kind, row.due.cycle): row for row in armed.get(ticket_id, [])}
        for due in sorted(dues, key=_by_time):
            row = standing.pop((due.kind, due.cycle), None)
            if row is None:
                missing.append(_row(ticket_id, due, lane))
            elif row.due.at != due.at:
                moved.append({"id": row.id, **_armed(due)})
        gone += [{"id": row.id, "state": "cancelled", "claim": None} for row in standing.values()]
    setwise.upsert(tx, deadlines, ("ticket_id", "kind", "cycle"), missing, unless="fired")
    setwise.update(tx, deadlines, ("id",), moved)
    setwise.update(tx, deadlines, ("id",), gone)


def _by_time(due: Due) -> tuple[datetime, str]:
    return due.at, due.kind


def _row(ticket_id: int, due: Due, lane: str) -> Row:
    return {"ticket_id": ticket_id, "kind": due.kind, "cycle": due.cycle, "lane": lane, **_armed(due)}


def _armed(due: Due) -> Row:
    return {"due_at": due.at, "state": "pending", "claim": None, "claimed_until": None, "attempts": 0}


def mark_fired(tx: Transaction, fired: Sequence[Armed]) -> None:
    """Another desk may have moved a deadline into the past, so it says anew for when it was due."""
    row = {"state": "fired", "fired_at": tx.now, "claim": None}
    setwise.update(tx, deadlines, ("id",), [{"id": one.id, "due_at": one.due.at, **row} for one in fired])


def arm_fired(tx: Transaction, ticket_id: int, due: Due, lane: str) -> int:
    """The row of a deadline that fires without standing in the pending ones.

    It came up and fell due in one and the same transaction, or it was quarantined and has another try.
    """
    fired = {"due_at": due.at, "state": "fired", "fired_at": tx.now}
    insert = postgres_insert(deadlines) if tx.on_postgres else sqlite_insert(deadlines)
    statement = (
        insert.values(_row(ticket_id, due, lane) | fired)
        .on_conflict_do_update(
            index_elements=["ticket_id", "kind", "cycle"], set_=fired, where=deadlines.c.state != "fired"
        )
        .returning(deadlines.c.id)
    )
    return int(tx.conn.execute(statement).scalar_one())


def claim(tx: Transaction, token: str, limit: int, lease: timedelta, lane: str = LIVE) -> list[Claimed]:
    """Takes up to `limit` due deadlines, the longest overdue first, for `lease`; others pass them by meanwhile.

    A deadline is met by what happens at its very instant, so it is due only after it (sla-semantics.md, 3).
    """
    due = (
        select(deadlines.c.id)
        .where(
            deadlines.c.state == "pending",
            deadlines.c.lane == lane,
            deadlines.c.due_at < tx.now,
            claims.is_free(tx, deadlines),
        )
        .order_by(deadlines.c.due_at)
        .limit(limit)
    )
    claimed = [_claimed(row) for row in claims.take(tx, deadlines, due, token, lease)]
    return sorted(claimed, key=lambda deadline: (deadline.due_at, deadline.id))


def _claimed(row: Any) -> Claimed:
    return Claimed(row.id, row.ticket_id, row.kind, row.cycle, row.due_at, row.attempts)


def held(tx: Transaction, token: str, ids: Sequence[int]) -> list[Claimed]:
    """Which of `ids` are still ours: pending, and claimed with this very token."""
    query = select(deadlines).where(
        deadlines.c.claim == token, deadlines.c.state == "pending", deadlines.c.id.in_(list(ids))
    )
    return [_claimed(row) for row in tx.conn.execute(query)]


def put_off(tx: Transaction, token: str, id_: int, until: datetime) -> None:
    """A deadline that failed is tried again at `until`; nobody claims it before."""
    _if_held(tx, token, id_, claim=None, claimed_until=until)


def quarantine(tx: Transaction, token: str, id_: int) -> None:
    """A deadline that keeps failing is taken out of the sweep, to be looked at by a human."""
    _if_held(tx, token, id_, state="quarantined", claim=None)


def _if_held(tx: Transaction, token: str, id_: int, **values: Any) -> None:
    held_by_us = (deadlines.c.id == id_, deadlines.c.claim == token, deadlines.c.state == "pending")
    tx.conn.execute(update(deadlines).where(*held_by_us).values(**values))


def next_due(tx: Transaction, lane: str) -> datetime | None:
    """The earliest armed instant of a lane."""
    query = select(func.min(deadlines.c.due_at)).where(deadlines.c.state == "pending", deadlines.c.lane == lane)
    earliest: datetime | None = tx.conn.execute(query).scalar_one()
    return earliest


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the sweep stands: the oldest overdue deadline, how many are overdue, how many are quarantined."""

    oldest: datetime | None
    overdue: int
    quarantined: int


def backlog(tx: Transaction) -> Backlog:
    overdue = select(func.min(deadlines.c.due_at), func.count()).where(
        deadlines.c.state == "pending", deadlines.c.lane == LIVE, deadlines.c.due_at < tx.now
    )
    oldest, count = tx.conn.execute(overdue).one()
    quarantined = select(func.count()).where(deadlines.c.state == "quarantined")
    return Backlog(oldest, count, tx.conn.execute(quarantined).scalar_one())
