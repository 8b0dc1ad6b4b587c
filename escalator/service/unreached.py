"""Whom a letter did not reach: a colleague is gone past by the ladder, a customer is not written to again."""

from datetime import timedelta

from escalator.core.dossier import Dossier, World
from escalator.core.escalation.unreached import unreached
from escalator.core.mail.suppressing import Cause
from escalator.core.ticket.events import Event
from escalator.store import heartbeats, outbox, people, suppressions
from escalator.store.database import Transaction
from escalator.store.outbox import Letter

from . import customers_unreached
from .handling import Handling
from .mailbag import OUTBOUND_HOLD

# So many colleagues do not lose their mailboxes in an hour: it is our relay that refuses.
REFUSALS_THAT_HOLD, REFUSALS_WITHIN = 3, timedelta(hours=1)


def note(tx: Transaction, letter: Letter, why: str) -> None:
    """Who was to get it is not written to any more.

    A customer whose mail bounces is nobody of the desk, though they may share an address with one.
    """
    if letter.is_for_customer:
        customers_unreached.write_no_more(tx, letter, why)
    else:
        _mark(tx, letter.recipient, why)


def came_back(tx: Transaction, handling: Handling, letter: Letter, why: str) -> None:
    """A letter that was taken by a server and did not arrive."""
    outbox.came_back(tx, letter.key, why)
    note(tx, letter, why)
    if letter.is_for_customer:
        customers_unreached.say_so(tx, handling, letter, why)
    else:
        go_on_without(tx, handling, letter)


def complained(tx: Transaction, letter: Letter) -> None:
    """Its reader calls it spam: no machine of ours writes to them again. A colleague's mail is their work."""
    if letter.is_for_customer:
        suppressions.suppress(tx, letter.recipient, Cause.COMPLAINT, "they complained about our mail")


def go_on_without(tx: Transaction, handling: Handling, letter: Letter) -> None:
    """When no channel reached the person, the ladder goes on at once; if not, the end of the window does it."""

    def go_on(dossier: Dossier, world: World) -> list[Event]:
        return unreached(
            dossier.ticket, dossier.run, letter.turn, letter.recipient, world.desks, world.staff, world.now
        )

    if letter.run and outbox.states(tx, letter.siblings) == {"dead"}:
        handling.command(tx, letter.ticket_id, go_on)


def _mark(tx: Transaction, person: str, why: str) -> None:
    """Nothing reaches this person: they are not asked again until somebody says that it does."""
    people.set_unreachable(tx, person, why)
    refused = people.unreachable(tx, tx.now - REFUSALS_WITHIN)
    if len(refused) >= REFUSALS_THAT_HOLD:
        heartbeats.throw(tx, OUTBOUND_HOLD, f"the mail server refuses {len(refused)} people", "mailer")
