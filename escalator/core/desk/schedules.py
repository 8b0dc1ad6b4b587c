"""How an on-call schedule is written: rotations with their people, the length of a turn and the first hand-over."""

import re
from datetime import datetime, timedelta
from typing import Any

from marshmallow import fields, post_load, validate

from . import kinds, spans
from .kinds import Section, Several, Written, at_most
from .problems import short
from .rotations import Rotation, Turns

_DAY = timedelta(days=1)
_SHORTEST, _LONGEST = timedelta(hours=1), 366 * _DAY
_WORDS = {"daily": Turns(_DAY, by_the_wall=True), "weekly": Turns(7 * _DAY, by_the_wall=True)}

_MOMENT = re.compile(r"(?:199|20[0-9]|21[0-9])[0-9]-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_TURNS_REMEDY = "Write daily, weekly, or a span like 3d or 12h, from 1h to 366d."


def _turns(text: str) -> Turns:
    """Whole days and weeks keep the local time of the hand-over, whatever is written in hours counts elapsed time."""
    if text in _WORDS:
        return _WORDS[text]
    length = spans.span(text)
    if not _SHORTEST <= length <= _LONGEST:
        raise ValueError(f'"{text[:40]}" is too short or too long for a turn')
    return Turns(length, by_the_wall=not set("hms") & set(text))


def _moment(text: str) -> datetime:
    if not _MOMENT.fullmatch(text):
        raise ValueError(f'"{short(text)}" is not a day with a time')
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f'there is no "{text}"') from None


class RotationSection(Section):
    people = Several(kinds.address(), required=True, validate=at_most(500), post_load=tuple)
    every = Written(_turns, _TURNS_REMEDY, required=True)
    starts = Written(_moment, "Write it like 2026-01-05 09:00, in a year from 1990 to 2199.", required=True)
    during = kinds.name()

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> Rotation:
        return Rotation(**said)


class ScheduleSection(Section):
    tz = kinds.Zone(required=True)
    rotations = fields.List(
        fields.Nested(RotationSection), required=True, validate=[validate.Length(1), at_most(50)], post_load=tuple
    )
