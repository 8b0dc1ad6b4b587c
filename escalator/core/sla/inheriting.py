"""What the clocks of a merged ticket leave to the survivor: merging buys no time (sla-semantics.md, 16)."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.metrics import METRICS, Metric
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, instant, stamp
from escalator.core.ticket.ticket import Ticket

from .changes import breached, retargeted, started_late
from .cycle import DEADLINE, NO_POLICY, TARGET_CHANGED, Cycle, Cycles, last_of
from .terms import Terms, counting, home, promises, terms_of

Clock = Mapping[str, Any]


def estate(ticket: Ticket, cycles: Cycles, at: datetime, desks: Desks) -> dict[str, Any]:
    """The clocks that a ticket leaves when it is merged at `at`, each with what it has counted, in seconds.

    The time since it was resolved does not count: `until` is when its time stopped (sla-semantics.md, 15).
    """
    left = [(metric, last_of(cycles, metric.name)) for metric in METRICS.values() if _is_left(metric, ticket)]
    return {
        "until": stamp(at if ticket.is_open else ticket.resolved_at),
        "clocks": [
            {
                "metric": metric.name,
                "elapsed": cycle.elapsed(at, counting(cycle, desks)).total_seconds(),
                "breached_at": stamp(cycle.breached_at),
            }
            for metric, cycle in left
            if cycle is not None and cycle.started_at == metric.since(ticket) and cycle.ended != NO_POLICY
        ],
    }


def _is_left(metric: Metric, ticket: Ticket) -> bool:
    """A resolved ticket owes no more updates; its whole life and an unanswered question count all the same."""
    return ticket.is_open or metric.until_resolved or metric.answer


def inherit(cycles: Cycles, survivor: Ticket, event: Event, desks: Desks) -> list[Event]:
    """Each clock counts from the older anchor, and at least what the merged ticket's clock has counted."""
    if not survivor.is_open:
        return []
    left = {clock["metric"]: clock for clock in event.data["clocks"]}
    promised = promises(survivor, home(survivor, cycles, desks))
    events: list[Event] = []
    for metric in METRICS.values():
        since, own, clock = metric.since(survivor), last_of(cycles, metric.name), left.get(metric.name)
        if own is not None and own.is_live and since is not None:
            # Regular updates count from the last public word, so an older clock has nothing to say.
            lasting = metric.until_resolved or metric.answer
            events += _joined(own, since, clock, event, desks) if lasting else ()
        elif since is not None and (own is None or own.started_at != since):
            new = promised.get(metric.name)
            events += _taken_over(new, cycles, since, clock, event) if new else ()
    return events


def _joined(own: Cycle, since: datetime, clock: Clock | None, event: Event, desks: Desks) -> Iterator[Event]:
    promised, calendar = terms_of(own, desks), counting(own, desks)
    counted = own.elapsed(event.at, calendar)
    anchor, elapsed = min(since, own.started_at), counted
    if clock is not None or anchor < own.started_at:
        elapsed = max(counted, _counted(promised, since, clock, event))
    if (anchor, elapsed) == (own.started_at, counted):
        return
    rested = own.paused(event.at, calendar)
    yield retargeted(own, promised, elapsed, rested, event, anchor, _broken_before(clock))
    if own.breached_at is None:
        yield from _late(promised, own.number, elapsed, clock, event)


def _taken_over(
    promised: Terms, cycles: Cycles, since: datetime, clock: Clock | None, event: Event
) -> Iterator[Event]:
    elapsed = _counted(promised, since, clock, event)
    started = started_late(promised, cycles, event, since, elapsed, over_since=_broken_before(clock))
    yield started
    yield from _late(promised, started.data["cycle"], elapsed, clock, event)


def _counted(promised: Terms, since: datetime, clock: Clock | None, event: Event) -> timedelta:
    """What the merged ticket's clock has counted; all its open time, if it had none for what is owed since then."""
    if clock is not None:
        return timedelta(seconds=clock["elapsed"])
    until = event.at if promised.metric.wall_clock else instant(event.data["until"]) or event.at
    return promised.calendar.within(since, max(since, until))


def _broken_before(clock: Clock | None) -> datetime | None:
    return instant(clock["breached_at"]) if clock is not None else None


def _late(promised: Terms, number: int, elapsed: timedelta, clock: Clock | None, event: Event) -> Iterator[Event]:
    """What was broken before the merge keeps its date (rule 13); what only the other terms break is broken now."""
    if not promised.is_over(elapsed, event.at):
        return
    before = _broken_before(clock)
    at, cause = (before, DEADLINE) if before else (event.at, TARGET_CHANGED)
    yield breached(promised.metric.name, number, promised, at, event.at, cause)
