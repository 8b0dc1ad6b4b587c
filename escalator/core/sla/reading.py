"""What a clock says right now, in numbers and in a sentence: breached beats paused (sla-semantics.md, 17)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalator.core.calendar import Calendar
from escalator.core.desk.metrics import METRICS
from escalator.core.desk.spans import shown

from .cycle import MET, RUNNING, Cycle
from .terms import WALL_CLOCK


@dataclass(frozen=True, slots=True)
class Reading:
    """One cycle as people see it. Spans are open time of the policy's calendar."""

    metric: str
    cycle: int
    policy: str
    state: str
    target: timedelta
    elapsed: timedelta
    paused: timedelta
    started_at: datetime
    due_at: datetime | None
    met_at: datetime | None
    breached_at: datetime | None
    detected_at: datetime | None
    cause: str
    why: str


def read(cycle: Cycle, now: datetime, calendar: Calendar) -> Reading:
    """A breach is a fact of time: an overdue clock is breached even before the sweep has seen it."""
    unseen = cycle.due_at if cycle.state == RUNNING and cycle.due_at is not None and cycle.due_at < now else None
    breached_at = cycle.breached_at or unseen
    state = "breached" if breached_at else cycle.state
    return Reading(
        metric=cycle.metric,
        cycle=cycle.number,
        policy=cycle.policy,
        state=state,
        target=cycle.target,
        elapsed=cycle.elapsed(now, calendar),
        paused=cycle.paused(now, calendar),
        started_at=cycle.started_at,
        due_at=cycle.due_at or cycle.breached_at,
        met_at=cycle.stopped_at if cycle.state == MET else None,
        breached_at=breached_at,
        detected_at=cycle.detected_at,
        cause=cycle.cause or ("deadline" if unseen else ""),
        why=_why(cycle, state, breached_at),
    )


def _time(cycle: Cycle) -> str:
    return "wall-clock time" if cycle.calendar == WALL_CLOCK else f"{cycle.calendar} time"


def _why(cycle: Cycle, state: str, breached_at: datetime | None) -> str:
    words = METRICS[cycle.metric].words
    promise = f"{words} was promised within {shown(cycle.target)} of {_time(cycle)} by policy {cycle.policy}"
    if state == "breached" and breached_at:
        late = ", and came late" if cycle.state == MET else ""
        changed = "; the target was cut below what had elapsed" if cycle.cause == "target_changed" else ""
        return f"{promise}; broken at {breached_at:%Y-%m-%d %H:%M:%S} UTC{late}{changed}"
    endings = {"paused": "the clock stands still", "met": "kept", "cancelled": f"no longer asked: {cycle.ended}"}
    return f"{promise}; {endings.get(state, 'the clock runs')}"
