"""What the fields of a log's entry say; what is written in another way than we read is not understood."""

import re
from collections.abc import Callable, Mapping

from escalator.core.ticket.ticket import Requester

# What JSON can write and no database can keep: the character zero, and halves of characters.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_CHANNEL = re.compile(r"[a-z0-9][a-z0-9 ._-]{0,59}")


def text(value: object) -> str:
    """A text; empty when it is none."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else ""


def texts(value: object) -> tuple[str, ...]:
    """Several texts, or a single one."""
    return tuple(said for said in map(text, _several(value)) if said)


def channel(value: object) -> str:
    """A channel as policies name it, in small letters."""
    said = text(value).strip().lower()
    return said if _CHANNEL.fullmatch(said) else ""


def requester(value: object) -> Requester | None:
    """Whom the log names as the customer: an address or a name, or an object with what is known of them."""
    if name := text(value):
        return Requester(name) if "@" in name else Requester("", name=name)
    if isinstance(value, dict):
        known = Requester(**{name: text(value.get(name)) for name in Requester.__slots__})
        return known if known.email or known.name else None
    return None


def is_understood(field: str, value: object) -> bool:
    """Whether all of the value is taken; who writes nothing or null says nothing."""
    return value is None or value == "" or _TAKEN.get(field, _is_text)(value)


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_customer(value: object) -> bool:
    if isinstance(value, dict) and not all(_is_of_customer(*said) for said in value.items()):
        return False
    return requester(value) is not None


def _is_of_customer(name: str, value: object) -> bool:
    return name in Requester.__slots__ and (value is None or isinstance(value, str))


_TAKEN: Mapping[str, Callable[[object], bool]] = {
    "tags": lambda value: all(map(text, _several(value))),
    "machine": lambda value: isinstance(value, bool),
    "channel": lambda value: bool(channel(value)),
    "requester": _is_customer,
}
