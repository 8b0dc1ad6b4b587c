"""The events of a clock's life, with all that the fold needs to know: one function for each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, Kind, stamp

from .cycle import RUNNING, Cycle, Cycles, Span
from .terms import Terms, counting, terms_of

ON_TIME = timedelta(0)


def started(promised: Terms, cycles: Cycles, event: Event) -> Event:
    """A clock that begins with `event`."""
    data = _new(promised, cycles, event) | promised.moments(ON_TIME, event.at)
    return Event(Kind.CLOCK_STARTED, event.at, data=data)


def started_late(
    promised: Terms,
    cycles: Cycles,
    event: Event,
    since: datetime,
    elapsed: timedelta,
    pauses: Sequence[Span] = (),
    over_since: datetime | None = None,
) -> Event:
    """A clock that begins with `event` but counts from `since`, when `elapsed` has been counted already.

    `pauses` are the spans since then that did not count; `over_since` is when it was due, if that is past.
    """
    within = promised.calendar.within
    late = {
        "started_at": stamp(since),
        "elapsed": elapsed.total_seconds(),
        "paused": sum((within(start, end) for start, end in pauses), timedelta(0)).total_seconds(),
        "pauses": [[stamp(start), stamp(end)] for start, end in pauses],
    }
    data = _new(promised, cycles, event) | late | promised.moments(elapsed, event.at, (), over_since)
    return Event(Kind.CLOCK_STARTED, event.at, data=data)


def _new(promised: Terms, cycles: Cycles, event: Event) -> dict[str, Any]:
    name = promised.metric.name
    number = 1 + sum(cycle.metric == name for cycle in cycles)
    return {"metric": name, "cycle": number, "anchor": event.data.get("message"), **promised.data()}


def paused(cycle: Cycle, event: Event) -> Event:
    return Event(Kind.CLOCK_PAUSED, event.at, data=_key(cycle))


def resumed(
    cycle: Cycle, event: Event, desks: Desks, pauses: Sequence[Span], over_since: datetime | None = None
) -> Event:
    """A clock that stood still or had ended goes on; of the time since then, all but `pauses` counts.

    `over_since` is when it was due, if that is past.
    """
    elapsed = going_on(cycle, pauses).elapsed(event.at, counting(cycle, desks))
    moments = terms_of(cycle, desks).moments(elapsed, event.at, cycle.warned, over_since)
    if cycle.breached_at:
        moments = {"due_at": stamp(cycle.breached_at), "warnings": []}
    spans = [[stamp(start), stamp(end)] for start, end in pauses]
    return Event(Kind.CLOCK_RESUMED, event.at, data={**_key(cycle), "pauses": spans, **moments})


def going_on(cycle: Cycle, pauses: Sequence[Span]) -> Cycle:
    """The cycle as if it had not stopped, but for `pauses`."""
    return replace(cycle, state=RUNNING, stopped_at=None, paused_at=None, ended="", pauses=(*cycle.pauses, *pauses))


def retargeted(
    cycle: Cycle,
    promised: Terms,
    elapsed: timedelta,
    rested: timedelta,
    event: Event,
    since: datetime | None = None,
    over_since: datetime | None = None,
) -> Event:
    """A clock that runs by other terms from now on, or is anchored at an earlier `since`.

    By now `elapsed` has been counted, and `rested` has not.
    """
    moments = promised.moments(elapsed, event.at, cycle.warned, over_since)
    if cycle.breached_at:
        moments = {"due_at": stamp(cycle.breached_at), "warnings": []}
    earlier = {} if since is None else {"started_at": stamp(since)}
    counted = {"elapsed": elapsed.total_seconds(), "paused": rested.total_seconds()}
    data = {**_key(cycle), **counted, **earlier, **promised.data(), **moments}
    return Event(Kind.CLOCK_RETARGETED, event.at, data=data)


def met(cycle: Cycle, event: Event) -> Event:
    return Event(Kind.CLOCK_MET, event.at, data={**_key(cycle), "cause": ""})


def cancelled(cycle: Cycle, event: Event, cause: str) -> Event:
    """A promise that is asked no more, and why."""
    return Event(Kind.CLOCK_CANCELLED, event.at, data={**_key(cycle), "cause": cause})


def breached(
    metric: str, number: int, promised: Terms, breached_at: datetime, detected_at: datetime, cause: str
) -> Event:
    """The promise is broken: at its deadline, or when its target was cut below what has elapsed."""
    data = {
        "metric": metric,
        "cycle": number,
        "policy": promised.policy.name,
        "desk": promised.desk.version,
        "breached_at": stamp(breached_at),
        "cause": cause,
    }
    return Event(Kind.CLOCK_BREACHED, detected_at, data=data)


def warned(cycle: Cycle, label: str, at: datetime) -> Event:
    """The share or remainder that `label` names is reached."""
    data = {
        **_key(cycle),
        "policy": cycle.policy,
        "desk": cycle.desk,
        "label": label,
        "due_at": stamp(cycle.due_at),
    }
    return Event(Kind.CLOCK_WARNED, at, data=data)


def _key(cycle: Cycle) -> dict[str, Any]:
    return {"metric": cycle.metric, "cycle": cycle.number}
