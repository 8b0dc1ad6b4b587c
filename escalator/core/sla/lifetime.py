"""The deadlines of a ticket's own life: the end of a snooze, great age, and the close after the reopen window."""

from collections.abc import Iterator
from datetime import datetime

from escalator.core.desk.model import Desk
from escalator.core.ticket.commands import move
from escalator.core.ticket.events import SYSTEM, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger

from .deadlines import Due

AGE, CLOSE, SNOOZE = "age", "close", "snooze"
KINDS = (AGE, CLOSE, SNOOZE)


def deadlines(ticket: Ticket, desk: Desk) -> Iterator[Due]:
    """An open ticket is brought up at every `max_age`; a resolved one can come back until it closes (rule 15)."""
    if ticket.status is Status.RESOLVED and ticket.resolved_at is not None:
        yield Due(CLOSE, ticket.resolves, ticket.resolved_at + desk.tickets.reopen_window)
    if not ticket.is_open or ticket.created_at is None:
        return
    yield Due(AGE, ticket.ages + 1, (ticket.aged_at or ticket.created_at) + desk.escalation.max_age)
    if ticket.snoozed_until is not None:
        yield Due(SNOOZE, ticket.snoozes, ticket.snoozed_until)


def fire(due: Due, ticket: Ticket, desk: Desk, now: datetime) -> list[Event]:
    """What one of them brings about; nothing when the ticket has moved on meanwhile."""
    if due not in set(deadlines(ticket, desk)):
        return []
    if due.kind == CLOSE:
        return [move(ticket, Trigger.CLOSE, SYSTEM, now)]
    if due.kind == SNOOZE:
        return [Event(Kind.SNOOZE_ENDED, now)]
    return [_aged(ticket, due, desk, now)]


def _aged(ticket: Ticket, due: Due, desk: Desk, now: datetime) -> Event:
    """Ages that passed unseen (an outage, a reopening) are brought up once."""
    span = desk.escalation.max_age
    age = due.at + (now - due.at) // span * span
    return Event(Kind.AGE_REACHED, now, data={"number": ticket.ages + 1, "age": stamp(age)})
