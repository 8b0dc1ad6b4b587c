"""Letters to customers: what agents say and what our machine tells, each in its thread, and not to whom it must not.

All of a chunk's letters are written with the same few queries, however many they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from escalator.adapters.customer_rendering import CustomerTemplates, agents_words, reply_subject
from escalator.core.desk.model import Desk, MailIdentity
from escalator.core.mail.addresses import base_of
from escalator.core.mail.breakers import Brake
from escalator.core.mail.compose import REFERENCES, compose
from escalator.core.mail.incoming import Mailbox
from escalator.core.mail.suppressing import Scope
from escalator.core.notify.answers import CUSTOMER_REPLY, Answer
from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind
from escalator.core.notify.folding import Told
from escalator.core.notify.thread import Part, references
from escalator.core.ticket.events import Kind
from escalator.store import events, heartbeats, messages, suppressions, threads, to_customers
from escalator.store.database import Transaction
from escalator.store.messages import Message
from escalator.store.outbox import Letter
from escalator.store.suppressions import Suppression

from .stamps import Stamps

BRAKE = "brake on automatic mail"
"""The sign that it held something back."""

ToCustomer = Answer | CustomerNotice


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was read for all letters of a chunk: what was said, the threads, who is suppressed, what went lately."""

    words: Mapping[int, Message]
    threads: Mapping[int, Sequence[Part]]
    suppressed: Mapping[str, Suppression]
    brake: Brake


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody on a ticket whom no mail of ours reaches, and the ticket's timeline does not say so yet."""

    ticket: int
    address: str
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """The letters, and who will not get theirs."""

    letters: Sequence[Letter] = ()
    unreached: Sequence[Unreached] = ()


@dataclass(frozen=True, slots=True)
class CustomerLetters:
    """Writes them."""

    templates: CustomerTemplates
    stamps: Stamps

    def write(self, tx: Transaction, told: Sequence[tuple[int, Told]], desk: Desk, born: str) -> Written:
        """The letters of (ticket number, what is told) pairs; `born` is why they are not to be sent at all."""
        # What agents said in an imported log, somebody else has sent; and nothing overtakes what they say here.
        wanted = [
            (number, one)
            for number, one in told
            if isinstance(one, CustomerNotice) or (isinstance(one, Answer) and not born)
        ]
        if not wanted:
            return Written()
        shelf = _shelf(tx, wanted, desk, sends=not born)
        written = [letter for number, one in wanted for letter in self._letters(number, one, desk, shelf)]
        if born:
            return Written([replace(letter, state="superseded", reason=born) for letter in written])
        letters = [_as_it_may_go(letter, shelf) for letter in written]
        if shelf.brake.held_all:
            heartbeats.beat(tx, BRAKE)
        return Written(letters, _unreached(tx, written, shelf))

    def _letters(self, ticket_id: int, told: ToCustomer, desk: Desk, shelf: Shelf) -> Iterator[Letter]:
        if isinstance(told, CustomerNotice):
            yield self._notice(ticket_id, told, desk, shelf)
        elif told.message in shelf.words:
            yield from self._answer(ticket_id, told, shelf.words[told.message].body, desk, shelf)

    def _notice(self, ticket_id: int, notice: CustomerNotice, desk: Desk, shelf: Shelf) -> Letter:
        """No link but the one that ends it: a customer answers by replying. What we asked stands in it again."""
        question = shelf.words[notice.question].body if notice.question and notice.question in shelf.words else ""
        rendered = self.templates.render(notice, desk.mail.name, question, desk.own_templates)
        identity = self.stamps.message_id(desk, notice.key)
        payload = compose(
            sender=desk.mail,
            to=notice.to,
            to_name=notice.to_name,
            subject=rendered.subject,
            body=rendered.text,
            html=rendered.html,
            message_id=identity,
            at=notice.at,
            references=references(notice.ticket, shelf.threads.get(ticket_id, ()), _domain(desk)),
            reply_to=self.stamps.for_customer(desk, ticket_id),
            automatic=notice.kind.automatic,
            unsubscribe=self.stamps.unsubscribe(notice.to) if notice.kind.is_optional else "",
        )
        letter = self._letter(ticket_id, notice.key, str(notice.kind), notice.to.lower(), identity, payload, desk)
        return replace(letter, counted_as=base_of(notice.to))

    def _answer(self, ticket_id: int, answer: Answer, body: str, desk: Desk, shelf: Shelf) -> Iterator[Letter]:
        """The same mail to each, in a transaction of its own: who is refused keeps it from nobody else."""
        first, *others = answer.people
        subject = reply_subject(answer.subject, answer.ticket)
        rendered = agents_words(subject, body, answer.person, desk.mail.name, answer.language)
        identity = self.stamps.message_id(desk, answer.key)
        payload = compose(
            sender=_as_agent(answer.person, desk.mail),
            to=first.email,
            to_name=first.name,
            cc=[Mailbox(one.email, one.name) for one in others],
            subject=rendered.subject,
            body=rendered.text,
            html=rendered.html,
            message_id=identity,
            at=answer.at,
            references=references(answer.ticket, shelf.threads.get(ticket_id, ()), _domain(desk), answer.message),
            reply_to=self.stamps.for_customer(desk, ticket_id),
            automatic="",
        )
        for one in answer.people:
            key = f"{answer.key}/{one.email.casefold()}"
            yield self._letter(ticket_id, key, CUSTOMER_REPLY, one.email, identity, payload, desk)

    def _letter(
        self, ticket_id: int, key: str, kind: str, recipient: str, identity: str, payload: bytes, desk: Desk
    ) -> Letter:
        return Letter(
            key=key,
            kind=kind,
            channel="mail",
            sender=self.stamps.envelope(desk, key),
            recipient=recipient,
            ticket_id=ticket_id,
            run=0,
            turn=0,
            message_id=identity,
            payload=payload,
        )


def _shelf(tx: Transaction, wanted: Sequence[tuple[int, ToCustomer]], desk: Desk, sends: bool) -> Shelf:
    """`sends` is False for what stays here anyway: then nobody asks whether it may go."""
    told = [(number, one) for number, one in wanted if isinstance(one, CustomerNotice)]
    answers = [one for _, one in wanted if isinstance(one, Answer)]
    numbers = [one.question for _, one in told if one.question] + [one.message for one in answers]
    asked = told if sends else []
    people = [one.to for _, one in asked] + [person.email for one in answers for person in one.people]
    return Shelf(
        words=messages.of_agents(tx, numbers),
        threads=threads.parts(tx, sorted({number for number, _ in wanted}), REFERENCES),
        suppressed=suppressions.among(tx, people),
        brake=_brake(tx, asked, desk),
    )


def _brake(tx: Transaction, told: Sequence[tuple[int, CustomerNotice]], desk: Desk) -> Brake:
    """With what counts for these notices, and read no more than that."""
    if not told:
        return Brake(desk.mailing.brake)
    to_customers.alone(tx, [base_of(one.to) for _, one in told if one.kind.acknowledges])
    optional = any(one.kind.is_optional for _, one in told)
    return Brake(
        limit=desk.mailing.brake,
        lately=to_customers.wrote_to(tx, {base_of(one.to) for _, one in told}),
        about=to_customers.wrote_about(tx, {number for number, _ in told}),
        everywhere=to_customers.automatic_in_hour(tx) if optional else 0,
    )


def _as_it_may_go(letter: Letter, shelf: Shelf) -> Letter:
    """Dead for whom we must not write to, superseded for what is too much; else as it is."""
    known = shelf.suppressed.get(letter.recipient.casefold())
    if known is not None and known.scope.covers(_scope_of(letter.kind)):
        return replace(letter, state="dead", reason=f"suppressed ({known.scope}): {known.why}")
    if letter.counted_as is None:
        return letter
    kind = CustomerNoticeKind(letter.kind)
    why = shelf.brake.why_not(letter.counted_as, letter.ticket_id, kind.acknowledges, kind.is_optional)
    return replace(letter, state="superseded", reason=why) if why else letter


def _unreached(tx: Transaction, letters: Sequence[Letter], shelf: Shelf) -> list[Unreached]:
    """Once for each ticket and address, until mail reaches them again."""
    gone = {address: known for address, known in shelf.suppressed.items() if known.scope is Scope.ALL}
    new = {(letter.ticket_id, letter.recipient.casefold()) for letter in letters} if gone else set()
    wanted = sorted((ticket, address) for ticket, address in new if address in gone)
    said = events.told(tx, sorted({ticket for ticket, _ in wanted}), Kind.CUSTOMER_UNREACHED) if wanted else []
    known = {
        (ticket, address)
        for ticket, event in said
        if (address := event.data["address"].casefold()) in gone and event.at >= gone[address].since
    }
    return [
        Unreached(ticket, address, gone[address].why) for ticket, address in wanted if (ticket, address) not in known
    ]


def _scope_of(kind: str) -> Scope:
    """The narrowest scope that keeps a letter of this kind back."""
    if kind == CUSTOMER_REPLY:
        return Scope.ALL
    return Scope.OPTIONAL if CustomerNoticeKind(kind).is_optional else Scope.AUTOMATIC


def kinds_under(scope: Scope) -> Iterable[str]:
    """The kinds of letters that whoever is suppressed so does not get."""
    kinds = (*map(str, CustomerNoticeKind), CUSTOMER_REPLY)
    return [kind for kind in kinds if scope.covers(_scope_of(kind))]


def _as_agent(person: str, desk: MailIdentity) -> MailIdentity:
    """`Sam Seidel, Harbour Support`: the name of who writes, and never their own address."""
    return MailIdentity(desk.address, f"{person}, {desk.name}" if person else desk.name)


def _domain(desk: Desk) -> str:
    return desk.mail.address.rpartition("@")[2]
