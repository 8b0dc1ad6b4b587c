"""Letters that wait for a digest: who has some that are due, what becomes of them, what is said of them meanwhile."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from . import outbox as letters
from .database import Transaction
from .outbox import Posted
from .tables import outbox

_WAITS = (outbox.c.state == "pending", outbox.c.digest_at.is_not(None))


def due(tx: Transaction, limit: int) -> list[str]:
    """People for whom a digest is due."""
    query = select(outbox.c.recipient).where(*_WAITS, outbox.c.digest_at <= tx.now).distinct().limit(limit)
    return list(tx.conn.execute(query).scalars())


def locked(tx: Transaction, person: str, limit: int) -> list[Posted]:
    """The letters that are due to go into a person's digest, oldest first; until our end nobody else has them.

    Whoever waited for the lock finds those that went into a digest, or were overtaken, gone.
    """
    mine = select(outbox).where(*_WAITS, outbox.c.digest_at <= tx.now, outbox.c.recipient == person)
    rows = tx.conn.execute(mine.order_by(outbox.c.id).limit(limit).with_for_update())
    return [letters.posted(row) for row in rows]


def fold(tx: Transaction, ids: Sequence[int], key: str) -> None:
    """These letters have been told: they stand in the digest with this key."""
    number = tx.conn.execute(select(outbox.c.id).where(outbox.c.key == key)).scalar_one()
    told = update(outbox).where(outbox.c.id.in_(ids))
    tx.conn.execute(told.values(state="superseded", reason=f"in the digest {number}", settled_at=tx.now))


def let_go(tx: Transaction, id_: int) -> None:
    """The letter waits no more and goes out as it is."""
    tx.conn.execute(update(outbox).where(outbox.c.id == id_).values(digest_at=None, next_try_at=tx.now))


def about(tx: Transaction, ticket_id: int) -> list[tuple[str, datetime]]:
    """Who is to be told of a ticket in a digest, and when, each once."""
    query = select(outbox.c.recipient, outbox.c.digest_at).where(*_WAITS, outbox.c.ticket_id == ticket_id).distinct()
    return [(row.recipient, row.digest_at) for row in tx.conn.execute(query.order_by(outbox.c.digest_at))]
