"""Where a conversation goes on when its ticket is closed: in what it was merged into, or in a follow-up."""

from escalator.core.ticket.events import Actor
from escalator.core.ticket.following import inherited
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status
from escalator.store import dossiers
from escalator.store import tickets as lists
from escalator.store.database import Transaction
from escalator.store.tables import LIVE

from .handling import Handled, Handling
from .opening import SPOKEN, NewTicket, Source, open_ticket


def last_of(tx: Transaction, ticket: Ticket, lane: str = LIVE) -> int:
    """The number of the ticket in which words said to `ticket` belong: its own while it is not closed.

    A closed one that nothing follows is its own end, and so is a ring, which only a foreign log could make.
    Nothing is locked on the way: whoever held one ticket and waited for the next could meet a merge of the two.
    """
    seen = {ticket.id}
    while ticket.status is Status.CLOSED:
        number = ticket.merged_into or lists.newest_follow_up(tx, ticket.id)
        if number is None or number in seen:
            break
        seen.add(number)
        ticket = dossiers.load(tx, [number], lane=lane)[number].ticket
    return ticket.id


def successor(tx: Transaction, ticket: Ticket, lane: str = LIVE) -> Ticket:
    """The ticket that `last_of` finds, locked; before the lock came, others may have closed it in their turn."""
    number = last_of(tx, ticket, lane)
    return dossiers.load(tx, [number], lock=True, lane=lane)[number].ticket


def open_follow_up(
    tx: Transaction,
    handling: Handling,
    closed: Ticket,
    author: Actor,
    body: str,
    cause: str,
    lane: str = LIVE,
    source: Source = SPOKEN,
) -> Handled:
    """A new ticket for what the customer says to a closed one, in the same queue; nobody has it yet.

    `closed` is locked, so that all who write to it at once write to one follow-up.
    """
    new = NewTicket(subject=closed.subject, body=body, requester=closed.requester, channel=closed.channel)
    return open_ticket(tx, handling, new, author, lane, cause=cause, inherited=inherited(closed), source=source)
