"""Watches a live ticket: what its last event shows, what that comes to, and when its silence is too long.

A signal stands in the timeline once, with its evidence, and again when the customer says it or bears it again; the
verdict stands there each time it grows, and holds until somebody resolves the ticket.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from escalator.core.calendar import Calendar
from escalator.core.desk.model import Desk, Reason
from escalator.core.escalation.run import Run
from escalator.core.loops import silence
from escalator.core.loops.memory import Conversation
from escalator.core.loops.signals import Found, signals
from escalator.core.loops.verdict import ESCALATE, NOTHING, WATCH, Verdict, verdict
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket

SILENCE = "loop.silence"

# What people do, and what shows more of a case than its own timeline, whoever brought it about. Our other moves show
# nothing about a conversation, and must not be judged in the middle of what they belong to.
_BY_PEOPLE = frozenset(
    {
        *(Kind.CREATED, Kind.CUSTOMER_MESSAGE, Kind.AGENT_MESSAGE, Kind.ASSIGNED, Kind.STATE_CHANGED, Kind.REOPENED),
        Kind.ABSORBED,
    }
)
_BY_ANYBODY = (Kind.CLOCK_BREACHED, Kind.LINKED)
_GRADES = (NOTHING, WATCH, ESCALATE)


def react(ticket: Ticket, case: Sequence[Conversation], event: Event, desk: Desk, now: datetime) -> list[Event]:
    """The signals that `event` brings to light, and the verdict if it grows; `case` holds the ticket's own first."""
    shows = event.kind in _BY_ANYBODY or (event.kind in _BY_PEOPLE and event.actor.is_human)
    if event.kind is Kind.MACHINE_MESSAGE:
        # Machine mail brings nothing about, not even another look (sla-semantics.md, 9), unless two machines talk.
        shows = case[0].talk.machine_turns.times >= desk.loops.machine_turns
    if not ticket.is_open or not shows:
        return []
    return _judged(ticket, case, desk, now, said=event.data.get("says", ()))


def topics(ticket: Ticket, run: Run | None, before: Conversation, event: Event) -> list[Event]:
    """The guarded topics that the customer touches for the first time, or while nobody is asked because of one."""
    known = before.talk.topics or {}
    guarded = run is not None and run.is_active and run.reason is Reason.GUARDED_TOPIC
    found = [topic for topic in event.data.get("topics", ()) if topic not in known or not guarded]
    data = {"message": event.data.get("message")}
    return [Event(Kind.TOPIC_FOUND, event.at, data=data | {"topic": topic}) for topic in found if ticket.is_open]


def deadlines(ticket: Ticket, run: Run | None, conversation: Conversation, desk: Desk) -> Iterator[Due]:
    """The end of the silence that the desk bears; the same silence is never noticed twice.

    While a ladder climbs, somebody is being asked already: that nobody has taken the case is its business.
    """
    if not ticket.is_open or (run is not None and run.seeks):
        return
    at = silence.due(conversation, desk.loops, counting(desk))
    if at is not None and (ticket.silent_at is None or at > ticket.silent_at):
        yield Due(SILENCE, ticket.silences + 1, at)


def fire(
    due: Due, ticket: Ticket, run: Run | None, case: Sequence[Conversation], desk: Desk, now: datetime
) -> list[Event]:
    """It was silent for too long; nothing when somebody has spoken meanwhile."""
    if due not in set(deadlines(ticket, run, case[0], desk)):
        return []
    return _judged(ticket, case, desk, now, said=("silence",))


def counting(desk: Desk) -> Calendar:
    """The calendar that counts silence: the desk's choice, else that of the team where new tickets go."""
    return desk.calendars[desk.loops.calendar or desk.teams[desk.default_team].calendar]


def _judged(
    ticket: Ticket, case: Sequence[Conversation], desk: Desk, now: datetime, said: Sequence[str]
) -> list[Event]:
    """`said` is what shows anew though it has shown before: a customer who asks for a person again."""
    found = signals(case, desk.loops, now, counting(desk))
    new = [signal for signal in found if signal.kind not in ticket.signals or signal.kind in said]
    reached = verdict(found, desk.loops)
    grows = _GRADES.index(reached.word) > _GRADES.index(ticket.verdict)
    events = [_signal(signal, now, own=signal.kind in said) for signal in new]
    return [*events, _verdict(reached, now)] if grows or (new and reached.word == ESCALATE) else events


def _signal(signal: Found, now: datetime, own: bool) -> Event:
    """`own`: it shows in this very ticket now, not only in one that it is linked with or in what was said before."""
    data = {
        "kind": signal.kind,
        "weight": signal.weight,
        "since": signal.at.isoformat(),
        "evidence": list(signal.evidence),
        "events": list(signal.events),
        "why": signal.why,
        "own": own,
    }
    return Event(Kind.SIGNAL_FOUND, now, data=data)


def _verdict(reached: Verdict, now: datetime) -> Event:
    data = {
        "verdict": reached.word,
        "score": reached.score,
        "signals": [signal.kind for signal in reached.signals],
        "reasons": list(reached.reasons),
    }
    return Event(Kind.VERDICT_REACHED, now, data=data)
