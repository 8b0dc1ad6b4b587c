"""How many letters stand where, by kind and channel: what is counted before many of them are moved at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from .database import Transaction
from .tables import outbox


@dataclass(frozen=True, slots=True)
class Standing:
    """Letters of one kind on one channel, and since when the oldest is there."""

    kind: str
    channel: str
    letters: int
    oldest: datetime


def standing(tx: Transaction, state: str, kind: str | None = None, in_digests: bool = False) -> list[Standing]:
    """The letters in `state`, of all kinds or one; those that wait for a digest only if asked for."""
    wanted = [outbox.c.state == state]
    if kind is not None:
        wanted.append(outbox.c.kind == kind)
    if state == "pending":
        wanted.append(outbox.c.digest_at.is_not(None) if in_digests else outbox.c.digest_at.is_(None))
    counted = select(outbox.c.kind, outbox.c.channel, func.count(), func.min(outbox.c.created_at)).where(*wanted)
    rows = tx.conn.execute(
        counted.group_by(outbox.c.kind, outbox.c.channel).order_by(outbox.c.kind, outbox.c.channel)
    )
    return [Standing(*row) for row in rows]


def busiest(tx: Transaction) -> tuple[str, int] | None:
    """To whom most of what may go out goes, and how much."""
    letters = func.count().label("letters")
    waiting = select(outbox.c.recipient, letters).where(outbox.c.state == "pending", outbox.c.digest_at.is_(None))
    row = tx.conn.execute(waiting.group_by(outbox.c.recipient).order_by(letters.desc(), outbox.c.recipient)).first()
    return (row.recipient, row.letters) if row else None


def dead(tx: Transaction, kind: str | None) -> list[int]:
    """The numbers of dead letters, of all kinds or one."""
    wanted = select(outbox.c.id).where(outbox.c.state == "dead").order_by(outbox.c.id)
    return list(tx.conn.execute(wanted if kind is None else wanted.where(outbox.c.kind == kind)).scalars())
