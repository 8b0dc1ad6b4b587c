"""`escalator desk`: check a desk.yaml, draw its ladders; to put it into use is a module of its own."""

from collections.abc import Iterable
from pathlib import Path

import click

from escalator.core.desk.diagram import diagram as draw
from escalator.core.desk.model import Desk
from escalator.core.desk.problems import Problem
from escalator.core.desk.reader import Examined
from escalator.service.own_templates import examine

from .lazy import LazyGroup

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(cls=LazyGroup, lazy={"apply": "applying:apply", "holidays": "holidays:holidays"})
def desk() -> None:
    """The desk document: check, apply, diagram, holidays."""


@desk.command()
@FILE
def check(file: Path) -> None:
    """Say what is wrong or doubtful in FILE; ends with 1 if it cannot be used.

    First comes what does not fit where it stands; once that is mended, whether all hangs together: names that are
    not there, promises without a ladder, people whom nobody would ask.
    """
    examined = examine(file.read_bytes())
    _refuse_broken(file, examined, err=False)
    tell(file, examined.problems, err=False)
    if not examined.problems:
        click.echo(f"{file}: nothing is wrong")


@desk.command()
@FILE
def diagram(file: Path) -> None:
    """Print the ladders of FILE as a Mermaid flowchart."""
    click.echo(draw(sound(file)), nl=False)


def sound(file: Path) -> Desk:
    """The desk in a file, if it can be used; else its problems are printed and the command ends with 1."""
    return _refuse_broken(file, examine(file.read_bytes()), err=True)


def _refuse_broken(file: Path, examined: Examined, err: bool) -> Desk:
    if examined.desk is None:
        tell(file, examined.problems, err)
        if not examined.to_the_end:
            click.echo("There may be more once these are mended.", err=True)
        raise SystemExit(1)
    return examined.desk


def tell(file: Path, problems: Iterable[Problem], err: bool) -> None:
    """One line each, in the form that editors jump to: `desk.yaml:12 sla[0]: sentence. remedy`."""
    for problem in problems:
        doubt = "warning: " if problem.severity == "warning" else ""
        place = f"{file}:{problem.line} {problem.path}".rstrip()
        click.echo(f"{place}: {doubt}{problem.message}. {problem.remedy}", err=err)
