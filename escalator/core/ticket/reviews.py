"""Replies that wait for a second pair of eyes: the fold of what was held, released and returned."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from .events import Event, Kind, stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reply that `by` wrote and nobody outside has seen: number `id` of the held replies, and of its deadline.

    `why` says what held it, `due_at` by when somebody should have read it; `overdue` that this time has passed.
    `asks` that it puts a question, for whose answer the ticket is to wait once it is out.
    """

    id: int
    by: str
    at: datetime
    why: str
    due_at: datetime
    overdue: bool = False
    asks: bool = False


Holds = tuple[Held, ...]


def evolve(held: Holds, event: Event) -> Holds:
    """The replies that are held after `event`, oldest first."""
    change = _CHANGES.get(event.kind)
    return change(held, event) if change else held


def of_data(data: Mapping[str, Any]) -> Held:
    """A held reply as it stands in an event or a row."""
    moments = {name: datetime.fromisoformat(data[name]) for name in ("at", "due_at")}
    asks = data.get("asks", False)
    return Held(id=data["id"], by=data["by"], why=data["why"], overdue=data["overdue"], asks=asks, **moments)


def to_data(held: Held) -> dict[str, Any]:
    """The inverse of `of_data`."""
    return asdict(held) | {"at": stamp(held.at), "due_at": stamp(held.due_at)}


def _held(held: Holds, event: Event) -> Holds:
    data = event.data
    due_at = datetime.fromisoformat(data["due_at"])
    new = Held(id=data["reply"], by=event.actor.name, at=event.at, why=data["why"], due_at=due_at)
    return (*held, replace(new, asks=data.get("is_question", False)))


def _gone(held: Holds, event: Event) -> Holds:
    return tuple(one for one in held if one.id != event.data["reply"])


def _overdue(held: Holds, event: Event) -> Holds:
    return tuple(replace(one, overdue=one.overdue or one.id == event.data["reply"]) for one in held)


def _absorbed(held: Holds, event: Event) -> Holds:
    theirs: Iterable[Mapping[str, Any]] = event.data.get("held", ())
    return tuple(sorted((*held, *map(of_data, theirs)), key=lambda one: (one.at, one.id)))


_CHANGES: Mapping[Kind, Callable[[Holds, Event], Holds]] = {
    Kind.REPLY_HELD: _held,
    Kind.REPLY_RELEASED: _gone,
    Kind.REPLY_RETURNED: _gone,
    Kind.REVIEW_OVERDUE: _overdue,
    Kind.ABSORBED: _absorbed,
    # What was held goes on in the survivor; where there is none (a foreign log), nothing was held.
    Kind.MERGED: lambda _, __: (),
}
