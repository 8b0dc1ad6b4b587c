"""`escalator key`: API keys, shown once at their creation."""

from datetime import timedelta

import click

from escalator.core.access import Role
from escalator.core.desk.spans import span

from .office import office
from .tables import show, table


class Span(click.ParamType[timedelta]):
    """A span of time as it stands in the desk: 90d, 12h, 1w."""

    name = "span"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        try:
            amount = span(str(value))
        except ValueError as error:
            self.fail(f"{error}; write one like 90d, 12h or 1w", param, ctx)
        if amount <= timedelta(0):
            self.fail("it must be longer than nothing", param, ctx)
        return amount


@click.group()
def key() -> None:
    """API keys: create, list, revoke."""


@key.command()
@click.option("--role", type=click.Choice([str(role) for role in Role]), required=True, help="What the key may do.")
@click.option("--agent", metavar="EMAIL", help="The person of the desk for whom the key speaks.")
@click.option("--expires", type=Span(), metavar="SPAN", help="How long it is valid, like 90d; without it, for ever.")
def create(role: str, agent: str | None, expires: timedelta | None) -> None:
    """Print a new key. It is stored as a hash only: this is the one time that it can be seen."""
    with office() as opened:
        click.echo(opened.keys.create(Role(role), agent, expires))


@key.command("list")
def list_() -> None:
    """Show all keys by the first letters of each."""
    with office() as opened:
        found = opened.keys.listing()
    columns = ("prefix", "role", "agent", "created", "expires", "revoked")
    rows = [(one.prefix, one.role, one.agent, one.created_at, one.expires_at, one.revoked_at) for one in found]
    show(table("API keys", columns, rows))


@key.command()
@click.argument("prefix")
def revoke(prefix: str) -> None:
    """End the life of the key that starts with PREFIX."""
    with office() as opened:
        opened.keys.revoke(prefix)
    click.echo(f"{prefix} is revoked.")
