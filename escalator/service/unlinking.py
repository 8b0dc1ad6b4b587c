"""Takes a ticket out of its case, when somebody has seen that it is another matter."""

from collections.abc import Collection

from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow
from escalator.core.ticket.events import SYSTEM, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store import cases, dossiers

from .handling import Command
from .working import Unit


def unlink(unit: Unit, ticket: Ticket) -> Dossier:
    """What showed while it was linked stays in the timelines. A case of one ticket is none."""
    if ticket.case is None:
        raise NotAllowedNow(f"{ticket.ref} is linked with no other ticket")
    merged = cases.merges(unit.tx, ticket.case)
    dossiers.load(unit.tx, merged, lock=True)
    # What was merged into it goes where it goes.
    leaving = {number for number, into in merged.items() if ticket.id in (number, into)}
    stays = merged.keys() - leaving
    if sum(merged[number] is None for number in stays) < 2:
        leaving, stays = {*merged}, set()
    parts = _parts(unit, ticket.case, merged)
    gone = unit.apply(ticket, parts)
    unit.noted(unit.handling.handle(unit.tx, leaving - {ticket.id}, parts))
    if stays and min(stays) != ticket.case:
        _name_anew(unit, stays, f"{ticket.ref} is another matter")
    return gone


def _parts(unit: Unit, case: int, linked: Collection[int]) -> Command:
    def parts(dossier: Dossier, world: World) -> list[Event]:
        data = {"case": case, "with": _others(dossier, linked)}
        return [Event(Kind.UNLINKED, world.now, unit.principal.actor, unit.cause, data)]

    return parts


def _name_anew(unit: Unit, stays: Collection[int], why: str) -> None:
    """A case that lost its oldest ticket is named by the oldest that is left."""
    case = min(stays)

    def linked(dossier: Dossier, world: World) -> list[Event]:
        data = {"case": case, "with": _others(dossier, stays), "why": why}
        return [Event(Kind.LINKED, world.now, SYSTEM, unit.cause, data)]

    cases.put(unit.tx, stays, case)
    unit.noted(unit.handling.handle(unit.tx, stays, linked))


def _others(dossier: Dossier, linked: Collection[int]) -> list[str]:
    return [f"T-{number}" for number in sorted(linked) if number != dossier.ticket.id]
