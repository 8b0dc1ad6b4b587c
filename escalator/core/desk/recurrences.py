"""When the events of a feed take place: recurrences written out, for no rule longer than a holiday's could take."""

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, Component, Event, vRecur

_FIRST_YEAR = 1900
_LONGEST = timedelta(days=92)
_MOST_IN_A_ROW = 366
_MOST_PARTS = 50

_ANY = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_PARTS = {
    "YEARLY": _ANY | {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
    "MONTHLY": _ANY | {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
    "WEEKLY": _ANY | {"BYMONTH", "BYDAY"},
    "DAILY": _ANY,
}

# The calendar repeats itself after 400 years, and the reckoning ends with the year 9999: what never comes to
# pass is found out twenty times as fast when it is asked so late.
_LATE = 7600


class Unfit(Exception):
    """An event cannot be a holiday; the message says why."""


def occurrences(series: list[Component], first: int, last: int) -> list[Component]:
    """Where `series`, the events of one UID, falls in the years from `first` to `last`; raises Unfit."""
    try:
        for event in series:
            _refuse_what_is_none(event)
        found = recurring_ical_events.of(_calendar(*series)).between(date(first, 1, 1), date(last + 1, 1, 1))
        return list(found)
    except Unfit:
        raise
    except Exception as error:
        # A library that reads foreign text raises what it likes.
        raise Unfit("its dates cannot be reckoned") from error


def start_of(event: Component) -> date:
    """The day or the moment at which an event starts; raises whatever the library does when that cannot be read."""
    start = _said(event, "DTSTART")
    if not isinstance(start, date):
        raise TypeError("neither a day nor a moment")
    return start


def length_of(event: Component) -> int:
    """How many days an event takes; one that ends when it starts takes its day."""
    span: timedelta = timedelta(days=1)
    if "DTEND" in event:
        span = _said(event, "DTEND") - start_of(event)
    elif "DURATION" in event:
        span = _said(event, "DURATION")
    if span < timedelta(0):
        raise Unfit("it ends before it starts")
    if span > _LONGEST:
        raise Unfit("it lasts longer than three months")
    return max(1, span.days)


def _refuse_what_is_none(event: Component) -> None:
    """All that a holiday would not do, before time is spent on it."""
    start = start_of(event)
    # One of a series may have been moved to an hour; that day is left when it comes up.
    if isinstance(start, datetime) and "RECURRENCE-ID" not in event:
        raise Unfit("it has hours, and a holiday is a whole day")
    if start.year < _FIRST_YEAR:
        raise Unfit(f"it starts before {_FIRST_YEAR}")
    length_of(event)
    if "RRULE" in event:
        _refuse_rule(event["RRULE"], start)


def _refuse_rule(rule: object, start: date) -> None:
    if not isinstance(rule, vRecur) or sum(map(len, rule.values())) > _MOST_PARTS:
        raise Unfit("it recurs by more than one simple rule")
    if not set(rule) <= _PARTS.get("".join(rule.get("FREQ", [])), set()) or not rule:
        raise Unfit("it recurs in a way that no holiday does")
    if "DAILY" in rule["FREQ"] and not _ends_soon(rule, start):
        raise Unfit("it recurs daily for more than a year")
    if min(rule.get("INTERVAL", [1])) < 1 or not _ever_recurs(rule, start):
        raise Unfit("its recurrence never comes to pass")


def _ends_soon(rule: vRecur, start: date) -> bool:
    counted, ends = rule.get("COUNT", []), rule.get("UNTIL", [])
    return any(count <= _MOST_IN_A_ROW for count in counted) or any(end.year <= start.year + 1 for end in ends)


def _ever_recurs(rule: vRecur, start: date) -> bool:
    late = Event()
    late.add("DTSTART", date(start.year + _LATE, start.month, start.day))
    late["RRULE"] = vRecur({part: said for part, said in rule.items() if part not in ("UNTIL", "COUNT")})
    found = recurring_ical_events.of(_calendar(late)).after(start_of(late))
    return len(list(islice(found, 2))) == 2


def _said(event: Component, name: str) -> Any:
    """A property as the library read it."""
    said: Any = event[name]
    return said.dt


def _calendar(*events: Component) -> Calendar:
    calendar = Calendar()
    for event in events:
        calendar.add_component(event)
    return calendar
