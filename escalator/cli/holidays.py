"""`escalator desk holidays`: a calendar feed as lines that can be pasted into a desk.yaml."""

from pathlib import Path
from typing import BinaryIO

import click

from escalator.bootstrap import host_clock
from escalator.core.calendar import Calendar
from escalator.core.desk.feeds import MOST_BYTES, proposal
from escalator.core.desk.holidays import FIRST_YEAR, LAST_YEAR
from escalator.core.desk.problems import did_you_mean

from .desk import sound

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_YEAR = click.IntRange(FIRST_YEAR, LAST_YEAR)

# Who names no years wants those that can be planned.
_AHEAD = 2


@click.command()
@click.argument("feed", type=click.File("rb"))
@click.option("--desk", "file", type=_FILE, help="Leave out what is closed already by this desk.yaml ...")
@click.option("--calendar", "name", metavar="NAME", help="... in this one of its calendars.")
@click.option("--from", "since", type=_YEAR, metavar="YYYY", help="The first year; this one, if not given.")
@click.option("--to", "until", type=_YEAR, metavar="YYYY", help="The last year; two later, if not given.")
def holidays(feed: BinaryIO, file: Path | None, name: str | None, since: int | None, until: int | None) -> None:
    """Propose the whole days of FEED (an iCalendar file; - is stdin) as lines for `holidays:` in a desk.yaml.

    Nothing is fetched and nothing is changed: read the lines, and paste the days on which you close.
    """
    first = since or host_clock().year
    last = until or min(first + _AHEAD, LAST_YEAR)
    if first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    calendar = _calendar(file, name)
    proposed = proposal(feed.read(MOST_BYTES + 1), first, last)
    new = {day: names for day, names in proposed.days.items() if calendar is None or calendar.opens_on(day)}
    click.echo(f"# whole days from {first} to {last}: {len(new)}")
    for day, names in new.items():
        click.echo(f"- {day} # {', '.join(names)}")
    if closed := len(proposed.days) - len(new):
        click.echo(f'# closed already in "{name}": {closed} more')
    for sentence in proposed.left:
        click.echo(f"# not taken: {sentence}")


def _calendar(file: Path | None, name: str | None) -> Calendar | None:
    """The calendar `name` of the desk in `file`; None when neither is asked for."""
    if file is None and name is None:
        return None
    if file is None or name is None:
        raise click.UsageError("--desk and --calendar go together")
    calendars = sound(file).calendars
    if name not in calendars:
        raise click.UsageError(f'there is no calendar "{name}" in {file}. {did_you_mean(name, calendars)}')
    return calendars[name]
