"""Turns notices into letters whose bytes are frozen; each that offers a case has a link of its own to take it."""

import hashlib
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from escalator.adapters.rendering import Templates
from escalator.core.desk.channels import Channel, ChannelKind
from escalator.core.desk.model import Desk
from escalator.core.mail.compose import compose, one_line, root_id
from escalator.core.notify import wording
from escalator.core.notify.channels import channels_for
from escalator.core.notify.folding import Told
from escalator.core.notify.notices import Notice
from escalator.store import links, messages, outbox, replies
from escalator.store.database import Transaction
from escalator.store.links import Link
from escalator.store.messages import Message
from escalator.store.outbox import Letter

from .budgets import within_budget
from .calls import HookCall, to_person, to_program
from .customer_letters import CustomerLetters, Unreached
from .stamps import Stamps

LINK_LIFE = timedelta(days=30)
# Enough to know what they want; the rest stands in the ticket.
_MOST_QUOTED, _QUOTED = 3, 240


def digest(token: str) -> str:
    """What is stored of a secret: it has 192 random bits or more, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """Writes letters to people of the desk, and has those to customers written."""

    templates: Templates
    customers: CustomerLetters
    stamps: Stamps

    def post(
        self,
        tx: Transaction,
        told: Sequence[tuple[int, Told]],
        desk: Desk,
        bounced: Collection[str],
        born: str = "",
    ) -> Sequence[Unreached]:
        """Puts (ticket number, notice) pairs into the outbox; `born` is why they are not to be sent at all.

        `bounced` are the people whose mail comes back. Gives the customers whom none of it will reach.
        """
        if not told:
            return ()
        to_staff = [(number, notice) for number, notice in told if isinstance(notice, Notice)]
        quotes = _quotes(tx, [notice for _, notice in to_staff])
        spoken = messages.public(tx, [number for _, notice in to_staff for number in notice.words])
        written = [
            (notice, *self._letter(tx, ticket_id, _with_words(notice, quotes, spoken), channel, desk, born))
            for ticket_id, notice in to_staff
            for channel in channels_for(notice.kind, desk.channels_of(notice.to), notice.to in bounced)
        ]
        to_customers = self.customers.write(tx, told, desk, born)
        to_desk = within_budget(tx, [(notice, letter) for notice, letter, _ in written], desk)
        outbox.post(tx, [*to_desk, *to_customers.letters])
        links.add(tx, [link for *_, link in written if link is not None])
        return to_customers.unreached

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
        take_url = f"{self.stamps.base_url}/take/{token}"
        return self._written(ticket_id, notice, channel, take_url, desk, born), link

    def _written(
        self, ticket_id: int, notice: Notice, channel: Channel, take_url: str, desk: Desk, born: str
    ) -> Letter:
        if channel.kind is not ChannelKind.MAIL:
            return to_person(ticket_id, notice, channel, take_url, born)
        return self._mail(ticket_id, self._answerable(ticket_id, notice, desk), take_url, desk, born)

    def _answerable(self, ticket_id: int, notice: Notice, desk: Desk) -> Notice:
        """Where its reader leaves a note, and where they answer the customer, if the case is or may become theirs."""
        given_away = (desk, ticket_id, notice.to, notice.at + LINK_LIFE)
        answer_to = self.stamps.for_reply(*given_away) if notice.kind.may_be_answered else ""
        return replace(notice, note_to=self.stamps.for_note(*given_away), answer_to=answer_to)

    def _mail(self, ticket_id: int, notice: Notice, take_url: str, desk: Desk, born: str) -> Letter:
        rendered = self.templates.render(notice, take_url, desk.own_templates)
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
            # One that was never sent holds together what a person is told about a ticket.
            references=[root_id(f"{notice.ticket}/desk", desk.mail.address.rpartition("@")[2])],
            reply_to=notice.note_to,
        )
        return Letter(
            key=notice.key,
            kind=str(notice.kind),
            channel="mail",
            sender=self.stamps.envelope(desk, notice.key),
            recipient=notice.to,
            ticket_id=ticket_id,
            run=notice.run,
            turn=notice.turn,
            message_id=identity,
            payload=payload,
            headline=rendered.subject,
            state="superseded" if born else "pending",
            reason=born,
        )


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
