"""Brings a database to the schema that this code needs, and says whether it is there.

After a change of schema the rows of tickets are still those of another release; until they are rebuilt from their
timelines (`service/rebuilding.py`) the database is not current, and nobody works on it. So a release that only folds
events differently has a migration, too, one that changes nothing.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select

from . import heartbeats
from .database import Database, Transaction, database_clock
from .tables import tickets

_FOLDER = Path(__file__).parent / "migrations"

# The switch that is thrown in the very transaction of a migration, so that an interrupted upgrade is finished.
_REBUILD = "rebuild"


def upgrade(url: str) -> None:
    """Applies every migration that is missing; harmless when none is."""
    database = Database(url)
    try:
        with database.engine.connect() as conn:
            _wait_as_long_as_it_takes(conn)
            command.upgrade(config(conn), "head")
    finally:
        database.close()


def _wait_as_long_as_it_takes(conn: Connection) -> None:
    """A migration may be longer than any request."""
    if conn.dialect.name == "postgresql":
        for bound in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
            conn.exec_driver_sql(f"SET {bound} = 0")
        conn.commit()


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema of this code, and rows that this code wrote (guarantees.md, O4)."""
    with database.reading() as tx:
        revision = MigrationContext.configure(tx.conn).get_current_revision()
        return revision == head() and not owes_rebuild(tx)


def owe_rebuild(conn: Connection) -> None:
    """Remembers, if there are tickets, that their rows are those of another schema."""
    if conn.execute(select(tickets.c.id).limit(1)).first() is not None:
        tx = Transaction(conn, database_clock(conn))
        heartbeats.throw(tx, _REBUILD, "the rows of tickets are those of another release", "migrate")


def owes_rebuild(tx: Transaction) -> bool:
    return heartbeats.thrown(tx, _REBUILD) is not None


def rebuilt(tx: Transaction) -> None:
    """The rows are those of this code."""
    heartbeats.release(tx, _REBUILD)


def head() -> str | None:
    """The revision that this code needs."""
    return ScriptDirectory.from_config(config()).get_current_head()


def config(conn: Connection | None = None) -> Config:
    """What alembic's commands need; `conn` is where they work."""
    made = Config()
    made.set_main_option("script_location", str(_FOLDER))
    made.attributes["connection"] = conn
    return made
