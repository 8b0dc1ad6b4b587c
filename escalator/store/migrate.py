"""Brings a database to the schema that this code needs, and says whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from .database import Database

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(url: str) -> None:
    """Applies every migration that is missing; harmless when none is."""
    database = Database(url)
    try:
        with database.engine.connect() as conn:
            _wait_as_long_as_it_takes(conn)
            config = _config()
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
    finally:
        database.close()


def _wait_as_long_as_it_takes(conn: Connection) -> None:
    """A migration may be longer than any request."""
    if conn.dialect.name == "postgresql":
        for bound in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
            conn.exec_driver_sql(f"SET {bound} = 0")
        conn.commit()


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema of this code (guarantees.md, O4)."""
    with database.reading() as tx:
        return MigrationContext.configure(tx.conn).get_current_revision() == head()


def head() -> str | None:
    """The revision that this code needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    return config
