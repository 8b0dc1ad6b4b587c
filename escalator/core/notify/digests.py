"""What has waited for a person, as one letter: the cases in it, and what was to be said about each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

KIND = "digest"
"""The kind of the letter and the name of its template; it is about no one ticket, so it is no notice."""


@dataclass(frozen=True, slots=True)
class Waited:
    """A letter that has waited: about a ticket (`T-12`), written `at`, with the subject line `headline`."""

    ticket: str
    at: datetime
    headline: str


@dataclass(frozen=True, slots=True)
class DigestCase:
    """What is said about one ticket, oldest first; `take_url` is empty where the case is not offered."""

    ticket: str
    said: tuple[Waited, ...]
    take_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One letter to one person for several that have waited; instants are aware UTC, and read in the zone `tz`."""

    to: str
    to_name: str
    at: datetime
    tz: str
    cases: tuple[DigestCase, ...]

    @property
    def things(self) -> int:
        return sum(len(case.said) for case in self.cases)


def by_case(waited: Sequence[Waited], take_urls: Mapping[str, str]) -> tuple[DigestCase, ...]:
    """The cases in the order in which they first came up; one button for each that is offered."""
    said: dict[str, list[Waited]] = {}
    for one in waited:
        said.setdefault(one.ticket, []).append(one)
    return tuple(DigestCase(ticket, tuple(lines), take_urls.get(ticket, "")) for ticket, lines in said.items())
