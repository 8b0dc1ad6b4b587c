"""Taking a case from the link in a mail: a link of a step that has passed changes nothing and says who has it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from escalator.core.access import Principal, Role
from escalator.core.consequences import caused
from escalator.core.desk.model import Desk, Reason
from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotFound
from escalator.core.escalation.run import Run
from escalator.core.notify import wording
from escalator.core.notify.telling import BY_LINK
from escalator.core.ticket.events import Event
from escalator.core.ticket.ticket import Ticket
from escalator.store import dossiers, links
from escalator.store.database import Database, Transaction
from escalator.store.links import Link

from .actions import take
from .handling import Handling
from .letters import digest


@dataclass(frozen=True, slots=True)
class Offer:
    """What a link is worth at `at`: `standing` says in a sentence who has the case.

    `waiting_since` is the oldest message without an answer; without one, `opened_at` says how long it takes.
    """

    at: datetime
    tz: str
    ticket: str
    subject: str
    requester: str
    organization: str
    priority: str
    opened_at: datetime
    waiting_since: datetime | None
    person: str
    name: str
    can_take: bool
    standing: str


class TakingService:
    """Use cases behind the button in a mail."""

    def __init__(self, database: Database, handling: Handling, ring: Callable[[], None]) -> None:
        self._database, self._handling, self._ring = database, handling, ring

    def look(self, token: str) -> Offer:
        """What the page shows; changes nothing, since scanners fetch every link in a mail (mail.md, 15)."""
        with self._database.reading() as tx:
            link, dossier = self._find(tx, token)
            return _offer(link, dossier, self._handling.shelf.desks(tx).active, tx.now)

    def take(self, token: str) -> Offer:
        """The link's person takes the case, if the link's step is still the one that waits for them."""
        with self._database.transaction() as tx:
            link, dossier = self._find(tx, token)
            if _is_current(link, dossier.ticket, dossier.run):
                principal = Principal(Role.AGENT, link.person, link.person)

                def acknowledge(dossier: Dossier, world: World) -> list[Event]:
                    current = _is_current(link, dossier.ticket, dossier.run)
                    return [caused(take(dossier.ticket, world, principal), BY_LINK)] if current else []

                dossier = self._handling.command(tx, link.ticket_id, acknowledge).dossiers[link.ticket_id]
            offer = _offer(link, dossier, self._handling.shelf.desks(tx).active, tx.now)
        self._ring()
        return offer

    def _find(self, tx: Transaction, token: str) -> tuple[Link, Dossier]:
        link = links.find(tx, digest(token))
        if link is None or link.person not in self._handling.shelf.desks(tx).active.agents:
            raise NotFound("this link is unknown or has expired; open the ticket itself instead")
        return link, dossiers.load(tx, [link.ticket_id])[link.ticket_id]


def _is_current(link: Link, ticket: Ticket, run: Run | None) -> bool:
    """Whether taking by this link still makes sense: nobody has the case and its step has not passed."""
    if not ticket.is_open or ticket.owner is not None:
        return False
    if run is None or not run.is_active:
        # Nobody is asked now. What a warning said still holds; any other step has had its day.
        return link.run == 0 or (run is not None and link.run == run.number and run.reason is Reason.WARNING)
    # Who is asked again by a later step, or reminded, may use any button of this run that they have.
    return run.number == link.run and (run.turn == link.turn or run.asked == link.person)


def _offer(link: Link, dossier: Dossier, desk: Desk, now: datetime) -> Offer:
    ticket = dossier.ticket
    can_take = _is_current(link, ticket, dossier.run)
    return Offer(
        at=now,
        tz=desk.zone_of(link.person),
        ticket=ticket.ref,
        subject=ticket.subject,
        requester=ticket.requester.name or ticket.requester.email,
        organization=ticket.requester.organization,
        priority=ticket.priority,
        opened_at=ticket.created_at or now,
        waiting_since=ticket.waiting_since,
        person=link.person,
        name=_name(desk, link.person),
        can_take=can_take,
        standing=_standing(link, dossier, desk, can_take, now),
    )


def _standing(link: Link, dossier: Dossier, desk: Desk, can_take: bool, now: datetime) -> str:
    ticket, run = dossier.ticket, dossier.run
    if ticket.owner is not None:
        by = f" Please answer the customer by {_by(dossier.run, link, desk, now)}." if _leased(dossier.run) else ""
        return (
            f"You have this case.{by}"
            if ticket.owner == link.person
            else f"{_name(desk, ticket.owner)} has this case now."
        )
    if not ticket.is_open:
        return f"This case is {ticket.status}."
    if can_take:
        return "Nobody has this case yet."
    asked = _name(desk, run.asked) if run and run.asked else "the next one up the ladder"
    return f"This step has passed; {asked} is asked now."


def _name(desk: Desk, email: str) -> str:
    return desk.agents[email].name if email in desk.agents else email


def _leased(run: Run | None) -> bool:
    return run is not None and run.lease_runs


def _by(run: Run | None, link: Link, desk: Desk, now: datetime) -> str:
    """When the owner's time to answer ends, as they read times."""
    at = run.due_at if run is not None else None
    return wording.moment(at, desk.zone_of(link.person), now) if at else ""
