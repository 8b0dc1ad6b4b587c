"""The deadlines of the ladder, and what happens when one of them falls due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import reduce

from escalator.core.desk.versions import Desks
from escalator.core.routing.staff import Staff
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import SYSTEM, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket, evolve

from .ladder import Climb, go_on, reminder
from .reasons import escalate
from .run import Run, RunState

_WORDS = {
    RunState.CLIMBING: "step",
    RunState.WAITING: "window",
    RunState.ACKNOWLEDGED: "lease",
    RunState.EXHAUSTED: "reminder",
}


def deadlines(ticket: Ticket, run: Run | None) -> Iterator[Due]:
    """The run's next move."""
    if ticket.is_open and run is not None and run.is_active and run.due_at is not None:
        yield Due(f"ladder.{_WORDS[run.state]}", run.turn, run.due_at)


def fire(due: Due, ticket: Ticket, run: Run | None, desks: Desks, staff: Staff, now: datetime) -> list[Event]:
    """What a due move of the ladder brings about; nothing when the run has moved on meanwhile."""
    if run is None or due not in set(deadlines(ticket, run)):
        return []
    climb = Climb.of(run, ticket, desks, staff, now)
    return [*_FIRE[run.state](climb, run, due)]


def _step(climb: Climb, run: Run, due: Due) -> Iterator[Event]:
    yield from go_on(climb, run.rung + 1, due.at)


def _window(climb: Climb, run: Run, due: Due) -> Iterator[Event]:
    next_at = climb.due(run.rung + 1, due.at)
    data = {"run": run.number, "rung": run.rung, "person": run.asked, "next_at": stamp(next_at)}
    yield Event(Kind.WINDOW_MISSED, climb.now, data=data)
    yield from go_on(climb, run.rung + 1, next_at)


def _lease(climb: Climb, run: Run, due: Due) -> Iterator[Event]:
    """The owner took the case and said nothing: they have failed it, and so has their tier."""
    next_at = climb.due(run.rung + 1, due.at)
    owner = climb.ticket.owner
    team = climb.desk.team_of(owner) if owner else None
    tier = team.tier if team else None
    data = {"run": run.number, "person": owner, "tier": tier, "next_at": stamp(next_at)}
    failed = [Event(Kind.LEASE_ENDED, climb.now, data=data), *escalate(climb.ticket, SYSTEM, climb.now)]
    yield from failed
    yield from go_on(replace(climb, ticket=reduce(evolve, failed, climb.ticket)), run.rung + 1, next_at)


def _reminder(climb: Climb, _: Run, due: Due) -> Iterator[Event]:
    yield reminder(climb, due.at)


_FIRE = {
    RunState.CLIMBING: _step,
    RunState.WAITING: _window,
    RunState.ACKNOWLEDGED: _lease,
    RunState.EXHAUSTED: _reminder,
}
