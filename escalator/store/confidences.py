"""What the desk wrote for its own people about tickets, and what it said aloud: never joined, only compared (C1)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, exists, select

from escalator.core.desk.channels import MAIL

from .database import Transaction
from .tables import held_replies, incoming_mail, internal_notes, messages, outbox

KEPT_INSIDE = "kept_inside"
"""What became of a colleague's mail that did not do all that it asked for."""
MOST = 200
LETTERS = 50


def notes(tx: Transaction, ticket_ids: Sequence[int], person: str) -> list[str]:
    """The newest notes on these tickets, but for what `person` mailed to the customer and was kept inside.

    Whoever writes it again, better, repeats themselves.
    """
    kept = incoming_mail.c.reason == KEPT_INSIDE
    theirs = exists().where(incoming_mail.c.id == internal_notes.c.mail_id, kept, internal_notes.c.author == person)
    return _newest(tx, internal_notes, ticket_ids, ~theirs)


def held_back(tx: Transaction, ticket_ids: Sequence[int]) -> list[str]:
    """The newest replies that waited for a second pair of eyes, also those that went out or back since."""
    return _newest(tx, held_replies, ticket_ids)


def letters(tx: Transaction, ticket_ids: Sequence[int], person: str) -> list[bytes]:
    """The newest mails to people of the desk about these tickets, and to `person` about any."""
    about = _letters(tx, outbox.c.ticket_id.in_(ticket_ids))
    return list({**about, **_letters(tx, outbox.c.recipient == person)}.values())


def said(tx: Transaction, ticket_ids: Sequence[int]) -> list[str]:
    """The newest words between the desk and those outside."""
    return _newest(tx, messages, ticket_ids)


def _newest(tx: Transaction, table: Table, ticket_ids: Sequence[int], *which: ColumnElement[bool]) -> list[str]:
    about = select(table.c.body).where(table.c.ticket_id.in_(ticket_ids), *which)
    query = about.order_by(table.c.id.desc()).limit(MOST)
    return list(tx.conn.execute(query).scalars())


def _letters(tx: Transaction, which: ColumnElement[bool]) -> dict[int, bytes]:
    inside = (outbox.c.channel == MAIL.label, ~outbox.c.kind.like("customer_%"))
    newest = select(outbox.c.id, outbox.c.payload).where(which, *inside).order_by(outbox.c.id.desc()).limit(LETTERS)
    return {row.id: row.payload for row in tx.conn.execute(newest)}
