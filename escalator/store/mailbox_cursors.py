"""How far a mailbox of an IMAP server has been read, and when somebody last looked into it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from . import setwise
from .database import Transaction
from .tables import mailbox_cursors


@dataclass(frozen=True, slots=True)
class Cursor:
    """All mails up to `last_uid` are kept, as long as UIDVALIDITY is the same; 0 is before the first look."""

    mailbox: str
    uidvalidity: int = 0
    last_uid: int = 0


def find(tx: Transaction, mailbox: str) -> Cursor:
    """The cursor; a mailbox that nobody has looked into gets one that stands at its beginning."""
    found = tx.conn.execute(select(mailbox_cursors).where(mailbox_cursors.c.mailbox == mailbox)).one_or_none()
    if found is not None:
        return Cursor(mailbox, found.uidvalidity, found.last_uid)
    row = {"mailbox": mailbox, "uidvalidity": 0, "last_uid": 0, "polled_at": tx.now}
    setwise.upsert(tx, mailbox_cursors, ("mailbox",), [row])
    return Cursor(mailbox)


def advance(tx: Transaction, seen: Cursor, new: Cursor) -> bool:
    """Moves the cursor on; False when somebody else has moved it since it was `seen`."""
    unmoved = (
        mailbox_cursors.c.mailbox == seen.mailbox,
        mailbox_cursors.c.uidvalidity == seen.uidvalidity,
        mailbox_cursors.c.last_uid == seen.last_uid,
    )
    move = update(mailbox_cursors).where(*unmoved)
    values = {"uidvalidity": new.uidvalidity, "last_uid": new.last_uid, "polled_at": tx.now}
    return tx.conn.execute(move.values(**values)).rowcount == 1


def polled_at(tx: Transaction, mailbox: str) -> datetime | None:
    """When the mailbox was last seen to its end, or first tried."""
    seen: datetime | None = tx.conn.execute(
        select(mailbox_cursors.c.polled_at).where(mailbox_cursors.c.mailbox == mailbox)
    ).scalar_one_or_none()
    return seen
