"""Lists of tickets, by keyset: a page costs the same however many tickets there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from escalator.core.dossier import Dossier

from .database import Transaction
from .dossiers import TICKETS, dossier_of
from .tables import LIVE, deadlines, messages, tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which tickets; None asks nothing. `verdict` is `watch` or `escalate`: what goes in circles, and how far.

    `q` is looked for in subject, requester's address and public messages.

    `snoozed` asks for those out of sight. Otherwise they are left out, unless it is asked what breaches next or what
    mentions something: their clocks go on, and who looks for one must find it.
    """

    status: str | None = None
    priority: str | None = None
    team: str | None = None
    assignee: str | None = None
    verdict: str | None = None
    breaching_before: datetime | None = None
    snoozed: bool = False
    q: str | None = None


def listing(
    tx: Transaction, filters: Filters, limit: int, before: int | None, teams: Sequence[str] | None, person: str | None
) -> list[Dossier]:
    """Tickets that match, newest first, from numbers under `before`; `teams` limits to theirs and `person`'s own."""
    query = TICKETS.where(tickets.c.lane == LIVE).order_by(tickets.c.id.desc()).limit(limit)
    for name in ("status", "priority", "team", "assignee", "verdict"):
        if (value := getattr(filters, name)) is not None:
            query = query.where(tickets.c[name] == value)
    if filters.snoozed:
        query = query.where(_is_snoozed(tx))
    elif filters.breaching_before is None and filters.q is None:
        query = query.where(~_is_snoozed(tx))
    if before is not None:
        query = query.where(tickets.c.id < before)
    if teams is not None:
        own = or_(tickets.c.assignee == person, tickets.c.owner == person)
        query = query.where(or_(tickets.c.team.in_(teams), own))
    if filters.breaching_before is not None:
        query = query.where(_breaches_before(filters.breaching_before))
    if filters.q:
        query = query.where(_mentions(filters.q))
    return [dossier_of(row) for row in tx.conn.execute(query)]


def _is_snoozed(tx: Transaction) -> ColumnElement[bool]:
    return and_(tickets.c.snoozed_until.is_not(None), tickets.c.snoozed_until > tx.now)


def _breaches_before(moment: datetime) -> ColumnElement[bool]:
    return exists(
        select(deadlines.c.id).where(
            deadlines.c.ticket_id == tickets.c.id,
            deadlines.c.state == "pending",
            deadlines.c.kind.startswith("breach."),
            deadlines.c.due_at < moment,
        )
    )


def _mentions(text: str) -> ColumnElement[bool]:
    said = select(messages.c.id).where(
        messages.c.ticket_id == tickets.c.id, messages.c.body.icontains(text, autoescape=True)
    )
    return or_(
        tickets.c.subject.icontains(text, autoescape=True),
        tickets.c.requester_email.icontains(text, autoescape=True),
        exists(said),
    )


def newest_follow_up(tx: Transaction, closed: int) -> int | None:
    """The number of the last ticket that was opened because somebody wrote to closed ticket number `closed`."""
    newest: int | None = tx.conn.execute(
        select(func.max(tickets.c.id)).where(tickets.c.follow_up_of == closed)
    ).scalar_one()
    return newest


def imported(tx: Transaction, keys: Sequence[str]) -> dict[str, int]:
    """The numbers of the foreign tickets among `keys` that were imported already."""
    query = select(tickets.c.import_key, tickets.c.id).where(tickets.c.import_key.in_(keys))
    return {row.import_key: row.id for row in tx.conn.execute(query)}
