"""A reason to escalate meets a ticket: it starts a run, restarts a weaker one, or is told to who has the case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk, Reason
from escalator.core.desk.versions import Desks
from escalator.core.routing.staff import Staff
from escalator.core.ticket.commands import move
from escalator.core.ticket.events import SYSTEM, Actor, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger

from .ladder import Climb, go_on
from .run import Run, RunState


@dataclass(frozen=True, slots=True)
class Call:
    """A reason with its ladder, in the desk version that names it.

    `detail` is a code (a metric, a person's wish), `since` when it came about; for a warning that lies ahead: it is
    the deadline that it warns of.
    """

    reason: Reason
    desk: Desk
    ladder: str
    detail: str
    since: datetime


def answer(call: Call, run: Run | None, ticket: Ticket, desks: Desks, staff: Staff, now: datetime) -> list[Event]:
    """What a reason brings about (workflow.md, "One run a ticket")."""
    if run is None or not run.is_active:
        return [*_start(call, run, ticket, desks.active, staff, now)]
    if _is_quiet(call, run, ticket, desks.at(run.desk), now):
        data = {"reason": str(call.reason), "detail": call.detail, "since": stamp(call.since)}
        return [Event(Kind.OWNER_TOLD, now, data=data)]
    if call.reason is Reason.WARNING:
        added = {"run": run.number, "reason": str(call.reason), "detail": call.detail, "next_at": None}
        return [Event(Kind.REASON_ADDED, now, data=added)]
    gone_quiet = run.state is RunState.ACKNOWLEDGED and call.reason is Reason.BREACH
    if gone_quiet or call.reason.is_stronger_than(run.reason):
        over = ended(run, now, f"superseded by {call.reason}")
        return [over, *_start(call, run, ticket, desks.active, staff, now)]
    return [*_join(call, run, ticket, desks, staff, now)]


def _is_quiet(call: Call, run: Run, ticket: Ticket, desk: Desk, now: datetime) -> bool:
    """An owner at work is told, of a warning always; nothing starts over their head but what is not theirs to judge.

    A customer who asks for a person has one then; who works on a case that goes in circles is told that it does. A
    guarded topic and an incident have people of their own; a colleague who asks for help is heard.
    """
    if ticket.owner is None or call.reason not in _TOLD_TO_THE_OWNER:
        return False
    if call.reason is Reason.WARNING:
        return True
    settled = run.settled_at
    return run.lease_runs or (settled is not None and now - settled < desk.escalation.quiet)


_TOLD_TO_THE_OWNER = (Reason.PERSON_REQUESTED, Reason.LOOP, Reason.BREACH, Reason.MAX_AGE, Reason.WARNING)


def _start(
    call: Call, before: Run | None, ticket: Ticket, today: Desk, staff: Staff, now: datetime
) -> Iterator[Event]:
    climb = Climb(
        run_number=before.number + 1 if before else 1,
        reason=call.reason,
        ticket=ticket,
        desk=call.desk,
        today=today,
        ladder=call.desk.ladders[call.ladder],
        staff=staff,
        now=now,
    )
    first_due = climb.due(0, min(call.since, now))
    data = {
        "run": climb.run_number,
        "ladder": call.ladder,
        "reason": str(call.reason),
        "detail": call.detail,
        "since": stamp(call.since),
        "desk": call.desk.version,
        "next_at": stamp(first_due),
    }
    if call.reason is not Reason.WARNING:
        yield from escalate(ticket, SYSTEM, now)
    yield Event(Kind.LADDER_STARTED, now, data=data)
    yield from go_on(climb, 0, first_due)


def _join(call: Call, run: Run, ticket: Ticket, desks: Desks, staff: Staff, now: datetime) -> Iterator[Event]:
    """An equal or weaker reason is added to the notice; on a case that somebody has, it goes on to the next step."""
    taken = run.state is RunState.ACKNOWLEDGED
    climb = Climb.of(run, ticket, desks, staff, now)
    next_at = climb.due(run.rung + 1, now) if taken else None
    data = {"run": run.number, "reason": str(call.reason), "detail": call.detail, "next_at": stamp(next_at)}
    if taken:
        yield from escalate(ticket, SYSTEM, now)
    yield Event(Kind.REASON_ADDED, now, data=data)
    if next_at is not None:
        yield from go_on(climb, run.rung + 1, next_at)


def escalate(ticket: Ticket, actor: Actor, now: datetime) -> list[Event]:
    """The move to `escalated`; none when the ticket is there already."""
    return [] if ticket.status is Status.ESCALATED else [move(ticket, Trigger.ESCALATE, actor, now)]


def ended(run: Run, now: datetime, why: str) -> Event:
    return Event(Kind.LADDER_ENDED, now, data={"run": run.number, "why": why})
