"""Who reads a held reply, and what happens when nobody has read it in time."""

from collections.abc import Iterator
from datetime import datetime

from escalator.core.desk.model import Desk, Target, Whom
from escalator.core.desk.versions import Desks
from escalator.core.routing.choosing import choose
from escalator.core.routing.staff import Staff
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.reviews import Held, Holds
from escalator.core.ticket.ticket import Ticket

DUE = "review.due"


def reviewer(ticket: Ticket, author: str, desk: Desk, staff: Staff, now: datetime) -> str:
    """Who is asked to read a reply of `author`, never they: the team's lead, the lead's manager, the last resort.

    At a desk where all of these are the author, any other lead.
    """
    choice = choose(Whom(Target.LEAD), ticket, desk, staff, now, desk.agents)
    if choice.person not in (None, author):
        return str(choice.person)
    return _above(ticket, author, desk, staff, now)


def _above(ticket: Ticket, author: str, desk: Desk, staff: Staff, now: datetime) -> str:
    team = desk.teams.get(ticket.team or "")
    manager = desk.agents[team.lead].manager if team else None
    if manager not in (None, author):
        choice = choose(Whom(Target.AGENT, manager), ticket, desk, staff, now, desk.agents)
        if choice.person is not None:
            return choice.person
    leads = (desk.escalation.last_resort, *(team.lead for team in desk.teams.values()))
    others = sorted((person for person in leads if person != author), key=lambda person: staff.is_away(person, now))
    return next(iter(others), desk.escalation.last_resort)


def deadlines(ticket: Ticket, held: Holds) -> Iterator[Due]:
    """By when each held reply should have been read."""
    if ticket.is_open:
        yield from (Due(DUE, one.id, one.due_at) for one in held if not one.overdue)


def fire(due: Due, ticket: Ticket, held: Holds, desks: Desks, staff: Staff, now: datetime) -> list[Event]:
    """Somebody above the lead is told; the reply stays held, since what nobody read must not go out by itself."""
    one = next((one for one in held if due == Due(DUE, one.id, one.due_at)), None)
    if one is None or due not in set(deadlines(ticket, held)):
        return []
    return [_overdue(ticket, one, desks.active, staff, now)]


def _overdue(ticket: Ticket, one: Held, desk: Desk, staff: Staff, now: datetime) -> Event:
    data = {"reply": one.id, "author": one.by, "why": one.why, "person": _above(ticket, one.by, desk, staff, now)}
    return Event(Kind.REVIEW_OVERDUE, now, data=data)
