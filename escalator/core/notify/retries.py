"""When a temporary failure is tried again: growing, jittered waits, and an end (mail.md, 12)."""

from datetime import timedelta

FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=5)
"""Of mail; whoever was called otherwise is given up sooner."""
CALLS_GIVE_UP_AFTER = timedelta(days=3)


def wait_before(attempt: int, jitter: float) -> timedelta:
    """The wait after failed attempt number `attempt` (from 1); `jitter` in [0, 1) spreads it over 75-125 %."""
    doubled: timedelta = FIRST_WAIT * (1 << min(attempt - 1, 16))
    return min(doubled, LONGEST_WAIT) * (0.75 + jitter / 2)
