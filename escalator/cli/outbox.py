"""`escalator outbox`: look at letters, hold all of them, let them go, give dead ones another life."""

from collections.abc import Iterable

import click

from escalator.service.outbox import Standing, Waiting

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
    columns = ("id", "state", "kind", "channel", "to", "ticket", "created", "held until", "tries", "lost", "why")
    rows = [
        (
            posted.id,
            posted.letter.state,
            posted.letter.kind,
            posted.letter.channel,
            posted.letter.recipient,
            f"T-{posted.letter.ticket_id}",
            f"{posted.created_at:%Y-%m-%d %H:%M:%S}",
            f"{posted.held_until:%Y-%m-%d %H:%M}" if posted.held_until else "",
            posted.attempts,
            posted.ambiguous or "",
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


_dry_run = click.option("--dry-run", is_flag=True, help="Only count.")
_yes = click.option("--yes", is_flag=True, help="Do not ask.")


@outbox.command()
@_dry_run
@_yes
def release(dry_run: bool, yes: bool) -> None:
    """Send again, and first what has waited. Says first what that is, and asks."""
    with office() as opened:
        waiting = opened.outbox.waiting()
        _say_what_waits(waiting)
        if dry_run:
            return
        if waiting.count and not yes:
            click.confirm("Let it go?", abort=True)
        released = opened.outbox.release()
    click.echo(f"Outgoing mail goes out again; {released} letters waited.")


@outbox.command()
@click.argument("ids", type=int, nargs=-1)
@click.option("--all-dead", is_flag=True, help="All that are dead, in place of IDS.")
@click.option("--kind", help="With --all-dead: only letters of this kind.")
@_dry_run
@_yes
def replay(ids: tuple[int, ...], all_dead: bool, kind: str | None, dry_run: bool, yes: bool) -> None:
    """Try the dead letters with these IDS again, or all; how many all are is said first."""
    if bool(ids) is all_dead or (ids and (kind or dry_run)):
        raise click.UsageError("Give the IDS of letters, or --all-dead, which may have a --kind and a --dry-run.")
    with office() as opened:
        if ids:
            click.echo(f"{opened.outbox.replay(ids)} of {len(ids)} were dead and will be tried again.")
            return
        dead = opened.outbox.dead(kind)
        _count("Dead letters", dead)
        if dry_run or not dead:
            return
        if not yes:
            click.confirm("Try them again?", abort=True)
        click.echo(f"{opened.outbox.replay_all(kind)} were dead and will be tried again.")


def _say_what_waits(waiting: Waiting) -> None:
    _count("Letters that wait", waiting.letters)
    if waiting.busiest is not None:
        click.echo(f"Most of it, {waiting.busiest[1]}, goes to {waiting.busiest[0]}.")
    if digested := sum(one.letters for one in waiting.digested):
        click.echo(f"{digested} more come in digests, one to each person.")


def _count(title: str, standing: Iterable[Standing]) -> None:
    rows = [(one.kind, one.channel, one.letters, f"{one.oldest:%Y-%m-%d %H:%M}") for one in standing]
    show(table(title, ("kind", "channel", "letters", "oldest"), rows))
    click.echo(f"{sum(row[2] for row in rows)} in all.")
