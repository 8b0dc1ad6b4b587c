"""The kinds of values in a desk, as marshmallow fields that answer in sentences."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar
from zoneinfo import available_timezones

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validates_schema
from marshmallow.exceptions import SCHEMA

from . import spans
from .problems import Finding, Path, did_you_mean, short

_T = TypeVar("_T")

_LINE = re.compile(r"\S(?:.{0,198}\S)?")
_NAME = re.compile(r"\w(?:[\w .-]{0,58}\w)?")
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._%+'-]{0,62}@(?=.{4,190}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*")
_DOMAIN = re.compile(r"(?=.{4,190}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*")
_SENDER = re.compile(rf"{_ADDRESS.pattern}|@{_DOMAIN.pattern}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{3,30}")
_DAY = re.compile(r"(?:199|20[0-9]|21[0-9])[0-9]-[0-9]{2}-[0-9]{2}")

_SPAN_REMEDY = "Write it like 30m, 4h, 1h30m, 2d (a day is 24 hours) or 2w."

# What marshmallow says by itself, in our words.
_OUR_WORDS = {
    "Missing data for required field.": ("this is missing", "Add it; the example desk shows how."),
    "Field may not be null.": ("nothing stands here", "Fill it in, or remove the line."),
    "Invalid input type.": ("this must be a group of lines, each `name: value`", "See the example desk."),
    "Not a valid list.": ("this must be a list", "Start each item on a line of its own with `- `."),
    "Not a valid integer.": ("this must be a whole number", "Write digits only."),
    "Not a valid boolean.": ("this must be true or false", "Write true or false."),
}


def wrong(message: str, remedy: str) -> ValidationError:
    """A validation error with a finding of ours; marshmallow adds where it stands."""
    return ValidationError([Finding((), message, remedy)])


def findings(errors: Any, path: Path = ()) -> Iterator[Finding]:
    """Marshmallow's nested errors as flat findings."""
    if isinstance(errors, Mapping):
        for key, inner in errors.items():
            yield from findings(inner, path if key == SCHEMA else (*path, key))
        return
    for error in errors:
        if isinstance(error, Finding):
            yield error.under(path)
        else:
            yield Finding(path, *_OUR_WORDS.get(error, (short(error), "See the example desk.")))


class Section(Schema):
    """A group of named settings; a name that it does not know is refused, with the one that was likely meant."""

    class Meta:
        unknown = EXCLUDE

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def refuse_unknown(self, _: Any, original: Any, **__: Any) -> None:
        known = [field.data_key or name for name, field in self.load_fields.items()]
        unknown = set(original) - set(known) if isinstance(original, Mapping) else ()
        if unknown:
            raise ValidationError({name: [_unknown(name, known)] for name in unknown})


def _unknown(name: str, known: list[str]) -> Finding:
    return Finding((), f'"{short(name)}" is not known here', did_you_mean(name, known))


class Text(fields.Field[str]):
    """One line of text that fits `pattern`; `what` and `remedy` make the sentence when it does not."""

    def __init__(self, what: str, pattern: re.Pattern[str], remedy: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._what, self._pattern, self._remedy = what, pattern, remedy

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise wrong(f"this must be {self._what}, not a list or a group", self._remedy)
        if not self._pattern.fullmatch(value) or not value.isprintable():
            raise wrong(f'"{short(value)}" is not {self._what}', self._remedy)
        return value


def line(**settings: Any) -> Text:
    return Text("one line of text", _LINE, "Write at most 200 characters on one line.", **settings)


def name(**settings: Any) -> Text:
    remedy = "Use at most 60 letters, digits, spaces, dots and dashes, and start with a letter or digit."
    return Text("a name", _NAME, remedy, **settings)


def address(**settings: Any) -> Text:
    remedy = "Write it in small letters, like sam@harbour.example."
    return Text("an e-mail address", _ADDRESS, remedy, **settings)


def domain(**settings: Any) -> Text:
    return Text("a domain", _DOMAIN, "Write it in small letters, like city.example.", **settings)


def sender(**settings: Any) -> Text:
    """Whom a mail may be from: one address, or all of a domain."""
    remedy = "Write it in small letters, like dana@city.example, or @city.example for all of them."
    return Text("an e-mail address or a domain", _SENDER, remedy, **settings)


def phone(**settings: Any) -> Text:
    return Text("a phone number", _PHONE, "Write it like +49 30 1234567.", **settings)


class Written(fields.Field[_T]):
    """A value that is read from text by `reading`, which raises ValueError with a sentence when it cannot."""

    def __init__(self, reading: Callable[[str], _T], remedy: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._reading, self._remedy = reading, remedy

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> _T:
        if not isinstance(value, str):
            raise wrong("this must be text, not a list or a group", self._remedy)
        try:
            return self._reading(value)
        except ValueError as error:
            raise wrong(short(error, 120), self._remedy) from None


def span(**settings: Any) -> Written[timedelta]:
    """A span above zero."""
    return Written(_span_above_zero, _SPAN_REMEDY, **settings)


def wait(**settings: Any) -> Written[timedelta]:
    """A span that may be zero, which means at once."""
    return Written(_span, _SPAN_REMEDY, **settings)


def day(**settings: Any) -> Written[date]:
    return Written(_day, "Write it like 2026-12-24, in a year from 1990 to 2199.", **settings)


def _span(text: str) -> timedelta:
    amount = spans.span(text)
    if amount < timedelta(0):
        raise ValueError(f'"{text}" is negative')
    if amount > spans.TEN_YEARS:
        raise ValueError(f'"{text}" is too large: at most ten years ({spans.TEN_YEARS.days}d) fit')
    return amount


def _span_above_zero(text: str) -> timedelta:
    amount = _span(text)
    if not amount:
        raise ValueError(f'"{text}" is zero')
    return amount


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(f'"{short(text)}" is not a day')
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day {text}") from None


class Choice(fields.Field[_T]):
    """One of `known` words; `kind` says what they are, `meaning` turns a word into its value."""

    def __init__(self, kind: str, known: Iterable[str], meaning: Callable[[str], _T], **settings: Any) -> None:
        super().__init__(**settings)
        self._kind, self._known, self._meaning = kind, tuple(known), meaning

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> _T:
        if not isinstance(value, str) or value not in self._known:
            raise wrong(f'there is no {self._kind} "{short(value)}"', did_you_mean(str(value), self._known))
        return self._meaning(value)


def at_most(most: int) -> Callable[[Sized], None]:
    """A validator: beyond any desk that people could read, a long list is only a way to keep us busy."""

    def refuse_more(value: Sized) -> None:
        if len(value) > most:
            raise wrong(f"{len(value)} entries are too many", f"Keep at most {most} here.")

    return refuse_more


@cache
def _zones() -> frozenset[str]:
    # Asking for them reads a few hundred files.
    return frozenset(available_timezones())


class Zone(fields.Field[str]):
    """An IANA time zone."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        known = _zones()
        if isinstance(value, str) and value in known:
            return value
        close = did_you_mean(str(value), known)
        remedy = close if close.startswith("Did") else "Write it like Europe/Berlin or UTC."
        raise wrong(f'there is no time zone "{short(value)}"', remedy)


class Several(fields.List[Any]):
    """A list; a single value may stand without the list's dash."""

    def _deserialize(self, value: Any, *rest: Any, **more: Any) -> list[Any]:
        alone = isinstance(value, str)
        return super()._deserialize([value] if alone else value, *rest, **more)


class Named(fields.Field[dict[Any, Any]]):
    """At most `most` names with values: `key` reads the name, `of` the value, `make` joins the two."""

    def __init__(
        self,
        key: fields.Field[Any],
        of: fields.Field[Any],
        make: Callable[[Any, Any], Any] = lambda _, value: value,
        most: int = 1000,
        **settings: Any,
    ) -> None:
        super().__init__(**settings)
        self._key, self._of, self._make, self._refuse_more = key, of, make, at_most(most)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise ValidationError("Invalid input type.")
        self._refuse_more(value)
        made: dict[Any, Any] = {}
        errors: dict[str, Any] = {}
        for said, inner in value.items():
            try:
                key = self._key.deserialize(said)
                made[key] = self._make(key, self._of.deserialize(inner))
            except ValidationError as error:
                errors[said] = error.messages
        if errors:
            raise ValidationError(errors)
        return made
