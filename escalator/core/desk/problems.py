"""What is wrong with a desk: sentences that name the place, the line and the remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Literal

from escalator.core.errors import Invalid

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]

_LONGEST_NAME = 60
_MOST_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `path` in the document, before it is known on which line that stands."""

    path: Path
    message: str
    remedy: str
    severity: Severity = "error"

    def under(self, path: Path) -> "Finding":
        return Finding(path + self.path, self.message, self.remedy, self.severity)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding as a person reads it. `path` is like `sla[2].targets.normal`, empty for all of it; lines from 1."""

    path: str
    line: int
    message: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"line {self.line}, {self.path}" if self.path else f"line {self.line}"
        return f"{self.severity}: {place}: {self.message}. {self.remedy}"


class DeskProblems(Invalid):
    """The desk cannot be used; `problems` says why, errors and warnings in the order of their lines."""

    code = "invalid_desk"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        by_path: dict[str, list[str]] = {}
        for problem in self.problems:
            by_path.setdefault(problem.path or "desk", []).append(str(problem))
        super().__init__("\n".join(map(str, self.problems)), by_path)


def locate(findings: Iterable[Finding], lines: Mapping[Path, int]) -> tuple[Problem, ...]:
    """The findings with their lines, in the order of the text; what is missing stands on the line of its section."""
    located = [
        Problem(shown(found.path), _line(found.path, lines), found.message, found.remedy, found.severity)
        for found in findings
    ]
    return tuple(sorted(located, key=lambda problem: problem.line))


def _line(path: Path, lines: Mapping[Path, int]) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def shown(path: Path) -> str:
    """A path as text: `teams.first-line.members[0]`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{short(part)}" for part in path)
    return text.removeprefix(".")


def short(said: object, most: int = _LONGEST_NAME) -> str:
    """What may be hostile, cut to a length that fits a sentence and without its control characters."""
    text = "".join(char if char.isprintable() else "?" for char in str(said)[: most + 1])
    return text if len(text) <= most else text[: most - 1] + "…"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The remedy for a name that is not among `known`."""
    names = list(islice(known, _MOST_COMPARED))
    close = get_close_matches(name, names, n=1) if len(name) <= _LONGEST_NAME else []
    if close:
        return f'Did you mean "{close[0]}"?'
    if not names:
        return "There is none yet; write one first."
    return f"Known are: {', '.join(sorted(names)[:20])}."
