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
from .progress import bar


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
@click.option("--rebuild", is_flag=True, help="Compare the rows of all tickets with their timelines, and mend them.")
def migrate(stay: bool, rebuild: bool) -> None:
    """Bring the database to the schema of this release; put DESK_FILE into use if no desk is in use yet.

    After a change of schema the rows of all tickets are rebuilt from their timelines; --rebuild does so at any time.
    """
    with bar("Rebuilding") as on_progress:
        rebuilt = first_run.migrate(database_url(), read_desk_file(), on_progress, rebuild=rebuild)
    failed = rebuilt is not None and bool(rebuilt.failed)
    if rebuilt is not None:
        click.echo(first_run.words(rebuilt), err=failed)
    click.echo("The database has the schema of this release.")
    if stay:
        # One ticket that cannot be computed must not keep the whole desk from starting.
        signal.sigwait({signal.SIGTERM, signal.SIGINT})
    if failed:
        raise click.exceptions.Exit(1)


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
