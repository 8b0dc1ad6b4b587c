"""How spans, warnings and hours are written: `1h30m`, `80%`, `30m left`, `09:00-17:00`."""

import re
from dataclasses import dataclass
from datetime import timedelta

TEN_YEARS = timedelta(days=3653)

_UNITS = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)}
_UNITS |= {"m": timedelta(minutes=1), "s": timedelta(seconds=1)}

_SPAN = re.compile(r"(?P<sign>-?)" + r"\s*".join(rf"(?:(?P<{unit}>[0-9]+){unit})?" for unit in _UNITS))
_MOST_DIGITS = 6

# In a longer one the pattern could look for its units for hours.
_LONGEST = 60
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]{1,3})?) ?%")
_HOURS = re.compile(r"([0-9]{1,2}:[0-9]{2}) ?[-–] ?([0-9]{1,2}:[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Warning:
    """A call before the deadline: when `share` of the target is consumed, or at most `remaining` is left."""

    label: str
    share: float | None = None
    remaining: timedelta | None = None


def span(text: str) -> timedelta:
    """The span that `text` says: weeks, days of 24 hours, hours, minutes, seconds, largest first.

    Raises ValueError with a sentence. Whether those are hours of the clock or of a calendar is said by the
    place where the span stands; there is no unit for a business day, because its length depends on the day.
    """
    match = _SPAN.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None or not any(match[unit] for unit in _UNITS):
        raise ValueError(f'"{text[:40]}" is not a span of time')
    if max(len(match[unit] or "") for unit in _UNITS) > _MOST_DIGITS:
        raise ValueError(f'"{text[:40]}" is too large: at most ten years ({TEN_YEARS.days}d) fit')
    total = sum((int(match[unit] or 0) * length for unit, length in _UNITS.items()), timedelta(0))
    return -total if match["sign"] else total


def shown(amount: timedelta) -> str:
    """A span as it would be written in the desk: `1h30m`; whole seconds, zero is `0s`."""
    return _written(amount, "wdhms")


def in_hours(amount: timedelta) -> str:
    """A span of open time: `40h`, never `1d16h`, because people read a day of office time as eight hours."""
    return _written(amount, "hms")


def _written(amount: timedelta, units: str) -> str:
    text, rest = "", amount
    for unit in units:
        count, rest = divmod(rest, _UNITS[unit])
        text += f"{count}{unit}" if count else ""
    return text or "0s"


def warning(text: str) -> Warning:
    """A warning by share consumed (`80%`) or by what remains (`30m left`); raises ValueError with a sentence."""
    label = " ".join(text.split())
    if share := _SHARE.fullmatch(label):
        consumed = float(share[1]) / 100
        if consumed == 0:
            raise ValueError("a warning at 0% would come with every ticket")
        if consumed >= 1:
            raise ValueError(f'"{label[:40]}" is too large: a warning comes before the deadline, so below 100%')
        return Warning(label, share=consumed)
    if not label.endswith(" left"):
        raise ValueError(f'"{label[:40]}" is not a warning')
    remaining = span(label.removesuffix(" left"))
    if not timedelta(0) < remaining <= TEN_YEARS:
        raise ValueError(f'"{label[:40]}" is zero, negative or beyond ten years')
    return Warning(label, remaining=remaining)


def hours(text: str) -> tuple[str, str]:
    """An interval of a day, `09:00-17:00`, as its two ends; raises ValueError with a sentence."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f'"{text[:40]}" is not an interval of hours')
    start, end = (end.zfill(5) for end in match.groups())
    return start, end
