"""What the clocks of a merged ticket leave to the survivor: merging buys no time (sla-semantics.md, 16)."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.metrics import METRICS, Metric
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, instant, stamp
from escalator.core.ticket.ticket import Ticket

from .changes import breached, retargeted, started_late
from .cycle import NO_POLICY, Cycle, Cycles, last_of
from .terms import Terms, counting, home, terms, terms_of

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
    left = {clock["metric"]: clock for clock in event.data["clocks"]}
    desk = home(survivor, cycles, desks)
    events: list[Event] = []
    for metric in METRICS.values():
        since, own, clock = metric.since(survivor), last_of(cycles, metric.name), left.get(metric.name)
        if own is not None and own.is_live and since is not None:
            # Regular updates count from the last public word, so an older clock has nothing to say.
            lasting = metric.until_resolved or metric.answer
            events += _joined(own, since, clock, event, desks) if lasting else ()
        elif since is not None and (own is None or own.started_at != since):
            promised = terms(survivor, metric, desk)
            events += _taken_over(promised, cycles, since, clock, event) if promised else ()
    return events


def _joined(own: Cycle, since: datetime, clock: Clock | None, event: Event, desks: Desks) -> Iterator[Event]:
    promised, calendar = terms_of(own, desks), counting(own, desks)
    counted = own.elapsed(event.at, calendar)
    anchor, elapsed = min(since, own.started_at), counted
    if clock is not None or anchor < own.started_at:
        elapsed = max(counted, _counted(promised, since, clock, event))
    if (anchor, elapsed) == (own.started_at, counted):
        return
    deadline = _deadline(promised, anchor, elapsed, clock, event)
    yield retargeted(own, promised, elapsed, own.paused(event.at, calendar), event, anchor, deadline)
    if deadline is not None and own.breached_at is None:
        yield breached(own.metric, own.number, promised, deadline, event.at, "deadline")


def _taken_over(
    promised: Terms, cycles: Cycles, since: datetime, clock: Clock | None, event: Event
) -> Iterator[Event]:
    elapsed = _counted(promised, since, clock, event)
    deadline = _deadline(promised, since, elapsed, clock, event)
    started = started_late(promised, cycles, event, since, elapsed, over_since=deadline)
    yield started
    if deadline is not None:
        yield breached(promised.metric.name, started.data["cycle"], promised, deadline, event.at, "deadline")


def _counted(promised: Terms, since: datetime, clock: Clock | None, event: Event) -> timedelta:
    """What the merged ticket's clock has counted; all its open time, if it had none for what is owed since then."""
    if clock is not None:
        return timedelta(seconds=clock["elapsed"])
    until = event.at if promised.metric.wall_clock else instant(event.data["until"]) or event.at
    return promised.calendar.within(since, max(since, until))


def _deadline(
    promised: Terms, since: datetime, elapsed: timedelta, clock: Clock | None, event: Event
) -> datetime | None:
    """A promise that was broken before the merge is broken at its deadline, not by the merge (rule 13)."""
    if not promised.is_over(elapsed, event.at):
        return None
    known = instant(clock["breached_at"]) if clock is not None else None
    return known or max(since, promised.calendar.add(event.at, promised.target - elapsed))
