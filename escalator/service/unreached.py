"""Whom a letter did not reach: a colleague is gone past by the ladder, a customer is not written to again."""

from escalator.core.dossier import Dossier, World
from escalator.core.escalation.unreached import unreached
from escalator.core.mail.suppressing import COMPLAINT, Scope
from escalator.core.ticket.events import Event
from escalator.store import outbox, suppressions
from escalator.store.database import Transaction
from escalator.store.outbox import Letter

from . import customers_unreached
from .delivery import mark_unreachable
from .handling import Handling


def came_back(tx: Transaction, handling: Handling, letter: Letter, why: str) -> None:
    """A letter that was taken by a server and did not arrive."""
    outbox.came_back(tx, letter.key, why)
    if letter.is_for_customer:
        customers_unreached.write_no_more(tx, letter, why)
        customers_unreached.say_so(tx, handling, letter, why)
        return
    mark_unreachable(tx, letter.recipient, why)
    go_on_without(tx, handling, letter)


def complained(tx: Transaction, letter: Letter) -> None:
    """Its reader calls it spam: no machine of ours writes to them again. A colleague's mail is their work."""
    if letter.is_for_customer:
        suppressions.suppress(tx, letter.recipient, Scope.AUTOMATIC, COMPLAINT)


def go_on_without(tx: Transaction, handling: Handling, letter: Letter) -> None:
    """When no channel reached the person, the ladder goes on at once."""

    def go_on(dossier: Dossier, world: World) -> list[Event]:
        return unreached(
            dossier.ticket, dossier.run, letter.turn, letter.recipient, world.desks, world.staff, world.now
        )

    if letter.run and outbox.states(tx, letter.siblings) == {"dead"}:
        handling.command(tx, letter.ticket_id, go_on)
