"""Why a ticket is where it is, in sentences, from its dossier and its timeline."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from escalator.core import watching
from escalator.core.desk.actions import ACTIONS, HOOK
from escalator.core.desk.metrics import METRICS
from escalator.core.desk.model import Desk
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier
from escalator.core.escalation import asking, call_backs, reviews
from escalator.core.escalation.run import Run
from escalator.core.falling_due import deadlines
from escalator.core.loops.verdict import WATCH
from escalator.core.sla import lifetime
from escalator.core.sla.reading import read
from escalator.core.sla.terms import counting
from escalator.core.ticket.call_backs import CallState
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket


def explain(dossier: Dossier, timeline: Sequence[Event], desks: Desks, now: datetime) -> list[str]:
    """Who has the ticket and why, how its ladder came there, what its clocks say, and what happens next."""
    return [
        *_standing(dossier, desks.active),
        *_unreached(timeline),
        *_matter(dossier.ticket, timeline, desks.active),
        *_circles(dossier.ticket, timeline),
        *_promised(dossier, desks.active),
        *_ladder(dossier.run, timeline, desks),
        *(read(cycle, now, counting(cycle, desks), dossier.ticket.status).why for cycle in dossier.cycles),
        *_next(dossier, desks),
    ]


def in_digests(waiting: Sequence[tuple[str, datetime]], desk: Desk) -> list[str]:
    """Who is still to be told of it, and when: what waits for a digest."""
    return [f"{_name(desk, person)} is told more of it in a digest at {_moment(at)}" for person, at in waiting]


def _standing(dossier: Dossier, desk: Desk) -> Iterator[str]:
    ticket = dossier.ticket
    yield f"{ticket.ref} is {ticket.status} in team {ticket.team or '(none)'}, level {ticket.level}"
    yield from _elsewhere(ticket)
    if ticket.owner:
        yield f"{_name(desk, ticket.owner)} took it and owns it"
    elif ticket.assignee:
        had_it = ticket.assignee in ticket.failed
        yield f"it lies with {_name(desk, ticket.assignee)}, who {'had it before' if had_it else 'has not taken it'}"
    elif ticket.is_open:
        yield "nobody has it yet"
    if ticket.failed:
        yield "the case was failed by " + ", ".join(_name(desk, person) for person in ticket.failed)
    if ticket.waiting_since and ticket.is_open:
        yield f"the customer has waited for an answer since {_moment(ticket.waiting_since)}"


def _unreached(timeline: Sequence[Event]) -> Iterator[str]:
    """Whom our mail does not reach, unless they have written since: who writes has an address that works."""
    gone: dict[str, Event] = {}
    for event in timeline:
        if event.kind is Kind.CUSTOMER_UNREACHED:
            gone[event.data["address"].casefold()] = event
        elif event.kind is Kind.CUSTOMER_MESSAGE:
            gone.pop(event.actor.name.casefold(), None)
    for address, event in gone.items():
        yield f"no mail reaches {address} since {_moment(event.at)}: {event.data['why']}"


def _matter(ticket: Ticket, timeline: Sequence[Event], desk: Desk) -> Iterator[str]:
    """Whether it is one matter with others, and who says that it is not."""
    if ticket.case is not None and ticket.case != ticket.id:
        yield f"it is one matter with T-{ticket.case}"
    named = [event.data["may_belong_to"] for event in timeline[:1] if "may_belong_to" in event.data]
    if named and ticket.case is None:
        yield f"it may belong to {named[0]}, which its mail names without proof: link the two, or let them be"
    parted = [event for event in timeline if event.kind is Kind.UNLINKED]
    if parted and ticket.case is None:
        last = parted[-1]
        yield f"{_name(desk, last.actor.name)} says that it is another matter than {' and '.join(last.data['with'])}"


def _circles(ticket: Ticket, timeline: Sequence[Event]) -> Iterator[str]:
    """What shows that the conversation goes in circles, each sign as it was last seen."""
    seen = {event.data["kind"]: event for event in timeline if event.kind is Kind.SIGNAL_FOUND}
    for kind in ticket.signals:
        if kind in seen:
            numbers = ", ".join(str(number) for number in seen[kind].data["evidence"])
            evidence = f" (messages {numbers})" if numbers else ""
            yield f"a sign of a loop, weight {seen[kind].data['weight']}: {seen[kind].data['why']}{evidence}"
    if ticket.verdict:
        yield "so the case is to be watched" if ticket.verdict == WATCH else "so a named person must take the case"


def _promised(dossier: Dossier, desk: Desk) -> Iterator[str]:
    call = dossier.call_back
    if call is not None and call.owed:
        late = ", and nobody has called" if call.state is CallState.MISSED else ""
        window = f"from {_moment(call.opens)} to {_moment(call.closes)}"
        yield f"a call to {call.phone} is promised {window}{late}"
    for held in dossier.held:
        since = "should have been read by" if held.overdue else "is to be read by"
        author = _name(desk, held.by)
        yield f"reply {held.id} of {author} is held ({held.why}) and {since} {_moment(held.due_at)}"


def _elsewhere(ticket: Ticket) -> Iterator[str]:
    if ticket.merged_into:
        yield f"it was merged into T-{ticket.merged_into}, where the conversation goes on"
    if ticket.follow_up_of:
        yield f"it was opened because the customer wrote to T-{ticket.follow_up_of}, which is closed"
    if ticket.snoozed_until:
        yield f"it is out of sight until {_moment(ticket.snoozed_until)}, or until the customer writes"


def _ladder(run: Run | None, timeline: Sequence[Event], desks: Desks) -> Iterator[str]:
    if run is None:
        return
    desk = desks.at(run.desk)
    since = _moment(run.since)
    yield f"ladder {run.ladder} was started for {run.reason} ({run.detail}, {since}) and is {run.state}"
    moves = [event for event in timeline if event.data.get("run") == run.number]
    left_out = [_place(event) for event in moves if event.kind is Kind.STEP_LEFT_OUT]
    for event in moves:
        if event.kind is not Kind.STEP_DONE or _place(event) not in left_out:
            yield from _move(event, desk)


def _place(event: Event) -> tuple[int, datetime]:
    return event.data["rung"], event.at


def _move(event: Event, desk: Desk) -> Iterator[str]:
    data, at = event.data, _moment(event.at)
    if event.kind is Kind.STEP_ASKED:
        yield f"{at}: {_name(desk, data['person'])} was asked ({data['action']}): {data['why']}"
    elif event.kind is Kind.WINDOW_MISSED:
        yield f"{at}: {_name(desk, data['person'])} did not take it in time"
    elif event.kind in (Kind.STEP_UNREACHED, Kind.STEP_SKIPPED):
        yield f"{at}: step {data['rung'] + 1} reached nobody: {data['why']}"
    elif event.kind is Kind.STEP_DONE:
        yield f"{at}: step {data['rung'] + 1}{_deed(data['action'], data.get('setting'))}"
    elif event.kind is Kind.STEP_LEFT_OUT:
        yield f"{at}: step {data['rung'] + 1} ({_spoken(data['action'])}) was left out: {data['why']}"
    elif event.kind is Kind.LADDER_REPINNED:
        yield f"{at}: {event.actor.name} let it go on by version {data['desk']} of the desk"
    elif event.kind is Kind.LEASE_ENDED:
        yield f"{at}: {_name(desk, data['person'])} had it and sent no word to the customer"
    elif event.kind is Kind.LADDER_EXHAUSTED:
        yield f"{at}: the ladder was climbed to its end; {_name(desk, data['holder'])} holds it"


def _deed(action: str, setting: str | None) -> str:
    """What a step that asks nobody has done; whether a program heard of it, only the outbox knows."""
    if ACTIONS[action].setting == HOOK:
        return f": {setting} is being told; the outbox says how that went"
    return f" was done: {_spoken(action)}" + (f" ({setting})" if setting else "")


def _spoken(action: str) -> str:
    return action.replace("_", " ")


def _next(dossier: Dossier, desks: Desks) -> Iterator[str]:
    waiting = sorted(deadlines(dossier, desks), key=lambda due: due.at)
    if waiting:
        yield f"next: {_in_words(waiting[0].kind)} at {_moment(waiting[0].at)}"


def _in_words(kind: str) -> str:
    """A kind of deadline as people say it: `breach.first_reply`, `warning.resolution.80%`, `ladder.window`, `age`."""
    first, _, rest = kind.partition(".")
    if first == "breach":
        return f"{METRICS[rest].words} is due"
    if first == "warning":
        metric, _, label = rest.partition(".")
        return f"a warning for {METRICS[metric].words} ({label})"
    return _OTHERS[kind]


_OTHERS = {
    lifetime.AGE: "its age is brought up",
    lifetime.CLOSE: "it closes and cannot come back",
    lifetime.SNOOZE: "it comes back into sight",
    watching.SILENCE: "the silence about it is a signal",
    "ladder.step": "the next step of the ladder",
    "ladder.window": "the time to take it ends",
    "ladder.lease": "the owner's time to answer ends",
    "ladder.reminder": "the last resort is told again",
    asking.REMIND: "the customer is reminded of our question",
    asking.CLOSE: "it is resolved for want of an answer",
    call_backs.OPEN: "the window of the promised call opens",
    call_backs.DUE: "the window of the promised call closes",
    reviews.DUE: "the time to read a held reply ends",
}


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _name(desk: Desk, email: str) -> str:
    agent = desk.agents.get(email)
    return agent.name if agent else email
