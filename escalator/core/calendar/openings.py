"""Open time laid out on the UTC line: from the rules of dates to spans that bisection can search."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, chain

from escalator.core.calendar.hours import DayHours
from escalator.core.calendar.local_time import instant
from escalator.core.calendar.rules import Rules
from escalator.core.calendar.spans import Span, intersect, subtract, unite

_ZERO = timedelta(0)
_DAY = timedelta(days=1)
_REACH = 2
"""How many days from a UTC date the date of an interval can be that is open then: a night and an offset."""


class Openings:
    """The open spans of whole UTC years, with the open time before each of them. Immutable once made."""

    __slots__ = ("_before", "_closes", "_opens", "_total", "first_year", "last_year", "since", "until")

    def __init__(self, rules: Rules, first_year: int, last_year: int) -> None:
        spans = list(chain.from_iterable(_of_year(rules, year) for year in range(first_year, last_year + 1)))
        self.first_year, self.last_year = first_year, last_year
        self.since, self.until = _new_year(first_year), _new_year(last_year + 1)
        self._opens = [opens for opens, _ in spans]
        self._closes = [closes for _, closes in spans]
        *self._before, self._total = accumulate((closes - opens for opens, closes in spans), initial=_ZERO)

    def elapsed(self, at: datetime) -> timedelta:
        """Open time from `since` to `at`."""
        index = bisect_right(self._opens, at) - 1
        if index < 0:
            return _ZERO
        return self._before[index] + (min(at, self._closes[index]) - self._opens[index])

    def is_open(self, at: datetime) -> bool:
        index = bisect_right(self._opens, at) - 1
        return index >= 0 and at < self._closes[index]

    def opening(self, at: datetime) -> datetime | None:
        """`at` when open, else the next opening; None when that lies beyond these years."""
        if self.is_open(at):
            return at
        index = bisect_right(self._opens, at)
        return self._opens[index] if index < len(self._opens) else None

    def around(self, at: datetime) -> tuple[datetime | None, datetime | None]:
        """The ends of the time around `at` in which it is open, or closed; None for one that these years do not show.

        Open time that goes on over New Year is two spans that touch.
        """
        first = last = bisect_right(self._opens, at) - 1
        if not self.is_open(at):
            since = self._closes[last] if last >= 0 else None
            return since, self._opens[last + 1] if last + 1 < len(self._opens) else None
        while first > 0 and self._closes[first - 1] == self._opens[first]:
            first -= 1
        while last + 1 < len(self._opens) and self._opens[last + 1] == self._closes[last]:
            last += 1
        opened, closes = self._opens[first], self._closes[last]
        return opened if opened > self.since else None, closes if closes < self.until else None

    def earliest(self, at: datetime, amount: timedelta) -> datetime | None:
        """The earliest instant by which `amount` (positive) is consumed since `at`: it may be a closing."""
        consumed = self.elapsed(at) + amount
        if consumed > self._total:
            return None
        index = bisect_left(self._before, consumed) - 1
        return self._opens[index] + (consumed - self._before[index])

    def latest(self, at: datetime, amount: timedelta) -> datetime | None:
        """The latest instant from which `amount` (positive) leads up to `at`: it may be an opening."""
        remaining = self.elapsed(at) - amount
        if remaining < _ZERO:
            return None
        index = bisect_right(self._before, remaining) - 1
        return self._opens[index] + (remaining - self._before[index])


def has_open_time(rules: Rules) -> bool:
    """Weekly hours outlast any list of holidays and breaks; without them an override has to open."""
    return any(rules.week) or any(_of_days(rules, _around(day, day)) for day in rules.overrides)


# Shared by equal calendars, so that a desk which is read again does not reckon again.
@lru_cache(maxsize=512)
def _of_year(rules: Rules, year: int) -> tuple[Span, ...]:
    spans = _of_days(rules, _around(date(year, 1, 1), date(year, 12, 31)))
    return tuple(intersect(spans, [(_new_year(year), _new_year(year + 1))]))


def _of_days(rules: Rules, days: list[date]) -> list[Span]:
    """What is open by the intervals of `days`. Breaks are taken off last, also from the night before."""
    hours = unite(chain.from_iterable(_spans(rules, day, rules.hours_on(day)) for day in days))
    breaks = chain.from_iterable(_spans(rules, day, rules.breaks.get(day, ())) for day in days)
    return subtract(hours, breaks)


def _spans(rules: Rules, day: date, hours: DayHours) -> Iterable[Span]:
    """What lies between the two instants of each interval; nothing on a date that the zone left out."""
    if not hours or _instant(rules, day, 0) == _instant(rules, day + _DAY, 0):
        return ()
    return [(_instant(rules, day, opens), _instant(rules, day, closes)) for opens, closes in hours]


def _instant(rules: Rules, day: date, minute: int) -> datetime:
    return instant(datetime(day.year, day.month, day.day) + timedelta(minutes=minute), rules.zone)  # noqa: DTZ001


def _around(first: date, last: date) -> list[date]:
    span = (last - first).days + _REACH
    return [first + timedelta(days=offset) for offset in range(-_REACH, span + 1)]


def _new_year(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)
