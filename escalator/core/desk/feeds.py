"""A calendar feed (iCalendar) as a proposal for a desk's holidays: its whole days, and what was not taken."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from icalendar import Component, Event

from escalator.core.errors import Invalid

from .problems import short
from .recurrences import Unfit, length_of, occurrences, start_of

MOST_BYTES = 1_000_000
_MOST_EVENTS = 3000
_MOST_RECURRENCES = 100
_MOST_DAYS = 5000
_MOST_NAMES = 3

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Proposal:
    """The days a feed names, each with what it calls them; `left` says in sentences what was not taken and why."""

    days: dict[date, list[str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    def add(self, day: date, name: str) -> None:
        names = self.days.setdefault(day, [])
        if name not in names and len(names) < _MOST_NAMES:
            names.append(name)
        if len(self.days) > _MOST_DAYS:
            raise Invalid(f"the feed names more than {_MOST_DAYS} days; ask for fewer years with --from and --to")


def proposal(feed: bytes, first: int, last: int) -> Proposal:
    """The whole days in `feed` in the years from `first` to `last`; raises Invalid when it is no calendar."""
    proposed = Proposal()
    events = [event for event in _events(feed, proposed) if _concerns(event, first, last)]
    if sum("RRULE" in event for event in events) > _MOST_RECURRENCES:
        raise Invalid(f"more than {_MOST_RECURRENCES} recurring events are no feed of holidays")
    for series in _series(events):
        try:
            _add(proposed, series, first, last)
        except Unfit as unfit:
            proposed.left.append(f"{_shown(series[0])}: {unfit}")
    proposed.days = dict(sorted(proposed.days.items()))
    return proposed


def _events(feed: bytes, proposed: Proposal) -> Iterator[Component]:
    for number, lines in _blocks(_text(feed)):
        try:
            event = Event.from_ical("\r\n".join(lines))
            start_of(event)
        except Exception:  # noqa: BLE001 - a parser of foreign text raises what it likes
            proposed.left.append(f"the event on line {number}: it cannot be read")
        else:
            yield event


def _text(feed: bytes) -> str:
    if len(feed) > MOST_BYTES:
        raise Invalid(f"the feed is larger than {MOST_BYTES // 1_000_000} MB; is it a feed of holidays?")
    try:
        text = feed.decode("utf-8-sig")
    except UnicodeError:
        raise Invalid("this is not text in UTF-8; an iCalendar feed is") from None
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise Invalid("this is no iCalendar feed: it does not start with BEGIN:VCALENDAR")
    return text


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each event and the number of its first, without what is nested in it.

    Only events are shown to the parser: whatever else a feed brings (time zones that never end) costs nothing.
    """
    block: list[str] | None = None
    nested = began = count = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        said = line.rstrip().upper()
        if block is None:
            if said == "BEGIN:VEVENT":
                block, nested, began, count = [line], 0, number, count + 1
        elif said == "END:VEVENT" and not nested:
            yield began, [*block, line]
            block = None
        elif said.startswith(("BEGIN:", "END:")):
            nested = max(0, nested + (1 if said.startswith("BEGIN:") else -1))
        elif not nested:
            block.append(line)
        if count > _MOST_EVENTS:
            raise Invalid(f"more than {_MOST_EVENTS} events are no feed of holidays")
    if block is not None:
        raise Invalid(f"the event on line {began} has no end; is the feed complete?")


def _concerns(event: Component, first: int, last: int) -> bool:
    """Whether an event may fall into the years asked for; one that recurs or is long may from afar."""
    return "RRULE" in event or "RDATE" in event or first - 1 <= start_of(event).year <= last


def _series(events: Iterable[Component]) -> list[list[Component]]:
    """Events of one UID belong together: one recurs, the others change some of its days."""
    by_uid: dict[str, list[Component]] = {}
    for number, event in enumerate(events):
        by_uid.setdefault(str(event.get("UID") or f"event {number}"), []).append(event)
    return list(by_uid.values())


def _add(proposed: Proposal, series: list[Component], first: int, last: int) -> None:
    for event in occurrences(series, first, last):
        if reason := _no_day_off(event):
            proposed.left.append(f"{_shown(event)}: {reason}")
            continue
        start = start_of(event)
        for day in (start + _DAY * number for number in range(length_of(event))):
            if first <= day.year <= last:
                proposed.add(day, _name(event))


def _no_day_off(event: Component) -> str:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return "it is cancelled"
    return "it has hours, and a holiday is a whole day" if isinstance(start_of(event), datetime) else ""


def _name(event: Component) -> str:
    return short(" ".join(str(event.get("SUMMARY", "")).split())) or "without a name"


def _shown(event: Component) -> str:
    return f"{start_of(event).isoformat()[:16].replace('T', ' ')} {_name(event)}"
