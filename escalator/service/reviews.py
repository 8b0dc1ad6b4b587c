"""Replies that a second person reads: held when they are written, then released (perhaps edited) or returned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from escalator.core import reviewing
from escalator.core.access import Act, Principal, require
from escalator.core.dossier import Dossier, World
from escalator.core.escalation.reviews import reviewer
from escalator.core.loops.reading import topics_of
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event
from escalator.core.ticket.reviews import Held
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Trigger, allowed
from escalator.store import messages, replies

from . import hearing
from .working import Unit, Workplace

Options = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HeldView:
    """A held reply with its words, for those who work on the ticket."""

    held: Held
    body: str


def why_held(unit: Unit, ticket: Ticket, body: str, by_hand: bool) -> str:
    """Why a public reply of the caller waits for a second pair of eyes; empty if it goes out."""
    if by_hand:
        return reviewing.BY_HAND
    desk = unit.desks.active
    if reviewing.reads_for_others(unit.principal, ticket, desk):
        return ""
    return reviewing.why_held(body, unit.principal.actor.name, topics_of(body, desk.topics), desk)


def hold(unit: Unit, ticket: Ticket, body: str, why: str, asks: bool = False) -> tuple[int, Dossier]:
    """Keeps the reply back, and asks somebody to read it; gives its number. `asks`: it puts a question."""
    author = unit.principal.actor
    number = replies.hold(unit.tx, ticket.id, author.name, body)

    def held(dossier: Dossier, world: World) -> list[Event]:
        desk = world.desks.active
        who = reviewer(dossier.ticket, author.name, desk, world.staff, world.now)
        event = reviewing.hold(dossier.ticket, number, why, author, world.now, desk, who)
        return [replace(event, data={**event.data, "is_question": True}) if asks else event]

    return number, unit.apply(ticket, held)


def release(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
    """The reply goes out as its author's word, in the words of its reviewer if they changed it."""
    one = _to_be_read(unit, ticket, options["reply"])
    written = replies.held(unit.tx, [one.id])[one.id]
    body = options.get("body", written.body)
    marks = hearing.of_agent(unit.tx, ticket, body, unit.desks.active)
    message = messages.add_public(unit.tx, ticket.id, reviewing.author_of(one), body)

    def released(dossier: Dossier, world: World) -> list[Event]:
        edited, lead = body != written.body, unit.principal.actor
        return reviewing.release(dossier.ticket, one, message, marks, edited, lead, world.now)

    out = unit.apply(ticket, released)
    if not one.asks or Trigger.ASK not in allowed(out.ticket.status):
        return out
    asker = reviewing.author_of(one)
    return unit.apply(out.ticket, lambda after, world: [commands.ask(after.ticket, asker, world.now, message)])


def give_back(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
    """The reply does not go out; its author is told why."""
    one = _to_be_read(unit, ticket, options["reply"])
    note = messages.add_note(unit.tx, ticket.id, unit.principal.actor, options["note"])
    return unit.apply(ticket, lambda _, world: reviewing.give_back(one, note, unit.principal.actor, world.now))


def _to_be_read(unit: Unit, ticket: Ticket, number: int) -> Held:
    """The reply, if the caller may read it for its author."""
    one = reviewing.find(ticket, unit.find(ticket.ref).held, number)
    reviewing.require_second_eyes(unit.principal, one, ticket, unit.desks.active)
    return one


def listing(workplace: Workplace, principal: Principal, ref: str) -> Sequence[HeldView]:
    """The replies that a ticket holds, with their words; only who works on tickets sees them."""
    require(principal, Act.TICKET_CHANGE)
    with workplace.reading(principal) as unit:
        held = unit.find(ref).held
        words = replies.held(unit.tx, [one.id for one in held])
        return [HeldView(one, words[one.id].body) for one in held]
