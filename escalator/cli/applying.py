"""`escalator desk apply`: puts a desk into use and moves what is open to it, after saying what that will do."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from escalator import logs
from escalator.bootstrap import Office
from escalator.core.desk.model import Desk
from escalator.core.desk.problems import Problem
from escalator.service.departures import Departures
from escalator.service.impact import Impact
from escalator.settings import read_base_url, read_secret_key

from . import departures as departing
from . import impact as impacts
from .desk import FILE, sound, tell
from .office import OPERATOR, office
from .progress import bar
from .spreading import spread


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a desk does, or in a dry run would do, as `version`: to what is open, and to whom it lacks."""

    version: int
    impact: Impact
    gone: Departures
    problems: tuple[Problem, ...] = ()
    dry_run: bool = False


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
    help="Ask before it if at once more promises break or end and tickets close, or more mails go out.",
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
    command; with a FILE that is in use already it moves what still runs by an older version. It asks first if an API
    key would lose its person, or an open ticket its team or somebody who has it.
    """
    logs.configure("WARNING")
    with office() as opened:
        before = opened.desk.in_use()
        if if_none and before:
            click.echo(f"A desk is in use already, version {before}; nothing is changed.")
            return
        sound(file)
        document = file.read_text(encoding="utf-8")
        draft = opened.desk.draft(document)
        gone = opened.desk.departures(draft)
        if dry_run:
            _answer(file, _Outcome(draft.version, _rehearsed(opened, draft), gone, dry_run=True), in_json)
            return
        # Who could not tell people where to take a case finds that out before anything is changed.
        base_url = read_base_url() if opened.recalculation().tickets() else ""
        if not yes:
            _ask(_rehearsed(opened, draft), gone, *ask_above)
        applied = opened.desk.apply(OPERATOR, document, in_place_of=before)
        with bar("Recalculating") as on_progress, spread(opened, base_url, jobs) as spreading:
            impact = opened.recalculation(base_url, read_secret_key()).run(OPERATOR, on_progress, spreading)
    _answer(file, _Outcome(applied.version, impact, gone, applied.problems), in_json)
    if impact.failed:
        raise click.ClickException(f"some tickets still go by an older version; see the log, then apply {file} again")


def _rehearsed(opened: Office, draft: Desk) -> Impact:
    with bar("Rehearsing") as on_progress:
        return opened.recalculation().rehearse(OPERATOR, draft, on_progress)


def _ask(impact: Impact, gone: Departures, promises: int, mails: int) -> None:
    """Ends the command with 1 unless somebody says that so much may happen."""
    reasons = []
    if impact.ends > promises:
        reasons.append(f"more than {promises} promises break or end, or tickets close")
    if impact.mails.total() + impact.warned > mails:
        reasons.append(f"more than {mails} mails go out")
    reasons += departing.reasons_to_ask(gone)
    if not reasons:
        return
    for line in (*impacts.words(impact), *departing.words(gone)):
        click.echo(line, err=True)
    if not somebody_is_there():
        raise click.ClickException(f"{', '.join(reasons)}; nothing is changed. --yes does it")
    if not click.confirm("Apply it?", err=True):
        raise click.ClickException("nothing is changed")


def somebody_is_there() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


def _answer(file: Path, outcome: _Outcome, in_json: bool) -> None:
    tell(file, outcome.problems, err=True)
    if in_json:
        told = {"version": outcome.version, "dry_run": outcome.dry_run}
        click.echo(json.dumps(told | impacts.as_json(outcome.impact) | departing.as_json(outcome.gone)))
        return
    for line in _lines(file, outcome):
        click.echo(line)


def _lines(file: Path, outcome: _Outcome) -> Iterator[str]:
    if not outcome.dry_run:
        yield f"{file} is in use as version {outcome.version}."
    if outcome.dry_run or outcome.impact.tickets:
        yield from impacts.words(outcome.impact)
    yield from departing.words(outcome.gone)
    if outcome.dry_run:
        yield "This was a dry run: nothing is changed."
