"""Promising a customer a call: when it can be, what is promised, and how the promise is withdrawn or kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from escalator.core.calendar import Calendar, CalendarError
from escalator.core.errors import Invalid, NotAllowedNow
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import SYSTEM, Actor, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket

from .call_backs import CallBackRules
from .model import Desk

LONGEST_AHEAD = timedelta(days=30)

_SEARCHED = timedelta(weeks=2)
_SHORTEST = timedelta(minutes=30)
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """When and where a customer wants to be called; what is empty is proposed, or known of them."""

    opens: datetime | None = None
    closes: datetime | None = None
    tz: str = ""
    phone: str = ""


def next_window(rules: CallBackRules, calls: Calendar, now: datetime, tz: str) -> Window | None:
    """The next time that is in the hours of `calls` and in the customer's in their zone `tz`, `within` long at most.

    A rest of less than half an hour is no time in which to promise a call. None when two weeks have no such time.
    """
    theirs = Calendar(tz, {day: [rules.customer_hours] for day in _WEEK})
    shortest, end, at = min(_SHORTEST, rules.within), now + _SEARCHED, now
    while at < end:
        opens = _both_open(calls, theirs, at)
        if opens is None or opens >= end:
            return None
        closes = min(opens + rules.within, _closes(calls, opens, end), _closes(theirs, opens, end))
        if closes - opens >= shortest:
            return opens, closes
        at = closes
    return None


def _both_open(one: Calendar, other: Calendar, at: datetime) -> datetime | None:
    """The first instant from `at` on at which both are open, if it comes within the weeks that are searched."""
    end = at + _SEARCHED
    try:
        while at < end:
            opens = other.add(one.add(at, timedelta(0)), timedelta(0))
            if one.is_open(opens):
                return opens
            at = opens
    except CalendarError:
        return None
    return None


def _closes(calendar: Calendar, opens: datetime, end: datetime) -> datetime:
    return calendar.around(opens)[1] or end


def propose(ticket: Ticket, desk: Desk, now: datetime, standing: CallBack | None = None) -> Event | None:
    """The promise that a rule makes; None when it can make none, or when a call is promised already."""
    if standing is not None and standing.stands:
        return None
    try:
        return promise(ticket, standing, Wish(), SYSTEM, now, desk)
    except (Invalid, NotAllowedNow):
        return None


def promise(ticket: Ticket, standing: CallBack | None, wish: Wish, actor: Actor, at: datetime, desk: Desk) -> Event:
    """A call is promised to the customer; it replaces the one that was promised before.

    Raises `Invalid` when the wish cannot be met, with what to do instead.
    """
    if not ticket.is_open:
        raise NotAllowedNow(f"{ticket.ref} is {ticket.status}; reopen it before you promise a call")
    rules = desk.call_backs
    if rules is None:
        raise NotAllowedNow("this desk promises no calls; its desk.yaml needs a section `call_backs`")
    tz = _zone(wish.tz or zone_of(ticket, desk))
    opens, closes = _window(wish, rules, desk.calendars[rules.calendar], at, tz)
    data: dict[str, Any] = {
        # The place of this event in the timeline, or one close to it: it grows with every promise.
        "number": ticket.version + 1,
        "opens": stamp(opens),
        "closes": stamp(closes),
        "tz": tz,
        "phone": _phone(wish, ticket),
        "person": ticket.owner,
        "desk": desk.version,
        "replaces": standing.number if standing is not None and standing.stands else None,
    }
    return Event(Kind.CALL_BACK_PROMISED, at, actor, data=data)


def zone_of(ticket: Ticket, desk: Desk) -> str:
    """The zone in which the customer reads times: their own, else that of the team that has the ticket."""
    team = desk.teams.get(ticket.team or "") or desk.teams[desk.default_team]
    return ticket.requester.timezone or desk.calendars[team.calendar].tz


def _zone(tz: str) -> str:
    try:
        return Calendar(tz, {"mon": [("00:00", "24:00")]}).tz
    except CalendarError as error:
        raise Invalid("unknown zone", {"timezone": [f"{error.problem}; {error.remedy}"]}) from None


def _phone(wish: Wish, ticket: Ticket) -> str:
    phone = wish.phone or ticket.requester.phone
    if not phone:
        raise Invalid("call where?", {"phone": ["is not known of this customer; give the number to call"]})
    return phone


def _window(wish: Wish, rules: CallBackRules, calls: Calendar, now: datetime, tz: str) -> Window:
    if wish.opens is None and wish.closes is None:
        return _proposed(rules, calls, now, tz)
    opens = wish.opens or now
    closes = wish.closes or opens + rules.within
    if opens < now:
        raise Invalid("call when?", {"from": ["is past; give a time to come"]})
    if closes <= opens:
        raise Invalid("call when?", {"to": ["must come after the beginning, and be a time to come"]})
    if closes - now > LONGEST_AHEAD:
        raise Invalid("too far away", {"to": [f"must be within {LONGEST_AHEAD.days} days"]})
    if not calls.within(opens, closes):
        remedy = f"nobody calls then; choose a time in the hours of the calendar {rules.calendar}"
        raise Invalid("outside of our hours", {"from": [remedy]})
    return opens, closes


def _proposed(rules: CallBackRules, calls: Calendar, now: datetime, tz: str) -> Window:
    window = next_window(rules, calls, now, tz)
    if window is None:
        begin, end = rules.customer_hours
        remedy = f"give one: no time in the next two weeks is in our hours and from {begin} to {end} in {tz}"
        raise Invalid("call when?", {"from": [remedy]})
    return window


def withdraw(ticket: Ticket, standing: CallBack | None, actor: Actor, at: datetime, why: str) -> Event:
    """The promise is taken back, in words for the timeline; raises `NotAllowedNow` when there is none."""
    if standing is None or not standing.owed:
        raise NotAllowedNow(f"no call is promised to the customer of {ticket.ref}")
    return Event(Kind.CALL_BACK_WITHDRAWN, at, actor, data={"number": standing.number, "why": why})
