"""Business time: when a desk is open, and what an amount of open time comes to on the clock."""

from escalator.core.calendar.business_time import Calendar
from escalator.core.calendar.errors import CalendarError

__all__ = ["Calendar", "CalendarError"]
