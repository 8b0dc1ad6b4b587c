"""Undoing what closed a ticket: it is as it was, but for the time that has gone by (workflow.md, "Undo").

The table of moves has no way out of `closed`, and keeps none: an undo is no move. Its event names the status that the
timeline had before the ticket was closed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from escalator.core.access import Principal, Role
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, evolve
from escalator.core.errors import NotAllowedNow
from escalator.core.sla.terms import home
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger

WITHIN = timedelta(days=1)
"""How long something can be undone, wall clock."""


def undone(dossier: Dossier, timeline: Sequence[Event], by: Principal, at: datetime, desks: Desks) -> Event:
    """The event that takes back the last close; raises `NotAllowedNow` with what can be done instead.

    Spam is undone by whoever sees the ticket, a close by a lead.
    """
    ticket = dossier.ticket
    _require_closed(ticket)
    number = max(number for number, event in enumerate(timeline) if event.kind is Kind.CLOSED)
    closing, before = timeline[number], _folded(ticket, timeline[:number])
    if at - closing.at > WITHIN:
        raise NotAllowedNow(f"{ticket.ref} was closed more than a day ago and stays closed; open a new ticket")
    if closing.data["trigger"] == Trigger.CLOSE:
        _require_time_to_come_back(before, by, at, desks)
    call, call_before = dossier.call_back, before.call_back
    data = {
        "undoes": closing.data["trigger"],
        "from": str(ticket.status),
        "to": str(before.ticket.status),
        "call_back": str(call_before.state) if call_before is not None and call_before != call else None,
    }
    return Event(Kind.UNDONE, at, by.actor, data=data)


def _require_closed(ticket: Ticket) -> None:
    if ticket.status is not Status.CLOSED:
        raise NotAllowedNow(f"{ticket.ref} is {ticket.status}; only what closed a ticket can be undone")
    if ticket.merged_into is not None:
        raise NotAllowedNow(
            f"{ticket.ref} was merged into T-{ticket.merged_into}, which has taken over what was owed; that is not "
            "undone: go on there, and open a new ticket for what is another matter"
        )


def _require_time_to_come_back(before: Dossier, by: Principal, at: datetime, desks: Desks) -> None:
    """A resolved ticket comes back to wait for its close, which must lie ahead: an undo gives no more time."""
    ticket = before.ticket
    if by.role is Role.AGENT:
        raise NotAllowedNow(f"only a lead can undo that {ticket.ref} was closed")
    window = home(ticket, before.cycles, desks).tickets.reopen_window
    if ticket.resolved_at is None or ticket.resolved_at + window <= at:
        raise NotAllowedNow(
            f"the time in which {ticket.ref} could come back is over; what the customer writes opens a follow-up"
        )


def _folded(ticket: Ticket, timeline: Sequence[Event]) -> Dossier:
    dossier = Dossier(Ticket(id=ticket.id))
    for event in timeline:
        dossier = evolve(dossier, event)
    return dossier
