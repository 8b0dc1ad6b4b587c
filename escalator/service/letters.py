"""Turns notices into letters whose bytes are frozen; each that offers a case has a link of its own to take it."""

import hashlib
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from escalator.adapters.customer_rendering import CustomerTemplates
from escalator.adapters.rendering import Rendered, Templates
from escalator.core.desk.channels import Channel, ChannelKind
from escalator.core.desk.model import Desk
from escalator.core.mail.compose import compose, message_id, one_line
from escalator.core.notify import wording
from escalator.core.notify.channels import channels_for
from escalator.core.notify.customers import CustomerNotice
from escalator.core.notify.folding import Told
from escalator.core.notify.notices import Notice
from escalator.store import links, messages, outbox, replies
from escalator.store.database import Transaction
from escalator.store.links import Link
from escalator.store.messages import Message
from escalator.store.outbox import Letter

from .calls import HookCall, to_person, to_program

LINK_LIFE = timedelta(days=30)
# Enough to know what they want; the rest stands in the ticket.
_MOST_QUOTED, _QUOTED = 3, 240


def digest(token: str) -> str:
    """What is stored of a secret: it has 192 random bits or more, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """Writes letters, to people of the desk and to customers. `base_url` is where the links in them lead."""

    templates: Templates
    customer_templates: CustomerTemplates
    base_url: str

    def post(
        self,
        tx: Transaction,
        told: Sequence[tuple[int, Told]],
        desk: Desk,
        bounced: Collection[str],
        born: str = "",
    ) -> None:
        """Puts (ticket number, notice) pairs into the outbox; `born` is why they are not to be sent at all.

        `bounced` are the people whose mail comes back.
        """
        if not told:
            return
        to_staff = [(number, notice) for number, notice in told if isinstance(notice, Notice)]
        quotes = _quotes(tx, [notice for _, notice in to_staff])
        spoken = messages.public(tx, [number for _, notice in to_staff for number in notice.words])
        written = [
            self._letter(tx, ticket_id, _with_words(notice, quotes, spoken), channel, desk, born)
            for ticket_id, notice in to_staff
            for channel in channels_for(notice.kind, desk.channels_of(notice.to), notice.to in bounced)
        ]
        outbox.post(tx, [*(letter for letter, _ in written), *self._to_customers(tx, told, desk, born)])
        links.add(tx, [link for _, link in written if link is not None])

    def call(self, tx: Transaction, calls: Sequence[tuple[int, HookCall]], born: str = "") -> None:
        """Puts (ticket number, call) pairs into the outbox: what the desk's webhooks are told."""
        outbox.post(tx, [to_program(ticket_id, call, born) for ticket_id, call in calls])

    def _letter(
        self, tx: Transaction, ticket_id: int, notice: Notice, channel: Channel, desk: Desk, born: str
    ) -> tuple[Letter, Link | None]:
        if not notice.kind.offers_case:
            return self._written(ticket_id, notice, channel, "", desk, born), None
        token = secrets.token_urlsafe(24)
        link = Link(digest(token), ticket_id, notice.to, notice.run, notice.turn, tx.now + LINK_LIFE)
        take_url = f"{self.base_url}/take/{token}"
        return self._written(ticket_id, notice, channel, take_url, desk, born), link

    def _written(
        self, ticket_id: int, notice: Notice, channel: Channel, take_url: str, desk: Desk, born: str
    ) -> Letter:
        if channel.kind is not ChannelKind.MAIL:
            return to_person(ticket_id, notice, channel, take_url, born)
        rendered = self.templates.render(notice, take_url)
        return _mail(ticket_id, notice, rendered, desk, born, run=notice.run, turn=notice.turn)

    def _to_customers(
        self, tx: Transaction, told: Sequence[tuple[int, Told]], desk: Desk, born: str
    ) -> Iterator[Letter]:
        """No link yet: a customer answers by replying. What we asked them stands in the letter again."""
        to_customers = [(number, notice) for number, notice in told if isinstance(notice, CustomerNotice)]
        asked = messages.public(tx, [notice.question for _, notice in to_customers if notice.question])
        for ticket_id, notice in to_customers:
            question = asked[notice.question].body if notice.question in asked else ""
            rendered = self.customer_templates.render(notice, desk.mail.name, question)
            yield _mail(ticket_id, notice, rendered, desk, born)


def _with_words(notice: Notice, quotes: Mapping[str, str], spoken: Mapping[int, Message]) -> Notice:
    """What stands in no event: a reply that is held or a note about it, and the newest words of the customer."""
    theirs = [spoken[number] for number in notice.words if number in spoken]
    newest = [message for message in theirs if message.author.kind == "customer"][-_MOST_QUOTED:]
    said = (f"{wording.clock(one.at, notice.tz, notice.at)}: {one_line(one.body, _QUOTED)}" for one in newest)
    return replace(notice, quote=quotes.get(notice.key, ""), said=tuple(said))


def _quotes(tx: Transaction, notices: Sequence[Notice]) -> dict[str, str]:
    """What somebody of the desk wrote, for the notices that are about it: a note that says why, else a held reply."""
    notes = messages.notes(tx, [notice.note for notice in notices if notice.note])
    held = replies.held(tx, [notice.reply for notice in notices if notice.reply and not notice.note])
    quoted = {notice.key: notes[notice.note].body for notice in notices if notice.note}
    return quoted | {notice.key: held[notice.reply].body for notice in notices if notice.reply in held}


def _mail(
    ticket_id: int, notice: Told, rendered: Rendered, desk: Desk, born: str, run: int = 0, turn: int = 0
) -> Letter:
    identity = message_id(notice.key, desk.mail.address.rpartition("@")[2])
    payload = compose(
        sender=desk.mail,
        to=notice.to,
        to_name=notice.to_name,
        subject=rendered.subject,
        body=rendered.text,
        message_id=identity,
        at=notice.at,
    )
    return Letter(
        key=notice.key,
        kind=str(notice.kind),
        channel="mail",
        sender=desk.mail.address,
        recipient=notice.to,
        ticket_id=ticket_id,
        run=run,
        turn=turn,
        message_id=identity,
        payload=payload,
        state="superseded" if born else "pending",
        reason=born,
    )
