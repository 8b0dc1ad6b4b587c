"""Fetches the mail that lies in a mailbox: by UID, kept in the same transaction as how far we are (mail.md, 1)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog

from escalator.adapters.imap import ImapFolder, ImapServer, Listed, MailboxUnavailable
from escalator.core.errors import Busy
from escalator.core.mail.limits import MAIL, identity
from escalator.store import heartbeats, incoming, mailbox_cursors
from escalator.store.database import Database, Transaction
from escalator.store.incoming import Arrived, State
from escalator.store.mailbox_cursors import Cursor

HEARTBEAT = "poller"
BATCH = 20
# Who is given a mailbox that is years old is not to answer years of it: older mail than that stays where it is.
HISTORY = timedelta(days=1)
# A mail that is listed and not given holds up those behind it for so long: a server may have a bad minute.
PATIENCE = timedelta(minutes=5)
# When a mail came whose server does not say so.
_NO_DAY = datetime.min.replace(tzinfo=UTC)
TOO_LARGE = "it is larger than mails may be and was not fetched: only its header is here, the mail is in the mailbox"
NOT_GIVEN = "the server lists it as UID {uid} and would not give it for {minutes} minutes: the mail is in the mailbox"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look into the mailbox came to: mails kept for the first time, too large ones, and older ones left."""

    new: int = 0
    too_large: int = 0
    older: int = 0

    def __add__(self, other: "Polled") -> "Polled":
        return Polled(self.new + other.new, self.too_large + other.too_large, self.older + other.older)


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A mail, or of one that is too large or not given its header, with the reason for which it is not whole."""

    mail: Arrived
    lacks: str = ""


class MailboxService:
    """Use cases around the mailbox from which mail is fetched, if there is one."""

    def __init__(self, database: Database, imap_url: str, ring: Callable[[], None]) -> None:
        """`ring` is called when something was kept. Raises ValueError for an address that is none."""
        self._database, self._ring = database, ring
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
            seen, since = mailbox_cursors.find(tx, self.name), self._first_look(tx) - HISTORY
        with self._server.opened() as folder:
            cursor = _begun(seen, folder.uidvalidity)
            there = folder.listed_after(cursor.last_uid)
            recent = {uid: one for uid, one in there.items() if not _is_older(one, since)}
            total = Polled(older=len(there) - len(recent))
            for batch in _batches(recent):
                reached, fetched = self._fetched(folder, batch, recent)
                cursor = replace(cursor, last_uid=max(reached, cursor.last_uid))
                if reached:
                    total += self._keep(seen, cursor, fetched)
                    seen = cursor
                if reached < batch[-1]:
                    raise MailboxUnavailable("the mailbox lists a mail that it does not give")
        self._advance(seen, replace(cursor, last_uid=max(there, default=cursor.last_uid)))
        log.info("mailbox_polled", new=total.new, too_large=total.too_large)
        if total.older:
            log.warning("older_mail_left_in_mailbox", mails=total.older, came_before=since.isoformat())
        return total

    def _first_look(self, tx: Transaction) -> datetime:
        """When somebody first tried to look into this mailbox, if only now."""
        name = f"first look: {self.name}"
        first = heartbeats.last(tx, name)
        if first is None:
            heartbeats.beat(tx, name)
        return first or tx.now

    def _fetched(self, folder: ImapFolder, batch: list[int], there: dict[int, Listed]) -> tuple[int, list[_Fetched]]:
        """How far the batch was given (0: not at all), and its mails without those that are gone by now."""
        reached, fetched = 0, []
        for uid in batch:
            one = self._asked(folder, uid, there[uid])
            if one is None and folder.lists(uid):
                if not self._is_given_up(folder.uidvalidity, uid):
                    break
                one = self._not_given(folder, uid, there[uid])
            reached = uid
            if one is not None:
                fetched.append(one)
        return reached, fetched

    def _asked(self, folder: ImapFolder, uid: int, listed: Listed) -> _Fetched | None:
        """None: the server does not give it. It is not always right about sizes, so what came is looked at, too."""
        raw = folder.mail(uid) if listed.size <= MAIL else None
        if listed.size > MAIL or (raw and len(raw) > MAIL):
            header = folder.header(uid)
            return self._arrived(header, listed, TOO_LARGE) if header else None
        return self._arrived(raw, listed) if raw else None

    def _is_given_up(self, uidvalidity: int, uid: int) -> bool:
        """Whether the server has withheld this mail for too long; the first time is noted."""
        name = f"not given: {self.name} {uidvalidity}/{uid}"
        with self._database.transaction() as tx:
            first = heartbeats.last(tx, name)
            if first is None:
                heartbeats.beat(tx, name)
            return first is not None and tx.now - first >= PATIENCE

    def _not_given(self, folder: ImapFolder, uid: int, listed: Listed) -> _Fetched:
        """What people see in its place."""
        why = NOT_GIVEN.format(uid=uid, minutes=PATIENCE // timedelta(minutes=1))
        log.warning("mail_not_given", uid=uid)
        stand_in = f"Subject: a mail that was not given\r\n\r\nUID {uid} of UIDVALIDITY {folder.uidvalidity}\r\n"
        return self._arrived(folder.header(uid) or stand_in.encode(), listed, why)

    def _arrived(self, raw: bytes, listed: Listed, lacks: str = "") -> _Fetched:
        # Known by where it lies, whatever the desk's mailbox is called today; and by when it came there, so that it
        # is the same whenever it is fetched again.
        known = identity(raw, listed.came or _NO_DAY)
        return _Fetched(Arrived(mailbox=self.name, identity=known, door="imap", raw=raw), lacks)

    def _keep(self, seen: Cursor, cursor: Cursor, fetched: Sequence[_Fetched]) -> Polled:
        """The mails and the cursor behind them, together or not at all; then the reader is told."""
        with self._database.transaction() as tx:
            total = sum((_keep_one(tx, each) for each in fetched), Polled())
            self._move(tx, seen, cursor)
        if total.new:
            self._ring()
        return total

    def _advance(self, seen: Cursor, cursor: Cursor) -> None:
        """Notes that the mailbox was seen to its end."""
        with self._database.transaction() as tx:
            self._move(tx, seen, cursor)

    def _move(self, tx: Transaction, seen: Cursor, cursor: Cursor) -> None:
        if not mailbox_cursors.advance(tx, seen, cursor):
            raise Busy("somebody else is reading this mailbox at this moment")


def _keep_one(tx: Transaction, fetched: _Fetched) -> Polled:
    id_, is_new = incoming.keep(tx, fetched.mail)
    if is_new and fetched.lacks:
        incoming.decide(tx, id_, "", state=str(State.QUARANTINED), reason=fetched.lacks)
    return Polled(int(is_new), int(fetched.lacks == TOO_LARGE))


def _is_older(listed: Listed, since: datetime) -> bool:
    return listed.came is not None and listed.came < since


def _begun(seen: Cursor, uidvalidity: int) -> Cursor:
    """Where to go on. With another UIDVALIDITY all is read anew; what we have is known by its identity."""
    return seen if seen.uidvalidity == uidvalidity else replace(seen, uidvalidity=uidvalidity, last_uid=0)


def _batches(there: dict[int, Listed]) -> Iterator[list[int]]:
    """UIDs in their order, so many at once that together they are no larger than one mail may be."""
    batch: list[int] = []
    octets = 0
    for uid, listed in there.items():
        if batch and (len(batch) == BATCH or octets + listed.size > MAIL):
            yield batch
            batch, octets = [], 0
        batch.append(uid)
        octets += listed.size
    if batch:
        yield batch
