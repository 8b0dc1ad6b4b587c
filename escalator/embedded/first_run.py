"""What must be there before anything starts: the schema, a desk, and somebody with a key."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from escalator.bootstrap import Office, open_office, rebuilding
from escalator.core.access import Principal, Role
from escalator.core.desk.reader import read
from escalator.core.errors import Unauthorized
from escalator.service.rebuilding import Rebuilt
from escalator.service.walking import Progress
from escalator.store.migrate import upgrade

from .home import write_private

EXAMPLE_DESK = Path(__file__).parents[1] / "example" / "desk.yaml"

_US = Principal(Role.ADMIN, "setup")


Say = Callable[[str], None]


def _unwatched(done: int, total: int) -> None:
    """Nobody wants to see how far it is."""


def migrate(
    database_url: str, desk_file: Path | None, on_progress: Progress = _unwatched, *, rebuild: bool = False
) -> Rebuilt | None:
    """Brings the database to this release; one without a desk gets that of `desk_file`, if there is one.

    The rows of tickets are rebuilt after a change of schema, and when `rebuild` asks for it; gives what came of that.
    """
    upgrade(database_url)
    with rebuilding(database_url) as rebuilder:
        rebuilt = rebuilder.run(on_progress) if rebuild or rebuilder.is_owed() else None
    if desk_file is not None:
        with closing(open_office(database_url)) as office:
            _apply_if_none(office, desk_file)
    return rebuilt


def words(rebuilt: Rebuilt) -> str:
    """What came of a rebuilding, for people."""
    done = f"Looked at the rows of {rebuilt.tickets:,} tickets against their timelines, mended {rebuilt.mended:,}."
    if not rebuilt.failed:
        return done
    some = ", ".join(f"T-{number}" for number in rebuilt.failed[:10]) + (", ..." if len(rebuilt.failed) > 10 else "")
    return f"{done} {len(rebuilt.failed):,} could not be rebuilt and are as they were ({some}); the log says why."


def prepare(database_url: str, desk_file: Path | None, key_file: Path, say: Say) -> str:
    """Everything for an embedded desk; returns a key with which to try it."""
    if rebuilt := migrate(database_url, desk_file or EXAMPLE_DESK):
        say(words(rebuilt))
    with closing(open_office(database_url)) as office:
        return first_key(office, key_file)


def mailbox(database_url: str) -> str:
    """The address at which the desk gets mail."""
    with closing(open_office(database_url)) as office:
        _, document = office.desk.current(_US)
        return read(document).mail.address


def _apply_if_none(office: Office, desk_file: Path) -> None:
    """What people have changed since is never overwritten."""
    if not office.desk.in_use():
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
