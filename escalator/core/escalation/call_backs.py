"""The deadlines of a promised call: its window opens and somebody is to call now; it closes, and a promise broke."""

from collections.abc import Iterator
from datetime import datetime

from escalator.core.desk.model import Desk, Target, Whom
from escalator.core.desk.versions import Desks
from escalator.core.routing.choosing import Choice, choose
from escalator.core.routing.staff import Staff
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.call_backs import CallBack, CallState
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket

OPEN, DUE = "call_back.open", "call_back.due"


def deadlines(ticket: Ticket, call: CallBack | None) -> Iterator[Due]:
    """The window of a call that somebody still has to make in time."""
    if call is None or not call.stands or not ticket.is_open:
        return
    if call.state is CallState.PROMISED:
        yield Due(OPEN, call.number, call.opens)
    yield Due(DUE, call.number, call.closes)


def fire(due: Due, ticket: Ticket, call: CallBack | None, desks: Desks, staff: Staff, now: datetime) -> list[Event]:
    """What an end of the window brings about; nothing when the call was made or withdrawn meanwhile."""
    if call is None or due not in set(deadlines(ticket, call)):
        return []
    if due.kind == DUE:
        data = {"number": call.number, "closes": stamp(call.closes), "desk": call.desk, "person": call.person}
        return [Event(Kind.CALL_BACK_MISSED, now, data=data)]
    return [_opened(ticket, call, desks.active, staff, now)]


def _opened(ticket: Ticket, call: CallBack, desk: Desk, staff: Staff, now: datetime) -> Event:
    if call.closes < now:
        choice = Choice(None, "its time passed while nobody was looking")
    else:
        choice = caller(ticket, call, desk, staff, now)
    data = {
        "number": call.number,
        "person": choice.person,
        "why": choice.why,
        "verdicts": [list(verdict) for verdict in choice.verdicts],
        "phone": call.phone,
        "closes": stamp(call.closes),
        "tz": call.tz,
    }
    return Event(Kind.CALL_BACK_OPENED, now, data=data)


def caller(ticket: Ticket, call: CallBack, desk: Desk, staff: Staff, now: datetime) -> Choice:
    """Who is to call now: whom the customer was told, who has the ticket, its team on shift, its lead."""
    named = (
        (call.person, "the customer was told that you call"),
        (ticket.owner, "you own this case"),
        (ticket.assignee, "this case is on your desk"),
    )
    asked = [(Whom(Target.AGENT, person), why) for person, why in named if person is not None]
    for whom, why in (*asked, (Whom(Target.TEAM), ""), (Whom(Target.LEAD), "")):
        choice = choose(whom, ticket, desk, staff, now, desk.agents)
        if choice.person is not None:
            return Choice(choice.person, why or choice.why, choice.verdicts)
    return Choice(desk.escalation.last_resort, "nobody else can be reached, and you are the desk's last resort")


def react(call: CallBack | None, event: Event) -> list[Event]:
    """A logged call keeps the promise, also late; whoever ends the case without it takes the promise back."""
    if call is None or not call.owed:
        return []
    if event.kind is Kind.CALL_LOGGED and event.actor.kind == "agent":
        late = event.at > call.closes
        return [Event(Kind.CALL_BACK_KEPT, event.at, event.actor, data={"number": call.number, "late": late})]
    if event.kind in (Kind.RESOLVED, Kind.CLOSED):
        data = {"number": call.number, "why": f"the ticket was {event.kind}"}
        return [Event(Kind.CALL_BACK_WITHDRAWN, event.at, event.actor, data=data)]
    return []
