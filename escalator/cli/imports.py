"""`escalator import`: plays the logs of another helpdesk and shows what would have become of its promises."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click
from rich.table import Table

from escalator import logs
from escalator.bootstrap import importing
from escalator.core.reports.imports import ImportReport, MailLoad
from escalator.core.simulation.timelines import Log, joined, read
from escalator.service.imports import Imported, lane_of

from .office import database_url
from .progress import bar
from .tables import show, table

Key = TypeVar("Key")

_OUTCOMES = ("met", "breached", "running", "cancelled")


@click.command("import")
@click.argument("timelines", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1, required=True)
@click.option("--tz", metavar="ZONE", help="The zone of times without an offset, like Europe/Berlin.")
def import_(timelines: tuple[Path, ...], tz: str | None) -> None:
    """Play the cases in TIMELINES (JSON lines) on a clock of their own, and show what came of them.

    Nobody gets a mail, and what is running is not touched. Run it again and it goes on where it was stopped; what
    has been played is not played again.
    """
    logs.configure("WARNING")
    contents = [file.read_bytes() for file in timelines]
    log = joined(read(content.splitlines(), str(file), tz) for file, content in zip(timelines, contents, strict=True))
    lane = lane_of(contents)
    with importing(database_url()) as service:
        with bar("Playing the log") as on_progress:
            imported = service.play(log, lane, on_progress)
        report = service.report(lane)
    show(*_tables(imported, log, report))


def _tables(imported: Imported, log: Log, report: ImportReport) -> Iterator[Table]:
    yield table("This run", ("", "count"), _run(imported, log))
    yield table("Tickets", ("status", "tickets"), _by_count(report.tickets))
    yield table("Clocks", ("metric", *_OUTCOMES), _clocks(report.clocks))
    yield table(
        "Ladder runs",
        ("reason", "how it stands", "runs"),
        [(*key, count) for key, count in _by_count(report.runs)],
    )
    yield table(
        "Asked by step",
        ("ladder", "step", "action", "times"),
        [(*key, count) for key, count in sorted(report.steps.items())],
    )
    yield table(
        "Mails (none was sent; days are UTC)",
        ("to", "mails", "days", "a day: least", "median", "most", "most on"),
        _mails(report),
    )
    yield table("Mails by kind", ("kind", "mails"), _by_count(report.mail_kinds))


def _run(imported: Imported, log: Log) -> Iterator[tuple[str, int]]:
    yield "cases in the files", len(log.timelines)
    yield "cases that were here before", imported.cases_known
    yield "entries played", imported.entries
    for reason, count in _by_count(imported.passed_over):
        yield f"entries without effect: {reason}", count
    for what, count in _by_count(log.ignored):
        yield f"ignored: {what}", count
    if imported.failed:
        yield "deadlines that could not be computed (see the log)", imported.failed


def _by_count(counts: Mapping[Key, int]) -> list[tuple[Key, int]]:
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _clocks(clocks: Mapping[str, Mapping[str, int]]) -> Iterable[Sequence[object]]:
    return [(metric, *(outcomes.get(name, 0) for name in _OUTCOMES)) for metric, outcomes in clocks.items()]


def _mails(report: ImportReport) -> Iterator[Sequence[object]]:
    for person, load in report.mails.items():
        yield person, *_load(load)
    if report.all_mails is not None and len(report.mails) > 1:
        yield "all together", *_load(report.all_mails)


def _load(load: MailLoad) -> Sequence[object]:
    return load.letters, load.days, load.fewest, round(load.median), load.most, load.busiest
