"""Signs of life of the parts, and the switches that an operator has thrown."""

from datetime import datetime

from sqlalchemy import delete, select

from . import setwise
from .database import Transaction
from .tables import heartbeats, switches


def beat(tx: Transaction, name: str) -> None:
    setwise.upsert(tx, heartbeats, ("name",), [{"name": name, "at": tx.now}])


def last(tx: Transaction, name: str) -> datetime | None:
    return tx.conn.execute(select(heartbeats.c.at).where(heartbeats.c.name == name)).scalar_one_or_none()


def throw(tx: Transaction, name: str, reason: str, actor: str) -> None:
    """Throws a switch, for instance `outbound-hold`; throwing it again keeps the newer reason."""
    row = {"name": name, "reason": reason, "at": tx.now, "actor": actor}
    setwise.upsert(tx, switches, ("name",), [row])


def release(tx: Transaction, name: str) -> None:
    tx.conn.execute(delete(switches).where(switches.c.name == name))


def thrown(tx: Transaction, name: str) -> str | None:
    """The reason for which a switch is thrown, or None."""
    return tx.conn.execute(select(switches.c.reason).where(switches.c.name == name)).scalar_one_or_none()
