"""Times as logs and people write them: ISO 8601, local to a named zone where there is no offset."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalator.core.calendar.rules import FIRST_YEAR, LAST_YEAR
from escalator.core.errors import Invalid

AS_THEY_ARE_WRITTEN = f"write times like 2026-03-29T14:05:00+02:00, in a year from {FIRST_YEAR} to {LAST_YEAR}"


class NoOffset(Exception):
    """A local time, and nobody has said where."""


def zone(tz: str) -> ZoneInfo:
    """The zone that the operator names; raises `Invalid`."""
    try:
        return ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid(f"{tz[:60]!r} is no time zone; give one like Europe/Berlin") from None


def moment(written: object, local: ZoneInfo | None) -> datetime:
    """An instant in UTC. A local time that does not exist moves forward by the gap, of two the first is meant.

    Raises ValueError for what is no time, or none that a calendar reckons with, and `NoOffset`.
    """
    if not isinstance(written, str):
        raise ValueError("a time is text")
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        if local is None:
            raise NoOffset
        at = at.replace(tzinfo=local)
    try:
        at = at.astimezone(UTC)
    except OverflowError:
        raise ValueError("out of reach") from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError("out of reach")
    return at


def asked(written: str, tz: str | None) -> datetime:
    """The moment that somebody asks for, local to `tz` when it has no offset; raises `Invalid`."""
    try:
        return moment(written, zone(tz) if tz else None)
    except NoOffset:
        raise Invalid(f"{written!r} has no offset; say in which zone it is: --tz Europe/Berlin") from None
    except ValueError:
        raise Invalid(f"{written[:40]!r} is no time; {AS_THEY_ARE_WRITTEN}") from None
