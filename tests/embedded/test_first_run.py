"""Before anything starts: the schema is there, a desk is in use, and somebody has a key."""

from contextlib import closing
from pathlib import Path

import pytest

from escalator.bootstrap import open_office
from escalator.core.access import Principal, Role
from escalator.embedded.first_run import EXAMPLE_DESK, migrate, prepare
from tests.servers.databases import Databases
from tests.store.released import lay_down

READER = Principal(Role.READ, "tests")


@pytest.fixture
def blank_url(databases: Databases) -> str:
    return databases.blank()


def test_a_new_database_gets_the_desk_that_is_named(blank_url: str) -> None:
    migrate(blank_url, EXAMPLE_DESK)

    with closing(open_office(blank_url)) as office:
        assert office.desk.current(READER) == (1, EXAMPLE_DESK.read_text())


def test_a_desk_that_people_have_put_into_use_is_left_alone(blank_url: str, tmp_path: Path) -> None:
    migrate(blank_url, EXAMPLE_DESK)
    other = tmp_path / "desk.yaml"
    other.write_text(EXAMPLE_DESK.read_text().replace("Harbour Support", "Lighthouse"))

    migrate(blank_url, other)

    with closing(open_office(blank_url)) as office:
        assert office.desk.current(READER)[0] == 1


def test_without_a_desk_file_no_desk_is_made_up(blank_url: str) -> None:
    migrate(blank_url, None)

    with closing(open_office(blank_url)) as office:
        assert not office.desk.in_use()


def test_the_first_key_is_an_admins_and_the_same_at_each_start(blank_url: str, tmp_path: Path) -> None:
    file = tmp_path / "first-api-key"

    key = prepare(blank_url, None, file, print)

    assert prepare(blank_url, None, file, print) == key
    assert file.stat().st_mode & 0o077 == 0
    with closing(open_office(blank_url)) as office:
        principal = office.keys.authenticate(key)
    assert (principal.role, principal.agent) == (Role.ADMIN, "mia@harbour.example")


def test_rows_of_an_older_release_are_rebuilt_and_it_says_so(blank_url: str, tmp_path: Path) -> None:
    lay_down(blank_url)
    said: list[str] = []

    for _ in range(2):
        prepare(blank_url, None, tmp_path / "first-api-key", said.append)

    assert ["24 tickets" in text for text in said] == [True]


def test_a_key_of_another_database_is_replaced(databases: Databases, tmp_path: Path) -> None:
    file = tmp_path / "first-api-key"
    key = prepare(databases.blank(), None, file, print)

    assert prepare(databases.blank(), None, file, print) != key
