"""`escalator loops`: which cases of a log went in circles, since when, and what shows it; no database is needed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from escalator.core.reports.loops import LoopTotals, LoopWatch, WatchedCase, case_of
from escalator.core.simulation.timelines import Log, joined
from escalator.embedded.first_run import EXAMPLE_DESK

from .clocks import read_log
from .desk import sound
from .tables import show, table

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE_OR_STDIN = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_OUT = click.File("w", encoding="utf-8", lazy=True)


@click.command()
@click.option("--desk", "file", type=_FILE, help="The desk whose rules hold; the example desk, if not given.")
@click.option("--tz", metavar="ZONE", help="The zone of times without an offset, like Europe/Berlin.")
@click.option(
    "--json", "out", type=_OUT, help="Write one JSON document there (- is stdout) instead of a line a case."
)
@click.argument("timelines", type=_FILE_OR_STDIN, nargs=-1, required=True)
def loops(file: Path | None, tz: str | None, out: IO[str] | None, timelines: tuple[Path, ...]) -> None:
    """Say which of the cases in TIMELINES (JSON lines; - is stdin) went in circles, and what shows it.

    At every moment a case is judged by what had happened until then. A silence is found at the instant at which it
    becomes too long, and the last one ends with the log.
    """
    desk = sound(file or EXAMPLE_DESK)
    log = joined(read_log(timeline, tz) for timeline in timelines)
    watch, totals = LoopWatch(log.timelines, desk), LoopTotals()
    if out is None:
        for case in _counted(watch, totals):
            _tell(case)
    else:
        out.writelines(_document(watch, totals, log))
    if out is None or out.name != "-":
        _sum_up(watch, totals, log)


def _counted(watch: LoopWatch, totals: LoopTotals) -> Iterator[WatchedCase]:
    for case in watch.cases():
        totals.add(case)
        yield case


def _tell(case: WatchedCase) -> None:
    """A case in which something was found, on a line with its verdict and one for each signal."""
    if not case.found:
        return
    since = [f"{word} since {at:%Y-%m-%d %H:%M} UTC" for word, at in case.reached.items()]
    others = ", ".join(other.name for other in case.linked)
    linked = f", one case with {others}" if others else ""
    click.echo(f"{case.name}: {', '.join(since) or 'nothing to do'} (score {case.score}){linked}")
    for signal in case_of(case)["signals"]:
        entries = ", ".join(map(str, signal["evidence"]))
        shown = f" [entries {entries}]" if entries else ""
        click.echo(f"    {signal['at'][:16]}  {signal['kind']} +{signal['weight']}: {signal['why']}{shown}")


def _document(watch: LoopWatch, totals: LoopTotals, log: Log) -> Iterator[str]:
    """The JSON in lines, a case in each, so that a large log is never held as one text."""
    yield '{"cases": [\n'
    comma = ""
    for case in _counted(watch, totals):
        yield comma + json.dumps(case_of(case)) + "\n"
        comma = ","
    keys = ("name", "cases", "share", "hours_before_end")
    counts = {
        "totals": [dict(zip(keys, row, strict=True)) for row in totals.rows()],
        "judged": totals.cases,
        "ignored": log.ignored,
        "passed_over": watch.passed_over,
    }
    yield "], " + json.dumps(counts)[1:] + "\n"


def _sum_up(watch: LoopWatch, totals: LoopTotals, log: Log) -> None:
    columns = ("signal or verdict", "cases", "% of all", "hours before the end (median)")
    left_out = [*log.ignored.items(), *watch.passed_over.items()]
    show(
        table(f"{totals.cases} cases", columns, totals.rows()),
        *([table("Left out", ("what", "times"), left_out)] if left_out else []),
    )
