"""What is said about a case, by the customer or an agent, and the ticket in which it is heard."""

from dataclasses import dataclass, replace
from datetime import datetime

from escalator.core.access import Act, Principal, require
from escalator.core.dossier import Dossier, World
from escalator.core.errors import ForeignTicket, Invalid
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status
from escalator.store import dossiers, messages

from . import hearing, reviews
from .actions import tier_of
from .following import last_of, open_follow_up
from .handling import Command
from .hearing import Marks
from .opening import Source
from .views import SaidView, TicketView
from .working import Unit, Workplace


class MovedOn(Exception):
    """The conversation went on in another ticket while its lock was waited for: begin again in a new transaction."""


HELD = "held"
"""Whose eyes a held reply is for: a second pair, and nobody outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What somebody says: `author` is customer or agent, `visibility` public or internal.

    `hold` asks that a second person read it before it goes out. What came by mail says as which one (`mail`), who on
    the ticket wrote it (`speaker`; empty: its requester), `whole` with what it quotes, and when it came (`at`).
    """

    body: str
    visibility: str
    author: str
    hold: bool = False
    speaker: str = ""
    whole: str | None = None
    mail: int | None = None
    at: datetime | None = None

    @property
    def of_customer(self) -> bool:
        return self.author == "customer"

    @property
    def internal(self) -> bool:
        return self.visibility == "internal"


Said = tuple[SaidView, TicketView | None]


def say(workplace: Workplace, principal: Principal, ref: str, version: int | None, words: Words) -> Said:
    """Adds a message to the ticket in which it belongs; gives that ticket too if the caller sees it.

    An internal note stays where it is put. Public words for a closed ticket go to what it was merged into, or to its
    follow-up; what the customer says opens one if there is none.
    """
    if words.of_customer and words.internal:
        raise Invalid("a customer writes no internal notes", {"visibility": ["must be public for a customer"]})
    if words.hold and (words.of_customer or words.internal):
        raise Invalid("nothing to hold", {"hold": ["goes with a public reply of an agent only"]})
    require(principal, Act.MESSAGE_CUSTOMER if words.of_customer else Act.MESSAGE_AGENT)
    said: Said | None = None
    while said is None:
        with workplace.unit(principal) as unit:
            said = hear(unit, ref, version, words)
    return said


def hear(unit: Unit, ref: str, version: int | None, words: Words) -> Said | None:
    """Enters the words in the caller's transaction, or None: then nothing was written, and another one is needed."""
    return (_note if words.internal else _say)(unit, ref, version, words)


def _note(unit: Unit, ref: str, version: int | None, words: Words) -> Said:
    ticket = unit.take_up(ref, version)
    message = messages.add_note(unit.tx, ticket.id, unit.principal.actor, words.body, words.mail)
    return _spoken(unit, ticket, unit.principal.actor, message, words)


def _say(unit: Unit, ref: str, version: int | None, words: Words) -> Said | None:
    """None when the conversation moved on to another ticket while we waited for the lock of this one.

    Then a new transaction follows it. No transaction locks two tickets here, so none waits for another in a ring.
    """
    named = unit.find(ref).ticket
    number = last_of(unit.tx, named)
    ticket = unit.settled(dossiers.load(unit.tx, [number], lock=True)[number]).ticket
    unit.require_version(ticket if ticket.id == named.id else named, version)
    if ticket.status is Status.CLOSED and last_of(unit.tx, unit.find(ref).ticket) != ticket.id:
        return None
    if words.of_customer:
        return _customer_says(unit, ticket, Actor("customer", words.speaker or named.requester.email), words)
    if ticket.id != named.id and not unit.sees(ticket):
        raise ForeignTicket(f"{ref} goes on in {ticket.ref}, which you do not see; ask a lead to answer there")
    if why := reviews.why_held(unit, ticket, words.body, words.hold):
        number, dossier = reviews.hold(unit, ticket, words.body, why)
        return _said(unit, dossier, unit.principal.actor, number, replace(words, visibility=HELD))
    marks = hearing.of_agent(unit.tx, ticket, words.body, unit.desks.active)
    message = _kept(unit, ticket, unit.principal.actor, words)
    return _spoken(unit, ticket, unit.principal.actor, message, words, marks)


def _customer_says(unit: Unit, ticket: Ticket, customer: Actor, words: Words) -> Said:
    """Who hands on the customer's words need not see where they are heard."""
    if ticket.status is not Status.CLOSED:
        message = _kept(unit, ticket, customer, words)
        return _spoken(unit, ticket, customer, message, words, hearing.of_customer(words.body, unit.desks.active))
    source = Source(words.whole, words.mail, words.at)
    opened = unit.noted(
        open_follow_up(unit.tx, unit.handling, ticket, customer, words.body, unit.cause, source=source)
    )
    (follow_up,) = opened.dossiers.values()
    return _said(unit, follow_up, customer, messages.first_of(unit.tx, follow_up.ticket.id), words)


def _kept(unit: Unit, ticket: Ticket, author: Actor, words: Words) -> int:
    return messages.add_public(unit.tx, ticket.id, author, words.body, words.at, words.whole, words.mail)


def _spoken(
    unit: Unit, ticket: Ticket, speaker: Actor, message: int, words: Words, marks: Marks = hearing.NOTHING
) -> Said:
    return _said(unit, unit.apply(ticket, _speaking(speaker, words, message, marks)), speaker, message, words)


def _said(unit: Unit, dossier: Dossier, speaker: Actor, message: int, words: Words) -> Said:
    ticket = dossier.ticket
    said = SaidView(message, unit.tx.now, speaker, words.body, words.visibility, ticket.ref)
    return said, unit.view(dossier) if unit.sees(ticket) else None


def _moment(dossier: Dossier, world: World, words: Words) -> datetime:
    """When the words came in, not when somebody had time to read them; time does not run backwards on a ticket."""
    came = words.at or world.now
    return max(filter(None, (came, dossier.ticket.changed_at)), default=came)


def _speaking(speaker: Actor, words: Words, message: int, marks: Marks) -> Command:
    """What a message does to its ticket."""

    def speak(dossier: Dossier, world: World) -> list[Event]:
        if words.of_customer:
            tier = tier_of(dossier.ticket.resolved_by, world)
            return commands.customer_writes(
                dossier.ticket, speaker, _moment(dossier, world, words), message, tier, marks
            )
        kind = Kind.INTERNAL_NOTE if words.internal else Kind.AGENT_MESSAGE
        return commands.agent_speaks(dossier.ticket, kind, speaker, world.now, message, marks)

    return speak
