"""What people of the desk have been told, and how much of it lately: the questions that a budget asks the outbox."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from escalator.core.desk.channels import MAIL

from .database import Transaction
from .tables import outbox

# What was superseded has told nobody anything, and what is dead has not arrived.
_TOLD = outbox.c.state.in_(("sent", "pending"))


def known(
    tx: Transaction, people: Collection[str], ticket_ids: Collection[int]
) -> dict[tuple[str, int], set[tuple[str, int]]]:
    """Kind and run of the letters about each of these tickets to each of these people, by any channel."""
    query = select(outbox.c.recipient, outbox.c.ticket_id, outbox.c.kind, outbox.c.run).distinct()
    found: dict[tuple[str, int], set[tuple[str, int]]] = {}
    about = query.where(outbox.c.ticket_id.in_(ticket_ids), outbox.c.recipient.in_(people), _TOLD)
    for row in tx.conn.execute(about):
        found.setdefault((row.recipient, row.ticket_id), set()).add((row.kind, row.run))
    return found


def lately(tx: Transaction, people: Collection[str], since: datetime) -> dict[str, int]:
    """How many mails each of these people was written since then; what waits for a digest is none yet."""
    mails = (outbox.c.channel == MAIL.label, outbox.c.digest_at.is_(None), _TOLD)
    written = select(outbox.c.recipient, func.count().label("mails")).where(*mails)
    mine = written.where(outbox.c.recipient.in_(people), outbox.c.created_at > since).group_by(outbox.c.recipient)
    return {row.recipient: row.mails for row in tx.conn.execute(mine)}
