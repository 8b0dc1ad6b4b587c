"""The one door behind all doors by which mail comes in: kept as it came, durable before anybody says thank you."""

from collections.abc import Callable
from dataclasses import dataclass

from escalator.core.access import Act, Principal, require
from escalator.core.errors import Invalid, NotFound, TooLarge
from escalator.core.mail.addresses import base_of
from escalator.core.mail.envelopes import kept_recipients, kept_sender
from escalator.core.mail.limits import MAIL, identity
from escalator.store import incoming
from escalator.store.database import Database, Transaction
from escalator.store.incoming import Arrived


@dataclass(frozen=True, slots=True)
class Receipt:
    """The number under which a mail is kept, and whether it had not come before."""

    id: int
    is_new: bool


class ReceivingService:
    """Keeps what comes in. `ring` is called after each commit, so that somebody reads it.

    `mailboxes` are those of the desk in use, that of today first; it raises `NotFound` while there is none.
    """

    def __init__(
        self, database: Database, mailboxes: Callable[[Transaction], tuple[str, ...]], ring: Callable[[], None]
    ) -> None:
        self._database, self._mailboxes, self._ring = database, mailboxes, ring

    def accept(
        self,
        principal: Principal,
        raw: bytes,
        door: str,
        envelope_from: str | None = None,
        envelope_to: tuple[str, ...] = (),
    ) -> Receipt:
        """Keeps one mail (RFC 5322, as it came) and gives its receipt once it is durable (mail.md, 1).

        Raises `TooLarge`, `Invalid` for nothing at all, and `Unavailable` when the database cannot be had: then the
        sender still has it.
        """
        require(principal, Act.MAIL_RECEIVE)
        if not raw.strip():
            raise Invalid("there is nothing in this mail, neither a header nor a text")
        if len(raw) > MAIL:
            raise TooLarge(f"a mail of {len(raw):,} bytes is not taken; at most {MAIL:,} bytes are")
        recipients = kept_recipients(envelope_to)
        with self._database.transaction() as tx:
            arrived = Arrived(
                mailbox=self._mailbox(tx, recipients),
                identity=identity(raw, tx.now),
                door=door,
                raw=raw,
                envelope_from=kept_sender(envelope_from),
                envelope_to=recipients,
            )
            receipt = Receipt(*incoming.keep(tx, arrived))
        if receipt.is_new:
            self._ring()
        return receipt

    def takes(self, address: str) -> bool:
        """Whether mail to `address` is ours, signed or not; raises `NotFound` while no desk is in use."""
        with self._database.reading() as tx:
            return base_of(address) in map(base_of, self._mailboxes(tx))

    def _mailbox(self, tx: Transaction, envelope_to: tuple[str, ...]) -> str:
        """Whom it came to, without the part that we sign; else the desk's mailbox. Mail comes before a desk, too."""
        if envelope_to:
            return base_of(envelope_to[0])
        try:
            return base_of(self._mailboxes(tx)[0])
        except NotFound:
            return ""
