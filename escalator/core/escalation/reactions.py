"""What an event of the ticket means for its ladder: one entry for each kind that matters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from escalator.core.desk.actions import ACTIONS, Doing, LeftOut, hand_over
from escalator.core.desk.model import Reason, Target, Whom
from escalator.core.desk.versions import Desks
from escalator.core.loops.verdict import ESCALATE
from escalator.core.routing.choosing import Choice, choose
from escalator.core.routing.staff import Staff
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.commands import acknowledge, assign
from escalator.core.ticket.events import SYSTEM, Event, Kind, instant, stamp
from escalator.core.ticket.ticket import Ticket, evolve
from escalator.core.ticket.workflow import Status, Trigger

from .ladder import Climb, asked, go_on, passed
from .reasons import Call, answer, ended, escalate
from .run import Run, RunState

_ASKS_FOR_A_PERSON = ("wants_person", "wants_manager")
_TELLS_THE_CUSTOMER = (Reason.LOOP, Reason.PERSON_REQUESTED)


@dataclass(frozen=True, slots=True)
class Scene:
    """The ticket, its run and its promised call as they are after the event, and what a reaction may ask.

    `before` is the run as it was when the event came. `elsewhere` is another ticket of the matter whose ladder has
    brought it to somebody, and that person.
    """

    ticket: Ticket
    run: Run | None
    desks: Desks
    staff: Staff
    now: datetime
    call_back: CallBack | None = None
    before: Run | None = None
    elsewhere: tuple[int, str] | None = None

    @property
    def stood_before(self) -> bool:
        """Whether the ladder stood on this step when the event came; the event itself may have brought it there."""
        run, before = self.run, self.before
        return run is not None and before is not None and (run.number, run.turn) == (before.number, before.turn)


def react(scene: Scene, event: Event) -> list[Event]:
    """The ladder events that follow from `event`."""
    reaction = _REACTIONS.get(event.kind)
    return reaction(scene, event) if reaction else []


def _breached(scene: Scene, event: Event) -> list[Event]:
    desk = scene.desks.at(event.data["desk"])
    policy = desk.policy(event.data["policy"])
    since = instant(event.data["breached_at"]) or event.at
    call = Call(Reason.BREACH, desk, policy.ladders[Reason.BREACH], event.data["metric"], since)
    return _answer(scene, call)


def _warned(scene: Scene, event: Event) -> list[Event]:
    desk = scene.desks.at(event.data["desk"])
    ladder = desk.policy(event.data["policy"]).ladders.get(Reason.WARNING)
    due_at = instant(event.data["due_at"]) or event.at
    return _answer(scene, Call(Reason.WARNING, desk, ladder, event.data["metric"], due_at)) if ladder else []


def _aged(scene: Scene, event: Event) -> list[Event]:
    desk = scene.desks.active
    return _answer(scene, Call(Reason.MAX_AGE, desk, desk.escalation.ladder_for(Reason.MAX_AGE), "age", event.at))


def _looped(scene: Scene, event: Event) -> list[Event]:
    """The conversation goes in circles: the strongest sign of it stands in the notice."""
    escalates = event.data["verdict"] == ESCALATE
    return _brought_up(scene, Reason.LOOP, event.data["signals"][0], event) if escalates else []


def _signalled(scene: Scene, event: Event) -> list[Event]:
    """A customer who asks for a person or a manager, in this ticket, need not go in circles first."""
    asks = event.data["kind"] in _ASKS_FOR_A_PERSON and event.data.get("own", True)
    return _brought_up(scene, Reason.PERSON_REQUESTED, event.data["kind"], event) if asks else []


def _brought_up(scene: Scene, reason: Reason, detail: str, event: Event) -> list[Event]:
    """A case climbs once: if another of its tickets has brought it to somebody, they get this one too."""
    desk = scene.desks.active
    idle = scene.run is None or not scene.run.is_active
    if scene.elsewhere is not None and idle and scene.ticket.owner is None:
        return _with_the_case(scene, scene.elsewhere, reason, detail, event)
    return _answer(scene, Call(reason, desk, desk.escalation.ladder_for(reason), detail, event.at))


def _with_the_case(
    scene: Scene, elsewhere: tuple[int, str], reason: Reason, detail: str, event: Event
) -> list[Event]:
    number, person = elsewhere
    told = {
        "reason": str(reason),
        "detail": detail,
        "since": stamp(event.at),
        "person": person,
        "ticket": f"T-{number}",
    }
    moved = hand_over(scene.ticket, scene.desks.active, person, scene.now)
    return [*(moved if scene.ticket.assignee != person else ()), Event(Kind.OWNER_TOLD, scene.now, data=told)]


def _guarded(scene: Scene, event: Event) -> list[Event]:
    """What it touches has owners of its own: the case is theirs at once, whatever its queue and whoever has it."""
    desk = scene.desks.active
    topic = desk.topic(event.data["topic"])
    if topic is None or not scene.ticket.is_open:
        return []
    team = desk.teams.get(topic.team or "")
    moved: list[Event] = []
    if team is not None and team.name != scene.ticket.team:
        moved = assign(scene.ticket, SYSTEM, scene.now, team.name, None, team.tier)
    ladder = topic.ladder or desk.escalation.ladder_for(Reason.GUARDED_TOPIC)
    call = Call(Reason.GUARDED_TOPIC, desk, ladder, topic.name, event.at)
    return [*moved, *_answer(replace(scene, ticket=reduce(evolve, moved, scene.ticket)), call)]


def _not_called(scene: Scene, event: Event) -> list[Event]:
    """A promised call that nobody made is a broken promise, by the desk under which it was promised."""
    desk = scene.desks.at(event.data["desk"])
    if desk.call_backs is None:
        return []
    closed = instant(event.data["closes"]) or event.at
    return _answer(scene, Call(Reason.BREACH, desk, desk.call_backs.ladder, "call_back", closed))


def _absorbed(scene: Scene, event: Event) -> list[Event]:
    """What escalated a merged ticket escalates the survivor, unless that has as strong a reason already."""
    call = event.data["call"]
    if call is None or not scene.ticket.is_open:
        return []
    reason, run = Reason(call["reason"]), scene.run
    if run is not None and run.is_active and not reason.is_stronger_than(run.reason):
        return []
    since = instant(call["since"]) or event.at
    return _answer(scene, Call(reason, scene.desks.at(call["desk"]), call["ladder"], call["detail"], since))


def _escalated(scene: Scene, event: Event) -> list[Event]:
    """Somebody pushed the button: "I have no authority here" hands the case up."""
    if event.data["trigger"] != Trigger.ESCALATE or not event.actor.is_human:
        return []
    desk = scene.desks.active
    return _answer(
        scene, Call(Reason.REQUESTED, desk, desk.escalation.ladder_for(Reason.REQUESTED), event.actor.name, event.at)
    )


def _answer(scene: Scene, call: Call) -> list[Event]:
    return answer(call, scene.run, scene.ticket, scene.desks, scene.staff, scene.now)


def _spoke(scene: Scene, event: Event) -> list[Event]:
    """A public word settles the owner's lease; from who was asked before it, it counts as taking the case."""
    run, speaker = scene.run, event.actor.name
    if run is None or event.actor.kind != "agent":
        return []
    if run.lease_runs and scene.ticket.owner == speaker:
        return [Event(Kind.LEASE_SETTLED, event.at, data={"run": run.number, "person": speaker})]
    if run.state in (RunState.WAITING, RunState.EXHAUSTED) and run.asked == speaker and scene.stood_before:
        name, level = scene.desks.active.place_of(speaker, scene.ticket.team, scene.ticket.level)
        taken = acknowledge(scene.ticket, event.actor, event.at, name, level)
        taken = replace(taken, data={**taken.data, "by_reply": True})
        return [taken, Event(Kind.LEASE_SETTLED, event.at, data={"run": run.number, "person": speaker})]
    return []


def _taken(scene: Scene, event: Event) -> list[Event]:
    """A customer who went in circles or asked for a person is told by name who has the case, and when they hear."""
    run = scene.run
    hears = run is not None and run.lease_runs and (run.reason in _TELLS_THE_CUSTOMER or scene.ticket.verdict)
    hears = hears and "by_reply" not in event.data
    if run is None or not hears or event.data["owner"] not in scene.desks.active.agents:
        return []
    data = {"kind": "taken", "person": event.data["owner"], "by": stamp(run.due_at)}
    return [Event(Kind.CUSTOMER_TOLD, event.at, data=data)]


def _assigned(scene: Scene, event: Event) -> list[Event]:
    """A human who hands on a case that was taken: the next one must take it, within a whole window."""
    run, ticket = scene.run, scene.ticket
    handed_on = run is not None and run.state is RunState.ACKNOWLEDGED and ticket.owner is None
    if run is None or not handed_on or not event.actor.is_human:
        return []
    climb = Climb.of(run, ticket, scene.desks, scene.staff, scene.now)
    rung = max(run.rung, 0)
    step = climb.ladder.steps[rung % len(climb.ladder.steps)]
    choice = _handed_to(climb, ticket, event)
    up = escalate(ticket, SYSTEM, event.at)
    if choice.person is not None:
        return [*up, asked(climb, rung, step, choice.person, choice)]
    climb = replace(climb, ticket=reduce(evolve, up, ticket))
    return [
        *up,
        passed(Kind.STEP_UNREACHED, climb, rung, scene.now, choice.why, choice),
        *go_on(climb, rung + 1, scene.now),
    ]


def _handed_to(climb: Climb, ticket: Ticket, event: Event) -> Choice:
    """The colleague who was named, or whoever of the team is to be asked."""
    if ticket.assignee is not None:
        return Choice(ticket.assignee, f"{event.actor.name} handed the case to you")
    return choose(Whom(Target.TEAM), ticket, climb.today, climb.staff, climb.now, climb.today.agents)


def _done(scene: Scene, event: Event) -> list[Event]:
    """What a step that asks nobody does to the ticket, or why it does nothing."""
    run = scene.run
    if run is None or run.number != event.data["run"]:
        return []
    climb = Climb.of(run, scene.ticket, scene.desks, scene.staff, scene.now)
    step = climb.step(event.data["rung"])
    if step is None:
        return []
    doing = Doing(step, scene.ticket, climb.today, scene.now, call_back=scene.call_back)
    try:
        return ACTIONS[step.action].do(doing)
    except LeftOut as reason:
        data = {"run": run.number, "rung": event.data["rung"], "action": step.action, "why": str(reason)}
        return [Event(Kind.STEP_LEFT_OUT, scene.now, data=data)]


def climb_on(scene: Scene, event: Event) -> list[Event]:
    """After a step that asked nobody: the next one, if it is due and what was done has not changed the ladder."""
    run = scene.run
    if event.kind is not Kind.STEP_DONE or run is None or run.state is not RunState.CLIMBING or run.due_at is None:
        return []
    if (run.number, run.rung) != (event.data["run"], event.data["rung"]):
        return []
    climb = Climb.of(run, scene.ticket, scene.desks, scene.staff, scene.now)
    return [*go_on(climb, run.rung + 1, run.due_at)]


def _undone(scene: Scene, _: Event) -> list[Event]:
    """What somebody had to take, and closed by mistake without a word to the customer, is brought up anew."""
    run = scene.run
    if run is None or run.ended_because != Status.CLOSED or run.settled_at or not scene.ticket.is_open:
        return []
    if run.reason is Reason.WARNING:
        return []
    return _answer(scene, Call(run.reason, scene.desks.at(run.desk), run.ladder, run.detail, run.since))


def _over(scene: Scene, event: Event) -> list[Event]:
    run = scene.run
    closes = not scene.ticket.is_open and run is not None and run.is_active
    return [ended(run, event.at, str(scene.ticket.status))] if closes and run else []


_REACTIONS: Mapping[Kind, Callable[[Scene, Event], list[Event]]] = {
    Kind.CLOCK_BREACHED: _breached,
    Kind.CLOCK_WARNED: _warned,
    Kind.AGE_REACHED: _aged,
    Kind.CALL_BACK_MISSED: _not_called,
    Kind.ABSORBED: _absorbed,
    Kind.STATE_CHANGED: _escalated,
    Kind.AGENT_MESSAGE: _spoke,
    Kind.CALL_LOGGED: _spoke,
    Kind.ACKNOWLEDGED: _taken,
    Kind.ASSIGNED: _assigned,
    Kind.VERDICT_REACHED: _looped,
    Kind.SIGNAL_FOUND: _signalled,
    Kind.TOPIC_FOUND: _guarded,
    Kind.STEP_DONE: _done,
    Kind.RESOLVED: _over,
    Kind.CLOSED: _over,
    Kind.UNDONE: _undone,
    Kind.MERGED: _over,
}
