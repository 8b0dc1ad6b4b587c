"""Fresh databases for the tests: migrated once a session, and again as new for each test within milliseconds."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy import make_url

Upgrade = Callable[[str], None]


class Databases(Protocol):
    """What a test may ask for; both kinds of database give the same."""

    def fresh(self) -> str:
        """The URL of a database that is migrated and holds nothing; the one given before is gone."""
        ...

    def blank(self) -> str:
        """The URL of a new database without any table, for the tests of migrations."""
        ...


class SqliteDatabases:
    """Files in `folder`; a fresh one is a copy of the one that was migrated."""

    def __init__(self, folder: Path, upgrade: Upgrade) -> None:
        self.folder = folder
        self._upgrade = upgrade
        self._numbers = itertools.count(1)
        self._migrated: Path | None = None
        self._given: Path | None = None

    def fresh(self) -> str:
        if self._given:
            for leftover in self.folder.glob(f"{self._given.name}*"):
                leftover.unlink()
        self._given = self._next_file()
        shutil.copy(self._template(), self._given)
        return f"sqlite:///{self._given}"

    def blank(self) -> str:
        return f"sqlite:///{self._next_file()}"

    def _next_file(self) -> Path:
        return self.folder / f"{next(self._numbers):05}.sqlite"

    def _template(self) -> Path:
        if self._migrated is None:
            self._migrated = self.folder / "migrated.sqlite"
            self._upgrade(f"sqlite:///{self._migrated}")
        return self._migrated


# Measured with 30 tables, in milliseconds: CREATE DATABASE ... TEMPLATE 50 to 250, TRUNCATE 75 to 140, this 3.
# Without triggers (`replica`) the order of the tables does not matter, nor do guards against deleting.
EMPTY_ALL_TABLES = """
DO $$
DECLARE item record; filled boolean;
BEGIN
    PERFORM pg_terminate_backend(pid, 2000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    SET LOCAL lock_timeout = '10s';
    FOR item IN SELECT schemaname, tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I.%I)', item.schemaname, item.tablename) INTO filled;
        IF filled THEN EXECUTE format('DELETE FROM %I.%I', item.schemaname, item.tablename); END IF;
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""


class PostgresDatabases:
    """Databases on the server at `url`, whose account must be a superuser; `close` drops them."""

    def __init__(self, url: str, upgrade: Upgrade) -> None:
        self._server = psycopg.connect(_for_psycopg(url), autocommit=True)
        self._url = url
        self._upgrade = upgrade
        self._made: list[str] = []
        self._migrated: str | None = None

    def fresh(self) -> str:
        if self._migrated is None:
            self._migrated = self.blank()
            self._upgrade(self._migrated)
        else:
            self._empty(self._migrated)
        return self._migrated

    def blank(self) -> str:
        name = f"escalator_test_{self._server.info.backend_pid}_{len(self._made)}"
        self._server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        self._made.append(name)
        return make_url(self._url).set(database=name).render_as_string(hide_password=False)

    def close(self) -> None:
        for name in self._made:
            self._server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        self._server.close()

    def _empty(self, url: str) -> None:
        with psycopg.connect(_for_psycopg(url), autocommit=True) as connection:
            connection.execute(EMPTY_ALL_TABLES)


def _for_psycopg(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
