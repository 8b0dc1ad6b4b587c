"""What a local time means: the one place that knows of those that do not exist and of those that exist twice."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def instant(local: datetime, zone: ZoneInfo) -> datetime:
    """The one instant of a local time (naive): moved forward by the gap if it does not exist, the first of two."""
    # fold=0 reads the wall clock with the offset before the change: that is the rule.
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
