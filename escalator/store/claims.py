"""Taking work with a lease: whoever changes the row has it, and everybody else passes it by."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, or_, update

from .database import Transaction


def is_free(tx: Transaction, table: Table) -> ColumnElement[bool]:
    """Nobody holds the row, or their lease has ended."""
    return or_(table.c.claimed_until.is_(None), table.c.claimed_until < tx.now)


def take(tx: Transaction, table: Table, due: Select[Any], token: str, lease: timedelta) -> Sequence[Row[Any]]:
    """Claims the rows whose ids `due` selects (with its order and limit), and counts the attempt."""
    if tx.on_postgres:
        # MATERIALIZED: as a subquery of IN, a nested-loop plan may run it again and claim more than the limit.
        chosen = due.with_for_update(skip_locked=True).cte("due").prefix_with("MATERIALIZED")
        condition = table.c.id == chosen.c.id
    else:
        condition = table.c.id.in_(due)
    statement = (
        update(table)
        .where(condition)
        .values(claim=token, claimed_until=tx.now + lease, attempts=table.c.attempts + 1)
        .returning(*table.c)
    )
    return tx.conn.execute(statement).all()
