"""The migrations build exactly the tables that the code believes in."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from escalator.store.database import Database
from escalator.store.migrate import is_current, upgrade
from escalator.store.tables import metadata
from tests.servers.databases import Databases


def test_the_migrations_lead_to_the_tables_of_the_code(databases: Databases) -> None:
    url = databases.blank()
    database = Database(url)
    try:
        assert not is_current(database)
        upgrade(url)
        upgrade(url)  # the second time there is nothing to do
        assert is_current(database)
        with database.engine.connect() as conn:
            assert compare_metadata(MigrationContext.configure(conn), metadata) == []
    finally:
        database.close()
