"""What a mail that was read becomes, by its course: words, a ticket, an order, a failure noted, or nothing."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeGuard

from escalator.core.access import Principal, Role
from escalator.core.mail import floods
from escalator.core.mail.addresses import Named, Way
from escalator.core.mail.compose import is_address
from escalator.core.mail.incoming import IncomingMail, MailClass
from escalator.core.mail.threading import Answered, Clues, Course, Place, place_of
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event, Kind, machine
from escalator.core.ticket.workflow import Status
from escalator.store import dossiers, incoming, messages, outbox
from escalator.store.confidences import KEPT_INSIDE
from escalator.store.incoming import Kept, State

from . import bounces, colleagues
from .mailroom import (
    CUSTOMERS,
    REOPENED,
    Entered,
    Mailroom,
    address_of,
    body_of,
    join,
    keep_files,
    opened,
    where_heard,
    whole_of,
)


def enter(room: Mailroom, kept: Kept, mail: IncomingMail) -> Entered:
    """Does what the mail asks for; raises `MovedOn`."""
    place = place_of(mail, _clues(room, kept, mail))
    entered = _COURSES[place.course](room, kept, mail, place)
    if place.course is not Course.BOUNCED:
        keep_files(room, kept, mail, entered)
    return entered


def classified(room: Mailroom, kept: Kept, mail: IncomingMail) -> IncomingMail:
    """The mail with its class by where it came to: no person writes to the envelope of a letter (RFC 3834, 4)."""
    if mail.kind is not MailClass.HUMAN or not _envelopes(room, kept, mail):
        return mail
    return replace(mail, kind=MailClass.AUTOMATED, why="it answers the envelope of our letter, as machines do")


def refuse(room: Mailroom, kept: Kept, mail: IncomingMail, why: str) -> Entered:
    """A colleague's mail whose order could not be done: its words stay, as a note."""
    place = place_of(mail, _clues(room, kept, mail))
    unit = room.unit(_colleague(mail, place.ticket), kept.id)
    colleagues.keep_as_note(unit, kept, mail, place.ticket, why)
    room.letters += unit.letters
    entered = Entered(State.SETTLED, KEPT_INSIDE, place.ticket)
    keep_files(room, kept, mail, entered)
    return entered


def _colleague(mail: IncomingMail, ticket: int) -> Principal:
    person = address_of(mail).casefold()
    return Principal(Role.AGENT, person, person, invited=ticket)


def _clues(room: Mailroom, kept: Kept, mail: IncomingMail) -> Clues:
    sender = address_of(mail)
    addresses = _addresses(kept, mail)
    names = partial(room.own.named, sender=sender, now=kept.received_at)
    # Of several the most careful: what is for colleagues stays inside, whoever else it is addressed to.
    ways = (Way.NOTE, Way.REPLY, Way.CUSTOMER)
    named = min(filter(_names_ticket, map(names, addresses)), key=lambda one: ways.index(one.way), default=None)
    letters = outbox.of_messages(room.tx, mail.references)
    found_by = [letter for reference in mail.references for letter in letters.get(reference, ())]
    found_by += [
        letter for envelope in _envelopes(room, kept, mail) for letter in outbox.of_envelope(room.tx, envelope)
    ]
    answered = [Answered(letter.ticket_id, letter.recipient, not letter.is_for_customer) for letter in found_by]
    about = {one.ticket for one in answered} | ({named.ticket} if named else set())
    found = dossiers.load(room.tx, sorted(about))
    return Clues(
        named if named and named.ticket in found else None,
        tuple(one for one in answered if one.ticket in found),
        {number: dossier.ticket.correspondents for number, dossier in found.items()},
        bool(_envelopes(room, kept, mail)),
    )


def _addresses(kept: Kept, mail: IncomingMail) -> tuple[str, ...]:
    """Whom it came to: by its envelope, else by its own account."""
    return (*kept.envelope_to, *(box.address for box in (*mail.to, *mail.cc)))


def _envelopes(room: Mailroom, kept: Kept, mail: IncomingMail) -> list[str]:
    """The envelopes of letters of ours that it was written to."""
    return room.own.envelopes(_addresses(kept, mail), kept.received_at)


def _names_ticket(named: Named | None) -> TypeGuard[Named]:
    return named is not None and named.way is not Way.BOUNCE


def _dropped(room: Mailroom, _: Kept, mail: IncomingMail, __: Place) -> Entered:
    """A letter of ours that came round. What only looks like one, anybody can write: it is kept where people look."""
    is_ours = bool(mail.message_id and outbox.of_messages(room.tx, [mail.message_id]))
    return Entered(State.SETTLED, Course.DROPPED) if is_ours else Entered(State.ASIDE, Course.SET_ASIDE)


def _set_aside(_: Mailroom, __: Kept, ___: IncomingMail, ____: Place) -> Entered:
    return Entered(State.ASIDE, Course.SET_ASIDE)


def _bounced(room: Mailroom, kept: Kept, mail: IncomingMail, _: Place) -> Entered:
    """It tells us something about a letter of ours; it never makes, reopens or answers a ticket (mail.md, 4)."""
    return Entered(State.SETTLED, Course.BOUNCED, bounces.note(room.tx, room.handling, room.own, kept, mail))


def _noted(room: Mailroom, kept: Kept, mail: IncomingMail, place: Place) -> Entered:
    """Kept where it belongs, and nothing follows (sla-semantics.md, 9); beyond a measure it is laid aside."""
    since = room.tx.now - floods.NOTED_WITHIN
    if incoming.became(room.tx, place.ticket, Course.NOTED, since) >= floods.NOTED:
        return Entered(State.ASIDE, Course.SET_ASIDE, place.ticket)
    sender = address_of(mail)
    author = machine(sender)
    message = messages.add_public(
        room.tx, place.ticket, author, body_of(mail), kept.received_at, whole_of(mail), kept.id
    )
    unit = room.unit(CUSTOMERS, kept.id)
    ticket = unit.take_up(f"T-{place.ticket}", None)
    unit.apply(ticket, lambda dossier, world: commands.machine_writes(dossier.ticket, sender, world.now, message))
    room.letters += unit.letters
    return Entered(State.SETTLED, Course.NOTED, place.ticket)


def _joined(room: Mailroom, kept: Kept, mail: IncomingMail, place: Place) -> Entered:
    heard = where_heard(room, place.ticket)
    since = room.tx.now - floods.REOPENINGS_WITHIN
    back = incoming.became(room.tx, heard.id, REOPENED, since) if heard.status is Status.RESOLVED else 0
    if back >= floods.REOPENINGS:
        why = f"mail has brought {heard.ref} back {floods.REOPENINGS} times in a day"
        return _held(room, kept, mail, Place(Course.HELD, heard.id, why))
    return join(room, kept, mail, place.ticket, address_of(mail))


def _by_colleague(room: Mailroom, kept: Kept, mail: IncomingMail, place: Place) -> Entered:
    colleague = _colleague(mail, place.ticket)
    if colleague.agent not in room.handling.shelf.desks(room.tx).active.agents:
        why = f"{colleague.agent} is not at the desk any more"
        return _held(room, kept, mail, Place(Course.HELD, place.ticket, why))
    unit = room.unit(colleague, kept.id)
    is_public = place.course is Course.REPLY
    done = colleagues.write(unit, kept, mail, place.ticket, public=is_public, signed=place.signed)
    room.letters += unit.letters
    return Entered(State.SETTLED, done, place.ticket)


def _held(room: Mailroom, kept: Kept, mail: IncomingMail, place: Place) -> Entered:
    """An agent decides; whoever has the ticket is told that something waits for them, unless it is a flood."""
    if incoming.held_on(room.tx, place.ticket, room.tx.now - floods.HELD_WITHIN) >= floods.HELD:
        return Entered(State.HELD, place.why, place.ticket)
    unit = room.unit(CUSTOMERS, kept.id)
    ticket = unit.take_up(f"T-{place.ticket}", None)
    data = {"mail": kept.id, "from": address_of(mail), "why": place.why}
    unit.apply(ticket, lambda _, world: [Event(Kind.MAIL_HELD, world.now, data=data)])
    room.letters += unit.letters
    return Entered(State.HELD, place.why, place.ticket)


def _opened(room: Mailroom, kept: Kept, mail: IncomingMail, _: Place) -> Entered:
    if mail.sender is None or not is_address(mail.sender.address):
        return Entered(State.QUARANTINED, "it names no sender whom anybody could answer")
    if room.own.is_ours(mail.sender.address):
        return Entered(State.ASIDE, Course.SET_ASIDE)
    sender, now = mail.sender.address.casefold(), room.tx.now
    if sender in {known.casefold() for known in room.handling.shelf.desks(room.tx).active.agents}:
        # Who answers all, forwards a mail, is away, or uses an address that was given to another colleague.
        return Entered(State.HELD, f"{sender} is at the desk: this is no customer's mail, and nothing went out")
    incoming.alone(room.tx, sender)
    if incoming.opened_by(room.tx, sender, now - floods.TICKETS_WITHIN) < floods.TICKETS:
        return opened(room, kept, mail)
    flood = _flood_of(room, sender, now - floods.FLOOD_LASTS)
    if flood is not None:
        return _joined(room, kept, mail, Place(Course.JOINED, flood))
    subject = f"More mail than usual from {mail.sender.address}"
    return opened(room, kept, mail, tags=(floods.FLOOD_TAG,), subject=subject)


def _flood_of(room: Mailroom, sender: str, since: datetime) -> int | None:
    """The ticket that takes what is too much of this sender, if it is there and not closed."""
    found = [one.ticket for one in dossiers.load(room.tx, incoming.tickets_of(room.tx, sender, since)).values()]
    flooded = [one for one in found if floods.FLOOD_TAG in one.tags and one.status is not Status.CLOSED]
    return max((one.id for one in flooded), default=None)


_COURSES = {
    Course.DROPPED: _dropped,
    Course.BOUNCED: _bounced,
    Course.SET_ASIDE: _set_aside,
    Course.NOTED: _noted,
    Course.JOINED: _joined,
    Course.NOTE: _by_colleague,
    Course.REPLY: _by_colleague,
    Course.HELD: _held,
    Course.OPENED: _opened,
}
