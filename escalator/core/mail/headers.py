"""Find the header fields of a raw mail by a bounded scan of its lines, which cannot recurse."""

import re
from collections.abc import Iterator

HEADER_BLOCK = 64 * 1024  # octets (mail.md, 2)

# What the standard parser takes for a line of a header; anything else begins the body.
_FIELD = re.compile(rb"(?:From |[!-9;-~]*:|[\t ])")
_FOLD = re.compile(rb"\n(?=[\t ])")

Fields = list[tuple[str, bytes]]


def unix_lines(raw: bytes) -> bytes:
    """`raw` with `\\n` at each line's end, whether it came with CR LF, LF or (old Macs) CR."""
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw


def end_of_header(lines: bytes, start: int = 0, most: int = HEADER_BLOCK) -> int:
    """Where the header that begins at `start` ends: at its empty line, or at the first line that is none of it.

    Looks `most` octets far, and one line; `lines` end in `\\n`.
    """
    at = start
    while at < len(lines) and at - start <= most and _FIELD.match(lines, at):
        at = lines.find(b"\n", at) + 1 or len(lines)
    return at


def fields_in(header: bytes) -> Iterator[tuple[str, bytes]]:
    """Each field as its name in small letters and its value on one line, as octets."""
    for line in _unfolded(header):
        name, colon, value = line.partition(b":")
        if colon and not line.startswith((b"From ", b">From ")):
            yield name.decode("ascii", "replace").strip().lower(), value.strip()


def split(raw: bytes) -> tuple[Fields, bytes]:
    """The fields of a mail, in order, and its body with unix lines. Reads 64 kB of header, whatever there is."""
    lines = unix_lines(raw).lstrip(b"\n")
    end = end_of_header(lines)
    body = lines[end + 1 :] if lines[end : end + 1] == b"\n" else lines[end:]
    return list(fields_in(lines[: min(end, HEADER_BLOCK)])), body


def _unfolded(header: bytes) -> list[bytes]:
    return _FOLD.sub(b"", header).split(b"\n")
