"""What the clocks of a merged ticket leave to the survivor: merging buys no time (sla-semantics.md, 16)."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, stamp
from escalator.core.ticket.ticket import Ticket

from .changes import breached, retargeted, started_late
from .cycle import Cycle, Cycles, last_of, live
from .retargeting import home
from .terms import Terms, counting, terms, terms_of

Clock = Mapping[str, Any]


def estate(cycles: Cycles, at: datetime, desks: Desks) -> list[dict[str, Any]]:
    """The clocks that a merged ticket leaves: each with its anchor and what it has counted by `at`, in seconds."""
    return [
        {
            "metric": cycle.metric,
            "started_at": stamp(cycle.started_at),
            "elapsed": cycle.elapsed(at, counting(cycle, desks)).total_seconds(),
        }
        for cycle in live(cycles)
    ]


def inherit(cycles: Cycles, survivor: Ticket, event: Event, desks: Desks) -> list[Event]:
    """Each clock counts from the older anchor, and at least what the merged ticket's clock has counted."""
    left = {clock["metric"]: clock for clock in event.data["clocks"]}
    desk = home(cycles, event, desks)
    events: list[Event] = []
    for metric in METRICS.values():
        since, own, clock = metric.since(survivor), last_of(cycles, metric.name), left.get(metric.name)
        if own is not None and own.is_live and since is not None:
            events += _joined(own, since, clock, event, desks)
        elif since is not None and (own is None or own.started_at != since):
            promised = terms(survivor, metric, desk)
            events += _taken_over(promised, cycles, since, clock, event) if promised else ()
    return events


def _joined(own: Cycle, since: datetime, clock: Clock | None, event: Event, desks: Desks) -> Iterator[Event]:
    promised, counted = terms_of(own, desks), own.elapsed(event.at, counting(own, desks))
    anchor = min(since, own.started_at)
    elapsed = max(counted, _counted(promised, since, clock, event) if clock or anchor < own.started_at else counted)
    if (anchor, elapsed) == (own.started_at, counted):
        return
    deadline = _deadline(promised, anchor, elapsed, event)
    yield retargeted(own, promised, elapsed, event, anchor, deadline)
    if deadline is not None and own.breached_at is None:
        yield breached(own.metric, own.number, promised, deadline, event.at, "deadline")


def _taken_over(
    promised: Terms, cycles: Cycles, since: datetime, clock: Clock | None, event: Event
) -> Iterator[Event]:
    elapsed = _counted(promised, since, clock, event)
    deadline = _deadline(promised, since, elapsed, event)
    started = started_late(promised, cycles, event, since, elapsed, over_since=deadline)
    yield started
    if deadline is not None:
        yield breached(promised.metric.name, started.data["cycle"], promised, deadline, event.at, "deadline")


def _counted(promised: Terms, since: datetime, clock: Clock | None, event: Event) -> timedelta:
    """What the merged ticket's clock has counted; all open time, if it had none for what is owed since then."""
    return timedelta(seconds=clock["elapsed"]) if clock else promised.calendar.within(since, event.at)


def _deadline(promised: Terms, since: datetime, elapsed: timedelta, event: Event) -> datetime | None:
    """A promise that was broken before the merge is broken at its deadline, not by the merge (rule 13)."""
    if not promised.is_over(elapsed, event.at):
        return None
    return max(since, promised.calendar.add(event.at, promised.target - elapsed))
