"""The linked tickets of one matter: what was said in each, and which tickets could belong to it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update

from escalator.core.dossier import Dossier, Linked
from escalator.core.ticket.ticket import Requester
from escalator.core.ticket.workflow import Status

from .database import Transaction
from .dossiers import TICKETS, dossier_of
from .tables import LIVE, messages, tickets

# Of a matter with more tickets than anybody reads, the newest tell what is going on.
_MOST_LINKED = 50


class LinkedCases(Mapping[int, Mapping[int, Linked]]):
    """What is known of the tickets of each case, by number, read when first asked for: most tickets stand alone.

    What was merged away is told by the ticket that it was merged into.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._known, self._changed = dict[int, dict[int, Linked]](), dict[int, dict[int, Linked]]()

    def __getitem__(self, case: int) -> Mapping[int, Linked]:
        if case not in self._known:
            linked = (tickets.c.case_id == case, tickets.c.merged_into.is_(None))
            newest = TICKETS.where(*linked).order_by(tickets.c.id.desc()).limit(_MOST_LINKED)
            found = {row.id: Linked.of(dossier_of(row)) for row in self._tx.conn.execute(newest)}
            self._known[case] = found | self._changed.get(case, {})
        return self._known[case]

    def change(self, dossier: Dossier) -> None:
        """What the unit of work itself has made of a ticket and not yet written."""
        case, number = dossier.ticket.case, dossier.ticket.id
        if case is not None:
            for known in (self._changed.setdefault(case, {}), self._known.get(case, {})):
                known[number] = Linked.of(dossier)

    def __iter__(self) -> Iterator[int]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


_OF_A_NEIGHBOUR = ("id", "case_id", "requester", "subject")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another ticket of the same customer or their organization, with the words it began with."""

    id: int
    case: int | None
    requester: Requester
    subject: str
    body: str


def neighbours(tx: Transaction, requester: Requester, before: int, since: datetime) -> list[Neighbour]:
    """The newest tickets of who asks and of their organization, opened since then and before number `before`."""
    theirs: list[ColumnElement[bool]] = [tickets.c.requester_email == requester.email]
    if requester.organization:
        theirs.append(tickets.c.organization == requester.organization.casefold())
    first = (
        select(messages.c.body)
        .where(messages.c.ticket_id == tickets.c.id, messages.c.author_kind == "customer")
        .order_by(messages.c.id)
        .limit(1)
        .scalar_subquery()
    )
    open_or_back = (tickets.c.status != str(Status.CLOSED), tickets.c.created_at >= since)
    query = (
        select(*(tickets.c[name] for name in _OF_A_NEIGHBOUR), first.label("body"))
        .where(or_(*theirs), tickets.c.lane == LIVE, tickets.c.id < before, *open_or_back)
        .order_by(tickets.c.id.desc())
        .limit(_MOST_LINKED)
    )
    return [
        Neighbour(row.id, row.case_id, Requester(**row.requester), row.subject, row.body or "")
        for row in tx.conn.execute(query)
    ]


def put(tx: Transaction, numbers: Collection[int], case: int) -> None:
    """Puts tickets under a case; the event that says so is for the caller to write in the same transaction."""
    tx.conn.execute(update(tickets).where(tickets.c.id.in_(numbers)).values(case_id=case))


def merges(tx: Transaction, case: int) -> dict[int, int | None]:
    """The tickets of a case, each with the one that it was merged into."""
    query = select(tickets.c.id, tickets.c.merged_into).where(tickets.c.case_id == case)
    return {row.id: row.merged_into for row in tx.conn.execute(query)}


def members(tx: Transaction, case: int) -> list[int]:
    """The numbers of all tickets of a case."""
    return list(tx.conn.execute(select(tickets.c.id).where(tickets.c.case_id == case)).scalars())
