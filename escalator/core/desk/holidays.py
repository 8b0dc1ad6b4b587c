"""Public holidays by country and subdivision: what the `holidays` library knows, or a stored desk remembers."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from holidays import country_holidays, list_supported_countries
from holidays.registry import COUNTRIES

from .problems import did_you_mean, short

PublicHolidays = Mapping[str, tuple[date, ...]]
"""The days off by law, sorted, by region: `DE` or `DE-BE`."""

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""The years asked for, from before there were logs of helpdesks to where the library ends.

All of them cost a region 20 to 100 ms, once. Of some countries the library knows less (Germany since 1991). Outside,
a calendar has no public holidays, though it reckons with 1900 to 2199.
"""

# A firm that closes in more regions than this would hardly open; a hostile desk could ask for all there are.
_MOST_REGIONS = 50


class UnknownRegion(ValueError):
    """There is no such country or subdivision; `part` says which of the two, `remedy` what to write."""

    def __init__(self, part: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.part, self.remedy = part, remedy


@dataclass(frozen=True, slots=True)
class Almanac:
    """The public holidays for one reading of a desk.

    What was `written` down when the desk was stored holds for good; only other regions are asked of the library,
    whose opinion changes with its version. `used` is what the desk needs written down in its turn.
    """

    written: PublicHolidays = field(default_factory=dict)
    used: dict[str, tuple[date, ...]] = field(default_factory=dict)

    def days(self, country: str, subdivision: str | None) -> tuple[date, ...]:
        """The holidays of a region; raises UnknownRegion."""
        region = f"{country}-{subdivision}" if subdivision else country
        if region not in self.used and len(self.used) >= _MOST_REGIONS:
            message = f"more than {_MOST_REGIONS} regions are too many"
            raise UnknownRegion("country", message, "Write the dates of some as a list.")
        self.used[region] = self.written[region] if region in self.written else _asked(country, subdivision)
        return self.used[region]


@lru_cache(maxsize=256)
def _asked(country: str, subdivision: str | None) -> tuple[date, ...]:
    """Days off for everybody only, as the library's default; with those that move because they meet a weekend."""
    known = list_supported_countries()
    if country not in known:
        raise UnknownRegion("country", f'there is no country "{short(country)}"', _the_country_meant(country))
    if subdivision is not None and subdivision not in known[country]:
        message = f'"{country}" has no subdivision "{short(subdivision)}"'
        meant = did_you_mean(subdivision.upper(), known[country]) if known[country] else "Leave it out."
        raise UnknownRegion("subdivision", message, meant)
    with warnings.catch_warnings():
        # Some countries announce their moon's holidays late, and the library says so to whoever asks.
        warnings.simplefilter("ignore", UserWarning)
        years = range(FIRST_YEAR, LAST_YEAR + 1)
        return tuple(sorted(country_holidays(country, subdivision, years=years)))


def _the_country_meant(said: str) -> str:
    """By its English name too, which is what people write who do not know the code."""
    codes = {name.casefold(): code for name, code, *_ in COUNTRIES.values()}
    meant = did_you_mean(codes.get(said.replace(" ", "").casefold(), said.upper()), list_supported_countries())
    return meant if meant.startswith("Did") else "Write its code by ISO 3166, like DE or US."
