"""`escalator desk`: check a desk.yaml, draw its ladders; to put it into use is a module of its own."""

from collections.abc import Iterable
from pathlib import Path

import click

from escalator.core.desk.diagram import diagram as draw
from escalator.core.desk.model import Desk
from escalator.core.desk.problems import DeskProblems, Problem
from escalator.core.desk.reader import check as find_problems
from escalator.core.desk.reader import read

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def desk() -> None:
    """The desk document: check, apply, diagram, holidays."""


@desk.command()
@FILE
def check(file: Path) -> None:
    """Say everything that is wrong or doubtful in FILE; ends with 1 if it cannot be used."""
    checked, problems = find_problems(file.read_bytes())
    tell(file, problems, err=False)
    if checked is None:
        raise SystemExit(1)
    if not problems:
        click.echo(f"{file}: nothing is wrong")


@desk.command()
@FILE
def diagram(file: Path) -> None:
    """Print the ladders of FILE as a Mermaid flowchart."""
    click.echo(draw(sound(file)), nl=False)


def sound(file: Path) -> Desk:
    """The desk in a file, if it can be used; else its problems are printed and the command ends with 1."""
    try:
        return read(file.read_bytes())
    except DeskProblems as broken:
        tell(file, broken.problems, err=True)
        raise SystemExit(1) from None


def tell(file: Path, problems: Iterable[Problem], err: bool) -> None:
    """One line each, in the form that editors jump to: `desk.yaml:12 sla[0]: sentence. remedy`."""
    for problem in problems:
        doubt = "warning: " if problem.severity == "warning" else ""
        place = f"{file}:{problem.line} {problem.path}".rstrip()
        click.echo(f"{place}: {doubt}{problem.message}. {problem.remedy}", err=err)
