"""What a ticket's thread of mail consists of: the mails that were heard on it, and the replies that went out.

Replies are known by the Message-IDs that they went out with: those made from another key, or for another mailbox,
stay in their thread.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select

from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.notify.thread import Part, message_in

from .database import Transaction
from .tables import incoming_mail, messages, outbox


def parts(tx: Transaction, ticket_ids: Sequence[int], limit: int) -> dict[int, list[Part]]:
    """Of each ticket's thread at least the first part and the newest `limit`, oldest first."""
    found: dict[int, list[Part]] = {}
    if ticket_ids:
        for ticket, part in (*_heard(tx, ticket_ids, limit), *_replies(tx, ticket_ids, limit)):
            found.setdefault(ticket, []).append(part)
    return {ticket: sorted(known, key=lambda part: part.message) for ticket, known in found.items()}


def _heard(tx: Transaction, ticket_ids: Sequence[int], limit: int) -> Iterator[tuple[int, Part]]:
    # What an agent wrote from their own mail program went to the customer as a letter of ours.
    mails = (
        select(messages.c.ticket_id, messages.c.id.label("place"), incoming_mail.c.message_id)
        .join(incoming_mail, incoming_mail.c.id == messages.c.mail_id)
        .where(messages.c.ticket_id.in_(ticket_ids), messages.c.author_kind == "customer")
        .where(incoming_mail.c.message_id != "")
    )
    for row in tx.conn.execute(_ends(mails, limit)):
        yield row.ticket_id, Part(row.place, row.message_id)


def _replies(tx: Transaction, ticket_ids: Sequence[int], limit: int) -> Iterator[tuple[int, Part]]:
    """One that went to several people is several letters with one Message-ID."""
    letters = (
        select(
            outbox.c.ticket_id,
            func.min(outbox.c.id).label("place"),
            outbox.c.message_id,
            func.min(outbox.c.key).label("key"),
        )
        .where(outbox.c.ticket_id.in_(ticket_ids), outbox.c.kind == CUSTOMER_REPLY)
        .group_by(outbox.c.ticket_id, outbox.c.message_id)
    )
    for row in tx.conn.execute(_ends(letters, limit)):
        yield row.ticket_id, Part(message_in(row.key), row.message_id, ours=True)


def _ends(rows: Select[Any], limit: int) -> Select[Any]:
    """Of these rows with a `ticket_id` and a `place` the first of each ticket and its last `limit`."""
    of = rows.subquery()
    first = func.row_number().over(partition_by=of.c.ticket_id, order_by=of.c.place)
    last = func.row_number().over(partition_by=of.c.ticket_id, order_by=of.c.place.desc())
    ranked = select(of, first.label("from_first"), last.label("from_last")).subquery()
    return select(ranked).where(or_(ranked.c.from_first == 1, ranked.c.from_last <= limit))
