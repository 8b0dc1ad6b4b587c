"""A second pair of eyes: which replies are held until somebody else has read them, and who that may be."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from escalator.core.access import Principal, Role
from escalator.core.desk.model import Desk
from escalator.core.desk.review import ReviewRule
from escalator.core.errors import Forbidden, Invalid, NotAllowedNow, NotFound
from escalator.core.ticket.commands import agent_speaks
from escalator.core.ticket.events import Actor, Event, Kind, stamp
from escalator.core.ticket.reviews import Held, Holds
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

BY_HAND = "its author asked for a second pair of eyes"

_WORD = re.compile(r"\w+")


def reads_for_others(principal: Principal, ticket: Ticket, desk: Desk) -> bool:
    """Whether `principal` may release what others wrote: the lead of the ticket's team, any lead, or an admin."""
    team = desk.teams.get(ticket.team or "")
    leads = team is not None and principal.agent == team.lead
    return leads or principal.role in (Role.LEAD, Role.ADMIN)


def why_held(body: str, author: str, topics: Collection[str], desk: Desk) -> str:
    """What holds a reply, as a clause; empty if no rule does. `topics` are those that the reply touches."""
    said = _words(body)
    return next((why for rule in desk.review.rules if (why := _why(rule, said, author, topics, desk))), "")


def _why(rule: ReviewRule, said: str, author: str, topics: Collection[str], desk: Desk) -> str:
    """All that a rule asks must hold; of a list, one is enough."""
    reasons: list[str | None] = []
    if rule.words:
        reasons.append(next((f'it says "{word}"' for word in rule.words if _words(word) in said), None))
    if rule.topics:
        reasons.append(next((f"it is about {topic}" for topic in rule.topics if topic in topics), None))
    if rule.agents:
        name = desk.agents[author].name if author in desk.agents else author
        reasons.append(f"a second person reads what {name} writes" if author in rule.agents else None)
    return "" if None in reasons else " and ".join(filter(None, reasons))


def _words(text: str) -> str:
    """The words of a text in a row, without case and accents, each between spaces: a whole word is found in it."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return f" {' '.join(_WORD.findall(plain.casefold()))} "


def hold(ticket: Ticket, reply: int, why: str, author: Actor, at: datetime, desk: Desk, reviewer: str) -> Event:
    """Number `reply` waits for `reviewer`, or whoever else may release it; no clock stops meanwhile."""
    if ticket.status is Status.CLOSED:
        raise NotAllowedNow(f"{ticket.ref} is closed; only internal notes can be added to it")
    rules = desk.review
    calendar = desk.calendars[rules.calendar] if rules.calendar else None
    due_at = calendar.add(at, rules.within) if calendar else at + rules.within
    data = {"reply": reply, "why": why, "due_at": stamp(due_at), "reviewer": reviewer}
    return Event(Kind.REPLY_HELD, at, author, data=data)


def find(ticket: Ticket, held: Holds, reply: int) -> Held:
    """Raises `NotFound` when the ticket holds no such reply, or no more."""
    for one in held:
        if one.id == reply:
            return one
    raise NotFound(f"{ticket.ref} holds no reply {reply}; it may have been released or returned")


def require_second_eyes(principal: Principal, one: Held, ticket: Ticket, desk: Desk) -> None:
    """Nobody reads for themselves, whatever their role; and it is a person who reads."""
    if principal.agent is None:
        raise Invalid("only a named person can read for another; use a key that was made with --agent EMAIL")
    if not reads_for_others(principal, ticket, desk):
        raise Forbidden(f"the lead of {ticket.team} releases or returns held replies, or any other lead; ask one")
    if principal.agent == one.by:
        raise Forbidden(f"you wrote reply {one.id} yourself; a second person must read it")


def author_of(one: Held) -> Actor:
    """A held reply that goes out is its author's word, whoever let it go."""
    return Actor("agent", one.by)


def release(
    ticket: Ticket, one: Held, message: int, marks: Mapping[str, Any], edited: bool, reviewer: Actor, at: datetime
) -> list[Event]:
    """The reply goes out now, as its author's word; `message` is its number among the public ones.

    `marks` are what its words were found to say.
    """
    data = {"reply": one.id, "as_message": message, "author": one.by, "edited": edited}
    marks = {**marks, "released_by": reviewer.name}
    said = agent_speaks(ticket, Kind.AGENT_MESSAGE, author_of(one), at, message, marks)
    return [Event(Kind.REPLY_RELEASED, at, reviewer, data=data), *said]


def give_back(one: Held, note: int, reviewer: Actor, at: datetime) -> list[Event]:
    """The reply does not go out; `note` is the number of the internal note that tells its author why."""
    data = {"reply": one.id, "author": one.by, "note": note}
    return [
        Event(Kind.INTERNAL_NOTE, at, reviewer, data={"message": note}),
        Event(Kind.REPLY_RETURNED, at, reviewer, data=data),
    ]


def refuse_while_held(ticket: Ticket, held: Iterable[Held]) -> None:
    """What the customer should still hear must not be forgotten by ending the case."""
    if waiting := [one.id for one in held]:
        numbers = " and ".join(str(number) for number in waiting)
        raise NotAllowedNow(
            f"{ticket.ref} holds the reply {numbers} for a second pair of eyes; release it or return it first"
        )
