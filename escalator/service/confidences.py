"""Whether a reply that somebody mailed would tell a customer what the desk wrote for itself (guarantees.md, C1)."""

from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.policy import default

from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.repeating import gives_away, repeats
from escalator.core.ticket.ticket import Ticket
from escalator.store import confidences

from .following import last_of
from .working import Unit

UNSURE = "what was quoted could not be told from what was written, so it stayed a note"
REPEATS = "it repeats what the desk wrote for itself, so it stayed a note"
GIVES_AWAY = "a link or an address stands in it that is meant for the desk alone, so it stayed a note"
FILES = "files cannot be sent to customers by mail yet, so all of it stayed inside"


def why_inside(unit: Unit, mail: IncomingMail, ref: str, words: str) -> str:
    """Why `words`, meant for the customer, stay inside; empty when nothing speaks against them."""
    if mail.attachments:
        return FILES
    if not mail.sure:
        return UNSURE
    if gives_away(words, unit.handling.letter_desk.stamps.base_url, unit.desks.active.mail.address):
        return GIVES_AWAY
    ticket = unit.find(ref).ticket
    tickets = sorted({ticket.id, last_of(unit.tx, ticket)})
    return REPEATS if repeats(words, _inside(unit, tickets), _outside(unit, ticket, tickets)) else ""


def _inside(unit: Unit, tickets: Sequence[int]) -> Iterator[str]:
    person = unit.principal.actor.name
    yield from confidences.notes(unit.tx, tickets, person)
    yield from confidences.held_back(unit.tx, tickets)
    yield from map(_text_of, confidences.letters(unit.tx, tickets, person))


def _outside(unit: Unit, ticket: Ticket, tickets: Sequence[int]) -> Iterator[str]:
    """What the customer knows: words in a letter that are theirs give nothing away."""
    yield from confidences.said(unit.tx, tickets)
    yield from (ticket.subject, f"{ticket.requester.name}\n{ticket.requester.organization}")


def _text_of(letter: bytes) -> str:
    """The text of a letter of ours."""
    body = message_from_bytes(letter, policy=default).get_body(("plain",))
    return str(body.get_content()) if body else ""
