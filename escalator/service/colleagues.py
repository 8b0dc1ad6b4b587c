"""What people of the desk write from their mail client: a note, a reply to the customer, or an order."""

from dataclasses import replace

from escalator.core.access import sees
from escalator.core.errors import EscalatorError
from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.orders import Orders, orders_in
from escalator.core.mail.threading import Course
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.workflow import IllegalMove
from escalator.store.confidences import KEPT_INSIDE
from escalator.store.incoming import Kept

from . import confidences, conversation
from .actions import ACTIONS
from .conversation import Words
from .working import Unit

ORDERED = "ordered"
"""The course of a mail that says nothing and has something done."""
_SHOWN = 60
UNSIGNED = "an order holds only in a mail to the address that we gave you for this ticket; its words stayed a note"

FORWARDED = "an order stands on the very first line of a mail, above anything that is forwarded or quoted"


class Refused(Exception):
    """An order cannot be done; the sentence is for the colleague. Nothing of their mail may stay half done."""


def write(unit: Unit, kept: Kept, mail: IncomingMail, ticket: int, *, public: bool, signed: bool) -> str:
    """Does what the mail of `unit.principal` says; gives its course. Raises `Refused`.

    Public is what goes to an address for replies, unless the mail says `#note` or it is in doubt whether it tells
    only what is theirs to tell: what they quote may be our notes (mail.md, 6). Without a signed address
    (`signed`) whoever knows a Message-ID may have written it: then it is a note at most.
    """
    orders = orders_in(mail.reply)
    _refuse_unclear(orders, signed)
    if (orders.take or orders.resolve) and not _stands_first(mail):
        raise Refused(FORWARDED)
    outward = public and signed and not orders.note
    why = confidences.why_inside(unit, mail, f"T-{ticket}", orders.words) if outward else ""
    _in_order(unit, kept, f"T-{ticket}", orders, outward and not why)
    if why:
        tell(unit, ticket, why)
        return KEPT_INSIDE
    if not orders.words and (orders.take or orders.resolve):
        return ORDERED
    return Course.REPLY if outward and orders.words else Course.NOTE


def _refuse_unclear(orders: Orders, signed: bool) -> None:
    if orders.unclear:
        line = orders.unclear if len(orders.unclear) <= _SHOWN else f"{orders.unclear[:_SHOWN]}…"
        raise Refused(f'"{line}" is no order: #take, #note and #resolve stand alone on the first line of a mail')
    if not signed and (orders.take or orders.resolve):
        raise Refused(UNSIGNED)


def _stands_first(mail: IncomingMail) -> bool:
    """Whether their words begin with the mail: what stands below somebody's name may be that somebody's."""
    return mail.sure and mail.text.strip().startswith(mail.reply.strip().partition("\n")[0])


def _in_order(unit: Unit, kept: Kept, ref: str, orders: Orders, outward: bool) -> None:
    try:
        if orders.take:
            _require_asked(unit, ref)
            _do(unit, ref, "acknowledge")
        if orders.words:
            _say(unit, kept, ref, orders.words, outward)
        if orders.resolve:
            _require_theirs(unit, ref)
            _do(unit, ref, "resolve")
    except (EscalatorError, IllegalMove) as refused:
        raise Refused(str(refused)) from refused


def _require_asked(unit: Unit, ref: str) -> None:
    """To take a case it is enough to be asked, as with the button in the letter."""
    run = unit.settled(unit.find(ref, lock=True)).run
    if run is None or not run.is_active or run.asked != unit.principal.agent:
        _require_theirs(unit, ref)


def _require_theirs(unit: Unit, ref: str) -> None:
    """That we wrote to them is enough for a note; to answer or end a case it must be theirs, or their team's."""
    ticket, author = unit.find(ref).ticket, replace(unit.principal, invited=None)
    if not sees(author, ticket, unit.desks.active):
        raise Refused(f"{ref} is with team {ticket.team} and not with you; if you are asked, write #take first")


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


def _say(unit: Unit, kept: Kept, ref: str, said: str, outward: bool) -> None:
    if outward:
        _require_theirs(unit, ref)
    words = Words(body=said, visibility="public" if outward else "internal", author="agent", mail=kept.id)
    if conversation.hear(unit, ref, None, words) is None:
        raise conversation.MovedOn
