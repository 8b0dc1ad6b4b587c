"""When a ticket waited for somebody else or was resolved: the spans that a clock may have to leave out."""

from dataclasses import dataclass, replace
from datetime import datetime

from .workflow import Status

_KEPT = (Status.PENDING, Status.ON_HOLD, Status.RESOLVED)


@dataclass(frozen=True, slots=True)
class Stay:
    """A span in a status in which clocks may stand still; `until` is None while it lasts."""

    status: Status
    since: datetime
    until: datetime | None = None


def stays_again(stays: tuple[Stay, ...], status: Status, since: datetime) -> tuple[Stay, ...]:
    """The stays as if the one that began then had never ended."""
    return (*(stay for stay in stays if stay.since != since), Stay(status, since))


def stays_after(stays: tuple[Stay, ...], to: Status, at: datetime) -> tuple[Stay, ...]:
    """The stays once the ticket has moved to another status: the last one ends, and a new one may begin."""
    ended = tuple(replace(stay, until=at) if stay.until is None else stay for stay in stays)
    lasted = tuple(stay for stay in ended if stay.since != stay.until)
    return (*lasted, Stay(to, at)) if to in _KEPT else lasted
