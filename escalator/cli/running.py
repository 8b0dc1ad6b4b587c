"""Commands that bring a desk to life: `up` runs all of it on this machine, `migrate` readies a database."""

import click

from escalator.embedded import first_run
from escalator.embedded import up as embedded
from escalator.embedded.valkey import ValkeyError
from escalator.settings import read_desk_file

from .office import database_url


@click.command()
def up() -> None:
    """Run everything on this machine: web, worker, mailer, beat, Flower, with a database and a broker of its own."""
    try:
        embedded.up(click.echo)
    except ValkeyError as error:
        raise click.ClickException(str(error)) from error


@click.command()
def migrate() -> None:
    """Bring the database to the schema of this release; put DESK_FILE into use if no desk is in use yet."""
    first_run.migrate(database_url(), read_desk_file())
    click.echo("The database has the schema of this release.")
