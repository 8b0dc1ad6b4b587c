"""Links a new ticket with those that are about the same matter, so that somebody reads all of them as one case."""

from collections.abc import Sequence
from datetime import timedelta

from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow
from escalator.core.loops.matter import Matter, same_matter
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store import cases
from escalator.store.cases import Neighbour

from .working import Unit

# What came up long ago and came to rest is another matter, however alike the words.
LOOKS_BACK = timedelta(days=90)


def link_new(unit: Unit, opened: Dossier, words: str) -> Dossier:
    """The dossier of a ticket that was just opened with `words`, after it is linked: as a follow-up, or by them."""
    ticket = opened.ticket
    if ticket.follow_up_of is not None:
        closed = unit.find(f"T-{ticket.follow_up_of}").ticket
        return _join(unit, ticket, [(closed.id, closed.case)], f"it goes on where {closed.ref} was closed")
    since = unit.tx.now - LOOKS_BACK
    near = cases.neighbours(unit.tx, ticket.requester, ticket.id, since)
    rules, matter = unit.desks.active.loops, _matter(ticket, words)
    same = [(other, why) for other in near if (why := same_matter(matter, _matter_of(other), rules))]
    if not same:
        return opened
    return _join(unit, ticket, [(other.id, other.case) for other, _ in same], same[0][1])


def link(unit: Unit, ticket: Ticket, other: Ticket) -> Dossier:
    """Somebody has seen that both are one matter; both are locked."""
    if ticket.id == other.id:
        raise NotAllowedNow(f"{ticket.ref} is itself; name another ticket")
    if ticket.case is not None and ticket.case == other.case:
        raise NotAllowedNow(f"{ticket.ref} and {other.ref} are linked already")
    return _join(unit, ticket, [(other.id, other.case)], f"{unit.principal.name} says that it is one matter")


def _join(unit: Unit, ticket: Ticket, others: Sequence[tuple[int, int | None]], why: str) -> Dossier:
    """All of them, and what they were linked with before, become one case, named by its oldest ticket.

    They are put under it before anything is said of it, so that each is judged by what all of them show.
    """
    known = {case for _, case in (*others, (ticket.id, ticket.case)) if case is not None}
    numbers = {ticket.id, *(number for number, _ in others)}.union(*(cases.members(unit.tx, case) for case in known))
    head = min(numbers)
    others_named = [f"T-{number}" for number, _ in others]
    new = numbers.difference(cases.members(unit.tx, head))
    cases.put(unit.tx, new, head)

    def join(dossier: Dossier, world: World) -> list[Event]:
        if dossier.ticket.id not in new:
            return []
        to = others_named if dossier.ticket.id == ticket.id else [ticket.ref]
        data = {"case": head, "with": to, "why": why}
        return [Event(Kind.LINKED, world.now, unit.principal.actor, unit.cause, data)]

    return unit.noted(unit.handling.handle(unit.tx, numbers, join)).dossiers[ticket.id]


def _matter(ticket: Ticket, words: str) -> Matter:
    return Matter(ticket.ref, ticket.requester.email, ticket.requester.organization, ticket.subject, words)


def _matter_of(other: Neighbour) -> Matter:
    return Matter(f"T-{other.id}", other.requester, other.organization, other.subject, other.body)
