"""What callers see of a ticket: plain values that the API, the CLI and the stories share."""

from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier
from escalator.core.escalation.run import Run, RunState
from escalator.core.sla.cycle import Cycle
from escalator.core.sla.reading import Reading, read
from escalator.core.sla.terms import counting
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import Actor
from escalator.core.ticket.participants import Participants
from escalator.core.ticket.reviews import Held
from escalator.core.ticket.ticket import Requester, Ticket
from escalator.store.messages import Message


@dataclass(frozen=True, slots=True)
class EscalationView:
    """How the ladder stands. `step` counts from 1; `acknowledge_by` is when the asked person's window ends."""

    state: str
    ladder: str
    step: int
    reason: str
    detail: str
    asked: str | None
    acknowledge_by: datetime | None


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as it stands now."""

    id: str
    subject: str
    status: str
    priority: str
    requester: Requester
    channel: str
    team: str | None
    assignee: str | None
    owner: str | None
    level: int
    tags: tuple[str, ...]
    version: int
    created_at: datetime
    waiting_since: datetime | None
    snoozed_until: datetime | None
    merged_into: str | None
    follow_up_of: str | None
    case: str | None
    verdict: str
    signals: tuple[str, ...]
    clocks: tuple[Reading, ...]
    escalation: EscalationView | None
    call_back: CallBack | None
    held: tuple[Held, ...]
    participants: Participants


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of the timeline."""

    seq: int
    at: datetime
    type: str
    actor_kind: str
    actor: str
    cause: str
    data: dict[str, object]
    message: Message | None


@dataclass(frozen=True, slots=True)
class SaidView:
    """A message that was added. `ticket` is where it stands: what it was said to may have been merged or closed."""

    id: int
    at: datetime
    author: Actor
    body: str
    visibility: str
    ticket: str
    mail: int | None = None


def ticket_view(dossier: Dossier, desks: Desks, now: datetime) -> TicketView:
    ticket = dossier.ticket
    return TicketView(
        id=ticket.ref,
        subject=ticket.subject,
        status=str(ticket.status),
        priority=ticket.priority,
        requester=ticket.requester,
        channel=ticket.channel,
        team=ticket.team,
        assignee=ticket.assignee,
        owner=ticket.owner,
        level=ticket.level,
        tags=ticket.tags,
        version=ticket.version,
        created_at=ticket.created_at or now,
        waiting_since=ticket.waiting_since,
        snoozed_until=ticket.snoozed_until,
        merged_into=_ref(ticket.merged_into),
        follow_up_of=_ref(ticket.follow_up_of),
        case=_ref(ticket.case),
        verdict=ticket.verdict,
        signals=ticket.signals,
        clocks=tuple(_reading(cycle, ticket, desks, now) for cycle in dossier.cycles),
        escalation=_escalation(dossier.run, desks) if dossier.run else None,
        call_back=dossier.call_back,
        held=dossier.held,
        participants=ticket.participants,
    )


def _ref(number: int | None) -> str | None:
    return None if number is None else f"T-{number}"


def _reading(cycle: Cycle, ticket: Ticket, desks: Desks, now: datetime) -> Reading:
    return read(cycle, now, counting(cycle, desks), ticket.status)


def _escalation(run: Run, desks: Desks) -> EscalationView:
    steps = len(desks.at(run.desk).ladders[run.ladder].steps)
    return EscalationView(
        state=str(run.state),
        ladder=run.ladder,
        step=max(run.rung, 0) % steps + 1,
        reason=str(run.reason),
        detail=run.detail,
        asked=run.asked,
        acknowledge_by=run.due_at if run.state is RunState.WAITING else None,
    )
