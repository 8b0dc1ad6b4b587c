"""The desk's versions: written once, never changed; the newest is active."""

from sqlalchemy import func, select

from .database import Transaction
from .tables import desks


def add(tx: Transaction, document: str, actor: str) -> int:
    """Stores a new version, which is active from now on; gives its number."""
    row = {"document": document, "at": tx.now, "actor": actor}
    return int(tx.conn.execute(desks.insert().returning(desks.c.version), row).scalar_one())


def active_version(tx: Transaction) -> int | None:
    newest: int | None = tx.conn.execute(select(func.max(desks.c.version))).scalar_one()
    return newest


def document(tx: Transaction, version: int) -> str:
    return str(tx.conn.execute(select(desks.c.document).where(desks.c.version == version)).scalar_one())


def versions(tx: Transaction) -> list[int]:
    return list(tx.conn.execute(select(desks.c.version).order_by(desks.c.version)).scalars())
