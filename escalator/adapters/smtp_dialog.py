"""Speak SMTP one command at a time: each answer within its own limit, all of them within one wall clock.

Not smtplib: its timeout counts anew for every byte that arrives, and its errors do not say at which stage of
the conversation they arose, which decides what becomes of the mail.
"""

import base64
import re
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

_CHUNK = 65536
_LONGEST_LINE = 4096
_MOST_LINES = 100
_TOO_LONG = "the server took too long"


class Stage(StrEnum):
    """Where in the conversation something happened."""

    CONNECT = "connect"
    BANNER = "banner"
    EHLO = "ehlo"
    TLS = "tls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    AFTER_DOT = "after_dot"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, for each command, for the verdict on the mail, and for one delivery in all.

    Only the look-up of the server's name is beyond them: the system's resolver keeps its own time.
    """

    connect: float = 15
    command: float = 60
    after_dot: float = 600
    wall: float = 900


class DialogError(Exception):
    """The conversation stopped at `stage`: with the server's `code`, or without one when nothing came back.

    `permanent` is a refusal that would be the same tomorrow.
    """

    def __init__(self, stage: Stage, code: int | None, text: str, *, permanent: bool = False) -> None:
        super().__init__(f"{stage}: {text}")
        self.stage, self.code, self.text = stage, code, text
        self.permanent = permanent or (code is not None and code >= 500)


class Dialog:
    """One connection to a server. Every failure is a `DialogError`; after one, `close` is all that is left."""

    def __init__(self, host: str, port: int, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        self._received = b""
        self.extensions: dict[str, str] = {}
        self.restart_wall()
        self._socket = self._connect(host, port)

    def restart_wall(self) -> None:
        """A new delivery has all its time. A stopwatch, not a clock: no instant of this is stored."""
        self._wall = monotonic() + self._timeouts.wall

    def read_banner(self) -> None:
        self._expect(Stage.BANNER, 2, *self._read_reply(Stage.BANNER, self._timeouts.command))

    def greet(self, own_name: str) -> None:
        _, text = self.command(Stage.EHLO, f"EHLO {own_name}")
        lines = (line.partition(" ") for line in text.splitlines()[1:])
        self.extensions = {keyword.upper(): parameters for keyword, _, parameters in lines}

    def encrypt(self, context: ssl.SSLContext, host: str) -> None:
        """The TLS handshake, at once or after STARTTLS. What was said before in the clear must not count."""
        if self._received:
            raise DialogError(Stage.TLS, None, "the server sent more than its answer before TLS began")
        try:
            self._socket.settimeout(self._left(Stage.TLS, self._timeouts.command))
            self._socket = context.wrap_socket(self._socket, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            raise DialogError(Stage.TLS, None, error.verify_message, permanent=True) from error
        except OSError as error:
            raise _lost(Stage.TLS, error) from error

    def authenticate(self, user: str, password: str) -> None:
        offered = self.extensions.get("AUTH", "").upper().split()
        if "PLAIN" in offered:
            self.command(Stage.AUTH, "AUTH PLAIN " + _base64(f"\0{user}\0{password}"))
        elif "LOGIN" in offered:
            self.command(Stage.AUTH, "AUTH LOGIN", expected=3)
            self.command(Stage.AUTH, _base64(user), expected=3)
            self.command(Stage.AUTH, _base64(password))
        else:
            raise DialogError(Stage.AUTH, None, "the server offers no way to sign in", permanent=True)

    def command(self, stage: Stage, line: str, expected: int = 2) -> tuple[int, str]:
        """The answer to `line`. Raises unless its code begins with the digit `expected`."""
        self._send(stage, f"{line}\r\n".encode())
        return self._expect(stage, expected, *self._read_reply(stage, self._timeouts.command))

    def data(self, payload: bytes) -> tuple[int, str]:
        """The mail and the final dot, and what the server says to it."""
        self.command(Stage.DATA, "DATA", expected=3)
        content = dotted(payload) + b".\r\n"
        try:
            self._send(Stage.DATA, content[:-_CHUNK])
        finally:
            # Whoever has refused or left by now has not taken the mail, so it is not in doubt.
            self._hear_early_refusal()
        # The dot goes with what stands before it: if this fails, it is still with us, which is no doubt either.
        self._send(Stage.DATA, content[-_CHUNK:])
        reply = self._read_reply(Stage.AFTER_DOT, self._timeouts.after_dot)
        return self._expect(Stage.AFTER_DOT, 2, *reply)

    def close(self) -> None:
        self._socket.close()

    def _connect(self, host: str, port: int) -> socket.socket:
        limit, failure = monotonic() + self._timeouts.connect, DialogError(Stage.CONNECT, None, "no address")
        for address in _addresses(host, port):
            left = self._left(Stage.CONNECT, limit - monotonic())
            try:
                connected = socket.create_connection(address, left)
            except OSError as error:
                failure = _lost(Stage.CONNECT, error)
            else:
                # Or the final dot waits, 40 ms for each mail, until the other side has confirmed what went before.
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return connected
        raise failure

    def _send(self, stage: Stage, content: bytes) -> None:
        view = memoryview(content)
        try:
            while view:
                self._socket.settimeout(self._left(stage, self._timeouts.command))
                view = view[self._socket.send(view[:_CHUNK]) :]
        except OSError as error:
            raise _lost(stage, error) from error

    def _hear_early_refusal(self) -> None:
        if self._received or self._has_more_to_say():
            self._expect(Stage.DATA, 3, *self._read_reply(Stage.DATA, self._timeouts.command))

    def _has_more_to_say(self) -> bool:
        try:
            self._socket.setblocking(False)
            self._received += self._socket.recv(_CHUNK)
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        except OSError as error:
            raise _lost(Stage.DATA, error) from error
        return True

    def _read_reply(self, stage: Stage, seconds: float) -> tuple[int, str]:
        limit, lines = monotonic() + seconds, list[str]()
        while len(lines) < _MOST_LINES:
            line = self._read_line(stage, limit)
            if not re.match(r"[2-5][0-9]{2}([ -]|$)", line):
                raise DialogError(stage, None, f"the server does not speak SMTP: {line}")
            lines.append(line[4:])
            if line[3:4] != "-":
                return int(line[:3]), "\n".join(lines)
        raise DialogError(stage, None, "the server's answer has no end")

    def _read_line(self, stage: Stage, limit: float) -> str:
        while b"\n" not in self._received:
            if len(self._received) > _LONGEST_LINE:
                raise DialogError(stage, None, "the server's answer has no end")
            self._received += self._receive(stage, limit)
        line, _, self._received = self._received.partition(b"\n")
        return line.rstrip(b"\r").decode("utf-8", "replace")

    def _receive(self, stage: Stage, limit: float) -> bytes:
        # The time left is worked out before every read, or a byte every few seconds could hold us for ever.
        try:
            self._socket.settimeout(self._left(stage, limit - monotonic()))
            received = self._socket.recv(_CHUNK)
        except OSError as error:
            raise _lost(stage, error) from error
        if not received:
            raise DialogError(stage, None, "the server closed the connection")
        return received

    def _left(self, stage: Stage, seconds: float) -> float:
        left = min(seconds, self._wall - monotonic())
        if left <= 0:
            raise DialogError(stage, None, _TOO_LONG)
        return left

    def _expect(self, stage: Stage, digit: int, code: int, text: str) -> tuple[int, str]:
        if code // 100 == digit:
            return code, text
        if code < 400:
            raise DialogError(stage, None, f"the server answered out of turn: {code} {text}")
        raise DialogError(stage, code, text)


def dotted(payload: bytes) -> bytes:
    """`payload` as DATA wants it: every line ends in CRLF, and no line of it is the final dot.

    A lone CR or LF before a dot is an end of the mail to some servers, so it goes out as the line end it is.
    """
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", payload)
    lines = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines)


def _addresses(host: str, port: int) -> list[tuple[str, int]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _lost(Stage.CONNECT, error) from error
    return [(str(address[0]), port) for *_, address in found]


def _lost(stage: Stage, error: Exception) -> DialogError:
    return DialogError(stage, None, _TOO_LONG if isinstance(error, TimeoutError) else str(error))


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
