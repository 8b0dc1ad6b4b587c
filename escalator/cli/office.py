"""Opens the database for a command: the one of the environment, else the one of the `escalator up` in this folder."""

from collections.abc import Iterator
from contextlib import contextmanager

from escalator.bootstrap import Office, open_office
from escalator.core.access import Principal, Role
from escalator.settings import adopt, read_database_url, read_embedded_settings

# Whoever can read the database's password may do everything; the timeline says that it was done from here.
OPERATOR = Principal(Role.ADMIN, "command line")


def database_url() -> str:
    """Raises `SettingsError` when neither the environment nor a desk that runs here says where the database is."""
    adopt(read_embedded_settings().home / "env")
    return read_database_url()


@contextmanager
def office() -> Iterator[Office]:
    """What can be done with nothing but the database."""
    opened = open_office(database_url())
    try:
        yield opened
    finally:
        opened.close()
