"""Commands that bring a desk to life: `up` runs all of it on this machine, `migrate` readies a database."""

import signal
import time
from contextlib import suppress

import click

from escalator.bootstrap import open_office
from escalator.core.errors import Unavailable
from escalator.embedded import first_run
from escalator.embedded import up as embedded
from escalator.embedded.valkey import ValkeyError
from escalator.settings import read_desk_file

from .office import database_url


@click.command()
def up() -> None:
    """Run everything on this machine: web, worker, mailer, beat, Flower, with a database and a broker of its own."""
    try:
        embedded.up(_say)
    except ValkeyError as error:
        raise click.ClickException(str(error)) from error


def _say(text: str) -> None:
    """Whoever listened may be gone (`escalator up | head`); the desk must still be stopped in order."""
    with suppress(BrokenPipeError):
        click.echo(text)


@click.command()
@click.option("--stay", is_flag=True, help="Do not end: for runners that stop everything when one process ends.")
def migrate(stay: bool) -> None:
    """Bring the database to the schema of this release; put DESK_FILE into use if no desk is in use yet."""
    first_run.migrate(database_url(), read_desk_file())
    click.echo("The database has the schema of this release.")
    if stay:
        signal.sigwait({signal.SIGTERM, signal.SIGINT})


@click.command()
@click.option("--seconds", default=60, show_default=True, help="How long at most.")
def wait(seconds: int) -> None:
    """Wait until the database has the schema of this release, for processes that are started beside `migrate`."""
    until = time.monotonic() + seconds
    while True:
        try:
            open_office(database_url()).close()
        except Unavailable:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
        else:
            return
