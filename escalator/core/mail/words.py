"""Make text of the octets in a mail, whatever charset they claim, lack or misname; it never fails."""

import codecs
import re
from binascii import Error, a2b_base64
from itertools import groupby

from .compose import one_line

LINE = 998  # characters of a header text that is shown (RFC 5322, 2.1.1)

# What is meant by a name: programs send the larger Windows set under the name of the standard one.
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "iso8859-9": "cp1254",
    "iso8859-8": "cp1255",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
# Charsets in name only: they run programs, take quadratic time, or always fail.
_NOT_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")
_HEX = re.compile(r"=([0-9A-Fa-f]{2})")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")


def text_of(octets: bytes, charset: str = "") -> tuple[str, bool]:
    """The text that `octets` are, and whether `charset` (empty: none named) was right about it."""
    codec = _codec(charset)
    if not octets.isascii() or codec not in ("", "cp1252", "utf-8") or b"\x1b" in octets:
        # What is UTF-8 by its octets hardly ever is anything else, whatever a Western program calls it.
        first = "utf-8" if codec == "cp1252" else codec
        for attempt in dict.fromkeys((first, codec, *_likely(octets))):
            try:
                if attempt:
                    return octets.decode(attempt), attempt == codec
            except UnicodeError:
                continue
    return octets.decode("cp1252" if codec == "cp1252" else "latin-1", "replace"), octets.isascii()


def header_text(value: bytes, charset: str = "", length: int = LINE) -> str:
    """A header's value as it is read: encoded words decoded, on one line, without control characters."""
    return one_line(decoded_words(text_of(value, charset)[0]), length)


def decoded_words(text: str) -> str:
    """`text` with its encoded words (RFC 2047) as what they say; a word that says nothing stays as it is.

    Octets of a letter may be spread over neighbouring words: such words are decoded as one.
    """
    if "=?" not in text:
        return text
    said: list[str] = []
    pieces = list(_pieces(text))
    for charset, group in groupby(pieces, key=lambda piece: piece[0]):
        chunk = list(group)
        if charset is None:
            said.extend(plain for _, _, plain in chunk)
        else:
            read, _ = text_of(b"".join(octets for _, octets, _ in chunk), charset)
            said.append(read)
    return "".join(said)


def printable(text: str) -> str:
    """A text with `\\n` at each line's end and nothing in it that a screen would obey."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def known_charset(name: str) -> bool:
    """Whether a charset is called so."""
    return bool(_codec(name))


def _pieces(text: str) -> list[tuple[str | None, bytes, str]]:
    """Runs of `text`: (charset, octets, "") for an encoded word, (None, b"", text) for what stands between."""
    pieces: list[tuple[str | None, bytes, str]] = []
    at = 0
    for word in _WORD.finditer(text):
        between = text[at : word.start()]
        # Space between two encoded words is no part of the text (RFC 2047, 6.2).
        if between and (between.strip() or not pieces or pieces[-1][0] is None):
            pieces.append((None, b"", between))
        octets = _octets(word[2], word[3])
        pieces.append((None, b"", word[0]) if octets is None else (_charset(word[1]), octets, ""))
        at = word.end()
    return [*pieces, (None, b"", text[at:])]


def _charset(name: str) -> str:
    return name.partition("*")[0].lower()  # a language may follow (RFC 2231, 5)


def _octets(encoding: str, said: str) -> bytes | None:
    if encoding in "Qq":
        spaced = said.replace("_", " ")
        return _HEX.sub(lambda pair: chr(int(pair[1], 16)), spaced).encode("latin-1", "replace")
    packed = said.encode("ascii", "ignore").rstrip(b"=")
    for short in (packed, packed[:-1]):
        try:
            # Nothing said is nothing; what says nothing is no encoded word.
            return a2b_base64(short + b"=" * (-len(short) % 4)) or (None if packed else b"")
        except Error:
            continue
    return None


def _codec(charset: str) -> str:
    name = charset.strip(" \t\"';<>").lower()
    if not name or len(name) > 40 or not name.isascii() or "\0" in name:
        return ""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    text = getattr(found, "_is_text_encoding", True) and found.name.replace("-", "_") not in _NOT_CHARSETS
    return _MEANT.get(name, _MEANT.get(found.name, found.name)) if text else ""


def _likely(octets: bytes) -> tuple[str, ...]:
    if _ISO_2022_JP.search(octets):
        return ("iso2022_jp_ext", "utf-8", "cp1252")
    return ("utf-8", "cp1252")
