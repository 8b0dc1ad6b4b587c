"""What a ticket's thread of mail consists of: the mails that were heard on it, and the replies that went out."""

from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select

from escalator.core.notify.thread import Part

from .database import Transaction
from .tables import incoming_mail, messages


def parts(tx: Transaction, ticket_ids: Sequence[int], limit: int) -> dict[int, list[Part]]:
    """The first part and the newest `limit` of each ticket's thread, oldest first."""
    if not ticket_ids:
        return {}
    in_thread = or_(
        messages.c.author_kind == "agent",
        and_(messages.c.author_kind == "customer", incoming_mail.c.message_id != ""),
    )
    ranked = (
        select(
            messages.c.ticket_id,
            messages.c.id,
            messages.c.author_kind,
            incoming_mail.c.message_id,
            func.row_number().over(partition_by=messages.c.ticket_id, order_by=messages.c.id).label("from_first"),
            func.row_number()
            .over(partition_by=messages.c.ticket_id, order_by=messages.c.id.desc())
            .label("from_last"),
        )
        .outerjoin(incoming_mail, incoming_mail.c.id == messages.c.mail_id)
        .where(messages.c.ticket_id.in_(ticket_ids), in_thread)
        .subquery()
    )
    wanted = select(ranked).where(or_(ranked.c.from_first == 1, ranked.c.from_last <= limit)).order_by(ranked.c.id)
    found: dict[int, list[Part]] = {}
    for row in tx.conn.execute(wanted):
        # What an agent wrote from their own mail program went to the customer as a letter of ours.
        theirs = row.message_id if row.author_kind == "customer" else ""
        found.setdefault(row.ticket_id, []).append(Part(row.id, theirs))
    return found
