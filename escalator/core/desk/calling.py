"""Promising a customer a call: what is promised, when, and how the promise is withdrawn or kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from escalator.core import phones
from escalator.core.calendar import Calendar, CalendarError
from escalator.core.errors import Invalid, NotAllowedNow
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import SYSTEM, Actor, Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket

from .call_backs import CallBackRules
from .call_windows import Window, last_window, next_window
from .model import Desk

LONGEST_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """When and where a customer wants to be called; what is empty is proposed, or known of them."""

    opens: datetime | None = None
    closes: datetime | None = None
    tz: str = ""
    phone: str = ""


def propose(ticket: Ticket, desk: Desk, now: datetime, standing: CallBack | None = None) -> Event | str:
    """The promise that a rule makes, or why it makes none, in words for the timeline."""
    if standing is not None and standing.stands:
        return "a call is promised already"
    try:
        return promise(ticket, standing, Wish(), SYSTEM, now, desk)
    except (Invalid, NotAllowedNow) as refusal:
        return str(refusal)


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


def is_promised(ticket: Ticket, standing: CallBack | None, wish: Wish) -> bool:
    """Whether the call that stands is what is wished for; what the wish leaves open is chosen already."""
    if standing is None or not standing.stands or not ticket.is_open:
        return False
    pairs = (
        (wish.opens, standing.opens),
        (wish.closes, standing.closes),
        (wish.tz, standing.tz),
        (wish.phone, standing.phone),
    )
    return all(not wished or wished == promised for wished, promised in pairs)


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
        raise Invalid("no number is known", {"phone": ["is not known of this customer; give the number to call"]})
    if not phones.is_number(phone):
        # What was imported may be anything.
        remedy = f"is no number; give one like {phones.EXAMPLE}"
        raise Invalid("what is known as their number is none", {"phone": [remedy]})
    return phone


def _window(wish: Wish, rules: CallBackRules, calls: Calendar, now: datetime, tz: str) -> Window:
    """What is named whole is the customer's wish; a window of which we choose an end suits us and them."""
    _refuse_what_is_past_or_far(wish, now)
    if wish.closes is None:
        return _from(wish.opens or now, rules, calls, tz)
    if wish.opens is None:
        return _until(wish.closes, rules, calls, now, tz)
    if not calls.within(wish.opens, wish.closes):
        remedy = f"nobody calls then; choose a time in the hours of the calendar {rules.calendar}"
        raise Invalid("outside of our hours", {"from": [remedy]})
    return wish.opens, wish.closes


def _refuse_what_is_past_or_far(wish: Wish, now: datetime) -> None:
    if wish.opens is not None and wish.opens < now:
        raise Invalid("call when?", {"from": ["is past; give a time to come"]})
    if wish.closes is not None and wish.closes <= (wish.opens or now):
        raise Invalid("call when?", {"to": ["must come after the beginning, and be a time to come"]})
    for name, end in (("to", wish.closes), ("from", wish.opens)):
        if end is not None and end - now > LONGEST_AHEAD:
            raise Invalid("too far away", {name: [f"must be within {LONGEST_AHEAD.days} days"]})


def _from(start: datetime, rules: CallBackRules, calls: Calendar, tz: str) -> Window:
    window = next_window(rules, calls, start, tz)
    if window is None:
        why = f"no time in the next two weeks is in our hours and {_theirs(rules, tz)}"
        raise Invalid(why, {"from": [f"{why}; name both ends of one, `from` and `to`"]})
    return window


def _until(end: datetime, rules: CallBackRules, calls: Calendar, now: datetime, tz: str) -> Window:
    window = last_window(rules, calls, now, end, tz)
    if window is None:
        why = f"no half an hour until then is in our hours and {_theirs(rules, tz)}"
        raise Invalid(why, {"to": [f"{why}; name both ends of one, `from` and `to`"]})
    return window


def _theirs(rules: CallBackRules, tz: str) -> str:
    begin, end = rules.customer_hours
    return f"from {begin} to {end} in {tz}"


def withdraw(ticket: Ticket, standing: CallBack | None, actor: Actor, at: datetime, why: str) -> Event:
    """The promise is taken back, in words for the timeline; raises `NotAllowedNow` when there is none."""
    if standing is None or not standing.owed:
        raise NotAllowedNow(f"no call is promised to the customer of {ticket.ref}")
    return Event(Kind.CALL_BACK_WITHDRAWN, at, actor, data={"number": standing.number, "why": why})
