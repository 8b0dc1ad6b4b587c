"""Fetches mail from a folder of an IMAP server that may hang, drip, lie or vanish: bounded, and changing nothing."""

import imaplib
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import structlog

from escalator.core.errors import Unavailable
from escalator.core.mail.limits import MAIL

# The timeout is for each read; the wall clock is over all of a visit (a server may send an octet at a time).
READ_SECONDS = 30.0
VISIT_SECONDS = 240.0
HEADER_OCTETS = 64_000
# About 90 octets for each mail of the folder.
_LIST_OCTETS = 64_000_000
_SMALL_TALK = 1_000_000
# What no UID reaches, where the server does not say which is the next (RFC 3501, 2.3.1.1).
_LAST_UID = 2**32 - 1
_PORTS = {"implicit": 993, "starttls": 143, "none": 143}

_SIZED = re.compile(rb"(?=.*\bUID (\d{1,10})\b)(?=.*\bRFC822\.SIZE (\d{1,18})\b)", re.IGNORECASE)
_CAME = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"', re.IGNORECASE)
_QUOTED = re.compile(rb'BODY\[[A-Z]*\](?:<0>)? "((?:[^"\\]|\\.)*)"', re.IGNORECASE)

log = structlog.get_logger(__name__)

_FAILURES = (OSError, ValueError, imaplib.IMAP4.error)


class MailboxUnavailable(Unavailable):
    """The mailbox could not be read to its end this time. The sentence says what failed, and nothing that came."""

    code = "mailbox_unavailable"


@dataclass(frozen=True, slots=True)
class ImapServer:
    """Where mail is fetched. `tls` is `implicit`, `starttls` or `none`; the folder is named as the server does."""

    host: str
    port: int
    tls: str
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    verify: ssl.SSLContext | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_url(cls, url: str) -> "ImapServer":
        """`imaps://user:password@host:993/INBOX`, or `imap://...?tls=starttls|none`. Raises ValueError on others."""
        parts = urlsplit(url)
        asked = parse_qs(parts.query).get("tls", ["starttls"])[0]
        tls = "implicit" if parts.scheme == "imaps" else asked
        if parts.scheme not in ("imap", "imaps") or tls not in _PORTS or not (parts.hostname and parts.username):
            raise ValueError("IMAP_URL must be like imaps://user:password@host:993/INBOX.")
        folder = unquote(parts.path.removeprefix("/")) or "INBOX"
        if not folder.isprintable():
            raise ValueError("The folder in IMAP_URL has characters that no folder has.")
        user, password = unquote(parts.username), unquote(parts.password or "")
        return cls(parts.hostname, parts.port or _PORTS[tls], tls, user, password, folder)

    @property
    def name(self) -> str:
        """Which mailbox it is, whatever its password."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"

    @contextmanager
    def opened(self) -> Iterator["ImapFolder"]:
        """The folder, for as long as a visit may last; raises `MailboxUnavailable` whatever goes wrong with it."""
        client = _Client(self)
        clock = threading.Timer(VISIT_SECONDS, client.cut)
        clock.daemon = True
        clock.start()
        try:
            client.call(self.host, self.port)
            yield ImapFolder(client, self.folder)
            client.leave()
        except _FAILURES as failure:
            raise MailboxUnavailable(f"the mailbox could not be read ({type(failure).__name__})") from failure
        finally:
            clock.cancel()
            client.hang_up()


@dataclass(frozen=True, slots=True)
class Listed:
    """What the server says of a mail: its size in octets, and when it came (None: nothing that makes sense)."""

    size: int
    came: datetime | None


class ImapFolder:
    """One folder, opened for reading only: no mail is marked, moved or deleted."""

    def __init__(self, client: "_Client", folder: str) -> None:
        self._client = client
        client.may_say(_SMALL_TALK)
        escaped = folder.replace("\\", "\\\\").replace('"', '\\"')
        _good(client.select(f'"{escaped}"', readonly=True))
        # UIDs of another UIDVALIDITY are other mails (RFC 3501, 2.3.1.1).
        self.uidvalidity = int(client.response("UIDVALIDITY")[1][0] or 0)
        self._uidnext = int(client.response("UIDNEXT")[1][0] or _LAST_UID)

    def listed_after(self, uid: int) -> dict[int, Listed]:
        """The mails with UIDs over `uid`, oldest first."""
        found = self._listed(f"{uid + 1}:*")
        # `n:*` has the last mail in it even when that is older.
        new = sorted(each for each in found if each > uid)
        believed = [each for each in new if each < self._uidnext]
        if len(believed) < len(new):
            # It came a moment ago and is believed at the next visit; or the server is wrong, and whoever went on
            # behind such a UID would never fetch anything again.
            log.warning("uids_of_the_future", mails=len(new) - len(believed), uidnext=self._uidnext)
        return {each: found[each] for each in believed}

    def lists(self, uid: int) -> bool:
        """Whether the mail is still there, as far as the server says."""
        return uid in self._listed(str(uid))

    def mail(self, uid: int) -> bytes | None:
        """The mail as it came, or its first octets if it has more than are taken; None when it is not given."""
        return self._part(uid, "", MAIL + 1)

    def header(self, uid: int) -> bytes | None:
        """How the mail begins."""
        return self._part(uid, "HEADER", HEADER_OCTETS)

    def _listed(self, uids: str) -> dict[int, Listed]:
        self._client.may_say(_LIST_OCTETS)
        lines = _good(self._client.uid("FETCH", uids, "(UID INTERNALDATE RFC822.SIZE)"))
        said = [(line, match) for line in lines if isinstance(line, bytes) and (match := _SIZED.match(line))]
        return {int(match[1]): Listed(int(match[2]), _came(line)) for line, match in said}

    def _part(self, uid: int, part: str, most: int) -> bytes | None:
        self._client.may_say(most + _SMALL_TALK)
        said, answers = self._client.uid("FETCH", str(uid), f"(BODY.PEEK[{part}]<0.{most}>)")
        # NO is about this one mail: the rest of the folder may be well.
        for answer in answers if said == "OK" else ():
            if isinstance(answer, tuple) and b"BODY[" in answer[0].upper():
                return bytes(answer[1])
            if isinstance(answer, bytes) and (quoted := _QUOTED.search(answer)):
                return re.sub(rb"\\(.)", rb"\1", quoted[1])
        return None


class _Client(imaplib.IMAP4):
    """imaplib with bounds: on how much the server may say, and a socket that can be cut from another thread."""

    def __init__(self, server: ImapServer) -> None:
        """Does not call yet (see `call`), so that there is something to cut."""
        self._server = server
        self._left = _SMALL_TALK
        self._line: socket.socket | None = None

    def call(self, host: str, port: int) -> None:
        super().__init__(host, port, timeout=READ_SECONDS)
        if self._server.tls == "starttls":
            _good(self.starttls(self._context()))
            self._line = self.sock
        if "AUTH=PLAIN" in self.capabilities:
            words = f"\0{self._server.user}\0{self._server.password}".encode()
            _good(self.authenticate("PLAIN", lambda _: words))
        else:
            _good(self.login(self._quote(self._server.user), self._server.password))

    def leave(self) -> None:
        """Says goodbye; whether it is heard does not matter."""
        with suppress(*_FAILURES):
            self.logout()

    def hang_up(self) -> None:
        """Lets go of whatever was opened."""
        self.cut()
        with suppress(AttributeError, *_FAILURES):  # a call that never came about has nothing to shut down
            self.shutdown()

    def cut(self) -> None:
        """Ends the conversation, whoever is waiting for what."""
        if self._line is not None:
            with suppress(OSError):
                # Not SSLSocket's, which would take the cipher from under a thread that reads.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)
            self._line.close()

    def may_say(self, octets: int) -> None:
        """How much is listened to from here on."""
        self._left = octets

    def read(self, size: int) -> bytes:
        self._spend(size)
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._spend(len(line))
        return line

    def _spend(self, octets: int) -> None:
        self._left -= octets
        if self._left < 0:
            raise self.abort("it says more than it was asked for")

    def _create_socket(self, timeout: float | None) -> socket.socket:
        self._line = socket.create_connection((self.host, self.port), timeout)
        if self._server.tls == "implicit":
            wrapped = self._context().wrap_socket(
                self._line, server_hostname=self._server.host, do_handshake_on_connect=False
            )
            self._line = wrapped
            wrapped.do_handshake()
        return self._line

    def _context(self) -> ssl.SSLContext:
        return self._server.verify or ssl.create_default_context()


def _came(line: bytes) -> datetime | None:
    """INTERNALDATE (RFC 3501, 2.3.3)."""
    said = _CAME.search(line)
    try:
        return datetime.strptime(said[1].decode().strip(), "%d-%b-%Y %H:%M:%S %z") if said else None
    except ValueError:
        return None


def _good(answer: tuple[str, Any]) -> Any:
    """What an OK answer says; raises what imaplib raises for the rest, without the server's words."""
    if answer[0] != "OK":
        raise imaplib.IMAP4.error(answer[0])
    return answer[1]
