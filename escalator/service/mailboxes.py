"""Fetches the mail that lies in a mailbox: by UID, kept in the same transaction as how far we are (mail.md, 1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from escalator.adapters.imap import ImapFolder, ImapServer
from escalator.core.errors import Busy
from escalator.core.mail.limits import MAIL
from escalator.store import heartbeats, incoming, mailbox_cursors
from escalator.store.database import Database, Transaction
from escalator.store.incoming import State
from escalator.store.mailbox_cursors import Cursor

from .receiving import ReceivingService

HEARTBEAT = "poller"
BATCH = 20
TOO_LARGE = "it is larger than mails may be and was not fetched: only its header is here, the mail is in the mailbox"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look into the mailbox came to: mails kept for the first time, and mails too large to be fetched."""

    new: int = 0
    too_large: int = 0

    def __add__(self, other: "Polled") -> "Polled":
        return Polled(self.new + other.new, self.too_large + other.too_large)


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A mail, or of one that is too large its header; no octets: it was gone when we asked."""

    uid: int
    raw: bytes | None
    is_whole: bool = True


class MailboxService:
    """Use cases around the mailbox from which mail is fetched, if there is one."""

    def __init__(self, database: Database, receiving: ReceivingService, imap_url: str) -> None:
        """Raises ValueError for an address that is none."""
        self._database, self._receiving = database, receiving
        self._server = ImapServer.from_url(imap_url) if imap_url else None

    @property
    def name(self) -> str:
        """Which mailbox it is; empty when there is none."""
        return "" if self._server is None else self._server.name

    @property
    def is_there(self) -> bool:
        return self._server is not None

    def silence(self) -> timedelta | None:
        """How long nobody has looked into the mailbox; None if nobody ever did."""
        with self._database.reading() as tx:
            last = heartbeats.last(tx, HEARTBEAT)
            return None if last is None else tx.now - last

    def poll(self) -> Polled:
        """Fetches what is new, batch by batch. Raises `Unavailable` when the server or the database fails us.

        What was kept until then stays, and the next look goes on behind it. Two looks at once do no harm: the
        second to write finds the cursor moved, and stops.
        """
        if self._server is None:
            return Polled()
        with self._database.transaction() as tx:
            heartbeats.beat(tx, HEARTBEAT)
            seen = mailbox_cursors.find(tx, self._server.name)
        total = Polled()
        with self._server.opened() as folder:
            cursor = _begun(seen, folder.uidvalidity)
            sizes = folder.sizes_after(cursor.last_uid)
            for batch in _batches(sizes):
                fetched = [_fetched(folder, uid, sizes[uid]) for uid in batch]
                cursor = replace(cursor, last_uid=batch[-1])
                total += self._keep(seen, cursor, fetched)
                seen = cursor
        self._advance(seen, cursor)
        log.info("mailbox_polled", new=total.new, too_large=total.too_large)
        return total

    def _keep(self, seen: Cursor, cursor: Cursor, fetched: Iterable[_Fetched]) -> Polled:
        """The mails and the cursor behind them, together or not at all; then the reader is told."""
        with self._database.transaction() as tx:
            total = sum((self._keep_one(tx, each) for each in fetched), Polled())
            self._move(tx, seen, cursor)
        if total.new:
            self._receiving.ring()
        return total

    def _keep_one(self, tx: Transaction, fetched: _Fetched) -> Polled:
        if not fetched.raw:
            return Polled()
        receipt = self._receiving.keep(tx, fetched.raw, "imap")
        if receipt.is_new and not fetched.is_whole:
            incoming.decide(tx, receipt.id, "", state=str(State.QUARANTINED), reason=TOO_LARGE)
        return Polled(int(receipt.is_new), int(not fetched.is_whole))

    def _advance(self, seen: Cursor, cursor: Cursor) -> None:
        """Notes that the mailbox was seen to its end."""
        with self._database.transaction() as tx:
            self._move(tx, seen, cursor)

    def _move(self, tx: Transaction, seen: Cursor, cursor: Cursor) -> None:
        if not mailbox_cursors.advance(tx, seen, cursor):
            raise Busy("somebody else is reading this mailbox at this moment")


def _begun(seen: Cursor, uidvalidity: int) -> Cursor:
    """Where to go on. With another UIDVALIDITY all is read anew; what we have is known by its identity."""
    return seen if seen.uidvalidity == uidvalidity else replace(seen, uidvalidity=uidvalidity, last_uid=0)


def _batches(sizes: dict[int, int]) -> Iterator[list[int]]:
    """UIDs in their order, so many at once that together they are no larger than one mail may be."""
    batch: list[int] = []
    octets = 0
    for uid, size in sizes.items():
        if batch and (len(batch) == BATCH or octets + size > MAIL):
            yield batch
            batch, octets = [], 0
        batch.append(uid)
        octets += size
    if batch:
        yield batch


def _fetched(folder: ImapFolder, uid: int, size: int) -> _Fetched:
    """Servers are not always right about sizes, so what came is looked at, too."""
    raw = folder.mail(uid) if size <= MAIL else None
    if size <= MAIL and (raw is None or len(raw) <= MAIL):
        return _Fetched(uid, raw)
    return _Fetched(uid, folder.header(uid), is_whole=False)
