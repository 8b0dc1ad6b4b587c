"""What an event does to a ticket's clocks: start, pause, resume, meet, cancel (sla-semantics.md)."""

from collections.abc import Iterator

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from .changes import cancelled, met, paused, resumed, started
from .cycle import (
    CLOSED,
    MERGED,
    NO_POLICY,
    PAUSED,
    RESOLVED,
    RESOLVED_UNANSWERED,
    RUNNING,
    Cycle,
    Cycles,
    last_of,
    live,
)
from .terms import home, promises, terms_of

# A clock that begins to run, or to run by other rules, may have to stand still at once.
_STARTS_TO_RUN = (Kind.CLOCK_STARTED, Kind.CLOCK_RESUMED, Kind.CLOCK_RETARGETED)


def react(cycles: Cycles, before: Ticket, after: Ticket, event: Event, desks: Desks) -> list[Event]:
    """The clock events that follow from `event`, in the order in which they happen."""
    if event.kind in _STARTS_TO_RUN:
        return [*_pauses(_of(event, cycles), after, event, desks)]
    events = [*_stops(cycles, before, event)]
    if event.kind is Kind.RESOLVED:
        events += _cancellations(cycles, event)
    if after.status is Status.CLOSED:
        cause = MERGED if event.kind is Kind.MERGED else CLOSED
        events += [cancelled(cycle, event, cause) for cycle in live(cycles)]
    if event.kind is Kind.REOPENED:
        events += _comebacks(cycles, after, event, desks)
    if event.kind is Kind.UNDONE and after.is_open:
        # Who was closed by mistake has waited all the while: the deadline is what it was, be it past.
        events += [resumed(cycle, event, desks, (), cycle.due_at) for cycle in cycles if cycle.ended == CLOSED]
    events += _starts(cycles, before, after, event, desks)
    if after.status is not before.status and after.is_open:
        events += _pauses(cycles, after, event, desks)
    return events


def _of(event: Event, cycles: Cycles) -> Cycles:
    """The one cycle that a clock's event is about; the others have events of their own."""
    key = (event.data["metric"], event.data["cycle"])
    return tuple(cycle for cycle in cycles if (cycle.metric, cycle.number) == key)


def _stops(cycles: Cycles, before: Ticket, event: Event) -> Iterator[Event]:
    for cycle in live(cycles):
        if METRICS[cycle.metric].stops(before, event):
            yield met(cycle, event)


def _cancellations(cycles: Cycles, event: Event) -> Iterator[Event]:
    for cycle in live(cycles):
        metric = METRICS[cycle.metric]
        if not metric.until_resolved:
            yield cancelled(cycle, event, RESOLVED_UNANSWERED if metric.answer else RESOLVED)


def _starts(cycles: Cycles, before: Ticket, after: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    starting = [name for name, metric in METRICS.items() if metric.starts(before, event)]
    promised = promises(after, home(after, cycles, desks)) if starting else {}
    for name in starting:
        if name in promised:
            yield started(promised[name], cycles, event)


def _comebacks(cycles: Cycles, after: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    """After a reopening, what was owed before is owed again; the resolved time does not count (rule 15)."""
    for metric in METRICS.values():
        cycle = last_of(cycles, metric.name)
        if cycle is not None and cycle.started_at == metric.since(after) and cycle.ended != NO_POLICY:
            yield _resumed(cycle, event, desks)


def _pauses(cycles: Cycles, after: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    for cycle in live(cycles):
        stands_still = terms_of(cycle, desks).stands_still_in(after.status)
        if stands_still and cycle.state == RUNNING:
            yield paused(cycle, event)
        elif not stands_still and cycle.state == PAUSED:
            yield _resumed(cycle, event, desks)


def _resumed(cycle: Cycle, event: Event, desks: Desks) -> Event:
    """All the time since the clock stopped is a pause, unless it is one that nothing stops."""
    stood_still_from = cycle.paused_at or cycle.stopped_at or event.at
    pauses = [] if METRICS[cycle.metric].wall_clock else [(stood_still_from, event.at)]
    return resumed(cycle, event, desks, pauses)
