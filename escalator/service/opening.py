"""How a ticket comes into being: its number, its first message, its queue; live and imported ones alike."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import PRIORITIES, Requester
from escalator.store import dossiers, messages
from escalator.store.database import Transaction
from escalator.store.tables import LIVE

from .handling import Handled, Handling


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """What is needed to open a ticket. `author` says who speaks in `body`: the customer, or an agent for them."""

    subject: str
    body: str
    requester: Requester
    priority: str = "normal"
    tags: tuple[str, ...] = ()
    channel: str = "api"
    author: str = "customer"


def open_ticket(
    tx: Transaction,
    handling: Handling,
    new: NewTicket,
    author: Actor,
    lane: str = LIVE,
    import_key: str | None = None,
    cause: str = "import",
    inherited: Mapping[str, Any] | None = None,
) -> Handled:
    """Puts a new ticket into the desk's first queue and starts its clocks.

    `inherited` are the facts of `core.ticket.following` that a follow-up takes over, its queue among them.
    """
    if new.priority not in PRIORITIES:
        raise Invalid("unknown priority", {"priority": [f"must be one of {', '.join(PRIORITIES)}"]})
    ticket_id = dossiers.open_row(tx, lane, import_key)
    message = messages.add_public(tx, ticket_id, author, new.body) if new.body else None

    def created(_: Dossier, world: World) -> list[Event]:
        facts = _facts(new, inherited or {}, world)
        return [Event(Kind.CREATED, world.now, author, cause, data={**facts, "message": message})]

    return handling.command(tx, ticket_id, created, lane)


def _facts(new: NewTicket, inherited: Mapping[str, Any], world: World) -> dict[str, Any]:
    desk = world.desks.active
    queue = {"team": desk.default_team, "level": desk.teams[desk.default_team].tier}
    facts = {
        "subject": new.subject,
        "requester": asdict(new.requester),
        "channel": new.channel,
        "priority": new.priority,
        "tags": list(new.tags),
    }
    gone = inherited.get("team") not in desk.teams
    return {**facts, **queue, **inherited, **(queue if gone else {})}
