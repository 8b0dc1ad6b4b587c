"""Public messages and internal notes, in two tables that no query joins."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from escalator.core.ticket.events import Actor

from .database import Transaction
from .tables import internal_notes, messages


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote: `visibility` is `public` or `internal`."""

    id: int
    at: datetime
    author: Actor
    body: str
    visibility: str


def add_public(tx: Transaction, ticket_id: int, author: Actor, body: str) -> int:
    row = {"ticket_id": ticket_id, "at": tx.now, "author_kind": author.kind, "author": author.name, "body": body}
    return int(tx.conn.execute(messages.insert().returning(messages.c.id), row).scalar_one())


def add_note(tx: Transaction, ticket_id: int, author: Actor, body: str) -> int:
    row = {"ticket_id": ticket_id, "at": tx.now, "author": author.name, "body": body}
    return int(tx.conn.execute(internal_notes.insert().returning(internal_notes.c.id), row).scalar_one())


def public(tx: Transaction, ticket_id: int) -> list[Message]:
    """The conversation with the customer, oldest first."""
    query = select(messages).where(messages.c.ticket_id == ticket_id).order_by(messages.c.id)
    return [
        Message(row.id, row.at, Actor(row.author_kind, row.author), row.body, "public")
        for row in tx.conn.execute(query)
    ]


def notes(tx: Transaction, ticket_id: int) -> list[Message]:
    """What the desk wrote for itself, oldest first."""
    query = select(internal_notes).where(internal_notes.c.ticket_id == ticket_id).order_by(internal_notes.c.id)
    return [
        Message(row.id, row.at, Actor("agent", row.author), row.body, "internal") for row in tx.conn.execute(query)
    ]
