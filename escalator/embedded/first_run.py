"""What must be there before anything starts: the schema, a desk, and somebody with a key."""

from pathlib import Path

from escalator.bootstrap import Application, build
from escalator.core.access import Principal, Role
from escalator.core.desk.reader import read
from escalator.core.errors import Unauthorized
from escalator.settings import Settings
from escalator.store.migrate import upgrade

from .home import write_private

EXAMPLE_DESK = Path(__file__).parents[1] / "example" / "desk.yaml"

_US = Principal(Role.ADMIN, "setup")


def migrate(settings: Settings) -> None:
    """Brings the database to this release; a database without a desk gets the one of DESK_FILE, if that is set."""
    upgrade(settings.database_url)
    if settings.desk_file is not None:
        app = build(settings)
        try:
            apply_if_none(app, settings.desk_file)
        finally:
            app.close()


def apply_if_none(app: Application, desk_file: Path) -> None:
    """Puts `desk_file` into use unless a desk is: what people have changed since is never overwritten."""
    if not app.desk.is_set_up():
        app.desk.apply(_US, desk_file.read_text())


def prepare(settings: Settings, key_file: Path) -> str:
    """Everything for an embedded desk; returns a key with which to try it."""
    migrate(settings)
    app = build(settings)
    try:
        apply_if_none(app, EXAMPLE_DESK)
        return first_key(app, key_file)
    finally:
        app.close()


def first_key(app: Application, file: Path) -> str:
    """An admin's key, for the person who has the last word at the desk; kept in `file`, to be shown at each start."""
    kept = file.read_text().strip() if file.exists() else ""
    try:
        app.keys.authenticate(kept)
    except Unauthorized:
        _, document = app.desk.current(_US)
        kept = app.keys.create(Role.ADMIN, read(document).escalation.last_resort)
        write_private(file, kept)
    return kept
