"""The API is tried on both databases, over the use cases as they are."""

from collections.abc import Iterator

import pytest

from escalator.store.migrate import upgrade
from tests.api.house import House
from tests.servers.databases import SqliteDatabases
from tests.story import SAM, Story


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    with Story(database_url) as story:
        yield House(story)


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for all tests of what is refused at the door, before any database is asked."""
    with Story(SqliteDatabases(tmp_path_factory.mktemp("door"), upgrade).fresh()) as story:
        yield House(story)
        assert set(story.told) <= {SAM}, "only the test button of the documentation's example writes to anybody"
