"""What an event of the ticket means for its ladder: one entry for each kind that matters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk, Policy, Reason
from escalator.core.desk.versions import Desks
from escalator.core.routing.choosing import Choice
from escalator.core.routing.staff import Staff
from escalator.core.ticket.commands import acknowledge
from escalator.core.ticket.events import SYSTEM, Event, Kind, instant
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Trigger

from .ladder import Climb, asked
from .reasons import Call, answer, ended, escalate
from .run import Run, RunState


@dataclass(frozen=True, slots=True)
class Scene:
    """The ticket and its run as they are after the event, and what a reaction may ask."""

    ticket: Ticket
    run: Run | None
    desks: Desks
    staff: Staff
    now: datetime


def react(scene: Scene, event: Event) -> list[Event]:
    """The ladder events that follow from `event`."""
    reaction = _REACTIONS.get(event.kind)
    return reaction(scene, event) if reaction else []


def _breached(scene: Scene, event: Event) -> list[Event]:
    policy = _policy(scene.desks.at(event.data["desk"]), event.data["policy"])
    since = instant(event.data["breached_at"]) or event.at
    call = Call(Reason.BREACH, policy.ladders[Reason.BREACH], event.data["metric"], since)
    return _answer(scene, call)


def _warned(scene: Scene, event: Event) -> list[Event]:
    policy = _policy(scene.desks.at(event.data["desk"]), event.data["policy"])
    ladder = policy.ladders.get(Reason.WARNING)
    due_at = instant(event.data["due_at"]) or event.at
    return _answer(scene, Call(Reason.WARNING, ladder, event.data["metric"], due_at)) if ladder else []


def _aged(scene: Scene, event: Event) -> list[Event]:
    ladder = scene.desks.active.escalation.ladders[Reason.MAX_AGE]
    return _answer(scene, Call(Reason.MAX_AGE, ladder, "age", event.at))


def _escalated(scene: Scene, event: Event) -> list[Event]:
    """Somebody pushed the button: "I have no authority here" hands the case up."""
    if event.data["trigger"] != Trigger.ESCALATE or not event.actor.is_human:
        return []
    ladder = scene.desks.active.escalation.ladders[Reason.REQUESTED]
    return _answer(scene, Call(Reason.REQUESTED, ladder, event.actor.name, event.at))


def _answer(scene: Scene, call: Call) -> list[Event]:
    return answer(call, scene.run, scene.ticket, scene.desks, scene.staff, scene.now)


def _policy(desk: Desk, name: str) -> Policy:
    return next(policy for policy in desk.policies if policy.name == name)


def _spoke(scene: Scene, event: Event) -> list[Event]:
    """A public word settles the owner's lease; from the person who was asked it counts as taking the case."""
    run, speaker = scene.run, event.actor.name
    if run is None or event.actor.kind != "agent":
        return []
    if run.lease_runs and scene.ticket.owner == speaker:
        return [Event(Kind.LEASE_SETTLED, event.at, data={"run": run.number, "person": speaker})]
    if run.state in (RunState.WAITING, RunState.EXHAUSTED) and run.asked == speaker:
        team = scene.desks.active.team_of(speaker)
        name, level = (team.name, team.tier) if team else (scene.ticket.team, scene.ticket.level)
        taken = acknowledge(scene.ticket, event.actor, event.at, name, level)
        return [taken, Event(Kind.LEASE_SETTLED, event.at, data={"run": run.number, "person": speaker})]
    return []


def _assigned(scene: Scene, event: Event) -> list[Event]:
    """A human who hands on a case that was taken: the next one must take it, within a whole window."""
    run, person = scene.run, event.data["assignee"]
    if run is None or run.state is not RunState.ACKNOWLEDGED or not event.actor.is_human or person is None:
        return []
    if scene.ticket.owner is not None:
        return []
    climb = Climb.of(run, scene.ticket, scene.desks.at(run.desk), scene.staff, scene.now)
    step = climb.step(max(run.rung, 0))
    if step is None:
        return []
    handed = Choice(person, f"{event.actor.name} handed the case to you")
    return [
        *escalate(scene.ticket, SYSTEM, event.at),
        asked(climb, max(run.rung, 0), step, person, handed),
    ]


def _over(scene: Scene, event: Event) -> list[Event]:
    run = scene.run
    closes = not scene.ticket.is_open and run is not None and run.is_active
    return [ended(run, event.at, str(scene.ticket.status))] if closes and run else []


_REACTIONS: Mapping[Kind, Callable[[Scene, Event], list[Event]]] = {
    Kind.CLOCK_BREACHED: _breached,
    Kind.CLOCK_WARNED: _warned,
    Kind.AGE_REACHED: _aged,
    Kind.STATE_CHANGED: _escalated,
    Kind.AGENT_MESSAGE: _spoke,
    Kind.CALL_LOGGED: _spoke,
    Kind.ASSIGNED: _assigned,
    Kind.RESOLVED: _over,
    Kind.CLOSED: _over,
    Kind.MERGED: _over,
}
