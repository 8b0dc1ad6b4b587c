"""A running ladder keeps the desk version with which it started, unless a lead lets it go on by today's."""

from datetime import datetime

from escalator.core.desk.versions import Desks
from escalator.core.errors import NotAllowedNow
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket

from .run import Run


def repinned(run: Run | None, ticket: Ticket, desks: Desks, actor: Actor, now: datetime) -> list[Event]:
    """The event that moves the run to the active version: who is asked now keeps their window, later steps are new.

    Raises `NotAllowedNow` when nothing climbs, when the run is there already, and when its ladder is gone.
    """
    today = desks.active
    if run is None or not run.is_active:
        raise NotAllowedNow(f"no ladder is running for {ticket.ref}")
    if run.desk == today.version:
        raise NotAllowedNow(f"the ladder of {ticket.ref} runs by version {today.version} already")
    if run.ladder not in today.ladders:
        raise NotAllowedNow(
            f'today\'s desk has no ladder "{run.ladder}"; put one of that name into it, or take the case'
        )
    data = {"run": run.number, "from": run.desk, "desk": today.version}
    return [Event(Kind.LADDER_REPINNED, now, actor, data=data)]
