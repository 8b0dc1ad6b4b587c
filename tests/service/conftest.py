"""Use cases are tried on both databases, with a clock that the test moves."""

from collections.abc import Iterator

import pytest

from tests.story import Story


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story
