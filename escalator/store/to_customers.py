"""Letters to customers among all others: how many our machine wrote lately, and which must not go out any more."""

from collections.abc import Collection, Iterable
from zlib import crc32

from sqlalchemy import ColumnElement, and_, case, func, or_, select, text, update

from escalator.core.mail.breakers import ACKNOWLEDGED_WITHIN, HOUR, Wrote
from escalator.core.mail.suppressing import Cause, Scope
from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.notify.customers import CustomerNoticeKind

from .database import Transaction
from .tables import outbox, suppressions

_GOES = outbox.c.state.in_(["pending", "sent"])
# Advisory locks of acknowledgements are apart from those of linking, of senders (store/incoming.py) and all others.
_ACKNOWLEDGING = 1 << 42


def alone(tx: Transaction, mailboxes: Iterable[str]) -> None:
    """Waits until nobody else acknowledges mail of these mailboxes, so that what is counted then stands."""
    for number in sorted({crc32(mailbox.encode("utf-8", "surrogatepass")) for mailbox in mailboxes}):
        tx.alone(_ACKNOWLEDGING + number)


def wrote_to(tx: Transaction, mailboxes: Collection[str]) -> dict[str, Wrote]:
    """What our machine wrote lately to each of these mailboxes; what was not to be sent counts for nothing."""
    theirs = (outbox.c.counted_as.in_(mailboxes), outbox.c.created_at > tx.now - ACKNOWLEDGED_WITHIN, _GOES)
    in_hour = func.sum(case((outbox.c.created_at > tx.now - HOUR, 1), else_=0))
    acknowledged = func.sum(case((outbox.c.kind == str(CustomerNoticeKind.ACKNOWLEDGEMENT), 1), else_=0))
    rows = tx.conn.execute(
        select(outbox.c.counted_as, in_hour, acknowledged).where(*theirs).group_by(outbox.c.counted_as)
    )
    return {mailbox: Wrote(int(hour), int(day)) for mailbox, hour, day in rows}


def wrote_about(tx: Transaction, tickets: Collection[int]) -> dict[int, int]:
    """How many mails our machine wrote to customers in the last hour about each of these tickets."""
    lately = (outbox.c.ticket_id.in_(tickets), outbox.c.created_at > tx.now - HOUR, _GOES)
    counted = select(outbox.c.ticket_id, func.count()).where(*lately, outbox.c.counted_as.is_not(None))
    return {number: int(count) for number, count in tx.conn.execute(counted.group_by(outbox.c.ticket_id))}


def automatic_in_hour(tx: Transaction) -> int:
    """How many mails our machine wrote to customers in the last hour."""
    # The first condition is what the index of these letters says of itself, so that it is used.
    counts = (text("outbox.kind LIKE 'customer_%'"), outbox.c.counted_as.is_not(None), _GOES)
    lately = select(func.count()).select_from(outbox).where(*counts, outbox.c.created_at > tx.now - HOUR)
    return int(tx.conn.execute(lately).scalar_one())


def bury(tx: Transaction, address: str, kinds: Iterable[str], reason: str) -> None:
    """What still waits for a customer at `address`, and is of these kinds, is not sent any more."""
    theirs = or_(outbox.c.recipient == address, func.lower(outbox.c.recipient) == address.lower())
    # No index knows small letters; what waits is little, and has one that is found by these very words.
    waiting = update(outbox).where(theirs, text("outbox.state = 'pending'"))
    of_kind = waiting.where(outbox.c.kind.in_([str(kind) for kind in kinds]))
    tx.conn.execute(of_kind.values(state="dead", reason=reason, settled_at=tx.now))


def unwelcome() -> ColumnElement[bool]:
    """A letter to a customer who is suppressed, as far as they are."""
    optional = [str(kind) for kind in CustomerNoticeKind if kind.is_optional]
    kinds = {
        Scope.ALL: outbox.c.kind.in_([*map(str, CustomerNoticeKind), CUSTOMER_REPLY]),
        Scope.AUTOMATIC: outbox.c.kind.in_([str(kind) for kind in CustomerNoticeKind]),
        Scope.OPTIONAL: outbox.c.kind.in_(optional),
    }
    kept = or_(*(and_(suppressions.c.cause == str(cause), kinds[cause.scope]) for cause in Cause))
    return (
        select(suppressions.c.address).where(suppressions.c.address == func.lower(outbox.c.recipient), kept).exists()
    )
