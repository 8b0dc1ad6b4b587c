"""The kinds of values in requests and answers, as marshmallow fields that refuse in sentences."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from marshmallow import Schema, ValidationError, fields, validate

from escalator.core import phones

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
# Control characters, lone surrogates, and the line ends that Unicode knows beside them.
_NOT_IN_A_LINE = {"Cc", "Cs", "Zl", "Zp"}
_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class Shape(Schema):
    """What a body or a query may contain; a name that it does not know is refused."""


def _length(least: int, most: int) -> validate.Length:
    return validate.Length(least, most, error="must have {min} to {max} characters")


def _storable(text: str) -> None:
    """PostgreSQL stores no NUL, and half a surrogate pair is no text anywhere."""
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise ValidationError("must not contain NUL characters or lone surrogates")


def _one_line(text: str) -> None:
    if any(unicodedata.category(char) in _NOT_IN_A_LINE for char in text):
        raise ValidationError("must be one line without control characters")


class Line(fields.String):
    """One line of `least` to `most` characters; white space around it is dropped."""

    def __init__(self, most: int, least: int = 1, **settings: Any) -> None:
        super().__init__(validate=[_length(least, most), _one_line], **settings)

    def _deserialize(self, value: Any, *rest: Any, **more: Any) -> str:
        return (super()._deserialize(value, *rest, **more) or "").strip()


class Words(fields.String):
    """Text of several lines, as it was written; white space alone says nothing."""

    def __init__(self, most: int, **settings: Any) -> None:
        super().__init__(validate=[_length(1, most), _storable, _says_something], **settings)


def _says_something(text: str) -> None:
    if not text.strip():
        raise ValidationError("must say something")


class Address(fields.String):
    """An e-mail address, in ASCII."""

    def __init__(self, **settings: Any) -> None:
        length = validate.Length(max=254, error="is too long")
        metadata = {"format": "email", **settings.pop("metadata", {})}
        super().__init__(validate=[length, _address], metadata=metadata, **settings)


def _address(text: str) -> None:
    if len(text) <= 254 and not _ADDRESS.fullmatch(text):
        raise ValidationError("must be an e-mail address like dana@city.example")


class Phone(Line):
    """A telephone number, or nothing where `least` is 0; what was imported goes out as it is."""

    def __init__(self, least: int = 1, **settings: Any) -> None:
        super().__init__(30, least, **settings)
        self.validators.append(_phone)


def _phone(text: str) -> None:
    if text and not phones.is_number(text):
        raise ValidationError(f"must be a phone number, like {phones.EXAMPLE}")


class Zone(fields.String):
    """The name of a time zone, as IANA has it, or nothing."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(validate=_zone, **settings)


def _zone(text: str) -> None:
    if text and text not in _zones():
        raise ValidationError("must be the name of a time zone, like Europe/Berlin")


@cache
def _zones() -> set[str]:
    return available_timezones()


class Language(fields.String):
    """A language tag, like de or pt-BR, or nothing."""

    def __init__(self, **settings: Any) -> None:
        shape = validate.Regexp(
            r"([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?\Z", error="must be a language, like de or pt-BR"
        )
        super().__init__(validate=shape, **settings)


def choice(words: Any, **settings: Any) -> fields.String:
    """One of `words`."""
    return fields.String(validate=validate.OneOf(list(words), error="must be one of {choices}"), **settings)


def count(least: int, most: int, **settings: Any) -> fields.Integer:
    """A whole number that the database can take."""
    return fields.Integer(validate=validate.Range(least, most, error="must be from {min} to {max}"), **settings)


class Instant(fields.DateTime):
    """An instant: ISO 8601 with its zone coming in, in UTC with a Z going out."""

    def _serialize(self, value: Any, *_: Any, **__: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value).astimezone(UTC) if _has_zone(value) else None
        except (ValueError, OverflowError):
            moment = None
        if moment is None or not _EARLIEST <= moment < _LATEST:
            raise ValidationError("must be a time with its zone, like 2026-11-20T14:00:00Z, from 1970 to 2199")
        return moment


def _has_zone(value: Any) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


class Seconds(fields.Float):
    """A span in seconds."""

    def _serialize(self, value: Any, *_: Any, **__: Any) -> float:
        seconds: float = value.total_seconds()
        return seconds
