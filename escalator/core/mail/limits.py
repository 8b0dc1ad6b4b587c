"""How much of a mail is read at all (mail.md, 2), seen on its raw bytes before any parser; and which mail it is."""

import hashlib
import re
from datetime import UTC, datetime

from escalator.core.errors import EscalatorError

from .headers import HEADER_BLOCK, end_of_header, fields_in, split, unix_lines

MAIL = 25_000_000  # octets
ENVELOPE = 2_000  # octets: room for the Return-Path that we lay before a mail that came
HEADER = 16 * 1024  # octets of one field, unfolded
LINES = 1_000_000  # a mail of 25 MB in base64 has a third of them
PARTS = 200
DEPTH = 20
RECIPIENTS = 100

_BOUNDARY = re.compile(rb"""boundary(?:\*0?\*?)?\s*=\s*(?:"([^"]*)"?|([^\s;"]+))""", re.IGNORECASE)
_HEADERS_ALONE = (b"message/delivery-status", b"message/global-delivery-status")


class Unreadable(EscalatorError):
    """A mail could not be read; it is kept as it came. The sentence says why."""

    code = "mail_unreadable"


class TooMuch(Unreadable):
    """A mail has more of something than is read."""

    code = "mail_too_much"


class TooSlow(Unreadable):
    """A mail took longer than a mail may, on a machine that may have been busy with something else."""

    code = "mail_too_slow"


def check(raw: bytes) -> None:
    """Raises `TooMuch` for a mail beyond the caps. Takes time in proportion to the mail's length, and no stack."""
    if len(raw) > MAIL + ENVELOPE:
        raise TooMuch(f"The mail has {len(raw) / 1e6:.1f} MB; at most {MAIL // 1_000_000} MB are read.")
    lines = unix_lines(raw).lstrip(b"\n")
    if lines.count(b"\n") > LINES:
        raise TooMuch(f"The mail has more than {LINES:,} lines; no more are read.")
    _check_recipients(lines[: _end_of_sound_header(lines, 0)])
    _Walk(lines).check()


# Those that stay the same on the way, and so tell one mail from the next.
_LASTING = ("message-id", "date", "from", "sender", "subject", "to", "cc", "in-reply-to", "references")


def identity(raw: bytes, at: datetime) -> str:
    """The same for the same mail, however it came: over what its sender wrote (mail.md, 1), not what the way adds.

    A mail without a Message-ID may well be written twice: it is another one when `at`, when it came, is another day.
    """
    fields, body = split(raw)
    digest = hashlib.sha256()
    for name in _LASTING:
        for value in [value for known, value in fields if known == name]:
            _add(digest, name.encode(), b" ".join(value.split()))
    if not any(value for known, value in fields if known == "message-id"):
        _add(digest, b"day", at.astimezone(UTC).date().isoformat().encode())
    _add(digest, b"body", body.rstrip(b"\n"))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", name: bytes, value: bytes) -> None:
    # With its length: no two lists of values make the same octets.
    digest.update(b"%s %d\n" % (name, len(value)))
    digest.update(value)


class _Walk:
    """Goes through the parts of a mail as the standard parser would, and only counts them."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._parts = 0
        # The boundaries of the multiparts we are in, outermost first; None stands for a mail inside a mail.
        self._open: list[bytes | None] = []

    def check(self) -> None:
        at: int | None = self._part(0)
        while at is not None:
            at = self._next_part(at)

    def _next_part(self, at: int) -> int | None:
        """Goes on behind the next delimiter line from `at`; None at the end of the mail."""
        while (at := self._delimiter(at)) >= 0:
            end = self._lines.find(b"\n", at) + 1 or len(self._lines)
            said = self._lines[at + 2 : end].rstrip()
            if said in self._open:
                self._leave(said)
                return self._part(end)
            if said.endswith(b"--") and said[:-2] in self._open:
                self._leave(said[:-2])
                self._open.pop()
            at = end
        return None

    def _delimiter(self, at: int) -> int:
        """Where the next line that begins with two dashes stands, from the line that begins `at`."""
        if not any(self._open):
            return -1
        if self._lines.startswith(b"--", at):
            return at
        return self._lines.find(b"\n--", max(at - 1, 0)) + 1 or -1

    def _leave(self, boundary: bytes) -> None:
        while self._open[-1] != boundary:
            self._open.pop()

    def _part(self, start: int) -> int:
        """Reads the header of a part, and of the mails that it may be; gives where its body begins."""
        self._parts += 1
        if self._parts > PARTS + 1:  # the mail itself is none
            raise TooMuch(f"The mail has more than {PARTS} parts; no more are read.")
        while True:
            end = _end_of_sound_header(self._lines, start)
            kind = _content_type(self._lines[start:end])
            start = end + 1 if self._lines[end : end + 1] == b"\n" else end
            if not self._enter(kind) or start >= len(self._lines):
                return start

    def _enter(self, content_type: bytes) -> bool:
        """Notes one level more, if the part has one; says whether a header follows at once."""
        bare = content_type.partition(b";")[0].strip().lower()
        boundary = _BOUNDARY.search(content_type) if bare.startswith(b"multipart/") else None
        nested = bare.startswith(b"message/") and bare not in _HEADERS_ALONE
        if boundary or nested:
            self._open.append((boundary[1] or boundary[2] or b"").rstrip() if boundary else None)
        if len(self._open) > DEPTH:
            raise TooMuch(f"The parts of the mail are nested more than {DEPTH} deep; no deeper ones are read.")
        return nested


def _end_of_sound_header(lines: bytes, start: int) -> int:
    end = end_of_header(lines, start)
    if end - start > HEADER_BLOCK:
        whole = end_of_header(lines, start, len(lines)) - start
        raise TooMuch(f"The header block has {whole // 1024} kB; at most {HEADER_BLOCK // 1024} kB are read.")
    for name, value in fields_in(lines[start:end]):
        if len(value) > HEADER:
            said = f"The header {name[:40]} has {len(value) // 1024} kB; at most {HEADER // 1024} kB are read."
            raise TooMuch(said)
    return end


def _content_type(header: bytes) -> bytes:
    if b"ontent-" not in header and b"ONTENT-" not in header:
        return b""
    return next((value for name, value in fields_in(header) if name == "content-type"), b"")


def _check_recipients(header: bytes) -> None:
    named = [value for name, value in fields_in(header) if name in ("to", "cc", "bcc")]
    count = sum(1 + _commas(value) for value in named if value)
    if count > RECIPIENTS:
        raise TooMuch(f"The mail names {count} recipients; at most {RECIPIENTS} are read.")


def _commas(addresses: bytes) -> int:
    """How many commas part one address from the next; those in quotes and comments do not."""
    if b'"' not in addresses and b"(" not in addresses:
        return addresses.count(b",")
    count, quoted, comments, escaped = 0, False, 0, False
    for octet in addresses:
        character = chr(octet)
        if escaped or character == "\\":
            escaped = not escaped
        elif character == '"':
            quoted = not quoted
        elif not quoted:
            comments = max(0, comments + (character == "(") - (character == ")"))
            count += character == "," and not comments
    return count
