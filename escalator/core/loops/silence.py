"""When a ticket has been silent for too long: counted in open hours, longer while others have to act."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from escalator.core.calendar import Calendar
from escalator.core.desk.loops import LoopRules

from .memory import OTHERS, OURS, THE_CUSTOMERS, Conversation


def due(conversation: Conversation, rules: LoopRules, calendar: Calendar) -> datetime | None:
    """When the silence is too long, unless something is said or done before; None when nobody has to act.

    `calendar` counts the open time (`LoopRules.calendar`). Raises CalendarError when that is out of its reach.
    """
    since = conversation.quiet_since
    if since is None or not rules.weight("silence"):
        return None
    return calendar.add(since, allowed(conversation, rules))


def allowed(conversation: Conversation, rules: LoopRules) -> timedelta:
    """How long it may be silent, in open time."""
    return _SPANS[conversation.turn](rules)


_SPANS: Mapping[str, Callable[[LoopRules], timedelta]] = {
    OURS: lambda rules: rules.silence,
    OTHERS: lambda rules: rules.silence_of_others,
    THE_CUSTOMERS: lambda rules: rules.silence_of_customer,
}
