"""On-call schedules as values: who takes turns, how long a turn is, and when the first one begins."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Turns:
    """How long a turn is. `by_the_wall`: in whole days, and every hand-over keeps its local time.

    Otherwise a turn is so much elapsed time, and its hand-over moves when the clocks change.
    """

    length: timedelta
    by_the_wall: bool


@dataclass(frozen=True, slots=True)
class Rotation:
    """`people` in the order of their turns; the first begins at `starts`, a local time of the schedule's zone.

    `during` names the calendar in whose open time this rotation is on duty (None: always).
    """

    people: tuple[str, ...]
    every: Turns
    starts: datetime
    during: str | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who is on call: the first rotation, from the top, that has somebody on duty."""

    name: str
    tz: str
    rotations: tuple[Rotation, ...]

    @property
    def people(self) -> frozenset[str]:
        return frozenset(person for rotation in self.rotations for person in rotation.people)
