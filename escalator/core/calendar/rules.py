"""What a calendar says about each date: weekly hours, holidays, breaks and overrides in one zone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalator.core.calendar.errors import CalendarError
from escalator.core.calendar.hours import DayHours, Week, WrittenHours, read_day

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years a calendar reckons with: a bound on what a mistyped date can cost."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rules:
    """The checked content of a calendar; two with the same rules are equal however they were written."""

    tz: str
    week: Week
    holidays: frozenset[date]
    breaks: Mapping[date, DayHours] = field(hash=False)
    overrides: Mapping[date, DayHours] = field(hash=False)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.tz)

    def hours_on(self, day: date) -> DayHours:
        """The intervals that start on `day`; an override replaces the date, holiday or not."""
        if day in self.overrides:
            return self.overrides[day]
        return () if day in self.holidays else self.week[day.weekday()]


def long_closures(rules: Rules, longer_than: int) -> Iterator[tuple[date, date]]:
    """Runs of more than so many dates without hours; with weekly hours, each has a holiday or an override in it."""
    last = date.min
    for day in sorted(rules.holidays | rules.overrides.keys()) if any(rules.week) else ():
        if day > last and not rules.hours_on(day):
            first, last = _end_of_run(rules, day, -_DAY), _end_of_run(rules, day, _DAY)
            if (last - first).days >= longer_than:
                yield first, last


def _end_of_run(rules: Rules, day: date, step: timedelta) -> date:
    while not rules.hours_on(day + step):
        day += step
    return day


def read_zone(tz: str) -> str:
    """`tz` itself, when it names a zone of the IANA database."""
    try:
        return ZoneInfo(tz).key
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError, AttributeError):
        remedy = "use a name of the IANA database, such as Europe/Berlin or UTC"
        raise CalendarError("tz", f"{tz!r} is not a known time zone", remedy) from None


def read_dates(place: str, days: Iterable[date]) -> frozenset[date]:
    return frozenset(_date(place, day) for day in days)


def read_dated_hours(place: str, dated: Mapping[date, WrittenHours]) -> dict[date, DayHours]:
    return {_date(place, day): read_day(f"{place}.{day}", written) for day, written in dated.items()}


def _date(place: str, day: object) -> date:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise CalendarError(place, f"{day!r} is not a date", "give a date such as 2026-12-25, without a time")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CalendarError(place, f"{day} is out of reach", f"use the years {FIRST_YEAR} to {LAST_YEAR}")
    return day
