"""Whether the calendars mean what they say: none that closes for weeks unseen, none whose holidays run out."""

from collections.abc import Iterator

from .model import Desk
from .problems import Finding

# No public holidays last so long, anywhere; a firm may, but should know that its clocks stand still.
_LONG = 21

# A library that knows a region's holidays up to here knows them as far as it ever looks.
_FAR = 2090


def closures(desk: Desk) -> Iterator[Finding]:
    """Warnings for calendars that stay closed longer than three weeks, and for regions with no more holidays."""
    for name, calendar in desk.calendars.items():
        for first, last in calendar.closures(longer_than=_LONG):
            message = f'"{name}" stays closed for {(last - first).days + 1} days, from {first} to {last}'
            remedy = "Look for a mistyped date; if it is meant, know that no clock runs in that time."
            yield Finding(("calendars", name), message, remedy, "warning")
    for region, days in desk.public_holidays.items():
        if not days or days[-1].year < _FAR:
            known = f"no public holidays of {region} are known" + (f" after {days[-1].year}" if days else "")
            yield Finding(("calendars",), known, "Write later ones as dates, and look again every year.", "warning")
