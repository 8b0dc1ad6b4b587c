"""The addresses and links that a letter carries so that what answers it proves where it belongs."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk
from escalator.core.mail.addresses import OwnAddresses
from escalator.core.mail.compose import message_id
from escalator.core.mail.unsubscribing import token_for

_OF_THIS_PROCESS = secrets.token_hex(32)


@dataclass(frozen=True, slots=True)
class Stamps:
    """`base_url` is where links lead, `secret` is ours alone; without it nothing is signed.

    `secrets_before` sign nothing any more; what they signed still holds.
    """

    base_url: str
    secret: str
    secrets_before: tuple[str, ...] = ()

    def own(self, desk: Desk) -> OwnAddresses:
        """The addresses under the desk's mailbox and under those that it had."""
        return OwnAddresses(desk.mail.address, self.secret, desk.mailing.formerly, self.secrets_before)

    def message_id(self, desk: Desk, key: str) -> str:
        """That of the letter with this key, frozen with it.

        A command that has not our secret takes one that dies with it: what it writes proves no less, and nobody has
        to compute it again.
        """
        return message_id(key, desk.mail.address.rpartition("@")[2], self.secret or _OF_THIS_PROCESS)

    def envelope(self, desk: Desk, key: str) -> str:
        """Whom the letter with this key is from on the wire, and so where it comes back to."""
        own = self._signing(desk)
        return own.for_bounce(key) if own else desk.mail.address

    def for_customer(self, desk: Desk, ticket: int) -> str:
        """Where those on the ticket answer; empty: where the letter is from."""
        own = self._signing(desk)
        return own.for_customer(ticket) if own else ""

    def for_note(self, desk: Desk, ticket: int, person: str, until: datetime) -> str:
        own = self._signing(desk)
        return own.for_note(ticket, person, until) if own else ""

    def for_reply(self, desk: Desk, ticket: int, person: str, until: datetime) -> str:
        own = self._signing(desk)
        return own.for_reply(ticket, person, until) if own else ""

    def unsubscribe(self, address: str) -> str:
        """Where `address` ends what it does not need; empty without a secret."""
        return f"{self.base_url}/unsubscribe/{token_for(address, self.secret)}" if self.secret else ""

    def _signing(self, desk: Desk) -> OwnAddresses | None:
        return self.own(desk) if desk.mailing.subaddresses and self.secret else None
