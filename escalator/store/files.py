"""What came along with mails: the bytes once, by their hash, and under which name each came to which ticket."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from escalator.core.mail.incoming import Attachment

from . import setwise
from .database import Transaction
from .tables import attachments, files


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of a ticket; `mail` is the number of the mail that it came with, `size` is in bytes."""

    id: int
    ticket: int
    mail: int
    name: str
    type: str
    hash: str
    size: int


def add(tx: Transaction, ticket: int, mail: int, came: Sequence[Attachment]) -> None:
    """Keeps the files of a mail that has become part of a ticket; they are never looked into (mail.md, 7)."""
    hashes = [hashlib.sha256(one.content).hexdigest() for one in came]
    contents = {
        hash_: {"hash": hash_, "content": one.content, "size": one.size, "created_at": tx.now}
        for hash_, one in zip(hashes, came, strict=True)
    }
    # In one order, so that two mails with the same files do not wait for each other in a ring.
    setwise.insert(tx, files, [contents[hash_] for hash_ in sorted(contents)], once="hash")
    rows = [
        {"ticket_id": ticket, "mail_id": mail, "name": one.name, "type": one.type, "hash": hash_}
        for hash_, one in zip(hashes, came, strict=True)
    ]
    setwise.insert(tx, attachments, rows)


def content(tx: Transaction, hash_: str) -> bytes:
    """The octets that are known by their hash."""
    return bytes(tx.conn.execute(select(files.c.content).where(files.c.hash == hash_)).scalar_one())


def of_ticket(tx: Transaction, ticket: int) -> list[Attached]:
    """What came with the mails of a ticket, oldest first."""
    shown = (attachments, files.c.size)
    query = select(*shown).join(files).where(attachments.c.ticket_id == ticket).order_by(attachments.c.id)
    return [
        Attached(row.id, row.ticket_id, row.mail_id, row.name, row.type, row.hash, row.size)
        for row in tx.conn.execute(query)
    ]
