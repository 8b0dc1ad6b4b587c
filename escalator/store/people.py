"""Runtime facts about people: who is away, whom mail does not reach, how much everybody has to do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from escalator.core.routing.staff import Staff
from escalator.core.ticket.workflow import Status

from . import setwise
from .database import Transaction
from .tables import LIVE, people, tickets


def staff(tx: Transaction, lane: str = LIVE) -> Staff:
    """What routing may know at this moment."""
    rows = tx.conn.execute(select(people)).all()
    return Staff(
        away={row.email: row.away_until for row in rows if row.away_until is not None},
        unreachable=frozenset(row.email for row in rows if row.unreachable_since is not None),
        loads=_loads(tx, lane),
    )


def _loads(tx: Transaction, lane: str) -> Mapping[str, int]:
    query = (
        select(tickets.c.assignee, func.count().label("load"))
        .where(
            tickets.c.status.not_in([str(Status.RESOLVED), str(Status.CLOSED)]),
            tickets.c.assignee.is_not(None),
            tickets.c.lane == lane,
        )
        .group_by(tickets.c.assignee)
    )
    return {row.assignee: row.load for row in tx.conn.execute(query)}


def set_away(tx: Transaction, email: str, until: datetime | None) -> None:
    _set(tx, email, away_until=until)


def set_unreachable(tx: Transaction, email: str, why: str) -> None:
    """Mail to this person failed for good; they count as not reached until somebody says otherwise."""
    _set(tx, email, unreachable_since=tx.now, unreachable_why=why)


def set_reachable(tx: Transaction, email: str) -> None:
    _set(tx, email, unreachable_since=None, unreachable_why="")


def _set(tx: Transaction, email: str, **facts: Any) -> None:
    setwise.upsert(tx, people, ("email",), [{"email": email, **facts}])
