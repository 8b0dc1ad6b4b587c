"""What people do to a ticket: each command answers with the events that follow, or says why it cannot be."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from escalator.core.errors import NotAllowedNow

from .events import SYSTEM, Actor, Event, Kind, machine, stamp
from .participants import Participant
from .ticket import Ticket
from .workflow import Status, Trigger, fire

_KINDS = {
    Trigger.RESOLVE: Kind.RESOLVED,
    Trigger.REOPEN: Kind.REOPENED,
    Trigger.CLOSE: Kind.CLOSED,
    Trigger.SPAM: Kind.CLOSED,
    Trigger.MERGE: Kind.MERGED,
}

_UNMARKED: Mapping[str, Any] = MappingProxyType({})

CUSTOMER, OURS = "customer", "agent"
"""For whom a machine speaks."""

_MAY_SLEEP = (Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD)


def move(ticket: Ticket, trigger: Trigger, actor: Actor, at: datetime, **details: Any) -> Event:
    """The event of one move through the ticket machine; raises `IllegalMove`."""
    to = fire(ticket.status, trigger)
    data: dict[str, Any] = {"trigger": str(trigger), "from": str(ticket.status), "to": str(to), **details}
    if ticket.status is Status.RESOLVED and to is Status.OPEN:
        return Event(Kind.REOPENED, at, actor, data=data)
    return Event(_KINDS.get(trigger, Kind.STATE_CHANGED), at, actor, data=data)


def customer_writes(
    ticket: Ticket,
    customer: Actor,
    at: datetime,
    message: int | None,
    tier: int | None,
    marks: Mapping[str, Any] = _UNMARKED,
) -> list[Event]:
    """A human message of the customer: it wakes a waiting ticket and reopens a resolved one.

    `tier` is the tier of whoever resolved it: a reopening means that they have failed the case. `marks` are what the
    words mean, as `core/loops/conversation.py` reads it.
    """
    if ticket.status is Status.CLOSED:
        raise NotAllowedNow(f"{ticket.ref} is closed and stays closed; open a new ticket that mentions it")
    spoke = Event(Kind.CUSTOMER_MESSAGE, at, customer, data={"message": message, **marks})
    if ticket.status is Status.RESOLVED:
        return [reopening(ticket, Trigger.CUSTOMER_REPLIED, customer, at, tier), spoke]
    if ticket.status in (Status.PENDING, Status.ON_HOLD):
        return [move(ticket, Trigger.CUSTOMER_REPLIED, customer, at), spoke]
    return [spoke]


def machine_writes(_: Ticket, sender: str, at: datetime, message: int | None, side: str = CUSTOMER) -> list[Event]:
    """Words that a machine sent to a ticket: noted, whatever its status, and nothing else (sla-semantics.md, 9).

    `side` says for whom it speaks; only a foreign log tells of machines of our own.
    """
    data = {"message": message, "from": sender, "side": side}
    return [Event(Kind.MACHINE_MESSAGE, at, machine(sender), data=data)]


def reopening(ticket: Ticket, trigger: Trigger, actor: Actor, at: datetime, tier: int | None) -> Event:
    """A resolved ticket comes back: the one who resolved it has failed the case, and so has their tier."""
    return move(ticket, trigger, actor, at, failed=ticket.resolved_by, failed_tier=tier)


def agent_speaks(
    ticket: Ticket, kind: Kind, agent: Actor, at: datetime, message: int | None, marks: Mapping[str, Any] = _UNMARKED
) -> list[Event]:
    """A public reply, an internal note or a logged call; any of them but a note begins a new ticket."""
    if ticket.status is Status.CLOSED and kind is not Kind.INTERNAL_NOTE:
        raise NotAllowedNow(f"{ticket.ref} is closed; only internal notes can be added to it")
    spoke = Event(kind, at, agent, data={"message": message, **marks})
    begins = ticket.status is Status.NEW and kind is not Kind.INTERNAL_NOTE
    return [move(ticket, Trigger.BEGIN, agent, at), spoke] if begins else [spoke]


def acknowledge(ticket: Ticket, agent: Actor, at: datetime, team: str | None, level: int) -> Event:
    """`agent` takes the ticket: from now on it is theirs. `team` and `level` are the taker's."""
    to = fire(ticket.status, Trigger.ACKNOWLEDGE)
    data = {"from": str(ticket.status), "to": str(to), "owner": agent.name, "team": team, "level": level}
    return Event(Kind.ACKNOWLEDGED, at, agent, data=data)


def ask(ticket: Ticket, agent: Actor, at: datetime, question: int | None) -> Event:
    """Waits for the customer's answer to what stands in message `question` (None: in what was said before)."""
    return move(ticket, Trigger.ASK, agent, at, asks=True, question=question)


def assign(
    ticket: Ticket, actor: Actor, at: datetime, team: str | None, assignee: str | None, level: int
) -> list[Event]:
    """Puts the ticket into a queue or on a desk; assigning it to oneself begins a new ticket."""
    data = {
        "from": ticket.team,
        "to": team,
        "team": team,
        "assignee": assignee,
        "level": level,
        "was": ticket.assignee,
    }
    event = Event(Kind.ASSIGNED, at, actor, data=data)
    begins = ticket.status is Status.NEW and assignee == actor.name
    return [move(ticket, Trigger.BEGIN, actor, at), event] if begins else [event]


def merge(ticket: Ticket, into: int | None, actor: Actor, at: datetime) -> Event:
    """The end of a ticket whose matter goes on in ticket number `into`; a log may name one that nobody has."""
    return move(ticket, Trigger.MERGE, actor, at, into=into)


def snooze(ticket: Ticket, until: datetime, actor: Actor, at: datetime) -> Event:
    """Out of sight until then, or until the customer writes; no clock stands still for it (workflow.md)."""
    if ticket.status not in _MAY_SLEEP:
        raise NotAllowedNow(f"{ticket.ref} is {ticket.status}; what must be taken, or is done, is not snoozed")
    if until <= at:
        raise NotAllowedNow("snooze until when? the time given is past")
    return Event(Kind.SNOOZED, at, actor, data={"until": stamp(until)})


def wake(ticket: Ticket, actor: Actor, at: datetime) -> Event:
    """Brings a snoozed ticket back before its time."""
    if ticket.snoozed_until is None:
        raise NotAllowedNow(f"{ticket.ref} is not snoozed")
    return Event(Kind.SNOOZE_ENDED, at, actor)


def add_participant(_: Ticket, who: Participant, actor: Actor, at: datetime) -> Event:
    """From now on `who` gets the public replies; whether they may is decided by `core.participants`."""
    return Event(Kind.PARTICIPANT_ADDED, at, actor, data={"email": who.email, "name": who.name})


def remove_participant(ticket: Ticket, email: str, actor: Actor, at: datetime) -> Event:
    """They get nothing more, and no Cc brings them back."""
    if email.casefold() not in {one.email.casefold() for one in ticket.participants}:
        raise NotAllowedNow(f"{email} is no participant of {ticket.ref}")
    return Event(Kind.PARTICIPANT_REMOVED, at, actor, data={"email": email})


def customer_unreached(_: Ticket, address: str, why: str, at: datetime) -> Event:
    """Our mail does not reach `address`, who is on the ticket."""
    return Event(Kind.CUSTOMER_UNREACHED, at, SYSTEM, data={"address": address, "why": why})


def edit(ticket: Ticket, actor: Actor, at: datetime, changes: Mapping[str, Any]) -> list[Event]:
    """Changes of subject, tags and priority; what stays the same makes no event."""
    changed = {name: value for name, value in changes.items() if getattr(ticket, name) != value}
    priority = changed.pop("priority", None)
    events = [Event(Kind.EDITED, at, actor, data=_plain(changed))] if changed else []
    if priority is not None:
        data = {"from": ticket.priority, "to": priority}
        events.append(Event(Kind.PRIORITY_CHANGED, at, actor, data=data))
    return events


def _plain(changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in changes.items()}
