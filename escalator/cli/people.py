"""`escalator people`: who is there, who is away, and whose address has been mended."""

import click

from .office import OPERATOR, office
from .tables import show, table


@click.group()
def people() -> None:
    """The people of the desk: list, reachable."""


@people.command("list")
def list_() -> None:
    """Show everybody with what is known of them now."""
    with office() as opened:
        found = opened.people.listing(OPERATOR)
    columns = ("email", "name", "teams", "leads", "open tickets", "away until", "mail")
    rows = [
        (
            person.email,
            person.name,
            ", ".join(person.teams),
            ", ".join(person.leads),
            person.open_tickets,
            person.away_until,
            "reaches them" if person.reachable else "came back",
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
