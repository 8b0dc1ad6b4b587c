"""What an entry of a foreign log means here: the words and moves that bring a ticket where the log has it.

The log tells what people did, so nothing in it is refused: what cannot be is passed over, with the reason.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from escalator.core.desk.model import Desk
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import TRANSITIONS, Status, Trigger, is_open

from .openings import unknown_priority
from .timelines import LoggedEvent
from .words import priority_of, status_of

# What people do by hand; whatever else moves a ticket is done by rules, and a log knows nothing of ours.
_BY_HAND = (
    *(Trigger.BEGIN, Trigger.ASK, Trigger.HOLD, Trigger.RESUME),
    *(Trigger.ACKNOWLEDGE, Trigger.RESOLVE, Trigger.REOPEN, Trigger.CLOSE, Trigger.ESCALATE),
)
_SPOKEN = (Kind.AGENT_MESSAGE, Kind.CALL_LOGGED, Kind.INTERNAL_NOTE)
_SIDES = {Kind.CUSTOMER_MESSAGE: commands.CUSTOMER, Kind.AGENT_MESSAGE: commands.OURS}
BY_MACHINE = "machine mail, which triggers nothing"
INTO_ITSELF = "merged into itself"
OUT_OF_REACH = "its clocks would fall due beyond what a calendar reckons with"
CLOSED = "merged into a case that is closed or not there, which inherits nothing"
_AGAIN = {
    Kind.RESOLVED: "resolved a case that was resolved",
    Kind.REOPENED: "reopened a case that was open",
}


class PassedOver(Exception):
    """Nothing comes of this entry; the text says why and is counted."""


def is_public(logged: LoggedEvent) -> bool:
    """Whether the entry is a word between the customer and the desk."""
    return not logged.by_machine and logged.kind in (Kind.CUSTOMER_MESSAGE, Kind.AGENT_MESSAGE, Kind.CALL_LOGGED)


def brings_back(logged: LoggedEvent, desk: Desk) -> bool:
    """Whether somebody wants something of a case, so that a closed one goes on in a follow-up."""
    if logged.by_machine:
        return False
    return logged.kind in (Kind.CUSTOMER_MESSAGE, Kind.REOPENED) or _is_state_of_return(logged, desk)


def _is_state_of_return(logged: LoggedEvent, desk: Desk) -> bool:
    """Logs of states know no reopening: what was done is under way, which for them may be a queue."""
    before, to = status_of(logged.before, desk), status_of(logged.to, desk)
    under_way = to is not None and is_open(to)
    return logged.kind is Kind.STATE_CHANGED and under_way and (before is None or not is_open(before))


def merges(ticket: Ticket, logged: LoggedEvent) -> bool:
    """Whether the ticket ends here, because its matter goes on in another."""
    return logged.kind is Kind.MERGED and not logged.by_machine and ticket.status is not Status.CLOSED


def speaker(ticket: Ticket, logged: LoggedEvent) -> Actor:
    """Who did it: the customer in their own messages, else the person whom the log names."""
    if logged.kind is Kind.CUSTOMER_MESSAGE:
        return Actor("customer", logged.actor or ticket.requester.email)
    return Actor("agent", logged.actor or "somebody")


def facts(ticket: Ticket, logged: LoggedEvent, desk: Desk, message: int | None, into: int | None) -> list[Event]:
    """The words and changes that the entry tells of, as far as they are no move; raises `PassedOver`.

    `message` is the number of the words in our own records, `into` that of the ticket it was merged into.
    """
    if logged.by_machine:
        raise PassedOver(BY_MACHINE)
    if ticket.status is Status.CLOSED and logged.kind not in (Kind.INTERNAL_NOTE, Kind.CLOSED):
        raise PassedOver("came after the ticket was closed, and closed stays closed")
    if logged.kind in _AGAIN and move(ticket, logged, desk) is None:
        raise PassedOver(_AGAIN[logged.kind])
    actor = speaker(ticket, logged)
    if logged.kind is Kind.CUSTOMER_MESSAGE:
        return commands.customer_writes(ticket, actor, logged.at, message, _tier(ticket, desk))
    if logged.kind in _SPOKEN:
        return commands.agent_speaks(ticket, logged.kind, actor, logged.at, message)
    if logged.kind is Kind.MERGED:
        return [commands.merge(ticket, into, actor, logged.at)]
    change = _CHANGES.get(logged.kind)
    return change(ticket, logged, desk, actor) if change else []


def move(ticket: Ticket, logged: LoggedEvent, desk: Desk) -> Event | None:
    """The next of the moves by hand that bring the ticket where the log has it; None when it is there."""
    goal = _goal(ticket, logged, desk)
    way = _way(ticket.status, goal) if goal is not None else ()
    if not way:
        return None
    actor = speaker(ticket, logged)
    if way[0] is Trigger.ACKNOWLEDGE:
        # Whoever works on an escalated ticket has taken it.
        return commands.acknowledge(ticket, actor, logged.at, ticket.team, ticket.level)
    if way[0] is Trigger.REOPEN:
        return commands.reopening(ticket, Trigger.REOPEN, actor, logged.at, _tier(ticket, desk))
    return commands.move(ticket, way[0], actor, logged.at)


def is_machine_message(logged: LoggedEvent) -> bool:
    """Whether these are words of a machine: of the customer's, or of ours, like an automatic acknowledgement."""
    return logged.by_machine and logged.kind in _SIDES


def aside(ticket: Ticket, logged: LoggedEvent, message: int | None) -> Event:
    """An entry that changes nothing still shows that somebody was there: it stands in the timeline as a note.

    The words of a machine stand there as what they are; `message` is their number in our own records.
    """
    if is_machine_message(logged):
        sender = speaker(ticket, logged).name
        [noted] = commands.machine_writes(ticket, sender, logged.at, message, _SIDES[logged.kind])
        return noted
    entry = {"type": str(logged.kind), "to": logged.to or logged.detail}
    return Event(Kind.INTERNAL_NOTE, logged.at, speaker(ticket, logged), data={"message": None, "log": entry})


def _goal(ticket: Ticket, logged: LoggedEvent, desk: Desk) -> Status | None:
    """Where the ticket stands after the entry; None when the entry says nothing about that."""
    if logged.by_machine or ticket.status is Status.CLOSED:
        return None
    if logged.kind is Kind.RESOLVED:
        return None if ticket.status is Status.RESOLVED else Status.RESOLVED
    if logged.kind is Kind.CLOSED:
        return Status.CLOSED
    if logged.kind not in (Kind.CREATED, Kind.STATE_CHANGED, Kind.REOPENED):
        return None
    goal = status_of(logged.to, desk)
    if goal is None and logged.kind is Kind.STATE_CHANGED:
        raise PassedOver(f'state "{logged.to[:40]}" is not in the desk\'s import.states')
    if logged.kind is Kind.REOPENED and (goal is None or not is_open(goal)):
        goal = Status.OPEN
    return _unqueued(ticket) if goal is Status.NEW else goal


def _unqueued(ticket: Ticket) -> Status | None:
    """Other systems put a case back into a queue as new; ours stays begun, and what waited is open again."""
    waits = ticket.status in (Status.PENDING, Status.ON_HOLD, Status.RESOLVED)
    return Status.OPEN if waits else None


@lru_cache
def _way(start: Status, goal: Status) -> tuple[Trigger, ...]:
    """The shortest way by hand from one status to another; empty when there is none or nothing to do."""
    ways: deque[tuple[Status, tuple[Trigger, ...]]] = deque([(start, ())])
    seen = {start}
    while ways:
        status, way = ways.popleft()
        if status is goal:
            return way
        for trigger, to in _moves(status):
            if to not in seen:
                seen.add(to)
                ways.append((to, (*way, trigger)))
    return ()


def _moves(status: Status) -> list[tuple[Trigger, Status]]:
    rows = {row["trigger"]: Status(row["dest"]) for row in TRANSITIONS if row["source"] == status}
    return [(trigger, rows[trigger]) for trigger in _BY_HAND if trigger in rows]


def _tier(ticket: Ticket, desk: Desk) -> int | None:
    """The tier of whoever resolved the ticket, if they are of this desk."""
    team = desk.team_of(ticket.resolved_by or "")
    return team.tier if team else None


def _assigned(ticket: Ticket, logged: LoggedEvent, desk: Desk, actor: Actor) -> list[Event]:
    """Teams are kept as the log names them, of this desk or not; `to` beside a team is a person."""
    name = logged.team or logged.to or None
    assignee = logged.to if logged.team and logged.to not in ("", logged.team) else None
    if (name, assignee) == (ticket.team, ticket.assignee):
        return []
    team = desk.teams.get(name or "")
    return commands.assign(ticket, actor, logged.at, name, assignee, team.tier if team else ticket.level)


def _queued(ticket: Ticket, logged: LoggedEvent, desk: Desk, actor: Actor) -> list[Event]:
    """A case that is created in some team's queue."""
    return _assigned(ticket, replace(logged, to=""), desk, actor) if logged.team else []


def _priority(ticket: Ticket, logged: LoggedEvent, desk: Desk, actor: Actor) -> list[Event]:
    said = logged.to or logged.priority
    priority = priority_of(said, desk)
    if priority is None:
        raise PassedOver(unknown_priority(said))
    return commands.edit(ticket, actor, logged.at, {"priority": priority})


_CHANGES: Mapping[Kind, Callable[[Ticket, LoggedEvent, Desk, Actor], list[Event]]] = {
    Kind.CREATED: _queued,
    Kind.ASSIGNED: _assigned,
    Kind.PRIORITY_CHANGED: _priority,
}
