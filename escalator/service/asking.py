"""Asking the customer for something: the question goes out and the ticket waits for their answer, in one step."""

from collections.abc import Mapping
from typing import Any

from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import IllegalMove, Trigger, allowed
from escalator.store import messages

from . import hearing, reviews
from .hearing import Marks
from .working import Unit

Options = Mapping[str, Any]


def ask(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
    """Puts one of the desk's questions, or `body`, to the customer and waits; without either it only waits.

    A question that a second person must read first is held; the ticket waits once it is released. What is said
    may show that the case goes in circles: then a ladder has it, and it is not left waiting either.
    """
    if Trigger.ASK not in allowed(ticket.status):
        raise IllegalMove(ticket.status, Trigger.ASK)
    text = _question(unit, ticket, options)
    if not text:
        return _wait(unit, ticket, None)
    if why := reviews.why_held(unit, ticket, text, by_hand=False):
        _, held = reviews.hold(unit, ticket, text, why, asks=True)
        return held
    marks = hearing.of_agent(unit.tx, ticket, text, unit.desks.active)
    question = messages.add_public(unit.tx, ticket.id, unit.principal.actor, text)
    said = _say(unit, ticket, question, marks)
    return _wait(unit, said.ticket, question) if Trigger.ASK in allowed(said.ticket.status) else said


def _say(unit: Unit, ticket: Ticket, question: int, marks: Marks) -> Dossier:
    def say(dossier: Dossier, world: World) -> list[Event]:
        actor = unit.principal.actor
        return commands.agent_speaks(dossier.ticket, Kind.AGENT_MESSAGE, actor, world.now, question, marks)

    return unit.apply(ticket, say)


def _wait(unit: Unit, ticket: Ticket, question: int | None) -> Dossier:
    def wait(dossier: Dossier, world: World) -> list[Event]:
        return [commands.ask(dossier.ticket, unit.principal.actor, world.now, question)]

    return unit.apply(ticket, wait)


def _question(unit: Unit, ticket: Ticket, options: Options) -> str:
    """The words of the question, with the names filled in."""
    name, body = options.get("template"), options.get("body")
    if name is None or body is not None:
        return _own_words(name, body)
    desk = unit.desks.active
    templates = desk.asking.templates
    if name not in templates:
        known = f"must be one of {', '.join(templates)}" if templates else "the desk has none; give a body"
        raise Invalid("unknown template", {"template": [known]})
    agent = desk.agents.get(unit.principal.agent or "")
    return templates[name].format_map(
        {
            "requester": ticket.requester.name or ticket.requester.email,
            "ticket": ticket.ref,
            "agent": agent.name if agent else desk.mail.name,
        }
    )


def _own_words(name: str | None, body: str | None) -> str:
    if name is not None:
        raise Invalid("one question at a time", {"body": ["goes without a template: give one of the two"]})
    return body or ""
