"""What people do with tickets: each use case is one transaction, then the doorbell."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from escalator.core import explaining
from escalator.core.access import Act, Principal, Role, require, require_ticket, teams_of
from escalator.core.dossier import Dossier, World, caused
from escalator.core.errors import Invalid, NotAllowedNow, NotFound, StaleVersion
from escalator.core.sla.reading import Reading
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import IllegalMove, Status
from escalator.store import deadlines, dossiers, events, messages
from escalator.store import tickets as lists
from escalator.store.database import Database, Transaction
from escalator.store.messages import Message
from escalator.store.tickets import Filters as Filters

from .actions import ACTIONS, MERGE, tier_of
from .following import open_follow_up, successor
from .handling import Command, Handled, Handling
from .merging import merge
from .opening import NewTicket, open_ticket
from .views import EventView, SaidView, TicketView, ticket_view

T = TypeVar("T")


class TicketService:
    """Use cases around tickets. `ring` is called after a commit that left letters for the mailer."""

    def __init__(self, database: Database, handling: Handling, ring: Callable[[], None]) -> None:
        self._database, self._handling, self._ring = database, handling, ring

    def create(self, principal: Principal, new: NewTicket) -> TicketView:
        """Opens a ticket; its clocks start at once."""
        require(principal, Act.TICKET_CREATE)
        author = principal.actor if new.author == "agent" else Actor("customer", new.requester.email)
        with self._database.transaction() as tx:
            handled = open_ticket(tx, self._handling, new, author, cause=_cause(principal))
            view = self._view(tx, next(iter(handled.dossiers.values())))
        return self._rung(handled, view)

    def get(self, principal: Principal, ref: str) -> TicketView:
        require(principal, Act.TICKET_READ)
        with self._database.reading() as tx:
            return self._view(tx, self._seen(tx, principal, ref))

    def listing(
        self, principal: Principal, filters: Filters, limit: int, before: str | None = None
    ) -> list[TicketView]:
        """Tickets that the caller sees, newest first, from numbers under `before`."""
        require(principal, Act.TICKET_READ)
        with self._database.reading() as tx:
            desks = self._handling.shelf.desks(tx)
            own = teams_of(principal, desks.active) if principal.role is Role.AGENT else None
            number = number_of(before) if before else None
            found = lists.listing(tx, filters, limit, number, own, principal.agent)
            return [ticket_view(dossier, desks, tx.now) for dossier in found]

    def change(self, principal: Principal, ref: str, version: int, changes: Mapping[str, Any]) -> TicketView:
        """Changes subject, tags or priority; `version` is the one that the caller has read."""

        def edit(dossier: Dossier, world: World) -> list[Event]:
            return commands.edit(dossier.ticket, principal.actor, world.now, changes)

        return self._command(principal, Act.TICKET_CHANGE, ref, version, edit)

    def act(
        self, principal: Principal, ref: str, version: int, action: str, options: Mapping[str, Any]
    ) -> TicketView:
        """Does one of `actions.ACTIONS` to a ticket, or merges it."""
        if action == MERGE:
            return self._merge(principal, ref, version, options["into"])
        do = ACTIONS.get(action)
        if do is None:
            raise Invalid("unknown action", {"action": [f"must be one of {', '.join(ACTIONS)}"]})

        def command(dossier: Dossier, world: World) -> list[Event]:
            return do(dossier, world, principal, options)

        return self._command(principal, Act.TICKET_CHANGE, ref, version, command)

    def say(
        self, principal: Principal, ref: str, version: int | None, body: str, visibility: str, author: str
    ) -> tuple[SaidView, TicketView]:
        """Adds a message: of the customer, or of an agent, publicly or as an internal note.

        Public words for a merged ticket go to what it was merged into. What the customer says to a closed ticket
        goes to its follow-up, which is opened if there is none.
        """
        if author == "customer" and visibility == "internal":
            raise Invalid("a customer writes no internal notes", {"visibility": ["must be public for a customer"]})
        require(principal, Act.MESSAGE_CUSTOMER if author == "customer" else Act.MESSAGE_AGENT)

        def do(tx: Transaction, named: Ticket) -> tuple[Handled, tuple[SaidView, TicketView]]:
            speaker = Actor("customer", named.requester.email) if author == "customer" else principal.actor
            ticket = self._addressed(tx, principal, named) if visibility == "public" else named
            if author == "customer" and ticket.status is Status.CLOSED:
                handled = open_follow_up(tx, self._handling, ticket, speaker, body, _cause(principal))
                message = messages.first_of(tx, *handled.dossiers)
            else:
                add = messages.add_note if visibility == "internal" else messages.add_public
                message = add(tx, ticket.id, speaker, body)
                handled = self._apply(tx, ticket.id, _speaking(speaker, visibility, message), principal)
            view = self._view(tx, *handled.dossiers.values())
            return handled, (SaidView(message, tx.now, speaker, body, visibility, view.id), view)

        return self._rung(*self._change(principal, ref, version, do))

    def _addressed(self, tx: Transaction, principal: Principal, named: Ticket) -> Ticket:
        """The ticket in which public words to `named` belong."""
        ticket = successor(tx, named)
        if ticket.id != named.id and principal.role is not Role.INGEST:
            require_ticket(principal, ticket, self._handling.shelf.desks(tx).active)
        return ticket

    def timeline(self, principal: Principal, ref: str, after: int = 0, limit: int | None = None) -> list[EventView]:
        """What happened, oldest first, with the words that were said."""
        require(principal, Act.TICKET_READ)
        with self._database.reading() as tx:
            ticket = self._seen(tx, principal, ref).ticket
            page = events.timeline(tx, ticket.id, after, limit)
            spoken = [(event.kind is Kind.INTERNAL_NOTE, event.data.get("message")) for _, event in page]
            public = messages.public(tx, [number for internal, number in spoken if number and not internal])
            notes = messages.notes(tx, [number for internal, number in spoken if number and internal])
            return [
                _event_view(seq, event, notes if event.kind is Kind.INTERNAL_NOTE else public) for seq, event in page
            ]

    def clocks(self, principal: Principal, ref: str) -> Sequence[Reading]:
        return self.get(principal, ref).clocks

    def explain(self, principal: Principal, ref: str) -> list[str]:
        """Why the ticket is where it is, in sentences."""
        require(principal, Act.TICKET_READ)
        with self._database.reading() as tx:
            dossier = self._seen(tx, principal, ref)
            history = [event for _, event in events.timeline(tx, dossier.ticket.id)]
            return explaining.explain(dossier, history, self._handling.shelf.desks(tx), tx.now)

    def _command(self, principal: Principal, act: Act, ref: str, version: int, command: Command) -> TicketView:
        require(principal, act)

        def do(tx: Transaction, ticket: Ticket) -> tuple[Handled, TicketView]:
            handled = self._apply(tx, ticket.id, command, principal)
            return handled, self._view(tx, handled.dossiers[ticket.id])

        return self._rung(*self._change(principal, ref, version, do))

    def _merge(self, principal: Principal, ref: str, version: int, into: str) -> TicketView:
        require(principal, Act.TICKET_CHANGE)

        def do(tx: Transaction, ticket: Ticket) -> tuple[Handled, TicketView]:
            survivor = self._seen(tx, principal, into).ticket
            with _refusals():
                handled = merge(tx, self._handling, ticket.id, survivor.id, principal.actor, _cause(principal))
            view = self._view(tx, handled[ticket.id].dossiers[ticket.id])
            return handled[survivor.id], view

        return self._rung(*self._change(principal, ref, version, do, number_of(into)))

    def _change(
        self, principal: Principal, ref: str, version: int | None, do: Callable[[Transaction, Ticket], T], *also: int
    ) -> T:
        """Does something to a ticket that the caller sees, in one transaction, unless somebody was faster.

        What fell due before is settled first, and stays settled when the caller is refused as stale: whether a
        version is stale does not depend on how late the sweep is. `also` are the numbers of the other tickets that
        change with it: all are locked at once, so that two who want the same ones do not wait for each other.
        """
        with self._database.transaction() as tx:
            if also:
                dossiers.load(tx, [number_of(ref), *also], lock=True)
            ticket = self._caught_up(tx, principal, ref)
            stale = version is not None and version != ticket.version
            done = None if stale else do(tx, ticket)
        if done is None:
            raise StaleVersion(
                f"{ref} has changed: you read version {version}, it is at {ticket.version}; read it again"
            )
        return done

    def _caught_up(self, tx: Transaction, principal: Principal, ref: str) -> Ticket:
        ticket = self._seen(tx, principal, ref, lock=True).ticket
        if not deadlines.is_overdue(tx, ticket.id):
            return ticket
        handled = self._handling.handle(tx, [ticket.id])
        return handled.dossiers[ticket.id].ticket if ticket.id in handled.dossiers else ticket

    def _apply(self, tx: Transaction, ticket_id: int, command: Command, principal: Principal) -> Handled:
        def caused_by_request(dossier: Dossier, world: World) -> list[Event]:
            return [caused(event, _cause(principal)) for event in command(dossier, world)]

        with _refusals():
            return self._handling.command(tx, ticket_id, caused_by_request)

    def _rung(self, handled: Handled, answer: T) -> T:
        if handled.letters:
            self._ring()
        return answer

    def _seen(self, tx: Transaction, principal: Principal, ref: str, lock: bool = False) -> Dossier:
        """The dossier, if it exists and the caller may know it."""
        found = dossiers.load(tx, [number_of(ref)], lock=lock)
        if not found:
            raise NotFound(f"there is no ticket {ref}")
        dossier = next(iter(found.values()))
        if principal.role is not Role.INGEST:
            require_ticket(principal, dossier.ticket, self._handling.shelf.desks(tx).active)
        return dossier

    def _view(self, tx: Transaction, dossier: Dossier) -> TicketView:
        return ticket_view(dossier, self._handling.shelf.desks(tx), tx.now)


@contextmanager
def _refusals() -> Iterator[None]:
    """What the ticket's machine does not allow is the caller's to know."""
    try:
        yield
    except IllegalMove as illegal:
        raise NotAllowedNow(str(illegal)) from illegal


def _cause(principal: Principal) -> str:
    return f"request:{principal.name}"


def _speaking(speaker: Actor, visibility: str, message: int) -> Command:
    """What a message does to its ticket."""

    def speak(dossier: Dossier, world: World) -> list[Event]:
        if speaker.kind == "customer":
            tier = tier_of(dossier.ticket.resolved_by, world)
            return commands.customer_writes(dossier.ticket, speaker, world.now, message, tier)
        kind = Kind.INTERNAL_NOTE if visibility == "internal" else Kind.AGENT_MESSAGE
        return commands.agent_speaks(dossier.ticket, kind, speaker, world.now, message)

    return speak


def number_of(ref: str) -> int:
    """1042 for T-1042; raises `NotFound` for anything that cannot be a ticket's name."""
    match = re.fullmatch(r"T-([1-9]\d{0,17})", ref, re.ASCII)
    if match is None:
        raise NotFound(f"there is no ticket {ref[:40]}; tickets are called T-1, T-2 and so on")
    return int(match[1])


def _event_view(seq: int, event: Event, said: Mapping[int, Message]) -> EventView:
    message = said.get(event.data["message"]) if event.data.get("message") is not None else None
    return EventView(
        seq, event.at, str(event.kind), event.actor.kind, event.actor.name, event.cause, dict(event.data), message
    )
