"""When a call can be made: in our hours and in the customer's, across zones and changes of clocks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from escalator.core.calendar import Calendar, CalendarError

from .call_backs import CallBackRules

SEARCHED = timedelta(weeks=2)

_SHORTEST = timedelta(minutes=30)
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Window = tuple[datetime, datetime]


def next_window(rules: CallBackRules, calls: Calendar, start: datetime, tz: str) -> Window | None:
    """The first time from `start` on that is in the hours of `calls` and in the customer's in their zone `tz`.

    It is `within` long at most; None when two weeks have no such time.
    """
    found = next(_meetings(rules, calls, start, start + SEARCHED, tz), None)
    return found and (found[0], min(found[1], found[0] + rules.within))


def last_window(rules: CallBackRules, calls: Calendar, start: datetime, end: datetime, tz: str) -> Window | None:
    """The last such time that lies from `start` to `end`; None when there is none."""
    found = max(_meetings(rules, calls, start, end, tz), default=None)
    return found and (max(found[0], found[1] - rules.within), found[1])


def _meetings(rules: CallBackRules, calls: Calendar, start: datetime, end: datetime, tz: str) -> Iterator[Window]:
    """All times from `start` to `end` that suit both; a rest of less than half an hour is none for a call."""
    theirs = Calendar(tz, {day: [rules.customer_hours] for day in _WEEK})
    shortest, at = min(_SHORTEST, rules.within), start
    while (opens := _both_open(calls, theirs, at, end)) is not None:
        at = min(_closes(calls, opens, end), _closes(theirs, opens, end), end)
        if at - opens >= shortest:
            yield opens, at


def _both_open(one: Calendar, other: Calendar, at: datetime, end: datetime) -> datetime | None:
    """The first instant from `at` on at which both are open, if it comes before `end`."""
    try:
        while at < end:
            opens = other.add(one.add(at, timedelta(0)), timedelta(0))
            if one.is_open(opens):
                return opens if opens < end else None
            at = opens
    except CalendarError:
        return None
    return None


def _closes(calendar: Calendar, opens: datetime, end: datetime) -> datetime:
    return calendar.around(opens)[1] or end
