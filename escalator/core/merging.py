"""Two tickets of one matter become one: the source closes for good, the survivor inherits what is owed (rule 16)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from escalator.core.desk.model import Reason
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier
from escalator.core.errors import NotAllowedNow
from escalator.core.escalation.run import Run
from escalator.core.loops.conversation import to_json
from escalator.core.sla.inheriting import estate
from escalator.core.ticket import call_backs, commands, participants, reviews
from escalator.core.ticket.events import Actor, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger


def merging(
    source: Dossier, survivor: Dossier, actor: Actor, at: datetime, desks: Desks
) -> tuple[list[Event], list[Event]]:
    """The events of the source and of the survivor.

    Raises `NotAllowedNow` when the survivor cannot take anything over, and `IllegalMove` when the source is closed.
    """
    if source.ticket.id == survivor.ticket.id:
        raise NotAllowedNow(f"{source.ticket.ref} cannot be merged into itself")
    if survivor.ticket.status is Status.CLOSED:
        raise NotAllowedNow(f"{survivor.ticket.ref} is closed and stays closed; nothing can be merged into it")
    merged = commands.merge(source.ticket, survivor.ticket.id, actor, at)
    absorbed = Event(Kind.ABSORBED, at, actor, data=_left(source, at, desks) | _promised(source, survivor))
    return [merged], [*_woken(source.ticket, survivor.ticket, actor, at), absorbed]


def _woken(source: Ticket, survivor: Ticket, actor: Actor, at: datetime) -> list[Event]:
    """A question that nobody has answered makes it our turn in the survivor too."""
    waits = survivor.status in (Status.PENDING, Status.ON_HOLD)
    asked = source.waiting_since is not None
    return [commands.move(survivor, Trigger.CUSTOMER_REPLIED, actor, at)] if waits and asked else []


def _left(source: Dossier, at: datetime, desks: Desks) -> dict[str, Any]:
    ticket = source.ticket
    return {
        "source": ticket.id,
        "created_at": stamp(ticket.created_at),
        "waiting_since": stamp(ticket.waiting_since),
        "answered_at": stamp(ticket.answered_at) if ticket.is_open else None,
        "replied": ticket.replied,
        "ages": ticket.ages,
        "aged_at": stamp(ticket.aged_at),
        "failed": list(ticket.failed),
        "failed_tiers": list(ticket.failed_tiers),
        "call": _call(source.run),
        "case": ticket.case,
        "conversation": to_json(source.conversation),
        "participants": participants.to_data(ticket.participants),
        **estate(ticket, source.cycles, at, desks),
    }


def _promised(source: Dossier, survivor: Dossier) -> dict[str, Any]:
    """The call that is still to be made, and the replies that are still to be read; each goes on in the survivor."""
    call = source.call_back
    promised = replace(call, number=survivor.ticket.version + 1) if call is not None and call.stands else None
    return {
        "call_back": call_backs.to_data(promised) if promised else None,
        "held": [reviews.to_data(held) for held in source.held],
    }


def _call(run: Run | None) -> dict[str, Any] | None:
    """Why the source is being escalated, if nobody has taken it yet; a warning was only told."""
    if run is None or not run.seeks or run.reason is Reason.WARNING:
        return None
    return {
        "reason": str(run.reason),
        "detail": run.detail,
        "since": stamp(run.since),
        "ladder": run.ladder,
        "desk": run.desk,
    }
