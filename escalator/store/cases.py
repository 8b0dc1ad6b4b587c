"""The linked tickets of one matter: what was said in each, and which tickets could belong to it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, select, union_all, update

from escalator.core.desk.model import Organization
from escalator.core.dossier import Dossier, Linked
from escalator.core.loops.references import MOST_READ
from escalator.core.ticket.ticket import Requester
from escalator.core.ticket.workflow import Status

from .database import Transaction
from .dossiers import TICKETS, dossier_of
from .tables import LIVE, messages, tickets

# Of a matter with more tickets than anybody reads, the newest tell what is going on.
_MOST_LINKED = 50
# Advisory locks of linking are apart from all others: above what 32 bits hold.
_LINKING = 1 << 40


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


def neighbours(
    tx: Transaction, requester: Requester, firm: Organization | None, before: int, since: datetime
) -> list[Neighbour]:
    """The newest tickets of who asks and of their organization before number `before`: open, or solved since then.

    `firm` is what the desk knows of the organization: its people are found by its name, and by each domain in full.
    """
    first = (
        select(func.substr(messages.c.body, 1, MOST_READ))
        .where(messages.c.ticket_id == tickets.c.id, messages.c.author_kind == "customer")
        .order_by(messages.c.id)
        .limit(1)
        .scalar_subquery()
    )
    wanted = (
        *(tickets.c.lane == LIVE, tickets.c.id < before),
        tickets.c.status != str(Status.CLOSED),
        # What is not done is one matter with it however old it is: that is how two years go by.
        or_(tickets.c.status != str(Status.RESOLVED), tickets.c.resolved_at >= since),
    )
    # Each by its own index, newest first: one condition for all of them would read a large organization whole.
    newest = [
        select(select(tickets.c.id).where(its, *wanted).order_by(tickets.c.id.desc()).limit(_MOST_LINKED).subquery())
        for its in _theirs(requester, firm)
    ]
    query = (
        select(*(tickets.c[name] for name in _OF_A_NEIGHBOUR), first.label("body"))
        .where(tickets.c.id.in_(union_all(*newest)))
        .order_by(tickets.c.id.desc())
        .limit(_MOST_LINKED)
    )
    return [
        Neighbour(row.id, row.case_id, Requester(**row.requester), row.subject, row.body or "")
        for row in tx.conn.execute(query)
    ]


def _theirs(requester: Requester, firm: Organization | None) -> Iterator[ColumnElement[bool]]:
    yield tickets.c.requester_email == requester.email
    names = {requester.organization.casefold(), *([firm.name.casefold()] if firm else [])}
    for name in sorted(names - {""}):
        # Said as the index says it: SQLite does not use one for some rows unless it reads that these are they.
        yield and_(tickets.c.organization == name, tickets.c.organization != literal_column("''"))
    for domain in sorted({requester.domain, *firm.domains} if firm and firm.domains else ()):
        yield tickets.c.requester_domain == domain


def alone(tx: Transaction, requester: Requester, firm: Organization | None) -> None:
    """Waits until nobody else links tickets of this customer or organization, so that what is read then stands."""
    whose = f"{firm.name if firm else requester.organization or requester.email}".casefold()
    tx.alone(_LINKING + crc32(whose.encode()))


def put(tx: Transaction, numbers: Collection[int], case: int | None) -> None:
    """Puts tickets under a case; the event that says so is for the caller to write in the same transaction."""
    tx.conn.execute(update(tickets).where(tickets.c.id.in_(numbers)).values(case_id=case))


def merges(tx: Transaction, case: int) -> dict[int, int | None]:
    """The tickets of a case, each with the one that it was merged into."""
    query = select(tickets.c.id, tickets.c.merged_into).where(tickets.c.case_id == case)
    return {row.id: row.merged_into for row in tx.conn.execute(query)}


def members(tx: Transaction, case: int) -> list[int]:
    """The numbers of all tickets of a case."""
    return list(tx.conn.execute(select(tickets.c.id).where(tickets.c.case_id == case)).scalars())
