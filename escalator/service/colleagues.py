"""What people of the desk write from their mail client: a note, a reply to the customer, or an order."""

from escalator.core.errors import EscalatorError
from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.orders import Orders, orders_in
from escalator.core.mail.threading import Course
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.workflow import IllegalMove
from escalator.store import messages
from escalator.store.incoming import Kept

from . import conversation
from .actions import ACTIONS
from .conversation import Words
from .working import Unit

A_LINE = 20
"""Characters of a line that nobody writes twice by chance."""
UNSURE = "what was quoted could not be told from what was written, so it stayed a note"


class Refused(Exception):
    """An order cannot be done; the sentence is for the colleague. Nothing of their mail may stay half done."""


def write(unit: Unit, kept: Kept, mail: IncomingMail, ticket: int, *, public: bool) -> str:
    """Does what the mail of `unit.principal` says; gives its course. Raises `Refused`.

    Public is what goes to an address for replies, unless the mail says `#note` or it is in doubt which words are
    theirs: what they quote may be our notes (mail.md, 6).
    """
    orders = orders_in(mail.reply)
    doubtful = not mail.sure or _repeats_a_note(unit, ticket, orders.words)
    outward = public and not orders.note and not doubtful
    _in_order(unit, kept, mail, f"T-{ticket}", orders, outward)
    if public and not orders.note and doubtful and orders.words:
        tell(unit, ticket, UNSURE)
    return Course.REPLY if outward and orders.words else Course.NOTE


def _in_order(unit: Unit, kept: Kept, mail: IncomingMail, ref: str, orders: Orders, outward: bool) -> None:
    try:
        if orders.take:
            _do(unit, ref, "acknowledge")
        if orders.words:
            _say(unit, kept, mail, ref, orders, outward)
        if orders.resolve:
            _do(unit, ref, "resolve")
    except (EscalatorError, IllegalMove) as refused:
        raise Refused(str(refused)) from refused


def _repeats_a_note(unit: Unit, ticket: int, words: str) -> bool:
    """Whether a line of a note stands in it: what is quoted without any sign cannot be cut (guarantees.md, C1)."""
    lines = {line.strip() for line in words.splitlines()}
    noted = (line.strip() for note in messages.notes_on(unit.tx, ticket) for line in note.splitlines())
    return any(len(line) >= A_LINE and line in lines for line in noted)


def keep_as_note(unit: Unit, kept: Kept, mail: IncomingMail, ticket: int, why: str) -> None:
    """What could not be done as it was ordered: the words stay, inside, and their author hears why."""
    words = Words(body=mail.reply.strip() or mail.text.strip(), visibility="internal", author="agent", mail=kept.id)
    if words.body:
        conversation.hear(unit, f"T-{ticket}", None, words)
    tell(unit, ticket, why)


def tell(unit: Unit, ticket: int, why: str) -> None:
    """Their mail did not do what it asks for, or not all of it: whoever wrote it must know."""
    data = {"person": unit.principal.agent, "why": why}
    found = unit.find(f"T-{ticket}").ticket
    unit.apply(found, lambda _, world: [Event(Kind.MAIL_REFUSED, world.now, data=data)])


def _do(unit: Unit, ref: str, action: str) -> None:
    ACTIONS[action].do(unit, unit.take_up(ref, None), {})


def _say(unit: Unit, kept: Kept, mail: IncomingMail, ref: str, orders: Orders, outward: bool) -> None:
    words = Words(
        body=orders.words,
        visibility="public" if outward else "internal",
        author="agent",
        whole=mail.text if outward and mail.text.strip() != orders.words else None,
        mail=kept.id,
    )
    if conversation.hear(unit, ref, None, words) is None:
        raise conversation.MovedOn
