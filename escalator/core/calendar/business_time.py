"""A calendar: adds and measures open time, at about the same cost for an hour as for a year."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from escalator.core.calendar.errors import CalendarError
from escalator.core.calendar.hours import WrittenHours, read_week
from escalator.core.calendar.openings import Openings, has_open_time
from escalator.core.calendar.rules import (
    FIRST_YEAR,
    LAST_YEAR,
    Rules,
    long_closures,
    read_dated_hours,
    read_dates,
    read_zone,
)

_ZERO = timedelta(0)
_TEN_YEARS = timedelta(days=3653)


class Calendar:
    """Opening hours in one IANA zone; immutable, hashable, and safe to share between threads.

    `weekly_hours` maps `mon` to `sun` to intervals `("09:00", "17:00")`: half-open, `24:00` allowed; one that
    ends before it starts runs overnight and belongs to the date on which it starts. A date in `holidays` has
    no hours, `date_overrides` replace a date's hours (holiday or not), `breaks` are taken off last.
    Each boundary is one instant: a local time that does not exist moves forward by the gap, one that exists
    twice is the first, a date that the zone left out has no hours. Open time is real time between them.
    Anything that makes no sense, naive datetimes included, raises `CalendarError`.
    """

    __slots__ = ("_openings", "_rules")

    def __init__(
        self,
        tz: str,
        weekly_hours: Mapping[str, WrittenHours],
        holidays: Iterable[date] = (),
        breaks: Mapping[date, WrittenHours] | None = None,
        date_overrides: Mapping[date, WrittenHours] | None = None,
    ) -> None:
        self._rules = Rules(
            tz=read_zone(tz),
            week=read_week("weekly_hours", weekly_hours),
            holidays=read_dates("holidays", holidays),
            breaks=read_dated_hours("breaks", breaks or {}),
            overrides=read_dated_hours("date_overrides", date_overrides or {}),
        )
        if not has_open_time(self._rules):
            raise CalendarError("weekly_hours", "there is no open time", "open at least one interval")
        self._openings: Openings | None = None

    @property
    def tz(self) -> str:
        return self._rules.tz

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """The earliest instant, in UTC, at which `amount` of open time since `start` is consumed.

        It may equal closing time. Zero gives `start` when open, else the next opening. A negative amount goes
        back to the latest instant from which it leads up to `start`, which may equal opening time. An amount
        that does not fit in ten years raises `CalendarError`.
        """
        at = _utc("start", start)
        if not -_TEN_YEARS <= amount <= _TEN_YEARS:
            raise _does_not_fit(at, amount)
        openings = self._covering(at, at)
        while (due := _consume(openings, at, amount)) is None:
            openings = self._further(openings, at, amount)
        if abs(due - at) > _TEN_YEARS:
            raise _does_not_fit(at, amount)
        return due

    def within(self, a: datetime, b: datetime) -> timedelta:
        """Open time from `a` to `b`; when `b` is before `a`, the negative of what lies between them."""
        start, end = _utc("a", a), _utc("b", b)
        openings = self._covering(start, end) if start <= end else self._covering(end, start)
        return openings.elapsed(end) - openings.elapsed(start)

    def is_open(self, at: datetime) -> bool:
        """Whether the desk is open at `at`: yes at the instant of opening, no at the instant of closing."""
        instant = _utc("at", at)
        return self._covering(instant, instant).is_open(instant)

    def around(self, at: datetime) -> tuple[datetime | None, datetime | None]:
        """Since when and until when it is open, or closed, without a break around `at`, in UTC.

        None is for an end that lies more than ten years away, or beyond the years of a calendar.
        """
        instant = _utc("at", at)
        openings = self._covering(instant, instant)
        while True:
            since, until = openings.around(instant)
            first = openings.first_year - (since is None and instant - openings.since < _TEN_YEARS)
            last = openings.last_year + (until is None and openings.until - instant < _TEN_YEARS)
            first, last = max(first, FIRST_YEAR), min(last, LAST_YEAR)
            if (first, last) == (openings.first_year, openings.last_year):
                return since, until
            openings = self._reckon(first, last)

    def opens_on(self, day: date) -> bool:
        """Whether any hours start on `day`; those of a night belong to the date on which it begins."""
        return bool(self._rules.hours_on(day))

    def closures(self, longer_than: int) -> Iterator[tuple[date, date]]:
        """The first and last of more than so many dates without hours in a row, where holidays or overrides close.

        A calendar that only overrides open has none: it is closed but for those.
        """
        return long_closures(self._rules, longer_than)

    def __eq__(self, other: object) -> bool:
        return self._rules == other._rules if isinstance(other, Calendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rules)

    def __repr__(self) -> str:
        return f"Calendar({self._rules})"

    def _covering(self, first: datetime, last: datetime) -> Openings:
        known = self._openings
        if known is not None and known.since <= first and last < known.until:
            return known
        return self._reckon(first.year, last.year)

    def _further(self, openings: Openings, at: datetime, amount: timedelta) -> Openings:
        """One year more in the direction of `amount`, unless ten have been searched."""
        forward = amount >= _ZERO
        if abs((openings.until if forward else openings.since) - at) > _TEN_YEARS:
            raise _does_not_fit(at, amount)
        if forward:
            return self._reckon(openings.first_year, openings.last_year + 1)
        return self._reckon(openings.first_year - 1, openings.last_year)

    def _reckon(self, first_year: int, last_year: int) -> Openings:
        """Years are only ever added. Threads that race here each swap in a whole, correct result: no lock."""
        if first_year < FIRST_YEAR or last_year > LAST_YEAR:
            reach = f"the years {FIRST_YEAR} to {LAST_YEAR}"
            raise CalendarError("time", f"a calendar reckons with {reach} only", "check the date and the amount")
        known = self._openings
        if known is not None:
            first_year, last_year = min(first_year, known.first_year), max(last_year, known.last_year)
        self._openings = grown = Openings(self._rules, first_year, last_year)
        return grown


def _consume(openings: Openings, at: datetime, amount: timedelta) -> datetime | None:
    if amount > _ZERO:
        return openings.earliest(at, amount)
    return openings.latest(at, -amount) if amount else openings.opening(at)


def _utc(place: str, at: datetime) -> datetime:
    if at.tzinfo is UTC:
        return at
    if at.utcoffset() is None:
        raise CalendarError(place, f"{at} has no time zone", "pass an aware datetime")
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise CalendarError(place, f"{at} is out of reach in UTC", "check the date") from None


def _does_not_fit(at: datetime, amount: timedelta) -> CalendarError:
    problem = f"{amount} of open time does not fit in ten years from {at:%Y-%m-%d}"
    return CalendarError("amount", problem, "ask for less or open more hours")
