"""`escalator outbox`: look at letters, hold all of them, let them go, give dead ones another life."""

import click

from .office import OPERATOR, office
from .tables import show, table

STATES = ("pending", "sent", "superseded", "dead")


@click.group()
def outbox() -> None:
    """Outgoing mail: list, hold, release, replay."""


@outbox.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only letters that stand like this.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many at most.")
def list_(state: str | None, limit: int) -> None:
    """Show letters, the newest first, and how many there are of each state."""
    with office() as opened:
        letters = opened.outbox.listing(OPERATOR, state, limit)
        standing = opened.outbox.state(OPERATOR)
    columns = ("id", "state", "kind", "channel", "to", "ticket", "created", "tries", "why")
    rows = [
        (
            posted.id,
            posted.letter.state,
            posted.letter.kind,
            posted.letter.channel,
            posted.letter.recipient,
            f"T-{posted.letter.ticket_id}",
            f"{posted.created_at:%Y-%m-%d %H:%M:%S}",
            posted.attempts,
            posted.letter.reason,
        )
        for posted in letters
    ]
    show(table("Letters", columns, rows))
    click.echo(", ".join(f"{count} {name}" for name, count in sorted(standing.counts.items())) or "no letters yet")
    if standing.held_because is not None:
        click.echo(f"Nothing is sent: {standing.held_because}. Let it go with `escalator outbox release`.")


@outbox.command()
@click.option("--reason", required=True, help="Why; whoever looks at the outbox will read it.")
def hold(reason: str) -> None:
    """Send nothing from now on. Tickets, clocks and ladders go on."""
    with office() as opened:
        opened.outbox.hold(reason, OPERATOR.name)
    click.echo("Outgoing mail is held.")


@outbox.command()
def release() -> None:
    """Send again, and first what has waited."""
    with office() as opened:
        waiting = opened.outbox.release()
    click.echo(f"Outgoing mail goes out again; {waiting} letters waited.")


@outbox.command()
@click.argument("ids", type=int, nargs=-1, required=True)
def replay(ids: tuple[int, ...]) -> None:
    """Try the dead letters with these IDS again."""
    with office() as opened:
        replayed = opened.outbox.replay(ids)
    click.echo(f"{replayed} of {len(ids)} were dead and will be tried again.")
