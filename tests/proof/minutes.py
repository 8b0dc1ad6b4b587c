"""When a desk is open, minute by minute: one byte a minute, read off what the clock on the wall shows.

It shares no code with `escalator.core.calendar`: it scans UTC minutes, asks the zone what its clocks show in each,
and never uses `fold` or spans. Everything here falls on whole minutes, so a minute is never partly open.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTE = timedelta(minutes=1)
DAY = 24 * 60


@dataclass(frozen=True)
class Walk:
    """The minutes that are looked at: `length` of them from `first`, each known by its number."""

    first: datetime
    length: int

    def minute(self, at: datetime) -> int:
        minutes, rest = divmod(at - self.first, MINUTE)
        assert not rest, f"{at} is no whole minute"
        return minutes

    def at(self, minute: int) -> datetime:
        return self.first + minute * MINUTE


def faces(tz: str, walk: Walk) -> Iterator[datetime]:
    """What a clock on the wall shows in each minute of the walk, and two days either side."""
    zone = ZoneInfo(tz)
    for minute in range(-2 * DAY, walk.length + 2 * DAY):
        yield walk.at(minute).astimezone(zone).replace(tzinfo=None, fold=0)


@lru_cache(maxsize=16)
def first_shown(tz: str, walk: Walk) -> dict[datetime, int]:
    """The first minute in which the clock shows each face; one that a jump skipped is moved forward by the jump."""
    shown: dict[datetime, int] = {}
    last = None
    for minute, face in enumerate(faces(tz, walk), start=-2 * DAY):
        if last is not None and face > last + MINUTE:
            jump = face - last - MINUTE
            for skipped in range(1, jump // MINUTE + 1):
                shown[last + skipped * MINUTE] = minute + skipped - 1
        shown.setdefault(face, minute)
        last = face
    return shown


@lru_cache(maxsize=16)
def dates_shown(tz: str, walk: Walk) -> list[date]:
    """The dates that clocks show at some minute: a date that the zone left out has no hours."""
    return sorted({face.date() for face in faces(tz, walk)})


def always(walk: Walk) -> bytes:
    return b"\1" * walk.length


def open_minutes(calendar: Mapping[str, Any], walk: Walk) -> bytes:
    """1 for each open minute of the walk and 0 for each closed one, of a calendar as desk.yaml has it."""
    dates, found = dates_shown(calendar["tz"], walk), bytearray(walk.length)
    for day in dates:
        for first, last in _intervals(calendar["tz"], walk, day, _hours(calendar, day)):
            found[first:last] = b"\1" * (last - first)
    for day in dates:
        for first, last in _intervals(calendar["tz"], walk, day, calendar.get("breaks", {}).get(str(day), ())):
            found[first:last] = bytes(last - first)
    return bytes(found)


def _hours(calendar: Mapping[str, Any], day: date) -> Iterable[str]:
    usual = calendar["weekly_hours"].get(DAYS[day.weekday()], ())
    on_holiday = () if str(day) in calendar.get("holidays", ()) else usual
    hours: Iterable[str] = calendar.get("date_overrides", {}).get(str(day), on_holiday)
    return hours


def _intervals(tz: str, walk: Walk, day: date, hours: Iterable[str]) -> Iterable[tuple[int, int]]:
    """The minutes between the two instants of each interval that starts on `day`, as far as they are walked."""
    midnight, shown = datetime(day.year, day.month, day.day), first_shown(tz, walk)  # noqa: DTZ001 (a clock face)
    for text in hours:
        opens, closes = (int(end[:2]) * 60 + int(end[3:]) for end in text.split("-"))
        overnight = DAY if closes <= opens else 0
        ends = [shown.get(midnight + minute * MINUTE) for minute in (opens, closes + overnight)]
        if ends[0] is None or ends[1] is None:
            continue  # in the days either side of the walk
        first, last = (min(max(end, 0), walk.length) for end in ends if end is not None)
        yield first, max(first, last)  # an end before the start: the start moved past it with the clocks


def count(openness: bytes, first: int, last: int) -> int:
    """How many minutes from `first` up to `last` are open."""
    return openness.count(1, first, max(first, last))


def earliest(openness: bytes, start: int, amount: int) -> int | None:
    """The first minute by which `amount` open ones have passed since `start`; None when the walk ends before.

    With nothing left to pass it is `start` itself if that is open, else the next opening (rule 2).
    """
    minute = openness.find(1, start)
    while minute >= 0:
        amount -= 1
        if amount <= 0:
            return minute + 1 + amount
        minute = openness.find(1, minute + 1)
    return None


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
