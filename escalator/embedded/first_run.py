"""What must be there before anything starts: the schema, a desk, and somebody with a key."""

from contextlib import closing
from pathlib import Path

from escalator.bootstrap import Office, open_office
from escalator.core.access import Principal, Role
from escalator.core.desk.reader import read
from escalator.core.errors import Unauthorized
from escalator.store.migrate import upgrade

from .home import write_private

EXAMPLE_DESK = Path(__file__).parents[1] / "example" / "desk.yaml"

_US = Principal(Role.ADMIN, "setup")


def migrate(database_url: str, desk_file: Path | None) -> None:
    """Brings the database to this release; one without a desk gets that of `desk_file`, if there is one."""
    upgrade(database_url)
    if desk_file is not None:
        with closing(open_office(database_url)) as office:
            _apply_if_none(office, desk_file)


def prepare(database_url: str, desk_file: Path | None, key_file: Path) -> str:
    """Everything for an embedded desk; returns a key with which to try it."""
    migrate(database_url, desk_file or EXAMPLE_DESK)
    with closing(open_office(database_url)) as office:
        return first_key(office, key_file)


def _apply_if_none(office: Office, desk_file: Path) -> None:
    """What people have changed since is never overwritten."""
    if not office.desk.is_set_up():
        office.desk.apply(_US, desk_file.read_text(encoding="utf-8"))


def first_key(office: Office, file: Path) -> str:
    """An admin's key, for the person who has the last word at the desk; kept in `file`, to be shown at each start."""
    kept = file.read_text().strip() if file.exists() else ""
    try:
        office.keys.authenticate(kept)
    except Unauthorized:
        _, document = office.desk.current(_US)
        kept = office.keys.create(Role.ADMIN, read(document).escalation.last_resort)
        write_private(file, kept)
    return kept
