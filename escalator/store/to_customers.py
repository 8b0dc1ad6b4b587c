"""Letters to customers among all others: how many our machine wrote lately, and which must not go out any more."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, and_, case, func, or_, select, text, update

from escalator.core.mail.breakers import ACKNOWLEDGED_WITHIN, HOUR, Wrote
from escalator.core.mail.suppressing import Cause, Scope
from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.notify.customers import CustomerNoticeKind

from .database import Transaction
from .tables import outbox, suppressions

# The first condition is what the index of these letters says of itself, so that it is used.
_COUNTS = (
    text("outbox.kind LIKE 'customer_%'"),
    outbox.c.kind.in_([str(kind) for kind in CustomerNoticeKind]),
    outbox.c.state.in_(["pending", "sent"]),
)


def wrote_to(tx: Transaction, addresses: Sequence[str]) -> dict[str, Wrote]:
    """What our machine wrote lately to each of these customers; what was not to be sent counts for nothing."""
    theirs = (outbox.c.recipient.in_(addresses), outbox.c.created_at > tx.now - ACKNOWLEDGED_WITHIN, *_COUNTS)
    in_hour = func.sum(case((outbox.c.created_at > tx.now - HOUR, 1), else_=0))
    acknowledged = func.sum(case((outbox.c.kind == str(CustomerNoticeKind.ACKNOWLEDGEMENT), 1), else_=0))
    rows = tx.conn.execute(
        select(outbox.c.recipient, in_hour, acknowledged).where(*theirs).group_by(outbox.c.recipient)
    )
    return {address.casefold(): Wrote(int(hour), int(day)) for address, hour, day in rows}


def automatic_in_hour(tx: Transaction) -> int:
    """How many mails our machine wrote to customers in the last hour."""
    lately = select(func.count()).select_from(outbox).where(outbox.c.created_at > tx.now - HOUR, *_COUNTS)
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
