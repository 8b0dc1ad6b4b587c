"""The desk's versions: written once, never changed; the newest is active."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from escalator.core.desk.holidays import PublicHolidays

from .database import Transaction
from .tables import desks


@dataclass(frozen=True, slots=True)
class Stored:
    """What a version says, with the public holidays as they were known when it was stored."""

    document: str
    holidays: PublicHolidays


def lock(tx: Transaction) -> None:
    """Until the end of the transaction nobody else stores a version; SQLite lets only one write anyway."""
    if tx.on_postgres:
        tx.conn.exec_driver_sql("LOCK TABLE desks IN SHARE ROW EXCLUSIVE MODE")


def add(tx: Transaction, desk: Stored, actor: str) -> int:
    """Stores a new version, which is active from now on; gives its number."""
    holidays = {region: [day.isoformat() for day in days] for region, days in desk.holidays.items()}
    row = {"document": desk.document, "holidays": holidays, "at": tx.now, "actor": actor}
    return int(tx.conn.execute(desks.insert().returning(desks.c.version), row).scalar_one())


def active_version(tx: Transaction) -> int | None:
    newest: int | None = tx.conn.execute(select(func.max(desks.c.version))).scalar_one()
    return newest


def stored(tx: Transaction, version: int) -> Stored:
    row = tx.conn.execute(select(desks.c.document, desks.c.holidays).where(desks.c.version == version)).one()
    return Stored(row.document, _days(row.holidays or {}))


def _days(written: Mapping[str, list[str]]) -> PublicHolidays:
    return {region: tuple(map(date.fromisoformat, days)) for region, days in written.items()}


def versions(tx: Transaction) -> list[int]:
    return list(tx.conn.execute(select(desks.c.version).order_by(desks.c.version)).scalars())
