"""Customers whom our mail does not reach: nothing more is sent to them, and the ticket's timeline says so."""

from escalator.core.dossier import Dossier, World
from escalator.core.mail.suppressing import Cause, Scope
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event
from escalator.store import suppressions, to_customers
from escalator.store.database import Transaction
from escalator.store.outbox import Letter

from .customer_letters import kinds_under
from .handling import Handling


def write_no_more(tx: Transaction, letter: Letter, why: str) -> None:
    """The address of this letter is no good; what waits for it is not tried either, and stands with the dead."""
    suppressions.suppress(tx, letter.recipient, Cause.BOUNCE, why)
    to_customers.bury(tx, letter.recipient, kinds_under(Scope.ALL), f"suppressed ({Scope.ALL}): {why}")


def say_so(tx: Transaction, handling: Handling, letter: Letter, why: str) -> None:
    """Agents see it in the ticket; other tickets say it when there is something to write about them."""

    def unreached(dossier: Dossier, world: World) -> list[Event]:
        return [commands.customer_unreached(dossier.ticket, letter.recipient, why, world.now)]

    handling.command(tx, letter.ticket_id, unreached)
