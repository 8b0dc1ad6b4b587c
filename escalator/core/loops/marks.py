"""What is remembered of things that happened: when, by which event or message, and how often; never without bound."""

from datetime import datetime
from typing import NamedTuple

KEPT = 8
"""How many of the newest marks a tally keeps; it goes on counting beyond."""


class Mark(NamedTuple):
    """One thing that happened: `event` is its number in the ticket, `message` that of the words, if they have one."""

    at: datetime
    event: int
    message: int | None = None

    @property
    def place(self) -> int:
        """Where it stands among messages; in a log, whose words have no numbers, among events."""
        return self.event if self.message is None else self.message


def when(mark: Mark) -> tuple[datetime, int]:
    """By what marks are ordered: words that have no number cannot be compared with those that have."""
    return mark.at, mark.event


class Tally(NamedTuple):
    """How often something happened, and the newest times of it, oldest first."""

    times: int = 0
    marks: tuple[Mark, ...] = ()

    def plus(self, mark: Mark) -> "Tally":
        return Tally(self.times + 1, (*self.marks[1 - KEPT :], mark))

    def joined(self, other: "Tally") -> "Tally":
        if not other.times:
            return self
        return Tally(self.times + other.times, tuple(sorted((*self.marks, *other.marks), key=when)[-KEPT:]))


NEVER = Tally()
