"""What an entry of a foreign log means to the detectors: the events that they would have seen here.

Statuses are told as the log has them; what a ticket of ours would refuse is taken as what people did.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from escalator.core.desk.model import Desk
from escalator.core.loops.conversation import Conversation
from escalator.core.simulation.timelines import LoggedEvent
from escalator.core.simulation.words import priority_of, status_of
from escalator.core.ticket.commands import CUSTOMER, OURS
from escalator.core.ticket.events import Actor, Event, Kind, machine
from escalator.core.ticket.workflow import Status, is_open

_WAITING = (Status.PENDING, Status.ON_HOLD)

Telling = Iterator[Event]


class NotUnderstood(Exception):
    """Nothing comes of this entry; the text says why and is counted."""


def events_of(logged: LoggedEvent, known: Conversation, desk: Desk, words: Mapping[str, Any]) -> Telling:
    """The events of one entry; `words` is what its text says. Raises `NotUnderstood`.

    A log that goes on after the close went on with the same case: that is a reopening, as it is for the customer.
    """
    tell = _TELLS.get(logged.kind)
    return tell(logged, known, desk, words) if tell else iter(())


def _actor(logged: LoggedEvent) -> Actor:
    if logged.by_machine:
        return machine(logged.actor or "somebody")
    return Actor("customer" if logged.kind is Kind.CUSTOMER_MESSAGE else "agent", logged.actor or "somebody")


def _created(logged: LoggedEvent, known: Conversation, desk: Desk, words: Mapping[str, Any]) -> Telling:
    actor = Actor("customer" if words["by_customer"] else "agent", logged.actor)
    yield Event(Kind.CREATED, logged.at, actor, data={"team": logged.team, **words})
    if logged.to:
        yield from _moved(logged, known, desk, words)


def _heard(logged: LoggedEvent, known: Conversation, _: Desk, words: Mapping[str, Any]) -> Telling:
    if logged.by_machine:
        yield _noted(logged, CUSTOMER)
        return
    if known.course.waits or not known.course.is_open:
        yield _move(logged, known, Status.OPEN)
    yield Event(Kind.CUSTOMER_MESSAGE, logged.at, _actor(logged), data=words)


def _replied(logged: LoggedEvent, known: Conversation, _: Desk, words: Mapping[str, Any]) -> Telling:
    if logged.by_machine:
        yield _noted(logged, OURS)
        return
    if known.course.status is Status.NEW:
        yield _move(logged, known, Status.OPEN)
    yield Event(logged.kind, logged.at, _actor(logged), data=words)


def _noted(logged: LoggedEvent, side: str) -> Event:
    """The words of a machine change nothing, but two that answer each other are a loop."""
    return Event(Kind.MACHINE_MESSAGE, logged.at, _actor(logged), data={"message": None, "side": side})


def _assigned(logged: LoggedEvent, _: Conversation, __: Desk, ___: Mapping[str, Any]) -> Telling:
    yield Event(Kind.ASSIGNED, logged.at, _actor(logged), data={"team": logged.team or logged.to})


def _moved(logged: LoggedEvent, known: Conversation, desk: Desk, _: Mapping[str, Any]) -> Telling:
    to = status_of(logged.to, desk)
    if to is None:
        raise NotUnderstood(f'state "{logged.to[:40]}" is not in the desk\'s import.states')
    if to is Status.NEW and known.course.status is not Status.NEW:
        # Other systems put a case back into a queue as new; ours stays begun.
        to = Status.OPEN
    yield _move(logged, known, to)


def _touched(logged: LoggedEvent, _: Conversation, desk: Desk, __: Mapping[str, Any]) -> Telling:
    if priority_of(logged.to, desk) is None:
        raise NotUnderstood(f'priority "{logged.to[:40]}" is not in the desk\'s import.priorities')
    yield Event(Kind.PRIORITY_CHANGED, logged.at, _actor(logged), data={"to": logged.to})


def _ended(logged: LoggedEvent, known: Conversation, _: Desk, __: Mapping[str, Any]) -> Telling:
    yield _move(logged, known, Status.RESOLVED if logged.kind is Kind.RESOLVED else Status.CLOSED)


def _reopened(logged: LoggedEvent, known: Conversation, desk: Desk, _: Mapping[str, Any]) -> Telling:
    to = status_of(logged.to, desk)
    yield _move(logged, known, to if to is not None and is_open(to) and to is not Status.NEW else Status.OPEN)


def _move(logged: LoggedEvent, known: Conversation, to: Status) -> Event:
    return Event(_kind(known.course.status, to), logged.at, _actor(logged), data={"to": str(to)})


def _kind(before: Status, to: Status) -> Kind:
    if not is_open(before) and is_open(to):
        return Kind.REOPENED
    ends = {Status.RESOLVED: Kind.RESOLVED, Status.CLOSED: Kind.CLOSED}
    return ends.get(to, Kind.STATE_CHANGED) if to is not before else Kind.STATE_CHANGED


_TELLS: Mapping[Kind, Callable[[LoggedEvent, Conversation, Desk, Mapping[str, Any]], Telling]] = {
    Kind.CREATED: _created,
    Kind.CUSTOMER_MESSAGE: _heard,
    Kind.AGENT_MESSAGE: _replied,
    Kind.CALL_LOGGED: _replied,
    Kind.ASSIGNED: _assigned,
    Kind.STATE_CHANGED: _moved,
    Kind.PRIORITY_CHANGED: _touched,
    Kind.RESOLVED: _ended,
    Kind.REOPENED: _reopened,
    Kind.CLOSED: _ended,
}
