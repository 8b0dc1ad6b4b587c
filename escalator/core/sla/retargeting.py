"""What another priority, team, policy or desk version does to the clocks: anchor, elapsed time and pauses are kept.

The new target holds from now on (sla-semantics.md, 11 and 12). A promise that the old policy did not make is anchored
where it would have been; one that was given up meanwhile for want of a policy goes on as if it had been there.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from .changes import breached, cancelled, going_on, resumed, retargeted, started_late
from .cycle import NO_POLICY, TARGET_CHANGED, Cycle, Cycles, Span, last_of, live
from .terms import Terms, counting, home, promises, terms_of

_KINDS = (
    *(Kind.PRIORITY_CHANGED, Kind.ASSIGNED, Kind.EDITED, Kind.ACKNOWLEDGED, Kind.REOPENED),
    *(Kind.DESK_CHANGED, Kind.UNDONE),
)


def retarget(cycles: Cycles, ticket: Ticket, event: Event, desks: Desks) -> list[Event]:
    """The clock events that follow when `event` may have changed which policy holds."""
    if event.kind not in _KINDS or not ticket.is_open:
        return []
    promised = promises(ticket, home(ticket, cycles, desks))
    events = [new for cycle in live(cycles) for new in _retargeted(cycle, promised.get(cycle.metric), event, desks)]
    return [*events, *_promised_now(cycles, ticket, promised, event, desks)]


def _retargeted(cycle: Cycle, promised: Terms | None, event: Event, desks: Desks) -> Iterator[Event]:
    if promised is None:
        yield cancelled(cycle, event, NO_POLICY)
    elif promised.differs(terms_of(cycle, desks)):
        yield from _by(promised, cycle, event, desks)


def _by(promised: Terms, cycle: Cycle, event: Event, desks: Desks) -> Iterator[Event]:
    calendar = counting(cycle, desks)
    elapsed = cycle.elapsed(event.at, calendar)
    yield retargeted(cycle, promised, elapsed, cycle.paused(event.at, calendar), event)
    if not promised.promises_as(terms_of(cycle, desks)):
        yield from over(promised, cycle, elapsed, event)


def over(promised: Terms, cycle: Cycle, elapsed: timedelta, event: Event) -> Iterator[Event]:
    """The breach of a clock that is past its new target: now, and once in the life of the cycle (rule 11)."""
    if cycle.breached_at is None and promised.is_over(elapsed, event.at):
        yield breached(cycle.metric, cycle.number, promised, event.at, event.at, TARGET_CHANGED)


def _promised_now(
    cycles: Cycles, ticket: Ticket, promised: Mapping[str, Terms], event: Event, desks: Desks
) -> Iterator[Event]:
    for name, new in promised.items():
        since, last = METRICS[name].since(ticket), last_of(cycles, name)
        if since is None or (last is not None and last.is_live):
            continue
        if last is None or last.started_at != since:
            yield from _belated(new, cycles, ticket, since, event)
        elif last.ended == NO_POLICY:
            yield from _restored(last, new, ticket, event, desks)


def _belated(promised: Terms, cycles: Cycles, ticket: Ticket, since: datetime, event: Event) -> Iterator[Event]:
    pauses = _stood_still(promised, ticket, since, event.at)
    elapsed = _open_time(promised, since, event.at, pauses)
    started = started_late(promised, cycles, event, since, elapsed, pauses)
    yield started
    if promised.is_over(elapsed, event.at):
        name, number = promised.metric.name, started.data["cycle"]
        yield breached(name, number, promised, event.at, event.at, TARGET_CHANGED)


def _restored(cycle: Cycle, promised: Terms, ticket: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    """The customer has waited all the while: only what would have been a pause is one."""
    pauses = _stood_still(promised, ticket, cycle.stopped_at or event.at, event.at)
    yield resumed(cycle, event, desks, pauses)
    again, calendar = going_on(cycle, pauses), counting(cycle, desks)
    elapsed = again.elapsed(event.at, calendar)
    if promised.differs(terms_of(cycle, desks)):
        yield retargeted(again, promised, elapsed, again.paused(event.at, calendar), event)
    yield from over(promised, again, elapsed, event)


def _stood_still(promised: Terms, ticket: Ticket, since: datetime, until: datetime) -> list[Span]:
    """When a clock with these terms would have stood still between two instants."""
    spans = [
        (max(stay.since, since), min(stay.until or until, until))
        for stay in ticket.stays
        if _is_pause(promised, stay.status)
    ]
    return [(start, end) for start, end in spans if start < end]


def _is_pause(promised: Terms, status: Status) -> bool:
    resolved = status is Status.RESOLVED and not promised.metric.wall_clock
    return resolved or promised.stands_still_in(status)


def _open_time(promised: Terms, since: datetime, until: datetime, pauses: list[Span]) -> timedelta:
    within = promised.calendar.within
    return within(since, until) - sum((within(start, end) for start, end in pauses), timedelta(0))
