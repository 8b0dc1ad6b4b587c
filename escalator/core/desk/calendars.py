"""How a calendar is written: hours by ranges of days, holidays by date or by region."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load

from escalator.core.calendar import Calendar, CalendarError

from . import kinds, spans
from .holidays import Almanac, UnknownRegion
from .kinds import Named, Section, Several, Written
from .problems import Finding, Path

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class _Hours(Several):
    """The open intervals of a day; `closed` says that there are none."""

    def __init__(self, **settings: Any) -> None:
        remedy = 'Write it like "09:00-17:00" (or closed); "22:00-06:00" runs into the next day.'
        super().__init__(Written(spans.hours, remedy), **settings)

    def _deserialize(self, value: Any, *rest: Any, **more: Any) -> list[Any]:
        return [] if value == "closed" else super()._deserialize(value, *rest, **more)


def _days(text: str) -> tuple[str, ...]:
    """The days that `fri` or `mon-fri` names."""
    first, _, last = text.partition("-")
    last = last or first
    if first not in _DAYS or last not in _DAYS or _DAYS.index(first) > _DAYS.index(last):
        raise ValueError(f'"{text}" is no day of the week')
    return _DAYS[_DAYS.index(first) : _DAYS.index(last) + 1]


class RegionSection(Section):
    country = kinds.line(required=True)
    subdivision = kinds.line()
    dates = Several(kinds.day())
    exceptions = Several(kinds.day(), data_key="except")


def _closed(said: Mapping[str, Any], almanac: Almanac) -> set[date]:
    """The public holidays of a region without the exceptions, and with some more `dates`."""
    try:
        public = set(almanac.days(said["country"], said.get("subdivision")))
    except UnknownRegion as unknown:
        raise ValidationError([Finding((unknown.part,), str(unknown), unknown.remedy)]) from None
    exceptions = said.get("exceptions", [])
    if strange := [_no_exception(number, day) for number, day in enumerate(exceptions) if day not in public]:
        raise ValidationError(strange)
    return public.difference(exceptions) | set(said.get("dates", []))


def _no_exception(number: int, day: date) -> Finding:
    return Finding(("except", number), f"{day} is no public holiday there anyway", "Remove it, or mend the date.")


class _Holidays(fields.Field[set[date]]):
    """Dates, regions with their public holidays by `almanac`, or a list of both."""

    def __init__(self, almanac: Almanac) -> None:
        super().__init__()
        self._almanac = almanac

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> set[date]:
        if isinstance(value, Mapping):
            return self._days_of(value)
        entries = value if isinstance(value, list) else [value]
        days, errors = set[date](), dict[int, Any]()
        for number, entry in enumerate(entries):
            try:
                days |= self._days_of(entry)
            except ValidationError as error:
                errors[number] = error.messages
        if errors:
            raise ValidationError(errors)
        return days

    def _days_of(self, entry: Any) -> set[date]:
        """The days that one entry names."""
        if isinstance(entry, Mapping):
            return _closed(RegionSection().load(entry), self._almanac)
        return {kinds.day().deserialize(entry)}


class CalendarSection(Section):
    tz = kinds.Zone(required=True)
    weekly_hours = Named(Written(_days, "Write mon, tue, ... or a range like mon-fri."), _Hours(), required=True)
    breaks = Named(kinds.day(), _Hours())
    date_overrides = Named(kinds.day(), _Hours())

    @post_load(pass_original=True)
    def make(self, said: dict[str, Any], original: Mapping[str, Any], **_: Any) -> Calendar:
        said["weekly_hours"] = _each_day(said["weekly_hours"])
        try:
            return Calendar(**said)
        except CalendarError as error:
            path = _written_place(error.place, original["weekly_hours"])
            remedy = f"{error.remedy[:1].upper()}{error.remedy[1:]}."
            raise ValidationError([Finding(path, error.problem, remedy)]) from None


def calendar_section(almanac: Almanac) -> Schema:
    """How a calendar is written; what is a public holiday, `almanac` knows."""
    return CalendarSection.from_dict({"holidays": _Holidays(almanac)})()


def _each_day(weekly: Mapping[tuple[str, ...], list[Any]]) -> dict[str, list[Any]]:
    hours: dict[str, list[Any]] = {}
    for days, intervals in weekly.items():
        for day in days:
            if day in hours:
                remedy = "Name each day once, alone or in a range."
                raise ValidationError([Finding(("weekly_hours",), f"{day} is named twice", remedy)])
            hours[day] = intervals
    return hours


def _written_place(place: str, weekly: Mapping[str, Any]) -> Path:
    """The path of `weekly_hours.tue[0]` in the text, where the day may stand in a range."""
    path: list[str | int] = [int(part) if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", place)]
    if path[0] == "weekly_hours" and len(path) > 1:
        path[1] = next(key for key in weekly if path[1] in _days(key))
    return tuple(path)
