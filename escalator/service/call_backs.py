"""Calls that customers are promised: wished for, promised, withdrawn."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from escalator.core.access import Act, Principal, Role, require
from escalator.core.desk import calling
from escalator.core.desk.calling import Wish
from escalator.core.dossier import Dossier, World
from escalator.core.errors import TooOften
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store import events
from escalator.store.database import Transaction

from .views import TicketView
from .working import Unit, Workplace

Options = Mapping[str, Any]

MOST_PROMISES, PROMISES_WITHIN = 10, timedelta(hours=1)


def wish_of(options: Options) -> Wish:
    """When and where to call, by the names that callers use."""
    return Wish(
        opens=options.get("from"),
        closes=options.get("to"),
        tz=options.get("timezone", ""),
        phone=options.get("phone", ""),
    )


def promise(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
    """A call is promised to the customer, in the window that is given or in the next one that suits both."""
    return _promised(unit, ticket, unit.principal.actor, options)


def withdraw(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    """The promise is taken back; whoever does so talks to the customer themselves."""
    why = "withdrawn by hand"
    return [calling.withdraw(dossier.ticket, dossier.call_back, principal.actor, world.now, why)]


def wish(workplace: Workplace, principal: Principal, ref: str, version: int | None, options: Options) -> TicketView:
    """A customer asks to be called, in a form or by the word of an agent; gives the ticket with the promise."""
    require(principal, Act.MESSAGE_CUSTOMER)
    with workplace.unit(principal) as unit:
        ticket = unit.take_up(ref, version)
        by_customer = principal.role is Role.INGEST
        actor = Actor("customer", ticket.requester.email) if by_customer else principal.actor
        return unit.view(_promised(unit, ticket, actor, options))


def _promised(unit: Unit, ticket: Ticket, actor: Actor, options: Options) -> Dossier:
    """Nothing happens when it is promised already, so that the customer gets no second letter about the same call."""
    wish = wish_of(options)

    def promised(dossier: Dossier, world: World) -> list[Event]:
        if calling.is_promised(dossier.ticket, dossier.call_back, wish):
            return []
        _refuse_more(unit.tx, dossier.ticket)
        return [calling.promise(dossier.ticket, dossier.call_back, wish, actor, world.now, world.desks.active)]

    return unit.apply(ticket, promised)


def _refuse_more(tx: Transaction, ticket: Ticket) -> None:
    """Each promise is a letter to the customer, and a form may be filled in by anybody."""
    if events.count(tx, ticket.id, Kind.CALL_BACK_PROMISED, tx.now - PROMISES_WITHIN) >= MOST_PROMISES:
        raise TooOften(
            f"the customer of {ticket.ref} was promised a call {MOST_PROMISES} times within an hour; "
            "let the last promise stand, or wait a little"
        )
