"""What every test may ask for: fresh databases of both kinds, a real Valkey, and the shared data."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from hypothesis import settings

from escalator import logs
from escalator.embedded.valkey import Valkey
from tests.servers.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.servers.postgres import Postgres

# The same seed is not wanted anywhere: CI is to find what the developer's run did not.
settings.register_profile("everyday", deadline=None, derandomize=False, print_blob=True)
settings.register_profile("proof", settings.get_profile("everyday"), max_examples=3000)
settings.load_profile("everyday")

# A thread of one test may still speak while the next one reads what a command prints.
logs.keep_off_stdout()


def _upgrade(url: str) -> None:
    from escalator.store.migrate import upgrade

    upgrade(url)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server; tests that stop and start one make a `Postgres` of their own."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with Postgres() as server:
        yield server.url


@pytest.fixture(scope="session")
def valkey_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Valkey server, which may hold what other tests left; see `empty_valkey_url`."""
    with Valkey(tmp_path_factory.mktemp("valkey")) as server:
        yield server.url


@pytest.fixture
def empty_valkey_url(valkey_url: str) -> str:
    with redis.Redis.from_url(valkey_url) as client:
        client.flushall()
    return valkey_url


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"), _upgrade)


@pytest.fixture(scope="session")
def postgres_databases(postgres_url: str) -> Iterator[Databases]:
    databases = PostgresDatabases(postgres_url, _upgrade)
    yield databases
    databases.close()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Runs the test on both kinds. Property tests take this one and call `fresh()` for each example."""
    kind = {"sqlite": "sqlite_databases", "postgresql": "postgres_databases"}[request.param]
    found: Databases = request.getfixturevalue(kind)
    return found


@pytest.fixture
def database_url(databases: Databases) -> str:
    """Runs the test on both kinds, each time on a database that is migrated and empty."""
    return databases.fresh()


@pytest.fixture
def sqlite_database_url(sqlite_databases: Databases) -> str:
    return sqlite_databases.fresh()


@pytest.fixture
def postgres_database_url(postgres_databases: Databases) -> str:
    return postgres_databases.fresh()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real mails and timelines, which lie beside the project's folder on some machines only."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("ESCALATOR_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"The sample data is not on this machine: {folder} is no folder (ESCALATOR_DATA names another)")
    return folder
