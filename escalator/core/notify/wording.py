"""Say spans, instants and reasons in the words that stand in a notice."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.model import Reason

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_REASONS = {
    Reason.GUARDED_TOPIC: "it touches privacy, security, safety or the law",
    Reason.INCIDENT: "it is part of an incident",
    Reason.PERSON_REQUESTED: "the customer asked to talk to a person",
    Reason.LOOP: "the conversation goes in circles",
    Reason.BREACH: "a promised time has passed",
    Reason.MAX_AGE: "it has been open for too long",
    Reason.REQUESTED: "a colleague asked for help with it",
    Reason.WARNING: "a promised time is close",
}

_REQUESTS = {
    "call_back": "a call was promised",
    "review": "a reply waits for a second pair of eyes",
    "mail": "a mail has come in",
}

_PROMISES = {name: metric.words for name, metric in METRICS.items()} | {"call_back": "the promised call"}
# What else is known of these stands in the notice, in sentences.
_SAY_ALL = (Reason.PERSON_REQUESTED, Reason.LOOP)

_CLOCKED = {
    Reason.BREACH: "the time for {} has passed",
    Reason.WARNING: "the time for {} is almost up",
}


def span(length: timedelta) -> str:
    """A length of time by its two largest units, rounded down: `3 h 20 min`, `2 days 4 h`."""
    minutes = max(length, timedelta(0)) // timedelta(minutes=1)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return _joined((days, "day" if days == 1 else "days"), (hours, "h"))
    return _joined((hours, "h"), (rest, "min")) or "less than a minute"


def moment(at: datetime, tz: str, now: datetime) -> str:
    """An instant for a reader in `tz`: `today 14:05 (Europe/Berlin)`, `Mon 24 Nov 09:00 (Europe/Berlin)`."""
    local, today = _local(at, tz), _local(now, tz).date()
    return f"{'today ' if local.date() == today else ''}{clock(at, tz, now)} ({tz})"


def clock(at: datetime, tz: str, now: datetime) -> str:
    """The same, short enough for a subject line: `14:05`, `Mon 24 Nov 09:00`, `Fri 1 Jan 2027 09:00`."""
    local, today = _local(at, tz), _local(now, tz).date()
    time = time_of_day(local)
    if local.date() == today:
        return time
    year = "" if local.year == today.year else f" {local.year}"
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}{year} {time}"


def time_of_day(local: datetime) -> str:
    """`14:05`; when the clocks go back and an hour exists twice, with the name of the one that is meant."""
    return f"{local:%H:%M}{_which_of_two(local)}"


def reason(name: str, detail: str = "") -> str:
    """Why a case came up, as a clause: `the time for the first reply has passed`, `it is part of an incident`."""
    if name not in list(Reason):
        return _REQUESTS.get(name, _readable(name))
    known = Reason(name)
    if known in _CLOCKED and detail in _PROMISES:
        return _CLOCKED[known].format(_PROMISES[detail])
    if (known, detail) == (Reason.LOOP, "silence"):
        return "nobody has said or done anything for too long"
    tells_more = detail and known not in _SAY_ALL
    return f"{_REASONS[known]} ({_readable(detail)})" if tells_more else _REASONS[known]


def _readable(code: str) -> str:
    return code.replace("_", " ")


def _joined(*parts: tuple[int, str]) -> str:
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _local(at: datetime, tz: str) -> datetime:
    return at.astimezone(ZoneInfo(tz))


def _which_of_two(local: datetime) -> str:
    # When the clocks go back, an hour of the night exists twice: only then the time needs its offset's name.
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f" {local.tzname()}" if twice else ""
