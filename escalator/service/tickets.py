"""What people do with tickets and see of them; what they say stands in `conversation`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from escalator.core import explaining
from escalator.core.access import Act, Principal, Role, require, teams_of
from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid
from escalator.core.sla.reading import Reading
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.store import digests, dossiers, events, messages
from escalator.store import tickets as lists
from escalator.store.database import Database
from escalator.store.messages import Message
from escalator.store.tickets import Filters as Filters

from . import call_backs, conversation, reviews
from .actions import ACTIONS
from .conversation import Said, Words
from .handling import Handling
from .opening import NewTicket, open_ticket
from .reviews import HeldView
from .views import EventView, TicketView
from .working import Workplace, number_of


class TicketService:
    """Use cases around tickets. `ring` is called after a commit that left letters for the mailer."""

    def __init__(self, database: Database, handling: Handling, ring: Callable[[], None]) -> None:
        self._workplace = Workplace(database, handling, ring)

    def create(self, principal: Principal, new: NewTicket) -> TicketView:
        """Opens a ticket; its clocks start at once."""
        require(principal, Act.TICKET_CREATE)
        author = principal.actor if new.author == "agent" else Actor("customer", new.requester.email)
        with self._workplace.unit(principal) as unit:
            opened = unit.noted(open_ticket(unit.tx, unit.handling, new, author, cause=unit.cause))
            (dossier,) = opened.dossiers.values()
            return unit.view(dossier)

    def get(self, principal: Principal, ref: str) -> TicketView:
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            return unit.view(unit.find(ref))

    def listing(
        self, principal: Principal, filters: Filters, limit: int, before: str | None = None
    ) -> list[TicketView]:
        """Tickets that the caller sees, newest first, from numbers under `before`."""
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            own = teams_of(principal, unit.desks.active) if principal.role is Role.AGENT else None
            number = number_of(before) if before else None
            found = lists.listing(unit.tx, filters, limit, number, own, principal.agent)
            return [unit.view(dossier) for dossier in found]

    def change(self, principal: Principal, ref: str, version: int, changes: Mapping[str, Any]) -> TicketView:
        """Changes subject, tags or priority; `version` is the one that the caller has read."""

        def edit(dossier: Dossier, world: World) -> list[Event]:
            return commands.edit(dossier.ticket, principal.actor, world.now, changes)

        require(principal, Act.TICKET_CHANGE)
        with self._workplace.unit(principal) as unit:
            return unit.view(unit.apply(unit.take_up(ref, version), edit))

    def act(
        self, principal: Principal, ref: str, version: int, action: str, options: Mapping[str, Any]
    ) -> TicketView:
        """Does one of `actions.ACTIONS` to a ticket; `options` are what that action needs and takes."""
        require(principal, Act.TICKET_CHANGE)
        if action not in ACTIONS:
            raise Invalid("unknown action", {"action": [f"must be one of {', '.join(ACTIONS)}"]})
        chosen = ACTIONS[action]
        with self._workplace.unit(principal) as unit:
            if chosen.changes is not None:
                # Locked at once, so that two who want the same ones do not wait for each other.
                dossiers.load(unit.tx, [number_of(ref), number_of(options[chosen.changes])], lock=True)
            return unit.view(chosen.do(unit, unit.take_up(ref, version), options))

    def say(
        self,
        principal: Principal,
        ref: str,
        version: int | None,
        body: str,
        visibility: str,
        author: str,
        hold: bool = False,
    ) -> Said:
        """Adds a message: of the customer, or of an agent, publicly or as an internal note.

        A public reply may have to wait for a second pair of eyes, by rule or because `hold` asks for them.
        """
        words = Words(body=body, visibility=visibility, author=author, hold=hold)
        return conversation.say(self._workplace, principal, ref, version, words)

    def wish_call(
        self, principal: Principal, ref: str, version: int | None, options: Mapping[str, Any]
    ) -> TicketView:
        """The customer wants to be called; gives the ticket with what was promised."""
        return call_backs.wish(self._workplace, principal, ref, version, options)

    def held(self, principal: Principal, ref: str) -> Sequence[HeldView]:
        """The replies that wait for a second pair of eyes."""
        return reviews.listing(self._workplace, principal, ref)

    def timeline(self, principal: Principal, ref: str, after: int = 0, limit: int | None = None) -> list[EventView]:
        """What happened, oldest first, with the words that were said."""
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            ticket = unit.find(ref).ticket
            page = events.timeline(unit.tx, ticket.id, after, limit)
            spoken = [(event.kind is Kind.INTERNAL_NOTE, event.data.get("message")) for _, event in page]
            public = messages.in_timeline(unit.tx, [number for internal, number in spoken if number and not internal])
            notes = messages.notes(unit.tx, [number for internal, number in spoken if number and internal])
            return [
                _event_view(seq, event, notes if event.kind is Kind.INTERNAL_NOTE else public) for seq, event in page
            ]

    def clocks(self, principal: Principal, ref: str) -> Sequence[Reading]:
        return self.get(principal, ref).clocks

    def explain(self, principal: Principal, ref: str) -> list[str]:
        """Why the ticket is where it is, in sentences."""
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            dossier = unit.find(ref)
            history = [event for _, event in events.timeline(unit.tx, dossier.ticket.id)]
            waiting = explaining.in_digests(digests.about(unit.tx, dossier.ticket.id), unit.desks.active)
            return [*explaining.explain(dossier, history, unit.desks, unit.tx.now), *waiting]


def _event_view(seq: int, event: Event, said: Mapping[int, Message]) -> EventView:
    message = said.get(event.data["message"]) if event.data.get("message") is not None else None
    return EventView(
        seq, event.at, str(event.kind), event.actor.kind, event.actor.name, event.cause, dict(event.data), message
    )
