"""Replies that wait for a second pair of eyes, in a table of their own that no customer's page or mail reads (C1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from .database import Transaction
from .tables import held_replies


@dataclass(frozen=True, slots=True)
class Reply:
    """What `author` (an address of the desk) would say to the customer."""

    id: int
    at: datetime
    author: str
    body: str


def hold(tx: Transaction, ticket_id: int, author: str, body: str) -> int:
    """Keeps the reply and gives its number, which no other held reply has."""
    row = {"ticket_id": ticket_id, "at": tx.now, "author": author, "body": body}
    return int(tx.conn.execute(held_replies.insert().returning(held_replies.c.id), row).scalar_one())


def held(tx: Transaction, ids: Sequence[int]) -> dict[int, Reply]:
    """The replies by number; they are kept when they have gone out or back."""
    if not ids:
        return {}
    rows = tx.conn.execute(select(held_replies).where(held_replies.c.id.in_(ids)))
    return {row.id: Reply(row.id, row.at, row.author, row.body) for row in rows}
