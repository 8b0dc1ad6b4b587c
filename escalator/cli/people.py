"""`escalator people`: who is there, who is away, whose address has been mended, and whether messages reach them."""

import sys

import click

from escalator.bootstrap import build
from escalator.service.people import Person
from escalator.settings import read_settings

from .office import OPERATOR, database_url, office
from .tables import show, table


@click.group()
def people() -> None:
    """The people of the desk: list, reachable, test."""


@people.command("list")
def list_() -> None:
    """Show everybody with what is known of them now."""
    with office() as opened:
        found = opened.people.listing(OPERATOR)
    columns = ("email", "name", "teams", "leads", "open tickets", "away until", "channels")
    rows = [
        (
            person.email,
            person.name,
            ", ".join(person.teams),
            ", ".join(person.leads),
            person.open_tickets,
            person.away_until,
            _channels(person),
        )
        for person in found
    ]
    show(table("People", columns, rows))


@people.command()
@click.argument("email")
def reachable(email: str) -> None:
    """Ask EMAIL by mail again: the address has been mended."""
    with office() as opened:
        opened.people.set_reachable(OPERATOR, email)
    click.echo(f"{email} is asked by mail again.")


@people.command()
@click.argument("email")
def test(email: str) -> None:
    """Send a test message through each channel of EMAIL now, and say how it went; at most once a minute."""
    database_url()  # takes over the settings of a desk that runs here
    whole = build(read_settings())
    try:
        trials = whole.trials.reach(OPERATOR, email)
    finally:
        whole.close()
    for trial in trials:
        click.echo(f"{trial.channel}: {trial.said}")
    if not trials:
        click.echo(f"{email} has no channel: nothing reaches them.")
    sys.exit(0 if trials and all(trial.reached for trial in trials) else 1)


def _channels(person: Person) -> str:
    shown = [f"{name} (came back)" if name == "mail" and person.mail_comes_back else name for name in person.channels]
    return ", ".join(shown) or "none"
