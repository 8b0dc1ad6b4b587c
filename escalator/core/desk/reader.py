"""From the text of desk.yaml to a checked desk: what it says, whether it holds together, whether it will work."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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

Look = Callable[[Desk], Iterable[Finding]]
"""What somebody else finds in a desk that is well formed: things of which the core knows nothing."""


def _nothing(_: Desk) -> Iterable[Finding]:
    return ()


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of a text: the desk (None if it has an error), and all errors and warnings that were found.

    `to_the_end` is False when something does not fit where it stands: what hangs together is looked at after that.
    """

    desk: Desk | None
    problems: tuple[Problem, ...]
    to_the_end: bool


def read(text: str | bytes, version: int = 0, holidays: PublicHolidays | None = None) -> Desk:
    """The desk in `text`, numbered `version`; raises DeskProblems when it has an error.

    `holidays` are those that were stored with the version: what is said there, no newer library can change.
    """
    desk, problems = check(text, holidays)
    if desk is None:
        raise DeskProblems(problems)
    return replace(desk, version=version)


def check(text: str | bytes, holidays: PublicHolidays | None = None) -> tuple[Desk | None, tuple[Problem, ...]]:
    """The desk in `text` (None if it has an error) with its errors and warnings; raises on no input."""
    examined = examine(text, holidays)
    return examined.desk, examined.problems


def examine(text: str | bytes, holidays: PublicHolidays | None = None, look: Look = _nothing) -> Examined:
    """All that can be said about `text` at once; raises on no input. `look` looks at what only others understand."""
    document = parse(text)
    found = document.findings
    desk = None
    if not found:
        desk, found = _checked(document, Almanac(holidays or {}))
    if desk is not None:
        found = [*found, *_first(iter(look(desk)))]
    broken = any(finding.severity == "error" for finding in found)
    return Examined(None if broken else desk, locate(found, document.lines), to_the_end=desk is not None)


def _checked(document: Document, almanac: Almanac) -> tuple[Desk | None, list[Finding]]:
    try:
        said: Desk = desk_section(almanac).load(document.value)
    except ValidationError as error:
        return None, _first(findings(error.messages))
    desk = replace(said, public_holidays=almanac.used)
    return desk, [*_first(references(desk)), *_first(lint(desk))]


def _first(found: Iterator[Finding]) -> list[Finding]:
    return list(islice(found, _MOST_PROBLEMS))
