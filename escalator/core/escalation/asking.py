"""The reminders of a question that the customer has not answered, and the honest end when they never do.

Both are held back while the case is somebody's, or in trouble: while it is owned, while the last word is the
customer's, while the verdict on it is `escalate`, while a ladder runs that does more than warn, and while we owe the
customer something ourselves (a promised call, a reply that waits for a second pair of eyes). When that is over they
are armed again from the same question, so that time counts which passed meanwhile. But only the next of them is ever
armed, and each comes at least as long after our last word as the desk leaves between the two: whoever was overdue
for two reminders and the close gets one reminder now, the second after the rest of its span, and the close after the
rest of that. So nobody gets two reminders at once, nor a close without the last reminder that long before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from escalator.core.desk.model import Desk, Reason
from escalator.core.mail.compose import may_be_mailed
from escalator.core.sla.deadlines import Due
from escalator.core.sla.terms import WALL_CLOCK, calendar_of
from escalator.core.ticket.asking import NO_ANSWER, Asked
from escalator.core.ticket.commands import move
from escalator.core.ticket.events import SYSTEM, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger

from .run import Run

REMIND, CLOSE = "pending.remind", "pending.close"


@dataclass(frozen=True, slots=True)
class Silence:
    """A ticket whose customer was `asked`, and what may stand in the way; `owed`: it is we who should act."""

    ticket: Ticket
    asked: Asked | None
    run: Run | None
    owed: bool
    desk: Desk


def deadlines(silence: Silence) -> Iterator[Due]:
    """What comes next while the customer says nothing."""
    asked = silence.asked
    if asked is not None and asked.waits and _is_theirs(silence):
        yield from islice(_following(asked, silence.desk), 1)


def fire(due: Due, silence: Silence, now: datetime) -> list[Event]:
    """A reminder, or the end; nothing when the ticket has moved on meanwhile."""
    asked, desk = silence.asked, silence.desk
    if asked is None or due not in set(deadlines(silence)):
        return []
    question = {"asked_at": stamp(asked.since), "question": asked.question}
    if due.kind == REMIND:
        return [Event(Kind.CUSTOMER_REMINDED, now, data=question | _reminder(asked, desk, now))]
    back_until = stamp(now + desk.tickets.reopen_window)
    end = {"because": NO_ANSWER, "back_until": back_until, **question}
    return [move(silence.ticket, Trigger.RESOLVE, SYSTEM, now, **end)]


def _is_theirs(silence: Silence) -> bool:
    """Whether it is the customer's turn, and nobody of us has the case in hand."""
    ticket, run = silence.ticket, silence.run
    climbs = run is not None and run.is_active and run.reason is not Reason.WARNING
    in_hand = silence.owed or climbs or ticket.owner is not None or ticket.verdict == "escalate"
    # Who never heard a word of ours was never asked, whatever the status says.
    heard = ticket.answered_at is not None and ticket.waiting_since is None
    reachable = may_be_mailed(ticket.requester.email, silence.desk.mail.address)
    return ticket.status is Status.PENDING and heard and reachable and not in_hand


def _following(asked: Asked, desk: Desk) -> Iterator[Due]:
    """What is still to come, in its order, if nobody says anything."""
    rules = desk.asking
    add = calendar_of(desk, rules.calendar or WALL_CLOCK).add
    said_at, before = asked.heard_at, max(rules.remind_after[: asked.reminded], default=timedelta(0))
    for number, after in enumerate(rules.remind_after[asked.reminded :], start=1):
        said_at, before = max(add(asked.since, after), add(said_at, after - before)), after
        yield Due(REMIND, asked.reminders + number, said_at)
    if rules.close_after is not None:
        rest = add(said_at, max(rules.close_after - before, timedelta(0)))
        yield Due(CLOSE, asked.number, max(add(asked.since, rules.close_after), rest))


def _reminder(asked: Asked, desk: Desk, now: datetime) -> dict[str, object]:
    """Which reminder of this question it is, and when we stop waiting after it."""
    reminded = replace(asked, heard_at=now, reminded=asked.reminded + 1, reminders=asked.reminders + 1)
    close = next((due.at for due in _following(reminded, desk) if due.kind == CLOSE), None)
    return {"number": reminded.reminded, "closes_at": stamp(close)}
