"""Who may be on a ticket beside its customer: people outside the desk, never a machine's mailbox or one of ours."""

from collections.abc import Iterable
from datetime import datetime

from escalator.core.desk.model import Desk
from escalator.core.errors import NotAllowedNow
from escalator.core.mail.addresses import base_of
from escalator.core.mail.compose import may_be_mailed
from escalator.core.mail.nobody import is_nobody
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event
from escalator.core.ticket.participants import MOST, Participant
from escalator.core.ticket.ticket import Ticket


def why_not(ticket: Ticket, email: str, desk: Desk) -> str:
    """Why this address cannot be brought onto the ticket, as a clause; empty if it can."""
    address = email.casefold()
    if not may_be_mailed(email, desk.mail.address) or base_of(address) in map(base_of, desk.mailboxes):
        return f"{email} is no address that we could write to"
    if address in (known.casefold() for known in desk.agents):
        return f"{email} is one of the desk, and reads the ticket there"
    if is_nobody(email):
        return f"{email} is read by nobody"
    if address in ticket.correspondents:
        return f"{email} is on {ticket.ref} already"
    if len(ticket.participants) >= MOST:
        return f"{ticket.ref} has {MOST} participants, which is the most; remove one first"
    return ""


def add_participant(ticket: Ticket, who: Participant, actor: Actor, at: datetime, desk: Desk) -> list[Event]:
    """`actor` brings somebody in; raises `NotAllowedNow` with the reason when that cannot be."""
    if why := why_not(ticket, who.email, desk):
        raise NotAllowedNow(why)
    return [commands.add_participant(ticket, who, actor, at)]


def brought_in(ticket: Ticket, people: Iterable[Participant], actor: Actor, at: datetime, desk: Desk) -> list[Event]:
    """Who stands in a mail's To and Cc is on its ticket from now on; who may not be is passed over.

    Whom somebody took off the ticket is not brought back by the next mail that still names them.
    """
    events: list[Event] = []
    seen = set(ticket.dismissed)
    for who in people:
        full = len(ticket.participants) + len(events) >= MOST
        if full or who.email.casefold() in seen or why_not(ticket, who.email, desk):
            continue
        seen.add(who.email.casefold())
        events.append(commands.add_participant(ticket, who, actor, at))
    return events
