"""Public messages and internal notes, in two tables that no query joins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, null, select

from escalator.core.ticket.events import Actor

from .database import Transaction
from .tables import internal_notes, messages

SHOWN_OF_WHOLE = 20_000
"""Characters; a page of the timeline has hundreds of messages, and the mail itself has all of it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote: `visibility` is `public` or `internal`; what came by mail says as which one.

    `whole` is for people of the desk: a mail's text with what it quotes, where that is more than `body`.
    """

    id: int
    at: datetime
    author: Actor
    body: str
    visibility: str
    mail: int | None = None
    whole: str | None = None


def add_public(
    tx: Transaction,
    ticket_id: int,
    author: Actor,
    body: str,
    at: datetime | None = None,
    whole: str | None = None,
    mail: int | None = None,
) -> int:
    """Keeps what was said and gives its number; `whole` is a mail's text with what it quotes, `mail` its number.

    What an agent quotes may be the desk's alone: it stands in their mail, and nowhere beside a public message (C1).
    """
    spoken = {"ticket_id": ticket_id, "at": at or tx.now, "author_kind": author.kind, "author": author.name}
    row = {**spoken, "body": body, "whole": None if author.kind == "agent" else whole, "mail_id": mail}
    return int(tx.conn.execute(messages.insert().returning(messages.c.id), row).scalar_one())


def first_of(tx: Transaction, ticket_id: int) -> int:
    """The number of the message with which a ticket was opened."""
    first = select(func.min(messages.c.id)).where(messages.c.ticket_id == ticket_id)
    return int(tx.conn.execute(first).scalar_one())


def replies(tx: Transaction, ticket_ids: Sequence[int], limit: int, length: int) -> list[tuple[int, str]]:
    """The newest public replies of agents in these tickets, oldest first: numbers and first `length` characters."""
    ours = (messages.c.ticket_id.in_(ticket_ids), messages.c.author_kind == "agent")
    beginning = func.substr(messages.c.body, 1, length)
    newest = select(messages.c.id, beginning).where(*ours).order_by(messages.c.id.desc()).limit(limit)
    return [(number, said) for number, said in reversed(tx.conn.execute(newest).all())]


def add_note(tx: Transaction, ticket_id: int, author: Actor, body: str, mail: int | None = None) -> int:
    row = {"ticket_id": ticket_id, "at": tx.now, "author": author.name, "body": body, "mail_id": mail}
    return int(tx.conn.execute(internal_notes.insert().returning(internal_notes.c.id), row).scalar_one())


def public(tx: Transaction, ids: Sequence[int]) -> dict[int, Message]:
    """What was said to and by the customer, by number, without what their mails quote."""
    return _spoken(tx, ids, null())


def in_timeline(tx: Transaction, ids: Sequence[int]) -> dict[int, Message]:
    """The same for people of the desk: with the beginning of the whole text of what others mailed."""
    quoting = case((messages.c.author_kind != "agent", func.substr(messages.c.whole, 1, SHOWN_OF_WHOLE)))
    return _spoken(tx, ids, quoting)


def _spoken(tx: Transaction, ids: Sequence[int], whole: ColumnElement[Any]) -> dict[int, Message]:
    if not ids:
        return {}
    shown = (messages.c.id, messages.c.at, messages.c.author_kind, messages.c.author, messages.c.body)
    query = select(*shown, messages.c.mail_id, whole.label("whole")).where(messages.c.id.in_(ids))
    return {
        row.id: Message(
            row.id, row.at, Actor(row.author_kind, row.author), row.body, "public", row.mail_id, row.whole
        )
        for row in tx.conn.execute(query)
    }


def of_agents(tx: Transaction, ids: Sequence[int]) -> dict[int, Message]:
    """What agents said to the customer, by number: no letter to one holds other words of a person (C1)."""
    return {number: message for number, message in public(tx, ids).items() if message.author.kind == "agent"}


def notes(tx: Transaction, ids: Sequence[int]) -> dict[int, Message]:
    """What the desk wrote for itself, by number."""
    if not ids:
        return {}
    rows = tx.conn.execute(select(internal_notes).where(internal_notes.c.id.in_(ids)))
    return {
        row.id: Message(row.id, row.at, Actor("agent", row.author), row.body, "internal", row.mail_id) for row in rows
    }
