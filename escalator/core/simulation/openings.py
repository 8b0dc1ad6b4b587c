"""How a case of a foreign log begins: who waits, who wrote it down, and what is known of it at once."""

import re
from dataclasses import dataclass, replace

from escalator.core.desk.model import Desk
from escalator.core.opening import Opening
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.ticket import PRIORITIES, Requester, Ticket

from .timelines import LoggedEvent, Timeline
from .words import means_customer, means_staff, priority_of

CHANNEL = "import"
# Customers too resolve, close and move their cases, where their portal lets them.
_WORK_OF_STAFF = (Kind.AGENT_MESSAGE, Kind.INTERNAL_NOTE, Kind.CALL_LOGGED, Kind.ASSIGNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOpening(Opening):
    """What a case begins with. `author` is the requester, or somebody of the desk who wrote it down for them.

    `passed_over` says what of it could not be understood, or is empty.
    """

    author: Actor
    passed_over: str = ""


def opening(timeline: Timeline, desk: Desk) -> LoggedOpening:
    """How a case begins in which a human did something; a log without customers gets an invented one for each case.

    A case that a machine created has the facts of that entry, but begins with the first thing that a human did: until
    then nobody waits, since machine mail starts no clock (sla-semantics.md, 9). Where no human ever did, it has none.

    Who somebody is can be seen from all of `timeline`: whoever writes as the customer later was it before. A replay
    gives it what was known at its moment, an import all that the file has.
    """
    told = timeline.telling[0]
    author = next(logged.actor for logged in timeline.events if not logged.by_machine)
    by_customer = is_customer(author, timeline, desk)
    requester = _requester(timeline, author if by_customer else "")
    priority = priority_of(told.priority, desk) if told.priority else "normal"
    return LoggedOpening(
        subject=told.subject or f"Imported case {timeline.ticket_id}",
        requester=requester,
        author=Actor("customer", requester.email) if by_customer else Actor("agent", author),
        priority=priority or "normal",
        team=told.team or None,
        channel=told.channel or CHANNEL,
        tags=told.tags,
        passed_over="" if priority else unknown_priority(told.priority),
    )


def returning(logged: LoggedEvent, timeline: Timeline, closed: Ticket, desk: Desk) -> Actor:
    """Who comes back to a closed case."""
    if is_customer(logged.actor, timeline, desk):
        return Actor("customer", closed.requester.email)
    return Actor("agent", logged.actor)


def unknown_priority(said: str) -> str:
    """What is said of a priority that is not ours."""
    return f'priority "{said[:40]}" is none of {", ".join(PRIORITIES)}, nor in the desk\'s import.priorities'


def is_customer(actor: str, timeline: Timeline, desk: Desk) -> bool:
    """Whether `actor` is the one who waits: the first line that knows them tells, and in doubt they are."""
    named = _named(timeline)
    did = {logged.kind for logged in timeline.telling if _same(logged.actor, actor)}
    if means_customer(actor) or (named is not None and _is_requester(actor, named)) or Kind.CUSTOMER_MESSAGE in did:
        return True
    if means_staff(actor) or _is_agent(actor, desk) or not did.isdisjoint(_WORK_OF_STAFF):
        return False
    # Whoever is not the requester whom the log names writes for them.
    return named is None


def _named(timeline: Timeline) -> Requester | None:
    return next((logged.requester for logged in timeline.telling if logged.requester), None)


def _is_requester(actor: str, named: Requester) -> bool:
    words = (*_names(named.email, named.name), *named.name.split())
    return any(_same(actor, word) for word in words)


def _is_agent(actor: str, desk: Desk) -> bool:
    return any(_same(actor, name) for agent in desk.agents.values() for name in _names(agent.email, agent.name))


def _names(email: str, name: str) -> tuple[str, ...]:
    """What logs call somebody."""
    return (email, email.partition("@")[0], name)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _requester(timeline: Timeline, author: str) -> Requester:
    """Whom the log names, else the customer who wrote it, else nobody we know: one for each case, lest two be one."""
    named = _named(timeline)
    if named is None and not means_customer(author):
        named = Requester(author) if "@" in author else Requester("", name=author)
    nobody = f"{re.sub(r'[^A-Za-z0-9]+', '-', timeline.ticket_id)}@import.invalid"
    named = named or Requester("")
    return named if named.email else replace(named, email=nobody)
