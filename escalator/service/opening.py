"""How a ticket comes into being: its number, its first message, its queue; live and imported ones alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid
from escalator.core.opening import Opening, created
from escalator.core.ticket.events import SYSTEM, Actor, Event
from escalator.core.ticket.ticket import PRIORITIES
from escalator.store import dossiers, messages
from escalator.store.cases import Neighbour
from escalator.store.database import Transaction
from escalator.store.tables import LIVE

from . import hearing, linking
from .handling import Handled, Handling
from .linking import Kin


@dataclass(frozen=True, slots=True)
class Source:
    """Where first words came from, if by mail: `whole` with what they quote, as which mail, and when it came."""

    whole: str | None = None
    mail: int | None = None
    at: datetime | None = None


SPOKEN = Source()
"""What was said by other means, now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket(Opening):
    """What is needed to open a ticket. `author` says who speaks in `body`: the customer, or an agent for them."""

    body: str
    author: str = "customer"
    channel: str = "api"


def open_ticket(
    tx: Transaction,
    handling: Handling,
    new: NewTicket,
    author: Actor,
    lane: str = LIVE,
    import_key: str | None = None,
    cause: str = "import",
    inherited: Mapping[str, Any] | None = None,
    source: Source = SPOKEN,
) -> Handled:
    """Puts a new ticket into its queue and starts its clocks, as of when its words came.

    `inherited` are the facts of `core.ticket.following` that a follow-up takes over, its queue among them.
    """
    if new.priority not in PRIORITIES:
        raise Invalid("unknown priority", {"priority": [f"must be one of {', '.join(PRIORITIES)}"]})
    ticket_id, facts = dossiers.open_row(tx, lane, import_key), inherited or {}
    kin = _kin(tx, handling, ticket_id, new, facts) if lane == LIVE else None
    if kin is not None:
        linking.gather(tx, kin)
        facts = {**facts, **kin.facts}
    said = (author, new.body, source.at, source.whole, source.mail)
    message = messages.add_public(tx, ticket_id, *said) if new.body else None

    def opens(_: Dossier, world: World) -> list[Event]:
        desk = world.desks.active
        marks = hearing.of_customer(f"{new.subject}\n{new.body}", desk) if author.kind == "customer" else {}
        at = source.at or world.now
        return [created(new, author, at, desk, message=message, cause=cause, inherited=facts, marks=marks)]

    opened = handling.command(tx, ticket_id, opens, lane)
    beside = linking.note(tx, handling, kin, ticket_id, SYSTEM, cause).letters if kin is not None else 0
    return replace(opened, beside=beside)


def _kin(
    tx: Transaction, handling: Handling, number: int, new: NewTicket, inherited: Mapping[str, Any]
) -> Kin | None:
    if "follow_up_of" in inherited:
        return linking.kin_of_follow_up(tx, inherited["follow_up_of"])
    said = Neighbour(number, None, new.requester, new.subject, new.body)
    return linking.kin_of(tx, said, handling.shelf.desks(tx).active)
