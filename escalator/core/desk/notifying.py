"""What the desk says of letters to its people: how many come alone, how often a digest comes, when all is quiet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from marshmallow import ValidationError, fields, post_load, validates_schema

from . import kinds
from .kinds import Section, Written
from .problems import Finding

MOST = 1000
NONE = "none"
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `begin` until `end` by the clock on a person's wall, overnight if `end` is not later."""

    begin: time
    end: time

    @property
    def lasts(self) -> timedelta:
        """How long, on a day on which no clock is changed; nothing when both ends are the same."""
        seconds = (_seconds(self.end) - _seconds(self.begin)) % 86400
        return timedelta(seconds=seconds)


NEVER_QUIET = Quiet(time(0), time(0))


@dataclass(frozen=True, slots=True)
class NotificationRules:
    """What holds for all who say nothing else.

    So many letters (`budget`) a person gets in an hour before what may wait folds into a digest, which comes at most
    every `digest_every`; in `quiet` hours, what may wait waits for their end.
    """

    budget: int = 12
    digest_every: timedelta = timedelta(hours=1)
    quiet: Quiet = Quiet(time(21), time(7))


@dataclass(frozen=True, slots=True)
class Allowance:
    """What holds for one person; `tz` is the IANA zone of the clock on their wall."""

    budget: int
    digest_every: timedelta
    quiet: Quiet
    tz: str


def budget_field() -> fields.Integer:
    return fields.Integer(validate=_refuse_odd)


def _refuse_odd(budget: int) -> None:
    if not 0 <= budget <= MOST:
        raise kinds.wrong(f"{budget} is no number of letters an hour", f"Write a number from 0 to {MOST}.")


class QuietField(fields.Field[Quiet]):
    """Two times of the day, or the word that there are none."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Quiet:
        if value == NONE:
            return NEVER_QUIET
        if not isinstance(value, Mapping):
            raise kinds.wrong("this must say from when until when", _REMEDY)
        quiet: Quiet = _QuietSection().load(value)
        return quiet


_REMEDY = f'Write it like {{from: "21:00", to: "07:00"}}, or {NONE}.'


def _time(text: str) -> time:
    if not _TIME.fullmatch(text):
        raise ValueError(f'"{text[:20]}" is not a time of the day')
    return time.fromisoformat(text)


def _clock(key: str) -> Written[time]:
    return Written(_time, 'Write it like "21:00".', data_key=key, required=True)


class _QuietSection(Section):
    begin = _clock("from")
    end = _clock("to")

    @validates_schema
    def refuse_the_whole_day(self, said: Mapping[str, Any], **_: Any) -> None:
        if said["begin"] == said["end"]:
            remedy = f"Nobody can be quiet all day: give two times, or write {NONE}."
            raise ValidationError([Finding((), "the quiet hours begin when they end", remedy)])

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> Quiet:
        return Quiet(**said)


class NotificationsSection(Section):
    budget = budget_field()
    digest_every = kinds.span()
    quiet = QuietField()

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> NotificationRules:
        return NotificationRules(**said)


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60
