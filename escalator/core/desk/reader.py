"""From the text of desk.yaml to a checked desk: what it says, whether it holds together, whether it will work."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from marshmallow import ValidationError

from .document import Document, parse
from .holidays import Almanac, PublicHolidays
from .kinds import findings
from .lint import lint
from .model import Desk
from .problems import DeskProblems, Finding, Problem, locate
from .references import references
from .schema import desk_section

# More than anybody mends in one go; a hostile text could have a hundred thousand.
_MOST_PROBLEMS = 100


def read(text: str | bytes, version: int = 0, holidays: PublicHolidays | None = None) -> Desk:
    """The desk in `text`, numbered `version`; raises DeskProblems when it has an error.

    `holidays` are those that were stored with the version: what is said there, no newer library can change.
    """
    desk, problems = check(text, holidays)
    if desk is None:
        raise DeskProblems(problems)
    return replace(desk, version=version)


def check(text: str | bytes, holidays: PublicHolidays | None = None) -> tuple[Desk | None, tuple[Problem, ...]]:
    """The desk in `text` (None if it has an error) with all errors and warnings; raises on no input."""
    document = parse(text)
    found = document.findings
    desk = None
    if not found:
        desk, found = _checked(document, Almanac(holidays or {}))
    if any(finding.severity == "error" for finding in found):
        desk = None
    return desk, locate(found, document.lines)


def _checked(document: Document, almanac: Almanac) -> tuple[Desk | None, list[Finding]]:
    try:
        said: Desk = desk_section(almanac).load(document.value)
    except ValidationError as error:
        return None, _first(findings(error.messages))
    desk = replace(said, public_holidays=almanac.used)
    return desk, [*_first(references(desk)), *_first(lint(desk))]


def _first(found: Iterator[Finding]) -> list[Finding]:
    return list(islice(found, _MOST_PROBLEMS))
