"""What stands in the database afterwards: which promises are on record as broken, and what was told."""

from collections import Counter
from datetime import datetime

from sqlalchemy import func, select, update

from escalator.bootstrap import Application
from escalator.core.ticket.events import Kind
from escalator.store.tables import deadlines, events, outbox


def breaches(app: Application) -> Counter[str]:
    """How often each ticket's promise is on record as broken."""
    with app.database.reading() as tx:
        rows = tx.conn.execute(select(events.c.ticket_id).where(events.c.kind == Kind.CLOCK_BREACHED))
        return Counter(f"T-{row.ticket_id}" for row in rows)


def breached(app: Application) -> set[str]:
    return set(breaches(app))


def letters(app: Application) -> Counter[str]:
    """How many letters each ticket has caused."""
    with app.database.reading() as tx:
        return Counter(f"T-{row.ticket_id}" for row in tx.conn.execute(select(outbox.c.ticket_id)))


def lateness(app: Application, since: datetime) -> list[float]:
    """Seconds from due to fired, for each deadline that fell due at `since` or later and has fired."""
    fired = select(deadlines.c.due_at, deadlines.c.fired_at).where(
        deadlines.c.state == "fired", deadlines.c.due_at >= since
    )
    with app.database.reading() as tx:
        return [(row.fired_at - row.due_at).total_seconds() for row in tx.conn.execute(fired)]


def claimed(app: Application) -> int:
    """How many deadlines a worker holds, or held when it died."""
    held = select(func.count()).where(deadlines.c.state == "pending", deadlines.c.claim.is_not(None))
    with app.database.reading() as tx:
        return int(tx.conn.execute(held).scalar_one())


def end_all_leases(app: Application) -> None:
    """What time does by itself: the claims of a worker that died are free again."""
    with app.database.transaction() as tx:
        over = update(deadlines).where(deadlines.c.claim.is_not(None)).values(claimed_until=tx.now)
        tx.conn.execute(over)


def now(app: Application) -> datetime:
    with app.database.reading() as tx:
        return tx.now
