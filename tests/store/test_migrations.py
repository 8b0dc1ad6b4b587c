"""The migrations build exactly the tables that the code believes in, and lead back."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from escalator.core.ticket.ticket import Requester
from escalator.store.database import Database
from escalator.store.migrate import config, is_current, rebuilt, upgrade
from escalator.store.tables import desks, metadata, tickets
from tests.servers.databases import Databases
from tests.story import Story


def test_the_migrations_lead_to_the_tables_of_the_code(database: Database, url: str) -> None:
    assert not is_current(database)
    upgrade(url)
    upgrade(url)  # the second time there is nothing to do
    assert is_current(database)
    _has_the_tables_of_the_code(database)


def test_every_migration_leads_back_and_forth_again_with_rows(database: Database, url: str) -> None:
    upgrade(url)
    with Story(url) as story:
        story.opened("the page")
    with database.reading() as tx:
        names = [column.name for column in tickets.c if column.name not in _LATER]
        kept = tx.conn.execute(select(*[tickets.c[name] for name in names])).all()

    _go(database, "0001")
    assert not _LATER & {column["name"] for column in inspect(database.engine).get_columns("tickets")}
    assert "holidays" not in {column["name"] for column in inspect(database.engine).get_columns("desks")}
    upgrade(url)

    _has_the_tables_of_the_code(database)
    with database.reading() as tx:
        row = tx.conn.execute(select(tickets)).one()
        assert [tuple(row._mapping[name] for name in names)] == kept
        assert (row.stays, row.resolves, row.desk, row.answered_at, row.snoozed_until) == ([], 0, 0, None, None)
        assert tx.conn.execute(select(desks.c.holidays)).scalars().all() == [None]


def test_the_names_of_organizations_are_put_like_those_of_new_tickets(database: Database, url: str) -> None:
    upgrade(url)
    firms = ["STÄDTISCHE WERKE", "Große Straße GmbH", "", "İstanbul A.Ş."]
    with Story(url) as story:
        for number, firm in enumerate(firms):
            story.opened("the page", by=Requester(f"dana@city-{number}.example", "Dana", organization=firm))
    organizations = select(tickets.c.organization).order_by(tickets.c.id)
    with database.reading() as tx:
        written = tx.conn.execute(organizations).scalars().all()
    _go(database, "0003")
    upgrade(url)
    with database.reading() as tx:
        assert tx.conn.execute(organizations).scalars().all() == written == [firm.casefold() for firm in firms]


def test_a_database_with_rows_of_another_release_is_not_current_until_they_are_rebuilt(
    database: Database, url: str
) -> None:
    upgrade(url)
    with Story(url) as story:
        story.opened("the page")
    assert is_current(database)
    _go(database, "0002")
    upgrade(url)
    assert not is_current(database)
    upgrade(url)  # an upgrade that was killed before it had rebuilt them changes nothing in that
    assert not is_current(database)
    with database.transaction() as tx:
        rebuilt(tx)
    assert is_current(database)


_LATER = {"answered_at", "stays", "resolves", "aged_at", "snoozes", "snoozed_until", "follow_up_of", "desk"}
_LATER |= {"case_id", "verdict", "signals", "silences", "silent_at", "organization", "requester_domain"}
_LATER |= {"conversation", "call_back", "held", "asked"}


@pytest.fixture
def url(databases: Databases) -> str:
    return databases.blank()


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def _go(database: Database, revision: str) -> None:
    with database.engine.connect() as conn:
        command.downgrade(config(conn), revision)
    with database.reading() as tx:
        assert tx.conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == revision


def _has_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []
