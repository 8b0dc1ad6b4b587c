"""`escalator mail suppressed` and `mail lift`: whom we do not write to, why, and that it was mended."""

import click

from escalator.core.mail.suppressing import Cause

from .office import OPERATOR, office
from .tables import show, table


@click.command()
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many at most.")
def suppressed(limit: int) -> None:
    """Show the addresses of customers that get no mail, or not all of it; the newest first."""
    with office() as opened:
        found = opened.suppressed.listing(OPERATOR, limit)
    rows = [(one.address, one.scope, one.cause, one.why, f"{one.since:%Y-%m-%d %H:%M}") for one in found]
    show(table("Suppressed", ("address", "gets nothing", "cause", "because", "since"), rows))
    if not found:
        click.echo("Everybody gets all mail.")


@click.command()
@click.argument("address")
@click.option("--cause", type=click.Choice([str(cause) for cause in Cause]), help="Lift this one only.")
def lift(address: str, cause: str | None) -> None:
    """Write to ADDRESS again. What was kept from it is not sent; see `escalator outbox replay`."""
    causes = list(Cause) if cause is None else [Cause(cause)]
    with office() as opened:
        lifted = opened.suppressed.lift(OPERATOR, address, causes)
    if not lifted:
        raise click.ClickException(f"nothing is kept from {address}{f' by a {cause}' if cause else ''}")
    click.echo(f"{address} gets mail again." if cause is None else f"The {cause} keeps nothing from {address} now.")
