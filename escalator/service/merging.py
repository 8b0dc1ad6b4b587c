"""Merging two tickets: both change in one transaction, and nothing that is owed to the customer is lost."""

from escalator.core.consequences import caused
from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow
from escalator.core.merging import merging
from escalator.core.ticket.events import Actor, Event
from escalator.core.ticket.ticket import Ticket
from escalator.store import dossiers
from escalator.store.database import Transaction
from escalator.store.tables import LIVE

from . import linking
from .handling import Handled, Handling


def merge(
    tx: Transaction, handling: Handling, source: int, survivor: int, actor: Actor, cause: str, lane: str = LIVE
) -> tuple[Handled, ...]:
    """What came of it: of what fell due on the source before, of the cases that became one, of the survivor, and
    of the source in the end.

    What fell due before on either is settled first, and what either was linked with becomes one case, so that nothing
    of the matter is left alone. The caller has locked both. Raises `NotAllowedNow` or
    `IllegalMove`, and then changes nothing.
    """
    if source == survivor:
        raise NotAllowedNow(f"T-{source} cannot be merged into itself")
    settled = handling.command(tx, source, lambda *_: [], lane)
    joined = _joined(tx, handling, settled.dossiers[source].ticket, survivor, actor, cause)
    left = joined.dossiers.get(source, settled.dossiers[source])

    def absorb(dossier: Dossier, world: World) -> list[Event]:
        at = max(filter(None, (world.now, left.ticket.changed_at)))
        events = merging(left, dossier, actor, at, world.desks)
        closing.extend(caused(event, cause) for event in events[0])
        return [caused(event, cause) for event in events[1]]

    closing: list[Event] = []
    absorbed = handling.command(tx, survivor, absorb, lane)
    return settled, joined, absorbed, handling.command(tx, source, lambda *_: closing, lane)


def _joined(tx: Transaction, handling: Handling, source: Ticket, survivor: int, actor: Actor, cause: str) -> Handled:
    """The case of the source, if it has one, and that of the survivor."""
    found = dossiers.load(tx, [survivor]) if source.case is not None else {}
    if survivor not in found or found[survivor].ticket.case == source.case:
        return Handled({}, {})
    other = found[survivor].ticket
    return linking.join(tx, handling, source, other, f"{source.ref} was merged into {other.ref}", actor, cause)
