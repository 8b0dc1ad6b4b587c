"""Hand a mail to the SMTP server, one recipient at a time, and say what became of it by reply code and stage."""

import re
import socket
import ssl
from collections import deque
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from escalator.core.errors import Invalid
from escalator.core.mail.compose import one_line, wire_address

from .channels import Delivery, Outcome, Sending
from .smtp_dialog import Dialog, DialogError, Stage, Timeouts

_PORTS = {"implicit": 465, "starttls": 587, "none": 25}


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed in. `tls` is `starttls`, `implicit` or `none`; no `user`: nobody signs in."""

    host: str
    port: int
    tls: str
    user: str = ""
    password: str = ""

    @classmethod
    def from_url(cls, url: str) -> "SmtpServer":
        """`smtp://user:password@host:587?tls=starttls|none` or `smtps://...`. Raises ValueError on any other."""
        parts = urlsplit(url)
        tls = _tls(parts)
        if not parts.hostname:
            raise ValueError("The SMTP address names no host.")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[tls],
            tls=tls,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


# A refusal for good, by the stage at which it came. Before the recipient is named, it is about us.
_REFUSED = {
    Stage.RCPT: Outcome.UNREACHABLE,
    Stage.DATA: Outcome.REJECTED,
    Stage.AFTER_DOT: Outcome.REJECTED,
}


def outcome_of(stage: Stage, code: int | None, permanent: bool) -> Outcome:
    """What a conversation means that stopped at `stage` (a table, so that no exception class decides)."""
    if permanent:
        return _REFUSED.get(stage, Outcome.MISCONFIGURED)
    if stage is Stage.AFTER_DOT and code is None:
        return Outcome.AMBIGUOUS
    return Outcome.TEMPORARY


class SmtpChannel:
    """Delivers mail through the server at `url`. A connection that went well is kept for the next mail.

    Threads may share a channel (each takes a connection of its own); processes may not: make it after forking.
    """

    def __init__(self, url: str, timeouts: Timeouts = Timeouts(), tls_context: ssl.SSLContext | None = None) -> None:
        self._server = SmtpServer.from_url(url)
        self._timeouts = timeouts
        self._tls_context = tls_context or ssl.create_default_context()
        self._kept: deque[Dialog] = deque(maxlen=1)

    def deliver(self, sending: Sending) -> Delivery:
        """Hand a mail over for its one recipient. Never raises for what a server does."""
        try:
            envelope = _Envelope.of(sending)
            with self._begun(envelope) as dialog:
                dialog.command(Stage.RCPT, f"RCPT TO:<{envelope.recipient}>")
                code, text = dialog.data(envelope.payload)
        except DialogError as stop:
            outcome = outcome_of(stop.stage, stop.code, stop.permanent)
            return Delivery(outcome, stop.stage, stop.code, one_line(stop.text))
        return Delivery(Outcome.SENT, Stage.AFTER_DOT, code, one_line(text))

    def close(self) -> None:
        """Take leave of the server, if a connection is kept."""
        while self._kept:
            dialog = self._kept.pop()
            try:
                dialog.restart_wall()
                dialog.command(Stage.QUIT, "QUIT")
            except DialogError:
                pass  # it is gone already
            finally:
                dialog.close()

    @contextmanager
    def _begun(self, envelope: "_Envelope") -> Iterator[Dialog]:
        """A connection on which this mail has begun; kept when all goes well, and closed when anything does not.

        One that was kept may have died idle, or have had its number of mails. That is nobody's failure: what counts
        is what a new one answers. (So no RSET asks first: after a mail that was taken there is nothing to forget.)
        """
        dialog = self._reused(envelope) or self._connected(envelope)
        try:
            yield dialog
        except BaseException:
            dialog.close()
            raise
        self._keep(dialog)

    def _reused(self, envelope: "_Envelope") -> Dialog | None:
        try:
            dialog = self._kept.pop()
        except IndexError:
            return None
        try:
            dialog.restart_wall()
            envelope.begin(dialog)
        except DialogError:
            dialog.close()
            return None
        return dialog

    def _connected(self, envelope: "_Envelope") -> Dialog:
        server = self._server
        dialog = Dialog(server.host, server.port, self._timeouts)
        try:
            self._introduce(dialog)
            envelope.begin(dialog)
        except BaseException:
            dialog.close()
            raise
        return dialog

    def _introduce(self, dialog: Dialog) -> None:
        server, own_name = self._server, _own_name()
        if server.tls == "implicit":
            dialog.encrypt(self._tls_context, server.host)
        dialog.read_banner()
        dialog.greet(own_name)
        if server.tls == "starttls":
            self._start_tls(dialog)
            dialog.greet(own_name)
        if server.user:
            dialog.authenticate(server.user, server.password)

    def _start_tls(self, dialog: Dialog) -> None:
        if "STARTTLS" not in dialog.extensions:
            raise DialogError(Stage.TLS, None, "the server offers no STARTTLS", permanent=True)
        dialog.command(Stage.TLS, "STARTTLS")
        dialog.encrypt(self._tls_context, self._server.host)

    def _keep(self, dialog: Dialog) -> None:
        if self._kept:
            dialog.close()
        else:
            self._kept.append(dialog)


@dataclass(frozen=True, slots=True)
class _Envelope:
    """A mail as the server is to take it: who sends it, the one recipient, the bytes."""

    sender: str
    recipient: str
    payload: bytes

    @classmethod
    def of(cls, sending: Sending) -> "_Envelope":
        return cls(_wire(Stage.MAIL, sending.sender), _wire(Stage.RCPT, sending.address), sending.payload)

    def begin(self, dialog: Dialog) -> None:
        dialog.command(Stage.MAIL, f"MAIL FROM:<{self.sender}>{self._parameters(dialog.extensions)}")

    def _parameters(self, extensions: Container[str]) -> str:
        """What MAIL has to announce: octets above 127 in the mail, letters beyond ASCII in an address or a header."""
        headers = self.payload.partition(b"\r\n\r\n")[0]
        eight_bit = "" if self.payload.isascii() or "8BITMIME" not in extensions else " BODY=8BITMIME"
        if self.sender.isascii() and self.recipient.isascii() and headers.isascii():
            return eight_bit
        if "SMTPUTF8" not in extensions:
            stage = Stage.MAIL if self.recipient.isascii() else Stage.RCPT
            raise DialogError(stage, None, "the server takes no address beyond ASCII", permanent=True)
        return f"{eight_bit} SMTPUTF8"


def _wire(stage: Stage, address: str) -> str:
    try:
        return wire_address(address)
    except Invalid as error:
        raise DialogError(stage, None, str(error), permanent=True) from error


def _tls(parts: SplitResult) -> str:
    query = parse_qs(parts.query, keep_blank_values=True)
    asked = query.pop("tls", ["starttls"])[-1]
    if query or parts.scheme not in ("smtp", "smtps") or asked not in ("starttls", "none"):
        raise ValueError("An SMTP address is smtp://user:password@host:587?tls=starttls|none or smtps://...")
    return "implicit" if parts.scheme == "smtps" else asked


def _own_name() -> str:
    """What we call ourselves: the host's name if it is one that DNS could know, else its address literal."""
    name = socket.gethostname()
    return name if re.fullmatch(r"[A-Za-z0-9.-]+\.[A-Za-z0-9-]+", name) else "[127.0.0.1]"
