"""What a clock says right now, in numbers and in a sentence: breached beats paused (sla-semantics.md, 17)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalator.core.calendar import Calendar
from escalator.core.desk.metrics import METRICS
from escalator.core.desk.spans import in_hours

from .cycle import (
    CLOSED,
    DEADLINE,
    MERGED,
    MET,
    NO_POLICY,
    RESOLVED,
    RESOLVED_UNANSWERED,
    RUNNING,
    TARGET_CHANGED,
    Cycle,
    WarningPoint,
)
from .terms import WALL_CLOCK


@dataclass(frozen=True, slots=True)
class Reading:
    """One cycle as people see it. Spans are open time of the policy's calendar.

    `cause` says why the promise was broken, else why it is asked no more; `warned` are the warnings that fell.
    """

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
    warned: tuple[WarningPoint, ...]
    why: str


def read(cycle: Cycle, now: datetime, calendar: Calendar, status: str) -> Reading:
    """A breach is a fact of time: an overdue clock is breached even before the sweep has seen it.

    `status` is that of the ticket: it says what a paused clock waits for.
    """
    unseen = cycle.due_at if cycle.state == RUNNING and cycle.due_at is not None and cycle.due_at < now else None
    breached_at = cycle.breached_at or unseen
    state = "breached" if breached_at else cycle.state
    return Reading(
        metric=cycle.metric,
        cycle=cycle.number,
        policy=cycle.broken_policy or cycle.policy,
        state=state,
        target=cycle.broken_target or cycle.target,
        elapsed=cycle.elapsed(now, calendar),
        paused=cycle.paused(now, calendar),
        started_at=cycle.started_at,
        due_at=cycle.due_at or cycle.breached_at,
        met_at=cycle.stopped_at if cycle.state == MET else None,
        breached_at=breached_at,
        detected_at=cycle.detected_at,
        cause=cycle.cause or (DEADLINE if unseen else cycle.ended),
        warned=cycle.warned,
        why=_why(cycle, state, breached_at, status),
    )


def _time(cycle: Cycle) -> str:
    return "wall-clock time" if cycle.calendar == WALL_CLOCK else f"{cycle.calendar} time"


def _why(cycle: Cycle, state: str, breached_at: datetime | None, status: str) -> str:
    words = METRICS[cycle.metric].words
    target, policy = cycle.broken_target or cycle.target, cycle.broken_policy or cycle.policy
    promise = f"{words} was promised within {in_hours(target)} of {_time(cycle)} by policy {policy}"
    if state == "breached" and breached_at:
        late = ", and came late" if cycle.state == MET else ""
        changed = f", when {_counted(cycle)} had been counted" if cycle.cause == TARGET_CHANGED else ""
        return f"{promise}; broken at {_moment(breached_at)}{changed}{late}"
    if cycle.counted_until and cycle.counted >= _SECOND:
        promise += f" (since {_moment(cycle.counted_until)}, when {_counted(cycle)} had been counted)"
    endings = {
        "paused": f"the clock stands still while the ticket is {status}",
        "met": "kept",
        "cancelled": f"no longer asked: {_ENDINGS.get(cycle.ended, cycle.ended)}",
    }
    return f"{promise}; {endings.get(state, 'the clock runs')}"


def _counted(cycle: Cycle) -> str:
    return in_hours(cycle.counted - cycle.counted % _SECOND)


_ENDINGS = {
    RESOLVED: "the ticket was resolved",
    RESOLVED_UNANSWERED: "the ticket was resolved without an answer",
    NO_POLICY: "no policy promises it any more",
    MERGED: "the ticket was merged into another",
    CLOSED: "the ticket was closed",
}
_SECOND = timedelta(seconds=1)


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
