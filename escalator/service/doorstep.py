"""Takes in a mail for a process that lives for it alone, with nothing that this does not need."""

from collections.abc import Iterator
from contextlib import contextmanager

from escalator.core.errors import EscalatorError, Unavailable
from escalator.store import migrate
from escalator.store.database import Database, Transaction

from .receiving import ReceivingService


@contextmanager
def doorstep(database_url: str) -> Iterator[ReceivingService]:
    """Raises `Unavailable` when the database does not have the schema of this release."""
    database = current(Database(database_url))
    try:
        # Whoever reads looks by himself every few seconds; a mail server should not wait for a bell.
        yield ReceivingService(database, _mailboxes, ring=lambda: None)
    finally:
        database.close()


def current(database: Database) -> Database:
    """The same, if it has the schema of this release; else closes it and raises `Unavailable`."""
    try:
        if migrate.is_current(database):
            return database
    except EscalatorError:
        database.close()
        raise
    database.close()
    raise Unavailable("the database does not have the schema of this release; run `escalator migrate`")


def _mailboxes(tx: Transaction) -> tuple[str, ...]:
    from .desk import DeskShelf  # it takes longer than all the rest, and is for mail without an envelope

    return DeskShelf().desks(tx).active.mailboxes
