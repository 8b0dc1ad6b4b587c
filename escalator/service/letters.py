"""Turns notices into letters whose bytes are frozen, each with a link of its own to take the case."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from escalator.adapters.rendering import Templates
from escalator.core.desk.model import Desk
from escalator.core.mail.compose import compose, message_id
from escalator.core.notify.notices import Notice
from escalator.store import links, outbox
from escalator.store.database import Transaction
from escalator.store.links import Link
from escalator.store.outbox import Letter

LINK_LIFE = timedelta(days=30)


def digest(token: str) -> str:
    """What is stored of a secret: it has 192 random bits or more, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """Writes letters. `base_url` is where the links in them lead."""

    templates: Templates
    base_url: str

    def post(self, tx: Transaction, notices: Sequence[tuple[int, Notice]], desk: Desk, born: str = "") -> None:
        """Puts (ticket number, notice) pairs into the outbox; `born` is why they are not to be sent at all."""
        written = [self._letter(tx, ticket_id, notice, desk, born) for ticket_id, notice in notices]
        outbox.post(tx, [letter for letter, _ in written])
        links.add(tx, [link for _, link in written])

    def _letter(self, tx: Transaction, ticket_id: int, notice: Notice, desk: Desk, born: str) -> tuple[Letter, Link]:
        token = secrets.token_urlsafe(24)
        link = Link(digest(token), ticket_id, notice.to, notice.run, notice.turn, tx.now + LINK_LIFE)
        rendered = self.templates.render(notice, f"{self.base_url}/take/{token}")
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
        letter = Letter(
            key=notice.key,
            kind=str(notice.kind),
            channel="mail",
            sender=desk.mail.address,
            recipient=notice.to,
            ticket_id=ticket_id,
            run=notice.run,
            turn=notice.turn,
            message_id=identity,
            payload=payload,
            state="superseded" if born else "pending",
            reason=born,
        )
        return letter, link
