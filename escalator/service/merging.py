"""Merging two tickets: both change in one transaction, and nothing that is owed to the customer is lost."""

from escalator.core.consequences import caused
from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow
from escalator.core.merging import merging
from escalator.core.ticket.events import Actor, Event
from escalator.store.database import Transaction
from escalator.store.tables import LIVE

from .handling import Handled, Handling


def merge(
    tx: Transaction, handling: Handling, source: int, survivor: int, actor: Actor, cause: str, lane: str = LIVE
) -> tuple[Handled, Handled, Handled]:
    """What came of it: of what fell due on the source before, of the survivor, and of the source in the end.

    What fell due before on either is settled first. The caller has locked both. Raises `NotAllowedNow` or
    `IllegalMove`, and then changes nothing.
    """
    if source == survivor:
        raise NotAllowedNow(f"T-{source} cannot be merged into itself")
    settled = handling.command(tx, source, lambda *_: [], lane)
    left = settled.dossiers[source]

    def absorb(dossier: Dossier, world: World) -> list[Event]:
        at = max(filter(None, (world.now, left.ticket.changed_at)))
        events = merging(left, dossier, actor, at, world.desks)
        closing.extend(caused(event, cause) for event in events[0])
        return [caused(event, cause) for event in events[1]]

    closing: list[Event] = []
    absorbed = handling.command(tx, survivor, absorb, lane)
    return settled, absorbed, handling.command(tx, source, lambda *_: closing, lane)
