"""The question that waits for the customer's answer: the fold of what was asked, reminded and answered."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from .events import Event, Kind, stamp
from .workflow import Status

NO_ANSWER = "no_answer"
"""Why the rule resolves a ticket whose customer stayed silent; stands in `because` of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Question number `number` of a ticket, put at `since` in the message `question` (None: in words said before).

    `heard_at` is our last word to the customer: the question, what an agent said after it, or a reminder. `reminded`
    counts the reminders of this question, `reminders` those of all, so that each has a number of its own for ever.
    `waits` until somebody answers, or does anything else with the ticket.
    """

    number: int
    since: datetime
    question: int | None
    heard_at: datetime
    reminded: int = 0
    reminders: int = 0
    waits: bool = True


def evolve(asked: Asked | None, event: Event) -> Asked | None:
    """The question after `event`; the last one is kept when it is over.

    Only a question that was put with the action `ask` counts. A foreign log has pending states too, but nothing in
    it was asked by our rules.
    """
    if event.data.get("asks"):
        return _put(asked, event)
    if asked is None or not asked.waits:
        return asked
    change = _CHANGES.get(event.kind)
    return change(asked, event) if change else asked


def of_data(data: Mapping[str, Any]) -> Asked:
    """A question as it stands in a row."""
    moments = {name: datetime.fromisoformat(data[name]) for name in ("since", "heard_at")}
    return Asked(**{**data, **moments})


def to_data(asked: Asked) -> dict[str, Any]:
    """The inverse of `of_data`."""
    return asdict(asked) | {"since": stamp(asked.since), "heard_at": stamp(asked.heard_at)}


def _put(before: Asked | None, event: Event) -> Asked:
    number, reminders = (before.number, before.reminders) if before else (0, 0)
    question = event.data["question"]
    return Asked(number=number + 1, since=event.at, question=question, heard_at=event.at, reminders=reminders)


def _reminded(asked: Asked, event: Event) -> Asked:
    return replace(asked, heard_at=event.at, reminded=asked.reminded + 1, reminders=asked.reminders + 1)


def _moved(asked: Asked, event: Event) -> Asked:
    return replace(asked, waits=event.data["to"] == Status.PENDING)


def _over(asked: Asked, _: Event) -> Asked:
    return replace(asked, waits=False)


_CHANGES: Mapping[Kind, Callable[[Asked, Event], Asked]] = {
    Kind.CUSTOMER_REMINDED: _reminded,
    Kind.AGENT_MESSAGE: lambda asked, event: replace(asked, heard_at=event.at),
    Kind.CALL_LOGGED: lambda asked, event: replace(asked, heard_at=event.at),
    Kind.STATE_CHANGED: _moved,
    Kind.ACKNOWLEDGED: _over,
    Kind.RESOLVED: _over,
    Kind.CLOSED: _over,
    Kind.MERGED: _over,
}
