"""`escalator desk apply`: puts a desk into use and moves what is open to it, after saying what that will do."""

import json
import os
import sys
from pathlib import Path

import click

from escalator import logs
from escalator.bootstrap import Office
from escalator.service.desk import Applied
from escalator.service.impact import Impact
from escalator.settings import read_base_url

from .desk import FILE, sound, tell
from .impact import as_json, words
from .office import OPERATOR, office
from .progress import bar
from .spreading import spread


@click.command()
@FILE
@click.option("--if-none", is_flag=True, help="Only if no desk is in use yet.")
@click.option("--dry-run", is_flag=True, help="Say what it would do to what is open, and change nothing.")
@click.option(
    "--ask-above",
    type=(click.IntRange(0), click.IntRange(0)),
    metavar="PROMISES MAILS",
    default=(20, 50),
    show_default=True,
    help="Ask before it if more promises break at once, or more mails go out.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "in_json", is_flag=True, help="Answer in JSON.")
@click.option(
    "--jobs", type=click.IntRange(1), default=min(2, os.cpu_count() or 1), show_default=True, help="Processes."
)
def apply(
    file: Path, if_none: bool, dry_run: bool, ask_above: tuple[int, int], yes: bool, in_json: bool, jobs: int
) -> None:
    """Put FILE into use as a new version, and move the clocks of all open tickets to it.

    Ladders that are climbed now keep the version with which they started. Interrupted, it is finished by the same
    command; with a FILE that is in use already it moves what still runs by an older version.
    """
    logs.configure("WARNING")
    with office() as opened:
        if if_none and opened.desk.is_set_up():
            version, _ = opened.desk.current(OPERATOR)
            click.echo(f"A desk is in use already, version {version}; nothing is changed.")
            return
        sound(file)
        document = file.read_text(encoding="utf-8")
        if dry_run:
            _answer(file, None, _rehearsed(opened, document), in_json)
            return
        # Who could not tell people where to take a case finds that out before anything is changed.
        base_url = read_base_url() if opened.recalculation().tickets() else ""
        if not yes:
            _ask(_rehearsed(opened, document), *ask_above)
        applied = opened.desk.apply(OPERATOR, document)
        with bar("Recalculating") as on_progress, spread(opened, base_url, jobs) as spreading:
            impact = opened.recalculation(base_url).run(OPERATOR, on_progress, spreading)
    _answer(file, applied, impact, in_json)
    if impact.failed:
        raise click.ClickException(f"some tickets still go by an older version; see the log, then apply {file} again")


def _rehearsed(opened: Office, document: str) -> Impact:
    with bar("Rehearsing") as on_progress:
        return opened.recalculation().rehearse(OPERATOR, opened.desk.draft(document), on_progress)


def _ask(impact: Impact, promises: int, mails: int) -> None:
    """Ends the command with 1 unless somebody says that so much may happen."""
    if impact.broken.total() <= promises and impact.mails.total() + impact.warned <= mails:
        return
    for line in words(impact):
        click.echo(line, err=True)
    if not somebody_is_there():
        raise click.ClickException(
            f"more than {promises} promises break or {mails} mails go out at once; nothing is changed. --yes does it"
        )
    if not click.confirm("Apply it?", err=True):
        raise click.ClickException("nothing is changed")


def somebody_is_there() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


def _answer(file: Path, applied: Applied | None, impact: Impact, in_json: bool) -> None:
    if applied is not None:
        tell(file, applied.problems, err=True)
    if in_json:
        click.echo(json.dumps({"version": applied.version if applied else None, **as_json(impact)}))
        return
    if applied is not None:
        click.echo(f"{file} is in use as version {applied.version}.")
    if applied is None or impact.tickets:
        for line in words(impact):
            click.echo(line)
    if applied is None:
        click.echo("This was a dry run: nothing is changed.")
