"""Where mails are entered: words on a ticket, or a new one, in one transaction with what follows from them."""

from dataclasses import dataclass
from datetime import timedelta

from escalator.core.access import Principal, Role
from escalator.core.errors import Invalid
from escalator.core.mail.addresses import OwnAddresses
from escalator.core.mail.incoming import IncomingMail, MailClass
from escalator.core.mail.threading import Course, may_belong_to
from escalator.core.participants import brought_in
from escalator.core.ticket.events import Actor
from escalator.core.ticket.participants import Participant
from escalator.core.ticket.ticket import Requester, Ticket
from escalator.core.ticket.workflow import Status
from escalator.store import dossiers, files, incoming, suppressions
from escalator.store.database import Transaction
from escalator.store.incoming import Kept, State

from . import conversation
from .conversation import MovedOn, Words
from .following import last_of
from .handling import Handling
from .opening import NewTicket, Source, open_ticket
from .working import Unit

CHANNEL = "email"
LONGEST_BODY, LONGEST_WHOLE = 100_000, 1_000_000
NO_WORDS = "(no text)"
NOBODY = "(no sender)"
OLD = timedelta(days=1)
"""A mail that took longer to come is not thanked for: it lay in a mailbox that somebody has connected."""
REOPENED = "reopened"
"""The course of words that brought their ticket back."""
CUSTOMERS = Principal(Role.INGEST, "mail")
"""Who enters the words of customers: it sees every ticket and changes none but by their words."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a mail: how it stands, its ticket, and by which course of `core.mail.threading` or why not."""

    state: State
    reason: str
    ticket: int | None = None


@dataclass(slots=True)
class Mailroom:
    """Where mails are entered, in one transaction of the caller; `letters` counts what it leaves for the mailer."""

    tx: Transaction
    handling: Handling
    letters: int = 0

    @property
    def own(self) -> OwnAddresses:
        """The addresses under the mailbox of the desk in use."""
        return self.handling.letter_desk.stamps.own(self.handling.shelf.desks(self.tx).active)

    def unit(self, principal: Principal, mail: int) -> Unit:
        return Unit(self.tx, self.handling, principal, self.handling.shelf.desks(self.tx), because=f"mail:{mail}")


def join(room: Mailroom, kept: Kept, mail: IncomingMail, ticket: int, speaker: str) -> Entered:
    """The words of `speaker`, a customer, on their ticket; what is new in Cc gets the answers from now on."""
    _written_by_a_human(room, mail)
    unit = room.unit(CUSTOMERS, kept.id)
    came_back = where_heard(room, ticket).status is Status.RESOLVED
    words = Words(
        body=body_of(mail),
        visibility="public",
        author="customer",
        speaker=speaker or NOBODY,
        whole=whole_of(mail),
        mail=kept.id,
        at=kept.received_at,
    )
    said = conversation.hear(unit, f"T-{ticket}", None, words)
    if said is None:
        raise MovedOn
    heard = int(said[0].ticket.removeprefix("T-"))
    _bring_in(unit, heard, mail, room.own)
    room.letters += unit.letters
    return Entered(State.SETTLED, REOPENED if came_back else Course.JOINED, heard)


def where_heard(room: Mailroom, ticket: int) -> Ticket:
    """The ticket in which words to this one are heard: its own, or where its matter goes on."""
    named = dossiers.load(room.tx, [ticket])[ticket].ticket
    heard = last_of(room.tx, named)
    return named if heard == ticket else dossiers.load(room.tx, [heard])[heard].ticket


def _written_by_a_human(room: Mailroom, mail: IncomingMail) -> None:
    """Their address exists, and a person reads what comes there."""
    if mail.kind is MailClass.HUMAN and mail.sender:
        suppressions.lift_by_mail(room.tx, mail.sender.address)


def opened(room: Mailroom, kept: Kept, mail: IncomingMail, tags: tuple[str, ...] = (), subject: str = "") -> Entered:
    """A ticket of its own, waiting since the mail came."""
    sender = mail.sender
    if sender is None:
        raise Invalid("this mail names no sender whom anybody could answer; release it into a ticket")
    _written_by_a_human(room, mail)
    unit = room.unit(CUSTOMERS, kept.id)
    new = NewTicket(
        subject=subject or mail.subject or "(no subject)",
        body=body_of(mail),
        requester=Requester(sender.address, sender.name, language=mail.language),
        channel=CHANNEL,
        tags=tags,
    )
    facts = _facts(room, kept, mail)
    source = Source(whole_of(mail), kept.id, kept.received_at)
    author = Actor("customer", sender.address)
    came = unit.noted(
        open_ticket(room.tx, room.handling, new, author, cause=unit.cause, inherited=facts, source=source)
    )
    (ticket,) = came.dossiers
    _bring_in(unit, ticket, mail, room.own)
    room.letters += unit.letters
    return Entered(State.SETTLED, Course.OPENED, ticket)


def keep_files(room: Mailroom, kept: Kept, mail: IncomingMail, entered: Entered) -> None:
    if entered.ticket is not None and entered.state is State.SETTLED and mail.attachments:
        files.add(room.tx, entered.ticket, kept.id, mail.attachments)


def _facts(room: Mailroom, kept: Kept, mail: IncomingMail) -> dict[str, object]:
    """What its CREATED event says beside the usual: where it may belong, whether a machine wrote it, or long ago."""
    sender = address_of(mail).casefold()
    named = incoming.ticket_of(room.tx, mail.references, sender) or may_belong_to(mail.subject)
    known = named is not None and bool(dossiers.load(room.tx, [named]))
    said: dict[str, object] = {"may_belong_to": f"T-{named}"} if known else {}
    if mail.kind is not MailClass.HUMAN:
        said["machine"] = True
    if mail.date is not None and mail.date < kept.received_at - OLD:
        said["old"] = True
    return said


def _bring_in(unit: Unit, number: int, mail: IncomingMail, own: OwnAddresses) -> None:
    """Who wrote it, and who is in To or Cc beside us, is on the ticket from now on."""
    senders = (mail.sender,) if mail.sender else ()
    boxes = [box for box in (*senders, *mail.to, *mail.cc) if not own.is_ours(box.address)]
    people = [Participant(box.address, box.name) for box in boxes]
    ticket, by = dossiers.load(unit.tx, [number])[number].ticket, Actor("customer", address_of(mail))
    desk = unit.desks.active
    if brought_in(ticket, people, by, unit.tx.now, desk):
        unit.apply(ticket, lambda dossier, world: brought_in(dossier.ticket, people, by, world.now, desk))


def address_of(mail: IncomingMail) -> str:
    return mail.sender.address if mail.sender else ""


def body_of(mail: IncomingMail) -> str:
    return _cut(mail.reply.strip() or mail.text.strip() or NO_WORDS, LONGEST_BODY)


def whole_of(mail: IncomingMail) -> str | None:
    return _cut(mail.text, LONGEST_WHOLE) if mail.text.strip() != body_of(mail) else None


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}\n[...]"
