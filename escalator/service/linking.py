"""Links tickets that are about the same matter, so that somebody reads all of them as one case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow
from escalator.core.loops.matter import Matter, same_matters
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store import cases, dossiers
from escalator.store.cases import Neighbour
from escalator.store.database import Transaction

from .handling import Handled, Handling
from .working import Unit

# What came up long ago and came to rest is another matter, however alike the words.
LOOKS_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Kin:
    """The case that a ticket belongs to, named by its oldest ticket; `moved` are those that come to it with this one.

    `of` are the tickets that it is linked to, and `why` says so in a sentence.
    """

    case: int
    of: tuple[int, ...]
    why: str
    moved: tuple[int, ...]

    @property
    def facts(self) -> dict[str, Any]:
        """What the event of a ticket that joins says."""
        return {"case": self.case, "with": [f"T-{number}" for number in self.of], "why": self.why}


def kin_of(tx: Transaction, new: Neighbour, desk: Desk) -> Kin | None:
    """What a ticket that is about to be opened is about, if others are about it too."""
    firm = desk.organization_of(new.requester)
    others = cases.neighbours(tx, new.requester, firm, new.id, tx.now - LOOKS_BACK)
    near = {f"T-{other.id}": other for other in others}
    same = same_matters(_matter_of(new, desk), [_matter_of(other, desk) for other in near.values()], desk.loops)
    linked = [near[matter.ref] for matter, _ in same]
    return _kin(tx, [(other.id, other.case) for other in linked], same[0][1]) if same else None


def kin_of_follow_up(tx: Transaction, number: int) -> Kin:
    """The case of a follow-up is that of the closed ticket which it continues."""
    closed = dossiers.load(tx, [number])[number].ticket
    return _kin(tx, [(closed.id, closed.case)], f"it goes on where {closed.ref} was closed")


def gather(tx: Transaction, kin: Kin) -> None:
    """Puts the others under the case before the newcomer is judged, so that it is judged by what all of them show.

    Their rows are locked in the order of their numbers, like everywhere.
    """
    dossiers.load(tx, kin.moved, lock=True)
    cases.put(tx, kin.moved, kin.case)


def note(tx: Transaction, handling: Handling, kin: Kin, newcomer: int, actor: Actor, cause: str) -> Handled:
    """Tells it in the timelines of those that were moved."""

    def linked(dossier: Dossier, world: World) -> list[Event]:
        other = {} if dossier.ticket.id == newcomer else {"with": [f"T-{newcomer}"]}
        return [Event(Kind.LINKED, world.now, actor, cause, kin.facts | other)]

    return handling.handle(tx, kin.moved, linked)


def link(unit: Unit, ticket: Ticket, other: Ticket) -> Dossier:
    """Somebody has seen that both are one matter; both are locked."""
    if ticket.id == other.id:
        raise NotAllowedNow(f"{ticket.ref} is itself; name another ticket")
    if ticket.case is not None and ticket.case == other.case:
        raise NotAllowedNow(f"{ticket.ref} and {other.ref} are linked already")
    both = [(other.id, other.case), (ticket.id, ticket.case)]
    kin = replace(_kin(unit.tx, both, f"{unit.principal.name} says that it is one matter"), of=(other.id,))
    gather(unit.tx, kin)
    actor, cause = unit.principal.actor, unit.cause
    handled = unit.noted(note(unit.tx, unit.handling, kin, ticket.id, actor, cause))
    return handled.dossiers.get(ticket.id) or unit.find(ticket.ref)


def _kin(tx: Transaction, others: Sequence[tuple[int, int | None]], why: str) -> Kin:
    """They, and what they were linked with before, become one case."""
    known = {case for _, case in others if case is not None}
    numbers = {number for number, _ in others}.union(*(cases.members(tx, case) for case in known))
    head = min(numbers)
    moved = numbers.difference(cases.members(tx, head))
    return Kin(head, tuple(number for number, _ in others), why, tuple(sorted(moved)))


def _matter_of(ticket: Neighbour, desk: Desk) -> Matter:
    firm = desk.organization_of(ticket.requester)
    organization = firm.name if firm else ticket.requester.organization
    return Matter(f"T-{ticket.id}", ticket.requester, organization, ticket.subject, ticket.body, ticket.case)
