"""Read what follows the value of a Content- field: parameters, as they are written and as RFC 2231 lets them be."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote_to_bytes

from .words import header_text, known_charset, text_of

# One pass: a name, then a quoted or a bare value; an unclosed quote runs to the end.
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECE = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*?)$")
_LANGUAGE_TAGGED = re.compile(r"([^']{0,40})'[^']{0,40}'(.*)", re.DOTALL)


def bare_value(field: str) -> str:
    """`Text/Plain; charset=...` is `text/plain`."""
    return "".join(field.partition(";")[0].split()).lower()


def parameters(field: str) -> Mapping[str, str]:
    """The parameters of a field, names in small letters; encoded and continued ones put together (RFC 2231)."""
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, value in _written(field):
        known = _PIECE.match(name)
        if known:
            place = int(known[2] or 0)
            pieces.setdefault(known[1], {}).setdefault(place, (value, bool(known[3])))
    return {name: _joined(found) for name, found in pieces.items()}


def _written(field: str) -> Iterator[tuple[str, str]]:
    for found in _PARAMETER.finditer(field):
        quoted = found[2] is not None
        value = _ESCAPED.sub(r"\1", found[2]) if quoted else found[3].strip()
        yield found[1].lower(), value


def _joined(pieces: Mapping[int, tuple[str, bool]]) -> str:
    if not any(encoded for _, encoded in pieces.values()):
        whole = "".join(value for _, (value, _) in sorted(pieces.items()))
        return header_text(whole.encode("utf-8", "surrogateescape"))
    charset, octets = "", b""
    for place, (value, encoded) in sorted(pieces.items()):
        tagged = _LANGUAGE_TAGGED.match(value) if encoded and place == min(pieces) else None
        if tagged:
            charset = tagged[1] if known_charset(tagged[1]) else ""
        raw = (tagged[2] if tagged else value).encode("utf-8", "surrogateescape")
        octets += unquote_to_bytes(raw) if encoded else raw
    return text_of(octets, charset)[0]
