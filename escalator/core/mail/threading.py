"""Where a mail belongs, by proof alone: an address or a Message-ID that only we can have given away (mail.md, 5)."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .addresses import Named, Way
from .incoming import IncomingMail, MailClass

_TAG = re.compile(r"\[T-([1-9][0-9]{0,17})\]", re.ASCII)


class Course(StrEnum):
    """What is done with a mail; the name stands with it for ever."""

    DROPPED = "own"
    BOUNCED = "bounce"
    SET_ASIDE = "set_aside"
    NOTED = "machine"
    JOINED = "joined"
    NOTE = "note"
    REPLY = "reply"
    HELD = "held"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Answered:
    """A letter of ours that a mail answers: about which ticket, and to whom it went (`to_desk`: to one of us)."""

    ticket: int
    recipient: str
    to_desk: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """What we know of a mail beside its words.

    `named` is what a signed address says for this sender, `answered` the letters that it answers, nearest last;
    `on_ticket` holds the addresses of those who are on each ticket, in small letters; `by_envelope`: it came to the
    envelope of a letter, which stands in no text that anybody forwards.
    """

    named: Named | None = None
    answered: tuple[Answered, ...] = ()
    on_ticket: Mapping[int, Collection[str]] | None = None
    by_envelope: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it belongs: to `ticket` (0: to none), and why it is not simply joined.

    `signed`: a colleague wrote to the address that we signed for them. Else they answer a letter, whose Message-ID
    every copy of it shows: that is enough for a note, and not for an order.
    """

    course: Course
    ticket: int = 0
    why: str = ""
    signed: bool = False


def place_of(mail: IncomingMail, clues: Clues) -> Place:
    """The course of a mail; a bounce finds its letters by itself, and names no ticket here."""
    if mail.kind is MailClass.OWN:
        return Place(Course.DROPPED)
    if mail.bounced or mail.complains:
        return Place(Course.BOUNCED)
    if mail.kind is not MailClass.HUMAN:
        # What comes without a sender and reports nobody is an answer of a machine like any other.
        return _of_machine(mail, clues)
    if clues.named is not None and clues.named.way in (Way.NOTE, Way.REPLY):
        course = Course.NOTE if clues.named.way is Way.NOTE else Course.REPLY
        return Place(course, clues.named.ticket, signed=True)
    return _of_human(mail, clues)


def may_belong_to(subject: str) -> int | None:
    """The ticket that a subject names: no proof, and worth a look (mail.md, 5)."""
    tag = _TAG.search(subject)
    return int(tag[1]) if tag else None


def _of_machine(mail: IncomingMail, clues: Clues) -> Place:
    """A machine of whoever is on the ticket is noted, or one that answers the very letter; others are kept aside."""
    ticket = _proven(clues)
    to_desk = bool(clues.answered) and clues.answered[-1].to_desk
    if ticket is None or to_desk or not (clues.by_envelope or _is_on(ticket, mail, clues)):
        return Place(Course.SET_ASIDE)
    return Place(Course.NOTED, ticket)


def _of_human(mail: IncomingMail, clues: Clues) -> Place:
    ticket = _proven(clues)
    if ticket is None:
        return Place(Course.OPENED)
    sender = mail.sender.address.casefold() if mail.sender else ""
    if _is_on(ticket, mail, clues):
        return Place(Course.JOINED, ticket)
    if any(one.to_desk and one.ticket == ticket and one.recipient.casefold() == sender for one in clues.answered):
        # They answered what we wrote to them, not the signed address in it: the safer reading is a note.
        return Place(Course.NOTE, ticket)
    return Place(Course.HELD, ticket, f"{sender or 'somebody without an address'} is not on the ticket")


def _is_on(ticket: int, mail: IncomingMail, clues: Clues) -> bool:
    return mail.sender is not None and mail.sender.address.casefold() in (clues.on_ticket or {}).get(ticket, ())


def _proven(clues: Clues) -> int | None:
    if clues.named is not None and clues.named.way is Way.CUSTOMER:
        return clues.named.ticket
    return clues.answered[-1].ticket if clues.answered else None
