"""Links tickets that are about the same matter, so that somebody reads all of them as one case."""

from collections.abc import Mapping, Sequence
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
    before: Mapping[int, int | None]

    @property
    def moved(self) -> tuple[int, ...]:
        """In the order of their numbers."""
        return tuple(sorted(number for number, case in self.before.items() if case != self.case))

    @property
    def facts(self) -> dict[str, Any]:
        """What the event of a ticket that joins says."""
        return {"case": self.case, "with": [f"T-{number}" for number in self.of], "why": self.why}


def kin_of(tx: Transaction, new: Neighbour, desk: Desk) -> Kin | None:
    """What a ticket that is about to be opened is about, if others are about it too."""
    firm = desk.organization_of(new.requester)
    cases.alone(tx, new.requester, firm)
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

    handled = handling.handle(tx, kin.moved, linked)
    for number in handled.failures:
        # What cannot be computed has not been told, so it has not been moved either: the sweep says what is wrong.
        cases.put(tx, [number], kin.before[number])
    return handled


def link(unit: Unit, ticket: Ticket, other: Ticket) -> Dossier:
    """Somebody has seen that both are one matter; both are locked."""
    if ticket.id == other.id:
        raise NotAllowedNow(f"{ticket.ref} is itself; name another ticket")
    if ticket.case is not None and ticket.case == other.case:
        raise NotAllowedNow(f"{ticket.ref} and {other.ref} are linked already")
    why, actor = f"{unit.principal.name} says that it is one matter", unit.principal.actor
    handled = unit.noted(join(unit.tx, unit.handling, ticket, other, why, actor, unit.cause))
    for failure in handled.failures.values():
        raise failure
    return handled.dossiers.get(ticket.id) or unit.find(ticket.ref)


def join(
    tx: Transaction, handling: Handling, ticket: Ticket, other: Ticket, why: str, actor: Actor, cause: str
) -> Handled:
    """Both, which are locked, become one case with all that either was linked with before; gives those that moved."""
    desk = handling.shelf.desks(tx).active
    for one in sorted((ticket, other), key=lambda each: each.requester.email):
        cases.alone(tx, one.requester, desk.organization_of(one.requester))
    # Read again: while we waited, others may have been linked with either.
    now = dossiers.load(tx, [ticket.id, other.id])
    both = [(number, now[number].ticket.case) for number in (other.id, ticket.id)]
    kin = replace(_kin(tx, both, why), of=(other.id,))
    gather(tx, kin)
    return note(tx, handling, kin, ticket.id, actor, cause)


def _kin(tx: Transaction, others: Sequence[tuple[int, int | None]], why: str) -> Kin:
    """They, and what they were linked with before, become one case."""
    before = dict(others)
    for case in {case for _, case in others if case is not None}:
        before |= dict.fromkeys(cases.members(tx, case), case)
    return Kin(min(before), tuple(number for number, _ in others), why, before)


def _matter_of(ticket: Neighbour, desk: Desk) -> Matter:
    firm = desk.organization_of(ticket.requester)
    organization = firm.name if firm else ticket.requester.organization
    return Matter(f"T-{ticket.id}", ticket.requester, organization, ticket.subject, ticket.body, ticket.case)
