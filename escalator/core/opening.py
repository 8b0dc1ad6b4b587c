"""How a ticket comes into being: one shape for the live, the imported and the replayed, and for a follow-up."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from escalator.core.desk.model import Desk
from escalator.core.routing.rules import queue_of
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Requester

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a ticket begins with. `team` is the queue that a log names, whether the desk knows it or not."""

    subject: str
    requester: Requester
    channel: str
    priority: str = "normal"
    tags: tuple[str, ...] = ()
    team: str | None = None


def created(
    new: Opening,
    author: Actor,
    at: datetime,
    desk: Desk,
    *,
    message: int | None = None,
    cause: str = "",
    inherited: Mapping[str, Any] = _NOTHING,
    marks: Mapping[str, Any] = _NOTHING,
) -> Event:
    """The ticket begins under this version of the desk; `message` is the number of its first words.

    `inherited` is what a follow-up takes over (`core.ticket.following`), its queue too while the desk has it; `marks`
    are what its first words mean, as `core/loops/conversation.py` reads it.
    """
    gone = inherited.get("team") not in desk.teams
    queue = _queue(new, desk) if gone else {}
    data = {**_said(new), **inherited, **queue, "desk": desk.version, "message": message, **marks}
    return Event(Kind.CREATED, at, author, cause, data)


def _said(new: Opening) -> dict[str, Any]:
    return {
        "subject": new.subject,
        "requester": asdict(new.requester),
        "channel": new.channel,
        "priority": new.priority,
        "tags": list(new.tags),
    }


def _queue(new: Opening, desk: Desk) -> dict[str, Any]:
    """The queue that is named, else that of the routing rules; a team that the desk does not know stands as high."""
    routed = desk.teams[queue_of(new, desk)]
    return {"team": new.team or routed.name, "level": desk.teams.get(new.team or "", routed).tier}
