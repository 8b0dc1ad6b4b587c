"""What an event does to a ticket's clocks: start, pause, resume, retarget, meet, cancel (sla-semantics.md)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.metrics import METRICS, Metric
from escalator.core.desk.model import Desk, Policy
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from .cycle import RESOLVED_UNANSWERED, RUNNING, Cycle, Cycles
from .policies import policy_for, target_of

# A clock that begins to run, or to run by other rules, may have to stand still at once.
_STARTS_TO_RUN = (Kind.CLOCK_STARTED, Kind.CLOCK_RESUMED, Kind.CLOCK_RETARGETED)
_RETARGETS = (Kind.PRIORITY_CHANGED, Kind.ASSIGNED, Kind.EDITED, Kind.ACKNOWLEDGED, Kind.REOPENED)


def react(cycles: Cycles, before: Ticket, after: Ticket, event: Event, desks: Desks) -> list[Event]:
    """The clock events that follow from `event`, in the order in which they happen."""
    if event.kind in _STARTS_TO_RUN:
        return [*_pauses(cycles, after, event, desks)]
    events = [*_stops(cycles, before, event)]
    if event.kind is Kind.RESOLVED:
        events += _cancellations(cycles, event)
    if event.kind is Kind.MERGED or after.status is Status.CLOSED:
        events += [_stop(Kind.CLOCK_CANCELLED, cycle, event, _closing(event)) for cycle in _live(cycles)]
    if event.kind is Kind.REOPENED:
        events += _comebacks(cycles, after, event, desks)
    events += _starts(cycles, before, after, event, desks.active)
    if after.status is not before.status and after.is_open:
        events += _pauses(cycles, after, event, desks)
    return events


def _live(cycles: Cycles) -> Iterator[Cycle]:
    return (cycle for cycle in cycles if cycle.is_live)


def _stops(cycles: Cycles, before: Ticket, event: Event) -> Iterator[Event]:
    for cycle in _live(cycles):
        if METRICS[cycle.metric].stops(before, event):
            yield _stop(Kind.CLOCK_MET, cycle, event, "")


def _cancellations(cycles: Cycles, event: Event) -> Iterator[Event]:
    for cycle in _live(cycles):
        metric = METRICS[cycle.metric]
        if not metric.until_resolved:
            cause = RESOLVED_UNANSWERED if metric.answer else "resolved"
            yield _stop(Kind.CLOCK_CANCELLED, cycle, event, cause)


def _closing(event: Event) -> str:
    return "merged" if event.kind is Kind.MERGED else "closed"


def _stop(kind: Kind, cycle: Cycle, event: Event, cause: str) -> Event:
    return Event(kind, event.at, data={"metric": cycle.metric, "cycle": cycle.number, "cause": cause})


def _starts(cycles: Cycles, before: Ticket, after: Ticket, event: Event, desk: Desk) -> Iterator[Event]:
    starting = [metric for metric in METRICS.values() if metric.starts(before, event)]
    policy = policy_for(after, desk) if starting else None
    for metric in starting:
        target = target_of(policy, metric.name, after.priority) if policy else None
        if policy and target is not None:
            number = 1 + sum(cycle.metric == metric.name for cycle in cycles)
            yield _start(metric, number, policy, target, desk, event)


def _start(metric: Metric, number: int, policy: Policy, target: timedelta, desk: Desk, event: Event) -> Event:
    data = {
        "metric": metric.name,
        "cycle": number,
        "anchor": event.data.get("message"),
        **_terms(policy, target, desk),
        **_moments(desk, policy, target, timedelta(0), event.at),
    }
    return Event(Kind.CLOCK_STARTED, event.at, data=data)


def _terms(policy: Policy, target: timedelta, desk: Desk) -> dict[str, Any]:
    return {
        "policy": policy.name,
        "desk": desk.version,
        "calendar": policy.calendar,
        "target": target.total_seconds(),
    }


def _moments(
    desk: Desk,
    policy: Policy,
    target: timedelta,
    elapsed: timedelta,
    at: datetime,
    warned: tuple[str, ...] = (),
) -> dict[str, Any]:
    """When a clock that has counted `elapsed` by `at` will be due, and when its warnings fall (rule 14)."""
    calendar = desk.calendars[policy.calendar]
    due_at = calendar.add(at, target - elapsed)
    warnings = []
    for warning in policy.warnings:
        amount = target * warning.share if warning.share is not None else target - (warning.remaining or target)
        if warning.label not in warned and amount > timedelta(0):
            point = calendar.add(at, max(amount - elapsed, timedelta(0)))
            warnings.append([warning.label, stamp(min(point, max(due_at, at)))])
    return {"due_at": stamp(due_at), "warnings": warnings}


def _policy_of(cycle: Cycle, desks: Desks) -> tuple[Desk, Policy]:
    desk = desks.at(cycle.desk)
    return desk, desk.policy(cycle.policy)


def _resume(cycle: Cycle, event: Event, desks: Desks) -> Event:
    desk, policy = _policy_of(cycle, desks)
    elapsed = cycle.elapsed(event.at, desk.calendars[cycle.calendar])
    moments = _moments(desk, policy, cycle.target, elapsed, event.at, cycle.warned)
    if cycle.breached_at:
        moments = {"due_at": stamp(cycle.breached_at), "warnings": []}
    return Event(Kind.CLOCK_RESUMED, event.at, data={"metric": cycle.metric, "cycle": cycle.number, **moments})


def _comebacks(cycles: Cycles, after: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    """After a reopening: whole-life clocks go on, and a question that was never answered is open again."""
    questions = [cycle for cycle in cycles if METRICS[cycle.metric].answer]
    for cycle in cycles:
        lives_on = METRICS[cycle.metric].until_resolved
        unanswered = cycle.ended == RESOLVED_UNANSWERED and after.waiting_since is not None
        if not cycle.is_live and (lives_on or (unanswered and cycle is questions[-1])):
            yield _resume(cycle, event, desks)


def _pauses(cycles: Cycles, after: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    for cycle in _live(cycles):
        metric = METRICS[cycle.metric]
        _, policy = _policy_of(cycle, desks)
        stands_still = metric.pauses is not None and after.status in policy.pauses.get(cycle.metric, metric.pauses)
        if stands_still and cycle.state == RUNNING:
            yield Event(Kind.CLOCK_PAUSED, event.at, data={"metric": cycle.metric, "cycle": cycle.number})
        elif not stands_still and cycle.state != RUNNING:
            yield _resume(cycle, event, desks)


def retarget(cycles: Cycles, ticket: Ticket, event: Event, desks: Desks) -> list[Event]:
    """Another policy or target keeps anchor, elapsed time and pauses; it holds from now on (rule 11)."""
    if event.kind not in _RETARGETS:
        return []
    return [new for cycle in _live(cycles) for new in _retargeted(cycle, ticket, event, desks)]


def _retargeted(cycle: Cycle, ticket: Ticket, event: Event, desks: Desks) -> Iterator[Event]:
    """A cycle stays with the desk version in which it started; only an explicit recalculation moves it (rule 12)."""
    desk = desks.at(cycle.desk)
    policy = policy_for(ticket, desk)
    target = target_of(policy, cycle.metric, ticket.priority) if policy else None
    if policy is None or target is None:
        yield _stop(Kind.CLOCK_CANCELLED, cycle, event, "no_policy")
    elif (policy.name, target) != (cycle.policy, cycle.target):
        yield from _retarget(cycle, policy, target, desk, event)


def _retarget(cycle: Cycle, policy: Policy, target: timedelta, desk: Desk, event: Event) -> Iterator[Event]:
    elapsed = cycle.elapsed(event.at, desk.calendars[cycle.calendar])
    moments = _moments(desk, policy, target, elapsed, event.at, cycle.warned)
    over = elapsed > target and cycle.breached_at is None
    if cycle.state != RUNNING or cycle.breached_at or over:
        moments = {"due_at": stamp(cycle.due_at), "warnings": []}
    key = {"metric": cycle.metric, "cycle": cycle.number, "elapsed": elapsed.total_seconds()}
    yield Event(Kind.CLOCK_RETARGETED, event.at, data={**key, **_terms(policy, target, desk), **moments})
    if over:
        yield breach(cycle, event.at, event.at, "target_changed")


def breach(cycle: Cycle, breached_at: datetime, detected_at: datetime, cause: str) -> Event:
    """The promise of `cycle` is broken: at its deadline, or when its target was cut below what has elapsed."""
    data = {
        "metric": cycle.metric,
        "cycle": cycle.number,
        "policy": cycle.policy,
        "desk": cycle.desk,
        "breached_at": stamp(breached_at),
        "cause": cause,
    }
    return Event(Kind.CLOCK_BREACHED, detected_at, data=data)


def warn(cycle: Cycle, label: str, at: datetime) -> Event:
    """The share or remainder that `label` names is reached."""
    data = {
        "metric": cycle.metric,
        "cycle": cycle.number,
        "policy": cycle.policy,
        "desk": cycle.desk,
        "label": label,
        "due_at": stamp(cycle.due_at),
    }
    return Event(Kind.CLOCK_WARNED, at, data=data)
