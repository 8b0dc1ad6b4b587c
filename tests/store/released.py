"""The database of the first release, as its own code (commit 067f344) left it after a story: `first_release.json`.

Among its tickets: one that was brought up for its age twice, some that wait, came back, broke their promise, were
escalated, acknowledged, resolved, and the cases of an import. `NOW` is when the upgrade comes.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, Table, text

from escalator.store.database import Database
from escalator.store.migrate import config
from escalator.store.tables import metadata
from escalator.store.types import UtcDateTime

_KEPT = json.loads(Path(__file__).with_name("first_release.json").read_text(encoding="utf-8"))

NOW = datetime.fromisoformat(_KEPT["now"]).astimezone(UTC)

# What each ticket is there for, with its number.
TICKETS: dict[str, str] = _KEPT["tickets"]


def lay_down(url: str) -> None:
    """Gives the blank database at `url` the schema and the rows of the first release."""
    database = Database(url)
    try:
        with database.engine.connect() as conn:
            command.upgrade(config(conn), "0001")
            for table in metadata.sorted_tables:
                if table.name in _KEPT["tables"]:
                    _fill(conn, table, **_KEPT["tables"][table.name])
            conn.commit()
    finally:
        database.close()


def _fill(conn: Connection, table: Table, columns: list[str], rows: list[list[Any]]) -> None:
    conn.execute(table.insert(), [_row(table, columns, row) for row in rows])
    if conn.dialect.name == "postgresql" and "id" in columns:
        name, last = table.name, rows[-1][0]
        conn.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), {"name": name, "last": last})


def _row(table: Table, columns: list[str], values: list[Any]) -> dict[str, Any]:
    row = dict(zip(columns, values, strict=True))
    moments = [name for name in columns if isinstance(table.c[name].type, UtcDateTime) and row[name]]
    # Nothing of it is still to be sent, so what was sent is not kept.
    sent = {"payload": b""} if "payload" in row else {}
    return row | {name: datetime.fromisoformat(row[name]) for name in moments} | sent
