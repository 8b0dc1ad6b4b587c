"""One run of one clock: from the event that started it to the one that stopped it, with its pauses and breach."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from escalator.core.calendar import Calendar
from escalator.core.ticket.events import Event, Kind, instant, stamp

RUNNING, PAUSED, MET, CANCELLED = "running", "paused", "met", "cancelled"

# Why a promise was broken: time ran out, or its target was cut below what had been counted.
DEADLINE, TARGET_CHANGED = "deadline", "target_changed"

# Why a promise is asked no more.
RESOLVED, RESOLVED_UNANSWERED, NO_POLICY = "resolved", "resolved_unanswered", "no_policy"
MERGED, CLOSED = "merged", "closed"

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class WarningPoint:
    """A warning, and when it falls or fell."""

    label: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One numbered cycle of a metric (sla-semantics.md, 6).

    `target` is open time of the calendar named `calendar` in desk version `desk`. `due_at` is None while the
    clock is paused. `breached_at` is the deadline, `detected_at` when it was noticed, `broken_policy` and
    `broken_target` whose promise it was, whatever holds later (rule 12). `anchor` is the message that started it.
    `pauses` are the spans that do not count; time after `stopped_at` does not count either.
    `cause` says why it was breached, `ended` why it was cancelled. At a change of target `counted` keeps what had
    elapsed by `counted_until`, and `rested` what had not counted, so that another calendar measures only what comes
    after.
    """

    metric: str
    number: int
    policy: str
    desk: int
    calendar: str
    target: timedelta
    started_at: datetime
    state: str = RUNNING
    due_at: datetime | None = None
    warnings: tuple[WarningPoint, ...] = ()
    warned: tuple[WarningPoint, ...] = ()
    anchor: int | None = None
    counted: timedelta = timedelta(0)
    rested: timedelta = timedelta(0)
    counted_until: datetime | None = None
    pauses: tuple[Span, ...] = ()
    paused_at: datetime | None = None
    stopped_at: datetime | None = None
    breached_at: datetime | None = None
    detected_at: datetime | None = None
    broken_policy: str = ""
    broken_target: timedelta | None = None
    cause: str = ""
    ended: str = ""

    @property
    def is_live(self) -> bool:
        return self.state in (RUNNING, PAUSED)

    def elapsed(self, now: datetime, calendar: Calendar) -> timedelta:
        """Open time that counts, up to `now`: open hours minus the pauses, by set difference (rule 10)."""
        start = self.counted_until or self.started_at
        until = max(self.stopped_at or self.paused_at or now, start)
        return self.counted + calendar.within(start, until) - self._within_pauses(calendar, start)

    def paused(self, now: datetime, calendar: Calendar) -> timedelta:
        """Open time that did not count, up to `now`."""
        start = self.counted_until or self.started_at
        current = calendar.within(max(self.paused_at, start), now) if self.paused_at else timedelta(0)
        return self.rested + current + self._within_pauses(calendar, start)

    def _within_pauses(self, calendar: Calendar, since: datetime) -> timedelta:
        spans = ((max(start, since), end) for start, end in self.pauses if end > since)
        return sum((calendar.within(start, end) for start, end in spans), timedelta(0))


Cycles = tuple[Cycle, ...]


def live(cycles: Cycles) -> Iterator[Cycle]:
    """The cycles that run or are paused."""
    return (cycle for cycle in cycles if cycle.is_live)


def last_of(cycles: Cycles, metric: str) -> Cycle | None:
    """The newest cycle of a metric."""
    return next((cycle for cycle in reversed(cycles) if cycle.metric == metric), None)


def evolve(cycles: Cycles, event: Event) -> Cycles:
    """The cycles after a clock event; all other events leave them as they are."""
    if event.kind is Kind.CLOCK_STARTED:
        return (*cycles, _started(event))
    change = _CHANGES.get(event.kind)
    if change is None:
        return cycles
    key = (event.data["metric"], event.data["cycle"])
    return tuple(
        replace(cycle, **change(cycle, event)) if (cycle.metric, cycle.number) == key else cycle for cycle in cycles
    )


def _started(event: Event) -> Cycle:
    data = event.data
    return Cycle(
        metric=data["metric"],
        number=data["cycle"],
        anchor=data["anchor"],
        started_at=event.at if "started_at" not in data else datetime.fromisoformat(data["started_at"]),
        pauses=_spans(data.get("pauses", ())),
        **_terms(data),
        **_counted(event),
    )


def _counted(event: Event) -> dict[str, Any]:
    """What had elapsed by the event, where it says so; later only what comes after is measured."""
    if "elapsed" not in event.data:
        return {}
    return {
        "counted": timedelta(seconds=event.data["elapsed"]),
        "rested": timedelta(seconds=event.data.get("paused", 0.0)),
        "counted_until": event.at,
    }


def _terms(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "policy": data["policy"],
        "desk": data["desk"],
        "calendar": data["calendar"],
        "target": timedelta(seconds=data["target"]),
        "due_at": instant(data["due_at"]),
        "warnings": _points(data["warnings"]),
    }


def _retargeted(cycle: Cycle, event: Event) -> dict[str, Any]:
    anchor = instant(event.data.get("started_at")) or cycle.started_at
    standing = {} if cycle.state == RUNNING else {"due_at": cycle.due_at, "warnings": ()}
    return _terms(event.data) | _counted(event) | {"started_at": anchor} | standing


def _points(pairs: Sequence[Sequence[str]]) -> tuple[WarningPoint, ...]:
    return tuple(WarningPoint(label, datetime.fromisoformat(at)) for label, at in pairs)


def _spans(pairs: Sequence[Sequence[str]]) -> tuple[Span, ...]:
    return tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in pairs)


def _paused(_: Cycle, event: Event) -> dict[str, Any]:
    return {"state": PAUSED, "paused_at": event.at, "due_at": None, "warnings": ()}


def _resumed(cycle: Cycle, event: Event) -> dict[str, Any]:
    # The first events of this kind did not say what had not counted: it was all the time since the clock stopped.
    stopped = stamp(cycle.paused_at or cycle.stopped_at or event.at)
    return {
        "state": RUNNING,
        "paused_at": None,
        "stopped_at": None,
        "ended": "",
        "pauses": (*cycle.pauses, *_spans(event.data.get("pauses", [[stopped, stamp(event.at)]]))),
        "due_at": instant(event.data["due_at"]),
        "warnings": _points(event.data["warnings"]),
    }


def _warned(cycle: Cycle, event: Event) -> dict[str, Any]:
    label = event.data["label"]
    fallen = tuple(point for point in cycle.warnings if point.label == label)
    left = tuple(point for point in cycle.warnings if point.label != label)
    return {"warnings": left, "warned": cycle.warned + fallen}


def _breached(cycle: Cycle, event: Event) -> dict[str, Any]:
    data = event.data
    return {
        "broken_policy": cycle.policy,
        "broken_target": cycle.target,
        "breached_at": instant(data["breached_at"]),
        "detected_at": event.at,
        "cause": data["cause"],
        "warnings": (),
    }


def _met(cycle: Cycle, event: Event) -> dict[str, Any]:
    return {"state": MET, **_stopped(cycle, event)}


def _cancelled(cycle: Cycle, event: Event) -> dict[str, Any]:
    return {"state": CANCELLED, **_stopped(cycle, event), "ended": event.data["cause"]}


def _stopped(cycle: Cycle, event: Event) -> dict[str, Any]:
    """A clock that stood still when it stopped keeps that as its last pause."""
    last = ((cycle.paused_at, event.at),) if cycle.paused_at else ()
    return {"stopped_at": event.at, "paused_at": None, "pauses": (*cycle.pauses, *last), "warnings": ()}


_CHANGES: Mapping[Kind, Callable[[Cycle, Event], dict[str, Any]]] = {
    Kind.CLOCK_PAUSED: _paused,
    Kind.CLOCK_RESUMED: _resumed,
    Kind.CLOCK_RETARGETED: _retargeted,
    Kind.CLOCK_WARNED: _warned,
    Kind.CLOCK_BREACHED: _breached,
    Kind.CLOCK_MET: _met,
    Kind.CLOCK_CANCELLED: _cancelled,
}
