"""What a person lets in after all, as the words of whoever wrote it, and of whoever that is."""

from escalator.core.access import Principal
from escalator.core.mail.incoming import IncomingMail, MailClass
from escalator.core.mail.suppressing import Cause
from escalator.core.mail.threading import Course
from escalator.store import suppressions
from escalator.store.incoming import Kept, State

from . import conversation
from .conversation import MovedOn, Words
from .mailroom import CUSTOMERS, Entered, Mailroom, address_of, body_of, join, keep_files, opened


def release(room: Mailroom, kept: Kept, mail: IncomingMail, ticket: int | None, by: Principal) -> Entered:
    """Enters the mail into `ticket`, else into a new one; raises `MovedOn`.

    Whoever wrote it is on the ticket from now on. A machine is still not answered, and what a colleague wrote stays
    inside: it was never meant for the customer.
    """
    sender = address_of(mail)
    if mail.kind is not MailClass.HUMAN and sender:
        suppressions.suppress(room.tx, sender, Cause.MACHINE, "its mail was written by a machine")
    if ticket is not None and _is_colleague(room, kept, mail):
        entered = _as_note(room, kept, mail, ticket, by)
    else:
        entered = opened(room, kept, mail) if ticket is None else join(room, kept, mail, ticket, sender)
    keep_files(room, kept, mail, entered)
    return entered


def _is_colleague(room: Mailroom, kept: Kept, mail: IncomingMail) -> bool:
    """Whether it came from the desk, or to an address as it is given to somebody there, valid or not."""
    agents = {known.casefold() for known in room.handling.shelf.desks(room.tx).active.agents}
    sender = address_of(mail)
    addresses = (*kept.envelope_to, *(box.address for box in (*mail.to, *mail.cc)))
    return sender.casefold() in agents or any(map(room.own.is_for_desk, addresses))


def _as_note(room: Mailroom, kept: Kept, mail: IncomingMail, ticket: int, by: Principal) -> Entered:
    unit = room.unit(CUSTOMERS, kept.id)
    unit.principal = Principal(CUSTOMERS.role, by.name, by.agent)
    words = Words(
        body=f"{address_of(mail)} wrote by mail:\n\n{body_of(mail)}",
        visibility="internal",
        author="agent",
        mail=kept.id,
    )
    if conversation.hear(unit, f"T-{ticket}", None, words) is None:
        raise MovedOn
    room.letters += unit.letters
    return Entered(State.SETTLED, Course.NOTE, ticket)
