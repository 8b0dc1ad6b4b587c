"""Signed links as rows that can be revoked; only the hash of a token is kept."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from . import setwise
from .database import Transaction
from .tables import links


@dataclass(frozen=True)
class Link:
    """Lets `person` take a ticket from a mail; `run` and `turn` name the step it was written for."""

    hash: str
    ticket_id: int
    person: str
    run: int
    turn: int
    expires_at: datetime


def add(tx: Transaction, new: Sequence[Link]) -> None:
    setwise.insert(tx, links, [asdict(link) for link in new])


def find(tx: Transaction, digest: str) -> Link | None:
    """The link with this hash, unless it has expired or was revoked."""
    query = select(links).where(links.c.hash == digest, links.c.expires_at > tx.now, links.c.revoked_at.is_(None))
    row = tx.conn.execute(query).one_or_none()
    return Link(row.hash, row.ticket_id, row.person, row.run, row.turn, row.expires_at) if row else None
