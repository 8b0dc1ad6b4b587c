"""`escalator mail suppressed` and `mail lift`: whom we do not write to, why, and that it was mended."""

import click

from .office import OPERATOR, office
from .tables import show, table


@click.command()
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many at most.")
def suppressed(limit: int) -> None:
    """Show the addresses of customers that get no mail, or not all of it; the newest first."""
    with office() as opened:
        found = opened.suppressed.listing(OPERATOR, limit)
    rows = [(one.address, str(one.scope), one.why, f"{one.since:%Y-%m-%d %H:%M}") for one in found]
    show(table("Suppressed", ("address", "gets nothing", "because", "since"), rows))
    if not found:
        click.echo("Everybody gets all mail.")


@click.command()
@click.argument("address")
def lift(address: str) -> None:
    """Write to ADDRESS again. What was kept from it is not sent; see `escalator outbox replay`."""
    with office() as opened:
        lifted = opened.suppressed.lift(address)
    if not lifted:
        raise click.ClickException(f"nothing is kept from {address}")
    click.echo(f"{address} gets mail again.")
