"""Runtime facts about people: who is away, whom mail does not reach, how much everybody has to do."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, func, or_, select, text

from escalator.core.desk.model import Desk
from escalator.core.routing.staff import Staff
from escalator.core.routing.staff import unreachable as nobody_reaches

from . import setwise
from .database import Transaction
from .overrides import Overrides
from .tables import LIVE, escalation_runs, people, tickets

# Any number will do that nothing else in this database locks.
_SHARING_OUT = 0x5368617265


def staff(tx: Transaction, loads: Mapping[str, int], desk: Desk) -> Staff:
    """What routing may know at this moment; `desk` is the one in use, which says how people are reached."""
    rows = tx.conn.execute(select(people)).all()
    bounced = frozenset(row.email for row in rows if row.unreachable_since is not None)
    return Staff(
        away={row.email: row.away_until for row in rows if row.away_until is not None},
        bounced=bounced,
        unreachable=nobody_reaches(desk, bounced),
        loads=loads,
        overrides=Overrides(tx),
    )


class Workload(Mapping[str, int]):
    """What each person has on their desk: the open tickets assigned to them, and those that they are asked to take.

    Each is counted when first asked for: most units of work ask for nobody.

    `shift` notes what the unit of work itself has moved and not yet written. Who counts in order to hand out live
    tickets does so alone until they commit, so that two at once never find the same person least loaded.
    """

    def __init__(self, tx: Transaction, lane: str) -> None:
        self._tx, self._lane = tx, lane
        self._stored: dict[str, int] = {}
        self._shifted: Counter[str] = Counter()

    def shift(self, email: str, by: int) -> None:
        self._shifted[email] += by

    def __getitem__(self, email: str) -> int:
        if email not in self._stored:
            self._stored[email] = self._count(email)
        return self._stored[email] + self._shifted[email]

    def _count(self, email: str) -> int:
        if not self._stored and self._lane == LIVE:
            # Tickets are locked before this, as far as they can be: see docs/decisions.md, 17.
            self._tx.alone(_SHARING_OUT)
        count: int = self._tx.conn.execute(select(self._assigned(email) + self._asked(email))).scalar_one()
        return count

    def _assigned(self, email: str) -> ScalarSelect[int]:
        # Written like the condition of the partial index, so that it serves.
        open_tickets = text("status NOT IN ('resolved', 'closed')")
        mine = (tickets.c.assignee == email, tickets.c.lane == self._lane, open_tickets)
        return select(func.count()).select_from(tickets).where(*mine).scalar_subquery()

    def _asked(self, email: str) -> ScalarSelect[int]:
        """The tickets of others, or of nobody, that a ladder asks them to take now."""
        waiting = (escalation_runs.c.asked == email, text("state = 'waiting'"), tickets.c.lane == self._lane)
        not_theirs = or_(tickets.c.assignee.is_(None), tickets.c.assignee != email)
        both = escalation_runs.join(tickets, tickets.c.id == escalation_runs.c.ticket_id)
        return select(func.count()).select_from(both).where(*waiting, not_theirs).scalar_subquery()

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)


def set_away(tx: Transaction, email: str, until: datetime | None) -> None:
    _set(tx, email, away_until=until)


def set_unreachable(tx: Transaction, email: str, why: str) -> None:
    """Mail to this person failed for good; they count as not reached until somebody says otherwise."""
    _set(tx, email, unreachable_since=tx.now, unreachable_why=why)


def unreachable(tx: Transaction, since: datetime | None = None) -> list[str]:
    """Whom mail does not reach (of those, who became so after `since`), by address."""
    query = select(people.c.email).where(people.c.unreachable_since.is_not(None)).order_by(people.c.email)
    if since is not None:
        query = query.where(people.c.unreachable_since > since)
    return list(tx.conn.execute(query).scalars())


def set_reachable(tx: Transaction, email: str) -> None:
    _set(tx, email, unreachable_since=None, unreachable_why="")


def _set(tx: Transaction, email: str, **facts: Any) -> None:
    setwise.upsert(tx, people, ("email",), [{"email": email, **facts}])
