"""Connections, transactions and the clock: the one place where time is read, and it is the database's time."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, bindparam, create_engine, event, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from escalator.core.errors import Busy, Unavailable

from .types import UtcDateTime

Clock = Callable[[Connection], datetime]


@dataclass(frozen=True, slots=True)
class Transaction:
    """One unit of work: a connection inside a transaction, and the one moment at which all of it happens."""

    conn: Connection
    now: datetime

    @property
    def on_postgres(self) -> bool:
        return self.conn.dialect.name == "postgresql"

    def in_passing(self) -> None:
        """Waits a second at most for each lock: for work that holds many rows meanwhile, and can come back."""
        if self.on_postgres:
            self.conn.exec_driver_sql("SET LOCAL lock_timeout = '1s'")

    def alone(self, number: int) -> None:
        """Until our end no other transaction passes here with the same number; what they wrote is seen from here on.

        A reader passes, and SQLite has one writer anyway. Whole chunks may be before us, so it waits longer than for
        a row, unless it works in passing.
        """
        reads = self.conn.get_execution_options().get("escalator_reads", False)
        if (
            reads
            or not self.on_postgres
            or self.conn.execute(select(func.pg_try_advisory_xact_lock(number))).scalar()
        ):
            return
        usual: str = self.conn.exec_driver_sql("SHOW lock_timeout").scalar_one()
        patience = _PATIENCE if usual == _ROW_PATIENCE else usual
        self.conn.exec_driver_sql(f"SET LOCAL lock_timeout = '{patience}'")
        self.conn.execute(select(func.pg_advisory_xact_lock(number)))
        self.conn.exec_driver_sql(f"SET LOCAL lock_timeout = '{usual}'")


@dataclass(frozen=True, slots=True)
class Statement:
    """A unit of work that is one statement; `now` is its moment, as a part of it with the parameters `known`."""

    conn: Connection
    now: ColumnElement[Any]
    known: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A connection on which each statement is a transaction by itself."""

    conn: Connection
    clock: Clock

    @contextmanager
    def statement(self) -> Iterator[Statement]:
        with _named_outage(), self.conn.begin():
            if self.clock is database_clock:
                yield Statement(self.conn, _TIME_WITHIN[self.conn.dialect.name], {})
            else:
                yield Statement(self.conn, _GIVEN_TIME, {_GIVEN_TIME.key: self.clock(self.conn)})


class Database:
    """Gives transactions. `clock` is the database's own unless a test, an import or a simulation replaces it."""

    def __init__(self, url: str, clock: Clock | None = None) -> None:
        self.engine = _engine(url)
        self.clock = clock or database_clock
        # To SQLite there is no journey, and whoever writes there begins by taking the lock.
        self._alone = self.engine.execution_options(isolation_level="AUTOCOMMIT") if self.on_postgres else self.engine

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A writing transaction: committed at the end, rolled back on any exception."""
        with _named_outage(), self.engine.begin() as conn:
            yield Transaction(conn, self.clock(conn))

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that sees one state of the database and changes nothing."""
        with _named_outage(), self.engine.connect() as conn:
            reader = conn.execution_options(escalator_reads=True)
            with reader.begin() as outer:
                yield Transaction(reader, self.clock(reader))
                outer.rollback()

    @contextmanager
    def line(self) -> Iterator["Line"]:
        """A connection kept for single statements: taking one, beginning and ending are journeys, too."""
        with _named_outage(), self._alone.connect() as conn:
            yield Line(conn, self.clock)

    @property
    def on_postgres(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        self.engine.dispose()


def database_clock(conn: Connection) -> datetime:
    """The database's time, in UTC; hosts may be wrong about theirs."""
    if conn.dialect.name == "postgresql":
        now: datetime = conn.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return now.astimezone(UTC)
    moment = conn.execute(text("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")).scalar_one()
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


# The same as a part of a statement, in the form of a column of instants.
_TIME_WITHIN: Mapping[str, ColumnElement[Any]] = {
    "postgresql": func.clock_timestamp(),
    "sqlite": func.strftime("%Y-%m-%d %H:%M:%f000", "now"),
}
_GIVEN_TIME = bindparam("given_time", type_=UtcDateTime)


def host_clock() -> datetime:
    """This machine's time, in UTC, for what is reckoned without a database."""
    return datetime.now(UTC)  # noqa: TID251 - the one place


@contextmanager
def _named_outage() -> Iterator[None]:
    """A database that does not answer becomes an error with a name; the transaction has changed nothing."""
    try:
        yield
    except PoolTimeout as error:
        raise Busy("all connections to the database are busy; try again") from error
    except (OperationalError, InterfaceError) as error:
        name = type(error.orig).__name__
        if _is_gone(error):
            raise Unavailable(f"the database does not answer ({name}); try again") from error
        raise Busy(f"the database could not do it this time ({name}); try again") from error


def _is_gone(error: DBAPIError) -> bool:
    """Whether the database itself is away, full or shutting down, and not just at odds with these rows.

    PostgreSQL gives no SQLSTATE when nothing answers, 08 for connections, 53 for a full disk or too many connections,
    57P for shutting down. SQLite has one class for everything; what it says there is about the file.
    """
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state.startswith(("08", "53", "57P"))


# How long to wait for a row, and for those who share tickets out before us.
_ROW_PATIENCE, _PATIENCE = "5s", "25s"

# Nobody waits for ever: not for a row that a paused process holds, and not for a host that is cut off.
_BOUNDS = {
    "connect_timeout": 5,
    "options": f"-c timezone=UTC -c lock_timeout={_ROW_PATIENCE} -c statement_timeout=30s"
    " -c idle_in_transaction_session_timeout=30s",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15000,
}


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        connection = {"isolation_level": None}
        engine = create_engine(parsed, connect_args=connection, pool_size=8, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(
        parsed,
        hide_parameters=True,  # an error that quotes its parameters would put a customer's words into the log
        pool_size=8,
        max_overflow=8,
        pool_pre_ping=True,
        pool_timeout=10,
        connect_args=_BOUNDS,
    )


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(conn: Connection) -> None:
    # A writer that starts as a reader may fail half-way with "database is locked"; so it takes the lock first.
    reads = conn.get_execution_options().get("escalator_reads", False)
    conn.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
