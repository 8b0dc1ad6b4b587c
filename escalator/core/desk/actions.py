"""What a step of a ladder can do, one function and one line in `ACTIONS` each.

The desk's schema, its linter, its diagram and the documents read the table; climbing does what it says. An action
that asks gives somebody a window in which to take the case; any other is done at once, and the ladder goes on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from escalator.core.ticket import commands
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import SYSTEM, Event
from escalator.core.ticket.ticket import PRIORITIES, Ticket

from .calling import propose
from .model import Desk, Step

TAG, PRIORITY, HOOK = "tag", "to", "hook"


@dataclass(frozen=True, slots=True)
class Doing:
    """A step that is done now: to this ticket, at this desk; `person` is whom it asks, if it asks anybody.

    `call_back` is the call that the customer is promised already.
    """

    step: Step
    ticket: Ticket
    desk: Desk
    now: datetime
    person: str = ""
    call_back: CallBack | None = None


@dataclass(frozen=True, slots=True)
class StepAction:
    """One action. `words` finish the sentence "the step ..."; `setting` is the key that it needs beside `action`.

    `do` gives what happens to the ticket besides what the ladder itself notes; it raises `LeftOut` when it cannot.
    """

    words: str
    do: Callable[[Doing], list[Event]]
    asks: bool = False
    moves: bool = False
    promises_calls: bool = False
    setting: str = ""


class LeftOut(Exception):
    """The step cannot be done to this case; its only word says why, for the timeline."""


def _nothing_else(_: Doing) -> list[Event]:
    return []


def _assign(doing: Doing) -> list[Event]:
    """On their desk, but still in its queue if they work there."""
    ticket, team = doing.ticket, doing.desk.teams.get(doing.ticket.team or "")
    if team is None or doing.person not in (team.lead, *team.members):
        return _hand_off(doing)
    return commands.assign(ticket, SYSTEM, doing.now, team.name, doing.person, ticket.level)


def _hand_off(doing: Doing) -> list[Event]:
    return hand_over(doing.ticket, doing.desk, doing.person, doing.now)


def hand_over(ticket: Ticket, desk: Desk, person: str, now: datetime) -> list[Event]:
    """Puts the ticket on `person`'s desk, in their team and on its level."""
    name, level = desk.place_of(person, ticket.team, ticket.level)
    return commands.assign(ticket, SYSTEM, now, name, person, level)


def _raise_priority(doing: Doing) -> list[Event]:
    """Never lowers it: who has made it urgent meanwhile knows more than the step."""
    to, ticket = doing.step.setting, doing.ticket
    if PRIORITIES.index(to) <= PRIORITIES.index(ticket.priority):
        return []
    return commands.edit(ticket, SYSTEM, doing.now, {"priority": to})


def _tag(doing: Doing) -> list[Event]:
    tags = tuple(dict.fromkeys((*doing.ticket.tags, doing.step.setting)))
    return commands.edit(doing.ticket, SYSTEM, doing.now, {"tags": tags})


def _call_back(doing: Doing) -> list[Event]:
    """A promised call, within the desk's hours and the customer's."""
    promised = propose(doing.ticket, doing.desk, doing.now, doing.call_back)
    if isinstance(promised, str):
        raise LeftOut(promised)
    return [promised]


ACTIONS: Mapping[str, StepAction] = {
    "notify": StepAction("tells somebody, who may take the case", _nothing_else, asks=True),
    "assign": StepAction("puts the case on somebody's desk in its queue", _assign, asks=True, moves=True),
    "hand_off": StepAction("moves the case to somebody, their team and its level", _hand_off, asks=True, moves=True),
    "raise_priority": StepAction("raises the priority", _raise_priority, setting=PRIORITY),
    "tag": StepAction("adds a tag", _tag, setting=TAG),
    "call_back": StepAction("promises the customer a call", _call_back, promises_calls=True),
    "webhook": StepAction("tells another system", _nothing_else, setting=HOOK),
}

SETTINGS = {action.setting for action in ACTIONS.values() if action.setting}
