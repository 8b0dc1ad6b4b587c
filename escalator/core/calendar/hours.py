"""Opening hours as an operator writes them, read into minutes of a day or refused with a remedy."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from escalator.core.calendar.errors import CalendarError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY = 24 * 60
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")

WrittenHours = Iterable[Sequence[str]]


class Interval(NamedTuple):
    """Minutes after the midnight that begins its date; an overnight interval closes after minute 1440."""

    opens: int
    closes: int

    def __str__(self) -> str:
        return f"{_clock(self.opens)}-{_clock(self.closes)}"


DayHours = tuple[Interval, ...]
Week = tuple[DayHours, ...]


def read_week(place: str, weekly: Mapping[str, WrittenHours]) -> Week:
    """Seven days from Monday; a weekday that is not named is closed."""
    for name in weekly:
        if name not in WEEKDAYS:
            raise CalendarError(place, f"{name!r} is not a weekday", f"use {', '.join(WEEKDAYS)}")
    week = tuple(read_day(f"{place}.{name}", weekly.get(name, ())) for name in WEEKDAYS)
    _refuse_overlapping_nights(place, week)
    return week


def read_day(place: str, written: WrittenHours) -> DayHours:
    """One date's intervals in order: half-open, disjoint, each on the date on which it starts."""
    intervals = sorted(_interval(f"{place}[{index}]", pair) for index, pair in enumerate(written))
    for earlier, later in pairwise(intervals):
        if later.opens < earlier.closes:
            raise _overlap(place, earlier, later)
    return tuple(intervals)


def _interval(place: str, pair: Sequence[str]) -> Interval:
    try:
        opens, closes = (_minute(place, text) for text in pair)
    except (TypeError, ValueError) as error:
        if isinstance(error, CalendarError):
            raise
        raise CalendarError(place, f"{pair!r} is not an interval", 'write ["09:00", "17:00"]') from None
    if opens == closes:
        raise CalendarError(place, f"{Interval(opens, closes)} is empty", "write 00:00-24:00 for a whole day")
    if opens == _DAY:
        raise CalendarError(place, "24:00 can only close", "write it as 00:00 of the next day")
    return Interval(opens, closes if opens < closes else closes + _DAY)


def _minute(place: str, text: object) -> int:
    # YAML reads a bare 17:00 as the number 1020, so what is not text is refused and never guessed at.
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        raise CalendarError(place, f"{text!r} is not a time of day", 'write "HH:MM", "00:00" to "24:00"')
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def _refuse_overlapping_nights(place: str, week: Week) -> None:
    """A night of one weekday may not run into the hours of the next; Sunday's runs into Monday."""
    for index, day in enumerate(week):
        tomorrow = (index + 1) % len(week)
        if day and week[tomorrow] and week[tomorrow][0].opens < day[-1].closes - _DAY:
            raise _overlap(f"{place}.{WEEKDAYS[index]}", day[-1], week[tomorrow][0], WEEKDAYS[tomorrow])


def _overlap(place: str, one: Interval, other: Interval, weekday: str = "") -> CalendarError:
    problem = f"{one} and {f'{weekday} {other}'.strip()} overlap"
    return CalendarError(place, problem, "make them one interval or move one of them")


def _clock(minute: int) -> str:
    within_day = minute if minute <= _DAY else minute - _DAY
    return f"{within_day // 60:02}:{within_day % 60:02}"
