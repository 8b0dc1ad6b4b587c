"""The envelope of a mail that came in, as it is kept: whoever handed it in may have written anything into it."""

_LONGEST = 320  # RFC 5321: 64 octets before the at sign, 255 behind it
_MOST_RECIPIENTS = 100


def kept_sender(address: str | None) -> str | None:
    """None where no envelope was seen; empty for a mail that must not be answered (`<>`)."""
    return None if address is None else _kept(address)


def kept_recipients(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_kept, addresses[:_MOST_RECIPIENTS])))


def _kept(address: str) -> str:
    """Without what no database stores (NUL, octets that are no text), nor what would break a line on a screen."""
    bare = address.strip().removeprefix("<").removesuffix(">").strip()[:_LONGEST]
    return "".join(char if char.isprintable() else "?" for char in bare)
