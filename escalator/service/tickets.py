"""What people do with tickets: each use case is one transaction, then the doorbell."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from escalator.core import explaining
from escalator.core.access import Act, Principal, Role, require, require_ticket, teams_of
from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid, NotAllowedNow, NotFound, StaleVersion
from escalator.core.sla.reading import Reading
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.workflow import IllegalMove
from escalator.store import dossiers, events, messages
from escalator.store import tickets as lists
from escalator.store.database import Database, Transaction
from escalator.store.messages import Message
from escalator.store.tickets import Filters as Filters

from .actions import ACTIONS, tier_of
from .handling import Command, Handled, Handling
from .opening import NewTicket, open_ticket
from .views import EventView, TicketView, ticket_view


class TicketService:
    """Use cases around tickets. `ring` is called after a commit that left letters for the mailer."""

    def __init__(self, database: Database, handling: Handling, ring: Callable[[], None]) -> None:
        self._database, self._handling, self._ring = database, handling, ring

    def create(self, principal: Principal, new: NewTicket) -> TicketView:
        """Opens a ticket; its clocks start at once."""
        require(principal, Act.TICKET_CREATE)
        author = principal.actor if new.author == "agent" else Actor("customer", new.requester.email)
        with self._database.transaction() as tx:
            handled = open_ticket(tx, self._handling, new, author)
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
        """Does one of `actions.ACTIONS` to a ticket."""
        do = ACTIONS.get(action)
        if do is None:
            raise Invalid("unknown action", {"action": [f"must be one of {', '.join(ACTIONS)}"]})

        def command(dossier: Dossier, world: World) -> list[Event]:
            return do(dossier, world, principal, options)

        return self._command(principal, Act.TICKET_CHANGE, ref, version, command)

    def say(
        self, principal: Principal, ref: str, version: int | None, body: str, visibility: str, author: str
    ) -> tuple[Message, TicketView]:
        """Adds a message: of the customer, or of an agent, publicly or as an internal note."""
        if author == "customer" and visibility == "internal":
            raise Invalid("a customer writes no internal notes", {"visibility": ["must be public for a customer"]})
        require(principal, Act.MESSAGE_CUSTOMER if author == "customer" else Act.MESSAGE_AGENT)
        with self._database.transaction() as tx:
            dossier = self._seen(tx, principal, ref, version)
            ticket = dossier.ticket
            speaker = Actor("customer", ticket.requester.email) if author == "customer" else principal.actor
            add = messages.add_note if visibility == "internal" else messages.add_public
            message = add(tx, ticket.id, speaker, body)

            def speak(dossier: Dossier, world: World) -> list[Event]:
                if author == "customer":
                    tier = tier_of(dossier.ticket.resolved_by, world)
                    return commands.customer_writes(dossier.ticket, speaker, world.now, message, tier)
                kind = Kind.INTERNAL_NOTE if visibility == "internal" else Kind.AGENT_MESSAGE
                return commands.agent_speaks(dossier.ticket, kind, speaker, world.now, message)

            handled = self._apply(tx, ticket.id, speak)
            view = self._view(tx, handled.dossiers[ticket.id])
            said = Message(message, tx.now, speaker, body, visibility)
        return said, self._rung(handled, view)

    def timeline(self, principal: Principal, ref: str, after: int = 0, limit: int | None = None) -> list[EventView]:
        """What happened, oldest first, with the words that were said."""
        require(principal, Act.TICKET_READ)
        with self._database.reading() as tx:
            ticket = self._seen(tx, principal, ref).ticket
            public = {message.id: message for message in messages.public(tx, ticket.id)}
            notes = {note.id: note for note in messages.notes(tx, ticket.id)}
            return [
                _event_view(seq, event, notes if event.kind is Kind.INTERNAL_NOTE else public)
                for seq, event in events.timeline(tx, ticket.id, after, limit)
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

    def _command(self, principal: Principal, act: Act, ref: str, version: int | None, command: Command) -> TicketView:
        require(principal, act)
        with self._database.transaction() as tx:
            ticket_id = self._seen(tx, principal, ref, version).ticket.id
            handled = self._apply(tx, ticket_id, command)
            view = self._view(tx, handled.dossiers[ticket_id])
        return self._rung(handled, view)

    def _apply(self, tx: Transaction, ticket_id: int, command: Command) -> Handled:
        try:
            return self._handling.command(tx, ticket_id, command)
        except IllegalMove as illegal:
            raise NotAllowedNow(str(illegal)) from illegal

    def _rung(self, handled: Handled, view: TicketView) -> TicketView:
        if handled.letters:
            self._ring()
        return view

    def _seen(self, tx: Transaction, principal: Principal, ref: str, version: int | None = None) -> Dossier:
        """The dossier, if it exists, the caller sees it, and (for a change) nobody was faster than the caller."""
        found = dossiers.load(tx, [number_of(ref)], lock=version is not None)
        if not found:
            raise NotFound(f"there is no ticket {ref}")
        dossier = next(iter(found.values()))
        desk = self._handling.shelf.desks(tx).active
        if principal.role is not Role.INGEST:
            require_ticket(principal, dossier.ticket, desk)
        if version is not None and version != dossier.ticket.version:
            raise StaleVersion(
                f"{ref} has changed: you read version {version}, it is at {dossier.ticket.version}; read it again"
            )
        return dossier

    def _view(self, tx: Transaction, dossier: Dossier) -> TicketView:
        return ticket_view(dossier, self._handling.shelf.desks(tx), tx.now)


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
