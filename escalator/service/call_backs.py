"""Calls that customers are promised: wished for, promised, withdrawn."""

from collections.abc import Mapping
from typing import Any

from escalator.core.access import Act, Principal, Role, require
from escalator.core.desk import calling
from escalator.core.desk.calling import Wish
from escalator.core.dossier import Dossier, World
from escalator.core.ticket.events import Actor, Event

from .views import TicketView
from .working import Workplace

Options = Mapping[str, Any]


def wish_of(options: Options) -> Wish:
    """When and where to call, by the names that callers use."""
    return Wish(
        opens=options.get("from"),
        closes=options.get("to"),
        tz=options.get("timezone", ""),
        phone=options.get("phone", ""),
    )


def promise(dossier: Dossier, world: World, principal: Principal, options: Options) -> list[Event]:
    """A call is promised to the customer, in the window that is given or in the next one that suits both."""
    return [_promised(dossier, world, principal.actor, options)]


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
        after = unit.apply(ticket, lambda dossier, world: [_promised(dossier, world, actor, options)])
        return unit.view(after)


def _promised(dossier: Dossier, world: World, actor: Actor, options: Options) -> Event:
    desk, standing = world.desks.active, dossier.call_back
    return calling.promise(dossier.ticket, standing, wish_of(options), actor, world.now, desk)
