"""What the desk says of calls that it promises: when they are made, and what follows when one is not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from marshmallow import post_load

from escalator.core.calendar import CalendarError
from escalator.core.calendar.hours import read_day

from . import kinds, spans
from .kinds import Section, Written


@dataclass(frozen=True, slots=True)
class CallBackRules:
    """Calls are made in the open time of `calendar`; a call that was not made in its window starts `ladder`.

    When the customer names no time, the window is `within` long at most and lies in `customer_hours` of their zone,
    on any day of the week.
    """

    calendar: str
    ladder: str
    within: timedelta = timedelta(hours=4)
    customer_hours: tuple[str, str] = ("09:00", "18:00")


def _hours(text: str) -> tuple[str, str]:
    pair = spans.hours(text)
    try:
        read_day("customer_hours", [pair])
    except CalendarError as error:
        raise ValueError(error.problem) from None
    return pair


class CallBacksSection(Section):
    calendar = kinds.name(required=True)
    ladder = kinds.name(required=True)
    within = kinds.span()
    customer_hours = Written(_hours, 'Write it like "09:00-18:00".')

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> CallBackRules:
        return CallBackRules(**said)
