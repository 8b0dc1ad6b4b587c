"""`escalator clocks`: what every clock of a log says, by a desk that need not be in use; no database is needed."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from escalator.bootstrap import host_clock
from escalator.core.reports.clocks import clocks_of
from escalator.core.simulation.moments import asked
from escalator.core.simulation.replaying import Replay
from escalator.core.simulation.timelines import Log, joined, read

from .desk import sound

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE_OR_STDIN = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_STDIN = Path("-")


@click.command()
@click.option("--desk", "file", required=True, type=_FILE, help="The desk whose promises are measured.")
@click.option("--at", "moment", metavar="ISO", help="The moment at which the clocks are read; now, if not given.")
@click.option("--tz", metavar="ZONE", help="The zone of times without an offset, like Europe/Berlin.")
@click.argument("timelines", type=_FILE_OR_STDIN, nargs=-1, required=True)
def clocks(file: Path, moment: str | None, tz: str | None, timelines: tuple[Path, ...]) -> None:
    """Print what every clock of the cases in TIMELINES (JSON lines; - is stdin) says, as one JSON document.

    People did what the log says; no ladder of ours moves anything in it. What happened after the moment of --at has
    not happened yet.
    """
    desk = sound(file)
    asked_for = asked(moment, tz) if moment else None
    log = joined(read_log(timeline, tz) for timeline in timelines)
    at = asked_for or _now(log)
    replay = Replay(log.timelines, desk, at)
    for part in _document(replay, log, at):
        click.echo(part)


def read_log(file: Path, tz: str | None) -> Log:
    """The cases in a file, or on stdin."""
    if file == _STDIN:
        return read(sys.stdin.buffer, "stdin", tz)
    with file.open("rb") as lines:
        return read(lines, str(file), tz)


def _now(log: Log) -> datetime:
    """The present; a log that lies in the future is read at its end."""
    last = max((logged.known_at for timeline in log.timelines for logged in timeline.events), default=None)
    return max(host_clock(), last) if last else host_clock()


def _document(replay: Replay, log: Log, at: datetime) -> Iterator[str]:
    """The JSON in lines, a case in each, so that a large log is never held as one text."""
    yield f'{{"at": {json.dumps(at.isoformat())}, "tickets": ['
    comma = ""
    for case in replay.cases():
        yield comma + json.dumps(clocks_of(case, replay.desks, at))
        comma = ","
    counts = {"ignored": log.ignored, "passed_over": replay.passed_over}
    yield "], " + json.dumps(counts)[1:]
