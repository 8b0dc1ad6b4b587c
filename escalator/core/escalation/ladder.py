"""Climbing: from the instant at which a move fell due to the step where the case stands now (workflow.md, "Time").

Due instants chain from one step to the next. Steps whose time passed unseen are not run through: they are marked
late, and the person of the step where the case would stand gets a whole window.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from escalator.core.desk.actions import ACTIONS, Doing, hand_over
from escalator.core.desk.model import Desk, Ladder, Reason, Step, Whom
from escalator.core.desk.versions import Desks
from escalator.core.routing.choosing import Choice, choose
from escalator.core.routing.staff import Staff
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from .run import Run

STEPS_DONE = "its steps are done"
"""Why a run ends that warned everybody whom it could: what it said still holds."""


@dataclass(frozen=True, slots=True)
class Climb:
    """What climbing needs to know: the run's own desk version, today's, the people, and the moment."""

    run_number: int
    reason: Reason
    ticket: Ticket
    desk: Desk
    today: Desk
    ladder: Ladder
    staff: Staff
    now: datetime

    @classmethod
    def of(cls, run: Run, ticket: Ticket, desks: Desks, staff: Staff, now: datetime) -> "Climb":
        desk = desks.at(run.desk)
        return cls(run.number, run.reason, ticket, desk, desks.active, desk.ladders[run.ladder], staff, now)

    def choose(self, whom: Whom) -> Choice:
        """Whom the step reaches now; who has left the desk since the run began is reached no more."""
        return choose(whom, self.ticket, self.desk, self.staff, self.now, self.today.agents)

    def reach(self, rung: int, whom: Whom) -> Choice:
        """Whom this rung asks; those who failed the case only if nobody is reached further up either."""
        choice = self.choose(whom)
        if choice.at_last is None or any(self.choose(later).person for later in self._above(rung)):
            return choice
        return choice.at_last

    def _above(self, rung: int) -> Iterator[Whom]:
        """Whom the steps above a rung mean, each once however often the ladder repeats."""
        rungs = range(rung + 1, rung + 1 + len(self.ladder.steps))
        steps = (self.step(above) for above in rungs)
        yield from (step.whom for step in steps if step is not None and step.whom is not None)

    @property
    def last_resort(self) -> str:
        """Who holds what nobody took: as the run's desk says, or today's if they have left."""
        named = self.desk.escalation.last_resort
        return named if named in self.today.agents else self.today.escalation.last_resort

    def step(self, rung: int) -> Step | None:
        """The step on a rung, counted through all repeats; None above the last."""
        steps = self.ladder.steps
        return steps[rung % len(steps)] if rung < len(steps) * (1 + self.ladder.repeat) else None

    def due(self, rung: int, previous: datetime) -> datetime:
        """When a rung falls due after the previous due instant; above the last rung that is at once."""
        step = self.step(rung)
        return self._later(step, previous, step.after) if step else previous

    def window(self, step: Step, start: datetime) -> datetime:
        return self._later(step, start, step.window)

    def _later(self, step: Step, start: datetime, amount: timedelta) -> datetime:
        return self.desk.calendars[step.calendar].add(start, amount) if step.calendar else start + amount


def go_on(climb: Climb, rung: int, due: datetime) -> Iterator[Event]:
    """Climbs from `rung`, which fell due at `due`, until somebody is asked, the time has not come, or the top.

    What a step does to the ticket may change where the ladder stands; so after a step that asks nobody the climb ends
    here, and `reactions.climb_on` goes on with what has become of it.
    """
    while due <= climb.now:
        step = climb.step(rung)
        if step is None:
            yield from _top(climb)
            return
        if step.whom is None:
            yield _done(climb, rung, step, climb.due(rung + 1, due))
            return
        if (window_end := climb.window(step, due)) <= climb.now:
            due = climb.due(rung + 1, window_end)
            yield passed(Kind.STEP_SKIPPED, climb, rung, due, "its time passed while nobody was looking")
        else:
            choice = climb.reach(rung, step.whom)
            if choice.person is not None:
                yield from _ask(climb, rung, step, choice)
                return
            yield passed(Kind.STEP_UNREACHED, climb, rung, due, choice.why, choice)
        rung += 1


def passed(kind: Kind, climb: Climb, rung: int, next_at: datetime, why: str, choice: Choice | None = None) -> Event:
    verdicts = [list(verdict) for verdict in choice.verdicts] if choice else []
    data = {
        "run": climb.run_number,
        "rung": rung,
        "next_at": stamp(next_at),
        "why": why,
        "verdicts": verdicts,
    }
    return Event(kind, climb.now, data=data)


def _ask(climb: Climb, rung: int, step: Step, choice: Choice) -> Iterator[Event]:
    person = str(choice.person)
    yield asked(climb, rung, step, person, choice)
    yield from ACTIONS[step.action].do(Doing(step, climb.ticket, climb.today, climb.now, person))


def _done(climb: Climb, rung: int, step: Step, next_at: datetime) -> Event:
    """A step that asks nobody: it is done at once, however late; what it does follows from this event."""
    data = {"run": climb.run_number, "rung": rung, "action": step.action, "next_at": stamp(next_at)}
    return Event(Kind.STEP_DONE, climb.now, data=data | ({"setting": step.setting} if step.setting else {}))


def asked(climb: Climb, rung: int, step: Step, person: str, choice: Choice) -> Event:
    """`person` is asked to take the ticket; their whole window starts now."""
    data = {
        "run": climb.run_number,
        "rung": rung,
        "action": step.action,
        "person": person,
        "why": choice.why,
        "verdicts": [list(verdict) for verdict in choice.verdicts],
        "next_at": stamp(climb.window(step, climb.now)),
        "then": _then(climb, rung + 1),
        "lease": step.lease.total_seconds(),
    }
    return Event(Kind.STEP_ASKED, climb.now, data=data)


def _then(climb: Climb, rung: int) -> str:
    """Who is asked next when this window ends, as far as can be said now."""
    step = climb.step(rung)
    if step is None and climb.reason is Reason.WARNING:
        return ""
    if step is not None and step.whom is None:
        return "the next one up the ladder"
    person = climb.reach(rung, step.whom).person if step and step.whom else climb.last_resort
    return climb.today.agents[person].name if person else "the next one up the ladder"


def _top(climb: Climb) -> Iterator[Event]:
    """Above the last step: the desk's last resort holds the case and is told again until a human takes it.

    A warning that everybody was told of is over: nothing is broken yet, and a breach starts a ladder of its own.
    (Unless somebody took the case from it and stayed silent: then it waits for a named human like any other.)
    """
    if climb.reason is Reason.WARNING and climb.ticket.status is not Status.ESCALATED:
        yield Event(Kind.LADDER_ENDED, climb.now, data={"run": climb.run_number, "why": STEPS_DONE})
        return
    holder = climb.last_resort
    data = {"run": climb.run_number, "holder": holder, "next_at": stamp(_reminds_at(climb.desk, climb.now))}
    yield Event(Kind.LADDER_EXHAUSTED, climb.now, data=data)
    yield from hand_over(climb.ticket, climb.today, holder, climb.now)


def reminder(climb: Climb, due: datetime) -> Event:
    """The last resort is told again; reminders that fell due unseen are not made up for."""
    next_at = _reminds_at(climb.desk, due)
    if next_at <= climb.now:
        next_at = _reminds_at(climb.desk, climb.now)
    data = {"run": climb.run_number, "holder": climb.last_resort, "next_at": stamp(next_at)}
    return Event(Kind.LADDER_REMINDED, climb.now, data=data)


def _reminds_at(desk: Desk, start: datetime) -> datetime:
    """A first notice may come at any hour, a reminder waits for the hours of the desk's choice (rule 13)."""
    rules = desk.escalation
    if rules.remind_in is None:
        return start + rules.remind_every
    return desk.calendars[rules.remind_in].add(start, rules.remind_every)
