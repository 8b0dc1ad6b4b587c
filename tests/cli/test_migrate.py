"""`escalator migrate` as an operator types it: after an upgrade, and when a row is in doubt."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete

from escalator.store.database import Database
from escalator.store.tables import events
from tests.servers.databases import Databases
from tests.store.released import lay_down

from .conftest import Run


@pytest.fixture
def released(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database as the first release left it, which the environment names."""
    url = databases.blank()
    lay_down(url)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def loses_events(released: str) -> Callable[[int], None]:
    def lose(number: int) -> None:
        database = Database(released)
        with database.transaction() as tx:
            tx.conn.execute(delete(events).where(events.c.ticket_id == number))
        database.close()

    return lose


def test_after_an_upgrade_it_says_what_it_rebuilt_and_only_then(bare: Run, released: str) -> None:
    first, second = bare("migrate"), bare("migrate")
    assert first.exit_code == second.exit_code == 0
    assert "rows of 24 tickets" in first.output
    assert second.output == "The database has the schema of this release.\n"


def test_it_rebuilds_at_any_time_when_it_is_told_to(bare: Run, released: str) -> None:
    bare("migrate")
    asked = bare("migrate", "--rebuild")
    assert (asked.exit_code, "24 tickets against their timelines, mended 0" in asked.output) == (0, True)


def test_what_cannot_be_rebuilt_is_named_and_the_command_fails(
    bare: Run, released: str, loses_events: Callable[[int], None]
) -> None:
    loses_events(7)
    failed = bare("migrate")
    assert failed.exit_code == 1
    assert "1 could not be rebuilt" in failed.stderr
    assert "(T-7)" in failed.stderr
    # It is no reason to keep everybody from working; the next one only looks at the schema.
    assert bare("migrate").exit_code == 0
    assert bare("migrate", "--rebuild").exit_code == 1
