"""`escalator oncall`: who is on call, who is next, and who stands in."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from escalator.bootstrap import host_clock
from escalator.core.routing.oncall import on_call
from escalator.core.simulation.moments import asked
from escalator.service.oncall import OnCall, seen

from .desk import sound
from .office import OPERATOR, office
from .tables import show, table

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_TZ = click.option("--tz", metavar="ZONE", help="The zone of times without an offset, like Europe/Berlin.")


@click.group(invoke_without_command=True)
@click.option("--at", "moment", metavar="ISO", help="The moment that is asked for; now, if not given.")
@_TZ
@click.option(
    "--desk", "file", type=_FILE, help="A desk.yaml to look into; no database is needed, none is looked into."
)
@click.pass_context
def oncall(context: click.Context, moment: str | None, tz: str | None, file: Path | None) -> None:
    """Say who is on call for every schedule, since when, until when, and who is next."""
    if context.invoked_subcommand is not None:
        return
    at = asked(moment, tz) if moment else None
    if file is not None:
        _tell(_planned(file, at or host_clock()))
        return
    with office() as opened:
        _tell(opened.oncall.listing(OPERATOR, at)[1])


@oncall.command()
@click.argument("schedule")
@click.argument("person", metavar="EMAIL")
@click.argument("starts", metavar="FROM")
@click.argument("ends", metavar="TO")
@_TZ
def override(schedule: str, person: str, starts: str, ends: str, tz: str | None) -> None:
    """Let EMAIL stand in on SCHEDULE, from FROM to before TO."""
    with office() as opened:
        made = opened.oncall.stand_in(OPERATOR, schedule, person, asked(starts, tz), asked(ends, tz))
    click.echo(
        f"{made.person} is on call for {made.schedule} from {made.starts_at:%Y-%m-%d %H:%M}"
        f" to {_utc(made.ends_at)} (override {made.id})."
    )


@oncall.command()
@click.argument("schedule")
def overrides(schedule: str) -> None:
    """Show who stands in on SCHEDULE, now and later."""
    with office() as opened:
        found = opened.oncall.overrides(OPERATOR, schedule)
    if not found:
        click.echo(f"Nobody stands in on {schedule}.")
        return
    rows = [(stand.id, stand.person, _utc(stand.starts_at), _utc(stand.ends_at), stand.actor) for stand in found]
    show(table(f"Overrides of {schedule}", ("id", "person", "from", "to", "made by"), rows))


@oncall.command()
@click.argument("schedule")
@click.argument("number", metavar="ID")
def withdraw(schedule: str, number: str) -> None:
    """End override ID of SCHEDULE now, or take it back before it begins."""
    with office() as opened:
        ended = opened.oncall.withdraw(OPERATOR, schedule, number)
    click.echo(f"Override {ended.id} of {ended.schedule} for {ended.person} is withdrawn.")


def _planned(file: Path, at: datetime) -> list[OnCall]:
    """What a desk says by itself, without overrides and with everybody there."""
    desk = sound(file)
    return [seen(plan, on_call(plan, at, (), {}, desk.calendars), desk) for plan in desk.schedules.values()]


def _tell(duties: list[OnCall]) -> None:
    if not duties:
        click.echo("The desk has no on-call schedules; write them under `schedules:`.")
        return
    columns = ("schedule", "on call", "since", "until", "why", "next", "from")
    rows = [
        (
            duty.schedule,
            duty.person or "nobody",
            _local(duty.since, duty.zone),
            _local(duty.until, duty.zone),
            duty.why,
            duty.next_person,
            _local(duty.next_at, duty.zone),
        )
        for duty in duties
    ]
    show(table("On call", columns, rows))


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _local(at: datetime | None, zone: str) -> str:
    """A time as the people of the schedule read it."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M %Z}" if at else ""
