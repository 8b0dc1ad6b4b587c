"""Who may do what: deny by default, one table for actions and one rule for which tickets a person sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from escalator.core.desk.model import Desk
from escalator.core.errors import Forbidden, ForeignTicket
from escalator.core.ticket.events import Actor
from escalator.core.ticket.ticket import Ticket


class Role(StrEnum):
    """What a key is for. `ingest` creates and appends only; `ops` sees health and outbox, never conversations."""

    ADMIN = "admin"
    LEAD = "lead"
    AGENT = "agent"
    INGEST = "ingest"
    OPS = "ops"
    READ = "read"


class Act(StrEnum):
    """Everything that a key may be asked for."""

    TICKET_CREATE = "ticket.create"
    TICKET_READ = "ticket.read"
    TICKET_CHANGE = "ticket.change"
    MESSAGE_CUSTOMER = "message.customer"
    MESSAGE_AGENT = "message.agent"
    DESK_READ = "desk.read"
    DESK_CHANGE = "desk.change"
    AGENTS_READ = "agents.read"
    AGENTS_CHANGE = "agents.change"
    ONCALL_CHANGE = "oncall.change"
    OUTBOX_READ = "outbox.read"
    MAIL_RECEIVE = "mail.receive"
    MAIL_DECIDE = "mail.decide"


_WORKERS = frozenset({Role.ADMIN, Role.LEAD, Role.AGENT})
_READERS = _WORKERS | {Role.READ}

ALLOWED: Mapping[Act, frozenset[Role]] = {
    Act.TICKET_CREATE: _WORKERS | {Role.INGEST},
    Act.TICKET_READ: _READERS,
    Act.TICKET_CHANGE: _WORKERS,
    Act.MESSAGE_CUSTOMER: _WORKERS | {Role.INGEST},
    Act.MESSAGE_AGENT: _WORKERS,
    Act.DESK_READ: _READERS,
    Act.DESK_CHANGE: frozenset({Role.ADMIN}),
    Act.AGENTS_READ: _READERS | {Role.OPS},
    Act.AGENTS_CHANGE: _WORKERS,
    Act.ONCALL_CHANGE: frozenset({Role.ADMIN, Role.LEAD}),
    Act.OUTBOX_READ: frozenset({Role.ADMIN, Role.OPS}),
    Act.MAIL_RECEIVE: frozenset({Role.ADMIN, Role.INGEST}),
    # What stands in a mail is a conversation: operators do not see it, and agents see it where they see the ticket.
    Act.MAIL_DECIDE: _WORKERS,
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls: a role, a name for the timeline, and the person of the desk whose key it is, if it is one's.

    `invited` is the ticket (its number) about which the desk itself has written to this person.
    """

    role: Role
    name: str
    agent: str | None = None
    invited: int | None = None

    @property
    def actor(self) -> Actor:
        return Actor("agent", self.agent or self.name)


def require(principal: Principal, act: Act) -> None:
    """Raises `Forbidden` unless the role may do this at all."""
    if principal.role not in ALLOWED.get(act, frozenset()):
        raise Forbidden(f"a key with role {principal.role} may not do {act}; ask an admin for another key")


def require_ticket(principal: Principal, ticket: Ticket, desk: Desk) -> None:
    """Raises `ForeignTicket` unless this ticket is one that the caller sees."""
    if not sees(principal, ticket, desk):
        raise ForeignTicket(
            f"{ticket.ref} is with team {ticket.team}, and {principal.name} is not in it; ask its lead"
        )


def sees(principal: Principal, ticket: Ticket, desk: Desk) -> bool:
    """An agent sees the tickets of their teams and those that are theirs; all other roles see every ticket."""
    if principal.role is not Role.AGENT:
        return True
    mine = principal.agent is not None and principal.agent in (ticket.assignee, ticket.owner)
    return mine or ticket.id == principal.invited or ticket.team in teams_of(principal, desk)


def teams_of(principal: Principal, desk: Desk) -> tuple[str, ...]:
    """The teams a person leads or is a member of."""
    person = principal.agent
    return tuple(team.name for team in desk.teams.values() if person in (team.lead, *team.members))
