"""The databases that tests are given: as new each time, on both kinds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from tests.servers.databases import Databases, PostgresDatabases, SqliteDatabases


def run(url: str, *statements: str) -> list[tuple[object, ...]]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            result = connection.execute(text(statement))
        return [tuple(row) for row in result] if result.returns_rows else []


def a_small_desk(url: str) -> None:
    key = "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY" if url.startswith("post") else "integer PRIMARY KEY"
    run(
        url,
        f"CREATE TABLE tickets (id {key}, subject text)",
        "CREATE TABLE events (ticket_id bigint NOT NULL REFERENCES tickets, body text)",
        "CREATE TABLE alembic_version (version_num text)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    if request.param == "sqlite":
        yield SqliteDatabases(tmp_path, a_small_desk)
        return
    made = PostgresDatabases(request.getfixturevalue("postgres_url"), a_small_desk)
    yield made
    made.close()


def test_a_fresh_database_holds_nothing_of_the_test_before(databases: Databases) -> None:
    run(databases.fresh(), "INSERT INTO tickets (subject) VALUES ('loop')", "INSERT INTO events VALUES (1, 'again')")

    fresh = databases.fresh()

    assert run(fresh, "SELECT * FROM tickets") == []
    assert run(fresh, "SELECT * FROM events") == []


def test_ids_start_again_at_one(databases: Databases) -> None:
    run(databases.fresh(), "INSERT INTO tickets (subject) VALUES ('first'), ('second')")

    fresh = databases.fresh()
    run(fresh, "INSERT INTO tickets (subject) VALUES ('third')")

    assert run(fresh, "SELECT id FROM tickets") == [(1,)]


def test_the_schemas_version_stays(databases: Databases) -> None:
    databases.fresh()

    assert run(databases.fresh(), "SELECT version_num FROM alembic_version") == [("0001",)]


def test_a_forgotten_transaction_does_not_hold_up_the_next_test(databases: Databases) -> None:
    url = databases.fresh()
    run(url, "INSERT INTO tickets (subject) VALUES ('held')")
    engine = create_engine(url, poolclass=NullPool)
    forgotten = engine.connect()
    forgotten.execute(text("UPDATE tickets SET subject = 'never committed'"))

    assert run(databases.fresh(), "SELECT * FROM tickets") == []

    forgotten.invalidate()
    forgotten.close()


def test_a_blank_database_has_no_tables_and_is_not_the_others(databases: Databases) -> None:
    blank = databases.blank()
    run(blank, "CREATE TABLE tickets (id int)")

    assert blank != databases.blank()
    assert blank != databases.fresh()
